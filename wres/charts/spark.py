"""A trend small enough to stand in a table row: no axes, cut at breaks, last value marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wres.charts import layers, theme, years
from wres.charts.drawing import Drawing, bare_spec, described, drawing_of
from wres.charts.layout import round_top
from wres.charts.theme import MEASURES, Size
from wres.charts.trend import percent
from wres.charts.years import Axis, Figure
from wres.terms import EthnicGroup

HEIGHTS = {Size.SCREEN: 72, Size.PRESENTATION: 160}


@dataclass(frozen=True, slots=True, kw_only=True)
class SparkPoint:
    """One group's figure in one year, in per cent (0 to 100) or None where it is not shown.

    Points of different ``segment`` are never joined.
    """

    year: int
    group: EthnicGroup
    label: str
    percent: float | None
    segment: int = 0


def spark(points: tuple[SparkPoint, ...], *, size: Size = Size.SCREEN) -> Drawing:
    """Return a tiny trend from nought, with the last figure of each group, in per cent."""
    figures = [
        Figure(
            year=point.year,
            group=point.group.value,
            label=point.label,
            value=point.percent,
            segment=point.segment,
        )
        for point in points
    ]
    top = round_top((figure.value for figure in figures), most=100.0)
    axis = Axis(low=0.0, high=top, written=percent)
    lines = years.by_series(figures)
    rows = years.frame_rows((figure.year for figure in figures), axis)
    aside = years.shifts(figures)
    rows += [row for line in lines for row in years.figure_rows(line, aside[line[0].group], axis)]
    height = HEIGHTS[size]
    rows += years.end_rows(lines, axis, room_px=height - MEASURES[size].text, size=size)
    return drawing_of(_spec(size), rows, name="spark", height=height, size=size)


@described
def _spec(size: Size) -> dict[str, Any]:
    import altair as alt

    measures = MEASURES[size]
    scale = alt.Scale(zero=True, nice=False)
    x = alt.X("year:O", sort="ascending", axis=None)
    y = alt.Y("value:Q", scale=scale, axis=None)
    place = alt.Y("place:Q", scale=scale, axis=None)
    shown = layers.part(layers.POINT).transform_filter("isValid(datum.value)")
    aside = layers.aside("x", size)
    line = shown.mark_line(strokeWidth=measures.line * 0.8, aria=False)
    dot = shown.mark_point(filled=True, opacity=1, size=measures.marker * 0.25, aria=False)
    frame = layers.part(layers.FRAME).mark_rule(color=theme.GRID, aria=False)
    return bare_spec(
        alt.layer(
            frame.encode(y=layers.always(alt.YValue, "height")),
            layers.part(layers.FRAME).mark_point(opacity=0, aria=False).encode(x=x, y=y),
            line.encode(
                x=x,
                y=y,
                xOffset=aside,
                detail=alt.Detail("line:N"),
                color=layers.colour(),
                strokeDash=layers.dash(),
            ),
            dot.encode(x=x, y=y, xOffset=aside, color=layers.colour(), shape=layers.shape()),
            *layers.end_labels(place, size),
        ),
        size,
    )
