"""Answers drawn: which chart shows which answer, with its rows in display units.

Percentages and points come rounded as they are displayed, so that a chart never says more than
its table does.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from wres.answers import Exploration, Glance
from wres.benchmarks import Benchmark, BenchmarkFigure
from wres.charts.bands import BandPoint, bands
from wres.charts.drawing import Drawing
from wres.charts.gap import GapPoint, gap
from wres.charts.layout import round_top
from wres.charts.ratio import RatioPoint, ratio
from wres.charts.spark import SparkPoint, spark
from wres.charts.theme import Size
from wres.charts.trend import BenchmarkPoint, TrendPoint, trend
from wres.charts.years import BreakMark
from wres.comparisons import stretches
from wres.indicators import POSTS_INDICATORS, break_between, indicator
from wres.measures import Gap, Likelihood, Rate, percent, rounded
from wres.terms import EthnicGroup
from wres.words import (
    SPOKEN,
    Labels,
    band_label,
    gap_text,
    group_label,
    likelihood_text,
    rate_text,
    staff_group_label,
)

BREAK_TEXT = "Counted differently before"
EDITION_TEXT = "Another issue of the survey before"


def _marks(rates: list[Rate]) -> tuple[BreakMark, ...]:
    ordered = sorted(rates, key=lambda rate: rate.wres_year)
    parts = stretches(tuple(ordered))
    marks: dict[int, BreakMark] = {}
    for before, after in pairwise(ordered):
        part = parts[after.survey_year]
        if part != parts[before.survey_year] and part not in marks:
            counted = break_between(after.indicator, before.survey_year, after.survey_year)
            text = BREAK_TEXT if counted else EDITION_TEXT
            marks[part] = BreakMark(year=after.wres_year, text=text)
    return tuple(marks.values())


def _limits(rate: Rate) -> tuple[float | None, float | None]:
    if rate.interval is None:
        return None, None
    return percent(rate.interval.low), percent(rate.interval.high)


def _percent(rate: Rate) -> float | None:
    return percent(rate.value) if rate.value is not None and rate.is_shown else None


def _trend_point(rate: Rate, part: int, labels: Labels) -> TrendPoint:
    low, high = _limits(rate)
    return TrendPoint(
        year=rate.wres_year,
        group=rate.group,
        label=group_label(rate.group, labels),
        percent=_percent(rate),
        low=low,
        high=high,
        segment=part,
        note="" if rate.is_shown else rate_text(rate),
    )


def small_drawings(
    series: tuple[tuple[Gap, ...], ...], labels: Labels = SPOKEN, *, posts: bool = False
) -> tuple[Drawing, ...]:
    """Return one trend a series, all on one scale, so that they can be compared by eye."""
    drawn = []
    for gaps in series:
        # Posts have one line: the White share beside it would only mirror it.
        rates = [rate for one in gaps for rate in ((one.bme,) if posts else _both(one))]
        parts = stretches(tuple(one.bme for one in gaps))
        points = [_trend_point(rate, parts[rate.survey_year], labels) for rate in rates]
        if posts:
            points = [replace(point, low=None, high=None) for point in points]
        drawn.append((tuple(points), _marks([one.bme for one in gaps])))
    reached = [limit for points, _ in drawn for p in points for limit in (p.percent, p.high)]
    top = round_top(reached, most=100.0)
    return tuple(trend(points, breaks=marks, top=top) for points, marks in drawn)


def trend_drawing(
    exploration: Exploration,
    labels: Labels = SPOKEN,
    *,
    marks: tuple[BreakMark, ...] = (),
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return both groups' rates by WRES year, with the ends of activities on the edges of years."""
    yearly = exploration.yearly_benchmarks
    return years_drawing(exploration.gaps, yearly, marks=marks, labels=labels, size=size)


