"""A count on its own, with no base: how far it could move by chance."""

from __future__ import annotations

import math

from wres.errors import NotComputable
from wres.statistics.distributions import gamma_quantile, z_of
from wres.statistics.estimates import (
    CONFIDENCE,
    Estimate,
    Interval,
    between_0_and_1,
    positive,
    real_number,
)

# From here on Byar's formula is as good as the exact limits.
BYAR_FROM = 10


def _event_count(x: float) -> float:
    number = real_number(x, "count")
    if number < 0:
        raise NotComputable(f"A count cannot be below zero, as {number:g} is.")
    return number


def poisson_exact(x: float, *, conf: float = CONFIDENCE) -> Estimate:
    """Return a count with its exact Poisson interval (events).

    Args:
        x: Events counted, zero or more; a decimal is accepted.
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the count is below zero or not a finite number.

    Source:
        Garwood (1936), Biometrika 28:437-442.
    """
    count = _event_count(x)
    tail = (1 - between_0_and_1(conf, "confidence")) / 2
    low = gamma_quantile(count, tail) if count > 0 else 0.0
    return Estimate(count, Interval(low, gamma_quantile(count + 1, 1 - tail)))


def poisson_interval(x: float, *, conf: float = CONFIDENCE) -> Estimate:
    """Return a count with its interval: exact below 10, Byar's from 10 (events).

    Args:
        x: Events counted, zero or more; a decimal is accepted.
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the count is below zero or not a finite number.

    Source:
        Breslow and Day (1987), Statistical Methods in Cancer Research II, p 69 (Byar);
        docs/method.md 1.19.
    """
    count = _event_count(x)
    if count < BYAR_FROM:
        return poisson_exact(count, conf=conf)
    z = z_of(conf)
    above = count + 1
    low = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
    high = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    return Estimate(count, Interval(low, high))


def standardised_ratio(observed: float, expected: float, *, conf: float = CONFIDENCE) -> Estimate:
    """Return observed over expected events with its interval (times as many).

    Args:
        observed: Events counted, zero or more.
        expected: Events expected, above zero.
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the observed count is below zero or the expected is not above zero.

    Source:
        docs/method.md 1.19: both limits of the count divided by the expected count.
    """
    base = positive(expected, "expected count")
    count = poisson_interval(observed, conf=conf)
    return Estimate(count.value / base, Interval(count.low / base, count.high / base))
