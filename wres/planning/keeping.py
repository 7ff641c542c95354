"""The plans of the store: read with all their activities, begun, copied from a file, imported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from wres.errors import PlanRefused
from wres.organisations import Organisation
from wres.planning.changes import (
    Author,
    Saved,
    activities_of,
    add_activity,
    begin,
    last_position,
    must_be_plan,
    next_revision,
    position_of,
)
from wres.plans import (
    ActionPlan,
    Activity,
    ProgressNote,
    activity_body,
    activity_from,
    current,
    plan_body,
    plan_from,
    same_content,
    written,
)
from wres.store import Record, RecordKind, Revision, Store
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR

SOURCE = "Kept in this program by the trust"
DRAFTS = "Drafted activities"


def kept_plans(store: Store, org_code: str | None = None) -> tuple[ActionPlan, ...]:
    """Return the plans kept in the store, of one organisation or of all, in the order begun."""
    notes: dict[str, list[ProgressNote]] = {}
    for one in sorted(store.records(RecordKind.PROGRESS, org_code), key=_in_time):
        notes.setdefault(str(one.body["activity_id"]), []).append(_note(one))
    activities: dict[str, list[Activity]] = {}
    for one in sorted(activities_of(store, org_code), key=position_of):
        found = activity_from(
            one.body,
            activity_id=one.record_id,
            revision=one.revision,
            progress=tuple(notes.get(one.record_id, ())),
        )
        activities.setdefault(str(one.body["plan_id"]), []).append(found)
    return tuple(
        _plan(one, activities.get(one.record_id, []))
        for one in store.records(RecordKind.PLAN, org_code)
        if not one.body.get("set_aside")
    )


def new_plan(
    store: Store,
    organisation: Organisation,
    title: str,
    *,
    wres_year: int,
    by: Author,
    activities: Sequence[Activity] = (),
) -> str:
    """Return the id of a new plan, with these activities in it: all of them, or nothing.

    Raises:
        PlanRefused: If it has no title, or the year is not one of the standard.
    """
    plan = _begun(organisation, written(title, "the title"), wres_year)
    given = _as_records(plan, activities)
    store.write_records(given, made_by=by.name, made_at=by.at)
    return given[0].record_id


def copy_plan(store: Store, plan: ActionPlan, *, by: Author) -> str:
    """Return the id of a plan of the store that says what a plan of a file says.

    The copy stands over the file, which stays as it is; each activity says where it came from.
    """
    given = _as_records(plan, plan.activities)
    store.write_records(given, made_by=by.name, made_at=by.at)
    return given[0].record_id


def import_activities(
    store: Store, plan_id: str, activities: Iterable[Activity], *, org_code: str, by: Author
) -> int:
    """Return how many activities were added to a plan, all at once; those it has are left out.

    Raises:
        PlanRefused: If the organisation has no such plan.
    """
    must_be_plan(store, plan_id, org_code)
    (plan,) = (one for one in kept_plans(store, org_code) if one.id == plan_id)
    new = new_in(plan, activities)
    last = last_position(activities_of(store, org_code), plan_id)
    given = [
        record
        for place, one in enumerate(new, start=last + 1)
        for record in _activity_records(one, plan_id, org_code=org_code, position=place)
    ]
    if given:
        store.write_records(given, made_by=by.name, made_at=by.at)
    return len(new)


def new_in(plan: ActionPlan | None, activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Return the activities a plan does not have yet, word for word."""
    there = plan.activities if plan else ()
    return tuple(one for one in activities if not any(same_content(one, old) for old in there))


def set_plan_aside(store: Store, plan_id: str, *, aside: bool, org_code: str, by: Author) -> Saved:
    """Return the revision that takes a plan out of sight, or brings it back; nothing is lost.

    Raises:
        PlanRefused: If the organisation has no such plan.
    """
    newest = must_be_plan(store, plan_id, org_code)
    return next_revision(store, newest, values={**newest.body, "set_aside": aside}, by=by)


