"""What is said about plans and case studies: reasons compared, gaps named, claims checked."""

from __future__ import annotations

from collections import Counter

from wres.answers import CaseReading, ClaimCheck, ConcernCard, ConcernsAnswer
from wres.comparisons import Point
from wres.library.case_studies import CaseStudy
from wres.plans import ActionPlan, Activity, DeclaredConcern
from wres.terms import Trigger
from wres.words.figures import signed_points
from wres.words.findings import trigger_label
from wres.words.headlines import strength_words
from wres.words.labels import WRES_TERMS, Labels, indicator_label, staff_of


def origin_words(card: ConcernCard) -> str:
    """Return where a concern comes from: the figures, the plan, or both."""
    if card.is_computed and card.declared:
        return "Raised by the figures and named in the plan."
    if card.is_computed:
        return "Raised by the figures; the plan does not name it."
    if card.assessment is None:
        return "Named in the plan; there are no figures here to check it."
    return "Named in the plan; the figures here do not raise it."


def concern_line(card: ConcernCard) -> str:
    """Return a concern in one line: which indicator, how firm, and whether it is answered."""
    name = indicator_label(card.measured.number)
    if card.assessment is not None and card.is_computed:
        firm = f"{strength_words(card.assessment.strength)}."
    else:
        firm = "◇ Declared by the trust."
    return f"{name}: {firm} {activities_sentence(card)}"


def reason_sentences(card: ConcernCard) -> tuple[str, ...]:
    """Return one sentence for each reason the plan gives, set beside what the figures say."""
    if card.declared is None:
        return ()
    return tuple(_reason(reason, card) for reason in card.declared.reasons)


def _reason(reason: Trigger, card: ConcernCard) -> str:
    name = trigger_label(reason)
    found = card.assessment.finding(reason) if card.assessment else None
    if found is None:
        return f"{name}: stated by the trust. We hold no figures to check it."
    if found.raised:
        firm = "and it is clear" if found.clear else "but it could be chance"
        firm = firm if found.tested or found.clear else "but it cannot be tested"
        firm = "in people" if reason is Trigger.REPRESENTATION else firm
        return f"{name}: stated by the trust, and the figures agree, {firm}."
    return f"{name}: stated by the trust; the figures for this year do not show it."


def stated_words(declared: DeclaredConcern) -> str:
    """Return the plan's own words as a quotation, or an empty text."""
    return f"The plan says: “{declared.stated}”." if declared.stated else ""


def unnamed_reasons(card: ConcernCard) -> tuple[str, ...]:
    """Return what the figures raise and the plan does not name as a reason."""
    if card.assessment is None or card.declared is None:
        return ()
    return tuple(
        f"{trigger_label(found.trigger)}: raised by the figures, not named in the plan."
        for found in card.assessment.findings
        if found.raised and found.trigger not in card.declared.reasons
    )


def activities_sentence(card: ConcernCard) -> str:
    """Return how many activities answer a concern, and how many are complete."""
    count = len(card.activities)
    if not count:
        return "No activity answers this concern."
    done = sum(activity.status.value == "complete" for activity in card.activities)
    noun = "activity answers" if count == 1 else "activities answer"
    return f"{count} {noun} this concern; {done} marked complete."


def missing_sentence(activity: Activity) -> str:
    """Return what an activity leaves open, or that nothing is."""
    if not activity.missing:
        return "Nothing is missing."
    return f"Missing: {'; '.join(activity.missing)}."


def lead_words(activity: Activity) -> str:
    """Return the lead as written, or that the cell is empty."""
    return activity.lead or "No lead named"


def due_words(activity: Activity) -> str:
    """Return the delivery time as written, or that the cell is empty."""
    return activity.timeframe or "No date given"


def status_of_activity(activity: Activity) -> str:
    """Return the status as a word, with the plan's own word where it has one."""
    words = activity.status.value
    return words[0].upper() + words[1:]


def completeness(plan: ActionPlan) -> tuple[tuple[str, int], ...]:
    """Return what a plan leaves open, each with how many activities it is open in."""
    found = Counter(gap for activity in plan.activities for gap in activity.missing)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def plan_sentence(plan: ActionPlan) -> str:
    """Return how complete a plan is, in one sentence."""
    count = len(plan.activities)
    whole = sum(not activity.missing for activity in plan.activities)
    return f"{count} activities; {whole} have every cell filled in, {count - whole} do not."


def coverage_sentences(answer: ConcernsAnswer) -> tuple[str, ...]:
    """Return which concerns no activity answers, and which activities answer no concern."""
    bare = [str(card.measured.number) for card in answer.cards if not card.activities]
    found = []
    if bare:
        noun = "indicator" if len(bare) == 1 else "indicators"
        found.append(f"No activity answers the concern about {noun} {', '.join(bare)}.")
    if answer.unclaimed:
        noun = "activity answers" if len(answer.unclaimed) == 1 else "activities answer"
        found.append(f"{len(answer.unclaimed)} {noun} no concern raised for this year.")
    return tuple(found)


def claim_sentences(
    case: CaseStudy, reading: CaseReading, labels: Labels = WRES_TERMS
) -> tuple[str, ...]:
    """Return what a case study's printed figures say, group by group, beside its claim."""
    sentences = [_claim(case, check, labels) for check in reading.checks]
    if reading.gap_before is not None and reading.gap_after is not None:
        sentences.append(_gap_moved(reading))
    sentences.append(
        "No counts are published, so there is no likely range and nothing here can be called clear."
    )
    return tuple(sentence for sentence in sentences if sentence)


def _claim(case: CaseStudy, check: ClaimCheck, labels: Labels) -> str:
    whom = staff_of(check.group, labels)
    whom = whom[0].upper() + whom[1:]
    moved = f"{whom}: {check.after:.1f}%"
    if check.before is not None:
        moved = f"{whom}: from {check.before:.1f}% to {check.after:.1f}%"
    if check.benchmark is None:
        return f"{moved}."
    beside = {
        Point.SAME: f"equal to the quoted benchmark of {check.benchmark:.1f}%",
        Point.BETTER: f"better than the quoted benchmark of {check.benchmark:.1f}% on the figures",
        Point.WORSE: f"worse than the quoted benchmark of {check.benchmark:.1f}% on the figures",
    }[check.point]
    claim = ""
    if check.point is Point.SAME and "better" in case.claim:
        claim = f" The text calls it “{case.claim}”; equal is not better."
    doubt = f" Doubtful: {check.benchmark_note}" if check.benchmark_doubtful else ""
    return f"{moved}, {beside}.{claim}{doubt}"


def _gap_moved(reading: CaseReading) -> str:
    before, after = reading.gap_before or 0.0, reading.gap_after or 0.0
    points = (
        f"The gap (BME minus White) went from {signed_points(before)} to "
        f"{signed_points(after)} points"
    )
    if reading.ratio_before is None or reading.ratio_after is None:
        return f"{points}."
    return (
        f"{points}; BME staff were {reading.ratio_before:.2f} times as likely before and "
        f"{reading.ratio_after:.2f} times after."
    )


def activity_details(activity: Activity) -> str:
    """Return why an activity is done, with whom, what it hopes for, and how it is linked."""
    parts = (
        f"Why: {activity.rationale}" if activity.rationale else "Why: not given.",
        f"With: {activity.stakeholders}." if activity.stakeholders else "With: nobody named.",
        f"Hoped for: {activity.impact}" if activity.impact else "Hoped for: not given.",
        f"Measure: {activity.measure}." if activity.measure else "Measure: not given.",
        f"Link: {activity.link_basis}",
    )
    return " ".join(parts)
