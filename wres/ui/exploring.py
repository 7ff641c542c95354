"""The charts of one indicator in depth: which ones, with their words, tables and files."""

from __future__ import annotations

from wres import words
from wres.answers import Evidence, Exploration, View, within_years
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
from wres.plans import ActivityMark
from wres.reports import bands_table, gaps_table, likelihoods_table, posts_table
from wres.reports.figure_files import view_table
from wres.terms import EthnicGroup
from wres.ui import (
    beside,
    cards,
    judging,
    links,
    loading,
    marking,
    multiples,
    panels,
    prose,
    sitting,
    sureness,
    table_files,
)
from wres.ui.panels import ChartWords
from wres.upload.checks import question_of
from wres.words.marks import marks_alt
from wres.words.story import who_answered


def show(evidence: Evidence, whole: Exploration, *, since: int) -> None:
    """Return nothing; draw what there is to see of one indicator, from a year on."""
    exploration = within_years(whole, since)
    kind = exploration.measured.kind
    read = _above(whole, exploration, since)
    if kind is Kind.LIKELIHOOD:
        read = _likelihoods(evidence, exploration, before=read)
    elif kind is Kind.SURVEY:
        read = _over_the_years(evidence, exploration, before=read)
    else:
        read = _posts(evidence, exploration, before=read)
    read = (*read, *notes(evidence, exploration.view, exploration.measured.number))
    read = _findings(evidence, exploration, before=read)
    if kind is Kind.SURVEY:
        read = _gap_and_cuts(evidence, exploration, before=read)
    prose.draw(*read, key="below_charts")
    _data(evidence, exploration, since)
    source = words.sources_named(evidence, exploration)
    read = (links.steps_from(exploration.view.indicator, here="explore"),)
    read = sitting.draw(evidence, exploration.view, source, before=read)
    read = multiples.draw(evidence, exploration.view, since, before=read)
    beside.draw(evidence, exploration.view, source, before=read)


def _above(whole: Exploration, exploration: Exploration, since: int) -> prose.Parts:
    measured, now = exploration.measured, exploration.now
    years = {gap.wres_year for gap in whole.gaps} | {one.wres_year for one in whole.likelihoods}
    nearest = "" if exploration.has_figure else words.nearest_figures(exploration)
    counted = measured.kind in (Kind.WORKFORCE, Kind.BOARD)
    compared = (exploration.benchmark, exploration.white_benchmark)
    return (
        panels.found(words.exploration_finding(exploration)),
        *_hidden(exploration),
        prose.sentence(nearest),
        prose.quiet(words.window_note(since, cut=any(year < since for year in years))),
        None if counted else prose.sentence(words.benchmarks_sentence(measured, *compared)),
        prose.quiet(words.rounding_note(now)) if measured.kind is Kind.SURVEY else None,
    )


def _data(evidence: Evidence, exploration: Exploration, since: int) -> None:
    view = exploration.view
    told = _words(evidence, exploration, headline=words.exploration_finding(exploration))
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


def notes(evidence: Evidence, view: View, number: int) -> prose.Parts:
    """Return what was doubted about these figures at the upload, and why it stands."""
    return tuple(
        prose.quiet(words.quality_note(question_of(note.acknowledged.check), note))
        for note in loading.notes(view.org_code, evidence.version)
        if (view.wres_year, number) in note.scopes
    )


def _findings(evidence: Evidence, exploration: Exploration, *, before: prose.Parts) -> prose.Parts:
    found, number = exploration.assessment, exploration.measured.number
    judged = judging.said(judging.judged(evidence, exploration.view).get(number))
    if found is None:
        return (*before, prose.sentence(words.nothing_to_assess(exploration)), *judged)
    read = (
        *before,
        prose.heading("Is it a concern?"),
        prose.sentence(f"{words.strength_words(found.strength)}."),
        *judged,
        prose.quiet(f"{words.evidence_line(found)}."),
        cards.triggered(found),
        *map(prose.sentence, cards.in_people(found)),
        *sureness.ways(exploration.robustness),
    )
    told = _words(evidence, exploration, headline=words.trend_headline(exploration))
    left = sureness.made_up_years(exploration.replays, told, exploration.view, before=read)
    return (*left, prose.quiet(exploration.measured.caution))


def _over_the_years(
    evidence: Evidence, exploration: Exploration, *, before: prose.Parts
) -> prose.Parts:
    if not exploration.gaps:
        return before
    found = marking.marks(evidence, exploration.view)
    years = tuple(one.wres_year for one in exploration.gaps)
    below = panels.chart(
        trend_drawing(exploration, marks=marking.drawn(found, years)),
        _marked_words(evidence, exploration, found),
        table=gaps_table(
            exploration.gaps,
            exploration.yearly_benchmarks,
            caption=_caption(evidence, exploration),
            marks=marking.cells(found, years),
        ),
        evidence=evidence,
        view=exploration.view,
        key="trend",
        before=before,
    )
    return (*below, *marking.explained(found))


