"""An activity of a plan, with its cells as written, and everything it leaves open.

Cells called "as written" keep the plan's characters, "TBC" and blanks included. Nothing is
filled in: an empty lead stays empty and is named by ``Activity.missing``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from wres.plans.dates import Precision, read_day
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


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a person can fill in: its name in a record, its heading, and what it holds."""

    name: str
    label: str
    kind: str = "text"


FIELDS = {
    field.name: field
    for field in (
        Field("theme", "Theme"),
        Field("activity", "Activity"),
        Field("indicators", "Indicators", "numbers"),
        Field("reasons", "Reason", "reasons"),
        Field("rationale", "Rationale"),
        Field("lead", "Lead"),
        Field("stakeholders", "Stakeholders"),
        Field("start", "Start"),
        Field("timeframe", "Due"),
        Field("measure", "Measure"),
        Field("impact", "Expected effect"),
        Field("status_as_written", "Status"),
        Field("evidence_url", "Evidence link", "link"),
        Field("high_impact", "National high impact action", "numbers"),
        Field("wdes", "WDES overlap"),
        Field("cases", "Case studies", "texts"),
        Field("note", "Note"),
        Field("taken_out", "Taken out of the plan", "flag"),
    )
}

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
# The cells in which an empty one is named as a blank, in the order of a table.
_BLANKS = (
    *("theme", "activity", "indicators", "rationale", "lead", "stakeholders", "timeframe"),
    *("measure", "impact", "status_as_written"),
)
_MAY_BE_TBC = ("theme", "start", "impact", "status_as_written")
_NAMES = {
    Cell.LEAD: "lead",
    Cell.STAKEHOLDERS: "stakeholders",
    Cell.TIMEFRAME: "delivery date",
    Cell.MEASURE: "measure",
    Cell.RATIONALE: "rationale",
}
_WHEN_EMPTY = {
    Cell.LEAD: "lead is empty",
    Cell.STAKEHOLDERS: "stakeholders are empty",
    Cell.TIMEFRAME: "no delivery date",
    Cell.MEASURE: "no measure",
    Cell.RATIONALE: "no rationale",
}


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What somebody noted about an activity: the day it is about, if said, and who wrote it."""

    text: str
    day: str = ""
    made_by: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True)
class Activity:
    """One thing a trust says it will do, with the cells of its plan as written."""

    id: str
    row: int
    theme: str = ""
    theme_ours: str = ""
    activity: str = ""
    rationale: str = ""
    lead: str = ""
    stakeholders: str = ""
    timeframe: str = ""
    impact: str = ""
    measure: str = ""
    status_as_written: str = ""
    indicators: tuple[int, ...] = ()
    reasons: tuple[Trigger, ...] = ()
    link_basis: str = ""
    unclear: tuple[Cell, ...] = ()
    note: str = ""
    evidence_url: str = ""
    start: str = ""
    high_impact: tuple[int, ...] = ()
    wdes: str = ""
    cases: tuple[str, ...] = ()
    came_from: str = ""
    progress: tuple[ProgressNote, ...] = ()
    revision: int = 0
    taken_out: bool = False

    @property
    def status(self) -> ActivityStatus:
        """Return how far the activity has got, by the plan's own words alone."""
        return status_of(self.status_as_written)

    @property
    def is_kept(self) -> bool:
        """Return whether it is in the store, where its lead can change it."""
        return self.revision > 0

    @property
    def last_day(self) -> date | None:
        """Return the last day its delivery date can mean, None when it names no day or month."""
        return read_day(self.timeframe).last_day

    def is_overdue(self, today: date) -> bool:
        """Return whether its delivery date has passed on a day, and it is not complete."""
        due = self.last_day
        return due is not None and due < today and self.status is not ActivityStatus.COMPLETE

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the plan leaves open: every empty cell, TBC and date nobody can read."""
        found = (
            *(self._gap_in(cell) for cell in Cell),
            *(self._still_open(name) for name in _MAY_BE_TBC),
            _unread("start date", self.start),
        )
        return tuple(words for words in found if words)

    @property
    def blanks(self) -> tuple[str, ...]:
        """Return the names of the cells that hold nothing, in the order of a table."""
        return tuple(name for name in _BLANKS if _is_blank(getattr(self, name)))

    def _gap_in(self, cell: Cell) -> str:
        text = str(getattr(self, cell.value))
        name = _NAMES[cell]
        verb = "are" if cell is Cell.STAKEHOLDERS else "is"
        if cell in self.unclear:
            return f"{name} {verb} unclear in the source"
        if _is_blank(text):
            return _WHEN_EMPTY[cell]
        if _TO_BE_CONFIRMED.search(text):
            return f"{name} {verb} TBC"
        return _unread(name, text) if cell is Cell.TIMEFRAME else ""

    def _still_open(self, name: str) -> str:
        text = str(getattr(self, name))
        label = FIELDS[name].label.lower()
        return f"{label} is TBC" if _TO_BE_CONFIRMED.search(text) else ""


def status_of(as_written: str) -> ActivityStatus:
    """Return the status that words in a plan stand for, unclear where they say anything else."""
    words = as_written.strip(" -–—.\t\n").casefold()
    if _TO_BE_CONFIRMED.fullmatch(words):
        return ActivityStatus.TO_BE_CONFIRMED
    return _STATUS_WORDS.get(words, ActivityStatus.UNCLEAR)


def _is_blank(value: object) -> bool:
    return not any(sign.isalnum() for sign in str(value or ""))


def _unread(name: str, text: str) -> str:
    """What is wrong with a date as written, or nothing."""
    if read_day(text).precision is not Precision.TEXT or _TO_BE_CONFIRMED.search(text):
        return ""
    if not _NAMES_A_YEAR.search(text):
        return f"{name} names no year (“{text}”)"
    return f"{name} is no day or month (“{text}”)"
