"""Figures in per cent by pay band: two marked values a row, what lies between, and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from wres.charts import layers, theme
from wres.charts.drawing import Drawing, Row, bare_spec, described, drawing_of
from wres.charts.layout import round_top, row_height, wrapped
from wres.charts.theme import MEASURES, Size
from wres.charts.trend import percent
from wres.charts.years import Figure, line_count, tip
from wres.terms import EthnicGroup

BAND_LETTERS = 24
LONG_KEY_LETTERS, KEY_LETTERS = 16, 36
BETWEEN, POINT, HIDDEN, REFERENCE, GUIDE = "between", "point", "hidden", "reference", "guide"

Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPoint:
    """One group's figure in one band, in per cent (0 to 100), or a note why it is not shown.

    ``low`` and ``high`` are its 95% interval in per cent. Bands are drawn in the order in which
    they first come.
    """

    band: str
    group: EthnicGroup
    label: str
    percent: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An upright line to read every band against, in per cent (0 to 100), and its name."""

    percent: float
    label: str


def bands(
    points: tuple[BandPoint, ...],
    *,
    reference: Reference | None = None,
    size: Size = Size.SCREEN,
) -> Drawing:
    """Return one row per band with each group's figure and interval, in per cent."""
    limits = [limit for point in points for limit in (point.percent, point.high)]
    top = round_top([*limits, reference.percent if reference else None], most=100.0)
    names = list(dict.fromkeys(point.band for point in points))
    ordered = sorted(points, key=lambda point: (names.index(point.band), point.label))
    key = tuple((point.group.value, point.label) for point in ordered)
    rows = _frame_rows(names, top)
    for order, (_, band) in enumerate(groupby(ordered, key=lambda point: point.band)):
        rows += [{**row, "order": order} for row in _band_rows(list(band), key, top)]
    rows += reference_rows(reference, top)
    measures = MEASURES[size]
    drawn = {(theme.mark_code(code), label) for code, label in key}
    groups = tuple(sorted(drawn, key=lambda pair: pair[1]))
    row = row_height(map(_name, names), text=measures.text, least=measures.row)
    height = row * len(names) + round((5 + 1.5 * _key_lines(groups)) * measures.text)
    spec = _spec(size, groups)
    return drawing_of(spec, rows, name="bands", height=height, size=size)


def _frame_rows(names: Sequence[str], top: float) -> list[Row]:
    return [
        {"part": layers.FRAME, "band": _name(name), "order": i, "value": value}
        for i, name in enumerate(names)
        for value in (0.0, top)
    ]


def _band_rows(points: list[BandPoint], key: Key, top: float) -> list[Row]:
    codes = list(dict.fromkeys(code for code, _ in sorted(set(key), key=lambda pair: pair[1])))
    if len({point.group for point in points}) == 1:
        codes = codes[:0]
    shown = [point for point in points if point.percent is not None]
    rows = [_point_row(point, _shift(codes, point)) for point in shown]
    hidden = _hidden_rows(points, shown, codes, top)
    # A guide line would strike through the words that stand for a hidden figure.
    guide: list[Row] = [] if hidden else [{"part": GUIDE, "band": _name(points[0].band)}]
    return guide + _between_rows(shown) + rows + hidden


def _name(band: str) -> str:
    return wrapped(band, BAND_LETTERS)


def _shift(codes: Sequence[str], point: BandPoint) -> float:
    return 0.0 if len(codes) < 2 else -1 + 2 * codes.index(point.group.value) / (len(codes) - 1)


def _point_row(point: BandPoint, shift: float) -> Row:
    figure = Figure(
        year=0,
        group=point.group.value,
        label=point.label,
        value=point.percent,
        low=point.low,
        high=point.high,
    )
    return {
        "part": POINT,
        "band": _name(point.band),
        "group": point.group.value,
        "value": point.percent,
        "low": point.low,
        "high": point.high,
        "shift": shift,
        "tip": tip(figure, percent).replace(", 0:", f", {point.band}:"),
    }


def _between_rows(shown: Sequence[BandPoint]) -> list[Row]:
    values = [point.percent for point in shown if point.percent is not None]
    if len(values) < 2:
        return []
    return [
        {
            "part": BETWEEN,
            "band": _name(shown[0].band),
            "low": min(values),
            "high": max(values),
        }
    ]


def _hidden_rows(
    points: Sequence[BandPoint], shown: Sequence[BandPoint], codes: Sequence[str], top: float
) -> list[Row]:
    hidden = [point for point in points if point.percent is None and point.note]
    if not hidden:
        return []
    base: Row = {"part": HIDDEN, "band": _name(hidden[0].band)}
    if not shown and len({point.note for point in hidden}) == 1:
        return [{**base, "text": hidden[0].note, "shift": 0.0, "place": 0.0, "at_right": False}]
    # Words go to the side where the other group's marker is not.
    at_right = bool(shown) and max(point.percent or 0.0 for point in shown) < top / 2
    return [
        {
            **base,
            "text": f"{point.label}: {point.note}",
            "shift": _shift(codes, point),
            "place": top if at_right else 0.0,
            "at_right": at_right,
        }
        for point in hidden
    ]


