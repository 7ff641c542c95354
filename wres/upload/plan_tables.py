"""A file or a pasted text to its table of activities: headings and rows, nothing understood yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wres.errors import FileRefused, PlanRefused
from wres.plans import TableRow, heading_score
from wres.upload import limits
from wres.upload.contents import refuse_markup, refuse_other_kinds
from wres.upload.decode import decode
from wres.upload.documents import document_tables
from wres.upload.reading import Line
from wres.upload.table import records, skip_stated_delimiter
from wres.upload.workbook import kind_of_workbook, sheets_of

# A longer one is no plan; workbooks and documents hold pictures too.
LARGEST_PLAN_BYTES = 5 * 1024 * 1024
_DELIMITERS = ("\t", "|", ",", ";")
_ARCHIVE = b"PK\x03\x04"
_RULE = re.compile(r"[\s:|+=-]*")
_NO_TABLE = (
    "No table of activities was found. No row has a heading such as Activity beside "
    "another, such as Lead or Due. Add the headings and try again."
)


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table of activities as text: its headings, and each row with its line in the file."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]


def plan_table(data: bytes) -> PlanTable:
    """Return the table of activities in a CSV file, an Excel workbook or a Word document.

    Raises:
        FileRefused: If the file cannot be read, or is too large.
        PlanRefused: If no table in it has the headings of a plan.
    """
    if len(data) > LARGEST_PLAN_BYTES:
        raise FileRefused(
            f"The file is {len(data) / 1024 / 1024:,.1f} MB and the limit for a plan is "
            f"{LARGEST_PLAN_BYTES // 1024 // 1024} MB; keep only the table."
        )
    if data.startswith(_ARCHIVE) and b"word/document.xml" in data:
        return _best(document_tables(data), pads=True)
    if kind_of_workbook(data):
        return _best((sheet.lines for sheet in sheets_of(data)), pads=True)
    refuse_other_kinds(data)
    return pasted_table(decode(data).text)


def pasted_table(text: str) -> PlanTable:
    """Return the table of activities in a text whose cells are set apart by tabs, bars or commas.

    Raises:
        FileRefused: If a row is too long, or a quotation mark is never closed.
        PlanRefused: If it has no headings of a plan.
    """
    if len(text) > LARGEST_PLAN_BYTES:
        raise PlanRefused("The text is too long for a plan; keep only the table.")
    refuse_markup(text)
    limits.refuse_long_lines(text)
    text = skip_stated_delimiter(text)
    found = [_lines_or_why(text, delimiter) for delimiter in _DELIMITERS if delimiter in text]
    tables = [one for one in found if not isinstance(one, FileRefused)]
    refusals = [one for one in found if isinstance(one, FileRefused)]
    if not tables and refusals:
        raise refusals[0]
    return _best(tables, pads=False)


def _lines_or_why(text: str, delimiter: str) -> tuple[Line, ...] | FileRefused:
    try:
        lines = tuple(records(text, delimiter, '"'))
    except FileRefused as refusal:
        return refusal
    return tuple(_between_bars(lines)) if delimiter == "|" else lines


def _between_bars(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines of a table drawn with bars, without its rules and its outer bars."""
    for line in lines:
        if all(_RULE.fullmatch(cell) for cell in line.cells):
            continue
        cells = line.cells
        if len(cells) > 2 and not cells[0] and not cells[-1]:
            cells = cells[1:-1]
        yield Line(line.number, cells)


def _best(tables: Iterable[tuple[Line, ...]], *, pads: bool) -> PlanTable:
    """The table with the most headings that are known; Excel and Word leave empty ends out."""
    scored = [(score, lines, place) for lines in tables for score, place in _headings_in(lines)]
    if not scored:
        raise PlanRefused(_NO_TABLE)
    _, lines, place = max(scored, key=lambda one: one[0])
    header = _without_end(lines[place].cells)
    rows = lines[place + 1 :]
    return PlanTable(
        header,
        tuple(TableRow(one.number, _fitted(one.cells, len(header), pads=pads)) for one in rows),
    )


def _headings_in(lines: tuple[Line, ...]) -> Iterator[tuple[int, int]]:
    for place, line in enumerate(lines[: limits.LINES_SEARCHED_FOR_HEADER]):
        score = heading_score(line.cells)
        if score > 1:
            yield score, place


def _without_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return cells[:width]


def _fitted(cells: tuple[str, ...], width: int, *, pads: bool) -> tuple[str, ...]:
    if len(cells) > width:
        cells = cells[:width] + _without_end(cells[width:])
    return cells + ("",) * (width - len(cells)) if pads else cells
