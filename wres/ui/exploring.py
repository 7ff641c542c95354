"""The charts of one indicator in depth: which ones, with their words, tables and files."""

from __future__ import annotations

from functools import partial

from wres import words
from wres.answers import Evidence, Exploration, View, explore, within_years
from wres.answers.judging import Judged
from wres.charts import Drawing
from wres.charts.of_answers import (
    bands_drawing,
    gap_drawing,
    ratio_drawing,
    share_trend_drawing,
    staff_drawing,
    trend_drawing,
)
from wres.charts.of_workforce import share_bands_drawing
from wres.indicators import Kind
from wres.measures import Gap
from wres.reports import bands_table, gaps_table, likelihoods_table, posts_table
from wres.reports.figure_files import view_table
from wres.store import Note
from wres.terms import EthnicGroup
from wres.ui import (
    beside,
    cards,
    chart_words,
    judging,
    links,
    loading,
    marking,
    multiples,
    panels,
    prose,
    sentence,
    sheet,
    sitting,
    sureness,
    table_files,
)
from wres.ui.sheet import Sheet
from wres.words.marks import marks_alt


def show(evidence: Evidence, view: View, *, since: int) -> None:
    """Return nothing; draw what there is to see of one indicator, from a year on."""
    judged = judging.judged(evidence, view).get(view.indicator)
    notes = loading.notes(view.org_code, evidence.version)
    sheet.of(gather, evidence, view, since=since, judged=judged, notes=notes).draw()


def gather(
    page: Sheet,
    evidence: Evidence,
    view: View,
    *,
    since: int,
    judged: Judged | None,
    notes: tuple[Note, ...],
) -> None:
    """Return nothing; gather what there is to see of one indicator, from a year on."""
    sentence.below(page, evidence, view, since=since)
    page.read(*panels.on_organisation(evidence, view))
    whole = evidence.answer(explore, view)
    exploration = within_years(whole, since)
    kind = exploration.measured.kind
    _above(page, whole, exploration, since)
    _CHARTS.get(kind, _posts)(page, evidence, exploration)
    page.read(*sureness.doubts(notes, exploration.view, exploration.measured.number))
    _findings(page, evidence, exploration, judged)
    if kind is Kind.SURVEY:
        _gap_and_cuts(page, evidence, exploration)
    page.step(partial(_data, evidence, exploration, since), key="below_charts")
    source = words.sources_named(evidence, exploration)
    page.read(links.steps_from(exploration.view.indicator, here="explore"))
    sitting.gather(page, evidence, exploration.view, source=source)
    multiples.gather(page, evidence, exploration.view, first=since)
    beside.gather(page, evidence, exploration.view, source=source)


def _above(page: Sheet, whole: Exploration, exploration: Exploration, since: int) -> None:
    measured, now = exploration.measured, exploration.now
    years = {gap.wres_year for gap in whole.gaps} | {one.wres_year for one in whole.likelihoods}
    nearest = "" if exploration.has_figure else words.nearest_figures(exploration)
    counted = measured.kind in (Kind.WORKFORCE, Kind.BOARD)
    compared = (exploration.benchmark, exploration.white_benchmark)
    page.found(words.exploration_finding(exploration))
    page.read(
        *_hidden(exploration),
        prose.sentence(nearest),
        prose.quiet(words.window_note(since, cut=any(year < since for year in years))),
        None if counted else prose.sentence(words.benchmarks_sentence(measured, *compared)),
        prose.quiet(words.rounding_note(now)) if measured.kind is Kind.SURVEY else None,
    )


def _data(evidence: Evidence, exploration: Exploration, since: int) -> None:
    view = exploration.view
    told = chart_words.of(evidence, exploration, headline=words.exploration_finding(exploration))
    table_files.data(
        lambda: view_table(evidence, view, since=since), told, evidence=evidence, view=view
    )


def _hidden(exploration: Exploration) -> prose.Parts:
    return (_to_nearest(exploration), prose.quiet(words.hidden_note(exploration.hidden.cells)))


def _to_nearest(exploration: Exploration) -> prose.Part | None:
    near = exploration.hidden.nearest
    if near is None:
        return None
    places = {"band": near.band, "staff": near.staff_group, "group": near.ethnic_group}
    codes = {name: place.value for name, place in places.items()}
    return prose.links(links.to("explore", words.nearest_words(near), "zoom_out_map", **codes))


