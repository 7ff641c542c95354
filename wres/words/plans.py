"""What is said about plans: reasons compared, gaps named, concerns without an answer."""

from __future__ import annotations

from collections import Counter

from wres.answers import ConcernCard, ConcernsAnswer
from wres.plans import ActionPlan, Activity, DeclaredConcern
from wres.terms import Trigger
from wres.words.findings import trigger_label
from wres.words.headlines import strength_words
from wres.words.labels import indicator_label

NO_PLAN = "No action plan of this trust is held here yet."


def origin_words(card: ConcernCard) -> str:
    """Return where a concern comes from: the figures, the plan, or both.

    Without a plan nothing is said of what it names.
    """
    if card.is_computed and card.declared:
        return "Raised by the figures and named in the plan."
    if card.is_computed:
        rest = "; the plan does not name it" if card.has_plan else ""
        return f"Raised by the figures{rest}."
    if card.declared is None and card.has_plan:
        return "Neither the figures nor the plan make it an area of concern for this year."
    if card.declared is None:
        return "No figures here make it an area of concern for this year."
    if card.assessment is None:
        return "Named in the plan; there are no figures here to check it."
    return "Named in the plan; the figures here do not raise it."


def concern_line(card: ConcernCard) -> str:
    """Return a concern in one line: which indicator, how firm, and whether it is answered."""
    name = indicator_label(card.measured.number)
    if card.is_computed or card.declared is None:
        firm = f"{strength_of(card)}."
    else:
        firm = "◇ Declared by the trust."
    return f"{name}: {firm} {activities_sentence(card)}" if card.has_plan else f"{name}: {firm}"


def strength_of(card: ConcernCard) -> str:
    """Return the verdict on a card's indicator; without figures, that there are none."""
    if card.assessment is None:
        return "– No figures for this year"
    return strength_words(card.assessment.strength)


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
    """Return how many activities answer a concern and are complete, or that no plan is here."""
    if not card.has_plan:
        return NO_PLAN
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
    planned = [card for card in answer.cards if card.has_plan]
    bare = [str(card.measured.number) for card in planned if not card.activities]
    found = []
    if bare:
        noun = "indicator" if len(bare) == 1 else "indicators"
        found.append(f"No activity answers the concern about {noun} {', '.join(bare)}.")
    if answer.unclaimed:
        noun = "activity answers" if len(answer.unclaimed) == 1 else "activities answer"
        found.append(f"{len(answer.unclaimed)} {noun} no concern raised for this year.")
    return tuple(found)


def activity_details(activity: Activity) -> str:
    """Return why an activity is done, with whom, what it hopes for, and how it is linked."""
    parts = (
        _given("Why", activity.rationale, "not given"),
        _given("With", activity.stakeholders, "nobody named"),
        _given("Hoped for", activity.impact, "not given"),
        _given("Measure", activity.measure, "not given"),
        f"Link: {activity.link_basis}" if activity.link_basis else "",
    )
    return " ".join(part for part in parts if part)


def _given(name: str, text: str, otherwise: str) -> str:
    return f"{name}: {text.rstrip('.') or otherwise}."
