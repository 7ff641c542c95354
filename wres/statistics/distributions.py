"""The normal, chi-squared and hypergeometric distributions, from ``math`` alone.

Nothing here knows about staff or surveys: these are the tables at the back of the book.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

from wres.errors import NotComputable
from wres.statistics.estimates import between_0_and_1, real_number

STANDARD_NORMAL = NormalDist()
# Double precision is 2e-16; series are stopped just short of it.
PRECISION = 1e-16
MOST_TERMS = 100_000
# Keeps the continued fraction from dividing by zero (modified Lentz method).
TINY = 1e-300


@lru_cache(maxsize=64)
def _quantile(conf: float) -> float:
    return STANDARD_NORMAL.inv_cdf((1 + conf) / 2)


def z_of(conf: float) -> float:
    """Return how many standard errors a two-sided interval reaches: 1.959964 for 0.95.

    Args:
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the confidence is not strictly between 0 and 1.

    Source:
        Standard normal quantile, Wichura (1988), Applied Statistics 37:477-484.
    """
    return _quantile(between_0_and_1(conf, "confidence"))


def two_sided_p(z: float) -> float:
    """Return the chance of a standard normal at least as far from zero as ``z`` (0 to 1).

    Raises:
        NotComputable: If ``z`` is not a number.

    Source:
        The complementary error function: 2(1 - Phi(|z|)) = erfc(|z| / sqrt 2).
    """
    return math.erfc(abs(real_number(z, "test statistic")) / math.sqrt(2))


def normal_below(z: float) -> float:
    """Return the chance of a standard normal below ``z`` (0 to 1), accurate in both tails.

    Source:
        The complementary error function: Phi(z) = erfc(-z / sqrt 2) / 2.
    """
    return 0.5 * math.erfc(-z / math.sqrt(2))


def chi_square_survival(chi2: float, df: int) -> float:
    """Return the chance of a chi-squared value at least this large (0 to 1).

    Args:
        chi2: The statistic, zero or more.
        df: Degrees of freedom, a whole number of at least 1.

    Raises:
        NotComputable: If the statistic is below zero, or there is no degree of freedom.

    Source:
        Abramowitz and Stegun (1964), 26.4.19: the upper incomplete gamma function.
    """
    value = real_number(chi2, "chi-squared value")
    if value < 0 or df < 1:
        raise NotComputable("A chi-squared value of zero or more needs a degree of freedom.")
    if df == 1:
        return math.erfc(math.sqrt(value / 2))
    return upper_gamma(df / 2, value / 2)


def upper_gamma(shape: float, x: float) -> float:
    """Return the chance that a gamma variable of this shape exceeds ``x`` (0 to 1).

    Args:
        shape: Above zero.
        x: Zero or more.

    Source:
        Abramowitz and Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction).
    """
    if x <= 0:
        return 1.0
    if x < shape + 1:
        return max(0.0, 1 - _gamma_series(shape, x))
    return _gamma_fraction(shape, x)


def lower_gamma(shape: float, x: float) -> float:
    """Return the chance that a gamma variable of this shape stays below ``x`` (0 to 1).

    Source:
        As :func:`upper_gamma`; kept apart so that neither tail loses digits.
    """
    if x <= 0:
        return 0.0
    if x < shape + 1:
        return min(1.0, _gamma_series(shape, x))
    return 1 - _gamma_fraction(shape, x)


def _gamma_scale(shape: float, x: float) -> float:
    return math.exp(shape * math.log(x) - x - math.lgamma(shape))


def _gamma_series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for step in range(1, MOST_TERMS):
        term *= x / (shape + step)
        total += term
        if term < total * PRECISION:
            break
    return total * _gamma_scale(shape, x)


def _gamma_fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1 / TINY, 1 / b
    fraction = d
    for step in range(1, MOST_TERMS):
        a = step * (shape - step)
        b += 2
        d = 1 / _away_from_zero(a * d + b)
        c = _away_from_zero(b + a / c)
        fraction *= c * d
        if abs(c * d - 1) < 4 * PRECISION:
            break
    return fraction * _gamma_scale(shape, x)


def _away_from_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY


@lru_cache(maxsize=1024)
def gamma_quantile(shape: float, chance: float) -> float:
    """Return the value a gamma variable of this shape stays below with the given chance.

    Args:
        shape: Above zero.
        chance: Strictly between 0 and 1.

    Source:
        Inverted by bisection on the smaller tail, to the last digit a float holds.
    """
    low, high = 0.0, shape + 10 * math.sqrt(shape) + 10
    while lower_gamma(shape, high) < chance:
        high *= 2
    middle = (low + high) / 2
    while low < middle < high:
        low, high = _halved(low, high, shape=shape, chance=chance)
        middle = (low + high) / 2
    return middle


def _halved(low: float, high: float, *, shape: float, chance: float) -> tuple[float, float]:
    middle = (low + high) / 2
    # Comparing the smaller tail keeps the digits when the chance is close to 1.
    if chance < 0.5:
        too_low = lower_gamma(shape, middle) < chance
    else:
        too_low = upper_gamma(shape, middle) > 1 - chance
    return (middle, high) if too_low else (low, middle)


def log_choose(n: float, k: float) -> float:
    """Return the logarithm of the number of ways to choose ``k`` of ``n``."""
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
