"""Where activities begin and end on a trend: for its chart, its text alternative, its table."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from wres.plans import ActivityMark
from wres.text import one_line

LONGEST_NAME = 90


def edge_text(marks: Iterable[ActivityMark]) -> str:
    """Return what stands above the edge of a year: “A, C start; B due”."""
    of_year = tuple(marks)
    starts = [mark.letter for mark in of_year if mark.begins]
    due = [mark.letter for mark in of_year if not mark.begins]
    verb = "starts" if len(starts) == 1 else "start"
    parts = ((starts, verb), (due, "due"))
    return "; ".join(f"{', '.join(letters)} {word}" for letters, word in parts if letters)


def by_year(marks: Iterable[ActivityMark]) -> dict[int, tuple[ActivityMark, ...]]:
    """Return the marks by the WRES year they lie before, earliest first."""
    found: dict[int, list[ActivityMark]] = {}
    for mark in sorted(marks, key=lambda mark: mark.wres_year):
        found.setdefault(mark.wres_year, []).append(mark)
    return {year: tuple(of_year) for year, of_year in found.items()}


def table_cells(marks: Iterable[ActivityMark]) -> dict[int, str]:
    """Return the cell of a year's row: which activities start or are due before its figures."""
    return {
        year: "; ".join(f"{_end(mark)}: {named(mark)}" for mark in of_year)
        for year, of_year in by_year(marks).items()
    }


def _end(mark: ActivityMark) -> str:
    return f"{mark.letter} {_way(mark)}"


def _way(mark: ActivityMark) -> str:
    # A date of a plan is what was meant to be, so an end is due and not yet reached.
    return "starts" if mark.begins else "due"


def named(mark: ActivityMark) -> str:
    """Return the name of an activity, cut where it is long."""
    name = one_line(mark.activity).rstrip(" .")
    return textwrap.shorten(name, LONGEST_NAME, placeholder="…")


def mark_lines(marks: Iterable[ActivityMark]) -> tuple[str, ...]:
    """Return one line an activity: its letter, its name, and the dates of the plan."""
    lines: dict[str, str] = {}
    for mark in marks:
        placed = f"{_way(mark)} {mark.as_written}, before WRES {mark.wres_year}"
        known = lines.get(mark.letter)
        lines[mark.letter] = f"{known}; {placed}" if known else f"{named(mark)}: {placed}"
    return tuple(f"{letter}. {line}." for letter, line in lines.items())


def marks_alt(marks: tuple[ActivityMark, ...]) -> str:
    """Return the activities marked on a chart for those who do not see it, or an empty text."""
    if not marks:
        return ""
    return f" Activities of the plan: {' '.join(mark_lines(marks))}"


def marks_note(marks: tuple[ActivityMark, ...]) -> str:
    """Return how to read the marks, or an empty text."""
    if not marks:
        return ""
    return (
        "A line stands before the first figures gathered after an activity starts or is due. It "
        "does not say that the activity moved them."
    )
