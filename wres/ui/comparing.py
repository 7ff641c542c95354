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
from wres.ui import comparing_choices, filters, links, panels, prose, sheet
from wres.ui.comparing_choices import Asked, Texts
from wres.ui.panels import ChartWords
from wres.ui.sheet import Sheet
from wres.words.exports import AS_TABLE

FILTERS = ("org", "year", "indicator")


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw a trust among others, beside its comparators, and how alike they are."""
    sheet.of(gather, evidence, view, texts=comparing_choices.texts_asked()).draw()


def gather(page: Sheet, evidence: Evidence, view: View, *, texts: Texts) -> None:
    """Return nothing; gather a trust among others, and how alike they are."""
    asked = comparing_choices.asked(evidence, view, texts)
    answer = comparing_choices.among(evidence, view, asked)
    for place, refusal in enumerate(asked.refusals):
        page.warn(refusal, key=f"refusal_{place}")
    filters.below(page, evidence, view, names=FILTERS)
    target = partial(comparing_choices.draw_target, answer, asked)
    page.opens(comparing_choices.TARGET_LABEL, target, key=comparing_choices.TARGET)
    page.read(
        comparing_choices.on_paper(answer, asked),
        *panels.on_organisation(evidence, view),
    )
    _finding(page, answer)
    if answer.measured.is_survey and answer.peers:
        _strip(page, evidence, view, answer)
    chosen = evidence.answer(peers, view, pool=Pool.PEERS, chosen=asked.chosen.codes)
    found = compared_with(evidence, view, chosen=chosen, target=asked.target)
    page.read(*_beside(evidence, view, found), links.steps_from(view.indicator, here="benchmarks"))
    if answer.measured.is_survey:
        _by_chance(page, evidence, view, answer)
        _similar(page, asked)
    page.read(*_published(view, evidence.answer(benchmark_list, view)))


def _finding(page: Sheet, answer: PeersAnswer) -> None:
    if not answer.measured.is_survey:
        page.read(prose.sentence(words.no_peers(answer)))
        return
    page.found(words.peers_headline(answer))
    if answer.peers:
        page.read(*map(prose.sentence, words.peers_notes(answer)))
    else:
        page.read(prose.sentence(words.no_peers(answer)))


def _strip(page: Sheet, evidence: Evidence, view: View, answer: PeersAnswer) -> None:
    """The figures of other trusts with this one marked."""
    table = peers_table(answer, caption=_subtitle(evidence, view, answer))
    _chart(
        page,
        strip_drawing(answer),
        words.peers_title(answer),
        alt=words.peers_alt(answer),
        note=words.MEDIAN_NOTE,
        table=table,
        key="peers",
        told=(evidence, view, answer),
    )


def _chart(
    page: Sheet,
    drawing: Drawing,
    headline: str,
    *,
    alt: str,
    note: str,
    table: Table,
    key: str,
    told: tuple[Evidence, View, PeersAnswer],
) -> None:
    evidence, view, answer = told
    panels.chart(
        page,
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


def _by_chance(page: Sheet, evidence: Evidence, view: View, answer: PeersAnswer) -> None:
    if not answer.peers:
        return
    page.read(prose.heading("How much do trusts differ by chance?"))
    found = funnel_of(answer)
    if isinstance(found, NoFunnel):
        page.read(prose.sentence(words.no_funnel(found)))
    else:
        _funnel(page, found, told=(evidence, view, answer))


def _funnel(page: Sheet, found: Funnel, *, told: tuple[Evidence, View, PeersAnswer]) -> None:
    _chart(
        page,
        funnel_drawing(found),
        words.funnel_headline(found),
        alt=words.funnel_alt(found),
        note=words.funnel_note(found),
        table=funnel_table(found, caption=_subtitle(*told)),
        key="funnel",
        told=told,
    )


def _similar(page: Sheet, asked: Asked) -> None:
    chosen = prose.sentence(words.peer_set_sentence(asked.chosen))
    page.read(prose.heading("Similar trusts"), chosen)
    if not asked.chosen.candidates:
        return
    # Two hundred names to choose from: they are sent to whoever opens this.
    names = partial(comparing_choices.draw_set, asked)
    page.opens("Change the set", names, key=comparing_choices.SET)
    caption = "The chosen trusts by name, and how alike they are. Not known is said, never guessed."
    table = prose.table(likeness_table(asked.chosen, caption=caption))
    page.read(prose.folded("How alike they are", table))


def _published(view: View, answer: BenchmarkList) -> prose.Parts:
    """The published figures of every year, doubtful ones marked."""
    told = prose.sentence(words.benchmark_years(answer, view.wres_year))
    table = benchmarks_table(answer, caption=words.DOUBTFUL_NOTE) if answer.figures else None
    return (
        prose.heading("Published figures by year"),
        told,
        prose.table(table) if table else None,
    )
