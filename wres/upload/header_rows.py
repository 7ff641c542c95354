"""Where the header of a table is, and its headings when it takes more than one row.

Rows above the header that span columns are joined to it from the top: “Indicator 8” over “White
%” and “BME %” gives “Indicator 8 | White %” and “Indicator 8 | BME %”. A title spans nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wres.upload import limits
from wres.upload.columns import header_score
from wres.upload.reading import HEADER_JOINT, Line, Merge

# Two headings that are known make a header; one may be chance.
KNOWN_HEADINGS = 2
_NUMBER = re.compile(r"[<>]?-?[\d.,]*\d[\d.,]*\s*%?")
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table, where its last row is in the lines, and which lines belong to it.

    ``score`` is how many different headings of that row are known.
    """

    names: tuple[str, ...]
    position: int
    rows: tuple[Line, ...]
    score: int


def header_of(lines: Sequence[Line], merges: Sequence[Merge] = ()) -> Header:
    """Return the header of the table in these lines, of which there is at least one."""
    position, score = _position(lines)
    if position + 1 < len(lines) and _continues(lines[position], lines[position + 1]):
        position += 1
    last = lines[position]
    above = [line for line in lines[:position] if _is_over(line, last, merges)]
    width = max(_width(line.cells) for line in (*above, last))
    spread = [_spread(line, last, width, merges) for line in above]
    names = tuple(_joined([row[at] for row in spread], _cell(last, at)) for at in range(width))
    return Header(names, position, (*above, last), score)


def _position(lines: Sequence[Line]) -> tuple[int, int]:
    head = lines[: limits.LINES_SEARCHED_FOR_HEADER]
    scores = scores_of([line.cells for line in head])
    best = max(scores)
    if best >= KNOWN_HEADINGS:
        return scores.index(best), best
    # Nothing is known: the first line as wide as most is the likeliest header to show a person.
    widths = Counter(len(line.cells) for line in head)
    commonest = max(widths, key=lambda width: (widths[width], width))
    return next(i for i, line in enumerate(head) if len(line.cells) == commonest), best


def scores_of(rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Return how many known headings each row would name, within the limit of cells searched."""
    left = limits.CELLS_SEARCHED_FOR_HEADER
    scores = []
    for cells in rows:
        scores.append(header_score(cells[:left]) if left > 0 else 0)
        left -= len(cells)
    return scores


def trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end."""
    return cells[: _width(cells)]


def _width(cells: tuple[str, ...]) -> int:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return width


def _cell(line: Line, at: int) -> str:
    return line.cells[at] if at < len(line.cells) else ""


def _filled(line: Line) -> list[int]:
    return [at for at, cell in enumerate(line.cells) if cell]


def _continues(upper: Line, lower: Line) -> bool:
    """Whether the lower line names the columns that the upper one only spans or leaves empty."""
    if lower.number != upper.number + 1 or not header_score(lower.cells):
        return False
    width = max(len(upper.cells), len(lower.cells))
    empty = [at for at in range(width) if not _cell(upper, at)]
    inner = [at for at in empty if at < _width(upper.cells) or _cell(lower, at)]
    missing = [at for at in range(width) if not _cell(lower, at)]
    if not inner or not missing:
        return False
    covered = all(_cell(lower, at) for at in inner)
    return covered and all(_cell(upper, at) for at in missing if at < _width(upper.cells))


def _is_over(line: Line, header: Line, merges: Sequence[Merge]) -> bool:
    """Whether a line above the header spans columns, rather than being a title or other table."""
    first = _filled(header)[0]
    beyond = [at for at in _filled(line) if at > first]
    if not beyond or any(looks_numeric(line.cells[at]) for at in _filled(line)):
        return False
    if any(_spans(line, at, merges) for at in beyond):
        return True
    is_pair = _filled(line) == [first, first + 1]
    is_full = len(beyond) >= _width(header.cells) - 1
    return not is_pair and (not is_full or line.number == header.number - 1)


def looks_numeric(cell: str) -> bool:
    """Return whether a cell is a number and not a year."""
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def _spans(line: Line, at: int, merges: Sequence[Merge]) -> Merge | None:
    for merge in merges:
        is_here = merge.first_line == line.number and merge.first_column == at
        if is_here and merge.last_column > at:
            return merge
    return None


def _spread(line: Line, header: Line, width: int, merges: Sequence[Merge]) -> list[str]:
    """The line's words over each column: a heading reaches over the empty cells of its span.

    Where the line has merged cells they are the spans; otherwise the next heading ends a span.
    """
    first = _filled(header)[0]
    is_merged = any(_spans(line, at, merges) for at in _filled(line))
    row = [""] * width
    reach, words = -1, ""
    for at in range(width):
        own, is_named = _cell(line, at), bool(_cell(header, at))
        if own:
            span = _spans(line, at, merges)
            reach = span.last_column if span else (at if is_merged else width)
            is_title = at <= first and at == _filled(line)[0] and is_named
            # A heading with nothing below it is the column's own, and spans nothing.
            words = own if is_named and not is_title else ""
            row[at] = "" if is_title else own
        elif at <= reach and is_named:
            row[at] = words
    return row


def _joined(above: list[str], own: str) -> str:
    parts = [part for part in (*above, own) if part]
    return HEADER_JOINT.join(dict.fromkeys(parts))
