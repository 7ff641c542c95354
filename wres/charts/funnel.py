"""Many organisations by number of responses, in per cent, between limits that narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres.charts import layers, theme
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.layout import round_top
from wres.charts.theme import MEASURES, Size
from wres.terms import EthnicGroup

PEER, OWN, LIMIT, CENTRE, NAME = "peer", "own", "limit", "centre", "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPoint:
    """One organisation: how many answered, and its figure in per cent (0 to 100)."""

    base: int
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The 95% (warning) and 99.8% (action) limits for one base, in per cent (0 to 100)."""

    base: float
    warning: tuple[float, float]
    action: tuple[float, float]


def funnel(
    points: tuple[FunnelPoint, ...],
    *,
    own: FunnelPoint | None,
    group: EthnicGroup,
    centre: float,
    limits: tuple[Limits, ...],
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return the organisations as points between limits, with this one marked, in per cent."""
    highest = [one.percent for one in points] + [one.warning[1] for one in limits]
    top = round_top([*highest, own.percent if own else None], most=100.0)
    last = max((one.base for one in limits), default=1.0)
    rows: list[Row] = [{"part": layers.FRAME, "base": base, "value": top} for base in (0, last)]
    rows += _limit_rows(limits, top)
    # Straight from end to end.
    ends = (*limits[:1], *limits[1:][-1:])
    rows += [{"part": CENTRE, "base": one.base, "value": centre} for one in ends]
    rows += [{"part": PEER, "base": p.base, "value": p.percent} for p in points]
    if own is not None:
        said = f"This trust: {own.percent:.1f}% of {own.base:,}"
        side = "right" if own.base > last / 2 else "left"
        rows.append(
            {
                "part": OWN,
                "base": own.base,
                "value": own.percent,
                "group": group.value,
                "text": said,
                "tip": said,
                "side": side,
            }
        )
    return drawing_of(_spec(size), rows, name="funnel", height=MEASURES[size].height, size=size)


def _limit_rows(limits: Sequence[Limits], top: float) -> list[Row]:
    rows: list[Row] = []
    for name, pick in (("95%", 0), ("99.8%", 1)):
        for side, end in (("low", 0), ("high", 1)):
            pairs = [(one.base, (one.warning, one.action)[pick][end]) for one in limits]
            # A limit above the top of the axis would stretch it and flatten everything else.
            kept = [(base, value) for base, value in pairs if value <= top]
            rows += [
                {
                    "part": LIMIT,
                    "base": base,
                    "value": value,
                    "line": f"{name} {side}",
                    "kind": name,
                }
                for base, value in kept
            ]
            if kept:
                base, value = kept[-1]
                rows.append({"part": NAME, "base": base, "value": value, "text": name})
    return rows


@described
def _spec(size: Size) -> dict[str, Any]:
    import altair as alt

    measures = MEASURES[size]
    x_axis = alt.Axis(title="number who answered", tickCount=5, grid=False, labelOverlap=True)
    x = alt.X("base:Q", scale=alt.Scale(zero=True, nice=False), axis=x_axis)
    y_axis = alt.Axis(title=None, labelExpr="datum.label + '%'", tickCount=5, domain=False)
    y = alt.Y("value:Q", scale=alt.Scale(zero=True, nice=False), axis=y_axis)
    dashes = alt.StrokeDash(
        "kind:N",
        scale=alt.Scale(domain=["95%", "99.8%"], range=[list(theme.BENCHMARK_DASH), [1, 0]]),
        legend=None,
    )
    limit, centre, peer, own = _marks(measures)
    names = layers.part(NAME).mark_text(align="right", baseline="bottom", dy=-4)
    tip = alt.Tooltip("tip:N")
    said = layers.part(OWN).mark_text(
        align=alt.expr("datum.side"), baseline="bottom", dy=-12, fontWeight="bold"
    )
    return bare_spec(
        alt.layer(
            layers.part(layers.FRAME).mark_point(opacity=0, aria=False).encode(x=x, y=y),
            limit.encode(x=x, y=y, detail=alt.Detail("line:N"), strokeDash=dashes),
            centre.encode(x=x, y=y),
            peer.encode(x=x, y=y),
            own.encode(x=x, y=y, color=layers.colour(), shape=layers.shape(), tooltip=tip),
            names.encode(x=x, y=y, text=alt.Text("text:N")),
            said.encode(x=x, y=y, text=alt.Text("text:N")),
        ),
        size,
    )


def _marks(measures: theme.Measures) -> tuple[Any, Any, Any, Any]:
    return (
        layers.part(LIMIT).mark_line(color=theme.RANGE_EDGE, strokeWidth=measures.thin, aria=False),
        layers.part(CENTRE).mark_line(color=theme.MEDIAN, strokeWidth=measures.line, aria=False),
        layers.part(PEER).mark_point(
            filled=False, color=theme.PEER, opacity=1, size=measures.marker * 0.5, aria=False
        ),
        layers.part(OWN).mark_point(
            filled=True,
            opacity=1,
            size=measures.marker * 2.4,
            stroke=theme.BACKGROUND,
            strokeWidth=measures.thin,
        ),
    )
