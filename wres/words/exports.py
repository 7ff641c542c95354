"""What is said in files to take away: how to read them, and what their parts are called."""

from __future__ import annotations

from collections.abc import Iterable

from wres.terms import Status
from wres.words.explaining import NO_TEST_ON_COUNTS, WHAT_A_RANGE_IS
from wres.words.hidden import WHY_HIDDEN
from wres.words.labels import status_words
from wres.words.presets import in_terms
from wres.words.summaries import two_groups_note

EQUAL = "Equal"
BREAK_NOTE = "No line is drawn across, because the years are not comparable."
METHOD_TITLE = "How to read these figures"
_GAP_WORDS = "A gap is the BME figure minus the White figure, in percentage points."
TIMES_WORDS = "A relative likelihood says how many times as likely, and for whom; 1 is equal."
CONCERN_WORDS = (
    "Each concern has two answers: what the printed figures say, and whether that stands clear of "
    "chance."
)
BREAK_WORDS = "Years that are counted differently are not compared, and no line joins them."
MADE_UP = "Made-up figures of the Practice Trust, not of a real one."
NOTES_VERDICT, NOTES_TABLE, NOTES_SURE = "Verdict", "The figures as a table", "How sure"
AS_TABLE = "Show as a table"
FILES, TABLE_FILES = "Files of this chart", "Files of these tables"
PICTURES = "Pictures with words (ZIP)"
PICTURES_WHY = "PNG and SVG of the chart, and what it shows in words, to put beside it."
VIEW_DATA = "Figures as data (CSV)"
VIEW_DATA_WHY = "One row a figure, with the filters above it. Bring in figures can read it back."
DECLARED = "Named in the action plan"
NO_FIGURES = "No figure of this organisation is published here."
ROWS_SHOWN = 20


def method_lines() -> tuple[str, ...]:
    """Return how to read the figures of a file, a sentence or two a line."""
    hidden = status_words(Status.HIDDEN)
    return (
        WHAT_A_RANGE_IS,
        NO_TEST_ON_COUNTS,
        in_terms(_GAP_WORDS),
        TIMES_WORDS,
        CONCERN_WORDS,
        BREAK_WORDS,
        f"“{hidden}” stands for every figure that is hidden. {WHY_HIDDEN}",
        two_groups_note(),
    )


def sources_line(sources: Iterable[str]) -> str:
    """Return where the figures come from, empty without any."""
    found = sorted({one for source in sources for one in source.split("; ") if one})
    return f"Sources: {'; '.join(found)}." if found else ""


def version_line(version: int, made_on: str) -> str:
    """Return of which version a file is, and when it was made."""
    return f"Version {version} of the figures. Made on {made_on}."


def more_rows(count: int) -> str:
    """Return where the rows are that a note has no room for."""
    return f"There are {count} rows more; the app has them all as a table."


def printed_line(pairs: Iterable[tuple[str, str]], version: int) -> str:
    """Return what was chosen on a page, filter by filter, and of which version its figures are."""
    return f"What was chosen. {_pairs(pairs)}. Version {version} of the figures."


def printed_part(pairs: Iterable[tuple[str, str]]) -> str:
    """Return what was chosen in one part of a page, choice by choice."""
    return f"Chosen for this part. {_pairs(pairs)}."


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in pairs)
