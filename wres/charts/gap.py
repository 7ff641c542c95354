"""The gap between two groups year by year, in percentage points, around a line for no gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wres.charts import layers, theme, years
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.layout import round_top
from wres.charts.theme import GAP_CODE, MEASURES, Size
from wres.charts.years import Axis, BreakMark, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class GapPoint:
    """The gap in one year in percentage points (BME minus White), or a note why it is not shown.

    ``low`` and ``high`` are its 95% interval in points. Points of different ``segment`` are
    never joined.
    """

    year: int
    label: str
    points: float | None
    low: float | None = None
    high: float | None = None
    segment: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkGap:
    """The gap in the benchmark in one year, in percentage points, and what to call it."""

    year: int
    label: str
    points: float | None
    segment: int = 0


def gap(
    points: tuple[GapPoint, ...],
    *,
    benchmarks: tuple[BenchmarkGap, ...] = (),
    breaks: tuple[BreakMark, ...] = (),
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return the gap by year with its interval, a line for no gap, and breaks, in points."""
    figures = [_figure(point) for point in points]
    compared = [_benchmark(point) for point in benchmarks]
    axis = _axis(figures + compared)
    height, top = MEASURES[size].height, years.space_top(breaks, size)
    lines = years.by_series(figures) + years.by_series(compared)
    rows = years.frame_rows((figure.year for line in lines for figure in line), axis)
    rows += [row for line in lines for row in years.figure_rows(line, 0.0, axis)]
    rows += years.note_rows(figures, axis) + years.break_rows(breaks) + _zero_row(rows)
    rows += years.end_rows(lines, axis, room_px=years.plot_height(height, top, size), size=size)
    return drawing_of(_spec(size), rows, name="gap", height=height, size=size)


def signed(value: float) -> str:
    """Return a gap as it is printed on charts: always signed, one decimal place."""
    rounded = round(value, 1)
    if rounded == 0:
        return "0.0"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):.1f}"


def _figure(point: GapPoint) -> Figure:
    return Figure(
        year=point.year,
        group=GAP_CODE,
        label=point.label,
        value=point.points,
        low=point.low,
        high=point.high,
        segment=point.segment,
        note=point.note,
    )


def _benchmark(point: BenchmarkGap) -> Figure:
    return Figure(
        year=point.year,
        group=GAP_CODE,
        label=point.label,
        value=point.points,
        segment=point.segment,
        is_benchmark=True,
    )


def _axis(figures: list[Figure]) -> Axis:
    reached = [
        limit
        for figure in figures
        for limit in (figure.value, figure.low, figure.high)
        if limit is not None
    ]
    low = -round_top(-limit for limit in reached) if min(reached, default=0.0) < 0 else 0.0
    high = round_top(reached) if max(reached, default=1.0) > 0 else 0.0
    return Axis(low=low, high=high, written=signed)


def _zero_row(rows: list[Row]) -> list[Row]:
    return [{"part": layers.LEVEL, "value": 0.0}] if rows else []


@described
def _spec(size: Size) -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(zero=True, nice=False)
    plus = "(datum.value > 0 ? '+' : '') + datum.label"
    axis = alt.Axis(title=None, labelExpr=plus, tickCount=5, domain=False)
    y, where = alt.Y("value:Q", scale=scale, axis=axis), alt.Y("low:Q", scale=scale, axis=axis)
    place = alt.Y("place:Q", scale=scale, axis=axis)
    zero = layers.part(layers.LEVEL).mark_rule(
        strokeWidth=MEASURES[size].thin, color=theme.TEXT, aria=False
    )
    return bare_spec(
        alt.layer(
            layers.frame(y),
            zero.encode(y=y),
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
