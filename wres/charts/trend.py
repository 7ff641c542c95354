"""How figures in per cent moved from year to year, one line per ethnic group, cut at breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wres.charts import layers, years
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.layout import round_top
from wres.charts.theme import MEASURES, Size
from wres.charts.years import Axis, BreakMark, Figure
from wres.terms import EthnicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One group's figure in one year, in per cent (0 to 100), or a note why it is not shown.

    ``low`` and ``high`` are its 95% interval in per cent. Points of different ``segment`` are
    never joined.
    """

    year: int
    group: EthnicGroup
    label: str
    percent: float | None
    low: float | None = None
    high: float | None = None
    segment: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkPoint:
    """The benchmark for one group in one year, in per cent (0 to 100), and what to call it."""

    year: int
    group: EthnicGroup
    label: str
    percent: float | None
    segment: int = 0


def trend(
    points: tuple[TrendPoint, ...],
    *,
    benchmarks: tuple[BenchmarkPoint, ...] = (),
    breaks: tuple[BreakMark, ...] = (),
    size: Size = Size.SCREEN,
    top: float | None = None,
) -> Drawing:
    """Return lines by year for each group with intervals, benchmark and breaks, in per cent.

    ``top`` is where the axis ends, for several trends on one scale; by itself it fits the figures.
    """
    figures = [_figure(point) for point in points]
    compared = [_benchmark(point) for point in benchmarks]
    axis = _axis(figures + compared, top)
    height, space = MEASURES[size].height, years.space_top(breaks, size)
    lines = years.by_series(figures) + years.by_series(compared)
    rows = _rows(figures, lines, axis, years.marked_years(breaks))
    rows += years.break_rows(breaks)
    rows += years.end_rows(lines, axis, room_px=years.plot_height(height, space, size), size=size)
    return drawing_of(_spec(size), rows, name="trend", height=height, size=size)


def percent(value: float) -> str:
    """Return a percentage as it is printed on charts, to one decimal place."""
    return f"{value:.1f}%"


def _figure(point: TrendPoint) -> Figure:
    return Figure(
        year=point.year,
        group=point.group.value,
        label=point.label,
        value=point.percent,
        low=point.low,
        high=point.high,
        segment=point.segment,
        note=point.note,
    )


def _benchmark(point: BenchmarkPoint) -> Figure:
    return Figure(
        year=point.year,
        group=point.group.value,
        label=point.label,
        value=point.percent,
        segment=point.segment,
        is_benchmark=True,
    )


def _axis(figures: list[Figure], top: float | None) -> Axis:
    if top is not None:
        return Axis(low=0.0, high=top, written=percent)
    reached = [limit for figure in figures for limit in (figure.value, figure.high)]
    return Axis(low=0.0, high=round_top(reached, most=100.0), written=percent)


def _rows(
    figures: list[Figure], lines: list[list[Figure]], axis: Axis, marked: list[int]
) -> list[Row]:
    aside = years.shifts(figures)
    drawn = [figure.year for line in lines for figure in line]
    rows = years.frame_rows([*drawn, *marked], axis)
    for line in lines:
        rows += years.figure_rows(line, aside.get(line[0].group, 0.0), axis)
    return rows + years.note_rows(figures, axis)


@described
def _spec(size: Size) -> dict[str, Any]:
    import altair as alt

    # Percentages always start at nothing, so that a small change looks small.
    scale = alt.Scale(zero=True, nice=False)
    axis = alt.Axis(title=None, labelExpr="datum.label + '%'", tickCount=5, domain=False)
    y, where = alt.Y("value:Q", scale=scale, axis=axis), alt.Y("low:Q", scale=scale, axis=axis)
    place = alt.Y("place:Q", scale=scale, axis=axis)
    return bare_spec(
        alt.layer(
            layers.frame(y),
            layers.intervals(where, size),
            *layers.benchmark(y, size),
            layers.lines(y, size),
            layers.points(y, size),
            *layers.breaks(size),
            layers.notes(y, size),
            *layers.end_labels(place, size),
        ),
        size,
    )
