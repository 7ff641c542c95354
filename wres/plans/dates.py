"""A date as somebody wrote it in a plan: a day, a month, or words that are kept and marked."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

_MONTHS = tuple(name.casefold() for name in calendar.month_name)
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS) if name}
# Of a plan; any other year is a slip of the pen, and stays words.
_YEARS = range(2000, 2100)
_LEAD_IN = re.compile(r"^(by the end of|by end of|end of|end|by|due|in)\s+", re.I)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_WORDED_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-]([a-z]{3,9})\.?,?[ \-](\d{4}|\d{2})", re.I)
_WORDED_MONTH = re.compile(r"([a-z]{3,9})\.?,?[ \-/](\d{4}|\d{2})", re.I)
_MONTH_FIRST = re.compile(r"(\d{1,2})[/\-](\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


class Precision(Enum):
    """How exactly a date is written."""

    DAY = "day"
    MONTH = "month"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DayRead:
    """What was understood of a date as written: how exactly, and the last day it can mean."""

    precision: Precision
    last_day: date | None = None

    @property
    def is_understood(self) -> bool:
        """Whether it names a day or a month of the calendar."""
        return self.last_day is not None


def read_day(as_written: str) -> DayRead:
    """Return what a date as written says; the 31st of February is words, not a day.

    A day comes before its month, as in the United Kingdom. A month means its last day.
    """
    text = " ".join(as_written.split())
    if not any(sign.isalnum() for sign in text):
        return DayRead(Precision.NONE)
    bare = _LEAD_IN.sub("", text).strip(" .")
    found = _day_in(bare) or _month_in(bare)
    return found or DayRead(Precision.TEXT)


def _day_in(text: str) -> DayRead | None:
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        return _day(year, int(month), int(day))
    if match := _ISO_DAY.fullmatch(text):
        year, month, day = match.groups()
        return _day(year, int(month), int(day))
    if match := _WORDED_DAY.fullmatch(text):
        day, name, year = match.groups()
        return _day(year, _month_named(name), int(day))
    return None


def _month_in(text: str) -> DayRead | None:
    if match := _WORDED_MONTH.fullmatch(text):
        return _month(match[2], _month_named(match[1]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _month(match[2], int(match[1]))
    if match := _ISO_MONTH.fullmatch(text):
        return _month(match[1], int(match[2]))
    return None


def _month_named(name: str) -> int:
    """The number of a month by its name, whole or cut to three or four letters; 0 for none."""
    wanted = name.casefold()
    number = _SHORT.get(wanted[:3], 0)
    return number if _MONTHS[number].startswith(wanted.removesuffix("t") or wanted) else 0


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _day(year: str, month: int, day: int) -> DayRead | None:
    if _year(year) not in _YEARS:
        return None
    try:
        return DayRead(Precision.DAY, date(_year(year), month, day))
    except ValueError:
        return None


def _month(year: str, month: int) -> DayRead | None:
    if not 1 <= month <= 12 or _year(year) not in _YEARS:
        return None
    last = calendar.monthrange(_year(year), month)[1]
    return DayRead(Precision.MONTH, date(_year(year), month, last))
