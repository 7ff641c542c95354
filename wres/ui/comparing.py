"""The benchmarks page: among which trusts, beside what, how alike, and every published figure."""

from __future__ import annotations

from functools import partial

from wres import words
from wres.answers import (
    BenchmarkList,
    ComparedWith,
    Evidence,
    Funnel,
    NoFunnel,
    PeersAnswer,
    View,
    benchmark_list,
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
from wres.ui import comparing_choices, folding, links, panels, prose
from wres.ui.comparing_choices import Asked
from wres.ui.panels import ChartWords
from wres.words.exports import AS_TABLE


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw a trust among others, beside its comparators, and how alike they are."""
    asked = comparing_choices.asked(evidence, view)
    codes = asked.chosen.codes
    answer = evidence.answer(peers, view, pool=asked.pool, chosen=codes)
    read: prose.Parts = (comparing_choices.draw(answer, asked), *_finding(answer))
    if answer.measured.is_survey and answer.peers:
        read = _strip(evidence, view, asked, read)
    chosen = evidence.answer(peers, view, pool=Pool.PEERS, chosen=codes)
    found = compared_with(evidence, view, chosen=chosen, target=asked.target)
    read += _beside(evidence, view, found)
    read += (links.steps_from(view.indicator, here="benchmarks"),)
    if answer.measured.is_survey:
        read = _by_chance(evidence, view, answer, read)
        read = _similar(asked, read)
    published = _published(view, evidence.answer(benchmark_list, view))
    prose.draw(*read, *published, key="published")


def _finding(answer: PeersAnswer) -> prose.Parts:
    if not answer.measured.is_survey:
        return (prose.sentence(words.no_peers(answer)),)
    found = panels.found(words.peers_headline(answer))
    if not answer.peers:
        return (found, prose.sentence(words.no_peers(answer)))
    return (found, *map(prose.sentence, words.peers_notes(answer)))


def _strip(evidence: Evidence, view: View, asked: Asked, before: prose.Parts) -> prose.Parts:
    """The figures of other trusts with this one marked."""
    codes = asked.chosen.codes
    answer, drawing, table = evidence.answer(_ticks, view, pool=asked.pool, chosen=codes)
    return _chart(
        drawing,
        words.peers_title(answer),
        alt=words.peers_alt(answer),
        note=words.MEDIAN_NOTE,
        table=table,
        key="peers",
        told=(evidence, view, answer),
        before=before,
    )


def _ticks(
    evidence: Evidence, view: View, *, pool: Pool, chosen: tuple[str, ...]
) -> tuple[PeersAnswer, Drawing, Table]:
    """Hundreds of ticks and cells: who looks again does not wait for them again."""
    answer = evidence.answer(peers, view, pool=pool, chosen=chosen)
    table = peers_table(answer, caption=_subtitle(evidence, view, answer))
    return answer, strip_drawing(answer), table


def _chart(
    drawing: Drawing,
    headline: str,
    *,
    alt: str,
    note: str,
    table: Table,
    key: str,
    told: tuple[Evidence, View, PeersAnswer],
    before: prose.Parts,
) -> prose.Parts:
    evidence, view, answer = told
    return panels.chart(
        drawing,
        ChartWords(
            headline=headline,
            subtitle=_subtitle(evidence, view, answer),
            alt=alt,
            source=_sources(evidence, answer),
            note=note,
        ),
        table=table,
        evidence=evidence,
        view=view,
        key=key,
        before=before,
    )


def _subtitle(evidence: Evidence, view: View, answer: PeersAnswer) -> str:
    organisation = evidence.organisations.get(view.org_code)
    said = words.subtitle(answer.measured, organisation, view.wres_year)
    return f"{said} {words.edition_note(answer)}".strip()


def _sources(evidence: Evidence, answer: PeersAnswer) -> str:
    ids = {peer.bme.source_id for peer in answer.peers}
    return "; ".join(sorted(evidence.source_of(one) for one in ids))


def _beside(evidence: Evidence, view: View, answer: ComparedWith) -> prose.Parts:
    """Every comparator with its year, its edition and the verdict."""
    title = prose.heading(words.beside_title(answer))
    if not answer.beside:
        return (title, prose.sentence("England is compared with nobody."))
    organisation = evidence.organisations.get(view.org_code)
    caption = words.subtitle(answer.measured, organisation, view.wres_year)
    told = [
        part
        for one in answer.beside
        for part in (
            prose.named(words.beside_name(one), words.beside_sentence(one, answer)),
            prose.quiet(words.beside_when(one)),
        )
    ]
    table = prose.table(beside_table(answer, caption=caption))
    return (title, *told, prose.folded(AS_TABLE, table))


def _by_chance(
    evidence: Evidence, view: View, answer: PeersAnswer, before: prose.Parts
) -> prose.Parts:
    if not answer.peers:
        return before
    before += (prose.heading("How much do trusts differ by chance?"),)
    found = funnel_of(answer)
    if isinstance(found, NoFunnel):
        return (*before, prose.sentence(words.no_funnel(found)))
    return _funnel(found, before, told=(evidence, view, answer))


def _funnel(
    found: Funnel, before: prose.Parts, *, told: tuple[Evidence, View, PeersAnswer]
) -> prose.Parts:
    return _chart(
        funnel_drawing(found),
        words.funnel_headline(found),
        alt=words.funnel_alt(found),
        note=words.funnel_note(found),
        table=funnel_table(found, caption=_subtitle(*told)),
        key="funnel",
        told=told,
        before=before,
    )


def _similar(asked: Asked, before: prose.Parts) -> prose.Parts:
    chosen = prose.sentence(words.peer_set_sentence(asked.chosen))
    before += (prose.heading("Similar trusts"), chosen)
    if not asked.chosen.candidates:
        return before
    prose.draw(*before, key="similar")
    # Two hundred names to choose from: they are sent to whoever opens this.
    folding.boxes(
        "Change the set",
        partial(comparing_choices.draw_set, asked),
        key="change_set",
        opened=not asked.chosen.is_suggestion,
    )
    caption = "The chosen trusts by name, and how alike they are. Not known is said, never guessed."
    table = prose.table(likeness_table(asked.chosen, caption=caption))
    return (prose.folded("How alike they are", table),)


def _published(view: View, answer: BenchmarkList) -> prose.Parts:
    """The published figures of every year, doubtful ones marked."""
    told = prose.sentence(words.benchmark_years(answer, view.wres_year))
    table = benchmarks_table(answer, caption=words.DOUBTFUL_NOTE) if answer.figures else None
    return (
        prose.heading("Published figures by year"),
        told,
        prose.table(table) if table else None,
    )
