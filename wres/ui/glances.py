"""The front page: every indicator of one trust at a glance, as cards side by side."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from wres import words
from wres.answers import Evidence, Glance, View, where_we_stand
from wres.answers.judging import Judged, JudgedYear
from wres.charts import Drawing
from wres.charts.of_answers import spark_drawing
from wres.concerns import Assessment
from wres.ui import filters, judging, panels, prose, sheet, tour, warm
from wres.ui.links import to
from wres.ui.sheet import Sheet
from wres.words import strength_words

ACROSS = 3
FILTERS, MORE = ("org", "year"), ("benchmark",)


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw where one trust stands on every indicator."""
    sheet.of(above, evidence, view).draw()
    panels.finding(words.standing_headline(evidence.answer(where_we_stand, view)))
    # The words are out; what draws charts may still come where the program has only just begun.
    warm.wait()
    sheet.of(gather, evidence, view, judged=judging.judged(evidence, view)).draw()


def above(page: Sheet, evidence: Evidence, view: View) -> None:
    """Return nothing; gather what stands above the finding."""
    filters.below(page, evidence, view, names=FILTERS, more=MORE)
    page.read(*panels.on_organisation(evidence, view))


def gather(page: Sheet, evidence: Evidence, view: View, *, judged: JudgedYear) -> None:
    """Return nothing; gather the tour and a card for each indicator."""
    glances = evidence.answer(where_we_stand, view)
    page.read(prose.quiet(words.how_to_read_signs()))
    page.step(tour.draw, key="tour")
    drawn = [(one, None if one.assessment is None else spark_drawing(one)) for one in glances]
    cells = [_glance(one, judged.get(one.measured.number), spark) for one, spark in drawn]
    page.step(partial(_in_rows, cells), key="cards")
    _pictures(page, evidence, view, drawn)
    page.read(prose.quiet(words.two_groups_note()))


def _in_rows(cells: list[Sheet]) -> None:
    """Draw the cards, three in a row where there is room."""
    for start in range(0, len(cells), ACROSS):
        row = cells[start : start + ACROSS]
        for column, cell in zip(st.columns(ACROSS, border=True), row, strict=False):
            with column:
                cell.draw()


def _glance(one: Glance, judged: Judged | None, spark: Drawing | None) -> Sheet:
    number, found = one.measured.number, one.assessment
    cell = Sheet(f"glance_{number}")
    cell.read(*_figures(one, found, judged))
    if spark is not None:
        alt = words.gap_series_alt(one)
        name = f"spark_{number}"
        cell.step(panels.drawn_again(spark, alt, key=name), key=name)
    cell.read(_ways_on(number, found))
    cell.end()
    return cell


def _figures(one: Glance, found: Assessment | None, judged: Judged | None) -> prose.Parts:
    title = prose.heading(words.indicator_label(one.measured.number), level=prose.SUBSECTION)
    if found is None:
        return title, prose.quiet("No figures for this year."), *judging.said(judged)
    return (
        title,
        prose.sentence(prose.bold(strength_words(found.strength))),
        *judging.said(judged),
        prose.sentence(words.finding(one)),
        prose.quiet(f"{words.evidence_line(found)}. {words.benchmark_line(one)}"),
        prose.quiet(words.rounding_note(found.gap)),
    )


def _ways_on(number: int, found: Assessment | None) -> prose.Part | None:
    if found is None:
        return prose.links(to("benchmarks", "Published figures", indicator=number))
    explore = to("explore", "Explore", indicator=number)
    if not found.is_concern:
        return prose.links(explore)
    return prose.links(
        explore,
        to("areas_of_concern", "Why, and what next", indicator=number),
        to("case_studies", "What worked elsewhere", indicator=number),
    )


def _pictures(
    page: Sheet, evidence: Evidence, view: View, drawn: Iterable[tuple[Glance, Drawing | None]]
) -> None:
    """The small charts of the cards as pictures, where there are any."""
    kept = {
        f"card_{one.measured.number}": (spark, _said(evidence, view, one))
        for one, spark in drawn
        if spark is not None
    }
    if kept:
        page.step(partial(panels.pictures, kept, view, key="cards"), key="pictures_cards")


def _said(evidence: Evidence, view: View, one: Glance) -> panels.ChartWords:
    organisation = evidence.organisations.get(view.org_code)
    ids = {gap.bme.source_id for gap in one.gaps if gap.bme.source_id}
    found = one.assessment
    return panels.ChartWords(
        headline=words.finding(one),
        subtitle=words.subtitle(one.measured, organisation, view.wres_year),
        alt=words.gap_series_alt(one),
        source="; ".join(sorted(evidence.source_of(one) for one in ids)),
        answered=f"{words.evidence_line(found)}." if found else "",
    )
