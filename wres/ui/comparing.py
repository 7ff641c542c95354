"""The benchmarks page: one trust among similar ones, and every published figure by year."""

from __future__ import annotations

from wres import words
from wres.answers import BenchmarkList, Evidence, PeersAnswer, View
from wres.charts.of_answers import strip_drawing
from wres.reports import benchmarks_table, peers_table
from wres.ui import panels
from wres.ui.panels import ChartWords


def among_peers(evidence: Evidence, view: View, answer: PeersAnswer) -> None:
    """Return nothing; draw the published figures of similar trusts with this one marked."""
    panels.finding(words.peers_headline(answer))
    if not answer.peers:
        panels.sentence(words.no_peers(answer))
        return
    organisation = evidence.organisations.get(view.org_code)
    subtitle = words.subtitle(answer.measured, organisation, view.wres_year)
    sources = {peer.bme.source_id for peer in answer.peers}
    panels.chart(
        strip_drawing(answer),
        ChartWords(
            headline=words.peers_title(answer),
            subtitle=subtitle,
            alt=words.peers_alt(answer),
            source="; ".join(sorted(evidence.source_of(one) for one in sources)),
            note=words.MEDIAN_NOTE,
        ),
        table=peers_table(answer, caption=subtitle),
        evidence=evidence,
        view=view,
        key="peers",
    )


def published(evidence: Evidence, view: View, answer: BenchmarkList) -> None:
    """Return nothing; list the published figures of every year, doubtful ones marked."""
    panels.section("Published figures by year")
    panels.sentence(words.benchmark_years(answer, view.wres_year))
    if answer.figures:
        panels.words_table(benchmarks_table(answer, caption=words.DOUBTFUL_NOTE))
