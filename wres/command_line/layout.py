"""Plain text that can be read in a window 80 characters wide."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from wres.text import one_line

WIDTH = 80
SPACE = 2
# However wide the other columns, the first keeps enough room for a word.
LEAST_FIRST_COLUMN = 16


def wrapped(text: str, *, indent: int = 0, hang: int = 0) -> list[str]:
    """Return a text as lines of at most 80 characters; ``hang`` moves all but the first in."""
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def named(name: str, value: str, *, indent: int = 0, width: int = 12) -> list[str]:
    """Return “name   value” with the value's further lines under its first."""
    first, *rest = wrapped(value, indent=indent + width) or [""]
    return [" " * indent + name.ljust(width) + first[indent + width :], *rest]


def table(rows: Sequence[Sequence[str]], *, indent: int = 0) -> list[str]:
    """Return rows of cells as lined-up columns; a long first cell goes on below itself."""
    if not rows:
        return []
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    others = sum(widths[1:]) + SPACE * (len(widths) - 1)
    widths[0] = min(widths[0], max(LEAST_FIRST_COLUMN, WIDTH - indent - others))
    return [" " * indent + line for row in cells for line in _table_row(row, widths)]


def _table_row(row: list[str], widths: list[int]) -> list[str]:
    first = textwrap.wrap(row[0], widths[0], subsequent_indent=" ") or [""]
    lines = []
    for start, rest in zip_longest(first, [row[1:]]):
        filled = [start or "", *(rest or ())]
        padded = (cell.ljust(width) for cell, width in zip(filled, widths, strict=False))
        lines.append((" " * SPACE).join(padded).rstrip())
    return lines
