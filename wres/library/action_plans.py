"""Action plans as their trusts wrote them: every activity, and everything it leaves open.

Cells called "as written" keep the plan's characters, "TBC" and blanks included. Nothing is
filled in: an empty lead stays empty and is named by ``Activity.missing``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from wres.errors import DataFileBroken
from wres.library.front_matter import Fields, load_folder, read_toml
from wres.terms import Trigger


class Cell(Enum):
    """The cells of an activity that a complete plan fills in, by their key in the file."""

    LEAD = "lead"
    STAKEHOLDERS = "stakeholders"
    TIMEFRAME = "timeframe"
    MEASURE = "measure"
    RATIONALE = "rationale"


class ActivityStatus(Enum):
    """How far an activity has got, read from the plan's own words and never guessed."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    ON_HOLD = "on hold"
    TO_BE_CONFIRMED = "TBC"
    NOT_STATED = "not stated"
    UNCLEAR = "unclear"


# Whole phrases only: "completed although delivery programme on hold" is a real entry in a
# published plan, and calling it complete or on hold would be our invention.
_STATUS_WORDS: dict[str, ActivityStatus] = {
    "": ActivityStatus.NOT_STATED,
    "not stated": ActivityStatus.NOT_STATED,
    "not started": ActivityStatus.NOT_STARTED,
    "in progress": ActivityStatus.IN_PROGRESS,
    "underway": ActivityStatus.IN_PROGRESS,
    "started": ActivityStatus.IN_PROGRESS,
    "ongoing": ActivityStatus.IN_PROGRESS,
    "complete": ActivityStatus.COMPLETE,
    "completed": ActivityStatus.COMPLETE,
    "done": ActivityStatus.COMPLETE,
    "on hold": ActivityStatus.ON_HOLD,
    "paused": ActivityStatus.ON_HOLD,
}
_TO_BE_CONFIRMED = re.compile(r"\bT\.?B\.?[ACD]\b|\bto be (confirmed|agreed|decided)\b", re.I)
_NAMES_A_YEAR = re.compile(r"\d{2}")
_WHEN_TBC = {
    Cell.LEAD: "lead is TBC",
    Cell.STAKEHOLDERS: "stakeholders are TBC",
    Cell.TIMEFRAME: "delivery date is TBC",
    Cell.MEASURE: "measure is TBC",
    Cell.RATIONALE: "rationale is TBC",
}
_WHEN_EMPTY = {
    Cell.LEAD: "lead is empty",
    Cell.STAKEHOLDERS: "stakeholders are empty",
    Cell.TIMEFRAME: "no delivery date",
    Cell.MEASURE: "no measure",
    Cell.RATIONALE: "no rationale",
}
_WHEN_UNCLEAR = {
    Cell.LEAD: "lead is unclear in the source",
    Cell.STAKEHOLDERS: "stakeholders are unclear in the source",
    Cell.TIMEFRAME: "delivery date is unclear in the source",
    Cell.MEASURE: "measure is unclear in the source",
    Cell.RATIONALE: "rationale is unclear in the source",
}


@dataclass(frozen=True)
class Activity:
    """One thing a trust says it will do, with the cells of its plan as written."""

    id: str
    row: int
    theme: str
    theme_ours: str
    activity: str
    rationale: str
    lead: str
    stakeholders: str
    timeframe: str
    impact: str
    measure: str
    status_as_written: str
    indicators: tuple[int, ...]
    reasons: tuple[Trigger, ...]
    link_basis: str
    unclear: tuple[Cell, ...] = ()
    note: str = ""
    evidence_url: str = ""

    @property
    def status(self) -> ActivityStatus:
        """Return how far the activity has got, by the plan's own words alone."""
        words = self.status_as_written.strip(" -–—.\t\n").casefold()
        if _TO_BE_CONFIRMED.fullmatch(words):
            return ActivityStatus.TO_BE_CONFIRMED
        return _STATUS_WORDS.get(words, ActivityStatus.UNCLEAR)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the plan leaves open: lead, stakeholders, date, measure, rationale."""
        return tuple(words for cell in Cell if (words := self._gap_in(cell)))

    def _gap_in(self, cell: Cell) -> str:
        written = str(getattr(self, cell.value))
        if cell in self.unclear:
            return _WHEN_UNCLEAR[cell]
        if not any(character.isalnum() for character in written):
            return _WHEN_EMPTY[cell]
        if _TO_BE_CONFIRMED.search(written):
            return _WHEN_TBC[cell]
        if cell is Cell.TIMEFRAME and not _NAMES_A_YEAR.search(written):
            return f"delivery date names no year (“{written}”)"
        return ""


@dataclass(frozen=True)
class DeclaredConcern:
    """An indicator the trust itself calls a concern, and why; ``stated`` is a quotation."""

    indicator: int
    reasons: tuple[Trigger, ...]
    stated: str
    note: str = ""


@dataclass(frozen=True)
class ActionPlan:
    """One plan of one trust for one year; ``data_year`` and ``plan_year`` are as written."""

    file_name: str
    organisation_code: str
    organisation_name: str
    title: str
    data_year: str
    wres_year: int
    plan_year: str
    source: str
    source_url: str
    checked_on: date
    made_up: bool
    notes: tuple[str, ...]
    concerns: tuple[DeclaredConcern, ...]
    activities: tuple[Activity, ...]

    def activities_for(self, indicator: int) -> tuple[Activity, ...]:
        """Return the activities that answer an indicator, in the plan's order."""
        return tuple(one for one in self.activities if indicator in one.indicators)

    def concern_about(self, indicator: int) -> DeclaredConcern | None:
        """Return what the plan declares about an indicator, or None when it declares nothing."""
        return next((one for one in self.concerns if one.indicator == indicator), None)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the plan leaves open everywhere, said once for the plan."""
        total = len(self.activities)
        if any(one.theme.strip() for one in self.activities):
            return ()
        return (f"theme is empty for all {total} activities",)


def load_action_plan(path: Path) -> ActionPlan:
    """Return the plan in a TOML file.

    Raises:
        DataFileBroken: If the file cannot be read, lacks a key, or has one we do not know.
    """
    fields = read_toml(path)
    fields.refuse_keys_outside(ActionPlan, but=("file_name",))
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
    fields.refuse_keys_outside(Activity, but=("reasons",))
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
