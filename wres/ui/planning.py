"""The action plan page: the plan as it is written, what it leaves open, activity by activity."""

from __future__ import annotations

import streamlit as st

from wres import words
from wres.answers import Evidence
from wres.plans import ActionPlan, Activity
from wres.text import plain
from wres.ui import cards, panels
from wres.ui.links import link


def no_plan(evidence: Evidence) -> None:
    """Return nothing; say that no plan is held, and lead to those that are."""
    panels.finding("No action plan of this trust is held here.")
    panels.sentence("Plans come as a file in data/action_plans. These are held:")
    for plan in evidence.shipped.plans:
        organisation = evidence.organisations.get(plan.organisation_code)
        name = words.organisation_title(organisation)
        link("action_plan", f"{name}, {plan.plan_year}", org=plan.organisation_code)


def about(plan: ActionPlan) -> None:
    """Return nothing; say which plan this is and how it was written down."""
    made_up = " Made up, for practice." if plan.made_up else ""
    panels.quiet(
        f"{plan.title}. About WRES data {plan.data_year}, plan {plan.plan_year}. Source: "
        f"{plan.source}.{made_up}"
    )
    with st.expander("How this plan was written down"):
        for note in plan.notes:
            panels.sentence(note)


def what_is_missing(plan: ActionPlan) -> None:
    """Return nothing; name and count everything the plan leaves open."""
    panels.section("What is missing")
    gaps = words.completeness(plan)
    if not gaps:
        panels.sentence("Every activity has a lead, stakeholders, a date, a measure and a reason.")
    for gap, count in gaps:
        noun = "activity" if count == 1 else "activities"
        st.markdown(f"- {plain(gap)}: {count} {noun}")


def activities(plan: ActionPlan) -> None:
    """Return nothing; draw every activity, theme by theme in the plan's order."""
    panels.section("Activities")
    themes = dict.fromkeys(one.theme or one.theme_ours for one in plan.activities)
    for theme in themes:
        st.subheader(plain(theme or "No theme"), anchor=False)
        for one in plan.activities:
            if (one.theme or one.theme_ours) == theme:
                _activity(one)


def _activity(one: Activity) -> None:
    with st.container(border=True):
        cards.activity(one)
        panels.quiet(words.activity_details(one))
        with st.container(horizontal=True):
            for number in one.indicators:
                link("areas_of_concern", f"Concern: indicator {number}", indicator=number)
