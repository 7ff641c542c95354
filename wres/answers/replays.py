"""A control: twenty made-up years in which nothing changed, for a trust of this size.

Simulated, never stored and never mixed with figures. The same place always gives the same years.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from wres.comparisons import comparable_years
from wres.measures import Gap, Rate

REPLAYED_YEARS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """One group: this year's real rate, and simulated rates of years without change (0 to 1).

    ``level`` is the share held fixed; ``outside`` how many simulated years lie as far from it as
    the real one, or farther.
    """

    real: Rate
    level: float
    simulated: tuple[float, ...]

    @property
    def outside(self) -> int:
        """How many of the made-up years lie at least as far from the fixed level."""
        away = abs((self.real.value or 0.0) - self.level)
        return sum(abs(value - self.level) >= away - 1e-12 for value in self.simulated)


def replays(gaps: tuple[Gap, ...], owner: str) -> tuple[Replay, ...]:
    """Return BME then White, or nothing without counts of two years that may be joined.

    The fixed level is the share over the comparable years before this one, taken together.

    Source:
        Binomial draws at this year's number of answers; docs/method.md 1.20.
    """
    made = (
        _replay(tuple(g.bme for g in gaps), owner),
        _replay(tuple(g.white for g in gaps), owner),
    )
    return tuple(one for one in made if one is not None)


def _replay(rates: tuple[Rate, ...], owner: str) -> Replay | None:
    series = comparable_years(rates)
    if len(series) < 2 or not all(rate.tested for rate in series):
        return None
    now, before = series[-1], series[:-1]
    level = sum(r.people or 0.0 for r in before) / sum(r.base or 0 for r in before)
    people = f"{now.group.value} {now.band.value} {now.staff_group.value}"
    place = f"{owner} {now.indicator} {now.wres_year} {people}"
    chance = random.Random(place)
    base = now.base or 0
    drawn = tuple(_draw(chance.random(), base, level) / base for _ in range(REPLAYED_YEARS))
    return Replay(real=now, level=level, simulated=drawn)


def _draw(turn: float, base: int, share: float) -> int:
    """The least count that this turn of chance (0 to 1) does not exceed."""
    if share in (0.0, 1.0):
        return round(base * share)
    odds, log_ways = math.log(share / (1 - share)), base * math.log(1 - share)
    below = 0.0
    for count in range(base + 1):
        below += math.exp(log_ways)
        if below >= turn:
            return count
        log_ways += math.log((base - count) / (count + 1)) + odds if count < base else 0.0
    return base
