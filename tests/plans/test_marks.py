"""Where an activity begins and ends among the years of an indicator."""

from __future__ import annotations

from datetime import date

import pytest

from wres.plans import Activity, ActivityMark, marks_of
from wres.plans.marks import first_year_after
from wres.words import marks as words


def activity(name: str, start: str = "", due: str = "", *numbers: int) -> Activity:
    """Return an activity with these dates as written, for indicators 5 and 8 or those named."""
    return Activity(
        id=name, row=1, activity=name, start=start, timeframe=due, indicators=numbers or (5, 8)
    )


@pytest.mark.parametrize(
    ("number", "day", "year"),
    [
        # Survey 2025 is in the field from October 2025 and is reported in WRES 2026.
        (8, date(2025, 9, 30), 2026),
        (8, date(2025, 10, 1), 2027),
        (8, date(2025, 2, 1), 2026),
        # Counted on 31 March, and years that end on it.
        (1, date(2025, 3, 31), 2025),
        (9, date(2025, 4, 1), 2026),
        (3, date(2025, 12, 31), 2026),
    ],
)
def test_a_day_lies_before_the_first_figures_gathered_after_it(
    number: int, day: date, year: int
) -> None:
    """By when each indicator's figures are gathered."""
    assert first_year_after(number, day) == year


def test_each_dated_activity_has_a_letter_and_a_mark_for_each_end() -> None:
    """In plan order; words that are no date, and other indicators, have none."""
    found = marks_of(
        [
            activity("Mentoring", "January 2024", "30/09/2025"),
            activity("Posters", "", "soon"),
            activity("Board days", "", "March 2025", 9),
            activity("Advisers", "", "Dec 2024"),
        ],
        8,
    )
    assert [(m.letter, m.activity, m.begins, m.wres_year) for m in found] == [
        ("A", "Mentoring", True, 2025),
        ("A", "Mentoring", False, 2026),
        ("B", "Advisers", False, 2026),
    ]


def test_the_words_of_one_edge_name_every_activity_there() -> None:
    """Two end before the figures of one year."""
    marks = marks_of(
        [activity("Mentoring", "May 2025", "June 2025"), activity("B", "", "2/7/25")], 5
    )
    assert words.edge_text(marks) == "A starts; A, B due"
    assert words.table_cells(marks) == {2026: "A starts: Mentoring; A due: Mentoring; B due: B"}
    assert words.mark_lines(marks) == (
        "A. Mentoring: starts May 2025, before WRES 2026; due June 2025, before WRES 2026.",
        "B. B: due 2/7/25, before WRES 2026.",
    )


def test_no_mark_is_said_of_a_plan_without_dates() -> None:
    """Nothing on the chart, in its alternative or its note."""
    assert marks_of([activity("Posters", "TBC", "")], 8) == ()
    assert (words.marks_alt(()), words.marks_note(())) == ("", "")


def test_letters_go_on_after_z() -> None:
    """The 27th activity is A2."""
    marks = marks_of([activity(str(i), "", "May 2025") for i in range(27)], 8)
    assert (marks[25].letter, marks[26].letter) == ("Z", "A2")
    assert isinstance(marks[0], ActivityMark)
