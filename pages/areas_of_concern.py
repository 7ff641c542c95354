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
    into_plan,
    judging,
    loading,
    marking,
    own_cases,
    panels,
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
panels.finding(words.concerns_headline(answer))
panels.quiet(words.chance_sentence(answer))
panels.sentence(sureness.act_sentence(answer))
panels.quiet(words.order_words(answer, chosen))
judged = judging.judged(evidence, view)
found = ages.found(evidence, view)
cards.contents(answer, ages=found, judged=judged)
is_easy = easy_read.choose()
case_choices.draw_counts_most()
for place, card in enumerate(cards.in_page_order(answer)):
    if is_easy:
        easy_read.concern(evidence, view, card)
        continue
    cards.concern(evidence, view, card, expanded=place == 0, ages=found, judged=judged)
    marking.on_card(evidence, view, card)
judging.show_alone(answer, judged)
ages.gone(answer, found)
panels.section("Not raised")
panels.sentences(words.quiet_indicators(answer), *words.coverage_sentences(answer))
judging.form(evidence, view)
