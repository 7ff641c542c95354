"""The command ``concerns``: each area of concern, why, what answers it, what others did."""

from __future__ import annotations

from argparse import Namespace

from wres.answers import ConcernCard, ConcernsAnswer, View, areas_of_concern
from wres.answers.ages import Age, ages_of
from wres.answers.judging import Judged, judged_of
from wres.answers.written import Written, written_of
from wres.command_line.concern_words import Beside, origin, points_of, told, verdict_words
from wres.command_line.evidence import opened, organisation_asked, problems, stored, year_asked
from wres.command_line.reply import Reply
from wres.concerns import Finding
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea
from wres.library.matching import Likeness
from wres.plans import ActionPlan, Activity, DeclaredConcern
from wres.words import (
    benchmark_label,
    chance_sentence,
    evidence_line,
    finding_sentence,
    four_fifths_sentence,
    organisation_title,
    people_sentence,
    trigger_label,
)
from wres.words.judgements import age_sentence, judged_alone, judgement_sentences
from wres.words.sitting import split_sentence
from wres.words.sureness import act_sentence, robustness_sentence


def concerns(asked: Namespace) -> Reply:
    """Return the areas of concern of an organisation and year, most urgent first.

    Raises:
        BadCommand: If there is nothing for that organisation or year; the sentence says what is.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    year = year_asked(evidence, organisation, asked.year)
    answer = areas_of_concern(evidence, View(org_code=organisation.code, wres_year=year))
    written = _written(organisation.code)
    beside = Beside(
        ages=ages_of(evidence, organisation.code, year),
        judged=judged_of(evidence, written.judgements, year, known=written.known),
    )
    return Reply(
        data=_data(answer, beside),
        lines=tuple(told(answer, beside)),
        notes=problems(evidence),
    )


def _written(org_code: str) -> Written:
    store = stored()
    if store is None:
        return Written()
    with store:
        return written_of(store, org_code)


def _data(answer: ConcernsAnswer, beside: Beside) -> dict[str, object]:
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
        "origin": origin(card),
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
