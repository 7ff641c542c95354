"""The sheets of a workbook: lines, a table with its header row, and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from wres.charts import theme
from wres.reports.tables import Table
from wres.text import one_line, sheet_safe

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | None
# Letters across.
# That of a new workbook, which its other cells have.
FONT = "Calibri"
_LINES_WIDTH, _WORDS_WIDTH, _LAST_WIDTH = 110, 26, 90
_A4, _LINE_PT = 9, 15.0


def new_book(title: str) -> Workbook:
    """Return an empty workbook with its title, in British English."""
    # An eighth of a second to import, and only whoever makes a workbook needs it.
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    about = book.properties
    about.title, about.creator, about.language = one_line(title), "WRES Explorer", "en-GB"
    return book


def typed(value: object) -> Cell:
    """Return a value as a cell: numbers as numbers, texts safe, nothing as an empty cell."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return sheet_safe(one_line(str(value)))


def lines_sheet(book: Workbook, name: str, lines: Sequence[str]) -> None:
    """Return nothing; add a sheet of lines, the first one as its title."""
    sheet = book.create_sheet(name)
    sheet.column_dimensions["A"].width = _LINES_WIDTH
    for place, line in enumerate(lines, start=1):
        cell = sheet.cell(place, 1, typed(line))
        _looks(cell, bold=place == 1, size=16 if place == 1 else 11)
        sheet.row_dimensions[place].height = _height((line,), (_LINES_WIDTH,), title=place == 1)
    _printed(sheet, "")


def words_sheet(book: Workbook, name: str, table: Table) -> None:
    """Return nothing; add a sheet of a table of words with its caption above."""
    widths = dict.fromkeys(table.columns, _WORDS_WIDTH) | {table.columns[-1]: _LAST_WIDTH}
    rows = [[typed(cell) for cell in row] for row in table.rows]
    sheet = table_sheet(book, name, widths=widths, rows=rows, above=(table.caption,))
    for place, row in enumerate(table.rows, start=3):
        sheet.row_dimensions[place].height = _height(row, tuple(widths.values()))
        for cell in sheet[place]:
            _looks(cell)


def table_sheet(
    book: Workbook,
    name: str,
    *,
    widths: dict[str, int],
    rows: Sequence[Sequence[Cell]],
    above: tuple[str, ...] = (),
) -> Worksheet:
    """Return a new sheet: lines above, one header row that stays in sight, then the rows.

    ``widths`` is how wide each column is, in letters, by its heading.
    """
    sheet: Worksheet = book.create_sheet(name)
    for place, line in enumerate(above, start=1):
        _looks(sheet.cell(place, 1, typed(line)), bold=place == 1, wrap=False)
    header = len(above) + 1
    for row in (list(widths), *rows):
        sheet.append(list(row))
    _header(sheet, header, widths)
    sheet.freeze_panes = f"A{header + 1}"
    last = sheet.cell(max(sheet.max_row, header), len(widths)).coordinate
    sheet.auto_filter.ref = f"A{header}:{last}"
    sheet.print_area = f"A1:{last}"
    _printed(sheet, f"{header}:{header}")
    return sheet


def lined_up(sheet: Worksheet, formats: Sequence[Sequence[str]]) -> None:
    """Return nothing; numbers are written with their places, and words among them at the right.

    ``formats`` is one row a row of the table: how a number in each column is written, and an
    empty text for a column of words.
    """
    from openpyxl.styles import Alignment

    right, apart = Alignment(horizontal="right"), Alignment(horizontal="left", indent=1)
    for row, places in zip(sheet.iter_rows(min_row=first_row(sheet)), formats, strict=True):
        for cell, written in zip(row, places, strict=True):
            if isinstance(cell.value, str):
                cell.alignment = right if written else apart
            elif written:
                cell.number_format = written


def first_row(sheet: Worksheet) -> int:
    """Return the row under the header, where the sheet begins to move; counted from 1."""
    return int(str(sheet.freeze_panes).lstrip("A"))


def _header(sheet: Worksheet, header: int, widths: dict[str, int]) -> None:
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter

    sheet.row_dimensions[header].height = 2 * _LINE_PT
    fill = PatternFill("solid", fgColor=theme.GRID.removeprefix("#"))
    for place, width in enumerate(widths.values(), start=1):
        cell = sheet.cell(header, place)
        _looks(cell, bold=True)
        cell.fill = fill
        sheet.column_dimensions[get_column_letter(place)].width = width


def _looks(cell: object, *, bold: bool = False, size: int = 11, wrap: bool = True) -> None:
    from openpyxl.styles import Alignment, Font

    cell.font = Font(name=FONT, bold=bold, size=size)  # type: ignore[attr-defined]
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")  # type: ignore[attr-defined]


def _height(texts: Sequence[str], widths: Sequence[int], *, title: bool = False) -> float:
    """The points a row needs for its texts: not every program works it out by itself."""
    lines = max(ceil(len(text) / width) for text, width in zip(texts, widths, strict=True))
    return max(lines, 1) * _LINE_PT * (1.5 if title else 1.0)


def _printed(sheet: Any, title_rows: str) -> None:
    """On A4 across, one page wide, the header row on each page, pages numbered."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if title_rows:
        sheet.print_title_rows = title_rows
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
