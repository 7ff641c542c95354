"""A version made of rows or of a draft, a draft discarded, and the lines of the log for drafts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.store import audit, drafts, versions
from wres.store.audit import AuditAction
from wres.store.changes import compare_rows
from wres.store.drafts import DraftEnd, DraftFigures, KeptDraft
from wres.store.plain_figures import stored_key
from wres.store.uk_time import uk_day_text
from wres.store.versions import Entry, Version, VersionKind


def lay_over(
    connection: Connection, entry: Entry, figures: DraftFigures, *, current: int, replaces: bool
) -> Version:
    """Return the new version with these rows laid over those of the current one.

    When they change nothing, the version numbered ``current`` is returned.

    Raises:
        StoreProblem: If nothing was ever stored and there is no row.
    """
    changes = compare_rows(connection, figures.rows, version=current, replaces=replaces)
    if changes.nothing and not current:
        raise StoreProblem("There are no figures in this file, so nothing was stored.")
    if changes.nothing:
        return versions.read_version(connection, current)
    places = {stored_key(key): place for key, place in figures.places.items()}
    return versions.append(connection, entry, parent=current, changes=changes, places=places)


def publish(
    connection: Connection, draft: KeptDraft, *, made_by: str, made_at: datetime
) -> Version:
    """Return the version a person makes of a draft."""
    return _publish(
        connection,
        draft,
        AuditAction.PUBLISHED,
        made_by=made_by,
        made_at=made_at,
        note=f"published from draft {draft.id}",
    )


def release(connection: Connection, draft: KeptDraft, *, made_at: datetime) -> Version:
    """Return the version a draft becomes when its embargo ends; it stays with who brought it."""
    day = uk_day_text(draft.release_on) if draft.release_on else ""
    return _publish(
        connection,
        draft,
        AuditAction.RELEASED,
        made_by=draft.made_by,
        made_at=made_at,
        note=f"embargo ended on {day}",
    )


def discard(connection: Connection, draft: KeptDraft, *, made_by: str, made_at: datetime) -> None:
    """Return nothing once a draft has ended without being published."""
    drafts.end(connection, draft.id, DraftEnd.DISCARDED, made_by=made_by, made_at=made_at)
    record_draft(connection, AuditAction.DISCARDED, draft, made_by=made_by, made_at=made_at)


def _publish(
    connection: Connection,
    draft: KeptDraft,
    action: AuditAction,
    *,
    made_by: str,
    made_at: datetime,
    note: str,
) -> Version:
    entry = Entry(
        kind=VersionKind.UPLOAD,
        made_by=made_by,
        made_at=made_at,
        file_name=draft.file_name,
        file_sha256=draft.file_sha256,
        shape=draft.shape,
        note="; ".join(part for part in (draft.note, note) if part),
        report=draft.report,
        acknowledgements=draft.acknowledgements,
    )
    before = versions.current_id(connection)
    figures = drafts.figures_of(connection, draft.id)
    made = lay_over(connection, entry, figures, current=before, replaces=draft.replaces)
    drafts.end(
        connection, draft.id, DraftEnd.PUBLISHED, made_by=made_by, made_at=made_at, version=made.id
    )
    if made.id == before:
        detail = f"{note}; it changed nothing"
        record_draft(connection, action, draft, made_by=made_by, made_at=made_at, detail=detail)
    else:
        audit.record_version(connection, action, made, detail=f"draft {draft.id}: {made.note}")
    return made


def record_draft(
    connection: Connection,
    action: AuditAction,
    draft: KeptDraft,
    *,
    made_by: str,
    made_at: datetime,
    detail: str = "",
) -> None:
    """Return nothing once the log says what was done with a draft that made no version."""
    told = f"draft {draft.id}"
    if action is AuditAction.DRAFTED and draft.release_on:
        told = f"draft {draft.id}, under embargo until {uk_day_text(draft.release_on)}"
    audit.record(
        connection,
        action,
        made_by=made_by,
        made_at=made_at,
        file_name=draft.file_name,
        file_sha256=draft.file_sha256,
        detail=f"{told}: {detail}" if detail else told,
    )
