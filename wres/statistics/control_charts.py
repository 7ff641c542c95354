"""Limits for a run of monthly or quarterly figures (XmR charts). Never for annual WRES data.

Twelve points or more make limits; fewer are trial limits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wres.errors import NotComputable
from wres.statistics.estimates import Interval, real_numbers

# Three sigma over the mean moving range, 3 / 1.128; and the moving range's own upper limit.
LIMIT_FACTOR = 2.66
SCREEN_FACTOR = 3.267
RUN = 7
FEWEST_FOR_LIMITS = 12


@dataclass(frozen=True, slots=True)
class XmRLimits:
    """The mean, its process limits, the inner limits two thirds of the way, in their own unit."""

    mean: float
    limits: Interval
    near: Interval
    trial: bool


def xmr_limits(values: Sequence[float], *, screen_outliers: bool = True) -> XmRLimits:
    """Return the mean and process limits of a run of figures, in their own unit.

    Args:
        values: The figures in time order, at least two.
        screen_outliers: Whether moving ranges of 3.267 times their mean or more are left out,
            once.

    Raises:
        NotComputable: If there are fewer than two figures, or one is not a finite number.

    Source:
        Wheeler (1993), Understanding Variation; NHS England Making Data Count; docs/method.md 1.15.
    """
    points = real_numbers(values, "figure")
    if len(points) < 2:
        raise NotComputable("Process limits need at least two figures.")
    ranges = [abs(after - before) for before, after in pairwise(points)]
    typical = math.fsum(ranges) / len(ranges)
    kept = [one for one in ranges if one < SCREEN_FACTOR * typical]
    # Figures that never move have no range to screen.
    if screen_outliers and kept:
        typical = math.fsum(kept) / len(kept)
    mean, reach = math.fsum(points) / len(points), LIMIT_FACTOR * typical
    inner = reach * 2 / 3
    return XmRLimits(
        mean=mean,
        limits=Interval(mean - reach, mean + reach),
        near=Interval(mean - inner, mean + inner),
        trial=len(points) < FEWEST_FOR_LIMITS,
    )


def sign(value: float) -> int:
    """Return 1, 0 or -1 as the value is above, at or below zero."""
    return (value > 0) - (value < 0)


def seven_point_trend(values: Sequence[float]) -> tuple[int, ...]:
    """Return 1 (rising) or -1 (falling) at each point that ends seven in a row, else 0.

    Raises:
        NotComputable: If a figure is not a finite number.

    Source:
        docs/method.md 1.15 (NHS England Making Data Count rules).
    """
    points = real_numbers(values, "figure")
    steps = [sign(after - before) for before, after in pairwise(points)]
    return tuple(
        _unanimous(steps[place - RUN + 1 : place]) if place >= RUN - 1 else 0
        for place in range(len(points))
    )


def _unanimous(signs: Sequence[int]) -> int:
    return signs[0] if all(one == signs[0] for one in signs) else 0


def seven_one_side(sides: Sequence[int]) -> tuple[int, ...]:
    """Return 1 at each point that ends seven in a row on one side of the mean, else 0.

    Args:
        sides: 1 above the mean, -1 below it, 0 on it, in time order.

    Source:
        docs/method.md 1.15 (NHS England Making Data Count rules).
    """
    return tuple(
        abs(_unanimous(sides[place - RUN + 1 : place + 1])) if place >= RUN - 1 else 0
        for place in range(len(sides))
    )


def two_of_three(near_limit: Sequence[int], sides: Sequence[int]) -> tuple[int, ...]:
    """Return 1 at each point of three in a row, on one side, two of them near the limit, else 0.

    Args:
        near_limit: 1 where a point lies between the near and the outer limit, else 0.
        sides: 1 above the mean, -1 below it, 0 on it, in time order.

    Raises:
        NotComputable: If the two lists differ in length.

    Source:
        docs/method.md 1.15 (NHS England Making Data Count rules).
    """
    if len(near_limit) != len(sides):
        raise NotComputable("Each point needs both its side and whether it is near a limit.")
    flags = [0] * len(sides)
    for start in range(len(sides) - 2):
        window = slice(start, start + 3)
        near = sum(1 for one in near_limit[window] if one)
        if near >= 2 and abs(sum(sides[window])) == 3:
            flags[window] = [1, 1, 1]
    return tuple(flags)