def _gap_and_cuts(
    evidence: Evidence, exploration: Exploration, *, before: prose.Parts
) -> prose.Parts:
    # White staff alone have no gap to themselves.
    alone = exploration.view.ethnic_group is EthnicGroup.WHITE
    read = before
    if len(exploration.gaps) > 1 and not alone:
        read = panels.chart(
            gap_drawing(exploration),
            _words(evidence, exploration, headline=words.gap_headline(exploration)),
            table=gaps_table(
                exploration.gaps,
                exploration.yearly_benchmarks,
                caption=_caption(evidence, exploration),
            ),
            evidence=evidence,
            view=exploration.view,
            key="gap",
            before=read,
        )
    for key, gaps, drawn in (
        ("bands", exploration.by_band, bands_drawing),
        ("staff", exploration.by_staff_group, staff_drawing),
    ):
        if gaps:
            read = _cut(evidence, exploration, gaps, drawing=drawn(gaps), key=key, before=read)
    return read


def _cut(
    evidence: Evidence,
    exploration: Exploration,
    gaps: tuple[Gap, ...],
    *,
    drawing: Drawing,
    key: str,
    before: prose.Parts,
) -> prose.Parts:
    table = bands_table(gaps, caption=_caption(evidence, exploration))
    alt = words.bands_alt(gaps, tuple(row[0] for row in table.rows))
    return panels.chart(
        drawing,
        _words(evidence, exploration, headline=words.cut_headline(gaps, key), alt=alt),
        table=table,
        evidence=evidence,
        view=exploration.view,
        key=key,
        before=before,
    )


def _likelihoods(
    evidence: Evidence, exploration: Exploration, *, before: prose.Parts
) -> prose.Parts:
    if not exploration.likelihoods:
        return before
    found = marking.marks(evidence, exploration.view)
    years = tuple(one.wres_year for one in exploration.likelihoods)
    below = panels.chart(
        ratio_drawing(exploration.likelihoods, marks=marking.drawn(found, years)),
        _marked_words(evidence, exploration, found),
        table=likelihoods_table(
            exploration.likelihoods,
            exploration.yearly_benchmarks,
            caption=_caption(evidence, exploration),
            marks=marking.cells(found, years),
        ),
        evidence=evidence,
        view=exploration.view,
        key="ratio",
        before=before,
    )
    return (*below, *marking.explained(found))


def _posts(evidence: Evidence, exploration: Exploration, *, before: prose.Parts) -> prose.Parts:
    # An empty chart says nothing; the finding above says that there are no counts.
    if not exploration.posts:
        return before
    table = posts_table(exploration.posts, caption=_caption(evidence, exploration))
    found = marking.marks(evidence, exploration.view)
    edges = marking.drawn(found, tuple(one.wres_year for one in exploration.gaps))
    alt, read = words.posts_alt(exploration), before
    for key, drawing, headline, told in (
        ("shares", share_bands_drawing(exploration), words.share_headline(exploration), alt),
        (
            "years",
            share_trend_drawing(exploration, marks=edges),
            words.trend_headline(exploration),
            f"{alt}{marks_alt(found)}",
        ),
    ):
        read = panels.chart(
            drawing,
            _words(evidence, exploration, headline=headline, alt=told),
            table=table,
            evidence=evidence,
            view=exploration.view,
            key=key,
            before=read,
        )
    return (*read, *marking.explained(found))


def _marked_words(
    evidence: Evidence, exploration: Exploration, found: tuple[ActivityMark, ...]
) -> ChartWords:
    return _words(
        evidence,
        exploration,
        headline=words.trend_headline(exploration),
        alt=f"{words.trend_alt(exploration)}{marks_alt(found)}",
    )


def _words(
    evidence: Evidence, exploration: Exploration, *, headline: str, alt: str = ""
) -> ChartWords:
    return ChartWords(
        headline=headline,
        subtitle=_caption(evidence, exploration),
        alt=alt or words.trend_alt(exploration),
        source=words.sources_named(evidence, exploration),
        note=_note(exploration),
        answered=who_answered(exploration),
    )


def _note(exploration: Exploration) -> str:
    nearest = words.nearest_note(exploration.hidden.nearest)
    return " ".join(part for part in (words.range_note(exploration), nearest) if part)


def _caption(evidence: Evidence, exploration: Exploration) -> str:
    view = exploration.view
    return words.subtitle(
        exploration.measured,
        evidence.organisations.get(view.org_code),
        view.wres_year,
        people=words.population(exploration),
    )
