"""The areas of concern as plain data: each concern, why, what answers it, what others did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from wres.answers import ConcernCard, ConcernsAnswer
from wres.answers.ages import Age
from wres.answers.judging import Judged
from wres.concerns import Finding
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea
from wres.library.matching import Likeness
from wres.measures import Representation
from wres.plans import ActionPlan, Activity, DeclaredConcern
from wres.words import (
    benchmark_label,
    chance_sentence,
    evidence_line,
    finding_sentence,
    four_fifths_sentence,
    organisation_title,
    people_sentence,
    strength_words,
    trigger_label,
)
from wres.words.judgements import age_sentence, gone_ages, judged_alone, judgement_sentences
from wres.words.sitting import split_sentence
from wres.words.sureness import act_sentence, robustness_sentence

COMPUTED, DECLARED, BOTH = "computed", "declared", "computed and declared"


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the concerns of a year: their ages and what the lead judged."""

    ages: Mapping[int, Age]
    judged: Mapping[int, Judged]

    def gone(self, answer: ConcernsAnswer) -> tuple[Age, ...]:
        """Return the ages of what was a concern the year before and is not raised now."""
        return gone_ages(self.ages.values(), (card.measured.number for card in answer.cards))


def origin_of(card: ConcernCard) -> str:
    """Return where a concern comes from: the figures, the trust's own plan, or both."""
    if card.is_computed:
        return BOTH if card.declared else COMPUTED
    return DECLARED


def verdict_words(card: ConcernCard) -> str:
    """Return how firm a concern is, in words; one without figures is the plan's own."""
    if card.assessment is None:
        return "Declared in the plan; no figures for this year"
    if not card.is_computed:
        return f"Declared in the plan; {strength_words(card.assessment.strength)}"
    return strength_words(card.assessment.strength)


def points_of(found: Finding) -> tuple[str, str]:
    """Return both answers of a trigger as codes: on the printed figures, and clear of chance."""
    if isinstance(found.detail, Representation):
        return ("worse" if found.raised else "no_shortfall"), "not_assessable"
    return found.detail.point.value, found.detail.qualified.value


def concerns_data(answer: ConcernsAnswer, beside: Beside) -> dict[str, object]:
    """Return the areas of concern of an organisation and year as plain data, most urgent first."""
    organisation = answer.organisation
    return {
        "organisation": {
            "code": organisation.code,
            "name": organisation_title(organisation),
            "made_up": organisation.made_up,
        },
        "wres_year": answer.wres_year,
        "plan": _plan(answer.plan) if answer.plan else None,
        "concerns": [_card(card, beside) for card in answer.cards],
        "gone_since_the_year_before": [_age(one) for one in beside.gone(answer)],
        "judged_without_a_concern": [
            _judged(one) for one, _ in judged_alone(beside.judged, answer)
        ],
        "looked_at_without_concern": [one.indicator for one in answer.clear_of_concern],
        "cannot_tell": [one.indicator for one in answer.cannot_tell],
        "without_figures": list(answer.without_figures),
        "checks_against_chance": answer.checks,
        "expected_by_chance": answer.by_chance,
        "chance": chance_sentence(answer),
        "act_first": list(answer.act_first),
        "act": act_sentence(answer),
        "activities_without_a_concern": [_activity(one) for one in answer.unclaimed],
    }


def concern_rows(answer: ConcernsAnswer, beside: Beside) -> list[dict[str, object]]:
    """Return the areas of concern as flat records, one a concern, for a table."""
    whole = {"org_code": answer.organisation.code, "wres_year": answer.wres_year}
    return [{**whole, **_flat(_card(card, beside))} for card in answer.cards]


def _flat(card: dict[str, object]) -> dict[str, object]:
    names = ("indicator", "name", "origin", "strength", "verdict", "evidence", "people")
    kept = {name: card[name] for name in (*names, "four_fifths", "where_it_sits", "benchmark")}
    triggers = cast(list[dict[str, object]], card["triggers"])
    return {
        **kept,
        "raised": [one["trigger"] for one in triggers if one["raised"]],
        "clear_of_chance": [one["trigger"] for one in triggers if one["clear"]],
        "sentences": [one["sentence"] for one in triggers],
        "activities": len(cast(list[object], card["activities"])),
    }


