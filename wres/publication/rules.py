"""The numbers the publication turns on, and the two things it does to cells: merge and hide."""

from __future__ import annotations

from dataclasses import replace

from wres.results import Result
from wres.terms import Band, EthnicGroup, Status, members

# Fewer people than this and a survey figure is not shown. It may go up, never down.
LEAST_BASE = 11
# On a base below this, a count of 0, 1 or 2 (or all but that many) tells each member's answer.
SMALL_BASE = 30
NEAR_NOBODY = 2
# People's worth of percentage that a bound is drawn at.
BOUND_PEOPLE = 3


def hide(row: Result) -> Result:
    """Return the row without its figures, marked hidden."""
    return replace(row, numerator=None, denominator=None, value=None, status=Status.HIDDEN)


def merged(rows: list[Result], cut: tuple[Band, ...]) -> list[Result]:
    """Return single bands summed into the groups of a cut; given groups are kept as they are."""
    group_of = {band: group for group in cut for band in members(group)}
    sums: dict[tuple[int, EthnicGroup, Band], Result] = {}
    for row in rows:
        group = row.band if row.band in cut else group_of.get(row.band)
        if group is None:
            continue
        key = (row.indicator, row.ethnic_group, group)
        sums[key] = added(sums[key], row) if key in sums else replace(row, band=group, value=None)
    return list(sums.values())


def added(first: Result, second: Result) -> Result:
    """Return two cells of the same group and indicator added up, in people."""
    numerators = (first.numerator, second.numerator)
    total = None if None in numerators else (first.numerator or 0) + (second.numerator or 0)
    base = (first.denominator or 0) + (second.denominator or 0)
    return replace(first, numerator=total, denominator=base, value=None)
