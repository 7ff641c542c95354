"""One activity of a plan changed: by two people at once, taken back, and all of it to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import uuid4

from wres.errors import PlanRefused, StoreMoved
from wres.plans import (
    FIELDS,
    Activity,
    Clash,
    activity_body,
    checked,
    merge,
    read_day,
    written,
)
from wres.store import Plain, Record, RecordKind, Revision, Store

# Each further try means that somebody else's change was kept in the meantime.
_TRIES = 200
_GONE = "This activity is not one of this organisation’s plans; open the plan again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes, and when."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What came of a change: the revision that stands, and what a person must decide first.

    With ``clashes`` nothing was written.
    """

    revision: int
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityChange:
    """One revision of an activity: who, when, and each field that changed, before and after.

    The first revision has no field in it: the activity was begun.
    """

    revision: int
    made_by: str
    made_at: datetime
    fields: tuple[tuple[str, Plain, Plain], ...]


def add_activity(
    store: Store,
    plan_id: str,
    values: Mapping[str, object],
    *,
    org_code: str,
    by: Author,
    came_from: str = "",
) -> str:
    """Return the id of an activity that was added to the end of a plan.

    ``came_from`` says which idea or case study it was drafted from.

    Raises:
        PlanRefused: If the organisation has no such plan, or a field cannot be kept.
    """
    must_be_plan(store, plan_id, org_code)
    place = 1 + last_position(activities_of(store, org_code), plan_id)
    begun = Activity(id="", row=place, came_from=written(came_from, "where it came from"))
    body = activity_body(begun, plan_id=plan_id, position=place)
    body |= checked({"activity": "", **values})
    revision = begin(RecordKind.ACTIVITY, body, org_code=org_code)
    store.write_records([revision], made_by=by.name, made_at=by.at)
    return revision.record_id


def change_activity(
    store: Store,
    activity_id: str,
    changes: Mapping[str, object],
    *,
    seen: int,
    org_code: str,
    by: Author,
) -> Saved:
    """Return what came of changing some fields of an activity as it stood at revision ``seen``.

    What somebody else changed since is kept beside it. Where both changed a field, nothing is
    written and both are told.

    Raises:
        PlanRefused: If there is no such activity, or a field cannot be kept.
        StoreMoved: If it changes faster than it can be written.
    """
    mine = checked(changes)
    for _ in range(_TRIES):
        history = _history(store, activity_id, org_code)
        if not 1 <= seen <= len(history):
            raise PlanRefused(_GONE)
        newest = history[-1]
        merged = merge(history[seen - 1].body, mine=mine, theirs=newest.body)
        if merged.clashes or merged.values == newest.body:
            return Saved(revision=newest.revision, clashes=merged.clashes)
        try:
            return next_revision(store, newest, values=merged.values, by=by)
        except StoreMoved:
            continue
    raise StoreMoved("This activity is being changed by many at once; try again in a moment.")


def take_back(
    store: Store, activity_id: str, *, to: int, seen: int, org_code: str, by: Author
) -> Saved:
    """Return the revision that makes an activity what it was at an earlier one.

    Raises:
        PlanRefused: If there is no such activity or revision.
        StoreMoved: If it was changed since revision ``seen``.
    """
    history = _history(store, activity_id, org_code)
    if not 1 <= to <= len(history):
        raise PlanRefused(f"This activity has no revision {to}.")
    newest = history[-1]
    if newest.revision != seen:
        raise StoreMoved(
            "This was changed by somebody else since you looked; look at it again.",
            seen=seen,
            current=newest.revision,
        )
    if newest.body == history[to - 1].body:
        return Saved(revision=newest.revision)
    return next_revision(store, newest, values=dict(history[to - 1].body), by=by)


def add_progress(
    store: Store, activity_id: str, text: str, *, day: str, org_code: str, by: Author
) -> str:
    """Return the id of a note on how an activity goes; each is a record, so none is in the way.

    Raises:
        PlanRefused: If there is no such activity, the note is empty, or its day is no day.
    """
    _history(store, activity_id, org_code)
    note, on = written(text, "the note"), written(day, "the day")
    if not note:
        raise PlanRefused("The note is empty; say in a few words what happened.")
    if on and not read_day(on).is_understood:
        raise PlanRefused(f"“{on[:40]}” is no day; write it like 12 March 2026, or leave it empty.")
    body = {"activity_id": activity_id, "text": note, "day": on, "position": 0}
    record = begin(RecordKind.PROGRESS, body, org_code=org_code)
    store.write_records([record], made_by=by.name, made_at=by.at)
    return record.record_id


def begin(kind: RecordKind, body: Mapping[str, object], *, org_code: str) -> Revision:
    """Return the first revision of a new record, which is to be written."""
    return Revision(
        kind=kind,
        record_id=uuid4().hex,
        revision=1,
        org_code=org_code,
        body=cast(Mapping[str, Plain], body),
    )


def changes_of(store: Store, activity_id: str, *, org_code: str) -> tuple[ActivityChange, ...]:
    """Return every change of an activity, the newest first.

    Raises:
        PlanRefused: If there is no such activity.
    """
    history = _history(store, activity_id, org_code)
    found = []
    for before, after in zip((None, *history), history, strict=False):
        differing = FIELDS if before else ()
        found.append(
            ActivityChange(
                revision=after.revision,
                made_by=after.made_by,
                made_at=after.made_at,
                fields=tuple(
                    (name, before.body.get(name), after.body.get(name))
                    for name in differing
                    if before and before.body.get(name) != after.body.get(name)
                ),
            )
        )
    return tuple(reversed(found))


def position_of(record: Record) -> int:
    """Return the place of an activity in its plan, counted from 1."""
    return int(str(record.body["position"]))


def last_position(records: Iterable[Record], plan_id: str) -> int:
    """Return the last place taken in a plan, 0 in an empty one."""
    places = (position_of(one) for one in records if one.body["plan_id"] == plan_id)
    return max(places, default=0)


def activities_of(store: Store, org_code: str | None) -> tuple[Record, ...]:
    """Return the newest revision of every activity of an organisation, or of all."""
    return store.records(RecordKind.ACTIVITY, org_code)


def next_revision(
    store: Store, newest: Record, *, values: Mapping[str, object], by: Author
) -> Saved:
    """Return the revision that was written after the newest one.

    Raises:
        StoreMoved: If it is the newest no more.
    """
    body = cast(Mapping[str, Plain], values)
    given = Revision(
        kind=newest.kind,
        record_id=newest.record_id,
        revision=newest.revision + 1,
        org_code=newest.org_code,
        body=body,
    )
    (made,) = store.write_records([given], made_by=by.name, made_at=by.at)
    return Saved(revision=made.revision)


def _history(store: Store, activity_id: str, org_code: str) -> tuple[Record, ...]:
    history = store.record_history(activity_id)
    if not history or (history[0].kind, history[0].org_code) != (RecordKind.ACTIVITY, org_code):
        raise PlanRefused(_GONE)
    return history


def must_be_plan(store: Store, plan_id: str, org_code: str) -> Record:
    """Return the newest revision of a plan.

    Raises:
        PlanRefused: If the organisation has no such plan.
    """
    history = store.record_history(plan_id)
    if not history or (history[0].kind, history[0].org_code) != (RecordKind.PLAN, org_code):
        raise PlanRefused("This plan is not one of this organisation’s; open the plan again.")
    return history[-1]
