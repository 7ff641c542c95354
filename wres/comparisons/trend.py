"""Year against year: whether a series declines, and whether that stands clear of chance."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace
from enum import Enum

from wres import statistics
from wres.comparisons.against_benchmark import chance_of_worse
from wres.indicators import break_between, indicator
from wres.measures import Likelihood, Rate, percent, rounded
from wres.results import editions_apart, official_edition

LONGEST_SERIES = 5
TREND_FROM = 3
SIGNIFICANT = 0.05
RESTATED = (
    "The survey’s results are weighted anew in every issue; earlier years come from another issue."
)


def comparable_years(rates: tuple[Rate, ...]) -> tuple[Rate, ...]:
    """Return the run of years up to the latest that may be joined: shown, and on one basis.

    None when the latest year itself is not shown: what happened before it is not its trend.
    """
    shown = sorted((r for r in rates if r.is_shown), key=lambda r: r.survey_year)
    if not shown or shown[-1].survey_year < max(r.survey_year for r in rates):
        return ()
    latest = shown[-1]
    stretch = stretches(tuple(shown))
    return tuple(
        r
        for r in shown
        if r.calc_basis is latest.calc_basis
        and stretch[r.survey_year] == stretch[latest.survey_year]
    )


def stretches(rates: tuple[Rate, ...]) -> dict[int, int]:
    """Return which stretch each survey year is on; years are joined up only within a stretch.

    A stretch ends at a break of the indicator, and where an edition that restates the past meets
    another one.
    """
    found: dict[int, int] = {}
    number, edition, before = 0, "", None
    for rate in sorted(rates, key=lambda r: r.survey_year):
        if before is not None and (
            break_between(rate.indicator, before, rate.survey_year) is not None
            or editions_apart(edition, rate.edition)
        ):
            number += 1
        edition = edition if official_edition(rate.edition) is None else rate.edition
        before = rate.survey_year
        found[rate.survey_year] = number
    return found


class TrendPoint(Enum):
    """What the printed figures say about the last years."""

    DECLINING = "declining"
    IMPROVING = "improving"
    NO_STEADY_DIRECTION = "no_steady_direction"
    WORSE_THAN_LAST_YEAR = "worse_than_last_year"
    BETTER_THAN_LAST_YEAR = "better_than_last_year"
    SAME_AS_LAST_YEAR = "same_as_last_year"
    NOT_ASSESSABLE = "not_assessable"


class TrendQualified(Enum):
    """Whether the movement stands clear of chance."""

    CLEAR_DECLINE = "clear_decline"
    CLEAR_IMPROVEMENT = "clear_improvement"
    NO_CLEAR_TREND = "no_clear_trend"
    CLEAR_WORSENING = "clear_worsening_since_last_year"
    CLEAR_BETTERMENT = "clear_improvement_since_last_year"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendComparison:
    """A series of comparable years, earliest first; ``values`` are proportions or ratios.

    ``slope`` is the change a year (a proportion, or for ratios the factor a year);
    ``detectable`` the smallest change from one year to the next the survey could have seen;
    ``p_worse`` the chance (0 to 1) of a movement at least this bad with nothing changed.
    """

    point: TrendPoint
    qualified: TrendQualified
    years: tuple[int, ...] = ()
    values: tuple[float, ...] = ()
    bases: tuple[int | None, ...] = ()
    slope: float | None = None
    steady: bool = True
    detectable: float | None = None
    break_reason: str = ""
    is_ratio: bool = False
    decimals: int = 1
    disadvantaged: bool = True
    p_worse: float | None = None

    @property
    def shown(self) -> tuple[float, ...]:
        """The values as they are displayed: percentages with one decimal, or ratios."""
        if self.is_ratio:
            return tuple(rounded(value, self.decimals) for value in self.values)
        return tuple(percent(value) for value in self.values)


def break_reason(rates: tuple[Rate, ...]) -> str:
    """Return why earlier shown years are not joined to the latest, or an empty text."""
    shown = sorted((r for r in rates if r.is_shown), key=lambda r: r.survey_year)
    if not shown:
        return ""
    latest = shown[-1]
    for earlier in reversed(shown):
        found = break_between(latest.indicator, earlier.survey_year, latest.survey_year)
        if found is not None:
            return found.reason
        if earlier.calc_basis is not latest.calc_basis:
            return "Earlier figures were worked out in a different way."
        if editions_apart(earlier.edition, latest.edition):
            return RESTATED
    return ""


def trend(rates: tuple[Rate, ...]) -> TrendComparison:
    """Return whether one group's rates decline over the comparable years, in both answers.

    Three years or more: the last two steps, and Cochran-Armitage on at most the last five. Two
    years: last year only, with Newcombe's interval of the change.

    Source:
        Cochran (1954), Biometrics 10, 417-451; Armitage (1955), Biometrics 11, 375-386.
    """
    series = comparable_years(rates)[-LONGEST_SERIES:]
    bare = TrendComparison(
        point=TrendPoint.NOT_ASSESSABLE,
        qualified=TrendQualified.NOT_ASSESSABLE,
        years=tuple(r.wres_year for r in series),
        values=tuple(r.value or 0.0 for r in series),
        bases=tuple(r.base for r in series),
        break_reason=break_reason(rates),
    )
    if len(series) < 2:
        return bare
    worse_up = indicator(series[-1].indicator).higher_is_worse
    pointed = replace(bare, point=steps_point(bare.shown, higher_is_worse=worse_up))
    if not all(r.tested for r in series):
        return pointed
    last_two = tuple(r.cases for r in series[-2:])
    pointed = replace(pointed, detectable=statistics.smallest_detectable_change(*last_two))
    tested = _steady_trend if len(series) >= TREND_FROM else _one_step
    return tested(pointed, series, higher_is_worse=worse_up)


def steps_point(shown: tuple[float, ...], *, higher_is_worse: bool) -> TrendPoint:
    """Return what the last steps of a displayed series say, two steps where there are three."""
    sign = 1 if higher_is_worse else -1
    steps = [
        0 if later == earlier else sign * (1 if later > earlier else -1)
        for earlier, later in itertools.pairwise(shown)
    ]
    if len(shown) < TREND_FROM:
        names = {
            1: TrendPoint.WORSE_THAN_LAST_YEAR,
            -1: TrendPoint.BETTER_THAN_LAST_YEAR,
            0: TrendPoint.SAME_AS_LAST_YEAR,
        }
        return names[steps[-1]]
    if steps[-1] == steps[-2] == 1:
        return TrendPoint.DECLINING
    if steps[-1] == steps[-2] == -1:
        return TrendPoint.IMPROVING
    return TrendPoint.NO_STEADY_DIRECTION


def _steady_trend(
    bare: TrendComparison, series: tuple[Rate, ...], *, higher_is_worse: bool
) -> TrendComparison:
    qualified = TrendQualified.NO_CLEAR_TREND
    if len({r.value for r in series}) == 1:
        return replace(bare, qualified=qualified, slope=0.0, p_worse=0.5)
    years = tuple(r.survey_year for r in series)
    test = statistics.cochran_armitage(tuple(r.cases for r in series), years)
    if test.p_value < SIGNIFICANT:
        worse = (test.slope > 0) == higher_is_worse
        qualified = TrendQualified.CLEAR_DECLINE if worse else TrendQualified.CLEAR_IMPROVEMENT
    departs = test.p_departure is not None and test.p_departure < SIGNIFICANT
    return replace(
        bare,
        qualified=qualified,
        slope=test.slope,
        steady=not departs,
        p_worse=_one_side(test.p_value, is_worse=(test.slope > 0) == higher_is_worse),
    )


def _one_step(
    bare: TrendComparison, series: tuple[Rate, ...], *, higher_is_worse: bool
) -> TrendComparison:
    change = statistics.newcombe_gap(series[1].cases, series[0].cases)
    qualified = TrendQualified.NO_CLEAR_CHANGE
    if change.clear_of(0.0):
        worse = (change.value > 0) == higher_is_worse
        qualified = TrendQualified.CLEAR_WORSENING if worse else TrendQualified.CLEAR_BETTERMENT
    return replace(
        bare,
        qualified=qualified,
        slope=change.value,
        p_worse=chance_of_worse(change, 0.0, higher_is_worse=higher_is_worse),
    )


def _one_side(p_value: float, *, is_worse: bool) -> float:
    return p_value / 2 if is_worse else 1 - p_value / 2


def _shown_years(series: tuple[Likelihood, ...]) -> tuple[Likelihood, ...]:
    in_order = sorted(series, key=lambda s: s.wres_year)
    if not in_order or in_order[-1].ratio is None:
        return ()
    return tuple(s for s in in_order if s.ratio is not None)


def likelihood_trend(series: tuple[Likelihood, ...]) -> TrendComparison:
    """Return whether a relative likelihood declines over the years, in both answers.

    Source:
        Inverse-variance line through the logarithms of the ratios, Katz standard errors.
    """
    shown = _shown_years(series)[-LONGEST_SERIES:]
    decimals = min((s.decimals for s in shown), default=2)
    bare = TrendComparison(
        point=TrendPoint.NOT_ASSESSABLE,
        qualified=TrendQualified.NOT_ASSESSABLE,
        years=tuple(s.wres_year for s in shown),
        values=tuple(s.ratio or 0.0 for s in shown),
        is_ratio=True,
        decimals=decimals,
        disadvantaged=bool(shown) and rounded(shown[-1].ratio or 0.0, decimals) > 1,
    )
    if len(shown) < 2:
        return bare
    pointed = replace(bare, point=steps_point(bare.shown, higher_is_worse=True))
    if len(shown) < TREND_FROM or any(not s.ratio or s.se_log is None for s in shown):
        return pointed
    line = statistics.weighted_line(
        bare.years,
        tuple(math.log(value) for value in bare.values),
        errors=tuple(s.se_log or 1.0 for s in shown),
    )
    qualified = TrendQualified.NO_CLEAR_TREND
    if line.p_value < SIGNIFICANT:
        up = line.slope > 0
        qualified = TrendQualified.CLEAR_DECLINE if up else TrendQualified.CLEAR_IMPROVEMENT
    return replace(
        pointed,
        qualified=qualified,
        slope=line.slope,
        p_worse=_one_side(line.p_value, is_worse=line.slope > 0),
        detectable=statistics.smallest_detectable_factor(*(s.se_log or 1.0 for s in shown[-2:])),
    )
