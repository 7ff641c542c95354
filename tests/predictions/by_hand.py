"""The changes worked out elsewhere: statsmodels' Newcombe limits, squared and added by hand."""

from __future__ import annotations

import math

from scipy.stats import norm
from statsmodels.stats.proportion import confint_proportions_2indep

Counted = tuple[float, float]
Limits = tuple[float, float, float]
Z = float(norm.ppf(0.975))


def difference(now: Counted, before: Counted) -> Limits:
    """Return now minus before with Newcombe's limits: value, low, high."""
    low, high = confint_proportions_2indep(*now, *before, method="newcomb", compare="diff")
    return now[0] / now[1] - before[0] / before[1], float(low), float(high)


def apart(first: Limits, second: Limits) -> Limits:
    """Return first minus second by square-and-add."""
    value = first[0] - second[0]
    below = math.hypot(first[0] - first[1], second[2] - second[0])
    above = math.hypot(first[2] - first[0], second[0] - second[1])
    return value, value - below, value + above


def fixed(value: float) -> Limits:
    """Return a figure without an error of its own."""
    return value, value, value


def ratio_factor(before: tuple[Counted, Counted], now: tuple[Counted, Counted]) -> Limits:
    """Return how many times as much a ratio is now, with its log-Wald limits."""
    ratios = [(a[0] / a[1]) / (b[0] / b[1]) for a, b in (before, now)]
    spread = math.sqrt(sum(1 / x - 1 / n for pair in (before, now) for x, n in pair))
    factor = ratios[1] / ratios[0]
    return factor, factor / math.exp(Z * spread), factor * math.exp(Z * spread)
