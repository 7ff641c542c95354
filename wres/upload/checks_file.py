"""Checks of the file as a table: is every row as wide as the header?"""

from __future__ import annotations

from wres.upload.asking import on_few, tells_only
from wres.upload.checking import CheckResult, Upload, failed, on_lines, passed, warned


@on_few
def check_long_lines(upload: Upload) -> CheckResult:
    """No row has more cells than the header has columns."""
    name, lines = "long_lines", upload.reading.long_lines
    if not lines:
        return passed(name, "No row is longer than the header.")
    return failed(
        name,
        f"{on_lines(lines)}: more cells than the header has columns.",
        lines=lines,
        fix="Look for a comma inside a name or number; put such a cell in quotation marks.",
    )


@tells_only
@on_few
def check_short_lines(upload: Upload) -> CheckResult:
    """No row has fewer cells than the header has columns."""
    name, lines = "short_lines", upload.reading.short_lines
    if not lines:
        return passed(name, "No row is shorter than the header.")
    return warned(
        name,
        f"{on_lines(lines)}: fewer cells than the header; the missing cells were taken as empty.",
        lines=lines,
        fix="Check that no cell is missing in the middle of the row.",
    )


@on_few
def check_reading_notes(upload: Upload) -> CheckResult:
    """What was left out above and below the table, and how the text was read, is said."""
    notes = " ".join(upload.reading.notes)
    return passed("reading_notes", notes or "The whole file is one table.")
