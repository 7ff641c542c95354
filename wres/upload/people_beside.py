"""Sheets without a table of figures: a list of people there stops the workbook all the same.

A sheet of notes may name whom to ask: one address, one telephone number. A list of people has a
heading that says so with cells below it, or a column of such cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wres.organisations import Organisations
from wres.upload import limits
from wres.upload.cells import words_of
from wres.upload.checking import CheckResult, Upload, failed, quoted
from wres.upload.checks_people import (
    CONTENT,
    PERSONAL,
    TOLD,
    are_names,
    people_found,
)
from wres.upload.checks_sheets import on_sheet
from wres.upload.columns import Field, heading
from wres.upload.mapping import Choices, use_columns
from wres.upload.personal_details import is_told_by_somebody, kind_of_detail
from wres.upload.reading import Line, OtherSheet, Reading
from wres.upload.shapes.draft import Recognition
from wres.upload.understanding import with_columns_only

# Two addresses may be those of a team; more in one column are a list.
_MOST_CONTACTS = 2
_FEWEST_UNHEADED = 5
_CELLS_OF_A_HEADER = 2
_NAMES = frozenset(
    (
        *("name", "names", "person", "people", "staff", "member", "members", "employees", "lead"),
        *("colleague", "colleagues", "manager", "managers", "attendees", "participants"),
    )
)
_COMMENTS = frozenset(("comment", "comments", "verbatim", "free text", "freetext", "open text"))


def people_off_the_tables(
    readings: Sequence[Reading], choices: Choices, organisations: Organisations
) -> tuple[CheckResult, ...]:
    """Return the answers that stop a workbook for people on sheets that are not read.

    Those are the sheets without a table of figures and, where one sheet was chosen, the others.
    """
    passed_over = [r for r in readings if choices.sheet not in ("", r.sheet)]
    found = [
        on_sheet(answer, reading.sheet)
        for reading in passed_over
        for answer in people_found(_columns_of(reading, organisations))
    ]
    for sheet in readings[0].other_sheets if readings else ():
        answer = _people_on(sheet, organisations)
        found += [answer] if answer is not None else []
    return tuple(found)


def _columns_of(reading: Reading, organisations: Organisations) -> Upload:
    return with_columns_only(
        reading,
        Recognition("", 0.0, ""),
        uses=use_columns(reading.header, Choices()),
        organisations=organisations,
    )


def _people_on(sheet: OtherSheet, organisations: Organisations) -> CheckResult | None:
    headed = _headings(sheet.lines)
    if headed:
        message = f"It holds details of people, under {quoted(headed)}; the file was not kept."
        return on_sheet(failed(PERSONAL, message, fix=TOLD), sheet.name)
    filled = [c for c in _columns(sheet.lines) if _is_list(c, organisations)]
    if not filled:
        return None
    message = "It seems to hold a list of people; the file was not kept."
    return on_sheet(failed(CONTENT, message, fix=TOLD), sheet.name)


def _headings(lines: tuple[Line, ...]) -> list[str]:
    """The headings of people in a row of headings that has cells below them."""
    for at, line in enumerate(lines[: limits.LINES_SEARCHED_FOR_HEADER]):
        # A label with its own detail beside it, such as “E-mail” and an address, is a signature.
        # A word further down alone on its line, such as “Age”, is one of a list of topics.
        is_lone = at > 1 and sum(map(bool, line.cells)) < _CELLS_OF_A_HEADER
        if is_lone or any(map(kind_of_detail, line.cells)):
            continue
        below = lines[at + 1 :]
        found = [
            cell
            for place, cell in enumerate(line.cells)
            if cell and _is_personal(cell, _cells(below, place))
        ]
        if found:
            return found
    return []


def _is_personal(cell: str, below: list[str]) -> bool:
    if not below or heading(cell).field is not Field.PERSONAL:
        return False
    # A list of columns and what they hold has a column of comments too, which nobody said.
    return words_of(cell) not in _COMMENTS or any(map(is_told_by_somebody, below))


def _columns(lines: tuple[Line, ...]) -> list[list[str]]:
    width = max((len(line.cells) for line in lines), default=0)
    return [_cells(lines, place) for place in range(width)]


def _cells(lines: tuple[Line, ...], place: int) -> list[str]:
    return [line.cells[place] for line in lines if place < len(line.cells) and line.cells[place]]


def _is_list(cells: list[str], organisations: Organisations) -> bool:
    different = set(cells)
    kinds = Counter(kind for cell in different if (kind := kind_of_detail(cell)))
    most = max(kinds.values(), default=0)
    # With a heading over them, or none, two are a list where the column holds nothing else.
    if most > _MOST_CONTACTS or (most == _MOST_CONTACTS and len(different) <= most + 1):
        return True
    if len(different) >= _FEWEST_UNHEADED and are_names(different, organisations, rows=len(cells)):
        return True
    return any(
        words_of(cell) in _NAMES
        and are_names(set(cells[at + 1 :]), organisations, rows=len(cells) - at - 1)
        for at, cell in enumerate(cells[: limits.LINES_SEARCHED_FOR_HEADER])
    )
