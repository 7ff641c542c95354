"""A list of people on any sheet of a workbook stops it, also where no figures stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices

from .files import look
from .workbooks import Rows, ods, xls, xlsx

FIGURES: Rows = [
    ("org_code", "wres_year", "indicator", "white", "bme"),
    ("R0A", 2025, 8, 6.6, 16.1),
    ("R0A", 2025, 5, 21.4, 25.2),
]
LISTS: dict[str, tuple[Rows, str]] = {
    "surname and birth date": (
        [("Surname", "Date of birth"), ("Example", "03/04/1971"), ("Sample", "17/11/1985")],
        "Surname",
    ),
    "one person": ([("Surname", "Job"), ("Example", "Nurse")], "Surname"),
    "below a title": (
        [("Staff of the trust", None), (None, None), ("Forename", "Job"), ("Jo", "Nurse")],
        "Forename",
    ),
    "names alone": ([("Name",), ("Jane Example",), ("John Sample",)], ""),
    "names without a heading": (
        [(f"{first} Example",) for first in ("Jane", "John", "Asha", "Maryam", "Olu")],
        "",
    ),
    "addresses": (
        [("Who",), ("a.b@example.org",), ("c.d@example.org",), ("e.f@example.org",)],
        "",
    ),
    "numbers with a heading that says nothing": (
        [("Ref", "Job"), ("AB 12 34 56 C", "Nurse"), ("AB 12 34 57 C", "Porter")],
        "",
    ),
    "comments": (
        [("Comments",), ("My manager never listens to me",), ("Nothing changes here",)],
        "Comments",
    ),
}
NOTES: dict[str, Rows] = {
    "signature": [
        ("Prepared by", "Workforce team"),
        ("Contact", "Jane Example"),
        ("E-mail", "jane.example@example.org"),
        ("Telephone", "0161 496 0000"),
    ],
    "sentences": [
        ("About these figures",),
        ("We have taken the percentages from the survey of autumn 2024.",),
        ("Questions to wres@example.org, please.",),
    ],
    "columns": [
        ("Column", "Description", "Comments"),
        ("bme", "Percentage of BME staff", "From the survey"),
        ("white", "Percentage of White staff", "From the survey"),
    ],
    "topics": [("Contents",), ("Broken down by",), ("Region",), ("Age",), ("Ethnic group",)],
    "contents": [("Contents",), ("Cover Sheet",), ("Survey Results",), ("Data Notes",)],
}
KINDS: dict[str, Callable[[dict[str, Rows]], bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods}


def beside(rows: Rows, kind: str = "xlsx", choices: Choices | None = None) -> Examination:
    """A workbook of figures, and of these rows on a second sheet."""
    return look(KINDS[kind]({"WRES": FIGURES, "Second": rows}), choices)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_people_beside_the_figures_is_refused(name: str, kind: str) -> None:
    """The sheet is named, the heading too where it says so, and no cell of it is kept."""
    rows, headed = LISTS[name]
    found = beside(rows, kind)
    assert found.verdict is Verdict.REFUSED
    assert "“Second”" in found.reason and headed in found.reason
    cells = {str(cell) for row in rows[1:] for cell in row if cell and "Example" in str(cell)}
    assert not any(cell in repr(found) for cell in cells)
    assert all(reading.rows == () for reading in found.readings)


def test_a_hidden_sheet_is_looked_at_too() -> None:
    """What nobody sees in the spreadsheet is still in the file."""
    rows = LISTS["surname and birth date"][0]
    found = look(xlsx({"WRES": FIGURES, "Second": rows}, hidden=("Second",)))
    assert found.verdict is Verdict.REFUSED
    assert "“Second”" in found.reason


@pytest.mark.parametrize("first", ["WRES", "Second"])
def test_a_sheet_that_was_not_chosen_is_looked_at_too(first: str) -> None:
    """With numbers on it the second sheet is a table; choosing the first does not hide it."""
    people: Rows = [("Surname", "Sickness days"), ("Example", 3), ("Sample", 11)]
    sheets = {"WRES": FIGURES, "Second": people}
    data = xlsx({name: sheets[name] for name in sorted(sheets, key=lambda one: one != first)})
    found = look(data, Choices(sheet="WRES"))
    assert found.verdict is Verdict.REFUSED
    assert "“Surname”" in found.reason


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NOTES)
def test_a_sheet_of_notes_may_name_whom_to_ask(name: str, kind: str) -> None:
    """An address or two of those who made the file are no list of people; nothing is kept."""
    found = beside(NOTES[name], kind)
    assert found.verdict is Verdict.ACCEPTED, found.reason
    assert {row.value for row in found.results} == {0.066, 0.161, 0.214, 0.252}
    assert "example.org" not in repr(found)
