"""Whole rows of an extract in one cell: between two stray quotation marks, and in no count.

A reader of CSV takes what is between the marks for the text of one cell. A remark of several lines
is such a cell too, so what tells is the content: put together again, the lines are people's rows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import numpy as np

from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head

_LF, _CR = ord("\n"), ord("\r")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
# A single one may be a number in a sentence.
_FEWEST_KNOWN = 2

# By the position of a column, the labels that its other rows hold.
Known = Mapping[int, frozenset[str]]


def row_with_rows(data: Bytes, head: Head, labels: Mapping[int, Sequence[bytes]]) -> int | None:
    """Return how many rows of a block stand before one with people's rows in a cell, or None.

    ``labels`` are those that each needed column has in the block.
    """
    # Marks, separators and line ends are the same single bytes in every encoding of a block.
    known = {
        place: frozenset(chain((one.decode("latin-1") for one in of_column), _first(head, place)))
        - {""}
        for place, of_column in labels.items()
    }
    if not _has_labels(_texts_of_lines(data, head), head, known):
        return None
    text = io.StringIO(bytes(data).decode("latin-1"), newline="")
    reader = csv.reader(text, delimiter=head.delimiter, quotechar=head.quote)
    number = 0
    try:
        for number, cells in enumerate(filter(None, reader)):
            if any(_is_rows(cells[at], at, head, known) for at in _of_lines(cells)):
                return number
    except csv.Error:
        # A cell longer than any text: its mark is closed very much later.
        return number + 1
    return None


def may_hold_rows(data: Bytes, rows: int) -> bool:
    """Return whether a block has more lines than so many rows."""
    letters = np.frombuffer(data, np.uint8)
    return int(np.count_nonzero(_line_ends(letters))) + int(letters[-1] not in (_LF, _CR)) > rows


def _line_ends(letters: Any) -> Any:
    """Of an array of bytes, which end a line: LF, and CR where no LF follows."""
    is_lf, is_cr = letters == _LF, letters == _CR
    if not is_cr.any():
        return is_lf
    is_cr[:-1] &= ~is_lf[1:]
    return is_lf | is_cr


def _texts_of_lines(data: Bytes, head: Head) -> Iterator[str]:
    """The texts between marks that a line ends in; looked at alone, as a reader of CSV is slow."""
    letters = np.frombuffer(data, np.uint8)
    marks = np.flatnonzero(letters == ord(head.quote))
    # Two in a row within a text are one letter of it.
    doubled = 1 + 2 * np.flatnonzero(np.diff(marks)[1::2] == 1)
    marks = np.delete(marks, np.concatenate((doubled, doubled + 1)))
    before = np.unique(np.searchsorted(marks, np.flatnonzero(_line_ends(letters))))
    ends = np.append(marks, len(data))
    for mark in before[before % 2 == 1]:
        yield str(data[ends[mark - 1] + 1 : ends[mark]], "latin-1")


def _has_labels(texts: Iterable[str], head: Head, known: Known) -> bool:
    """Whether texts hold as many labels, of whichever column, as a row must have to be known."""
    labels = frozenset[str]().union(*known.values())
    cells = (cell for text in texts for cell in _separated(text, head.delimiter))
    return (
        sum(1 for _ in islice(filter(labels.__contains__, cells), _FEWEST_KNOWN)) == _FEWEST_KNOWN
    )


def _separated(text: str, delimiter: str) -> list[str]:
    return text.replace("\r", delimiter).replace("\n", delimiter).split(delimiter)


def _first(head: Head, place: int) -> Iterator[str]:
    return (line.cells[place] for line in head.sample)


def _of_lines(cells: Sequence[str]) -> Iterator[int]:
    """The positions of the cells of several lines."""
    return (place for place, cell in enumerate(cells) if "\n" in cell or "\r" in cell)


def _is_rows(cell: str, place: int, head: Head, known: Known) -> bool:
    """Whether half the rows or more that the lines of a cell make are people's."""
    lines = [line.split(head.delimiter) for line in _LINE_ENDS.split(cell)]
    (first, *between, last), width = lines, len(head.header)
    # What stands around the cell is right in any row: only what came out of the cell is looked at.
    after = {at: labels for at, labels in known.items() if at > place}
    before = {at: labels for at, labels in known.items() if at < place}
    ends = _best(first, after, (place, width - len(first)))
    begins = _best(last, before, (0, place + 1 - len(last)))
    rows = [(ends[0] + begins[0], ends[1] + begins[1], len(first) + len(last) - 1)]
    rows += [(*_best(one, known, (0, width - len(one))), len(one)) for one in between if any(one)]
    # A person's row may lack a cell; a line of prose with a number or two lacks most.
    people = sum(
        met >= _FEWEST_KNOWN and 2 * met > said and cells >= width - 1 for met, said, cells in rows
    )
    return 2 * people >= len(rows)


def _best(cells: Sequence[str], known: Known, starts: Sequence[int]) -> tuple[int, int]:
    """How many cells hold a label of their column and how many anything, as they fit best.

    A text with a separator in it moves the cells behind it, so they are laid from both ends.
    """
    return max(_met(cells, known, start) for start in starts)


def _met(cells: Sequence[str], known: Known, start: int) -> tuple[int, int]:
    found = [
        cells[at - start] in labels
        for at, labels in known.items()
        if 0 <= at - start < len(cells) and cells[at - start]
    ]
    return sum(found), len(found)
