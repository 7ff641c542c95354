"""Head counts of several days of a year: the WRES counts staff on 31 March, and no other day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from wres.upload.cells import words_of
from wres.upload.limits import LINES_NAMED
from wres.upload.shapes.draft import Keys
from wres.upload.shapes.head_counts import HeadCount

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS).lower()
_NAMED = re.compile(
    rf"^(?:as )?(?:at |on )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?(?P<month>{_NAMES})"
    rf"(?: \d{{1,2}}(?:st|nd|rd|th)?)? (?P<year>20\d\d)$"
)
_YEAR_FIRST = re.compile(rf"^(?P<year>20\d\d) (?P<month>{_NAMES})(?: \d{{1,2}})?$")
# A day of 28 or later cannot be a month, so these figures can only be read as one date.
_DAY_FIRST = re.compile(r"^(?:28|29|30|31) (?P<month>0?[1-9]|1[0-2]) (?P<year>20\d\d)$")
_ISO = re.compile(r"^(?P<year>20\d\d) (?P<month>0[1-9]|1[0-2]) \d\d(?: 00 00 00)?$")
_MARCH = 3


@dataclass(frozen=True, slots=True)
class Snapshots:
    """The head counts of 31 March, and what a person is told of the others."""

    counts: tuple[HeadCount, ...]
    remark: str = ""
    refusal: str = ""


@lru_cache(maxsize=2_000)
def month_of(cell: str) -> tuple[int, int] | None:
    """Return the year and the month, 1 to 12, that a cell such as “June 2022” names, or None."""
    words = words_of(cell)
    for pattern in (_NAMED, _YEAR_FIRST, _DAY_FIRST, _ISO):
        found = pattern.match(words)
        if found:
            return int(found["year"]), _month(found["month"])
    return None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(n for n, name in enumerate(_MONTHS, 1) if name.lower().startswith(text[:3]))


def of_march(counts: Sequence[HeadCount]) -> Snapshots:
    """Return the head counts of March; where there are none, what a person must choose."""
    others = {count.keys: month for count in counts if (month := _other_month(count.keys))}
    if not others:
        return Snapshots(tuple(counts))
    kept = tuple(count for count in counts if count.keys not in others)
    months = sorted(set(others.values()))
    said = _listed(months)
    if kept:
        lines = {count.line for count in counts} - {count.line for count in kept}
        rows = f"{len(lines):,} rows" if len(lines) > 1 else "1 row"
        remark = (
            f"The WRES counts staff on 31 March; {rows} of other months ({said}) were left out."
        )
        return Snapshots(kept, remark=remark)
    asked = f"Staff were counted in {said}, and the WRES counts them on 31 March. "
    if len(months) > 1:
        return Snapshots((), refusal=f"{asked}Keep the rows of one month and choose the WRES year.")
    undated = tuple(
        replace(count, keys=replace(count.keys, year="", wres_year="")) for count in counts
    )
    return Snapshots(undated, remark=f"{asked}Choose the WRES year these figures are for.")


def _other_month(keys: Keys) -> tuple[int, int] | None:
    found = month_of(keys.wres_year or keys.year)
    return None if found is None or found[1] == _MARCH else found


def _listed(months: Sequence[tuple[int, int]]) -> str:
    named = [f"{_MONTHS[month - 1]} {year}" for year, month in months]
    more = f" and {len(named) - LINES_NAMED} more" if len(named) > LINES_NAMED else ""
    return ", ".join(named[:LINES_NAMED]) + more
