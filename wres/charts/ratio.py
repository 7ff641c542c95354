"""Relative likelihood year by year on a log axis, with parity and the four-fifths range."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wres.charts import layers, theme, years
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.theme import MEASURES, RATIO_CODE, Size
from wres.charts.years import Axis, BreakMark, Figure

# The four-fifths rule as WRES reports use it: between these, no concern from the rule alone.
RANGE_LOW = 0.80
RANGE_HIGH = 1.25
AXIS_LOWS = (0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.001)
AXIS_HIGHS = (2.0, 4.0, 10.0, 20.0, 50.0, 100.0, 1000.0)
# A limit beyond this is drawn as an arrow: it says only that little is known.
FAR_LOW, FAR_HIGH = 0.1, 10.0
TICKS = (0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 0.8, 1, 1.25, 2, 4, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioPoint:
    """The relative likelihood in one year, or a note why it is not shown.

    ``low`` and ``high`` are its 95% interval; ``high`` may be infinite. Points of different
    ``segment`` are never joined. ``decimals`` is how finely it may be printed: one place where it
    rests on small numbers.
    """

    year: int
    label: str
    ratio: float | None
    low: float | None = None
    high: float | None = None
    segment: int = 0
    note: str = ""
    decimals: int = 2


def ratio(
    points: tuple[RatioPoint, ...],
    *,
    parity_label: str = "",
    breaks: tuple[BreakMark, ...] = (),
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return the ratio by year on a log axis, parity marked and 0.80 to 1.25 shaded."""
    figures = [_figure(point) for point in points]
    axis = _axis(figures)
    height, top = MEASURES[size].height, years.space_top(breaks, size)
    lines = years.by_series(figures)
    drawn = [figure.year for figure in figures]
    rows = years.frame_rows([*drawn, *years.marked_years(breaks)], axis)
    rows += [_cut(row, axis) for line in lines for row in years.figure_rows(line, 0.0, axis)]
    rows += years.note_rows(figures, axis) + years.break_rows(breaks) + _range_row(rows)
    labelled = lines + _parity_line(figures, parity_label)
    ends = years.end_rows(labelled, axis, room_px=years.plot_height(height, top, size), size=size)
    return drawing_of(_spec(size), rows + ends, name="ratio", height=height, size=size)


def times(value: float) -> str:
    """Return a ratio as it is printed on charts, to two decimal places."""
    return f"{value:.2f}"


def _figure(point: RatioPoint) -> Figure:
    # Neither nought nor infinity has a place on a log axis: the note says so in words.
    can_be_drawn = point.ratio is not None and 0 < point.ratio < math.inf
    return Figure(
        year=point.year,
        group=RATIO_CODE,
        label=point.label,
        value=point.ratio if can_be_drawn else None,
        low=point.low,
        high=point.high,
        segment=point.segment,
        note=point.note,
        decimals=point.decimals,
    )


def _axis(figures: Iterable[Figure]) -> Axis:
    values = [figure.value for figure in figures if figure.value is not None]
    limits = [
        min(max(limit, FAR_LOW), FAR_HIGH)
        for figure in figures
        for limit in (figure.low, figure.high)
        if limit is not None
    ]
    reached = [*values, *limits, RANGE_LOW, RANGE_HIGH]
    low = next((low for low in AXIS_LOWS if low <= min(reached)), min(reached))
    high = next((high for high in AXIS_HIGHS if high >= max(reached)), max(reached))
    return Axis(low=low, high=high, written=times, is_log=True)


def _cut(row: Row, axis: Axis) -> Row:
    low, high = row["low"], row["high"]
    if not isinstance(low, float | int) or not isinstance(high, float | int):
        return {**row, "goes_below": False, "goes_above": False}
    return {
        **row,
        "low": max(low, axis.low),
        "high": min(high, axis.high),
        "goes_below": low < axis.low,
        "goes_above": high > axis.high,
    }


def _range_row(rows: list[Row]) -> list[Row]:
    level: Row = {"part": layers.LEVEL, "value": 1.0, "low": RANGE_LOW, "high": RANGE_HIGH}
    return [level] if rows else []


def _parity_line(figures: list[Figure], label: str) -> list[list[Figure]]:
    if not label or not figures:
        return []
    last = max(figure.year for figure in figures)
    return [[Figure(year=last, group="", label=label, value=1.0)]]


def _arrow(field: str, at: str, *, shape: str, y_scale: Any, size: Size) -> Any:
    import altair as alt

    return (
        layers.part(layers.POINT)
        .transform_filter(f"datum.{field}")
        .mark_point(
            filled=True, opacity=1, shape=shape, size=MEASURES[size].marker * 0.8, aria=False
        )
        .encode(x=layers.years(), y=alt.Y(at, scale=y_scale), color=layers.colour())
    )


def _range(y: Any, where: Any, size: Size) -> list[Any]:
    import altair as alt

    level = layers.part(layers.LEVEL)
    shade = level.mark_rect(color=theme.RANGE_SHADE, stroke=theme.RANGE_EDGE, aria=False)
    parity = level.mark_rule(color=theme.PARITY, strokeWidth=MEASURES[size].thin, aria=False)
    return [shade.encode(y=where, y2=alt.Y2("high:Q")), parity.encode(y=y)]


@described
def _spec(size: Size) -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(type="log", nice=False, zero=False)
    axis = alt.Axis(
        title=None, values=list(TICKS), format="~r", labelOverlap="greedy", domain=False
    )
    y, where = alt.Y("value:Q", scale=scale, axis=axis), alt.Y("low:Q", scale=scale, axis=axis)
    place = alt.Y("place:Q", scale=scale, axis=axis)
    return bare_spec(
        alt.layer(
            layers.frame(y),
            *_range(y, where, size),
            layers.intervals(where, size),
            _arrow("goes_above", "high:Q", shape="triangle-up", y_scale=scale, size=size),
            _arrow("goes_below", "low:Q", shape="triangle-down", y_scale=scale, size=size),
            layers.lines(y, size),
            layers.points(y, size),
            *layers.breaks(size),
            layers.notes(y, size),
            *layers.end_labels(place, size),
        ),
        size,
    )
