"""The areas of concern as plain text."""

from __future__ import annotations

from wres.answers import ConcernCard, ConcernsAnswer
from wres.answers.judging import Judged
from wres.command_line.layout import named, wrapped
from wres.concerns import Assessment
from wres.interface.concerns import Beside, verdict_words
from wres.plans import Activity
from wres.upload.checking import count_of
from wres.words import (
    MADE_UP,
    activities_sentence,
    chance_sentence,
    evidence_line,
    finding_sentence,
    four_fifths_sentence,
    indicator_label,
    organisation_title,
    people_sentence,
    trigger_label,
)
from wres.words.judgements import (
    age_sentence,
    gone_line,
    gone_note,
    judged_alone,
    judgement_sentences,
)
from wres.words.sureness import act_sentence, robustness_sentence

NOT_STATED = "not stated"
IDEAS_NAMED = 4


def told(answer: ConcernsAnswer, beside: Beside) -> list[str]:
    """Return the areas of concern as lines of text, most urgent first."""
    organisation = answer.organisation
    lines = wrapped(
        f"{organisation_title(organisation)} ({organisation.code}), WRES {answer.wres_year}"
    )
    if organisation.made_up:
        lines.append(MADE_UP)
    found = count_of(len(answer.cards), "area of concern", "areas of concern")
    lines += ["", *wrapped(f"{found}. {chance_sentence(answer)}"), *wrapped(act_sentence(answer))]
    for card in answer.cards:
        lines += ["", *_card(card, beside)]
    return lines + _gone(answer, beside) + _others(answer)


def _gone(answer: ConcernsAnswer, beside: Beside) -> list[str]:
    gone = beside.gone(answer)
    lines = ["", *wrapped(gone_note(gone))] if gone else []
    for age in gone:
        lines += wrapped(f"- {gone_line(age)}", indent=2, hang=2)
    for one, worked_out in judged_alone(beside.judged, answer):
        lines += ["", *wrapped(indicator_label(one.judgement.indicator), hang=3)]
        lines += [*wrapped(worked_out, indent=2), *_judged(one)]
    return lines


def _judged(judged: Judged | None) -> list[str]:
    lines = []
    for text in judgement_sentences(judged):
        lines += wrapped(text, indent=2, hang=2)
    return lines


def _card(card: ConcernCard, beside: Beside) -> list[str]:
    number = card.measured.number
    lines = wrapped(indicator_label(number), hang=3)
    lines += wrapped(verdict_words(card), indent=2)
    lines += wrapped(age_sentence(beside.ages.get(number)), indent=2, hang=2)
    lines += _judged(beside.judged.get(number))
    if card.assessment is not None:
        lines += _found(card.assessment)
        lines += wrapped(robustness_sentence(card.robustness), indent=2)
    lines += _declared(card)
    lines += _activities(card)
    if card.ideas:
        lines.append("  Ideas, those that fit best first:")
        for idea, _ in card.ideas[:IDEAS_NAMED]:
            lines += wrapped(f"- {idea.title} ({idea.source.title})", indent=4, hang=2)
    if card.cases:
        lines.append("  Case studies:")
        for case, _ in card.cases:
            lines += wrapped(f"- {case.title} ({case.organisation})", indent=4, hang=2)
    return lines


def _found(found: Assessment) -> list[str]:
    lines = []
    for one in found.findings:
        raised = "raised" if one.raised else "not raised"
        said = f"{trigger_label(one.trigger)}, {raised}: {finding_sentence(one)}"
        lines += wrapped(said, indent=2, hang=2)
    beside = [evidence_line(found), people_sentence(found.people, found.gap)]
    if found.likelihood is not None:
        beside.append(four_fifths_sentence(found.likelihood))
    for sentence in beside:
        lines += wrapped(sentence, indent=2, hang=2)
    return lines


def _declared(card: ConcernCard) -> list[str]:
    if card.declared is None:
        return wrapped("Not declared in the trust’s plan.", indent=2) if card.activities else []
    reasons = ", ".join(trigger_label(reason) for reason in card.declared.reasons)
    lines = wrapped(f"Reasons the plan gives: {reasons}.", indent=2, hang=2)
    if card.declared.stated:
        lines += wrapped(f"In its words: “{card.declared.stated}”", indent=2, hang=2)
    return lines


def _activities(card: ConcernCard) -> list[str]:
    if not card.activities:
        return [f"  {activities_sentence(card)}"]
    lines = ["  Activities of the plan:"]
    for one in card.activities:
        lines += _activity(one)
    return lines


def _activity(one: Activity) -> list[str]:
    lines = wrapped(f"- {one.activity}", indent=4, hang=2)
    lines += named("Lead", one.lead or NOT_STATED, indent=6, width=9)
    lines += named("Date", one.timeframe or NOT_STATED, indent=6, width=9)
    lines += named("Status", one.status.value, indent=6, width=9)
    if one.missing:
        lines += named("Missing", ", ".join(one.missing), indent=6, width=9)
    return lines


def _others(answer: ConcernsAnswer) -> list[str]:
    lines = [""]
    for title, numbers in (
        ("Looked at, no concern raised", [one.indicator for one in answer.clear_of_concern]),
        ("Nothing to judge it by", [one.indicator for one in answer.cannot_tell]),
        ("No figures for this year", list(answer.without_figures)),
    ):
        if numbers:
            plural = "indicator" if len(numbers) == 1 else "indicators"
            lines += wrapped(f"{title}: {plural} {', '.join(map(str, numbers))}.")
    for one in answer.unclaimed:
        lines += wrapped(f"Activity of the plan without a concern here: {one.activity}", hang=2)
    return lines if len(lines) > 1 else []
