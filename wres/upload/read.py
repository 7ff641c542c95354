"""Read an uploaded file: bytes in, a table of text out, whatever the file is called.

The kind of file, its encoding, delimiter and header row are found from its content. A file that
is not a table is refused in one sentence; nothing in it is ever run, unpacked or unpickled.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.columns import header_score
from wres.upload.contents import refuse_markup, refuse_other_kinds
from wres.upload.decode import decode
from wres.upload.reading import Line, Reading
from wres.upload.table import delimiter_of, records, skip_stated_delimiter

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
    return (read_file(data, file_name),)


def read_file(data: bytes, file_name: str) -> Reading:
    """Return the table in an uploaded file, as text with the line each row began on.

    Raises:
        FileRefused: If the file is empty, too large, or not a table of text.
    """
    limits.refuse_large_file(len(data))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(_EMPTY)
    refuse_other_kinds(data)
    decoded = decode(data)
    if not decoded.text.strip():
        raise FileRefused(_EMPTY)
    refuse_markup(decoded.text)
    limits.refuse_long_lines(decoded.text)
    delimiter, quote = delimiter_of(decoded.text)
    lines = _lines(skip_stated_delimiter(decoded.text), delimiter, quote)
    at = _header_position(lines)
    header = _trimmed(lines[at].cells)
    rows, footnotes = _without_footnotes(lines[at + 1 :], len(header))
    if not rows:
        raise FileRefused(_NO_ROWS)
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        delimiter=delimiter,
        header_row=lines[at].number,
        header=header,
        rows=tuple(_fitted(line, len(header)) for line in rows),
        above=tuple(lines[:at]),
        notes=decoded.notes + _title_note(lines[:at]) + _footnote_note(footnotes),
        short_lines=tuple(line.number for line in rows if len(line.cells) < len(header)),
        long_lines=tuple(line.number for line in rows if any(line.cells[len(header) :])),
    )


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


def _header_position(lines: list[Line]) -> int:
    head = lines[: limits.LINES_SEARCHED_FOR_HEADER]
    scores = [header_score(line.cells) for line in head]
    best = max(scores)
    if best >= 2:
        return scores.index(best)
    # Nothing is known: the first line as wide as most is the likeliest header to show a person.
    widths = Counter(len(line.cells) for line in head)
    commonest = max(widths, key=lambda width: (widths[width], width))
    return next(i for i, line in enumerate(head) if len(line.cells) == commonest)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max(i for i, cell in enumerate(cells) if cell)
    return cells[: last + 1]


def _fitted(line: Line, width: int) -> Line:
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


def _title_note(lines: list[Line]) -> tuple[str, ...]:
    if not lines:
        return ()
    first = next(cell for cell in lines[0].cells if cell)[:80]
    many = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return (f"{many} above the header left out, beginning “{first}”.",)


def _footnote_note(lines: list[Line]) -> tuple[str, ...]:
    if not lines:
        return ()
    first = next(cell for cell in lines[0].cells if cell)[:80]
    many = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return (f"{many} below the table left out as notes, beginning “{first}”.",)
