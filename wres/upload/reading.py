"""What was found in an uploaded file, before anything is understood."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

HEADER_JOINT = " | "
DELIMITER_NAMES = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "pipe",
    "^": "caret",
    "~": "tilde",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its number in the file or sheet, counted from one, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells made one: lines counted from one, positions of columns from zero, ends included."""

    first_line: int
    first_column: int
    last_line: int
    last_column: int


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet that holds no table of figures, hidden or not: its name and its lines."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A table of text out of a file: nothing is typed, nothing is dropped without a note.

    ``sheet`` is the sheet of a workbook this table stands on, empty for a text file; ``sheets``
    are all sheets of the file. ``above`` are the lines over the header, which may name the year
    or the question. A header of more than one row is joined from the top, with ``HEADER_JOINT``.
    ``rows_counted`` are the rows of a survey extract that ``rows``, its figures, were counted from.
    ``below`` are the lines under the table that were left out. What stands above and below may name
    people, so it is told nowhere and forgotten when the file has been examined.
    ``other_sheets`` are the sheets of the workbook no table of figures was found on, every line
    of them: nothing is read from them, and they are looked through for details of people.
    """

    file_name: str
    sha256: str
    encoding: str
    delimiter: str
    header_row: int
    header: tuple[str, ...]
    rows: Sequence[Line]
    notes: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    rows_counted: int = 0
    above: tuple[Line, ...] = field(default=(), repr=False)
    below: tuple[Line, ...] = field(default=(), repr=False)
    other_sheets: tuple[OtherSheet, ...] = field(default=(), repr=False)
    short_lines: tuple[int, ...] = ()
    long_lines: tuple[int, ...] = ()

    @property
    def delimiter_name(self) -> str:
        """What people call the delimiter."""
        return DELIMITER_NAMES.get(self.delimiter, self.delimiter)

    @property
    def header_mark(self) -> str:
        """What files with exactly this header share: 16 hex digits."""
        return hashlib.sha256(json.dumps(self.header).encode()).hexdigest()[:16]

    @property
    def source_id(self) -> str:
        """What results of this file name as their source."""
        return f"upload:{self.sha256[:12]}"
