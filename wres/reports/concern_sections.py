"""Areas of concern and the action plan in a written report."""

from __future__ import annotations

from collections.abc import Iterator

from wres import words
from wres.answers import ConcernCard, ConcernsAnswer, areas_of_concern
from wres.answers.ages import Age, ages_of
from wres.answers.judging import Judged, JudgedYear, judged_of
from wres.plans import ActionPlan, coverage_of
from wres.reports.report_tables import activities_table, triggers_table
from wres.reports.sections import Link, Reported, Section, told
from wres.text import safe_url
from wres.words import judgements, plan_work, sureness
from wres.words import reports as said
from wres.words import story as session
from wres.words.plans import NO_PLAN, strength_of
from wres.words.sitting import simpson_warning, split_sentence

DECLARED = "◇ Declared by the trust"
CASES_NAMED = 3


def concerns_of(asked: Reported) -> ConcernsAnswer:
    """Return the areas of concern a report is about."""
    return areas_of_concern(asked.evidence, asked.view)


def opening_sentences(answer: ConcernsAnswer) -> tuple[str, ...]:
    """Return how many concerns there are, what chance alone would make, and what to act on."""
    return told(
        words.concerns_headline(answer),
        words.chance_sentence(answer),
        sureness.act_sentence(answer),
    )


def concern_sections(asked: Reported, answer: ConcernsAnswer) -> Iterator[Section]:
    """Give the part about the areas of concern, most urgent first, and what is none."""
    view = asked.view
    ages = ages_of(asked.evidence, view.org_code, view.wres_year, kind=view.comparator)
    judged = judged_of(
        asked.evidence, asked.written.judgements, view.wres_year, known=asked.written.known
    )
    yield Section(
        heading=said.CONCERNS,
        sentences=(*opening_sentences(answer), words.how_to_read_signs()),
    )
    for card in answer.cards:
        number = card.measured.number
        yield _concern(asked, card, ages.get(number), judged.get(number))
    yield _not_raised(answer, ages, judged)


def _concern(asked: Reported, card: ConcernCard, age: Age | None, judged: Judged | None) -> Section:
    found, number = card.assessment, card.measured.number
    is_ours = card.is_computed or card.declared is None
    caption = f"{words.indicator_label(number)}, WRES {asked.view.wres_year}"
    return Section(
        heading=said.concern_heading(number),
        level=2,
        verdict=strength_of(card) if is_ours else DECLARED,
        sentences=told(
            words.origin_words(card),
            judgements.age_sentence(age),
            *judgements.judgement_sentences(judged),
            *_figures(card),
        ),
        table=triggers_table(found, caption=caption) if found else None,
        points=told(*_answered(asked, card)),
        links=tuple(
            Link(text=case.title, url=safe_url(case.source_url))
            for case, _ in card.cases[:CASES_NAMED]
        ),
    )


def _figures(card: ConcernCard) -> Iterator[str]:
    if card.assessment is None:
        return
    yield words.assessment_finding(card.measured, card.assessment)
    yield words.evidence_line(card.assessment)
    yield sureness.robustness_sentence(card.robustness)
    if card.sitting is not None:
        yield split_sentence(card.sitting)
        yield simpson_warning(card.sitting)


def _answered(asked: Reported, card: ConcernCard) -> Iterator[str]:
    """What the plan says, what it does, and what worked elsewhere."""
    if card.declared is not None:
        yield words.stated_words(card.declared)
        yield from words.reason_sentences(card)
        yield from words.unnamed_reasons(card)
        yield card.declared.note
    yield words.activities_sentence(card)
    yield from session.doing_lines(card)
    yield session.worked_sentence(card.cases)


def _not_raised(answer: ConcernsAnswer, ages: dict[int, Age], judged: JudgedYear) -> Section:
    gone = judgements.gone_ages(ages.values(), (card.measured.number for card in answer.cards))
    alone = judgements.judged_alone(judged, answer)
    return Section(
        heading=said.NOT_RAISED,
        level=2,
        sentences=told(
            words.quiet_indicators(answer),
            *words.coverage_sentences(answer),
            judgements.gone_note(gone) if gone else "",
        ),
        points=told(
            *(judgements.gone_line(one) for one in gone),
            *(
                " ".join((worked_out, *judgements.judgement_sentences(one)))
                for one, worked_out in alone
            ),
        ),
    )


def plan_section(asked: Reported, answer: ConcernsAnswer) -> Section:
    """Return the part about the action plan: how complete it is, and every activity."""
    plan = asked.evidence.plan_for(asked.view.org_code)
    if plan is None:
        return Section(heading=said.PLAN, sentences=told(NO_PLAN))
    return Section(
        heading=said.PLAN,
        sentences=told(*plan_sentences(asked, plan), said.AS_WRITTEN),
        points=told(*open_points(plan), *coverage_points(plan, answer)),
        table=activities_table(plan, asked.made_on),
        source=plan.source,
        is_wide=True,
    )


def plan_sentences(asked: Reported, plan: ActionPlan) -> tuple[str, ...]:
    """Return what a plan is called, how complete it is, how far it has got and what is late."""
    return (
        plan_work.plan_title(plan),
        words.plan_sentence(plan),
        plan_work.status_sentence(plan),
        plan_work.overdue_sentence(plan, asked.made_on),
    )


def open_points(plan: ActionPlan) -> tuple[str, ...]:
    """Return what a plan leaves open, each with the number of activities it is open in."""
    return tuple(f"{gap[0].upper()}{gap[1:]}: {many}" for gap, many in words.completeness(plan))


def coverage_points(plan: ActionPlan, answer: ConcernsAnswer) -> tuple[str, ...]:
    """Return each concern without an activity, and each activity without a concern."""
    met = coverage_of(plan, [card.measured.number for card in answer.cards])
    return plan_work.coverage_lines(met)
