"""A chart of PowerPoint's own: lines over the years or bars, with likely ranges and alt text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from wres.charts import theme
from wres.reports.deck_moulds import new_chart
from wres.reports.deck_parts import BELOW_TOP, BODY_TOP, EDGE, FONT, LANGUAGE, ROOM
from wres.reports.deck_sheets import data_sheet
from wres.reports.native_charts import LOG_BASE, NativeChart, Series
from wres.text import one_line

if TYPE_CHECKING:
    from pptx.slide import Slide as DeckSlide

CHART_TOP = BODY_TOP + 0.1
# Two marks nearer than this share of the axis have no room for two labels side by side.
NEAR = 0.07
LINE_PT, THIN_PT, TEXT_PT = 3.0, 1.5, 14
FEW_BARS = 3
_SHAPES = {"circle": "CIRCLE", "square": "SQUARE", "diamond": "DIAMOND"}
_DASH = "sysDash"
# White letters on dark bars, black on light ones: at least 4.5 to 1 on each.
_ON_DARK = {theme.BME: theme.BACKGROUND, theme.BENCHMARK_LINE: theme.BACKGROUND}


def draw_chart(slide: DeckSlide, chart: NativeChart, *, alt: str, name: str, made_on: date) -> None:
    """Return nothing; add a chart that can be edited, with its text alternative."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    data = CategoryChartData(number_format=chart.number_format)
    data.categories = list(chart.categories)
    for one in chart.series:
        data.add_series(one.name, one.values)
    kind = XL_CHART_TYPE.LINE_MARKERS if chart.is_over_years else XL_CHART_TYPE.BAR_CLUSTERED
    size = (EDGE, CHART_TOP, ROOM, BELOW_TOP - CHART_TOP)
    drawing, sheet = data.xml_bytes(kind), data_sheet(chart, made_on)
    frame = new_chart(slide, drawing, sheet, place=tuple(Inches(one) for one in size))
    frame.name = one_line(name)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", one_line(alt))
    made = frame.chart
    made.font.size, made.font.name = _pt(TEXT_PT), FONT
    made.has_title = False
    _axes(made, chart)
    _legend(made, chart)
    drawn = made.plots[0].series
    for line, one in zip(drawn, chart.series, strict=True):
        _looks(line, one, is_line=chart.is_over_years)
        _ranges(line._element, one)
    if chart.is_over_years:
        _last_figures(drawn, chart)
    _in_english(made)


def _axes(made: Any, chart: NativeChart) -> None:
    from pptx.enum.chart import XL_AXIS_CROSSES, XL_TICK_LABEL_POSITION

    values, names = made.value_axis, made.category_axis
    values.minimum_scale, values.maximum_scale = chart.low, chart.high
    values.tick_labels.number_format = chart.axis_format
    values.tick_labels.number_format_is_linked = False
    values.has_minor_gridlines = False
    values.major_gridlines.format.line.color.rgb = _rgb(theme.GRID)
    # Names stand at the edge, where no bar or line below nought can strike them through.
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = _rgb(theme.AXIS)
    if not chart.is_over_years:
        # Bars are drawn from the bottom up; people read from the top down.
        names.reverse_order = True
        names.crosses = XL_AXIS_CROSSES.MAXIMUM
    if chart.is_log:
        values.major_unit = LOG_BASE
        _element(values._element.find(_c("scaling")), "logBase", at=0).set("val", str(LOG_BASE))


def _legend(made: Any, chart: NativeChart) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    if chart.is_over_years:
        return
    plot = made.plots[0]
    bars = len(chart.series) * len(chart.categories)
    plot.gap_width, plot.overlap = (60 if bars > FEW_BARS else 200), 0
    plot.has_data_labels = True
    plot.data_labels.number_format = chart.number_format
    plot.data_labels.number_format_is_linked = False


