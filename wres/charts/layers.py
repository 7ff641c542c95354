"""The layers charts by year are built of. Each draws the rows of one ``part`` and no others.

Rows share one set of columns: ``part``, ``group``, ``year``, ``value``, ``low``, ``high``,
``line`` (a stretch that may be joined up), ``shift`` (-1 to 1, sideways), ``place`` (where a
label stands), ``text``, ``lines`` (of that text) and ``tip``.
"""

from __future__ import annotations

from typing import Any

from wres.charts import theme
from wres.charts.theme import MARKS, MEASURES, Size

FRAME, POINT, BENCHMARK, BREAK, NOTE, END, LEVEL, ACTIVITY = (
    "frame",
    "point",
    "benchmark",
    "break",
    "note",
    "end",
    "level",
    "activity",
)


def part(name: str) -> Any:
    """Return a chart of the rows of one part."""
    import altair as alt

    return alt.Chart().transform_filter(f"datum.part === '{name}'")


def colour() -> Any:
    """Return the colour of a group, the same on every chart."""
    import altair as alt

    scale = alt.Scale(domain=list(MARKS), range=[mark.colour for mark in MARKS.values()])
    return alt.Color("group:N", scale=scale, legend=None)


def shape() -> Any:
    """Return the marker shape of a group, the same on every chart."""
    import altair as alt

    scale = alt.Scale(domain=list(MARKS), range=[mark.shape for mark in MARKS.values()])
    return alt.Shape("group:N", scale=scale, legend=None)


def dash() -> Any:
    """Return the line style of a group, the same on every chart."""
    import altair as alt

    styles = [list(mark.dash) or [1, 0] for mark in MARKS.values()]
    return alt.StrokeDash("group:N", scale=alt.Scale(domain=list(MARKS), range=styles), legend=None)


def always(channel: Any, value: object) -> Any:
    """Return a channel with one value for every row.

    Its class is named, as it is of each channel here: to find it Altair would hash every class it
    has, which takes longer than the rest of the part.
    """
    return channel(value)


def said() -> dict[str, Any]:
    """Return the sentence of a mark, for the pointer and for screen readers."""
    import altair as alt

    return {"tooltip": alt.Tooltip("tip:N"), "description": alt.Description("tip:N")}


def years(*, at_left_edge: bool = False) -> Any:
    """Return the years as steps from left to right, or the edge before each year."""
    import altair as alt

    axis = alt.Axis(labelAngle=0, title=None, labelOverlap=True, grid=False, ticks=True)
    if at_left_edge:
        return alt.X("year:O", sort="ascending", axis=axis, bandPosition=0)
    return alt.X("year:O", sort="ascending", axis=axis)


def aside(channel: str, size: Size) -> Any:
    """Return the small step to one side that keeps two groups' intervals apart."""
    import altair as alt

    pixels = MEASURES[size].shift
    # A numeric offset is counted from the start of the step, so the middle is added.
    ends: Any = [{"expr": f"bandwidth('{channel}') / 2 + {sign * pixels}"} for sign in (-1, 1)]
    scale = alt.Scale(domain=[-1, 1], range=ends)
    kind = alt.XOffset if channel == "x" else alt.YOffset
    return kind("shift:Q", scale=scale)


def frame(y: Any) -> Any:
    """Return nothing to see: marks that fix which years and values the axes reach."""
    return part(FRAME).mark_point(opacity=0, tooltip=False, aria=False).encode(x=years(), y=y)


def intervals(y: Any, size: Size) -> Any:
    """Return 95% intervals as upright lines, a little aside of each other."""
    import altair as alt

    return (
        part(POINT)
        .transform_filter("isValid(datum.low) && isValid(datum.high)")
        .mark_rule(strokeWidth=MEASURES[size].thin, aria=False)
        .encode(x=years(), y=y, y2=alt.Y2("high:Q"), color=colour(), xOffset=aside("x", size))
    )


def lines(y: Any, size: Size) -> Any:
    """Return one line per stretch, so that none crosses a break."""
    import altair as alt

    return (
        part(POINT)
        .transform_filter("isValid(datum.value)")
        .mark_line(strokeWidth=MEASURES[size].line, aria=False)
        .encode(
            x=years(),
            y=y,
            detail=alt.Detail("line:N"),
            color=colour(),
            strokeDash=dash(),
            xOffset=aside("x", size),
        )
    )


