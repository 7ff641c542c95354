"""Published cells as linear facts about people: who said yes and who did not, in every atom."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from wres import statistics
from wres.disclosure.places import Lattice, place_of
from wres.measures import percent
from wres.publication import PublishedCell
from wres.publication.rules import NEAR_NOBODY
from wres.terms import Status

# A percentage with one decimal lies within this of the rate it stands for, as a proportion.
HALF_A_STEP = 0.0005
# Takes up the tail of binary arithmetic, far less than one person.
SLACK = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """``low <= of_yes * yes + of_no * no <= high`` over the atoms of a place."""

    inside: frozenset[int]
    of_yes: float
    of_no: float
    low: float = 0.0
    high: float = math.inf
    cell: PublishedCell


def facts_of(
    cells: Iterable[PublishedCell], lattice: Lattice, *, versions: tuple[str, ...]
) -> list[Fact]:
    """Return what the cells say; ``versions`` names the people of the lattice they are about."""
    found: list[Fact] = []
    for cell in cells:
        if not cell.is_hidden and cell.says_something:
            inside = lattice.inside(place_of(cell), versions=versions)
            found += _facts(cell, inside)
    return found


def _facts(cell: PublishedCell, inside: frozenset[int]) -> list[Fact]:
    found = []
    if cell.base is not None:
        found.append(_people(cell, inside))
    yes = yes_between(cell)
    if yes is not None:
        low, high = yes
        found.append(Fact(inside=inside, of_yes=1, of_no=0, low=low, high=high, cell=cell))
    elif cell.percentage is not None:
        found += _rate_between(cell, inside, *_rates_of(cell.percentage / 100))
    elif cell.bound is not None:
        below = cell.status is Status.BELOW
        rates = (0.0, cell.bound / 100) if below else (cell.bound / 100, 1.0)
        found += _rate_between(cell, inside, *rates)
    return found


def _people(cell: PublishedCell, inside: frozenset[int]) -> Fact:
    base = float(cell.base or 0)
    return Fact(inside=inside, of_yes=1, of_no=1, low=base, high=base, cell=cell)


def _rates_of(rate: float) -> tuple[float, float]:
    return max(0.0, rate - HALF_A_STEP - SLACK), min(1.0, rate + HALF_A_STEP + SLACK)


def _rate_between(
    cell: PublishedCell, inside: frozenset[int], low: float, high: float
) -> list[Fact]:
    """A rate as two facts that stay linear when the base is not known."""
    return [
        Fact(inside=inside, of_yes=1 - low, of_no=-low, cell=cell),
        Fact(inside=inside, of_yes=high - 1, of_no=high, cell=cell),
    ]


def yes_between(cell: PublishedCell) -> tuple[float, float] | None:
    """Return the fewest and the most yes-answers a cell allows, or None without a base.

    A percentage and its likely range are read together: of the whole numbers of people the
    percentage allows, those that would be printed with the same range. None as well when no
    whole number would, as with weighted figures: then only the percentage is believed.
    """
    if cell.count is not None:
        return cell.count, cell.count
    if not cell.base:
        return None
    if cell.bound is not None:
        # Whoever knows the rules knows that a bound stands for 0, 1 or 2 people, or all but those.
        below = cell.status is Status.BELOW
        return (0, NEAR_NOBODY) if below else (cell.base - NEAR_NOBODY, cell.base)
    if cell.percentage is None:
        return None
    low, high = _rates_of(cell.percentage / 100)
    allowed = range(math.ceil(low * cell.base - SLACK), math.floor(high * cell.base + SLACK) + 1)
    fitting = [yes for yes in allowed if _is_printed_so(cell, yes)]
    return (fitting[0], fitting[-1]) if fitting else None


def _is_printed_so(cell: PublishedCell, yes: int) -> bool:
    if cell.low is None or cell.high is None or not cell.base:
        return True
    interval = statistics.wilson(yes, cell.base).interval
    return (percent(interval.low), percent(interval.high)) == (cell.low, cell.high)
