"""Cards: one area of concern with what answers it, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping

from wres import words
from wres.answers import ConcernCard, ConcernsAnswer
from wres.answers.ages import Age
from wres.answers.judging import Judged
from wres.concerns import Assessment
from wres.plans import Activity
from wres.ui import judging, prose, sureness
from wres.ui.links import Ways, steps_from
from wres.words.judgements import age_sentence, list_words
from wres.words.plans import strength_of
from wres.words.sitting import simpson_warning, split_sentence


def in_page_order(answer: ConcernsAnswer) -> tuple[ConcernCard, ...]:
    """Return the cards of a page: the indicator asked for first, even when it is no concern."""
    return ((answer.asked_for,) if answer.asked_for else ()) + answer.cards


def contents(
    answer: ConcernsAnswer, *, ages: Mapping[int, Age], judged: Mapping[int, Judged]
) -> prose.Part | None:
    """Return the concerns of a page, most urgent first, with both verdicts, to be gone to."""
    lines = (
        (number, words.concern_line(card), list_words(ages.get(number), judged.get(number)))
        for card in in_page_order(answer)
        for number in (card.measured.number,)
    )
    return prose.listed(
        *(
            (prose.to_anchor(line, f"indicator-{number}"), f" {beside}")
            for number, line, beside in lines
        )
    )


def concern(
    card: ConcernCard,
    *,
    ages: Mapping[int, Age],
    judged: Mapping[int, Judged],
    ways: Ways,
    share: prose.Link,
    is_open: bool = False,
) -> prose.Parts:
    """Return one area of concern: why, how sure, what the plan says and what is being done."""
    number = card.measured.number
    return (
        prose.heading(words.indicator_label(number), anchor=f"indicator-{number}"),
        prose.sentence(prose.bold(_verdict(card)), f" {words.origin_words(card)}"),
        prose.sentence(age_sentence(ages.get(number))),
        *judging.said(judged.get(number)),
        steps_from(number, share, here="areas_of_concern", known=ways),
        *(() if card.assessment is None else _evidence(card, card.assessment)),
        *_declared(card),
        *_activities(card, is_open=is_open),
    )


def _verdict(card: ConcernCard) -> str:
    if card.is_computed or card.declared is None:
        return f"{strength_of(card)}."
    return "◇ Declared by the trust."


def _evidence(card: ConcernCard, found: Assessment) -> prose.Parts:
    sitting = card.sitting
    return (
        prose.sentence(words.assessment_finding(card.measured, found)),
        prose.quiet(f"{words.evidence_line(found)}."),
        triggered(found),
        *map(prose.sentence, in_people(found)),
        *sureness.ways(card.robustness),
        None if sitting is None else prose.named("Where it sits", split_sentence(sitting)),
        None if sitting is None else prose.quiet(simpson_warning(sitting)),
    )


def triggered(found: Assessment) -> prose.Part | None:
    """Return the triggers, each with both its answers, None without any."""
    return prose.listed(
        *(
            (
                prose.bold(f"{words.trigger_label(one.trigger)}: {words.trigger_answers(one)}."),
                f" {words.finding_sentence(one)}",
            )
            for one in found.findings
        )
    )


def in_people(found: Assessment) -> tuple[str, str]:
    """Return how far a likelihood is from four fifths, and the gap in people; empty where not."""
    ratio = "" if found.likelihood is None else words.four_fifths_sentence(found.likelihood)
    return ratio, words.people_sentence(found.people, found.gap)


def _declared(card: ConcernCard) -> prose.Parts:
    if card.declared is None:
        return ()
    return (
        prose.named("What the plan says", words.stated_words(card.declared)),
        prose.listed(*words.reason_sentences(card), *words.unnamed_reasons(card)),
        prose.quiet(card.declared.note),
    )


def _activities(card: ConcernCard, *, is_open: bool) -> prose.Parts:
    label = f"Activities for indicator {card.measured.number}"
    told = [part for one in card.activities for part in activity(one)]
    return (
        prose.named("What is being done", words.activities_sentence(card)),
        prose.folded(label, *told, is_open=is_open),
    )


def activity(one: Activity) -> prose.Parts:
    """Return one activity: what, who, when, how far, and what is missing."""
    return (
        prose.sentence(prose.bold(one.activity)),
        prose.sentence(
            f"Lead: {words.lead_words(one)} · Due: {words.due_words(one)} · "
            f"Status: {words.status_of_activity(one)}"
        ),
        prose.quiet(words.missing_sentence(one)),
    )
