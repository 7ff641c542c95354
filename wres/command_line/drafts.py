"""The commands ``drafts``, ``publish`` and ``discard``: uploads kept for later."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from wres.access import LOCAL_LEAD
from wres.answers.opening import local_store
from wres.command_line.evidence import stored
from wres.command_line.examined import changes_lines
from wres.command_line.layout import wrapped
from wres.command_line.reply import Reply
from wres.store import KeptDraft, uk_day, uk_day_text, uk_time_text
from wres.text import one_line
from wres.upload.checking import count_of

NONE = "No draft is waiting."


def drafts(_asked: Namespace) -> Reply:
    """Return every draft that waits, oldest first; their figures are not told."""
    store = stored()
    if store is None:
        return Reply(data=[], lines=(NONE,))
    with store:
        waiting = store.drafts()
    lines = tuple(line for draft in waiting for line in _line(draft))
    return Reply(data=[draft_data(draft) for draft in waiting], lines=lines or (NONE,))


def publish(asked: Namespace) -> Reply:
    """Return the version a draft became.

    Raises:
        StoreProblem: If it is under embargo, has ended, or never was.
    """
    now = datetime.now(UTC)
    with local_store() as store:
        before = store.current()
        changes = store.draft_changes(asked.draft)
        made = store.publish_draft(
            asked.draft,
            expected_version=before,
            made_by=_made_by(asked),
            made_at=now,
            today=uk_day(now),
        )
    is_new = made.id != before
    said = f"Draft {asked.draft} is published as version {made.id}."
    if not is_new:
        said = f"Draft {asked.draft} changed nothing: its figures are those of version {made.id}."
    lines = [*(changes_lines(changes, "were") if is_new else []), *wrapped(said)]
    data = {"draft": asked.draft, "version": made.id, "is_new": is_new}
    return Reply(data=data, lines=tuple(lines))


def discard(asked: Namespace) -> Reply:
    """Return that a draft will not be published.

    Raises:
        StoreProblem: If there is none with this number, or it has ended.
    """
    with local_store() as store:
        store.discard_draft(asked.draft, made_by=_made_by(asked), made_at=datetime.now(UTC))
    said = f"Draft {asked.draft} is discarded."
    return Reply(data={"draft": asked.draft, "discarded": True}, lines=(said,))


def draft_data(draft: KeptDraft) -> dict[str, object]:
    """Return what is told of a draft in JSON."""
    return {
        "draft": draft.id,
        "made_at": draft.made_at.isoformat(),
        "made_by": draft.made_by,
        "file_name": draft.file_name,
        "file_sha256": draft.file_sha256,
        "shape": draft.shape,
        "note": draft.note,
        "figures": draft.row_count,
        "organisations": list(draft.org_codes),
        "replaces": draft.replaces,
        "release_on": draft.release_on.isoformat() if draft.release_on else None,
    }


def _line(draft: KeptDraft) -> list[str]:
    until = ""
    if draft.release_on:
        until = f"; under embargo until {uk_day_text(draft.release_on)}"
    return wrapped(
        f"{draft.id}. {uk_time_text(draft.made_at)}, {draft.made_by}: {draft.file_name} "
        f"({count_of(draft.row_count, 'figure')}, {', '.join(draft.org_codes)}){until}",
        hang=4,
    )


def _made_by(asked: Namespace) -> str:
    return one_line(asked.by) or LOCAL_LEAD.name