def _looks(line: Any, one: Series, *, is_line: bool) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE_DASH_STYLE

    colour = _rgb(one.colour)
    if not is_line:
        line.format.fill.solid()
        line.format.fill.fore_color.rgb = colour
        line.invert_if_negative = False
        labels = line.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.INSIDE_BASE
        labels.font.size, labels.font.bold = _pt(TEXT_PT), True
        labels.font.color.rgb = _rgb(_ON_DARK.get(one.colour, theme.TEXT))
        return
    line.smooth = False
    drawn = line.format.line
    drawn.color.rgb = colour
    drawn.width = _pt(THIN_PT if one.is_dashed else LINE_PT)
    if one.is_dashed:
        drawn.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT
    marker = line.marker
    marker.style = getattr(XL_MARKER_STYLE, _SHAPES.get(one.shape, "NONE"))
    marker.size = 9
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = _rgb(theme.BACKGROUND) if one.is_dashed else colour
    marker.format.line.color.rgb = colour


def _last_figures(drawn: Any, chart: NativeChart) -> None:
    """Write the figures of the last year beside their marks, apart where they would touch."""
    from pptx.enum.chart import XL_LABEL_POSITION as PLACE

    last = len(chart.categories) - 1
    told = [i for i, one in enumerate(chart.series) if one.shape and one.values[last] is not None]
    told.sort(key=lambda i: -(chart.series[i].values[last] or 0.0))
    values = [chart.series[i].values[last] or 0.0 for i in told]
    near = NEAR * (chart.high - chart.low)
    for rank, i in enumerate(told):
        label = drawn[i].points[last].data_label
        label.font.size, label.font.bold = _pt(TEXT_PT), True
        label.font.color.rgb = _rgb(theme.TEXT)
        is_above = rank + 1 < len(told) and values[rank] - values[rank + 1] < near
        is_below = rank > 0 and values[rank - 1] - values[rank] < near
        apart = PLACE.RIGHT if is_above == is_below else PLACE.BELOW
        label.position = PLACE.ABOVE if is_above and not is_below else apart


def _ranges(series: Any, one: Series) -> None:
    """Draw the likely ranges as error bars, where there are any."""
    if not one.has_ranges:
        return
    ups, downs = zip(*(one.reach(i) for i in range(len(one.values))), strict=True)
    bars = _element(series, "errBars", before=("cat", "val", "smooth", "extLst"))
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        _element(bars, name).set("val", value)
    for name, reaches in (("plus", ups), ("minus", downs)):
        numbers = _element(_element(bars, name), "numLit")
        _element(numbers, "formatCode").text = "General"
        _element(numbers, "ptCount").set("val", str(len(reaches)))
        for place, reach in enumerate(reaches):
            if reach is not None:
                point = _element(numbers, "pt")
                point.set("idx", str(place))
                _element(point, "v").text = f"{reach:g}"
    _thin_line(bars, one.colour)


def _thin_line(bars: Any, colour: str) -> None:
    from pptx.oxml.xmlchemy import OxmlElement

    line = OxmlElement("a:ln")
    line.set("w", str(_pt(THIN_PT)))
    _element(bars, "spPr").append(line)
    fill, solid = OxmlElement("a:srgbClr"), OxmlElement("a:solidFill")
    fill.set("val", colour.removeprefix("#"))
    solid.append(fill)
    line.append(solid)


def _in_english(made: Any) -> None:
    for found in made._chartSpace.iter():
        if found.tag.endswith("}defRPr"):
            found.set("lang", LANGUAGE)


def _element(parent: Any, name: str, *, at: int | None = None, before: tuple[str, ...] = ()) -> Any:
    """Add an element of a chart; where its place among the others is fixed, at that place."""
    from pptx.oxml.xmlchemy import OxmlElement

    made = OxmlElement(f"c:{name}")
    later = [i for i, one in enumerate(parent) if one.tag in {_c(name) for name in before}]
    place = at if at is not None else (later[0] if later else len(parent))
    parent.insert(place, made)
    return made


def _c(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/chart}}{name}"


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#"))


def _pt(points: float) -> int:
    from pptx.util import Pt

    return int(Pt(points))
