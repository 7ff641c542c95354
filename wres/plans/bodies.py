"""Plans and activities as plain values, and back: how they are kept in a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from wres.errors import PlanRefused
from wres.plans.activity import FIELDS, Activity, Cell, ProgressNote
from wres.plans.plan import ActionPlan, DeclaredConcern
from wres.plans.writing import Value
from wres.terms import Trigger

Body = Mapping[str, object]
Listing = list[str] | list[int]
# What an activity keeps besides the fields a person fills in.
_BESIDE = ("theme_ours", "link_basis", "came_from")
_PLAN_TEXTS = (
    *("organisation_name", "title", "data_year", "plan_year", "source", "source_url"),
    "copied_from",
)
_DAMAGED = "A plan of the store cannot be read; put a backup there."


def values_of(activity: Activity) -> dict[str, Value]:
    """Return what is filled in of an activity, as plain values by the name of the field."""
    return {name: _plain(getattr(activity, name)) for name in FIELDS}


def activity_body(activity: Activity, *, plan_id: str, position: int) -> dict[str, Value]:
    """Return an activity as a record keeps it; its id and progress notes are kept beside it.

    ``position`` is its place in the plan, counted from 1; its row is the one of its own table.
    """
    beside = {name: str(getattr(activity, name)) for name in _BESIDE}
    unclear = [cell.value for cell in activity.unclear]
    return {
        **values_of(activity),
        **beside,
        "unclear": unclear,
        "plan_id": plan_id,
        "row": activity.row,
        "position": position,
    }


def activity_from(
    body: Body, *, activity_id: str, revision: int, progress: tuple[ProgressNote, ...] = ()
) -> Activity:
    """Return the activity a record keeps.

    Raises:
        PlanRefused: If the record was written by something else.
    """
    names = {field.name for field in fields(Activity)}
    values = {name: _typed(name, value) for name, value in body.items() if name in names}
    values |= {"id": activity_id, "revision": revision, "progress": progress}
    values["reasons"] = tuple(Trigger(code) for code in _list(body, "reasons"))
    values["unclear"] = tuple(Cell(code) for code in _list(body, "unclear"))
    try:
        return Activity(**values)  # type: ignore[arg-type]
    except TypeError as error:
        raise PlanRefused(_DAMAGED) from error


def plan_body(plan: ActionPlan) -> dict[str, object]:
    """Return a plan as a record keeps it; its activities are records of their own."""
    return {
        **{name: str(getattr(plan, name)) for name in _PLAN_TEXTS},
        "wres_year": plan.wres_year,
        "made_up": plan.made_up,
        "checked_on": plan.checked_on.isoformat() if plan.checked_on else "",
        "notes": list(plan.notes),
        "concerns": [
            {
                "indicator": one.indicator,
                "reasons": [reason.value for reason in one.reasons],
                "stated": one.stated,
                "note": one.note,
            }
            for one in plan.concerns
        ],
    }


def plan_from(
    body: Body,
    *,
    plan_id: str,
    org_code: str,
    activities: tuple[Activity, ...],
    set_aside: tuple[Activity, ...] = (),
) -> ActionPlan:
    """Return the plan a record keeps, with its activities.

    A concern an activity names with a reason counts as declared, like those of the plan itself.

    Raises:
        PlanRefused: If the record was written by something else.
    """
    try:
        texts = {name: str(body[name]) for name in _PLAN_TEXTS}
        checked_on = str(body["checked_on"])
        declared = tuple(_concern(one) for one in _list(body, "concerns"))
        return ActionPlan(
            **texts,  # type: ignore[arg-type]
            file_name="",
            id=plan_id,
            organisation_code=org_code,
            wres_year=int(str(body["wres_year"])),
            made_up=bool(body["made_up"]),
            checked_on=date.fromisoformat(checked_on) if checked_on else None,
            notes=tuple(str(note) for note in _list(body, "notes")),
            concerns=_with_named(declared, activities),
            activities=activities,
            set_aside=set_aside,
        )
    except (KeyError, ValueError) as error:
        raise PlanRefused(_DAMAGED) from error


def _with_named(
    declared: tuple[DeclaredConcern, ...], activities: tuple[Activity, ...]
) -> tuple[DeclaredConcern, ...]:
    found = {one.indicator: one for one in declared}
    for number in sorted({n for one in activities if one.reasons for n in one.indicators}):
        if number not in found:
            named = {r for one in activities if number in one.indicators for r in one.reasons}
            reasons = tuple(reason for reason in Trigger if reason in named)
            found[number] = DeclaredConcern(indicator=number, reasons=reasons, stated="")
    return tuple(found.values())


def _concern(told: object) -> DeclaredConcern:
    body = told if isinstance(told, dict) else {}
    return DeclaredConcern(
        indicator=int(str(body["indicator"])),
        reasons=tuple(Trigger(code) for code in _list(body, "reasons")),
        stated=str(body["stated"]),
        note=str(body["note"]),
    )


def _list(body: Body, name: str) -> list[object]:
    value = body.get(name)
    return value if isinstance(value, list) else []


def _typed(name: str, value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: object) -> Value:
    if isinstance(value, tuple):
        found: Listing = [one.value if isinstance(one, Trigger) else one for one in value]
        return found
    return value  # type: ignore[return-value]
