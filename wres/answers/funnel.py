"""Many trusts around their centre: a funnel, where the numbers of responses are published."""

from __future__ import annotations

from dataclasses import dataclass

from wres import statistics
from wres.answers.peers import PeersAnswer
from wres.errors import NotComputable
from wres.measures import Rate
from wres.statistics import Cases, FunnelLimits, FunnelPosition
from wres.statistics.funnel import FEWEST_ORGANISATIONS
from wres.terms import EthnicGroup

CURVE_POINTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The others and the own trust around the others' centre, all proportions, 0 to 1.

    ``curve`` holds (responses, limits) pairs, widened by what truly differs between trusts
    (``tau2``, on the arcsine scale). ``position`` is the own trust's place by those limits.
    """

    group: EthnicGroup
    centre: float
    tau2: float
    phi: float
    points: tuple[Rate, ...]
    own: Rate | None
    position: FunnelPosition | None
    curve: tuple[tuple[float, FunnelLimits], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoFunnel:
    """Why there is no funnel: how many others there are, and how many of them have a base."""

    others: int
    with_base: int
    at_an_end: bool = False


def funnel_of(answer: PeersAnswer, group: EthnicGroup = EthnicGroup.BME) -> Funnel | NoFunnel:
    """Return the funnel of one group's rates, or why there is none.

    The own trust takes no part in the centre or the limits. At least ten others with a base are
    needed, as fewer say nothing about how much trusts differ.

    Source:
        Spiegelhalter (2005); docs/method.md 1.14.
    """
    rates = [one.bme if group is EthnicGroup.BME else one.white for one in answer.peers]
    based = tuple(rate for rate in rates if rate.tested)
    if len(based) < FEWEST_ORGANISATIONS:
        return NoFunnel(others=len(rates), with_base=len(based))
    try:
        spread = statistics.overdispersion([rate.cases for rate in based])
    except NotComputable:
        return NoFunnel(others=len(rates), with_base=len(based), at_an_end=True)
    own = None
    if answer.own is not None:
        mine = answer.own.bme if group is EthnicGroup.BME else answer.own.white
        own = mine if mine.tested else None
    bases = [float(rate.base or 0) for rate in (*based, *((own,) if own else ()))]
    return Funnel(
        group=group,
        centre=spread.centre,
        tau2=spread.tau2,
        phi=spread.phi,
        points=based,
        own=own,
        position=_position(own.cases, spread) if own else None,
        curve=_curve(min(bases), max(bases), spread),
    )


def _position(own: Cases, spread: statistics.Overdispersion) -> FunnelPosition:
    limits = statistics.overdispersed_limits(spread.centre, own.n, tau2=spread.tau2)
    if own.rate > limits.action.high:
        return FunnelPosition.HIGH_998
    if own.rate < limits.action.low:
        return FunnelPosition.LOW_998
    if own.rate > limits.warning.high:
        return FunnelPosition.HIGH_95
    return FunnelPosition.LOW_95 if own.rate < limits.warning.low else FunnelPosition.WITHIN


def _curve(
    low: float, high: float, spread: statistics.Overdispersion
) -> tuple[tuple[float, FunnelLimits], ...]:
    first, last = max(1.0, low * 0.8), high * 1.05
    step = (last - first) / (CURVE_POINTS - 1)
    return tuple(
        (n, statistics.overdispersed_limits(spread.centre, n, tau2=spread.tau2))
        for n in (first + i * step for i in range(CURVE_POINTS))
    )
