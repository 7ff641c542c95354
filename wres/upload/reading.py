"""What was found in an uploaded file, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass

DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its number in the file, counted from one, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file as a table of text: nothing is typed, nothing is dropped without a note."""

    file_name: str
    sha256: str
    encoding: str
    delimiter: str
    header_row: int
    header: tuple[str, ...]
    rows: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    short_lines: tuple[int, ...] = ()
    long_lines: tuple[int, ...] = ()

    @property
    def delimiter_name(self) -> str:
        """What people call the delimiter."""
        return DELIMITER_NAMES.get(self.delimiter, self.delimiter)

    @property
    def source_id(self) -> str:
        """What results of this file name as their source."""
        return f"upload:{self.sha256[:12]}"
