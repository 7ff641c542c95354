"""What happened to an activity: progress notes, every change, going back, taken out and back in."""

from __future__ import annotations

import streamlit as st

from wres import planning
from wres.plans import ActionPlan, Activity
from wres.store import uk_time_text
from wres.text import plain
from wres.ui import loading, panels, plan_writing, state
from wres.words import plan_work

LONGEST = 1_999


def set_aside(plan: ActionPlan) -> None:
    """Return nothing; list the activities that were taken out, each to be brought back."""
    if not plan.set_aside:
        return
    with st.expander(f"Taken out of the plan: {len(plan.set_aside)}"):
        for one in plan.set_aside:
            panels.sentence(one.activity)
            st.button(
                "Bring it back",
                key=f"back_{one.id}",
                on_click=plan_writing.work,
                args=(lambda found=one: put(found, plan.organisation_code, taken_out=False),),
            )


def note(one: Activity, org_code: str) -> None:
    """Return nothing; draw the box for a note on how an activity goes."""
    with st.form(f"note_{one.id}", clear_on_submit=True):
        st.text_input("Progress note", max_chars=LONGEST, key=f"note_text_{one.id}")
        st.text_input("Day of the note (optional)", max_chars=60, key=f"note_day_{one.id}")
        st.form_submit_button("Add the note", on_click=_noted, args=(one, org_code))


def _noted(one: Activity, org_code: str) -> None:
    plan_writing.tell(lambda: _add_note(one, org_code))


def _add_note(one: Activity, org_code: str) -> str:
    planning.add_progress(
        loading.store(),
        one.id,
        state.picked_value(f"note_text_{one.id}"),
        day=state.picked_value(f"note_day_{one.id}"),
        org_code=org_code,
        by=plan_writing.author(org_code),
    )
    return "The note was added."


def history(one: Activity, org_code: str) -> None:
    """Return nothing; list every change, newest first, each to go back to; for leads alone."""
    with st.expander("Every change of this activity"):
        for change in planning.changes_of(loading.store(), one.id, org_code=org_code):
            who = f"{uk_time_text(change.made_at)}, {change.made_by}"
            panels.named(who, "" if change.fields else "The activity was begun.")
            for name, before, after in change.fields:
                st.markdown(f"- {plain(plan_work.change_words(name, before, after))}")
            if change.revision < one.revision:
                st.button(
                    "Go back to this",
                    key=f"to_{one.id}_{change.revision}",
                    on_click=plan_writing.work,
                    args=(lambda to=change.revision: _taken_back(one, to, org_code),),
                )


def _taken_back(one: Activity, to: int, org_code: str) -> str:
    planning.take_back(
        loading.store(),
        one.id,
        to=to,
        seen=one.revision,
        org_code=org_code,
        by=plan_writing.author(org_code),
    )
    return "The activity is as it was then. The change since stays in the history."


def put(one: Activity, org_code: str, *, taken_out: bool) -> str:
    """Return that an activity was taken out of its plan, or brought back."""
    planning.change_activity(
        loading.store(),
        one.id,
        {"taken_out": taken_out},
        seen=one.revision,
        org_code=org_code,
        by=plan_writing.author(org_code),
    )
    return "It was taken out; nothing is lost." if taken_out else "It is back in the plan."