def years_drawing(
    gaps: tuple[Gap, ...],
    yearly: tuple[Benchmark, ...],
    *,
    marks: tuple[BreakMark, ...] = (),
    labels: Labels = SPOKEN,
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return both groups' rates by WRES year with the benchmark, cut where the series breaks."""
    rates = [rate for gap_ in gaps for rate in _both(gap_)]
    parts = stretches(tuple(one.bme for one in gaps))
    benchmarks = tuple(
        BenchmarkPoint(
            year=one.wres_year,
            group=one.ethnic_group,
            label=f"Benchmark ({group_label(one.ethnic_group, labels)})",
            percent=percent(one.value),
            segment=segment_of(one),
        )
        for one in yearly
        if isinstance(one, BenchmarkFigure)
    )
    return trend(
        tuple(_trend_point(rate, parts[rate.survey_year], labels) for rate in rates),
        benchmarks=benchmarks,
        breaks=(*_marks(rates), *marks),
        size=size,
    )


def segment_of(figure: BenchmarkFigure) -> int:
    """Return which stretch of comparable years a benchmark belongs to."""
    breaks = indicator(figure.indicator).breaks
    return sum(figure.wres_year - 1 >= one.first_survey_year for one in breaks)


def _both(one: Gap) -> tuple[Rate, ...]:
    return (one.bme,) if one.bme.group is EthnicGroup.WHITE else (one.bme, one.white)


def gap_drawing(exploration: Exploration, *, size: Size = Size.SCREEN) -> Drawing:
    """Return the gap in points by WRES year, with its likely range, cut where the series breaks."""
    points = []
    parts = stretches(tuple(one.bme for one in exploration.gaps))
    for one in exploration.gaps:
        limits = one.interval
        points.append(
            GapPoint(
                year=one.wres_year,
                label="Gap",
                points=one.points,
                low=percent(limits.low) if limits else None,
                high=percent(limits.high) if limits else None,
                segment=parts[one.bme.survey_year],
                note="" if one.points is not None else gap_text(one),
            )
        )
    return gap(tuple(points), breaks=_marks([one.bme for one in exploration.gaps]), size=size)


def ratio_drawing(
    series: tuple[Likelihood, ...],
    labels: Labels = SPOKEN,
    *,
    marks: tuple[BreakMark, ...] = (),
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return the relative likelihood by WRES year on a scale of times, with parity at 1."""
    points = []
    for one in series:
        limits, places = one.shown_interval, one.decimals
        points.append(
            RatioPoint(
                year=one.wres_year,
                label="Times as likely",
                ratio=one.shown_ratio,
                low=rounded(limits.low, places) if limits else None,
                high=_finite(limits.high, places) if limits else None,
                note="" if one.shown_ratio is not None else likelihood_text(one, labels),
                decimals=places,
            )
        )
    return ratio(tuple(points), parity_label="Equal", breaks=marks, size=size)


def _finite(value: float, places: int) -> float:
    return rounded(value, places) if math.isfinite(value) else value


def bands_drawing(
    gaps: tuple[Gap, ...], labels: Labels = SPOKEN, *, size: Size = Size.SCREEN
) -> Drawing:
    """Return both groups' rates side by side, one row a band."""
    return _side_by_side(gaps, lambda one: band_label(one.bme.band), labels, size=size)


def indicators_drawing(
    gaps: tuple[Gap, ...], labels: Labels = SPOKEN, *, size: Size = Size.SCREEN
) -> Drawing:
    """Return both groups' rates side by side, one row an indicator."""
    named = {one.bme.indicator: indicator(one.bme.indicator).short_name for one in gaps}
    return _side_by_side(gaps, lambda one: named[one.bme.indicator], labels, size=size)


def staff_drawing(gaps: tuple[Gap, ...], labels: Labels = SPOKEN) -> Drawing:
    """Return both groups' rates side by side, one row a staff group."""
    return _side_by_side(gaps, lambda one: staff_group_label(one.bme.staff_group), labels)


def _side_by_side(
    gaps: tuple[Gap, ...],
    named: Callable[[Gap], str],
    labels: Labels,
    *,
    size: Size = Size.SCREEN,
) -> Drawing:
    points = []
    for one in gaps:
        for rate in _both(one):
            low, high = _limits(rate)
            points.append(
                BandPoint(
                    band=named(one),
                    group=rate.group,
                    label=group_label(rate.group, labels),
                    percent=_percent(rate),
                    low=low,
                    high=high,
                    note="" if rate.is_shown else rate_text(rate),
                )
            )
    return bands(tuple(points), size=size)


def share_trend_drawing(
    exploration: Exploration,
    labels: Labels = SPOKEN,
    *,
    marks: tuple[BreakMark, ...] = (),
) -> Drawing:
    """Return the BME share of the chosen posts by WRES year. Counts of people, so no range."""
    rates = [replace(one.bme, interval=None) for one in exploration.gaps]
    parts = stretches(tuple(rates))
    points = tuple(_trend_point(r, parts[r.survey_year], labels) for r in rates)
    return trend(points, breaks=marks)


def spark_drawing(glance: Glance, labels: Labels = SPOKEN) -> Drawing | None:
    """Return a glance's years as a tiny trend, or None with fewer than two years of rates."""
    # Posts have one line, the BME share: a White share beside it would only mirror it.
    in_posts = glance.measured.number in POSTS_INDICATORS
    rates = [r for one in glance.gaps for r in ((one.bme,) if in_posts else (one.bme, one.white))]
    if len(glance.gaps) < 2 or glance.measured.is_likelihood:
        return None
    parts = stretches(tuple(one.bme for one in glance.gaps))
    return spark(
        tuple(
            SparkPoint(
                year=rate.wres_year,
                group=rate.group,
                label=group_label(rate.group, labels),
                percent=_percent(rate),
                segment=parts[rate.survey_year],
            )
            for rate in rates
        )
    )
