"""What a person is told about how a table was read: nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Sequence

from wres.upload import limits
from wres.upload.header_rows import Header
from wres.upload.reading import Line
from wres.upload.workbook import Sheet

_MOST_NAMED = 20


def left_out(lines: Sequence[Line], where: str, what: str = "") -> tuple[str, ...]:
    """Return one note on lines that are not part of the table, or none; never what they say.

    A title or a footnote may name whoever made the table, or somebody in it.
    """
    if not lines:
        return ()
    many = "1 line" if len(lines) == 1 else f"{len(lines):,} lines"
    return (f"{many} {where} left out{what}.",)


def header_notes(header: Header, repeated: Sequence[int]) -> tuple[str, ...]:
    """Return notes on a header of several rows, and on one repeated further down."""
    notes = []
    if len(header.rows) > 1:
        numbers = on(tuple(line.number for line in header.rows))
        notes.append(f"The header takes {len(header.rows)} rows, {numbers}; they were joined.")
    if repeated:
        notes.append(f"The header is repeated on {on(repeated)}; left out there.")
    return tuple(notes)


def sheet_notes(sheet: Sheet, beside: Sequence[int]) -> tuple[str, ...]:
    """Return notes on a sheet that is hidden, holds dates, or text too long to keep.

    ``beside`` are the lines with cells to the right of the last heading.
    """
    notes = []
    if sheet.is_hidden:
        notes.append(f"The sheet “{sheet.name}” is hidden in the workbook; it was read.")
    if beside:
        notes.append(f"Cells to the right of the last heading were left out, on {on(beside)}.")
    if sheet.date_lines:
        notes.append(
            f"Cells that hold dates were read as dates, on {on(sheet.date_lines)}. A spreadsheet "
            "may have made them out of a range such as 3-5."
        )
    if sheet.has_lost_errors:
        notes.append(
            "The workbook holds cells with errors such as #N/A; they were read as empty. Mend them "
            "or save it as .xlsx to see which."
        )
    if sheet.cut_lines:
        notes.append(
            f"Text of more than {limits.LONGEST_CELL:,} characters was cut, on "
            f"{on(sheet.cut_lines)}."
        )
    return tuple(notes)


def listed(names: Sequence[str]) -> str:
    """Return names in quotation marks, the first of many."""
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def on(lines: Sequence[int]) -> str:
    """Return line numbers as words, the first of many."""
    shown = ", ".join(map(str, lines[:_MOST_NAMED]))
    more = len(lines) - _MOST_NAMED
    return ("line " if len(lines) == 1 else "lines ") + (
        f"{shown} and {more:,} more" if more > 0 else shown
    )
