"""Each area of concern: why, how sure, the actions that answer it, and what worked elsewhere."""

from __future__ import annotations

from wres import words
from wres.access import Role
from wres.answers import Lens, areas_of_concern
from wres.ui import (
    address,
    ages,
    cards,
    case_choices,
    easy_read,
    filters,
    helped,
    into_plan,
    judging,
    links,
    loading,
    marking,
    own_cases,
    panels,
    printing,
    prose,
    visitor,
)
from wres.words import sureness

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

panels.title("Areas of concern")
into_plan.said_before()
view = filters.choose(evidence, "org", "year", more=("benchmark",))
panels.about_organisation(evidence, view)

chosen = address.indicator_chosen()
lens = Lens(first=case_choices.weigh(), local=own_cases.shared(evidence))
answer = evidence.answer(areas_of_concern, view, first=chosen, lens=lens)
judged = judging.judged(evidence, view)
found = ages.found(evidence, view)
prose.draw(
    panels.found(words.concerns_headline(answer)),
    prose.quiet(words.chance_sentence(answer)),
    prose.sentence(sureness.act_sentence(answer)),
    prose.quiet(words.order_words(answer, chosen)),
    cards.contents(answer, ages=found, judged=judged),
    key="contents",
)
is_easy, told = easy_read.choose()
printing.chosen_here("concerns", (told, case_choices.draw_counts_most()))
offers = into_plan.offers(evidence, view)
read: prose.Parts = ()
for place, card in enumerate(cards.in_page_order(answer)):
    share = links.card_to_share(evidence, view, card.measured.number)
    if is_easy:
        read += easy_read.concern(card, share)
        continue
    read += cards.concern(
        card, ages=found, judged=judged, ways=offers.ways, share=share, is_open=place == 0
    )
    read += helped.on_card(card, offers, is_open=place == 0)
    read = marking.on_card(evidence, view, card, before=read)
prose.draw(
    *read,
    *judging.said_alone(answer, judged),
    *ages.gone(answer, found),
    prose.heading("Not raised"),
    prose.sentence(words.quiet_indicators(answer)),
    *map(prose.sentence, words.coverage_sentences(answer)),
    *judging.offered(view),
    key="not_raised",
)
judging.form(evidence, view)
