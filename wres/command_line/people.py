"""The commands about people: ``roles``, ``give-role``, ``take-role``, and ``audit`` for the log."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from wres.access import EVERY_ORGANISATION, LOCAL_LEAD, Grant, Role
from wres.answers.opening import local_store, shipped
from wres.command_line.evidence import stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.reports import Table, table_csv
from wres.store import AuditCheck, AuditLine, uk_time_text
from wres.text import cut, one_line

NOBODY = "Nobody was given a role by this program; access.csv may hold others."
NOTHING = "Nothing was done yet, so the log is empty."
COLUMNS = (
    "line",
    "made_at",
    "made_by",
    "action",
    "version",
    "file_name",
    "file_sha256",
    "content_hash",
    "detail",
    "previous_hash",
    "line_hash",
)


def roles(_asked: Namespace) -> Reply:
    """Return every role that stands in the store."""
    store = stored()
    if store is None:
        return Reply(data=[], lines=(NOBODY,))
    with store:
        grants = store.grants()
    lines = tuple(line for grant in grants for line in wrapped(f"{_words(grant)}."))
    return Reply(data=[_grant_data(one) for one in grants], lines=lines or (NOBODY,))


def give_role(asked: Namespace) -> Reply:
    """Return that somebody has a role now.

    Raises:
        BadCommand: If nobody is named, or a lead without an organisation that exists.
    """
    return _change(asked, given=True)


def take_role(asked: Namespace) -> Reply:
    """Return that somebody no longer has a role.

    Raises:
        BadCommand: If nobody is named, or a lead without an organisation that exists.
    """
    return _change(asked, given=False)


def _change(asked: Namespace, *, given: bool) -> Reply:
    grant = _grant(asked)
    with local_store() as store:
        line = store.change_role(
            grant,
            given=given,
            made_by=one_line(asked.by) or LOCAL_LEAD.name,
            made_at=datetime.now(UTC),
        )
    done = "now has" if given else "no longer has"
    said = f"{grant.identity} {done} the role: {_words(grant)}."
    if line is None:
        said = f"Nothing new, as it was so already: {_words(grant)}."
    return Reply(
        data={**_grant_data(grant), "given": given, "is_new": line is not None},
        lines=tuple(wrapped(said)),
    )


def _grant(asked: Namespace) -> Grant:
    identity, role = one_line(asked.identity).casefold(), Role(asked.role)
    if not identity:
        raise BadCommand("Name somebody: a verified e-mail address, or the subject of a sign-in.")
    code = one_line(asked.org).upper()
    if role is not Role.LEAD:
        code = EVERY_ORGANISATION
    elif code != EVERY_ORGANISATION and code not in shipped().organisations:
        raise BadCommand(
            f"A lead needs an organisation with --org; “{cut(code)}” is none this program knows."
        )
    return Grant(identity=identity, role=role, organisation=code, issuer=one_line(asked.issuer))


def audit(asked: Namespace) -> Reply:
    """Return the log, oldest line first; with ``--verify`` exit 1 when it was changed.

    Raises:
        BadCommand: If the table cannot be written where it was asked for.
    """
    store = stored()
    if store is None:
        return Reply(data={"lines": [], "holds": True}, lines=(NOTHING,))
    with store:
        lines, check = store.audit(), store.verify_audit()
    said = [_line(one) for one in lines] or [NOTHING]
    if asked.verify:
        said = [_verdict(check)]
    if asked.export:
        said = [*said[-1:], _exported(lines, asked.export)]
    return Reply(
        data={
            "lines": [dict(zip(COLUMNS, _cells(one), strict=True)) for one in lines],
            "holds": check.holds,
            "first_broken": check.first_broken,
            "unrecorded_versions": list(check.unrecorded_versions),
        },
        lines=tuple(line for text in said for line in wrapped(text, hang=4)),
        exit=Exit.FINE if check.holds or not asked.verify else Exit.WARNINGS,
    )


def _verdict(check: AuditCheck) -> str:
    if check.holds:
        return f"The log holds: {check.lines:,} lines, none changed, taken out or put in."
    if check.first_broken is not None:
        return (
            f"The log was changed: line {check.first_broken} does not follow from the one before."
        )
    missing = ", ".join(map(str, check.unrecorded_versions))
    return f"The log was cut: there is no line for version {missing}."


def _exported(lines: tuple[AuditLine, ...], file: str) -> str:
    rows = tuple(_cells(one) for one in lines)
    table = Table(caption="The log", columns=COLUMNS, rows=rows)
    try:
        Path(file).write_bytes(table_csv(table))
    except OSError:
        raise BadCommand(
            f"“{file}” cannot be written; name a file in a folder you may write to."
        ) from None
    return f"{len(lines):,} lines of the log were written to {file}."


def _cells(one: AuditLine) -> tuple[str, ...]:
    return (
        str(one.id),
        one.made_at.isoformat(),
        one_line(one.made_by),
        one.action.value,
        "" if one.version_id is None else str(one.version_id),
        one_line(one.file_name),
        one.file_sha256,
        one.content_hash,
        one_line(one.detail),
        one.previous_hash,
        one.line_hash,
    )


def _line(one: AuditLine) -> str:
    version = "" if one.version_id is None else f", version {one.version_id}"
    about = "; ".join(part for part in (one_line(one.file_name), one_line(one.detail)) if part)
    when, who = uk_time_text(one.made_at), one_line(one.made_by) or "not known"
    return f"{one.id}. {when}, {who}: {one.action.value}{version}{f' ({about})' if about else ''}."


def _words(grant: Grant) -> str:
    where = "all organisations" if grant.organisation == EVERY_ORGANISATION else grant.organisation
    scope = f" of {where}" if grant.role is Role.LEAD else ""
    issuer = f", only from {grant.issuer}" if grant.issuer else ""
    return f"{grant.identity}, {grant.role.value}{scope}{issuer}"


def _grant_data(grant: Grant) -> dict[str, object]:
    return {
        "identity": grant.identity,
        "role": grant.role.value,
        "organisation": grant.organisation,
        "issuer": grant.issuer,
    }
