"""The words round a chart of one indicator in depth: its headline, subtitle, source and note."""

from __future__ import annotations

from wres import words
from wres.answers import Evidence, Exploration
from wres.plans import ActivityMark
from wres.ui.panels import ChartWords
from wres.words.marks import marks_alt
from wres.words.story import who_answered


def marked(
    evidence: Evidence, exploration: Exploration, found: tuple[ActivityMark, ...]
) -> ChartWords:
    """Return the words round a trend on which the ends of activities are marked."""
    return of(
        evidence,
        exploration,
        headline=words.trend_headline(exploration),
        alt=f"{words.trend_alt(exploration)}{marks_alt(found)}",
    )


def of(evidence: Evidence, exploration: Exploration, *, headline: str, alt: str = "") -> ChartWords:
    """Return the words round a chart of one indicator, under its headline."""
    return ChartWords(
        headline=headline,
        subtitle=caption(evidence, exploration),
        alt=alt or words.trend_alt(exploration),
        source=words.sources_named(evidence, exploration),
        note=_note(exploration),
        answered=who_answered(exploration),
    )


def _note(exploration: Exploration) -> str:
    nearest = words.nearest_note(exploration.hidden.nearest)
    return " ".join(part for part in (words.range_note(exploration), nearest) if part)


def caption(evidence: Evidence, exploration: Exploration) -> str:
    """Return what a chart or table is about: the indicator, whose, of which year and of whom."""
    view = exploration.view
    return words.subtitle(
        exploration.measured,
        evidence.organisations.get(view.org_code),
        view.wres_year,
        people=words.population(exploration),
    )
