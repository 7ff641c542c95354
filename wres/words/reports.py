"""What a written report says about itself: its title, its parts, its method, what is not there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wres.answers import Held
from wres.benchmarks import Comparator
from wres.concerns import Finding
from wres.organisations import Organisation
from wres.plans import Activity
from wres.store import uk_day_text
from wres.terms import survey_year_of
from wres.words.explaining import trigger_answers
from wres.words.findings import finding_sentence, trigger_label
from wres.words.labels import HIDDEN, comparator_label, indicator_label
from wres.words.plan_work import late_words, marked_status
from wres.words.plans import status_of_activity
from wres.words.presets import in_terms

MADE_UP_LABEL = "Made-up figures, for practice. Not a real trust."
LABEL_NAME = "What these figures are"
SUMMARY, CONCERNS, PLAN = "Summary", "Areas of concern", "Action plan"
NINE, QUALITY, METHOD, RULES = (
    "The nine indicators",
    "How good the figures are",
    "How this was worked out",
    "How people are protected",
)
SOURCES, SOURCE = "Versions and sources", "Source:"
PREDICTIONS = "What the activities were to change"
PREDICTIONS_WHY = "Each was locked before its result was known, and cannot be changed."
NOT_RAISED = "Not raised"
SKIP, CONTENTS = "Skip to the report", "Parts of the report"
BY_BAND, BY_POST, BY_SEAT = "By pay band", "Posts by band", "The board by seat"
SURVEY_CHART = "The four survey questions side by side"
BOARD_NOTE = "The whole report has every figure with its likely range, the method and the sources."
AS_WRITTEN = "What stands in the table is what the plan says, in its own words."
NOTHING_DOUBTED = "No warning about these figures was accepted with a reason."
VERDICT_UNKNOWN = "– No figures for this year"
NOT_COMPARED = "Nothing to compare"
PAGE_WHY = (
    "One press makes what a trust publishes or presents of a year. The words and the figures are "
    "those of the pages. Whoever asks, hidden figures stay hidden."
)
MAKE, MADE, FILES = "Make the whole pack", "The pack is made.", "The files"
ALL_FILES = "All files as one ZIP"
CHANGED = "The figures, the plan or your choice changed since. Make the pack again."
_METHOD_LINES = (
    "Each concern has two answers. The first goes by the printed figures. The second asks "
    "whether chance alone could make them so.",
    "A likely range says how far a figure could move by chance alone. Without the number of "
    "people there is none, and nothing is called clear.",
    "Survey figures have Wilson’s range, and gaps have Newcombe’s, both at 95%.",
    "A gap is the BME figure minus the White figure, in percentage points.",
    "A relative likelihood says how many times as likely one group is. At 1 both are alike.",
    "A benchmark is of the same year. A median leaves this trust out; England and a region cannot.",
    "Years that were counted in different ways are never joined up or compared.",
    "Figures are rounded once, at the end. “The same” means the same as printed.",
    "Indicators 1 and 9 are complete counts of people. They have no likely range.",
)
MARKS = (
    f"“{HIDDEN}”: there is a figure, and it is not shown to protect people.",
    "“Not collected”: nobody asked for this figure.",
    "“No figure given”: it is not held here. None of the three means nought.",
)


def annual_title(wres_year: int) -> str:
    """Return the title of the annual report."""
    return f"Workforce Race Equality Standard report {wres_year}"


def method_lines() -> tuple[str, ...]:
    """Return how the figures of a report are worked out, a sentence or two a line."""
    return tuple(in_terms(line) for line in _METHOD_LINES)


def board_title(wres_year: int) -> str:
    """Return the title of the board summary."""
    return f"Workforce Race Equality Standard {wres_year}: summary for the board"


def about_lines(
    organisation: Organisation, wres_year: int, comparator: Comparator | None
) -> tuple[tuple[str, str], ...]:
    """Return every choice behind a report in words: its name, and what was chosen."""
    beside = "The usual one of each indicator, which names itself"
    return (
        ("Organisation code", organisation.code),
        ("WRES year", f"{wres_year} (NHS Staff Survey {survey_year_of(wres_year)})"),
        ("Compared with", comparator_label(comparator) if comparator else beside),
        ("Staff", "All staff groups and pay bands, unless a table says otherwise"),
    )


def closed_line(
    organisation: Organisation, heirs: Iterable[Organisation]
) -> tuple[tuple[str, str], ...]:
    """Return when an organisation closed and what it is part of now; nothing for an open one."""
    if not organisation.closed:
        return ()
    into = " and ".join(f"{heir.name} ({heir.code})" for heir in heirs)
    now = f", now part of {into}" if into else ""
    return (("Closed", f"on {organisation.closed}{now}"),)


def made_line(version: int, day: date) -> str:
    """Return which figures a report was made of, and when."""
    which = f"version {version} of the figures" if version else "the figures as shipped"
    return f"Made on {uk_day_text(day)} from {which}."


def no_figure_sentence(held: Held, wres_year: int) -> str:
    """Return why there is no figure of an indicator; hidden and not there read differently."""
    if held is Held.HIDDEN:
        return f"{HIDDEN}."
    if held is Held.NOT_COLLECTED:
        return f"Not collected for WRES {wres_year}."
    if held is Held.NOTHING:
        return f"No figure of this indicator is held here for WRES {wres_year}."
    return f"The figures of WRES {wres_year} are not enough for a finding."


def trigger_row(found: Finding) -> tuple[str, str, str]:
    """Return one trigger with both its answers, and what they rest on."""
    answers = trigger_answers(found)
    return (
        trigger_label(found.trigger),
        f"{answers[0].upper()}{answers[1:]}",
        finding_sentence(found),
    )


def concern_heading(number: int) -> str:
    """Return the heading of an area of concern, told apart from that of its indicator."""
    return f"Concern about indicator {indicator_label(number)}"


def measures_sentence(wording: str) -> str:
    """Return what an indicator measures, in the standard’s words."""
    return f"What it measures: {wording.rstrip('.')}."


def status_cell(activity: Activity, today: date) -> str:
    """Return how far an activity has got, with the plan's own words where they are none of ours."""
    parts = (
        status_of_activity(activity),
        marked_status(activity),
        late_words(activity, today),
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def answers_cell(activity: Activity) -> str:
    """Return which indicators an activity answers."""
    return ", ".join(str(number) for number in activity.indicators) or "none named"


def hidden_cells(number: int, cells: int) -> str:
    """Return how many cells of an indicator are hidden in the year of a report."""
    noun = "cell is" if cells == 1 else "cells are"
    return f"{indicator_label(number)}: {cells} {noun} {HIDDEN[0].lower()}{HIDDEN[1:]}."


def and_more(left: int) -> str:
    """Return that a list goes on in the whole report."""
    return f"{left} more in the whole report." if left else ""


def doubts_sentence(count: int) -> str:
    """Return how many notes stand beside the figures of a year."""
    if not count:
        return NOTHING_DOUBTED
    noun = "note stands" if count == 1 else "notes stand"
    return f"{count} {noun} beside these figures; the whole report has each of them."


def making_words(name: str) -> str:
    """Return what is being made at this moment."""
    return f"Making: {name}"


def download_label(name: str) -> str:
    """Return what the button of one file says."""
    return f"Download: {name}"


def about_sentence(about: tuple[tuple[str, str], ...]) -> str:
    """Return every choice behind the files of a page, in one line."""
    return " ".join(f"{name}: {text}." for name, text in about)


def empty_sentence(wres_year: int, *, has_plan: bool) -> str:
    """Return what reports hold of a year without any figures."""
    rest = "They hold the action plan." if has_plan else "There is no action plan either."
    return f"No figures are held here for WRES {wres_year}, and the reports say so. {rest}"


def for_activity(activity: str) -> str:
    """Return which activity of the plan a prediction is about, in the plan's words."""
    return f"Activity: “{activity}”"


def comment_line(written_by: str, text: str) -> str:
    """Return what somebody said of a verdict, with the name."""
    return f"Comment by {written_by}: “{text}”"
