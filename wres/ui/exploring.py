"""The charts of one indicator in depth: which ones, with their words, tables and files."""

from __future__ import annotations

from wres import words
from wres.answers import Evidence, Exploration, View, within_years
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
)
from wres.ui.panels import ChartWords
from wres.upload.checks import question_of
from wres.words.marks import marks_alt
from wres.words.story import who_answered


def show(evidence: Evidence, whole: Exploration, *, since: int) -> None:
    """Return nothing; draw what there is to see of one indicator, from a year on."""
    exploration = within_years(whole, since)
    panels.finding(words.exploration_finding(exploration))
    _hidden(exploration)
    years = {gap.wres_year for gap in whole.gaps} | {one.wres_year for one in whole.likelihoods}
    if not exploration.has_figure:
        panels.sentence(words.nearest_figures(exploration))
    panels.quiet(words.window_note(since, cut=any(year < since for year in years)))
    kind = exploration.measured.kind
    if kind not in (Kind.WORKFORCE, Kind.BOARD):
        compared = (exploration.benchmark, exploration.white_benchmark)
        panels.sentence(words.benchmarks_sentence(exploration.measured, *compared))
    if kind is Kind.SURVEY:
        panels.quiet(words.rounding_note(exploration.now))
    if kind is Kind.LIKELIHOOD:
        _likelihoods(evidence, exploration)
    elif kind is Kind.SURVEY:
        _over_the_years(evidence, exploration)
    else:
        _posts(evidence, exploration)
    prose.draw(*notes(evidence, exploration.view, exploration.measured.number), key="notes")
    _findings(evidence, exploration)
    if kind is Kind.SURVEY:
        _gap_and_cuts(evidence, exploration)
    _data(evidence, exploration, since)
    links.next_steps(exploration.view.indicator, here="explore")
    sitting.draw(evidence, exploration.view, words.sources_named(evidence, exploration))
    multiples.draw(evidence, exploration.view, since)
    beside.draw(evidence, exploration.view, words.sources_named(evidence, exploration))


def _data(evidence: Evidence, exploration: Exploration, since: int) -> None:
    view = exploration.view
    told = _words(evidence, exploration, headline=words.exploration_finding(exploration))
    panels.data_file(
        lambda: view_table(evidence, view, since=since), told, evidence=evidence, view=view
    )


def _hidden(exploration: Exploration) -> None:
    near = exploration.hidden.nearest
    if near is not None:
        places = {"band": near.band, "staff": near.staff_group, "group": near.ethnic_group}
        codes = {name: place.value for name, place in places.items()}
        links.link("explore", words.nearest_words(near), ":material/zoom_out_map:", **codes)
    panels.quiet(words.hidden_note(exploration.hidden.cells))


def notes(evidence: Evidence, view: View, number: int) -> tuple[prose.Part | None, ...]:
    """Return what was doubted about these figures at the upload, and why it stands."""
    return tuple(
        prose.quiet(words.quality_note(question_of(note.acknowledged.check), note))
        for note in loading.notes(view.org_code, evidence.version)
        if (view.wres_year, number) in note.scopes
    )


def _findings(evidence: Evidence, exploration: Exploration) -> None:
    found, number = exploration.assessment, exploration.measured.number
    judged = judging.judged(evidence, exploration.view).get(number)
    if found is None:
        panels.sentence(words.nothing_to_assess(exploration))
        judging.show(judged)
        return
    panels.section("Is it a concern?")
    panels.sentence(f"{words.strength_words(found.strength)}.")
    judging.show(judged)
    panels.quiet(f"{words.evidence_line(found)}.")
    cards.triggers(found)
    panels.sentences(*cards.in_people(found))
    sureness.other_ways(exploration.robustness)
    told = _words(evidence, exploration, headline=words.trend_headline(exploration))
    sureness.made_up_years(exploration.replays, told, exploration.view)
    panels.quiet(exploration.measured.caution)


def _over_the_years(evidence: Evidence, exploration: Exploration) -> None:
    if not exploration.gaps:
        return
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
    )
    prose.draw(*below, key="below_trend")
    marking.legend(found)


def _gap_and_cuts(evidence: Evidence, exploration: Exploration) -> None:
    # White staff alone have no gap to themselves.
    alone = exploration.view.ethnic_group is EthnicGroup.WHITE
    if len(exploration.gaps) > 1 and not alone:
        below = panels.chart(
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
        )
        prose.draw(*below, key="below_gap")
    for key, gaps, drawn in (
        ("bands", exploration.by_band, bands_drawing),
        ("staff", exploration.by_staff_group, staff_drawing),
    ):
        if gaps:
            table = bands_table(gaps, caption=_caption(evidence, exploration))
            names = tuple(row[0] for row in table.rows)
            alt = words.bands_alt(gaps, names)
            headline = words.cut_headline(gaps, key)
            below = panels.chart(
                drawn(gaps),
                _words(evidence, exploration, headline=headline, alt=alt),
                table=table,
                evidence=evidence,
                view=exploration.view,
                key=key,
            )
            prose.draw(*below, key=f"below_{key}")


def _likelihoods(evidence: Evidence, exploration: Exploration) -> None:
    if not exploration.likelihoods:
        return
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
    )
    prose.draw(*below, key="below_ratio")
    marking.legend(found)


def _posts(evidence: Evidence, exploration: Exploration) -> None:
    # An empty chart says nothing; the finding above says that there are no counts.
    if not exploration.posts:
        return
    table = posts_table(exploration.posts, caption=_caption(evidence, exploration))
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
        below = panels.chart(
            drawing,
            _words(evidence, exploration, headline=headline, alt=told),
            table=table,
            evidence=evidence,
            view=exploration.view,
            key=key,
        )
        prose.draw(*below, key=f"below_{key}")
    marking.legend(found)


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
