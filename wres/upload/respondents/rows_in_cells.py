"""Whole rows that stand in one cell: a quotation mark is opened in a row and closed rows later.

A reader of CSV takes what is between the marks for the text of one cell, and where the marks stand
in the same column the row around it is as wide as every other. The people between are in no count.
"""

from __future__ import annotations

import csv
import io

import numpy as np

from wres.errors import FileRefused
from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head

_LINE_END = ord("\n")
# With fewer columns a remark of two lines may have as many commas as two rows.
_FEWEST_COLUMNS = 5


def refuse_rows_in_cells(data: Bytes, head: Head, rows: int) -> None:
    """Return nothing if no cell of a block, in which so many rows were found, holds whole rows.

    Raises:
        FileRefused: If one does; nothing of it is said.
    """
    if _may_hold(data, head, rows) and _holds(data, head):
        raise FileRefused(
            "A cell of the extract holds whole rows, and their people would not be counted: a "
            "quotation mark is opened in one row and closed in a later one. Look for it in the "
            "columns of text, and save the extract again as CSV, with text in quotation marks."
        )


def _may_hold(data: Bytes, head: Head, rows: int) -> bool:
    """Whether there are more lines than rows, and a line ends in quotation marks."""
    letters = np.frombuffer(data, np.uint8)
    is_end = letters == _LINE_END
    lines = int(np.count_nonzero(is_end)) + int(letters[-1] != _LINE_END)
    if lines <= rows or len(head.header) < _FEWEST_COLUMNS:
        return False
    marks = np.flatnonzero(letters == ord(head.quote))
    return bool((np.searchsorted(marks, np.flatnonzero(is_end)) % 2).any())


def _holds(data: Bytes, head: Head) -> bool:
    # Marks, separators and line ends are the same single bytes in every encoding of a block.
    text = io.StringIO(bytes(data).decode("latin-1"), newline="")
    reader = csv.reader(text, delimiter=head.delimiter, quotechar=head.quote)
    try:
        return any(
            _is_rows(cell, place, head)
            for cells in reader
            for place, cell in enumerate(cells)
            if "\n" in cell
        )
    except csv.Error:
        # A cell longer than any text: its mark is closed very much later.
        return True


def _is_rows(cell: str, place: int, head: Head) -> bool:
    """Whether the lines are the rest of a row, whole rows, and the beginning of one."""
    first, *between, last = cell.split("\n")
    separators = len(head.header) - 1
    around = (first.count(head.delimiter), last.count(head.delimiter))
    whole = {line.count(head.delimiter) for line in between if line.strip()}
    return around == (separators - place, place) and whole <= {separators}
