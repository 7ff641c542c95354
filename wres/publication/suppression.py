"""Hiding few cells of a breakdown, the way no subtraction undoes: a pool of two or more.

A group's cells add up to its total, so whoever takes the shown cells from the total has the hidden
ones together: the pool. It must hold two cells or more, 11 people or more, and more yes-answers
and more noes than a number may be known to. Each group is a breakdown of its own, since no cell of
both groups together is published by band or staff group.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from wres.publication.rules import LEAST_BASE, is_safe, left_over, rest_is_safe, said_yes
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup

# A pool with fewer yes-answers, or fewer noes, would tell how its people answered.
LEAST_ANSWERS = 5
FEWEST_IN_A_POOL = 2

Part = Band | StaffGroup
Parts = frozenset[Part]
Hidden = Mapping[EthnicGroup, Parts]


def part_of(cell: Result) -> Part:
    """Return the band of a cell by band, and the staff group of any other."""
    return cell.staff_group if cell.band is Band.ALL else cell.band


def parts_to_hide(cells: list[Result], totals: list[Result], forced: Parts) -> Parts | None:
    """Return the bands or staff groups of one ethnic group to hide, or None if none would stay.

    ``forced`` are to be hidden whatever they hold. The same parts are hidden on all indicators:
    those that cannot be shown on one, and the fewest others with which the pool is safe on each;
    of as many, those with the fewest people.
    """
    parts = {part_of(cell) for cell in cells}
    hidden = {part_of(cell) for cell in cells if not is_safe(cell)} | (forced & parts)
    if not hidden and rest_is_safe(totals, cells):
        return frozenset()
    for more in _from_least_to_most(cells, parts - hidden):
        if _pool_is_safe(cells, totals, hidden | more):
            return frozenset(hidden | more)
    return None


def tells_of_its_parts(totals: list[Result]) -> bool:
    """Return whether a shown total has too few yes-answers, or noes, to hide parts behind.

    Of 4 yes-answers in 53 people, no hidden part has more than 4. Nothing can be hidden inside.
    """
    shown = [row for row in totals if (row.denominator or 0) >= LEAST_BASE]
    return any(not _holds(row.denominator or 0, said_yes(row) or 0.0) for row in shown)


def _from_least_to_most(cells: list[Result], others: set[Part]) -> list[set[Part]]:
    """Every choice of other parts that leaves one shown; there are five parts at most."""
    ordered = sorted(others, key=lambda part: part.value)
    choices = [set(some) for size in range(len(others)) for some in combinations(ordered, size)]
    return sorted(choices, key=lambda some: (len(some), sum(_fewest(cells, one) for one in some)))


def _fewest(cells: list[Result], part: Part) -> int:
    return min(cell.denominator or 0 for cell in cells if part_of(cell) is part)


def _pool_is_safe(cells: list[Result], totals: list[Result], hidden: set[Part]) -> bool:
    """Whether what is hidden, with and without people of no known part, can stand as one sum."""
    for number in sorted({cell.indicator for cell in cells}):
        of_one = [cell for cell in cells if cell.indicator == number]
        pool = [cell for cell in of_one if part_of(cell) in hidden]
        shown = [cell for cell in of_one if part_of(cell) not in hidden]
        people = sum(cell.denominator or 0 for cell in pool)
        yes = sum(said_yes(cell) or 0.0 for cell in pool)
        rests = [left_over(whole, shown) for whole in totals if whole.indicator == number]
        sums = [(people, yes), *((rest.denominator or 0, said_yes(rest) or 0.0) for rest in rests)]
        # Parts that add up to more than the whole come from elsewhere and give nothing away.
        known = [one for one in sums if one[0] > 0]
        if len(pool) < FEWEST_IN_A_POOL or not all(_holds(*one) for one in known):
            return False
    return True


def _holds(people: int, yes: float) -> bool:
    return people >= LEAST_BASE and LEAST_ANSWERS <= round(yes) <= people - LEAST_ANSWERS
