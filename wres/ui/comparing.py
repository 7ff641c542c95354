"""The benchmarks page: among which trusts, beside what, how alike, and every published figure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from wres import words
from wres.answers import (
    BenchmarkList,
    ComparedWith,
    Evidence,
    NoFunnel,
    PeersAnswer,
    View,
    compared_with,
    funnel_of,
    peers,
)
from wres.answers.peers import Pool
from wres.charts import Drawing
from wres.charts.of_peers import funnel_drawing, strip_drawing
from wres.reports import (
    Table,
    benchmarks_table,
    beside_table,
    funnel_table,
    likeness_table,
    peers_table,
)
from wres.ui import comparing_choices, links, panels, prose
from wres.ui.comparing_choices import Asked
from wres.ui.panels import ChartWords


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw a trust among others, beside its comparators, and how alike they are."""
    asked = comparing_choices.asked(evidence, view)
    codes = asked.chosen.codes
    answer = evidence.answer(peers, view, pool=asked.pool, chosen=codes)
    comparing_choices.draw(answer, asked)
    among(evidence, view, answer)
    chosen = evidence.answer(peers, view, pool=Pool.PEERS, chosen=codes)
    beside(evidence, view, compared_with(evidence, view, chosen=chosen, target=asked.target))
    links.next_steps(view.indicator, here="benchmarks")
    if answer.measured.is_survey:
        _funnel(evidence, view, answer)
        _similar(asked)


def among(evidence: Evidence, view: View, answer: PeersAnswer) -> None:
    """Return nothing; draw the figures of other trusts with this one marked."""
    if not answer.measured.is_survey:
        panels.sentence(words.no_peers(answer))
        return
    panels.finding(words.peers_headline(answer))
    if not answer.peers:
        panels.sentence(words.no_peers(answer))
        return
    panels.sentences(*words.peers_notes(answer))
    _chart(
        strip_drawing(answer),
        words.peers_title(answer),
        alt=words.peers_alt(answer),
        note=words.MEDIAN_NOTE,
        table=partial(peers_table, answer),
        key="peers",
        told=(evidence, view, answer),
    )


def _chart(
    drawing: Drawing,
    headline: str,
    *,
    alt: str,
    note: str,
    table: Callable[..., Table],
    key: str,
    told: tuple[Evidence, View, PeersAnswer],
) -> None:
    evidence, view, answer = told
    subtitle = _subtitle(evidence, view, answer)
    below = panels.chart(
        drawing,
        ChartWords(
            headline=headline,
            subtitle=subtitle,
            alt=alt,
            source=_sources(evidence, answer),
            note=note,
        ),
        table=table(caption=subtitle),
        evidence=evidence,
        view=view,
        key=key,
    )
    prose.draw(*below, key=f"below_{key}")


def _subtitle(evidence: Evidence, view: View, answer: PeersAnswer) -> str:
    organisation = evidence.organisations.get(view.org_code)
    said = words.subtitle(answer.measured, organisation, view.wres_year)
    return f"{said} {words.edition_note(answer)}".strip()


def _sources(evidence: Evidence, answer: PeersAnswer) -> str:
    ids = {peer.bme.source_id for peer in answer.peers}
    return "; ".join(sorted(evidence.source_of(one) for one in ids))


def beside(evidence: Evidence, view: View, answer: ComparedWith) -> None:
    """Return nothing; list every comparator with its year, its edition and the verdict."""
    panels.section(words.beside_title(answer))
    if not answer.beside:
        panels.sentence("England is compared with nobody.")
        return
    organisation = evidence.organisations.get(view.org_code)
    caption = words.subtitle(answer.measured, organisation, view.wres_year)
    for one in answer.beside:
        panels.named(words.beside_name(one), words.beside_sentence(one, answer))
        panels.quiet(words.beside_when(one))
    with st.expander("Show as a table"):
        panels.words_table(beside_table(answer, caption=caption))


def _funnel(evidence: Evidence, view: View, answer: PeersAnswer) -> None:
    if not answer.peers:
        return
    panels.section("How much do trusts differ by chance?")
    found = funnel_of(answer)
    if isinstance(found, NoFunnel):
        panels.sentence(words.no_funnel(found))
        return
    _chart(
        funnel_drawing(found),
        words.funnel_headline(found),
        alt=words.funnel_alt(found),
        note=words.funnel_note(found),
        table=partial(funnel_table, found),
        key="funnel",
        told=(evidence, view, answer),
    )


def _similar(asked: Asked) -> None:
    panels.section("Similar trusts")
    panels.sentence(words.peer_set_sentence(asked.chosen))
    if not asked.chosen.candidates:
        return
    with st.expander("Change the set", expanded=not asked.chosen.is_suggestion):
        comparing_choices.draw_set(asked)
    caption = "The chosen trusts by name, and how alike they are. Not known is said, never guessed."
    with st.expander("How alike they are"):
        panels.words_table(likeness_table(asked.chosen, caption=caption))


def published(view: View, answer: BenchmarkList) -> None:
    """Return nothing; list the published figures of every year, doubtful ones marked."""
    panels.section("Published figures by year")
    panels.sentence(words.benchmark_years(answer, view.wres_year))
    if answer.figures:
        panels.words_table(benchmarks_table(answer, caption=words.DOUBTFUL_NOTE))
