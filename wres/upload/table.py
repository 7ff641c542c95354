"""Text to rows of cells: which delimiter, which quotes, which line each row began on."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.cells import clean
from wres.upload.header_rows import scores_of
from wres.upload.reading import Line

_MARKS = frozenset(('"', "'"))
DELIMITERS = (",", ";", "\t", "|", "^", "~")
# Follows the last line: read on its own, it shows that no quotation mark was left open.
_END = "\x1d"


def delimiter_of(text: str) -> tuple[str, str]:
    """Return the delimiter and the quotation mark that make the best table of the text.

    A delimiter is better when more of one line's cells are column names that are known, then when
    more lines have the same number of cells.
    """
    stated = _stated_delimiter(text)
    head = _head(text)
    candidates = (stated,) if stated else [d for d in DELIMITERS if d in head] or [","]
    quotes = '"' if "'" not in text[:4000] else "\"'"
    pairs = [(d, q) for q in quotes for d in candidates]
    return pairs[0] if len(pairs) == 1 else max(pairs, key=lambda pair: _fit(head, *pair))


def records(text: str, delimiter: str, quote: str) -> Iterator[Line]:
    """Yield the rows that hold anything, cleaned, with the line each began on.

    Raises:
        FileRefused: If a row has too many columns, a cell is too long or a quote never closes.
    """
    for number, cells in _closed(text, delimiter, quote):
        limits.refuse_many_columns(len(cells), number)
        if cells:
            limits.refuse_long_cell(max(cells, key=len), number)
        cleaned = tuple(map(clean, cells))
        if any(cleaned):
            yield Line(number, cleaned)


def skip_stated_delimiter(text: str) -> str:
    """Return the text with a first line such as ``sep=;`` made empty, so line numbers stand."""
    return text[text.index("\n") :] if _stated_delimiter(text) and "\n" in text else text


def with_doubled_quotes(text: str) -> str:
    """Return the text with marks such as ``\\"`` inside cells doubled instead, where that is safe.

    It is safe only where no mark is doubled already and none is left open without these.
    """
    if '\\"' not in text:
        return text
    rest = text.replace('\\"', "")
    is_safe = '""' not in rest and rest.count('"') % 2 == 0
    return text.replace('\\"', '""') if is_safe else text


def _head(text: str) -> str:
    return "\n".join(text.split("\n", limits.LINES_SEARCHED_FOR_HEADER)[:-1]) or text


def _stated_delimiter(text: str) -> str:
    first = text.split("\n", 1)[0].strip("\r\" '")
    stated = first[4:5] if first.casefold().startswith("sep=") else ""
    return stated if stated in DELIMITERS else ""


def _raw(text: str, delimiter: str, quote: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote)
    began = 1
    try:
        for cells in reader:
            yield began, cells
            began = reader.line_num + 1
    except csv.Error:
        raise _never_closed(began) from None


def _closed(text: str, delimiter: str, quote: str) -> Iterator[tuple[int, list[str]]]:
    for number, cells in _raw(f"{text.replace(_END, '')}\n{_END}", delimiter, quote):
        if _END in cells[-1:]:
            return
        if cells and cells[-1].endswith(_END):
            raise _never_closed(number)
        yield number, cells


def _never_closed(line: int) -> FileRefused:
    return FileRefused(
        f"The table cannot be read from line {line} on. Look there for a quotation mark that is "
        "opened and never closed."
    )


def _fit(text: str, delimiter: str, quote: str) -> tuple[int, float, bool, int]:
    try:
        rows = list(islice(_raw(text, delimiter, quote), limits.LINES_SEARCHED_FOR_HEADER))
    except FileRefused:
        return (0, 0.0, False, 0)
    known = max(scores_of([tuple(map(str.strip, cells)) for _, cells in rows]), default=0)
    widths = Counter(len(cells) for _, cells in rows if len(cells) > 1)
    commonest = widths.most_common(1)[0][1] if widths else 0
    return (known, commonest / max(1, len(rows)), not _left_in_quotes(rows), -ord(quote))


def _left_in_quotes(rows: list[tuple[int, list[str]]]) -> bool:
    """Whether most cells still stand in quotation marks, so that another mark was meant."""
    marked = [cell for _, cells in rows for cell in cells if cell[:1] in _MARKS]
    wrapped = sum(len(cell) > 1 and cell[0] == cell[-1] for cell in marked)
    # Few tables have any, so the rest of the cells are seldom counted.
    return wrapped > 0 and 2 * wrapped > sum(len(c) > 1 for _, cells in rows for c in cells)
