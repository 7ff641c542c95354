"""Checks of single cells: formulas, errors of a spreadsheet, broken letters, no heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from wres.upload.asking import on_few, tells_only
from wres.upload.checking import CheckResult, Upload, failed, on_lines, passed, quoted, warned
from wres.upload.columns import Field
from wres.upload.numbers import quantity

_FORMULA = re.compile(r"^(=[A-Za-z($\"+\-\d]|@[A-Za-z]+\(|[+-]+[A-Za-z$]+[\d(!:$]|[+-]\()")
_ERROR = re.compile(r"^#(REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|#{2,})$", re.I)
# UTF-8 read as an older encoding leaves these pairs; U+FFFD stands for a letter that was lost.
_GARBLED = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd")
_COMMA = re.compile(r"^[+-]?\d+,\d{1,2}%?$")
_POINT = re.compile(r"^[+-]?\d+\.\d+%?$")
_NOT_USED = (Field.IGNORED, Field.UNKNOWN, Field.PERSONAL)

Cell = tuple[int, str]


@on_few
def check_formula_cells(upload: Upload) -> CheckResult:
    """No cell holds a formula, in whichever column it stands."""
    name = "formula_cells"
    found = list(_cells(upload, _begins_formula))
    if not found:
        return passed(name, "No cell holds a formula.")
    return failed(
        name,
        f"{on_lines(line for line, _ in found)}: {quoted(text for _, text in found)} is a formula, "
        "not a figure.",
        lines=(line for line, _ in found),
        fix="In the spreadsheet copy the table and paste it as values, then save it again.",
    )


@on_few
def check_formula_headings(upload: Upload) -> CheckResult:
    """No heading is a formula."""
    name = "formula_headings"
    found = [header for header in upload.reading.header if _begins_formula(header)]
    if not found:
        return passed(name, "No heading is a formula.")
    return failed(
        name,
        f"Line {upload.reading.header_row}: the heading {quoted(found)} is a formula, so nobody "
        "can tell what its column holds.",
        lines=(upload.reading.header_row,),
        fix="Write the heading as plain words.",
    )


@on_few
def check_spreadsheet_errors(upload: Upload) -> CheckResult:
    """No cell that is used holds an error such as #REF! or #DIV/0!."""
    name = "spreadsheet_errors"
    found = list(_cells(upload, is_spreadsheet_error, used=True))
    if not found:
        return passed(name, "No cell holds an error of a spreadsheet.")
    return failed(
        name,
        f"{on_lines(line for line, _ in found)}: {quoted(text for _, text in found)} is an error "
        "of the spreadsheet, where a figure should be.",
        lines=(line for line, _ in found),
        fix="Mend the formula in the spreadsheet, or leave the cell empty if there is no figure.",
    )


@tells_only
@on_few
def check_garbled_text(upload: Upload) -> CheckResult:
    """No word has letters broken by being saved in one encoding and read in another."""
    name = "garbled_text"
    found = list(_cells(upload, lambda cell: bool(_GARBLED.search(cell))))
    if not found:
        return passed(name, "No letters are broken.")
    return warned(
        name,
        f"{on_lines(line for line, _ in found)}: {quoted(text for _, text in found)} has broken "
        "letters.",
        lines=(line for line, _ in found),
        fix="Save the file again as “CSV UTF-8”; figures are not affected, names may be.",
    )


@on_few
def check_blank_heading(upload: Upload) -> CheckResult:
    """No column of numbers is left out for want of a heading."""
    name = "blank_heading"
    blank = [use.position for use in upload.uses if not use.header and use.field is Field.IGNORED]
    found = {
        line.number
        for at in blank
        for line in upload.reading.rows
        if line.cells[at] and quantity(line.cells[at]).number is not None
    }
    found = set() if all(_counts_rows(upload, at) for at in blank) else found
    if not found:
        return passed(name, "No column of numbers lacks a heading.")
    return warned(
        name,
        f"{on_lines(found)}: numbers stand in a column without a heading, and were left out.",
        lines=found,
        fix="Give the column a heading that says what it holds.",
    )


@on_few
def check_decimal_marks(upload: Upload) -> CheckResult:
    """A column writes its decimals with a comma or with a point, not with both."""
    name = "decimal_marks"
    commas: dict[int, list[Cell]] = defaultdict(list)
    points: set[int] = set()
    for figure in upload.figures:
        text = figure.printed.text
        if "," in text and _COMMA.match(text):
            commas[figure.draft.column].append((figure.line, text))
        elif _POINT.match(text):
            points.add(figure.draft.column)
    mixed = [cell for column, cells in commas.items() if column in points for cell in cells]
    if not mixed:
        return passed(name, "Decimals are written one way in each column.")
    return warned(
        name,
        f"{on_lines(line for line, _ in mixed)}: {quoted(text for _, text in mixed)} has a comma "
        "where the rest of the column has a point. It was read as a decimal comma.",
        lines=(line for line, _ in mixed),
        fix="Check that the comma does not part thousands; write decimals with a point.",
    )


def is_spreadsheet_error(cell: str) -> bool:
    """Return whether a cell holds what a spreadsheet shows when a formula failed."""
    return cell.startswith("#") and bool(_ERROR.match(cell))


def _counts_rows(upload: Upload, at: int) -> bool:
    """Whether a column numbers the rows, each cell one more than the one above."""
    numbers = [quantity(line.cells[at]).number for line in upload.reading.rows]
    first = numbers[0] if numbers else None
    return first in (0, 1) and all(n == (first or 0) + away for away, n in enumerate(numbers))


def _begins_formula(cell: str) -> bool:
    return cell[:1] in ("=", "@", "+", "-") and bool(_FORMULA.match(cell))


def _cells(
    upload: Upload, wanted: Callable[[str], bool], *, used: bool = False
) -> Iterator[tuple[int, str]]:
    columns = [use for use in upload.uses if not used or use.field not in _NOT_USED]
    for use in columns:
        # Columns repeat few different cells, so each different one is looked at once.
        marked = {cell for cell in upload.cells[use.position] if wanted(cell)}
        if marked:
            yield from (
                (line.number, line.cells[use.position])
                for line in upload.reading.rows
                if line.cells[use.position] in marked
            )
