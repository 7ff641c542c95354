"""The commands ``history``, ``undo`` and ``restore``: versions of the uploaded figures."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import UTC, datetime

from wres.access import LOCAL_LEAD
from wres.answers.opening import local_store
from wres.command_line.evidence import stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.store import Protection, Version, VersionKind, uk_time_text
from wres.text import cut, one_line
from wres.upload.checks import question_of

NOTHING = "Nothing was uploaded yet."


def history(_asked: Namespace) -> Reply:
    """Return every version, newest first."""
    store = stored()
    if store is None:
        return Reply(data=[], lines=(NOTHING,))
    with store:
        versions = store.history()
        checked = {version.id: store.protection(version.id) for version in versions}
    lines = [line for version in versions for line in _line(version, checked[version.id])]
    return Reply(
        data=[
            {**_data(version), "confidentiality": protection_data(checked[version.id])}
            for version in versions
        ],
        lines=tuple(lines) or (NOTHING,),
    )


def undo(asked: Namespace) -> Reply:
    """Return the new version without the newest upload or restore that still stood.

    Raises:
        StoreProblem: If there is nothing to undo.
    """
    with local_store() as store:
        taken_back = store.next_undo()
        made = store.undo(
            expected_version=store.current(),
            made_by=_made_by(asked),
            made_at=datetime.now(UTC),
        )
    said = f"Version {taken_back.id} is undone. " if taken_back else ""
    return Reply(data=_data(made), lines=tuple(wrapped(f"{said}{_now(made)}")))


def restore(asked: Namespace) -> Reply:
    """Return the new version with the figures of an earlier one.

    Raises:
        BadCommand: If there is no such version; the sentence says which there are.
    """
    with local_store() as store:
        before = store.current()
        if not 1 <= asked.version <= before:
            there_are = f"there are 1 to {before}" if before else "nothing was uploaded yet"
            raise BadCommand(f"There is no version {cut(str(asked.version))}; {there_are}.")
        made = store.restore(
            asked.version,
            expected_version=before,
            made_by=_made_by(asked),
            made_at=datetime.now(UTC),
        )
    if made.id == before:
        said = f"Nothing new: the figures are those of version {asked.version} already."
        return Reply(data=_data(made), lines=tuple(wrapped(said)))
    return Reply(data=_data(made), lines=tuple(wrapped(_now(made))))


def _made_by(asked: Namespace) -> str:
    return one_line(asked.by) or LOCAL_LEAD.name


def _now(made: Version) -> str:
    where = f"those of version {made.same_as}" if made.same_as else "as they were shipped"
    return f"The figures are now {where} (stored as version {made.id})."


def protection_data(kept: Protection | None) -> dict[str, object] | None:
    """Return what the attack on a version found, in JSON; None when none was made."""
    if kept is None:
        return None
    withheld = [
        {"org_code": one.org_code, "wres_year": one.wres_year, "what": one.step.value}
        for one in kept.withheld
    ]
    return {**json.loads(kept.proof), "summary": kept.summary, "withheld": withheld}


def _line(version: Version, kept: Protection | None) -> list[str]:
    what = {
        VersionKind.UPLOAD: f"upload of {version.file_name}",
        VersionKind.UNDO: f"undo, back to version {version.same_as or 0}",
        VersionKind.RESTORE: f"restore of version {version.same_as or 0}",
    }[version.kind]
    when = uk_time_text(version.made_at)
    figures = "1 figure" if version.row_count == 1 else f"{version.row_count:,} figures"
    note = f"; {version.note}" if version.note else ""
    checked = kept.summary if kept else "none was made, by an earlier release"
    told = (
        f"{version.id}. {when}, {version.made_by}: {what} ({figures}){note}. "
        f"Confidentiality check: {checked}."
    )
    return wrapped(told, hang=4)


def _data(version: Version) -> dict[str, object]:
    return {
        "version": version.id,
        "kind": version.kind.value,
        "made_at": version.made_at.isoformat(),
        "made_by": version.made_by,
        "parent": version.parent_id,
        "same_as": version.same_as,
        "figures": version.row_count,
        "file_name": version.file_name,
        "file_sha256": version.file_sha256,
        "shape": version.shape,
        "note": version.note,
        "content_hash": version.content_hash,
        # The check's question, not its message: a message names figures of the file.
        "acknowledgements": [
            {"check": one.check, "asked": question_of(one.check), "reason": one.reason}
            for one in version.acknowledgements
        ],
    }
