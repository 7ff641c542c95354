"""What a written report is made from, and what it is made of: the same for Word and HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from wres.answers import Evidence, View
from wres.answers.written import Written
from wres.charts import Drawing
from wres.reports.tables import Table
from wres.store import Note

# A table of this many rows is kept on one page.
ROWS_TOGETHER = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a report is made from: published figures, whose and which year, what is written, when.

    Of the view only organisation, year and comparator count. ``notes`` are warnings about the
    figures that were accepted with a reason.
    """

    evidence: Evidence
    view: View
    made_on: date
    written: Written = field(default_factory=Written)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart with its text alternative."""

    drawing: Drawing
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where to read on; ``url`` is empty when there is none that may become a link."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a report, in the order in which it is read.

    ``level`` is 1 to 3, never more than one deeper than the section before. ``verdict`` stands out
    below the heading; then come the sentences, picture, table, points and source. ``is_wide`` asks
    for a page on its side.
    """

    heading: str
    level: int = 1
    verdict: str = ""
    sentences: tuple[str, ...] = ()
    picture: Picture | None = None
    table: Table | None = None
    points: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    source: str = ""
    is_wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report as a value: every word, figure and chart of it, and nothing about its look.

    ``label`` stands on every page, empty for a real trust; ``about`` names each choice behind the
    report and says it in words.
    """

    title: str
    organisation: str
    org_code: str
    wres_year: int
    about: tuple[tuple[str, str], ...]
    made: str
    made_on: date
    label: str
    sections: tuple[Section, ...]


def told(*sentences: str) -> tuple[str, ...]:
    """Return the sentences that say something, each with its full stop."""
    return tuple(text if text[-1] in ".!?”)" else f"{text}." for text in sentences if text)


def source_line(evidence: Evidence, ids: Iterable[str]) -> str:
    """Return the titles of sources in one line, empty without any."""
    return "; ".join(sorted({evidence.source_of(one) for one in ids if one}))
