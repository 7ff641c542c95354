"""One published figure with what stands beside it: its likely range, its gap, its benchmark."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from wres.answers import Cell, Evidence, View, gap_at, nearest_shown
from wres.answers.evidence import blank_row
from wres.benchmarks import Benchmark, BenchmarkFigure
from wres.indicators import POSTS_INDICATORS, SURVEY_INDICATORS, indicator
from wres.measures import Gap, Likelihood, percent, rate_of, rounded
from wres.results import COLUMNS, Result
from wres.statistics import Interval
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit
from wres.words import benchmark_label, likelihood_text, nearest_place, rate_text

NO_GAP = (EthnicGroup.WHITE, EthnicGroup.ALL, EthnicGroup.UNKNOWN)
ORDER_OF = {
    member: place for kind in (StaffGroup, Band, EthnicGroup) for place, member in enumerate(kind)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A published row, or the relative likelihood that stands for a row of its own."""

    row: Result
    benchmark: Benchmark | None = None
    gap: Gap | None = None
    likelihood: Likelihood | None = None
    nearest: View | None = None

    @property
    def interval(self) -> Interval | None:
        """The likely range: proportions (0 to 1) or ratios; None for complete counts."""
        if self.likelihood is not None:
            return self.likelihood.shown_interval
        return None if self.row.indicator in POSTS_INDICATORS else rate_of(self.row).interval

    @property
    def value(self) -> float | None:
        """The figure as it may be shown: a proportion (0 to 1) or a ratio."""
        if self.row.status is Status.HIDDEN:
            return None
        return self.likelihood.shown_ratio if self.likelihood else rate_of(self.row).value

    @property
    def text(self) -> str:
        """The figure in words, the same as the app's."""
        if self.likelihood is not None:
            return likelihood_text(self.likelihood)
        if self.row.unit is Unit.RATIO and self.row.value is not None:
            return f"{self.row.value:.2f}"
        return rate_text(rate_of(self.row))


def figures_of(
    evidence: Evidence, takes: Callable[[Result], bool], *, org_code: str | None = None
) -> Iterator[Figure]:
    """Give the published figures whose row is taken, with what stands beside them.

    With ``org_code`` those of one organisation; the others are not looked at.
    """
    for row, likelihood in published(evidence, org_code):
        if takes(row):
            yield _figure(evidence, row, likelihood)


def published(
    evidence: Evidence, org_code: str | None = None
) -> Iterator[tuple[Result, Likelihood | None]]:
    """Give every published row, or one organisation's, organisation by organisation.

    A relative likelihood comes with a row that stands for it, after the rows of its organisation.
    """
    found = evidence.publication
    every = {*found.likelihoods_by, *evidence.rows.organisations()}
    for code in sorted(every) if org_code is None else (org_code,):
        likelihoods = found.likelihoods_of(code)
        # The likelihood is the published form of a ratio: the row it was printed in would say it
        # twice.
        said = {(one.wres_year, one.indicator) for one in likelihoods}
        for row in evidence.rows.of(code):
            if row.unit is not Unit.RATIO or (row.wres_year, row.indicator) not in said:
                yield row, None
        for one in likelihoods:
            yield _ratio_row(code, one), one


def in_order(figure: Figure) -> tuple[object, ...]:
    """Return where a figure stands in a list: organisation, year, indicator, staff, band, group."""
    row = figure.row
    places = (ORDER_OF[row.staff_group], ORDER_OF[row.band], ORDER_OF[row.ethnic_group])
    return (row.org_code, row.wres_year, row.indicator, *places, row.unit.value)


def _figure(evidence: Evidence, row: Result, likelihood: Likelihood | None) -> Figure:
    if row.indicator not in SURVEY_INDICATORS:
        benchmark = evidence.benchmark(row) if likelihood else None
        return Figure(row=row, likelihood=likelihood, benchmark=benchmark)
    cell = Cell(
        org_code=row.org_code,
        indicator=row.indicator,
        group=row.ethnic_group,
        band=row.band,
        staff_group=row.staff_group,
    )
    has_gap = row.ethnic_group not in NO_GAP
    return Figure(
        row=row,
        gap=gap_at(evidence, cell, row.wres_year) if has_gap else None,
        benchmark=evidence.benchmark(row),
        nearest=_nearest(evidence, row) if row.status is Status.HIDDEN else None,
    )


def _nearest(evidence: Evidence, row: Result) -> View | None:
    return nearest_shown(
        evidence,
        View(
            org_code=row.org_code,
            wres_year=row.wres_year,
            indicator=row.indicator,
            staff_group=row.staff_group,
            band=row.band,
            ethnic_group=row.ethnic_group,
        ),
    )


def _ratio_row(owner: str, one: Likelihood) -> Result:
    everyone = EthnicGroup.ALL
    row = blank_row(owner, one.wres_year, one.indicator, ethnic_group=everyone, unit=Unit.RATIO)
    return replace(row, value=one.shown_ratio, status=one.status, source_id=one.source_id)


def data_of(figure: Figure) -> dict[str, object]:
    """Return a figure as plain data: the columns of the one table, then what stands beside it.

    ``percent``, ``low`` and ``high`` are percentages with one decimal; of a relative likelihood
    ``low`` and ``high`` are ratios and ``percent`` is null.
    """
    row, interval, value = figure.row, figure.interval, figure.value
    ratio = figure.likelihood is not None or row.unit is Unit.RATIO
    bound = row.status in (Status.BELOW, Status.ABOVE)
    columns = {name: getattr(row, name) for name in COLUMNS} | {"value": value}
    decimals = figure.likelihood.decimals if figure.likelihood else 2
    return {
        **{name: getattr(cell, "value", cell) for name, cell in columns.items()},
        "indicator_name": indicator(row.indicator).short_name,
        "percent": None if value is None or ratio or bound else percent(value),
        "low": _limit(interval.low, ratio, decimals) if interval else None,
        "high": _limit(interval.high, ratio, decimals) if interval else None,
        **_gap_data(figure.gap),
        **_benchmark_data(figure.benchmark),
        "text": figure.text,
        "nearest_shown": nearest_place(figure.nearest) if figure.nearest else None,
    }


def _limit(value: float, ratio: bool, decimals: int) -> float | None:
    if not math.isfinite(value):
        return None
    return rounded(value, decimals) if ratio else percent(value)


def _gap_data(gap: Gap | None) -> dict[str, object]:
    interval = gap.interval if gap else None
    return {
        "gap_points": gap.points if gap else None,
        "gap_low": percent(interval.low) if interval else None,
        "gap_high": percent(interval.high) if interval else None,
    }


def _benchmark_data(benchmark: Benchmark | None) -> dict[str, object]:
    if not isinstance(benchmark, BenchmarkFigure):
        return {"benchmark": None, "benchmark_label": None, "benchmark_organisations": None}
    ratio = benchmark.unit is Unit.RATIO
    return {
        "benchmark": rounded(benchmark.value, 2) if ratio else percent(benchmark.value),
        "benchmark_label": benchmark_label(benchmark),
        "benchmark_organisations": benchmark.organisations,
    }
