"""Where one organisation stands among its peers: a tick for each peer, the median, and itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres.charts import layers, theme
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.layout import LINE_HEIGHT, round_top, wrapped
from wres.charts.theme import MARKS, MEASURES, Size
from wres.charts.years import line_count

LABEL_LETTERS, SAID_LETTERS = 14, 30
PEER, MEDIAN, OWN = "peer", "median", "own"
ROW_HEIGHTS = 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One row: the peers' figures, their median, and this organisation's own figure.

    ``code`` is an ethnic group's code or ``theme.GAP_CODE``. Figures of groups are in per cent
    (0 to 100), gaps in percentage points, so both stand on one axis. ``note`` takes the place
    of an own figure that is not shown.
    """

    code: str
    label: str
    peers: tuple[float, ...]
    median: float | None
    median_label: str
    own: float | None
    own_label: str
    note: str = ""


def strip(
    strips: tuple[StripRow, ...], *, axis_title: str = "", size: Size = Size.SCREEN
) -> Drawing:
    """Return one row of ticks per figure with median and own figure marked, on one axis."""
    low, high = _ends(strips)
    rows: list[Row] = []
    for order, row in enumerate(strips):
        base = {"row": wrapped(row.label, LABEL_LETTERS), "order": order, "group": row.code}
        rows += [{**base, **drawn} for drawn in _row(row, low, high)]
    measures = MEASURES[size]
    height = round(ROW_HEIGHTS * measures.row * len(strips) + 5 * measures.text)
    return drawing_of(_spec(size, axis_title), rows, name="strip", height=height, size=size)


def _ends(strips: Sequence[StripRow]) -> tuple[float, float]:
    values = [
        value for row in strips for value in (*row.peers, row.median, row.own) if value is not None
    ]
    low = -round_top(-value for value in values) if min(values, default=0.0) < 0 else 0.0
    return low, round_top(values, most=100.0)


def _row(row: StripRow, low: float, high: float) -> list[Row]:
    rows: list[Row] = [{"part": layers.FRAME, "value": value} for value in (low, high)]
    # Two in one place are one tick: of a country two thirds would be drawn over another.
    rows += [{"part": PEER, "value": value} for value in sorted(set(row.peers))]
    if row.median is not None:
        rows.append(_marked(MEDIAN, row.median, row.median_label, low=low, high=high))
    if row.own is not None:
        rows.append(_marked(OWN, row.own, row.own_label, low=low, high=high))
    elif row.note:
        rows.append({"part": layers.NOTE, "value": low, "text": row.note})
    return rows


def _marked(part: str, value: float, label: str, *, low: float, high: float) -> Row:
    said = f"{label}: {value:.1f}".replace("-", "−")
    along = (value - low) / (high - low)
    # Words near an edge grow inwards, so that none is cut off.
    side = "left" if along < 0.3 else "right" if along > 0.7 else "center"
    text = wrapped(said, SAID_LETTERS)
    marked: Row = {"part": part, "value": value, "text": text, "tip": said, "side": side}
    return {**marked, "lines": line_count(text)}


def _words(part: str, x: Any, y: Any, *, dy: float, bold: bool, size: Size) -> Any:
    import altair as alt

    line_height = MEASURES[size].text * LINE_HEIGHT
    # Words above the row grow upwards, words below it downwards.
    up = f"(datum.lines - 1) * {line_height}" if dy < 0 else "0"
    marks = layers.part(part).mark_text(
        align=alt.expr("datum.side"),
        baseline="middle",
        dy=alt.expr(f"{dy} - {up}"),
        lineHeight=line_height,
        fontWeight="bold" if bold else "normal",
    )
    return marks.encode(x=x, y=y, text=alt.Text("text:N"))


def _axes(axis_title: str) -> tuple[Any, Any]:
    import altair as alt

    x = alt.X(
        "value:Q",
        scale=alt.Scale(zero=True, nice=False),
        axis=alt.Axis(title=axis_title or None, tickCount=5, labelFlush=False, domain=False),
    )
    lines = alt.Axis(
        title=None, labelLimit=0, labelExpr="split(datum.label, '\\n')", ticks=False, domain=False
    )
    y = alt.Y("row:N", sort=alt.EncodingSortField(field="order", op="min"), axis=lines)
    return x, y


@described
def _spec(size: Size, axis_title: str) -> dict[str, Any]:
    import altair as alt

    measures = MEASURES[size]
    x, y = _axes(axis_title)
    tall = measures.row * 0.7
    away = measures.row * 0.72
    peers = layers.part(PEER).mark_tick(
        color=theme.PEER, opacity=1, thickness=measures.thin / 2, size=tall, aria=False
    )
    median = layers.part(MEDIAN).mark_tick(
        color=theme.MEDIAN, opacity=1, thickness=measures.line, size=tall * 1.4
    )
    own = layers.part(OWN).mark_point(
        filled=True,
        opacity=1,
        size=measures.marker * 2.4,
        stroke=theme.BACKGROUND,
        strokeWidth=measures.thin,
    )
    note = layers.part(layers.NOTE).mark_text(
        align="left", dx=6, dy=-away, fontStyle="italic", color=theme.QUIET_TEXT
    )
    said = layers.said()
    fill = alt.Fill(
        "group:N",
        scale=alt.Scale(domain=list(MARKS), range=[mark.colour for mark in MARKS.values()]),
        legend=None,
    )
    return bare_spec(
        alt.layer(
            layers.part(layers.FRAME).mark_point(opacity=0, aria=False).encode(x=x, y=y),
            peers.encode(x=x, y=y),
            median.encode(x=x, y=y, **said),
            own.encode(x=x, y=y, fill=fill, shape=layers.shape(), **said),
            _words(MEDIAN, x, y, dy=away, bold=False, size=size),
            _words(OWN, x, y, dy=-away, bold=True, size=size),
            note.encode(x=x, y=y, text=alt.Text("text:N")),
        ),
        size,
    )
