"""Where an activity begins and ends among the years of an indicator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wres.indicators import indicator
from wres.plans.activity import Activity
from wres.plans.dates import read_day

# The staff survey is in the field from October; workforce and board are counted on 31 March, and
# the years of indicators 2 to 4 end on that day.
FIELD_MONTH = 10
SNAPSHOT = (3, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityMark:
    """One end of an activity: before the figures of which WRES year it lies.

    ``letter`` stands for the activity on a chart; ``as_written`` is the date of the plan.
    """

    letter: str
    activity: str
    begins: bool
    as_written: str
    wres_year: int


def marks_of(activities: Iterable[Activity], number: int) -> tuple[ActivityMark, ...]:
    """Return the ends of every activity for an indicator whose dates can be read, in plan order.

    An activity without a date that can be read has no letter and no mark.
    """
    found: list[ActivityMark] = []
    dated = [one for one in activities if number in one.indicators and _dates(one)]
    for place, one in enumerate(dated):
        found += [
            ActivityMark(
                letter=_letter(place),
                activity=one.activity,
                begins=begins,
                as_written=text,
                wres_year=first_year_after(number, day),
            )
            for begins, text, day in _dates(one)
        ]
    return tuple(found)


def _dates(one: Activity) -> list[tuple[bool, str, date]]:
    ends = ((True, one.start), (False, one.timeframe))
    return [
        (begins, text, day) for begins, text in ends if (day := read_day(text).last_day) is not None
    ]


def _letter(place: int) -> str:
    letter = chr(ord("A") + place % 26)
    return letter if place < 26 else f"{letter}{place // 26 + 1}"


def first_year_after(number: int, day: date) -> int:
    """Return the first WRES year whose figures are gathered after a day.

    For indicators 2 to 4, the first year that ends after it: part of that year lies before.
    """
    if indicator(number).is_survey:
        return day.year + (1 if day.month < FIELD_MONTH else 2)
    return day.year + ((day.month, day.day) > SNAPSHOT)
