"""Shares in per cent as rungs of a ladder: one bar a rung, its figure, and a line to read it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres.charts import layers, theme
from wres.charts.bands import Reference, reference_layers, reference_rows, rows_axis
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.layout import round_top, wrapped
from wres.charts.theme import MARKS, MEASURES, Size
from wres.terms import EthnicGroup

RUNG_LETTERS = 22
BAR, HIDDEN = "bar", "hidden"
# Past this part of the axis the words stand inside the bar, or they would leave the picture.
INSIDE_FROM = 0.85
# A name of two lines with the people below it needs more than a row of another chart.
ROW_HEIGHTS = 1.45


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRung:
    """One rung: a share in per cent (0 to 100), its people, or a note why it is not shown."""

    name: str
    people: str = ""
    percent: float | None = None
    text: str = ""
    note: str = ""


def ladder(
    rungs: Sequence[LadderRung],
    *,
    group: EthnicGroup,
    reference: Reference | None = None,
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return one bar a rung with its share and people; the first rung given stands on top."""
    shares = [rung.percent for rung in rungs]
    top = round_top([*shares, reference.percent if reference else None], most=100.0)
    rows: list[Row] = []
    for order, rung in enumerate(rungs):
        base = {"band": _name(rung), "order": order}
        rows += [{**base, "part": layers.FRAME, "value": value} for value in (0.0, top)]
        rows.append({**base, **_drawn(rung, top)})
    rows += reference_rows(reference, top)
    measures = MEASURES[size]
    height = round(ROW_HEIGHTS * measures.row) * len(rungs) + round(5 * measures.text)
    return drawing_of(_spec(size, group.value), rows, name="ladder", height=height, size=size)


def _name(rung: LadderRung) -> str:
    name = wrapped(rung.name, RUNG_LETTERS)
    return f"{name}\n{rung.people}" if rung.people else name


def _drawn(rung: LadderRung, top: float) -> Row:
    if rung.percent is None:
        return {"part": HIDDEN, "value": 0.0, "text": rung.note}
    inside = rung.percent > INSIDE_FROM * top
    return {
        "part": BAR,
        "value": rung.percent,
        "text": rung.text,
        "inside": inside,
        "tip": f"{rung.name}: {rung.text}, {rung.people}".removesuffix(", "),
    }


@described
def _spec(size: Size, group: str) -> dict[str, Any]:
    import altair as alt

    measures = MEASURES[size]
    axis = alt.Axis(
        title=None, labelExpr="datum.label + '%'", tickCount=5, labelFlush=False, domain=False
    )
    x = alt.X("value:Q", scale=alt.Scale(zero=True, nice=False), axis=axis)
    y = rows_axis()
    bars = layers.part(BAR).mark_bar(color=MARKS[group].colour, height=0.5 * measures.row)
    return bare_spec(
        alt.layer(
            layers.part(layers.FRAME).mark_point(opacity=0, aria=False).encode(x=x, y=y),
            bars.encode(x=x, y=y, **layers.said()),
            *reference_layers(x, size),
            *_words(x, y),
        ),
        size,
    )


def _words(x: Any, y: Any) -> list[Any]:
    import altair as alt

    text = {"x": x, "y": y, "text": alt.Text("text:N")}
    outside = layers.part(BAR).transform_filter("!datum.inside")
    inside = layers.part(BAR).transform_filter("datum.inside")
    # A pale edge keeps the words readable where the line of the workforce runs through them.
    edge = outside.mark_text(
        align="left", dx=6, stroke=theme.BACKGROUND, strokeWidth=5, strokeJoin="round"
    )
    return [
        edge.encode(**text),
        outside.mark_text(align="left", dx=6).encode(**text),
        inside.mark_text(align="right", dx=-6, color=theme.BACKGROUND).encode(**text),
        layers.part(HIDDEN)
        .mark_text(align="left", dx=6, fontStyle="italic", color=theme.QUIET_TEXT)
        .encode(**text),
    ]
