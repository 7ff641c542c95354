"""The numbers the publication turns on, and the two things it does to cells: merge and hide."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

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
    given = {(row.indicator, row.ethnic_group, row.band) for row in rows if row.band in cut}
    alike: dict[tuple[int, EthnicGroup, Band], list[Result]] = {}
    for row in rows:
        group = row.band if row.band in cut else group_of.get(row.band)
        if group is None:
            continue
        key = (row.indicator, row.ethnic_group, group)
        if row.band is not group and key in given:
            continue
        alike.setdefault(key, []).append(row)
    return [_sum(found, group) for (_, _, group), found in alike.items()]


def _sum(rows: list[Result], group: Band) -> Result:
    """One cell of a band group from its bands, which are of the same indicator and group."""
    if len(rows) > 1 and all(row.has_counts for row in rows):
        # All at once: a row made for each addition takes a quarter of publishing a trust.
        return replace(
            rows[0],
            band=group,
            numerator=sum(row.numerator or 0 for row in rows),
            denominator=sum(row.denominator or 0 for row in rows),
            value=None,
        )
    return reduce(added, rows[1:], replace(rows[0], band=group))


def added(first: Result, second: Result) -> Result:
    """Return two cells of the same group and indicator added up, in people.

    With percentages and bases only, the percentage of both together; the count stays unknown.
    """
    base = (first.denominator or 0) + (second.denominator or 0)
    if first.has_counts and second.has_counts:
        total = (first.numerator or 0) + (second.numerator or 0)
        return replace(first, numerator=total, denominator=base, value=None)
    yes = (said_yes(first), said_yes(second))
    value = None if None in yes or not base else ((yes[0] or 0.0) + (yes[1] or 0.0)) / base
    return replace(first, numerator=None, denominator=base, value=value)


def said_yes(row: Result) -> float | None:
    """Return the people counted, or percentage times base when only those were given."""
    if row.numerator is not None:
        return row.numerator
    if row.value is None or row.denominator is None:
        return None
    return row.value * row.denominator


def left_over(total: Result, parts: list[Result]) -> Result:
    """Return the people of a total who are in none of its parts: what subtraction would show."""
    base = (total.denominator or 0) - sum(part.denominator or 0 for part in parts)
    yes = (said_yes(total) or 0.0) - sum(said_yes(part) or 0.0 for part in parts)
    return replace(total, numerator=round(yes), denominator=base, value=None)


def is_safe(row: Result) -> bool:
    """Return whether a survey cell can be shown as it is: enough people, and not all alike."""
    return (row.denominator or 0) >= LEAST_BASE and not all_alike(row)


def all_alike(row: Result) -> bool:
    """Return whether nobody or almost nobody, or almost everybody, of a small base said yes."""
    base = row.denominator or 0
    if base >= SMALL_BASE:
        return False
    yes = round(said_yes(row) or 0.0)
    return yes <= NEAR_NOBODY or base - yes <= NEAR_NOBODY


def rest_is_safe(wholes: list[Result], parts: list[Result]) -> bool:
    """Return whether parts taken from their whole, by indicator, leave nobody or enough people."""
    for whole in wholes:
        inside = [part for part in parts if part.indicator == whole.indicator]
        rest = left_over(whole, inside)
        # Parts that add up to more than the whole come from elsewhere and give nothing away.
        if inside and (rest.denominator or 0) > 0 and not is_safe(rest):
            return False
    return True