def points(y: Any, size: Size) -> Any:
    """Return one marker per figure, each with a sentence for the pointer and screen readers."""
    return (
        part(POINT)
        .transform_filter("isValid(datum.value)")
        .mark_point(filled=True, opacity=1, size=MEASURES[size].marker)
        .encode(
            x=years(),
            y=y,
            color=colour(),
            shape=shape(),
            xOffset=aside("x", size),
            **said(),
        )
    )


def benchmark(y: Any, size: Size) -> list[Any]:
    """Return the benchmark: dark-grey dashes, with the hollow marker of the group it is for."""
    import altair as alt

    measures = MEASURES[size]
    shown = part(BENCHMARK).transform_filter("isValid(datum.value)")
    where = {"x": years(), "y": y, "xOffset": aside("x", size)}
    grey = always(alt.ColorValue, theme.BENCHMARK_LINE)
    line = shown.mark_line(
        strokeWidth=measures.thin, strokeDash=list(theme.BENCHMARK_DASH), aria=False
    ).encode(detail=alt.Detail("line:N"), color=grey, **where)
    marker = shown.mark_point(
        filled=False, fill=theme.BACKGROUND, opacity=1, size=measures.marker * 0.7
    ).encode(color=grey, shape=shape(), **said(), **where)
    return [line, marker]


def breaks(size: Size) -> list[Any]:
    """Return upright lines before marked years, with words on top.

    Dotted where figures stop being comparable, whole and quiet where an activity begins or ends.
    """
    import altair as alt

    line_height = MEASURES[size].text * 1.25
    marked = f"datum.part === '{BREAK}' || datum.part === '{ACTIVITY}'"
    words = (
        alt.Chart()
        .transform_filter(marked)
        .mark_text(
            align="center",
            baseline="bottom",
            dy=alt.expr(f"-(datum.lines - 1) * {line_height} - 6"),
            lineHeight=line_height,
        )
        .encode(x=years(at_left_edge=True), y=always(alt.YValue, 0), text=alt.Text("text:N"))
    )
    dotted = _edge_rule(BREAK, size, colour=theme.BREAK, dash=list(theme.BREAK_DASH))
    return [dotted, _edge_rule(ACTIVITY, size, colour=theme.QUIET_TEXT, dash=[1, 0]), words]


def _edge_rule(name: str, size: Size, *, colour: str, dash: list[int]) -> Any:
    thin = MEASURES[size].thin
    mark = part(name).mark_rule(strokeDash=dash, strokeWidth=thin, color=colour, aria=False)
    return mark.encode(x=years(at_left_edge=True))


def notes(y: Any, size: Size) -> Any:
    """Return words in place of a figure that is not shown, low in its year; never a zero."""
    import altair as alt

    line_height = MEASURES[size].text * 1.25
    return (
        part(NOTE)
        .mark_text(
            align="center",
            baseline="bottom",
            dy=alt.expr(f"-(datum.lines - 1) * {line_height} - 4"),
            lineHeight=line_height,
            color=theme.QUIET_TEXT,
        )
        .encode(x=years(), y=y, text=alt.Text("text:N"))
    )


def end_labels(place: Any, size: Size) -> list[Any]:
    """Return the name of each line beside the plot, with its marker where it is for a group."""
    import altair as alt

    measures = MEASURES[size]
    line_height = measures.label * 1.25
    words = part(END).mark_text(
        align="left",
        baseline="middle",
        dx=1.6 * measures.label,
        dy=alt.expr(f"-(datum.lines - 1) * {line_height} / 2"),
        lineHeight=line_height,
        fontSize=measures.label,
    )
    # Placed from the plot's right edge, so that the fitted chart makes just enough room.
    at_edge = {"x": always(alt.XValue, "width"), "y": place}
    filled = part(END).transform_filter("!datum.hollow && datum.group !== ''")
    hollow = part(END).transform_filter("datum.hollow")
    aside = measures.label * 0.8
    return [
        words.encode(text=alt.Text("text:N"), **at_edge),
        filled.mark_point(
            filled=True, opacity=1, size=measures.marker, xOffset=aside, aria=False
        ).encode(color=colour(), shape=shape(), **at_edge),
        hollow.mark_point(
            filled=False,
            fill=theme.BACKGROUND,
            opacity=1,
            size=measures.marker * 0.7,
            xOffset=aside,
            aria=False,
        ).encode(color=always(alt.ColorValue, theme.BENCHMARK_LINE), shape=shape(), **at_edge),
    ]
