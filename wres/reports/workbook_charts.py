"""Charts of Excel's own, and the sheet that holds what they draw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from wres.charts import theme
from wres.reports.archives import Edit
from wres.reports.native_charts import LOG_BASE, NativeChart, Series
from wres.reports.workbook_parts import Cell, first_row, table_sheet, typed
from wres.text import one_line

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Chart data"
EMPTY = "An empty cell is a figure that is not shown. It is not zero, and its sheet says why."
# Centimetres, and the English metric units of a point.
WIDTH, HEIGHT, POINT = 24.0, 11.0, 12_700
_AIR, _TITLE_PT = 2, 12
# What a chart of that size covers, in rows and usual columns.
_ROWS, _COLUMNS = 23, 14
_FRAME = re.compile(rb'(<(?:\w+:)?cNvPr id="\d+" name="Chart \d+")')


class ChartSheet:
    """What the charts of a workbook draw, one block of cells a chart, gathered as they are made."""

    def __init__(self, book: Workbook) -> None:
        self.alts: list[str] = []
        self._book = book
        self._rows: list[list[Cell]] = []

    def draw(self, sheet: Worksheet, chart: NativeChart, *, title: str, alt: str) -> None:
        """Return nothing; put a chart beside the table of a sheet, and its figures in this one."""
        # The heading of the sheet itself is on the first two rows.
        at = len(self._rows) + 3
        names = [one.name for one in chart.series]
        ranged = [one for one in chart.series if one.has_ranges]
        reaches = [f"{one.name}, range {way}" for one in ranged for way in ("above", "below")]
        self._rows.append([typed(one) for one in (sheet.title, *names, *reaches)])
        for place, category in enumerate(chart.categories):
            values = [one.values[place] for one in chart.series]
            ends = [end for one in ranged for end in one.reach(place)]
            self._rows.append([typed(one) for one in (category, *values, *ends)])
        self._rows += [[] for _ in range(_AIR)]
        columns = {one.name: len(names) + 2 + 2 * i for i, one in enumerate(ranged)}
        made = _chart(chart, title=title, at=at, columns=columns)
        table, first = sheet.dimensions, sheet.max_column + 2
        sheet.add_chart(made, sheet.cell(first_row(sheet), first).coordinate)
        # The table on its pages, then the chart on one of its own.
        corner = sheet.cell(first_row(sheet) + _ROWS, first + _COLUMNS).coordinate
        chart_area = f"{sheet.cell(first_row(sheet) - 1, first).coordinate}:{corner}"
        sheet.print_area = f"{table},{chart_area}"
        self.alts.append(alt)

    def end(self) -> None:
        """Return nothing; write the sheet, last of the workbook."""
        width = max((len(row) for row in self._rows), default=1)
        heads = {"Chart and its categories": 34} | {f"Series {n}": 20 for n in range(1, width)}
        table_sheet(self._book, NAME, widths=heads, rows=self._rows, above=(EMPTY,))


def with_alt(alts: list[str]) -> Edit:
    """Return what puts the text alternatives of charts into a saved workbook, in their order."""

    def edited(name: str, part: bytes) -> bytes:
        found = re.fullmatch(r"xl/drawings/drawing(\d+)\.xml", name)
        if not found:
            return part
        alt = quoteattr(one_line(alts[int(found[1]) - 1])).encode()
        return _FRAME.sub(lambda frame: frame[1] + b" descr=" + alt, part)

    return edited


def _chart(chart: NativeChart, *, title: str, at: int, columns: dict[str, int]) -> Any:
    from openpyxl.chart import BarChart, LineChart
    from openpyxl.chart.layout import Layout, ManualLayout

    made: Any = LineChart() if chart.is_over_years else BarChart()
    last = at + len(chart.categories)
    for place, one in enumerate(chart.series, start=2):
        made.series.append(_series(one, at=at, last=last, column=place, ranges=columns))
        _looks(made.series[-1], one, is_line=chart.is_over_years)
    made.title, made.width, made.height = _title(title), WIDTH, HEIGHT
    made.title.overlay = False
    made.legend.position = "t" if len(chart.series) > 1 else "b"
    made.layout = Layout(manualLayout=ManualLayout(x=0.22, y=0.2, w=0.74, h=0.68))
    if chart.is_over_years:
        made.layout = None
    else:
        made.type, made.gapWidth, made.x_axis.scaling.orientation = "bar", 60, "maxMin"
        made.y_axis.crosses = "max"
    _axes(made, chart)
    return made


def _axes(made: Any, chart: NativeChart) -> None:
    names, values = made.x_axis, made.y_axis
    # Newer programs leave out an axis that does not say that it is there.
    names.delete = values.delete = False
    names.tickLblPos = "low"
    values.scaling.min, values.scaling.max = chart.low, chart.high
    values.number_format, values.majorGridlines.spPr = chart.axis_format, _line(theme.GRID, 0.75)
    if chart.is_log:
        values.scaling.logBase = values.majorUnit = LOG_BASE


def _series(one: Series, *, at: int, last: int, column: int, ranges: dict[str, int]) -> Any:
    from openpyxl.chart.data_source import (
        AxDataSource,
        NumDataSource,
        NumRef,
        StrRef,
    )
    from openpyxl.chart.error_bar import ErrorBars
    from openpyxl.chart.series import Series as ChartSeries
    from openpyxl.chart.series import SeriesLabel

    def numbers(where: int) -> NumDataSource:
        return NumDataSource(numRef=NumRef(f=_cells(where, at + 1, last)))

    made = ChartSeries(val=numbers(column))
    made.tx = SeriesLabel(strRef=StrRef(f=_cells(column, at, at)))
    made.cat = AxDataSource(strRef=StrRef(f=_cells(1, at + 1, last)))
    found = ranges.get(one.name)
    if found is not None:
        made.errBars = ErrorBars(
            errBarType="both", errValType="cust", plus=numbers(found), minus=numbers(found + 1)
        )
        made.errBars.spPr = _line(one.colour, 1.5)
    return made


def _looks(line: Any, one: Series, *, is_line: bool) -> None:
    from openpyxl.chart.marker import Marker
    from openpyxl.chart.shapes import GraphicalProperties

    if not is_line:
        line.graphicalProperties = GraphicalProperties(solidFill=_hex(one.colour))
        line.invertIfNegative = False
        return
    line.smooth = False
    line.graphicalProperties = _line(one.colour, 1.5 if one.is_dashed else 3.0)
    line.graphicalProperties.line.dashStyle = "sysDash" if one.is_dashed else "solid"
    symbol: Any = one.shape or "none"
    line.marker = Marker(symbol=symbol, size=8)
    fill = theme.BACKGROUND if one.is_dashed else one.colour
    line.marker.graphicalProperties = GraphicalProperties(solidFill=_hex(fill))
    line.marker.graphicalProperties.line.solidFill = _hex(one.colour)


def _title(text: str) -> Any:
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import (
        CharacterProperties,
        Paragraph,
        ParagraphProperties,
        RegularTextRun,
    )

    looks = CharacterProperties(sz=_TITLE_PT * 100, b=True, lang="en-GB")
    run = RegularTextRun(rPr=looks, t=one_line(text))
    line = Paragraph(pPr=ParagraphProperties(defRPr=looks), r=[run])
    return Title(tx=Text(rich=RichText(p=[line])))


def _line(colour: str, points: float) -> Any:
    from openpyxl.chart.shapes import GraphicalProperties

    made = GraphicalProperties()
    made.line.solidFill, made.line.width = _hex(colour), int(points * POINT)
    return made


def _cells(column: int, first: int, last: int) -> str:
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(column)
    return f"'{NAME}'!${letter}${first}:${letter}${last}"


def _hex(colour: str) -> str:
    return colour.removeprefix("#")