def _findings(
    page: Sheet, evidence: Evidence, exploration: Exploration, judged: Judged | None
) -> None:
    found = exploration.assessment
    if found is None:
        page.read(prose.sentence(words.nothing_to_assess(exploration)), *judging.said(judged))
        return
    page.read(
        prose.heading("Is it a concern?"),
        prose.sentence(f"{words.strength_words(found.strength)}."),
        *judging.said(judged),
        prose.quiet(f"{words.evidence_line(found)}."),
        cards.triggered(found),
        *map(prose.sentence, cards.in_people(found)),
        *sureness.ways(exploration.robustness),
    )
    told = chart_words.of(evidence, exploration, headline=words.trend_headline(exploration))
    sureness.made_up_years(page, exploration.replays, said=told, view=exploration.view)
    page.read(prose.quiet(exploration.measured.caution))


def _over_the_years(page: Sheet, evidence: Evidence, exploration: Exploration) -> None:
    if not exploration.gaps:
        return
    found = marking.marks(evidence, exploration.view)
    years = tuple(one.wres_year for one in exploration.gaps)
    panels.chart(
        page,
        trend_drawing(exploration, marks=marking.drawn(found, years)),
        chart_words.marked(evidence, exploration, found),
        table=gaps_table(
            exploration.gaps,
            exploration.yearly_benchmarks,
            caption=chart_words.caption(evidence, exploration),
            marks=marking.cells(found, years),
        ),
        evidence=evidence,
        view=exploration.view,
        key="trend",
    )
    page.read(*marking.explained(found))


def _gap_and_cuts(page: Sheet, evidence: Evidence, exploration: Exploration) -> None:
    # White staff alone have no gap to themselves.
    alone = exploration.view.ethnic_group is EthnicGroup.WHITE
    if len(exploration.gaps) > 1 and not alone:
        panels.chart(
            page,
            gap_drawing(exploration),
            chart_words.of(evidence, exploration, headline=words.gap_headline(exploration)),
            table=gaps_table(
                exploration.gaps,
                exploration.yearly_benchmarks,
                caption=chart_words.caption(evidence, exploration),
            ),
            evidence=evidence,
            view=exploration.view,
            key="gap",
        )
    for key, gaps, drawn in (
        ("bands", exploration.by_band, bands_drawing),
        ("staff", exploration.by_staff_group, staff_drawing),
    ):
        if gaps:
            _cut(page, evidence, exploration, gaps, drawing=drawn(gaps), key=key)


def _cut(
    page: Sheet,
    evidence: Evidence,
    exploration: Exploration,
    gaps: tuple[Gap, ...],
    *,
    drawing: Drawing,
    key: str,
) -> None:
    table = bands_table(gaps, caption=chart_words.caption(evidence, exploration))
    alt = words.bands_alt(gaps, tuple(row[0] for row in table.rows))
    panels.chart(
        page,
        drawing,
        chart_words.of(evidence, exploration, headline=words.cut_headline(gaps, key), alt=alt),
        table=table,
        evidence=evidence,
        view=exploration.view,
        key=key,
    )


def _likelihoods(page: Sheet, evidence: Evidence, exploration: Exploration) -> None:
    if not exploration.likelihoods:
        return
    found = marking.marks(evidence, exploration.view)
    years = tuple(one.wres_year for one in exploration.likelihoods)
    panels.chart(
        page,
        ratio_drawing(exploration.likelihoods, marks=marking.drawn(found, years)),
        chart_words.marked(evidence, exploration, found),
        table=likelihoods_table(
            exploration.likelihoods,
            exploration.yearly_benchmarks,
            caption=chart_words.caption(evidence, exploration),
            marks=marking.cells(found, years),
        ),
        evidence=evidence,
        view=exploration.view,
        key="ratio",
    )
    page.read(*marking.explained(found))


def _posts(page: Sheet, evidence: Evidence, exploration: Exploration) -> None:
    # An empty chart says nothing; the finding above says that there are no counts.
    if not exploration.posts:
        return
    table = posts_table(exploration.posts, caption=chart_words.caption(evidence, exploration))
    found = marking.marks(evidence, exploration.view)
    edges = marking.drawn(found, tuple(one.wres_year for one in exploration.gaps))
    alt = words.posts_alt(exploration)
    for key, drawing, headline, told in (
        ("shares", share_bands_drawing(exploration), words.share_headline(exploration), alt),
        (
            "years",
            share_trend_drawing(exploration, marks=edges),
            words.trend_headline(exploration),
            f"{alt}{marks_alt(found)}",
        ),
    ):
        panels.chart(
            page,
            drawing,
            chart_words.of(evidence, exploration, headline=headline, alt=told),
            table=table,
            evidence=evidence,
            view=exploration.view,
            key=key,
        )
    page.read(*marking.explained(found))


# A kind that is not named here has posts.
_CHARTS = {Kind.LIKELIHOOD: _likelihoods, Kind.SURVEY: _over_the_years}
