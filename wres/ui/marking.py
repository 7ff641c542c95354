"""The ends of a plan's activities on the trends of an indicator, and what the letters mean."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from wres import words
from wres.answers import Cell, ConcernCard, Evidence, View, benchmark_for, gap_series
from wres.charts import BreakMark
from wres.charts.of_answers import years_drawing
from wres.measures import Gap
from wres.plans import ActivityMark, marks_of
from wres.reports import gaps_table
from wres.ui import panels, prose
from wres.ui.sheet import Sheet
from wres.words import marks as mark_words
from wres.words.headlines import years_alt


def marks(evidence: Evidence, view: View) -> tuple[ActivityMark, ...]:
    """Return the ends of the organisation's activities for the chosen indicator."""
    plan = evidence.plan_for(view.org_code)
    return marks_of(plan.activities, view.indicator) if plan else ()


def drawn(found: tuple[ActivityMark, ...], years: tuple[int, ...]) -> tuple[BreakMark, ...]:
    """Return the marks on the edges of years shown, and of the one that comes next."""
    return tuple(
        BreakMark(year=year, text=mark_words.edge_text(of_year), is_activity=True)
        for year, of_year in mark_words.by_year(_inside(found, years)).items()
    )


def cells(found: tuple[ActivityMark, ...], years: tuple[int, ...]) -> dict[int, str]:
    """Return the cells of the table beside a chart, by WRES year, for the marks drawn on it."""
    return mark_words.table_cells(_inside(found, years))


def _inside(found: tuple[ActivityMark, ...], years: tuple[int, ...]) -> list[ActivityMark]:
    reach = range(min(years), max(years) + 2) if years else range(0)
    return [mark for mark in found if mark.wres_year in reach]


def explained(found: tuple[ActivityMark, ...]) -> prose.Parts:
    """Return which activity each letter is, with its dates; nothing without any."""
    if not found:
        return ()
    return (
        prose.sentence(prose.bold("Activities of the plan for this indicator.")),
        prose.listed(*mark_words.mark_lines(found)),
        prose.quiet(mark_words.marks_note(found)),
    )


def on_card(page: Sheet, evidence: Evidence, view: View, *, card: ConcernCard) -> None:
    """Return nothing; next come a concern's years, its activities marked, where there are two.

    They are made when they are opened: the page of the indicator draws the same years at once.
    """
    number = card.measured.number
    cell = Cell(org_code=view.org_code, indicator=number)
    found = marks_of(card.activities, number) if card.measured.is_survey else ()
    gaps = gap_series(evidence, cell, view.wres_year) if found else ()
    if len(gaps) < 2:
        return
    label = f"The years of indicator {number}, with its activities"
    years = partial(_years, evidence, view, card, (gaps, found))
    page.opens(label, years, key=f"years_{number}", prints=True)


def _years(
    evidence: Evidence,
    view: View,
    card: ConcernCard,
    drawn_on: tuple[tuple[Gap, ...], tuple[ActivityMark, ...]],
) -> None:
    gaps, found = drawn_on
    number, years = card.measured.number, tuple(one.wres_year for one in gaps)
    cell = Cell(org_code=view.org_code, indicator=number)
    yearly = tuple(benchmark_for(evidence, cell, year, kind=view.comparator) for year in years)
    organisation = evidence.organisations.get(view.org_code)
    caption = words.subtitle(card.measured, organisation, view.wres_year)
    table = gaps_table(gaps, yearly, caption=caption, marks=cells(found, years))
    drawing = years_drawing(gaps, yearly, marks=drawn(found, years))
    alt = f"{years_alt(card.measured, gaps)}{mark_words.marks_alt(found)}"
    panels.bare_chart(drawing, alt, key=f"card_years_{number}")
    prose.draw(*explained(found), prose.table(table), key=f"card_years_{number}")
    ids = {one.bme.source_id for one in gaps if one.bme.source_id}
    said = panels.ChartWords(
        headline=words.indicator_label(number),
        subtitle=caption,
        alt=alt,
        source="; ".join(sorted(evidence.source_of(one) for one in ids)),
        note=" ".join(mark_words.mark_lines(found)),
    )
    panels.pictures(
        {"years": (drawing, said)}, replace(view, indicator=number), key=f"card_{number}"
    )