def draft_activity(
    store: Store,
    organisation: Organisation,
    activity: str,
    *,
    came_from: str,
    wres_year: int,
    by: Author,
    indicators: Sequence[int] = (),
    rationale: str = "",
    cases: Sequence[str] = (),
    shipped: Iterable[ActionPlan] = (),
) -> str:
    """Return the id of an activity drafted from an idea or a case study, which it remembers.

    It goes into the plan of the store that stands; where there is none, into a new one of the
    year of the ``shipped`` plan that stands, or else of ``wres_year``. Lead, date and measure stay
    empty, so that the plan says they are missing.

    Raises:
        PlanRefused: If a field cannot be kept.
    """
    code = organisation.code
    of_files = tuple(one for one in shipped if one.organisation_code == code)
    standing = current((*kept_plans(store, code), *of_files))
    plan_id = next((one.id for one in standing if one.id), "")
    values = {
        "activity": activity,
        "indicators": list(indicators),
        "rationale": rationale,
        "cases": list(cases),
        "status_as_written": "not started",
    }
    if not plan_id:
        year = standing[0].wres_year if standing else wres_year
        plan_id = new_plan(store, organisation, DRAFTS, wres_year=year, by=by)
    return add_activity(store, plan_id, values, org_code=code, by=by, came_from=came_from)


def _begun(organisation: Organisation, title: str, wres_year: int) -> ActionPlan:
    if not title:
        raise PlanRefused("The plan has no title; give it one.")
    if not FIRST_WRES_YEAR <= wres_year <= LAST_WRES_YEAR:
        raise PlanRefused(
            f"{wres_year} is no WRES year; use one from {FIRST_WRES_YEAR} to {LAST_WRES_YEAR}."
        )
    return ActionPlan(
        file_name="",
        organisation_code=organisation.code,
        organisation_name=organisation.name,
        title=title,
        data_year=f"{wres_year - 1}-{wres_year % 100:02}",
        wres_year=wres_year,
        plan_year=f"{wres_year}-{(wres_year + 1) % 100:02}",
        source=SOURCE,
        source_url="",
        checked_on=None,
        made_up=organisation.made_up,
        notes=(),
        concerns=(),
        activities=(),
    )


def _as_records(plan: ActionPlan, activities: Sequence[Activity]) -> list[Revision]:
    body = plan_body(plan) | {"copied_from": plan.file_name}
    first = begin(RecordKind.PLAN, body, org_code=plan.organisation_code)
    given = [first]
    for place, one in enumerate(activities, start=1):
        given += _activity_records(
            one, first.record_id, org_code=plan.organisation_code, position=place
        )
    return given


def _activity_records(
    one: Activity, plan_id: str, *, org_code: str, position: int
) -> list[Revision]:
    """An activity and its progress notes as records; one of a file says which it was."""
    came_from = one.came_from or one.id
    body = activity_body(one, plan_id=plan_id, position=position) | {"came_from": came_from}
    first = begin(RecordKind.ACTIVITY, body, org_code=org_code)
    notes = [
        begin(
            RecordKind.PROGRESS,
            {
                "activity_id": first.record_id,
                "position": number,
                "text": note.text,
                "day": note.day,
            },
            org_code=org_code,
        )
        for number, note in enumerate(one.progress)
    ]
    return [first, *notes]


def _plan(record: Record, activities: list[Activity]) -> ActionPlan:
    return plan_from(
        record.body,
        plan_id=record.record_id,
        org_code=record.org_code,
        activities=tuple(one for one in activities if not one.taken_out),
        set_aside=tuple(one for one in activities if one.taken_out),
    )


def _in_time(record: Record) -> tuple[datetime, int]:
    # Notes of one file were written at one moment; they keep the order of the file.
    return record.made_at, int(str(record.body["position"]))


def _note(record: Record) -> ProgressNote:
    return ProgressNote(
        text=str(record.body["text"]),
        day=str(record.body["day"]),
        made_by=record.made_by,
        made_at=record.made_at,
    )
