"""The page of concerns: the list of them, then each with what answers it and what helped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wres import access, words
from wres.access import Visitor
from wres.answers import ConcernsAnswer, Evidence, Lens, View, areas_of_concern
from wres.answers.ages import Age
from wres.answers.judging import JudgedYear
from wres.ui import (
    address,
    ages,
    cards,
    case_choices,
    easy_read,
    filters,
    folding,
    helped,
    into_plan,
    judging,
    links,
    marking,
    own_cases,
    panels,
    prose,
    sheet,
)
from wres.ui.sheet import Sheet
from wres.words import sureness
from wres.words.exports import printed_part

FILTERS, MORE = ("org", "year"), ("benchmark",)
COUNTS_MOST = "counts_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the visitor chose besides the filters, and what they may do here."""

    first: int | None
    lens: Lens
    is_easy: bool
    may_write: bool
    may_judge: bool


def show(evidence: Evidence, view: View, who: Visitor) -> None:
    """Return nothing; draw every area of concern of a view, and how a lead judges one."""
    asked = Asked(
        first=address.indicator_chosen(),
        lens=Lens(first=case_choices.weigh(), local=own_cases.shared(evidence)),
        is_easy=easy_read.is_asked(),
        may_write=access.may_write(who, view.org_code),
        may_judge=judging.may_judge(who, view),
    )
    folding.open_where_used(COUNTS_MOST, asked.lens.first is not None)
    sheet.of(gather, evidence, view, asked=asked, judged=judging.judged(evidence, view)).draw()


def gather(
    page: Sheet, evidence: Evidence, view: View, *, asked: Asked, judged: JudgedYear
) -> None:
    """Return nothing; gather every area of concern of a view."""
    filters.below(page, evidence, view, names=FILTERS, more=MORE)
    page.read(*panels.on_organisation(evidence, view))
    answer = evidence.answer(areas_of_concern, view, first=asked.first, lens=asked.lens)
    found = ages.found(evidence, view)
    _contents(page, answer, asked, ages=found, judged=judged)
    offers = into_plan.offers(evidence, view, may_write=asked.may_write)
    for place, card in enumerate(cards.in_page_order(answer)):
        share = links.card_to_share(evidence, view, card.measured.number)
        if asked.is_easy:
            page.read(*easy_read.concern(card, share))
            continue
        told = cards.concern(
            card,
            ages=found,
            judged=judged,
            ways=offers.ways,
            share=share,
            is_open=place == 0,
        )
        page.read(*told, *helped.on_card(card, offers, is_open=place == 0))
        marking.on_card(page, evidence, view, card=card)
    page.read(*judging.said_alone(answer, judged), *ages.gone(answer, found))
    _not_raised(page, answer)
    if asked.may_judge:
        judging.offer(page, evidence, view)


def _contents(
    page: Sheet,
    answer: ConcernsAnswer,
    asked: Asked,
    *,
    ages: Mapping[int, Age],
    judged: JudgedYear,
) -> None:
    page.found(words.concerns_headline(answer))
    page.read(
        prose.quiet(words.chance_sentence(answer)),
        prose.sentence(sureness.act_sentence(answer)),
        prose.quiet(words.order_words(answer, asked.first)),
        cards.contents(answer, ages=ages, judged=judged),
    )
    page.read(easy_read.switch(asked.is_easy))
    page.opens(
        case_choices.COUNTS_MOST_LABEL,
        case_choices.draw_counts_most,
        key=COUNTS_MOST,
    )
    chosen = (
        easy_read.in_words(asked.is_easy),
        case_choices.counts_most_in_words(asked.lens.first),
    )
    page.read(prose.on_paper(printed_part(chosen)))


def _not_raised(page: Sheet, answer: ConcernsAnswer) -> None:
    page.read(
        prose.heading("Not raised"),
        prose.sentence(words.quiet_indicators(answer)),
        *map(prose.sentence, words.coverage_sentences(answer)),
    )