def reference_rows(reference: Reference | None, top: float) -> list[Row]:
    """Return the row of a reference line, or none; its name stands inside the plot."""
    if reference is None:
        return []
    return [
        {
            "part": REFERENCE,
            "value": reference.percent,
            "text": f"{reference.label} {percent(reference.percent)}",
            "at_right": reference.percent > top / 2,
        }
    ]


def _key(channel: Any, key: Key, size: Size) -> Any:
    import altair as alt

    names = "{" + ",".join(f"'{code}':{_quoted(label)}" for code, label in key) + "}"
    return channel.legend(
        alt.Legend(
            title=None,
            orient="top",
            columns=1 if _is_long(key) else 0,
            # Room under the key for the name of the reference line.
            offset=2 * MEASURES[size].text,
            values=[code for code, _ in key],
            labelExpr=f"{names}[datum.label]",
        )
    )


def _is_long(key: Key) -> bool:
    return any(len(label) > LONG_KEY_LETTERS for _, label in key)


def _key_lines(key: Key) -> int:
    return sum(line_count(wrapped(label, KEY_LETTERS)) for _, label in key) if _is_long(key) else 1


def _quoted(label: str) -> str:
    escaped = label.replace("\\", "\\\\").replace("'", "\\'")
    lines = "','".join(wrapped(escaped, KEY_LETTERS).split("\n"))
    return f"['{lines}']"


@described
def _spec(size: Size, key: Key) -> dict[str, Any]:
    import altair as alt

    axis = alt.Axis(
        title=None, labelExpr="datum.label + '%'", tickCount=5, labelFlush=False, domain=False
    )
    x, start, place = (
        alt.X(f"{field}:Q", scale=alt.Scale(zero=True, nice=False), axis=axis)
        for field in ("value", "low", "place")
    )
    y = rows_axis()
    between = layers.part(BETWEEN).mark_rule(
        strokeWidth=2 * MEASURES[size].shift, color=theme.GRID, aria=False
    )
    return bare_spec(
        alt.layer(
            layers.part(layers.FRAME).mark_point(opacity=0, aria=False).encode(x=x, y=y),
            layers.part(GUIDE).mark_rule(color=theme.GRID, aria=False).encode(y=y),
            between.encode(x=start, x2=alt.X2("high:Q"), y=y),
            *reference_layers(x, size),
            *_figures(x, start, y, key=key, size=size),
            _hidden(place, y, size),
        ),
        size,
    )


def _figures(x: Any, start: Any, y: Any, *, key: Key, size: Size) -> list[Any]:
    import altair as alt

    measures, points = MEASURES[size], layers.part(POINT)
    known = points.transform_filter("isValid(datum.low) && isValid(datum.high)")
    interval = known.mark_rule(strokeWidth=measures.thin, aria=False)
    marker = points.mark_point(filled=True, opacity=1, size=measures.marker)
    colour, shape = _key(layers.colour(), key, size), _key(layers.shape(), key, size)
    where = {"y": y, "yOffset": layers.aside("y", size), "color": colour}
    return [
        interval.encode(x=start, x2=alt.X2("high:Q"), **where),
        marker.encode(x=x, shape=shape, **where, **layers.said()),
    ]


def rows_axis() -> Any:
    """Return one row a band, in the order given, names of several lines kept whole."""
    import altair as alt

    axis = alt.Axis(
        title=None,
        labelLimit=0,
        labelExpr="split(datum.label, '\\n')",
        ticks=False,
        domain=False,
    )
    return alt.Y("band:N", sort=alt.EncodingSortField(field="order", op="min"), axis=axis)


def _hidden(place: Any, y: Any, size: Size) -> Any:
    import altair as alt

    words = layers.part(HIDDEN).mark_text(
        baseline="middle",
        align=alt.expr("datum.at_right ? 'right' : 'left'"),
        dx=alt.expr("datum.at_right ? -6 : 6"),
        # Clear of the other group's marker, which may lie anywhere along the row.
        dy=alt.expr(f"datum.shift * {MEASURES[size].text * 0.7}"),
        fontStyle="italic",
        color=theme.QUIET_TEXT,
    )
    return words.encode(x=place, y=y, yOffset=layers.aside("y", size), text=alt.Text("text:N"))


def reference_layers(x: Any, size: Size) -> list[Any]:
    """Return the reference: dark-grey dashes with their name above the plot."""
    import altair as alt

    measures = MEASURES[size]
    line = layers.part(REFERENCE).mark_rule(
        color=theme.BENCHMARK_LINE,
        strokeDash=list(theme.BENCHMARK_DASH),
        strokeWidth=measures.thin,
        aria=False,
    )
    words = layers.part(REFERENCE).mark_text(
        baseline="bottom",
        align=alt.expr("datum.at_right ? 'right' : 'left'"),
        dy=-5,
    )
    return [
        line.encode(x=x),
        words.encode(x=x, y=layers.always(alt.YValue, 0), text=alt.Text("text:N")),
    ]
