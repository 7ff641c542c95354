"""Read an uploaded file: bytes in, a table of text out, whatever the file is called.

The kind of file, its encoding, delimiter and header row are found from its content. A file that
is not a table is refused in one sentence; nothing in it is ever run, unpacked or unpickled.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.columns import header_score
from wres.upload.contents import refuse_markup, refuse_other_kinds
from wres.upload.decode import decode
from wres.upload.header_rows import KNOWN_HEADINGS, Header, header_of, looks_numeric, trimmed
from wres.upload.own_files import own_delimiter, refuse_for_reading
from wres.upload.reading import HEADER_JOINT, Line, Merge, OtherSheet, Reading
from wres.upload.reading_notes import header_notes, left_out, listed, sheet_notes
from wres.upload.table import delimiter_of, records, skip_stated_delimiter, with_doubled_quotes
from wres.upload.workbook import Sheet, kind_of_workbook, sheets_of

_EMPTY = "The file is empty; choose the file that holds the figures."
_NO_ROWS = "The file has a header and no rows of figures below it; fill in at least one row."
_FOOTNOTE = re.compile(
    r"^(\(?\[?[a-z0-9*†‡#]\]?\)|\d\.\s|\*|note|source|footnote|©|copyright|produced|published|"
    r"data (is|are|from)|figures|suppress|weighted|unweighted|end of|this |these |please|contact|"
    r"prepared|key:|notes?:)",
    re.I,
)


def read_tables(data: bytes, file_name: str) -> tuple[Reading, ...]:
    """Return every table of an uploaded file: one of a text file, one a sheet of a workbook.

    Raises:
        FileRefused: If the file is empty, too large, or holds no table.
    """
    limits.refuse_large_file(len(data))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(_EMPTY)
    kind = kind_of_workbook(data)
    if kind:
        return _tables_of_workbook(data, kind, file_name)
    return (_table_of_text(data, file_name),)


def read_file(data: bytes, file_name: str) -> Reading:
    """Return the first table in an uploaded file, as text with the line each row began on.

    Of a workbook it is the first sheet whose header is known, or else the first table.

    Raises:
        FileRefused: If the file is empty, too large, or holds no table.
    """
    tables = read_tables(data, file_name)
    known = (table for table in tables if _known_headings(table) >= KNOWN_HEADINGS)
    return next(known, tables[0])


def _known_headings(table: Reading) -> int:
    return header_score(tuple(name.split(HEADER_JOINT)[-1] for name in table.header))


def _table_of_text(data: bytes, file_name: str) -> Reading:
    refuse_other_kinds(data)
    decoded = decode(data)
    if not decoded.text.strip():
        raise FileRefused(_EMPTY)
    refuse_markup(decoded.text)
    limits.refuse_long_lines(decoded.text)
    own = own_delimiter(decoded.text)
    delimiter, quote = (own, '"') if own else delimiter_of(decoded.text)
    text = skip_stated_delimiter(decoded.text)
    lines = _lines(with_doubled_quotes(text), delimiter, quote)
    found = _table(lines)
    if own:
        refuse_for_reading(found.header.names)
    if not found.rows:
        raise FileRefused(_NO_ROWS)
    header = found.header.names
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        delimiter=delimiter,
        header_row=lines[found.header.position].number,
        header=header,
        rows=tuple(_fitted(line, len(header)) for line in found.rows),
        above=tuple(lines[: found.header.position]),
        below=found.below,
        notes=decoded.notes + found.notes,
        short_lines=tuple(line.number for line in found.rows if len(line.cells) < len(header)),
        long_lines=_long_lines(found.rows, len(header)),
    )


def _tables_of_workbook(data: bytes, kind: str, file_name: str) -> tuple[Reading, ...]:
    sheets = sheets_of(data)
    found = [(sheet, _table(sheet.lines, sheet.merges)) for sheet in sheets if sheet.lines]
    used = [pair for pair in found if pair[1].is_likely] or [p for p in found if p[1].rows]
    if not used:
        raise FileRefused(_NO_ROWS if found else _EMPTY)
    names = tuple(sheet.name for sheet in sheets)
    kept = {sheet.name for sheet, _ in used}
    out = tuple(name for name in names if name not in kept)
    whole = Reading(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=kind,
        delimiter="",
        header_row=0,
        header=(),
        rows=(),
        sheets=names,
        other_sheets=tuple(OtherSheet(s.name, s.lines) for s, _ in found if s.name not in kept),
        notes=(f"Left out because no table of figures is on it: {listed(out)}.",) if out else (),
    )
    return tuple(_table_of_sheet(whole, sheet, found) for sheet, found in used)


def _table_of_sheet(whole: Reading, sheet: Sheet, found: _Table) -> Reading:
    header = found.header.names
    return replace(
        whole,
        sheet=sheet.name,
        header_row=sheet.lines[found.header.position].number,
        header=header,
        rows=tuple(_fitted(line, len(header)) for line in found.rows),
        above=sheet.lines[: found.header.position],
        below=found.below,
        notes=whole.notes + found.notes + sheet_notes(sheet, _long_lines(found.rows, len(header))),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """The header of some lines, the rows below it, and what was left out."""

    header: Header
    rows: list[Line]
    below: tuple[Line, ...]
    notes: tuple[str, ...]

    @property
    def is_likely(self) -> bool:
        """Whether figures may stand here, and not a page of notes."""
        if not self.rows or len(self.header.names) < 2:
            return False
        if self.header.score >= KNOWN_HEADINGS:
            return True
        return any(looks_numeric(cell) for line in self.rows for cell in line.cells[1:])


def _table(lines: Sequence[Line], merges: Sequence[Merge] = ()) -> _Table:
    header = header_of(lines, merges)
    below = list(lines[header.position + 1 :])
    again = _repeated(below, header)
    rows, footnotes = _without_footnotes(
        [line for line in below if line.number not in again], len(header.names)
    )
    titles = [line for line in lines[: header.position] if line not in header.rows]
    notes = left_out(titles, "above the header") + left_out(
        footnotes, "below the table", " as notes"
    )
    return _Table(header, rows, tuple(footnotes), notes + header_notes(header, sorted(again)))


def _repeated(lines: Sequence[Line], header: Header) -> set[int]:
    """The lines that are a row of the header over again, as at the top of a printed page."""
    rows = {trimmed(row.cells) for row in header.rows}
    rows = {row for row in rows if sum(1 for cell in row if cell) > 1}
    begin = {row[0] for row in rows}
    return {line.number for line in lines if line.cells[0] in begin and trimmed(line.cells) in rows}


def _long_lines(rows: list[Line], width: int) -> tuple[int, ...]:
    return tuple(line.number for line in rows if any(line.cells[width:]))


def _lines(text: str, delimiter: str, quote: str) -> list[Line]:
    found: list[Line] = []
    cells = 0
    for line in records(text, delimiter, quote):
        found.append(line)
        cells += len(line.cells)
        limits.refuse_large_table(len(found), cells)
    if not found:
        raise FileRefused(_EMPTY)
    return found


def _fitted(line: Line, width: int) -> Line:
    if len(line.cells) == width:
        return line
    cells = line.cells[:width]
    return Line(line.number, cells + ("",) * (width - len(cells)))


def _without_footnotes(lines: list[Line], width: int) -> tuple[list[Line], list[Line]]:
    end = len(lines)
    while end and _is_footnote(lines[end - 1], width):
        end -= 1
    return lines[:end], lines[end:]


def _is_footnote(line: Line, width: int) -> bool:
    filled = sum(1 for cell in line.cells if cell)
    if width < 3 or filled > max(1, width // 2):
        return False
    return filled == 1 or bool(_FOOTNOTE.match(next(cell for cell in line.cells if cell)))
