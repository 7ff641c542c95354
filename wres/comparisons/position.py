"""A place among other organisations, as a range of places; never a rank."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from wres import statistics
from wres.measures import Gap, Rate, percent
from wres.statistics import Estimate

# Quarters of fewer organisations would be one or two of them.
FEWEST_FOR_QUARTERS = 8


class PlacedBy(Enum):
    """What a range of places allows for."""

    CHANCE = "chance"
    OWN_CHANCE = "own chance"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A range of places among ``of`` organisations, counted from the lowest figure, own included.

    ``placed_by`` says whether the range allows for chance in every figure, in the organisation's
    own figure only, or is no more than a quarter or half read off the printed figures.
    """

    low: int
    high: int
    of: int
    placed_by: PlacedBy


def position_among(own: Rate, others: Sequence[Rate]) -> Position | None:
    """Return where a rate lies among others, as a range of places; None without a figure.

    With bases, an organisation counts as below or above only when the difference is clear of
    chance (Newcombe's interval; the Wilson interval against a figure without a base). Without a
    base of its own, the place is a quarter or the middle half of the printed figures.

    Source:
        docs/method.md 1.14; Goldstein and Spiegelhalter (1996), J R Stat Soc A 159:385-443, on
        why a single rank misleads.
    """
    shown = [one for one in others if one.is_shown]
    if own.value is None or not own.is_shown or not shown:
        return None
    if not own.tested:
        return _by_print(percent(own.value), [percent(one.value or 0.0) for one in shown])
    mine, whole = own.estimate, all(one.tested for one in shown)
    sides = [_side(mine, one) for one in shown]
    return Position(
        low=1 + sum(side < 0 for side in sides),
        high=len(shown) + 1 - sum(side > 0 for side in sides),
        of=len(shown) + 1,
        placed_by=PlacedBy.CHANCE if whole else PlacedBy.OWN_CHANCE,
    )


def _side(own: Estimate, other: Rate) -> int:
    """On which side of the own figure another one clearly lies: -1 below, 1 above, 0 unclear."""
    value = other.value or 0.0
    if other.interval is None:
        return -1 if own.low > value else int(own.high < value)
    # Newcombe's interval, from the Wilson intervals both have.
    return -statistics.clear_side(own, other.share, other.interval)


def gap_position_among(own: Gap, others: Sequence[Gap]) -> Position | None:
    """Return where a gap (BME minus White) lies among others, as a range of places.

    Source:
        As ``position_among``; two gaps are compared as two years are (Newcombe 2001).
    """
    shown = [one for one in others if one.value is not None]
    if own.value is None or not shown:
        return None
    if own.interval is None or any(one.interval is None for one in shown):
        return _by_print(own.points or 0.0, [one.points or 0.0 for one in shown])
    mine = own.estimate
    sides = [_gap_side(mine, one) for one in shown]
    return Position(
        low=1 + sum(side < 0 for side in sides),
        high=len(shown) + 1 - sum(side > 0 for side in sides),
        of=len(shown) + 1,
        placed_by=PlacedBy.CHANCE,
    )


def _gap_side(own: Estimate, other: Gap) -> int:
    interval = other.interval
    return 0 if interval is None else -statistics.clear_side(own, other.share, interval)


def _by_print(own: float, others: Sequence[float]) -> Position:
    """The quarters the printed figure lies in: two figures printed alike share their places."""
    of = len(others) + 1
    quarter = math.ceil(of / 4)
    if of < FEWEST_FOR_QUARTERS:
        return Position(low=1, high=of, of=of, placed_by=PlacedBy.PRINTED)
    first = 1 + sum(other < own for other in others)
    last = of - sum(other > own for other in others)
    return Position(
        low=1 if first <= quarter else _upper_start(first, of, quarter),
        high=of if last > of - quarter else _lower_end(last, of, quarter),
        of=of,
        placed_by=PlacedBy.PRINTED,
    )


def _upper_start(place: int, of: int, quarter: int) -> int:
    return of - quarter + 1 if place > of - quarter else quarter + 1


def _lower_end(place: int, of: int, quarter: int) -> int:
    return quarter if place <= quarter else of - quarter
