"""Many organisations around one centre: funnel limits, with and without overdispersion.

Being outside the funnel and having a Wilson interval that leaves out the centre are the same
statement, so the position is read off the Wilson interval and the curves are only drawn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from wres.errors import NotComputable
from wres.statistics.distributions import z_of
from wres.statistics.estimates import (
    Cases,
    Interval,
    between_0_and_1,
    positive,
    proportion_of,
    real_number,
)
from wres.statistics.proportions import wilson_of

WARNING = 0.95
ACTION = 0.998
# The share of z-scores pulled in at each end, so that a few outliers do not widen the funnel.
WINSORISED = 0.1
FEWEST_ORGANISATIONS = 10


class FunnelPosition(Enum):
    """Where an organisation stands: inside, or above or below the 95% or 99.8% limit."""

    WITHIN = "within"
    HIGH_95 = "high_95"
    HIGH_998 = "high_998"
    LOW_95 = "low_95"
    LOW_998 = "low_998"


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """The 95% and 99.8% limits for one base, as proportions, 0 to 1."""

    warning: Interval
    action: Interval


def funnel_limits(centre: float, n: float) -> FunnelLimits:
    """Return the funnel around a centre for one base, cut off at 0 and 1 (proportions).

    Args:
        centre: The overall percentage, as a proportion, 0 to 1.
        n: People in the base, above zero.

    Raises:
        NotComputable: If the centre is outside 0 to 1 or the base is not above zero.

    Source:
        Spiegelhalter (2005), Stat Med 24:1185-1202; docs/method.md 1.14.
    """
    middle, base = proportion_of(centre, "centre"), positive(n, "base")
    error = math.sqrt(middle * (1 - middle) / base)
    return FunnelLimits(
        _cut_off(middle, z_of(WARNING) * error), _cut_off(middle, z_of(ACTION) * error)
    )


def _cut_off(middle: float, reach: float) -> Interval:
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def funnel_position(x: float, n: float, *, centre: float) -> FunnelPosition:
    """Return where an organisation stands in the funnel; the wider limits are tried first.

    Args:
        x: People counted, 0 to ``n``.
        n: People in the base, above zero.
        centre: The overall percentage, as a proportion, 0 to 1.

    Raises:
        NotComputable: If the counts are impossible or the centre is outside 0 to 1.

    Source:
        docs/method.md 1.14: the same as the Wilson interval leaving out the centre.
    """
    cases, middle = Cases(x, n), proportion_of(centre, "centre")
    above = cases.rate > middle
    if wilson_of(cases, z_of(ACTION)).clear_of(middle):
        return FunnelPosition.HIGH_998 if above else FunnelPosition.LOW_998
    if wilson_of(cases, z_of(WARNING)).clear_of(middle):
        return FunnelPosition.HIGH_95 if above else FunnelPosition.LOW_95
    return FunnelPosition.WITHIN


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """How much more organisations differ than chance allows.

    ``phi`` is the mean squared z-score (1 means chance alone). ``tau2`` is the variance between
    organisations on the arcsine scale (radians squared). ``centre`` is a proportion.
    """

    phi: float
    tau2: float
    centre: float


def overdispersion(
    organisations: Sequence[Cases],
    centre: float | None = None,
    *,
    fewest: int = FEWEST_ORGANISATIONS,
) -> Overdispersion:
    """Return how much more organisations differ than chance allows, on the arcsine scale.

    Args:
        organisations: One count and base each.
        centre: The proportion to measure from; the pooled one when left out.
        fewest: The fewest organisations worth estimating from.

    Raises:
        NotComputable: If there are too few organisations, or the centre is 0 or 1.

    Source:
        Spiegelhalter (2005), Qual Saf Health Care 14:347-351; Care Quality Commission (2014),
        Intelligent Monitoring statistical methodology; tau2 by moments (DerSimonian and Laird).
    """
    count = len(organisations)
    if count < max(2, fewest):
        raise NotComputable(f"At least {max(2, fewest)} organisations are needed, not {count}.")
    pooled = math.fsum(one.x for one in organisations) / math.fsum(one.n for one in organisations)
    middle = between_0_and_1(pooled if centre is None else centre, "centre")
    scores = _winsorised([_arcsine_score(one, middle) for one in organisations])
    phi = math.fsum(score * score for score in scores) / count
    weights = [4 * one.n for one in organisations]
    total = math.fsum(weights)
    spare = total - math.fsum(weight * weight for weight in weights) / total
    return Overdispersion(phi, max(0.0, (count * phi - (count - 1)) / spare), middle)


def _arcsine_score(cases: Cases, centre: float) -> float:
    gap = math.asin(math.sqrt(cases.rate)) - math.asin(math.sqrt(centre))
    return gap * 2 * math.sqrt(cases.n)


def _winsorised(scores: Sequence[float]) -> list[float]:
    ordered = sorted(scores)
    low, high = _quantile(ordered, WINSORISED), _quantile(ordered, 1 - WINSORISED)
    return [min(max(score, low), high) for score in scores]


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile by straight lines between the ordered values.

    Source:
        Hyndman and Fan (1996), Am Stat 50:361-365, definition 7.
    """
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def overdispersed_limits(centre: float, n: float, *, tau2: float) -> FunnelLimits:
    """Return the funnel widened for real differences between organisations (proportions).

    Args:
        centre: The overall percentage, as a proportion, 0 to 1.
        n: People in the base, above zero.
        tau2: The variance between organisations from :func:`overdispersion`, zero or more.

    Raises:
        NotComputable: If a value is impossible.

    Source:
        docs/method.md 1.14: sin^2(asin sqrt(P0) plus or minus z sqrt(1 / 4n + tau2)).
    """
    middle, base = proportion_of(centre, "centre"), positive(n, "base")
    between = real_number(tau2, "variance between organisations")
    if between < 0:
        raise NotComputable("The variance between organisations cannot be below zero.")
    angle, error = math.asin(math.sqrt(middle)), math.sqrt(1 / (4 * base) + between)
    return FunnelLimits(
        _from_angle(angle, z_of(WARNING) * error), _from_angle(angle, z_of(ACTION) * error)
    )


def _from_angle(angle: float, reach: float) -> Interval:
    low, high = max(0.0, angle - reach), min(math.pi / 2, angle + reach)
    return Interval(math.sin(low) ** 2, math.sin(high) ** 2)
