"""Checks for details of people, by heading and by content: they stop an upload at once."""

from __future__ import annotations

import re
from collections.abc import Set

from wres.organisations import Organisations
from wres.upload.asking import on_few
from wres.upload.cells import words_of
from wres.upload.checking import CheckResult, Outcome, Upload, failed, on_lines, passed, quoted
from wres.upload.columns import ColumnUse, Field, heading
from wres.upload.ethnic_words import ethnic_word
from wres.upload.personal_details import (
    NO_NAMES,
    PLACE_WORDS,
    is_told_by_somebody,
    kind_of_detail,
    names_somebody,
    number_of_a_person_in,
)
from wres.upload.reading import Line

PERSONAL = "personal_columns"
CONTENT = "personal_content"
FREE_TEXT = "free_text"
_ALL = (PERSONAL, CONTENT, FREE_TEXT)
_ASSIGNMENT = re.compile(r"\d{8}(-\d{1,2})?")
_FULL_NAME = re.compile(r"[A-Z][a-z'’]+(-[A-Z][a-z]+)?,? [A-Z][a-z'’]+(-[A-Z][a-z]+)?")
_PERSON_NAME = ("name", "names", "person")
_STAFF_NUMBER = re.compile(r"staff|employee|person|payroll|assignment|esr|pay ?no", re.I)
# One cell may look like a personal number by chance; several in one column do not.
_SEVERAL = 2
_MOST_WORDS_OF_A_LABEL = 9
TOLD = "Upload totals only: delete every column about single people and save again."
_PLACES = (Field.ORG_CODE, Field.ORG_NAME)
_YEARS = (Field.YEAR, Field.WRES_YEAR, Field.SURVEY_YEAR)
# Survey questions speak in the first person too: “my organisation acts fairly”.
_QUESTION_WORDS = frozenset(
    ("question", "item", "statement", "option", "measure", "text", "label", "theme", "title")
)
# A heading with one of these says what is in a column that is left out, and it is not people.
_TELLING_WORDS = frozenset(
    (
        *("description", "descriptor", "wording", "indicator", "metric", "measure", "theme"),
        *("source", "region", "ics", "icb", "stp", "system", "board", "cluster", "benchmark"),
        *("group", "type", "median", "average", "national", "sector", "target", "published"),
        *("calculation", "formula", "polarity", "direction", "unit", "units", "edition"),
        *("numerator", "denominator", "weighting", "england"),
    )
)
# What somebody wrote is told by what it says: such a column may be empty, or say “provisional”.
_COMMENTS = frozenset(
    (
        *("comment", "comments", "open comments", "verbatim", "free text", "freetext"),
        *("open text", "commentary", "narrative", "remarks", "remark"),
    )
)
_NOTES = frozenset(("note", "notes", "footnote", "footnotes"))
_WORDS_OF_A_SENTENCE = 4
_NOTE_WORDS = frozenset(("note", "notes", "footnote", "footnotes", "flag", "status"))
_TERMS = NO_NAMES | _TELLING_WORDS | _NOTE_WORDS


@on_few
def check_personal_columns(upload: Upload) -> CheckResult:
    """No column is headed as names, e-mail addresses, numbers, birth dates or comments are."""
    found = [use.header for use in upload.uses if _is_headed(use, upload)]
    if not found:
        return passed(PERSONAL, "No column is headed as details of people.")
    return failed(
        PERSONAL,
        f"The file holds details of people, in {_columns(found)} {quoted(found)}; it was not kept.",
        fix=TOLD,
    )


@on_few
def check_personal_content(upload: Upload) -> CheckResult:
    """No cell looks like a name, e-mail, phone, postcode, birth date or personal number."""
    beside = [line for line in (*upload.reading.above, *upload.reading.below) if _says_who(line)]
    if beside:
        return failed(
            CONTENT,
            f"{on_lines(line.number for line in beside)}, beside the table: text holds a number or "
            "birth date of a person; the file was not kept.",
            lines=(line.number for line in beside),
            fix="Delete those lines and save again.",
        )
    found = [u for u in upload.uses if not _is_headed(u, upload) and _is_filled(u, upload)]
    if not found:
        return passed(CONTENT, "No column is filled with details of people.")
    return failed(
        CONTENT,
        f"The cells of {_columns([u.header for u in found])} {quoted(map(_headed, found))} look "
        "like details of people; the file was not kept.",
        fix=TOLD,
    )


@on_few
def check_free_text(upload: Upload) -> CheckResult:
    """No column holds sentences somebody wrote, in which people can be recognised."""
    found = [u for u in upload.uses if not _is_headed(u, upload) and _is_free_text(u, upload)]
    if not found:
        return passed(FREE_TEXT, "No column holds comments.")
    return failed(
        FREE_TEXT,
        f"{quoted(map(_headed, found))} holds sentences or names, which can be "
        "details of people; the file was not kept.",
        fix="Delete the column of comments and save again.",
    )