def _plan(plan: ActionPlan) -> dict[str, object]:
    return {
        "title": plan.title,
        "wres_year": plan.wres_year,
        "data_year": plan.data_year,
        "plan_year": plan.plan_year,
        "missing": list(plan.missing),
    }


def _card(card: ConcernCard, beside: Beside) -> dict[str, object]:
    found, number = card.assessment, card.measured.number
    return {
        "indicator": number,
        "name": card.measured.short_name,
        "origin": origin_of(card),
        "strength": found.strength.value if found else None,
        "verdict": verdict_words(card),
        "age": _age(beside.ages[number]) if number in beside.ages else None,
        "local_judgement": _judged(beside.judged[number]) if number in beside.judged else None,
        "triggers": [_finding(one) for one in found.findings] if found else [],
        "evidence": evidence_line(found) if found else "",
        "people": people_sentence(found.people, found.gap) if found else "",
        "four_fifths": (
            four_fifths_sentence(found.likelihood) if found and found.likelihood else ""
        ),
        "where_it_sits": split_sentence(card.sitting) if card.sitting else "",
        "benchmark": benchmark_label(card.benchmark),
        "robustness": robustness_sentence(card.robustness),
        "declared": _declared(card.declared) if card.declared else None,
        "activities": [_activity(one) for one in card.activities],
        "ideas": [_idea(idea, like) for idea, like in card.ideas],
        "case_studies": [_case(case, like) for case, like in card.cases],
    }


def _age(age: Age) -> dict[str, object]:
    return {
        "indicator": age.indicator,
        "age": age.kind.value,
        "beside_wres_year": age.before or None,
        "since_wres_year": age.since or None,
        "since_at_least": age.from_the_start,
        "sentence": age_sentence(age),
    }


def _judged(judged: Judged) -> dict[str, object]:
    one = judged.judgement
    return {
        "indicator": one.indicator,
        "level": one.level.value,
        "reason": one.reason,
        "by": one.judged_by,
        "at": one.judged_at.isoformat() if one.judged_at else None,
        "wres_year": one.wres_year,
        "version": one.version,
        "strength_then": one.strength,
        "newer_version": judged.newer_version or None,
        "newer_wres_year": judged.newer_year or None,
        "sentences": list(judgement_sentences(judged)),
    }


def _finding(found: Finding) -> dict[str, object]:
    point, qualified = points_of(found)
    return {
        "trigger": found.trigger.value,
        "name": trigger_label(found.trigger),
        "raised": found.raised,
        "clear": found.clear,
        "tested": found.tested,
        "point": point,
        "qualified": qualified,
        "sentence": finding_sentence(found),
    }


def _declared(declared: DeclaredConcern) -> dict[str, object]:
    return {
        "reasons": [reason.value for reason in declared.reasons],
        "stated": declared.stated,
        "note": declared.note,
    }


def _activity(one: Activity) -> dict[str, object]:
    return {
        "id": one.id,
        "theme": one.theme,
        "activity": one.activity,
        "lead": one.lead,
        "timeframe": one.timeframe,
        "status": one.status.value,
        "status_as_written": one.status_as_written,
        "missing": list(one.missing),
        "indicators": list(one.indicators),
    }


def _idea(idea: Idea, like: Likeness) -> dict[str, object]:
    return {
        "id": idea.id,
        "title": idea.title,
        "what": idea.what,
        "case": idea.case.id if idea.case else None,
        "national_action": idea.national_action,
        "evidence": idea.evidence_grade.value if idea.evidence_grade else None,
        "reasons": list(like.reasons),
        "source": idea.source.title,
        "source_url": idea.source.url,
    }


def _case(case: CaseStudy, like: Likeness) -> dict[str, object]:
    return {
        "id": case.id,
        "title": case.title,
        "organisation": case.organisation,
        "claim": case.claim,
        "evidence": case.evidence_grade.value,
        "what_was_done": case.what_was_done,
        "outcome": case.outcome,
        "what_did_not_work": case.what_did_not_work,
        "caution": case.caution,
        "likeness": list(like.reasons),
        "source_url": case.source_url,
    }
