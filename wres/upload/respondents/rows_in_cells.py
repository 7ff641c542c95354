"""Whole rows of an extract in one cell: between two stray quotation marks, and in no count."""

from __future__ import annotations

import csv
import io

import numpy as np

from wres.errors import FileRefused
from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head
from wres.upload.table import hold_rows

_LINE_END = ord("\n")


def refuse_rows_in_cells(data: Bytes, head: Head, rows: int) -> None:
    """Return nothing if no cell of a block, in which so many rows were found, holds whole rows.

    Raises:
        FileRefused: If one does; nothing of it is said.
    """
    if _may_hold(data, head, rows) and _holds(data, head):
        raise FileRefused(
            "A cell of the extract holds whole rows, and their people would not be counted. A "
            "quotation mark is opened in one row and closed in a later one. Look for it in the "
            "columns of text, and save the extract again as CSV, with text in quotation marks."
        )


def _may_hold(data: Bytes, head: Head, rows: int) -> bool:
    """Whether there are more lines than rows, and a line ends in quotation marks."""
    letters = np.frombuffer(data, np.uint8)
    is_end = letters == _LINE_END
    lines = int(np.count_nonzero(is_end)) + int(letters[-1] != _LINE_END)
    if lines <= rows:
        return False
    marks = np.flatnonzero(letters == ord(head.quote))
    return bool((np.searchsorted(marks, np.flatnonzero(is_end)) % 2).any())


def _holds(data: Bytes, head: Head) -> bool:
    # Marks, separators and line ends are the same single bytes in every encoding of a block.
    text = io.StringIO(bytes(data).decode("latin-1"), newline="")
    reader = csv.reader(text, delimiter=head.delimiter, quotechar=head.quote)
    try:
        return any(hold_rows(cells, head.delimiter) for cells in reader)
    except csv.Error:
        # A cell longer than any text: its mark is closed very much later.
        return True
