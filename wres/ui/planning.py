"""The action plan page: the plans there are, what one leaves open, activity by activity."""

from __future__ import annotations

from datetime import date

import streamlit as st

from wres import access, words
from wres.access import Visitor
from wres.answers import Evidence, View, areas_of_concern
from wres.plans import ActionPlan, Activity, coverage_of, theme_of
from wres.text import host_of, plain, safe_url
from wres.ui import cards, filters, panels, plan_editing, plan_history, printing, prose, state
from wres.ui.links import link, to
from wres.words import plan_work

ALL_THAT_STAND = ""
PLAN_LABEL, ALL_PLANS = "Plan", "All plans that stand"
_WIDTH = 430


def said_before() -> None:
    """Return nothing; say what came of the last press, once."""
    said = state.to_say()
    if said is not None:
        (st.success if said.is_good else st.error)(plain(said.sentence))
        # The press may have been far down the page; this is seen from there too.
        st.toast(plain(said.sentence))


def no_plan(evidence: Evidence) -> None:
    """Return nothing; say that no plan is held, and lead to those that are."""
    panels.finding("No action plan of this trust is held here.")
    panels.sentence("Its lead can begin one, or bring one in from a table. These are held:")
    for plan in evidence.plans:
        organisation = evidence.organisations.get(plan.organisation_code)
        # A link is one line on a phone: the long name stands above it, whole.
        panels.named(words.organisation_title(organisation), f"The plan of {plan.plan_year}.")
        link("action_plan", "Open this plan", org=plan.organisation_code)


def choose(evidence: Evidence, view: View) -> ActionPlan | None:
    """Return the plan to show, after drawing a box where there are several; None without any.

    Unless one is chosen, it is what the plans that stand say together.
    """
    plans = {plan.key: plan for plan in evidence.plans_of(view.org_code)}
    together = evidence.plan_for(view.org_code)
    if len(plans) < 2:
        return together
    asked = filters.asked_for("plan")
    chosen = asked if asked in plans else ALL_THAT_STAND
    state.show_value("pick_plan", chosen)
    st.selectbox(
        PLAN_LABEL,
        [ALL_THAT_STAND, *plans],
        format_func=lambda key: plan_work.plan_title(plans[key]) if key in plans else ALL_PLANS,
        key="pick_plan",
        on_change=lambda: filters.keep("plan", state.picked_value("pick_plan")),
        width=_WIDTH,
    )
    title = plan_work.plan_title(plans[chosen]) if chosen in plans else ALL_PLANS
    printing.chosen_here("action_plan", ((PLAN_LABEL, title),))
    return plans.get(chosen, together)


def about(plan: ActionPlan) -> None:
    """Return nothing; say which plan this is and how it was written down."""
    made_up = " Made up, for practice." if plan.made_up else ""
    panels.quiet(
        f"{plan.title}. About WRES data {plan.data_year}, plan {plan.plan_year}. Source: "
        f"{plan.source}.{made_up}"
    )
    if plan.notes:
        with st.expander("How this plan was written down"):
            for note in plan.notes:
                panels.sentence(note)


def what_is_missing(plan: ActionPlan, today: date) -> None:
    """Return nothing; name and count everything the plan leaves open, and what is late."""
    panels.section("What is missing")
    panels.sentence(plan_work.status_sentence(plan))
    panels.sentence(plan_work.overdue_sentence(plan, today))
    gaps = words.completeness(plan)
    if not gaps and plan.activities:
        panels.sentence("Every activity has a lead, stakeholders, a date, a measure and a reason.")
    for gap, count in gaps:
        noun = "activity" if count == 1 else "activities"
        st.markdown(f"- {plain(gap)}: {count} {noun}")


def concerns_met(evidence: Evidence, view: View, plan: ActionPlan) -> None:
    """Return nothing; name the concerns without an activity, and activities without a concern."""
    panels.section("Concerns and activities")
    answer = areas_of_concern(evidence, view)
    found = coverage_of(plan, [card.measured.number for card in answer.cards])
    lines = plan_work.coverage_lines(found)
    if not lines:
        panels.sentence("Each concern has an activity, and each activity answers a concern.")
    for text in lines:
        st.markdown(f"- {plain(text)}")
    for number in found.unanswered:
        link("areas_of_concern", f"See the concern: indicator {number}", indicator=number)


def activities(evidence: Evidence, plan: ActionPlan, *, who: Visitor, today: date) -> None:
    """Return nothing; draw every activity, theme by theme in the plan's order."""
    panels.section("Activities")
    may_change = access.may_write(who, plan.organisation_code)
    for theme in plan.themes:
        st.subheader(plain(theme), anchor=False)
        for one in (found for found in plan.activities if theme_of(found) == theme):
            _card(evidence, plan, one, may_change=may_change, today=today)
    if may_change:
        plan_history.set_aside(plan)


def _card(
    evidence: Evidence, plan: ActionPlan, one: Activity, *, may_change: bool, today: date
) -> None:
    with st.container(border=True):
        _activity(evidence, one, today)
        if may_change and one.is_kept:
            plan_editing.offer(evidence, plan, one)


def _activity(evidence: Evidence, one: Activity, today: date) -> None:
    concerns = (
        to("areas_of_concern", f"Concern: indicator {number}", indicator=number)
        for number in one.indicators
    )
    address = one.evidence_url
    prose.draw(
        *cards.activity(one),
        *map(prose.sentence, (plan_work.late_words(one, today), plan_work.marked_status(one))),
        *map(prose.quiet, (words.activity_details(one), *plan_work.beside_words(one))),
        *map(prose.quiet, _drafted_from(evidence, one)),
        prose.listed(
            *(f"{note.day}: {note.text}" if note.day else note.text for note in one.progress)
        ),
        prose.links(*concerns),
        prose.sentence(prose.outside(f"Evidence at {host_of(address)}", address))
        if safe_url(address)
        else None,
        key=f"activity_{one.id}",
    )


def _drafted_from(evidence: Evidence, one: Activity) -> tuple[str, ...]:
    """The case studies an activity stands on, by name, and where its draft came from."""
    titles = {case.id: case.title for case in evidence.shipped.cases}
    named = [titles.get(case, case) for case in one.cases]
    standing_on = f"Case studies: {'; '.join(named)}." if named else ""
    if any(plan.activity(one.came_from) for plan in evidence.shipped.plans):
        return standing_on, "Begun from the published plan."
    if not one.came_from:
        return (standing_on,)
    known = titles.get(one.came_from.rpartition(":")[2], one.came_from)
    return standing_on, f"Drafted from: {known}."
