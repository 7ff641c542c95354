"""The command ``audit``: the log of who did what and when, and whether it is whole."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from wres.command_line.evidence import stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.command_line.writing import written
from wres.reports import Table, table_csv
from wres.store import AuditCheck, AuditLine, uk_time_text
from wres.text import one_line
from wres.upload.checking import count_of

EMPTY = "Nothing was done yet, so the log is empty."
NONE = "none"
COLUMNS = (
    *("Line", "Moment (UTC)", "Who", "What", "Version", "File", "SHA-256 of the file"),
    *("Hash of the figures", "Detail", "Hash of the line before", "Hash of this line"),
)


def audit(asked: Namespace) -> Reply:
    """Return every line of the log, oldest first, or whether it is whole.

    The check looks too whether all that is withheld of the figures is there. It ends with 1 when
    either is not.

    Raises:
        BadCommand: If a hash is named without a check, or the file cannot be written.
        StoreProblem: If the store cannot be read.
    """
    if asked.known and not asked.verify:
        raise BadCommand("A hash noted earlier is looked for by --verify; give both.")
    lines, check = _log()
    notes = (_exported(lines, asked.export),) if asked.export else ()
    if asked.verify:
        known = asked.known.strip().casefold()
        is_known = not known or known in {one.line_hash for one in lines}
        return _checked(
            check, known, is_known=is_known, withheld_holds=_withheld_holds(), notes=notes
        )
    told = [line for one in lines for line in _told(one)]
    return Reply(
        data=[_data(one) for one in lines],
        lines=() if asked.export else (tuple(told) or (EMPTY,)),
        notes=notes,
    )


def _log() -> tuple[tuple[AuditLine, ...], AuditCheck]:
    store = stored()
    if store is None:
        return (), AuditCheck(lines=0)
    with store:
        return store.audit(), store.verify_audit()


def _withheld_holds() -> bool:
    store = stored()
    if store is None:
        return True
    with store:
        return store.verify_withheld()


def _checked(
    check: AuditCheck, known: str, *, is_known: bool, withheld_holds: bool, notes: tuple[str, ...]
) -> Reply:
    faults = [*_faults(check), *(() if is_known else (_CUT_OFF,))]
    told = f"{count_of(check.lines, 'line')}, the last with the hash {check.last_hash}."
    found = ["The log is whole." if not faults else "The log is not whole.", *faults, told]
    if not withheld_holds:
        found.append(_WITHHELD_LOST)
    holds = withheld_holds and not faults
    return Reply(
        data={**asdict(check), "known": known, "withheld_holds": withheld_holds, "holds": holds},
        lines=tuple(wrapped(" ".join(found))),
        exit=Exit.FINE if holds else Exit.WARNINGS,
        notes=notes,
    )


_CUT_OFF = "No line has the hash noted earlier, so lines were cut off or written anew."
_WITHHELD_LOST = (
    "The store has lost some of what is withheld of the figures, so none are shown. "
    "Put a backup there that “verify” finds whole."
)


def _faults(check: AuditCheck) -> list[str]:
    found = []
    if check.first_broken is not None:
        found.append(f"Line {check.first_broken} was changed, moved, put in or follows a gap.")
    if check.unrecorded_versions:
        listed = ", ".join(str(number) for number in check.unrecorded_versions)
        found.append(f"No line tells of version {listed}.")
    if check.unrecorded_drafts:
        found.append(f"Lines about drafts are missing: {check.unrecorded_drafts}.")
    if check.unrecorded_records:
        found.append(f"Records that are not as the log says: {check.unrecorded_records}.")
    return found


def _told(one: AuditLine) -> list[str]:
    version = f" version {one.version_id}" if one.version_id else ""
    file = f", {one_line(one.file_name)}" if one.file_name else ""
    detail = f"; {one_line(one.detail)}" if one.detail else ""
    what = f"{one.action.value}{version}{file}{detail}"
    who = one_line(one.made_by) or "nobody named"
    return wrapped(f"{one.id}. {uk_time_text(one.made_at)}, {who}: {what}", hang=4)


def _exported(lines: tuple[AuditLine, ...], file: str) -> str:
    table = Table(
        caption="Log",
        columns=COLUMNS,
        rows=tuple(tuple(map(_cell, _data(one).values())) for one in lines),
    )
    written(file, table_csv(table))
    return f"{count_of(len(lines), 'line')} of the log written to {file}."


def _cell(value: object) -> str:
    return NONE if value in (None, "") else one_line(str(value))


def _data(one: AuditLine) -> dict[str, object]:
    return {
        "line": one.id,
        "made_at": one.made_at.isoformat(),
        "made_by": one.made_by,
        "action": one.action.value,
        "version": one.version_id,
        "file_name": one.file_name,
        "file_sha256": one.file_sha256,
        "content_hash": one.content_hash,
        "detail": one.detail,
        "previous_hash": one.previous_hash,
        "line_hash": one.line_hash,
    }
