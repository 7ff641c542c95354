"""Checks for details of people, by heading and by content: they stop an upload at once."""

from __future__ import annotations

import re

from wres.organisations import Organisations
from wres.upload.cells import words_of
from wres.upload.checking import CheckResult, Outcome, Upload, failed, passed, quoted
from wres.upload.columns import ColumnUse, Field, heading
from wres.upload.ethnic_words import ethnic_word

PERSONAL = "personal_columns"
CONTENT = "personal_content"
FREE_TEXT = "free_text"
_ALL = (PERSONAL, CONTENT, FREE_TEXT)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.I)
_TEN_DIGITS = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")
_DAY, _MONTH = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2]|[A-Za-z]{3,9})"
_BIRTH_DATE = re.compile(
    rf"{_DAY}[/. -]{_MONTH}[/. -](19[2-9]\d|200[0-7])|(19[2-9]\d|200[0-7])[/.-]\d\d[/.-]\d\d"
    r"( 00:00(:00)?)?"
)
_INSURANCE = re.compile(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]", re.I)
_PHONE = re.compile(r"(\+44|0044|0)[1237]\d{8,9}")
_PARTED = re.compile(r"[ ()-]")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}", re.I)
_TITLED = re.compile(r"(?i:mr|mrs|ms|miss|mx|dr|prof|professor)\.?( [A-Z][A-Za-z'’-]*){1,3}")
_SHAPES = {
    "birth date": _BIRTH_DATE,
    "national insurance number": _INSURANCE,
    "postcode": _POSTCODE,
    "name": _TITLED,
}
_ASSIGNMENT = re.compile(r"\d{8}(-\d{1,2})?")
_FULL_NAME = re.compile(r"[A-Z][a-z'’]+(-[A-Z][a-z]+)?,? [A-Z][a-z'’]+(-[A-Z][a-z]+)?")
_FIRST_PERSON = re.compile(r"\b(I|I’m|I'm|my|me|we|our)\b")
_PERSON_NAME = ("name", "names", "person")
_STAFF_NUMBER = re.compile(r"staff|employee|person|payroll|assignment|esr|pay ?no", re.I)
# One cell may look like a personal number by chance; several in one column do not.
_SEVERAL = 2
_MOST_WORDS_OF_A_LABEL = 9
_SHORTEST_COMMENT = 4
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
_NOTE_WORDS = frozenset(("note", "notes", "footnote", "footnotes", "flag", "status"))


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


def check_personal_content(upload: Upload) -> CheckResult:
    """No cell looks like a name, e-mail, phone, postcode, birth date or personal number."""
    found = [u for u in upload.uses if not _is_headed(u, upload) and _is_filled(u, upload)]
    if not found:
        return passed(CONTENT, "No column is filled with details of people.")
    return failed(
        CONTENT,
        f"The cells of {_columns([u.header for u in found])} {quoted(map(_headed, found))} look "
        "like details of people; the file was not kept.",
        fix=TOLD,
    )


def check_free_text(upload: Upload) -> CheckResult:
    """No column holds sentences somebody wrote, in which people can be recognised."""
    found = [u for u in upload.uses if not _is_headed(u, upload) and _is_free_text(u, upload)]
    if not found:
        return passed(FREE_TEXT, "No column holds comments.")
    return failed(
        FREE_TEXT,
        f"{quoted(map(_headed, found))} holds sentences people wrote, which can name or show "
        "somebody; the file was not kept.",
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


def _headed(use: ColumnUse) -> str:
    return use.header or f"column {use.position + 1}"


def _columns(found: list[str]) -> str:
    return "the column" if len(found) == 1 else "the columns"


def _filled_cells(use: ColumnUse, upload: Upload) -> set[str]:
    cells = {line.cells[use.position] for line in upload.reading.rows}
    return {cell for cell in cells if cell}


def _is_headed(use: ColumnUse, upload: Upload) -> bool:
    # Whatever use a person chose for a column that was read, its heading says what it holds; of
    # an extract no row is read, and what its columns hold is said by their use.
    read = heading(use.header).field if upload.reading.rows else Field.UNKNOWN
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


def kind_of_detail(cell: str) -> str:
    """Return what detail of a person a cell looks like, such as “e-mail”, or an empty text."""
    if len(cell) < _SHORTEST_COMMENT or (cell.replace(".", "", 1).isdigit() and len(cell) < 10):
        return ""
    if "@" in cell and _EMAIL.search(cell):
        return "e-mail"
    for kind, shape in _SHAPES.items():
        if shape.fullmatch(cell):
            return kind
    if _PHONE.fullmatch(_PARTED.sub("", cell).replace("+440", "+44")):
        return "phone"
    return "NHS number" if _TEN_DIGITS.fullmatch(cell) and _is_nhs_number(cell) else ""


def are_names(cells: set[str], organisations: Organisations, *, rows: int) -> bool:
    """Return whether every cell is a first and a last name, and no term of the field.

    ``rows`` are the cells they were found in: names of people hardly repeat.
    """
    if len(cells) < _SEVERAL or not all(_FULL_NAME.fullmatch(cell) for cell in cells):
        return False
    if any(organisations.named(cell) or ethnic_word(cell) for cell in cells):
        return False
    return len(cells) >= rows / 2 and not _are_places(cells)


def is_told_by_somebody(cell: str) -> bool:
    """Return whether a cell holds a sentence in the first person."""
    return len(cell.split()) >= _SHORTEST_COMMENT and bool(_FIRST_PERSON.search(cell))


def _are_places(cells: set[str]) -> bool:
    words = {word for cell in cells for word in cell.casefold().split()}
    return bool(words & _PLACE_WORDS)


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
    is_question = bool(set(words_of(use.header).split()) & _QUESTION_WORDS)
    if is_question or not (_is_unknown(use) or _is_note(use)):
        return False
    cells = _filled_cells(use, upload)
    if any(map(is_told_by_somebody, cells)):
        return True
    long = [cell for cell in cells if len(cell.split()) > _MOST_WORDS_OF_A_LABEL]
    return _is_unknown(use) and len(long) >= _SEVERAL and len(long) > len(cells) / 2


def _is_nhs_number(cell: str) -> bool:
    """The last digit of an NHS number is a check on the nine before it."""
    digits = [int(c) for c in cell if c.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


_PLACE_WORDS = frozenset(
    (
        *("trust", "nhs", "hospital", "hospitals", "acute", "community", "east", "west", "north"),
        *("south", "midlands", "london", "england", "health", "care", "services", "staff", "board"),
        *("group", "trusts", "region", "council", "wales", "directorate", "division", "medicine"),
        *("surgery", "clinical", "corporate", "estates", "support", "ambulance", "mental", "adult"),
        *("band", "senior", "public", "children", "women", "family", "emergency", "primary", "yes"),
        *("manager", "assistant", "nurse", "officer", "consultant", "worker", "practitioner"),
        *("director", "lead", "ward", "unit", "team", "service", "theatre", "royal", "general"),
        *("greater", "city", "county", "infirmary", "central", "administrator", "therapist"),
        *(
            "sheet",
            "notes",
            "data",
            "results",
            "survey",
            "indicator",
            "ethnic",
            "table",
            "contents",
        ),
        *("definitions", "figures", "percentage", "question", "questions", "version", "summary"),
        *("finance", "nursing", "therapies", "pathology", "operations", "people", "digital", "no"),
    )
)