def holds_people(result: CheckResult) -> bool:
    """Return whether this answer says the file holds details of people."""
    return result.check in _ALL and result.outcome is Outcome.FAIL


def is_personal(use: ColumnUse, upload: Upload) -> bool:
    """Return whether a column is headed, or filled, as details of people are."""
    return _is_headed(use, upload) or _is_filled(use, upload) or _is_free_text(use, upload)


def people_found(upload: Upload) -> tuple[CheckResult, ...]:
    """Return the answers that say a table holds details of people; none if it does not."""
    asked = (check_personal_columns, check_personal_content, check_free_text)
    return tuple(answer for check in asked if holds_people(answer := check(upload)))


def _says_who(line: Line) -> bool:
    return any(map(number_of_a_person_in, line.cells))


def _headed(use: ColumnUse) -> str:
    return use.header or f"column {use.position + 1}"


def _columns(found: list[str]) -> str:
    return "the column" if len(found) == 1 else "the columns"


def _filled_cells(use: ColumnUse, upload: Upload) -> frozenset[str]:
    return upload.cells[use.position] - {""}


def _is_headed(use: ColumnUse, upload: Upload) -> bool:
    # Whatever use a person chose for a column that was read, its heading says what it holds; of
    # an extract no row is read, and what its columns hold is said by their use.
    read = heading(use.header).field if upload.reading.rows else Field.UNKNOWN
    if upload.reading.rows and words_of(use.header) in _COMMENTS:
        return False
    if Field.PERSONAL in (use.field, read):
        return True
    if use.header.casefold() not in _PERSON_NAME or use.field in _PLACES:
        return False
    cells = _filled_cells(use, upload)
    return bool(cells) and not any(upload.organisations.named(cell) for cell in cells)


def _is_filled(use: ColumnUse, upload: Upload) -> bool:
    if use.field in _YEARS:
        return False
    cells = _filled_cells(use, upload)
    personal = sum(1 for cell in cells if kind_of_detail(cell))
    if personal >= _SEVERAL or 0 < personal == len(cells):
        return True
    if not cells or not (_is_unknown(use) or _is_note(use)):
        return False
    if _STAFF_NUMBER.search(use.header) and all(_ASSIGNMENT.fullmatch(cell) for cell in cells):
        return True
    return are_names(cells, upload.organisations, rows=len(upload.reading.rows))


def are_names(cells: Set[str], organisations: Organisations, *, rows: int) -> bool:
    """Return whether every cell is a first and a last name, and no term of the field.

    ``rows`` are the cells they were found in: names of people hardly repeat.
    """
    if len(cells) < _SEVERAL or not all(_FULL_NAME.fullmatch(cell) for cell in cells):
        return False
    if any(organisations.named(cell) or ethnic_word(cell) for cell in cells):
        return False
    return len(cells) >= rows / 2 and not _are_places(cells)


def _are_places(cells: Set[str]) -> bool:
    words = {word for cell in cells for word in cell.casefold().split()}
    return bool(words & PLACE_WORDS)


def _is_unknown(use: ColumnUse) -> bool:
    """Whether nothing says what a column that is left out holds; “ref” or “row” does not."""
    if use.field not in (Field.UNKNOWN, Field.IGNORED):
        return False
    if not use.header or heading(use.header).field is Field.UNKNOWN:
        return True
    # A layout fixed by its publisher says what such columns hold.
    return not use.is_fixed and not set(words_of(use.header).split()) & (
        _TELLING_WORDS | _NOTE_WORDS
    )


def _is_note(use: ColumnUse) -> bool:
    return bool(set(words_of(use.header).split()) & _NOTE_WORDS)


def _is_free_text(use: ColumnUse, upload: Upload) -> bool:
    words, cells = words_of(use.header), _filled_cells(use, upload)
    if words in _COMMENTS and any(len(c.split()) >= _WORDS_OF_A_SENTENCE for c in cells):
        return True
    if words in _COMMENTS | _NOTES and any(names_somebody(cell, _TERMS) for cell in cells):
        return True
    is_question = bool(set(words_of(use.header).split()) & _QUESTION_WORDS)
    if is_question or not (_is_unknown(use) or _is_note(use)):
        return False
    if any(map(is_told_by_somebody, cells)):
        return True
    long = [cell for cell in cells if len(cell.split()) > _MOST_WORDS_OF_A_LABEL]
    return _is_unknown(use) and len(long) >= _SEVERAL and len(long) > len(cells) / 2
