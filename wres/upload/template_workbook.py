"""The template as a workbook: one sheet an indicator, lists to choose from, and instructions."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from wres.indicators import INDICATORS, Indicator, Kind, indicator
from wres.terms import (
    GIVEN_STAFF_GROUPS,
    MEDICAL_GRADES,
    PAY_BANDS,
    Band,
    EthnicGroup,
    StaffGroup,
    is_band_group,
)
from wres.upload.template_rows import EXAMPLE_TITLE, template_table

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WORKBOOK_NAME = "wres_template.xlsx"
FILLED_WORKBOOK_NAME = "wres_template_example.xlsx"
INSTRUCTIONS = "Instructions"
ALLOWED = "Allowed values"
# As many rows as a trust's return can need have a list to choose from.
_ROWS_WITH_LISTS = 500
_WIDTH = 16
_BOARDS = (StaffGroup.BOARD, StaffGroup.BOARD_VOTING, StaffGroup.BOARD_EXECUTIVE)
_HOW = (
    "Fill in one sheet for each indicator you have figures for; leave the others as they are.",
    "Each row is one figure: whose it is, and how many people of how many.",
    "org_code is the ODS code of the organisation. wres_year is the year of the 31 March snapshot.",
    "Choose staff_group, band and ethnic_group from the lists; the lists stand on a sheet of their "
    "own.",
    "numerator and denominator are whole numbers of people. percentage is 0 to 100, without sign.",
    "ratio is a printed relative likelihood, on a row with ethnic_group all; it may be left out.",
    "Leave a cell empty if there is no figure; write * if the figure is hidden. Neither is zero.",
    "Never put names, e-mail addresses or other details of single people into this file.",
)


def template_workbook(filled: bool = False, number: int | None = None) -> bytes:
    """Return the template as the bytes of an .xlsx file, of one indicator or of all nine.

    The filled one is of a made-up trust, and every sheet says so above its headings.

    Raises:
        UnknownTerm: If the standard has no such indicator.
    """
    from openpyxl import Workbook

    wanted = INDICATORS if number is None else (indicator(number),)
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    _instructions(book, wanted, filled=filled)
    _allowed(book)
    for one in wanted:
        _indicator_sheet(book, one, filled=filled)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def sheet_name(one: Indicator) -> str:
    """Return the name of an indicator's sheet."""
    return f"Indicator {one.number}"


def allowed_values() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each column with a closed list, and the values it may hold."""
    single = (Band.ALL, *PAY_BANDS, *MEDICAL_GRADES)
    groups = (band for band in Band if is_band_group(band))
    return (
        ("indicator", tuple(str(one.number) for one in INDICATORS)),
        ("staff_group", tuple(group.value for group in GIVEN_STAFF_GROUPS)),
        ("band", tuple(band.value for band in (*single, *groups))),
        ("ethnic_group", tuple(group.value for group in EthnicGroup)),
    )


def _instructions(book: Workbook, wanted: tuple[Indicator, ...], *, filled: bool) -> None:
    sheet: Worksheet = book.create_sheet(INSTRUCTIONS)
    sheet.column_dimensions["A"].width = 120
    lines = [EXAMPLE_TITLE if filled else "Template of the WRES Explorer", *_HOW]
    lines += [f"Sheet “{sheet_name(one)}”: {one.wording}. {_counts(one)}" for one in wanted]
    for line in lines:
        sheet.append([line])


def _counts(one: Indicator) -> str:
    said = f"Numerator: {one.numerator}; denominator: {one.denominator}."
    if one.kind is Kind.BOARD:
        boards = ", ".join(group.value for group in _BOARDS)
        return f"{said} The staff_group is one of {boards}."
    return said


def _allowed(book: Workbook) -> None:
    sheet: Worksheet = book.create_sheet(ALLOWED)
    for column, (heading, values) in enumerate(allowed_values(), start=1):
        sheet.cell(row=1, column=column, value=f"Allowed in {heading}")
        for row, value in enumerate(values, start=2):
            sheet.cell(row=row, column=column, value=_typed(value))


def _typed(value: str) -> str | int:
    # A list of the text “5” would refuse the number 5 that a person types.
    return int(value) if value.isdigit() else value


def _indicator_sheet(book: Workbook, one: Indicator, *, filled: bool) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = book.create_sheet(sheet_name(one))
    table = template_table(one.number, filled=filled)
    if table.title:
        sheet.append([table.title])
    sheet.append(list(table.headings))
    header = sheet.max_row
    for cell in sheet[header]:
        cell.font = Font(bold=True)
    for row in table.rows:
        sheet.append([_cell(value) for value in row])
    sheet.freeze_panes = f"A{header + 1}"
    for at in range(1, len(table.headings) + 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTH
    _with_lists(sheet, table.headings, header)


def _cell(value: str | int | float) -> str | int | float | None:
    if isinstance(value, str):
        return _typed(value) if value else None
    return value


def _with_lists(sheet: Worksheet, headings: tuple[str, ...], header: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for at, (heading, values) in enumerate(allowed_values(), start=1):
        listed = get_column_letter(at)
        choice = DataValidation(
            type="list",
            formula1=f"'{ALLOWED}'!${listed}$2:${listed}${len(values) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Not in the list",
            error=f"Choose a value of the sheet “{ALLOWED}”.",
        )
        column = get_column_letter(headings.index(heading) + 1)
        choice.add(f"{column}{header + 1}:{column}{header + _ROWS_WITH_LISTS}")
        sheet.add_data_validation(choice)
