"""UK time: the day it is in the United Kingdom, and a moment as people there write it.

Moments are stored in UTC and ordered by their number, never by the clock; only what a person
reads, and the day on which an embargo ends, go by UK time.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_UK = ZoneInfo("Europe/London")


def uk_day(moment: datetime) -> date:
    """Return the calendar day in the United Kingdom at a moment.

    Raises:
        ValueError: If the moment has no time zone.
    """
    return _in_uk(moment).date()


def uk_time_text(moment: datetime) -> str:
    """Return a moment as UK time, such as “1 July 2025, 13:30 BST”.

    Raises:
        ValueError: If the moment has no time zone.
    """
    there = _in_uk(moment)
    return f"{uk_day_text(there.date())}, {there:%H:%M} {there.tzname()}"


def uk_day_text(day: date) -> str:
    """Return a day as it is written in the United Kingdom, such as “12 March 2026”."""
    # The names of months must not follow the language of the machine.
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _in_uk(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone has no day in the United Kingdom.")
    return moment.astimezone(_UK)
