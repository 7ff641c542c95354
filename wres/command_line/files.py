"""The commands ``check`` and ``load``: is a file fit to store, what would change, and store it."""

from __future__ import annotations

import json
from argparse import Namespace
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from wres.access import LOCAL_LEAD
from wres.answers.opening import held_at, local_store, shipped
from wres.answers.placing import acknowledged_with, filed, places_of
from wres.command_line.drafts import draft_data
from wres.command_line.evidence import stored
from wres.command_line.examined import changes_lines, told
from wres.command_line.layout import wrapped
from wres.command_line.reading import EXIT_OF, name_of, nothing_read, source_of
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.command_line.versions import protection_data
from wres.errors import StoreProblem
from wres.library.shipped import Shipped
from wres.results import Results
from wres.store import Changes, Filed, KeptDraft, Protection, Store, uk_day, uk_day_text
from wres.terms import term
from wres.text import one_line
from wres.upload.examine import Examination, Verdict, examine
from wres.upload.limits import LARGEST_RESPONDENT_FILE_ON_DISK
from wres.upload.mapping import Choices, Scale
from wres.upload.report import as_json
from wres.upload.source import Source


def check(asked: Namespace) -> Reply:
    """Return what is wrong with a file and what storing it would change; nothing is stored."""
    try:
        source = source_of(asked.file)
    except BadCommand as nothing_there:
        return _unread(str(nothing_there))
    found = _examined(asked, source)
    changes = None if found.verdict is Verdict.REFUSED else _preview(found, replaces=asked.replace)
    return _reply(found, changes, changes_lines(changes, "would be") if changes else [])


def load(asked: Namespace) -> Reply:
    """Return what was stored of a file, or why nothing was; a refusal goes into the log.

    Raises:
        BadCommand: If the embargo would end on a day that has come.
    """
    _must_be_to_come(asked.embargo)
    try:
        source = source_of(asked.file)
    except BadCommand as nothing_there:
        return _unread(str(nothing_there))
    found = _examined(asked, source)
    if found.verdict is Verdict.REFUSED:
        _log_refusal(asked, found.reason, sha256=source.sha256())
        return _reply(found, None, [])
    with local_store() as store:
        if asked.draft or asked.embargo:
            return _kept(store, found, asked)
        return _stored(store, found, asked)


def made_by(asked: Namespace) -> str:
    """Return who gives the command, for the log."""
    return one_line(asked.by) or LOCAL_LEAD.name


def _examined(asked: Namespace, source: Source) -> Examination:
    choices = Choices(
        org_code=asked.org.strip().upper(),
        wres_year=asked.year,
        mapping=tuple(asked.map),
        scale=term(Scale, asked.scale, "scale"),
        shape=asked.shape,
        sheet=asked.sheet,
        repairs=tuple(asked.repair),
    )
    data = shipped()
    return examine(
        source,
        organisations=data.organisations,
        choices=choices,
        held=_held(data),
        largest_extract=LARGEST_RESPONDENT_FILE_ON_DISK,
    )


def _held(data: Shipped) -> Results:
    store = stored()
    return data.results if store is None else held_at(store, store.current(), data=data)


def _preview(found: Examination, *, replaces: bool) -> Changes:
    store = stored()
    if store is None:
        return Changes(added=tuple(found.results))
    with store:
        return store.changes(found.results, replaces=replaces)


def _stored(store: Store, found: Examination, asked: Namespace) -> Reply:
    before = store.current()
    changes = store.changes(found.results, replaces=asked.replace)
    made = store.accept(
        found.results,
        expected_version=before,
        places=places_of(found),
        replaces=asked.replace,
        **_filed(found, asked),
    )
    if made.id == before:
        lines = [f"Nothing new: these figures are stored already, as version {made.id}."]
    else:
        lines = [*changes_lines(changes, "were"), f"Stored as version {made.id}."]
    kept = store.protection(made.id)
    if kept is not None:
        lines += wrapped(f"Confidentiality check: {kept.summary}.")
    return _reply(found, changes, lines, version=made.id, is_new=made.id != before, protection=kept)


def _kept(store: Store, found: Examination, asked: Namespace) -> Reply:
    kept = store.keep_draft(
        found.results,
        places=places_of(found),
        replaces=asked.replace,
        release_on=asked.embargo,
        **_filed(found, asked),
    )
    changes = store.draft_changes(kept.id)
    how = f"publish it with “publish {kept.id}”"
    if kept.release_on:
        how = f"it is published by itself on {uk_day_text(kept.release_on)}"
    said = f"Kept as draft {kept.id}, shown nowhere; {how}."
    lines = [*changes_lines(changes, "would be"), *wrapped(said)]
    return _reply(found, changes, lines, draft=kept)


def _filed(found: Examination, asked: Namespace) -> Filed:
    return filed(
        found,
        made_by=made_by(asked),
        made_at=datetime.now(UTC),
        acknowledgements=acknowledged_with(found, one_line(asked.reason)),
    )


def _must_be_to_come(day: date | None) -> None:
    if day is not None and day <= uk_day(datetime.now(UTC)):
        raise BadCommand(
            f"The embargo would end on {uk_day_text(day)}, which has come; leave it out or name a "
            "later day."
        )


def _log_refusal(asked: Namespace, reason: str, *, sha256: str = "") -> None:
    # The file is refused whether or not the log can be written.
    with suppress(StoreProblem), local_store() as store:
        store.record_refusal(
            made_by=made_by(asked),
            made_at=datetime.now(UTC),
            file_name=name_of(asked.file),
            file_sha256=sha256,
            reason=one_line(reason),
        )


def _unread(reason: str) -> Reply:
    return Reply(data=nothing_read(reason), exit=Exit.REFUSED, problem=reason)


def _reply(
    found: Examination,
    changes: Changes | None,
    ending: list[str],
    *,
    version: int | None = None,
    is_new: bool = False,
    draft: KeptDraft | None = None,
    protection: Protection | None = None,
) -> Reply:
    data: dict[str, Any] = json.loads(as_json(found))
    if changes is not None:
        data["changes"] = {
            "added": len(changes.added),
            "changed": len(changes.changed),
            "unchanged": len(changes.unchanged),
            "removed": len(changes.removed),
        }
    if version is not None:
        data |= {"version": version, "is_new": is_new}
    if protection is not None:
        data["confidentiality"] = protection_data(protection)
    if draft is not None:
        data |= draft_data(draft)
    return Reply(
        data=data,
        lines=(*told(found), *([""] if ending else []), *ending),
        exit=EXIT_OF[found.verdict],
        problem=found.reason if found.verdict is Verdict.REFUSED else "",
    )
