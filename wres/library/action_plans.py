"""Action plans as their trusts wrote them, read from files: every activity, and what is open."""

from __future__ import annotations

from pathlib import Path

from wres.errors import DataFileBroken
from wres.library.front_matter import Fields, load_folder, read_toml
from wres.plans import ActionPlan, Activity, Cell, DeclaredConcern
from wres.terms import Trigger

# What only a plan of the store has; no file may set it.
_OF_THE_STORE = ("id", "copied_from")
_ALSO_OF_THE_STORE = (
    *("reasons", "revision", "progress", "taken_out", "came_from", "cases", "high_impact"),
)


def load_action_plan(path: Path) -> ActionPlan:
    """Return the plan in a TOML file.

    Raises:
        DataFileBroken: If the file cannot be read, lacks a key, or has one we do not know.
    """
    fields = read_toml(path)
    fields.refuse_keys_outside(ActionPlan, but=("file_name", *_OF_THE_STORE))
    concerns = tuple(_concern(one) for one in fields.tables("concerns"))
    _refuse_repeats(fields, "indicator", [str(one.indicator) for one in concerns])
    activities = tuple(_activity(one, concerns) for one in fields.tables("activities"))
    _refuse_repeats(fields, "activity id", [one.id for one in activities])
    if not activities:
        raise fields.broken("the plan has no [[activities]].")
    return ActionPlan(
        file_name=path.name,
        organisation_code=fields.filled_text("organisation_code"),
        organisation_name=fields.filled_text("organisation_name"),
        title=fields.filled_text("title"),
        data_year=fields.filled_text("data_year"),
        wres_year=fields.wres_year("wres_year"),
        plan_year=fields.filled_text("plan_year"),
        source=fields.filled_text("source"),
        source_url=fields.optional_address("source_url"),
        checked_on=fields.day("checked_on"),
        made_up=fields.flag("made_up"),
        notes=fields.texts("notes"),
        concerns=concerns,
        activities=activities,
    )


def load_action_plans(folder: Path) -> tuple[tuple[ActionPlan, ...], tuple[DataFileBroken, ...]]:
    """Return the plans of a folder, and an error naming each file that cannot be used."""
    return load_folder(folder, ".toml", load_action_plan)


def _concern(fields: Fields) -> DeclaredConcern:
    fields.refuse_keys_outside(DeclaredConcern)
    reasons = fields.some_of("reasons", Trigger, "reason")
    if not reasons:
        raise fields.broken("“reasons” must name at least one reason.")
    return DeclaredConcern(
        indicator=fields.indicator("indicator"),
        reasons=reasons,
        stated=fields.text("stated"),
        note=fields.optional_text("note"),
    )


def _activity(fields: Fields, concerns: tuple[DeclaredConcern, ...]) -> Activity:
    fields.refuse_keys_outside(Activity, but=_ALSO_OF_THE_STORE)
    indicators = fields.indicators("indicators")
    return Activity(
        id=fields.filled_text("id"),
        row=fields.whole_number("row"),
        theme=fields.text("theme"),
        theme_ours=fields.text("theme_ours"),
        activity=fields.filled_text("activity"),
        rationale=fields.text("rationale"),
        lead=fields.text("lead"),
        stakeholders=fields.text("stakeholders"),
        timeframe=fields.text("timeframe"),
        impact=fields.text("impact"),
        measure=fields.text("measure"),
        status_as_written=fields.text("status_as_written"),
        indicators=indicators,
        reasons=_reasons_answered(indicators, concerns),
        link_basis=fields.filled_text("link_basis"),
        unclear=fields.some_of("unclear", Cell, "cell of an activity"),
        note=fields.optional_text("note"),
        evidence_url=fields.optional_address("evidence_url"),
        start=fields.optional_text("start"),
        wdes=fields.optional_text("wdes"),
    )


def _reasons_answered(
    indicators: tuple[int, ...], concerns: tuple[DeclaredConcern, ...]
) -> tuple[Trigger, ...]:
    declared = {reason for one in concerns if one.indicator in indicators for reason in one.reasons}
    return tuple(trigger for trigger in Trigger if trigger in declared)


def _refuse_repeats(fields: Fields, what: str, given: list[str]) -> None:
    repeated = sorted({one for one in given if given.count(one) > 1})
    if repeated:
        raise fields.broken(f"the {what} “{repeated[0]}” is used twice.")
