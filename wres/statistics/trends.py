"""Trends over the years: of a percentage, of a gap, and of a ratio.

The year itself is the score, so a year without a survey leaves a longer step and nothing else.
Which years belong together is decided elsewhere; here they are taken as comparable.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wres.errors import NotComputable
from wres.statistics.distributions import chi_square_survival, two_sided_p
from wres.statistics.estimates import Cases, real_numbers, same_length
from wres.statistics.gaps import gap_standard_error
from wres.statistics.ratios import log_ratio_and_error

# Fewer than two years make no line.
FEWEST_YEARS = 2


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend in a percentage: ``slope`` is the change in proportion a year.

    ``p_value`` tests for no trend; ``p_departure`` tests for a straight line, and is None with
    only two years, which always lie on one.
    """

    slope: float
    chi2: float
    p_value: float
    chi2_departure: float
    df_departure: int
    p_departure: float | None

    @property
    def direction(self) -> int:
        """1 when the percentage rises, -1 when it falls, 0 when level."""
        return (self.slope > 0) - (self.slope < 0)


def cochran_armitage(cases: Sequence[Cases], years: Sequence[float]) -> Trend:
    """Return the trend of a percentage over the years, with slope as proportion a year.

    Args:
        cases: One count and base for each year, at least two.
        years: The calendar years, in the same order; order among them does not matter.

    Raises:
        NotComputable: If there are fewer than two years, all are the same year, or nobody or
            everybody was counted in all of them.

    Source:
        Cochran (1954), Biometrics 10:417-451; Armitage (1955), Biometrics 11:375-386.
    """
    same_length(cases, years, least=FEWEST_YEARS)
    times = real_numbers(years, "year")
    base = math.fsum(one.n for one in cases)
    share = math.fsum(one.x for one in cases) / base
    if not 0 < share < 1:
        raise NotComputable("Every year is at 0%, or every year at 100%: no trend to test.")
    middle = math.fsum(one.n * t for one, t in zip(cases, times, strict=True)) / base
    # x minus n times the overall share, not x: the same sum with fewer lost digits.
    lean = math.fsum(
        (one.x - one.n * share) * (t - middle) for one, t in zip(cases, times, strict=True)
    )
    spread = _spread([one.n for one in cases], times, middle=middle)
    spare = share * (1 - share)
    chi2 = lean * lean / (spare * spread)
    pearson = math.fsum(one.n * (one.rate - share) ** 2 for one in cases) / spare
    departure, df = max(0.0, pearson - chi2), len(cases) - 2
    return Trend(
        slope=lean / spread,
        chi2=chi2,
        p_value=chi_square_survival(chi2, 1),
        chi2_departure=departure if df > 0 else 0.0,
        df_departure=df,
        p_departure=chi_square_survival(departure, df) if df > 0 else None,
    )


def _spread(weights: Sequence[float], times: Sequence[float], *, middle: float) -> float:
    if min(times) == max(times):
        raise NotComputable("All the figures are from the same year, so there is no trend.")
    return math.fsum(w * (t - middle) ** 2 for w, t in zip(weights, times, strict=True))


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line through yearly figures of known precision.

    ``slope`` is the change a year and ``fitted_last`` the line's height at ``last_year``, in
    the figures' own unit. ``covariance`` is that of the two. ``p_residual`` tests whether the
    figures scatter about the line more than chance allows; None with only two years.
    """

    slope: float
    se_slope: float
    z: float
    p_value: float
    last_year: float
    fitted_last: float
    se_fitted_last: float
    covariance: float
    q_residual: float
    df_residual: int
    p_residual: float | None
    years: int


def weighted_line(
    years: Sequence[float], values: Sequence[float], *, errors: Sequence[float]
) -> Line:
    """Return the straight line through yearly figures, weighted by one over the squared error.

    Args:
        years: The calendar years, at least two different ones, in any order.
        values: One figure a year: a gap as a difference of proportions, or a logarithm.
        errors: The standard error of each figure, above zero, in the same unit.

    Raises:
        NotComputable: If lists differ in length, years are too few, or an error is not above zero.

    Source:
        Fixed-effect meta-regression; docs/method.md 1.7. Slope tested by z, since errors are known.
    """
    same_length(years, values, least=FEWEST_YEARS)
    same_length(years, errors, least=FEWEST_YEARS)
    times, heights = real_numbers(years, "year"), real_numbers(values, "figure")
    given = real_numbers(errors, "standard error")
    if min(given) <= 0:
        raise NotComputable("Each yearly figure needs a standard error above zero.")
    return _line(times, heights, weights=[1 / (error * error) for error in given])


def _line(times: Sequence[float], heights: Sequence[float], *, weights: Sequence[float]) -> Line:
    rows = list(zip(weights, times, heights, strict=True))
    total = math.fsum(weights)
    middle = math.fsum(w * t for w, t, _ in rows) / total
    level = math.fsum(w * h for w, _, h in rows) / total
    spread = _spread(weights, times, middle=middle)
    slope = math.fsum(w * (t - middle) * (h - level) for w, t, h in rows) / spread
    ahead, df = max(times) - middle, len(rows) - 2
    q = math.fsum(w * (h - level - slope * (t - middle)) ** 2 for w, t, h in rows)
    z = slope * math.sqrt(spread)
    return Line(
        slope=slope,
        se_slope=1 / math.sqrt(spread),
        z=z,
        p_value=two_sided_p(z),
        last_year=max(times),
        fitted_last=level + slope * ahead,
        se_fitted_last=math.sqrt(1 / total + ahead * ahead / spread),
        covariance=ahead / spread,
        q_residual=q if df > 0 else 0.0,
        df_residual=df,
        p_residual=chi_square_survival(q, df) if df > 0 else None,
        years=len(rows),
    )


def gap_trend(bme: Sequence[Cases], white: Sequence[Cases], *, years: Sequence[float]) -> Line:
    """Return the line through the yearly gaps (BME minus White), as proportion a year.

    Raises:
        NotComputable: As :func:`weighted_line`.

    Source:
        docs/method.md 1.7.
    """
    same_length(bme, white, least=FEWEST_YEARS)
    pairs = list(zip(bme, white, strict=True))
    gaps = [one.rate - two.rate for one, two in pairs]
    return weighted_line(years, gaps, errors=[gap_standard_error(one, two) for one, two in pairs])


def ratio_trend(first: Sequence[Cases], second: Sequence[Cases], *, years: Sequence[float]) -> Line:
    """Return the line through the logarithms of yearly ratios; exp(slope) is the yearly factor.

    Raises:
        NotComputable: As :func:`weighted_line`, or if a group has no cases in some year.

    Source:
        docs/method.md 1.6: inverse-variance line through ln r with the Katz standard error.
    """
    same_length(first, second, least=FEWEST_YEARS)
    pairs = [log_ratio_and_error(one, two) for one, two in zip(first, second, strict=True)]
    return weighted_line(years, [value for value, _ in pairs], errors=[error for _, error in pairs])
