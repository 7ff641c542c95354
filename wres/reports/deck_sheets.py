"""The sheet of data behind a chart of a deck: what is shown and nothing else.

An office program opens it when the chart is edited. The library writes such a workbook once for
each format of numbers; the figures and names of a chart are put into a copy of that.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from xml.sax.saxutils import escape
from zipfile import ZipFile

from wres.reports.archives import archive, settled_parts
from wres.reports.native_charts import NativeChart, Value
from wres.text import one_line

_CELLS, _TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_SHEET = re.compile(r"<sheetData>.*</sheetData>", re.DOTALL)
_SIZE = re.compile(r'(?<=<dimension ref=")[^"]*')
_TEXT = re.compile(r"<sst .*</sst>", re.DOTALL)
_SST = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
# How the library numbers the looks of the two kinds of cell.
_NAME, _FIGURE = 1, 2


def data_sheet(chart: NativeChart, made_on: date) -> bytes:
    """Return the workbook behind a chart: a row a category, a column a series, names at the edge.

    Its parts are not packed: the deck around it packs it whole.
    """
    parts = dict(_workbook(chart.number_format, made_on))
    texts = list(dict.fromkeys((*chart.categories, *(one.name for one in chart.series))))
    rows = "".join(_rows(chart, {text: place for place, text in enumerate(texts)}))
    size = f"A1:{_cell(len(chart.categories), len(chart.series))}"
    cells = _SIZE.sub(lambda _: size, parts[_CELLS].decode())
    parts[_CELLS] = _SHEET.sub(lambda _: f"<sheetData>{rows}</sheetData>", cells).encode()
    parts[_TEXTS] = _TEXT.sub(lambda _: _told(chart, texts), parts[_TEXTS].decode()).encode()
    return archive(parts, packed=False)


@lru_cache(maxsize=8)
def _workbook(number_format: str, made_on: date) -> tuple[tuple[str, bytes], ...]:
    """The parts of a workbook as the library writes it for one name and one figure."""
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format=number_format)
    data.categories = ["name"]
    data.add_series("series", (1.0,))
    with ZipFile(io.BytesIO(data.xlsx_blob)) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    return tuple(settled_parts(parts, made_on).items())


def _rows(chart: NativeChart, places: dict[str, int]) -> Iterator[str]:
    heads = (_named(0, n, places[one.name]) for n, one in enumerate(chart.series, start=1))
    yield f'<row r="1">{"".join(heads)}</row>'
    for row, name in enumerate(chart.categories, start=1):
        figures = (
            _figure(row, n, one.values[row - 1]) for n, one in enumerate(chart.series, start=1)
        )
        name_cell = _named(row, 0, places[name], look=f' s="{_NAME}"')
        yield f'<row r="{row + 1}">{name_cell}{"".join(figures)}</row>'


def _named(row: int, column: int, text: int, look: str = "") -> str:
    return f'<c r="{_cell(row, column)}"{look} t="s"><v>{text}</v></c>'


def _figure(row: int, column: int, value: Value) -> str:
    shown = "" if value is None else f"<v>{value:.16G}</v>"
    return f'<c r="{_cell(row, column)}" s="{_FIGURE}">{shown}</c>'


def _cell(row: int, column: int) -> str:
    """The name of a cell by its places; a chart has fewer series than there are letters."""
    return f"{chr(ord('A') + column)}{row + 1}"


def _told(chart: NativeChart, texts: list[str]) -> str:
    held = "".join(f"<si><t>{escape(one_line(text))}</t></si>" for text in texts)
    count = len(chart.categories) + len(chart.series)
    return f'<sst {_SST} count="{count}" uniqueCount="{len(texts)}">{held}</sst>'
