"""One press that puts an idea or a case into the action plan as a draft, and takes it out again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.answers import Evidence, View
from wres.errors import WresError
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea
from wres.planning import Author, change_activity, draft_activity
from wres.plans import Activity
from wres.text import plain
from wres.ui import loading, state, visitor
from wres.ui.links import link
from wres.ui.state import Said
from wres.words import local_cases as local_words

LABEL = "Put into the plan as a draft"


def idea_button(evidence: Evidence, view: View, idea: Idea, number: int) -> None:
    """Return nothing; offer to make an idea a draft activity of the plan, to whoever may."""
    cases = (idea.case.id,) if idea.case else ()
    draft = local_words.draft_of_idea(idea, number, cases=cases)
    _button(evidence, view, draft)


def case_button(evidence: Evidence, view: View, case: CaseStudy, number: int) -> None:
    """Return nothing; offer to make a case a draft activity of the plan, to whoever may."""
    _button(evidence, view, local_words.draft_of_case(case, number))


def _button(evidence: Evidence, view: View, draft: local_words.Draft) -> None:
    if not access.may_write(visitor.current(), view.org_code):
        return
    plan = evidence.plan_for(view.org_code)
    there = plan.activities if plan else ()
    found = next((one for one in there if one.came_from == draft.came_from), None)
    if found is not None:
        _in_plan_already(view, found, draft)
        return
    _press(LABEL, f"plan_{draft.came_from}_{draft.indicator}", _put, evidence, view, draft)


def _press(label: str, key: str, do: Callable[..., None], *with_: object) -> None:
    pressed = st.button(label, key=key, on_click=do, args=with_)
    if pressed and state.has_to_say():
        # Pressed inside a part that is drawn alone: the top of the page is to tell of it.
        st.rerun()


def _in_plan_already(view: View, found: Activity, draft: local_words.Draft) -> None:
    with st.container(horizontal=True):
        link("action_plan", "In the plan already", indicator=draft.indicator)
        if found.is_kept:
            _press(
                "Take it out again",
                f"out_{draft.came_from}_{draft.indicator}",
                _take_out,
                *(view.org_code, found.id, found.revision),
            )


def _put(evidence: Evidence, view: View, draft: local_words.Draft) -> None:
    try:
        made = draft_activity(
            loading.store(),
            evidence.organisations.get(view.org_code),
            draft.activity,
            came_from=draft.came_from,
            wres_year=view.wres_year,
            by=_author(view.org_code),
            indicators=(draft.indicator,),
            rationale=draft.rationale,
            cases=draft.cases,
            shipped=evidence.shipped.plans,
        )
    except WresError as problem:
        _say(str(problem), is_good=False)
        return
    sentence = f"“{draft.activity}” is in the plan as a draft. It has no lead, date or measure yet."
    state.say_next(Said(sentence=sentence, org_code=view.org_code, drafted=made))


def said_before() -> None:
    """Return nothing; say what the last press did to the plan, with the way there and back.

    It is said at the top and, as the press was further down, where the visitor looks as well.
    """
    said = state.to_say()
    if said is None:
        return
    if said.drafted is None:
        # It is about something else and is said there.
        state.say_next(said)
        return
    (st.success if said.is_good else st.warning)(plain(said.sentence))
    st.toast(plain(said.sentence))
    if said.drafted:
        with st.container(horizontal=True):
            link("action_plan", "See it in the plan", org=said.org_code)
            st.button(
                "Take it out again",
                key=f"undo_{said.drafted}",
                on_click=_take_out,
                args=(said.org_code, said.drafted, 1),
            )


def _take_out(org_code: str, activity_id: str, seen: int) -> None:
    try:
        change_activity(
            loading.store(),
            activity_id,
            {"taken_out": True},
            seen=seen,
            org_code=org_code,
            by=_author(org_code),
        )
        _say("The draft is out of the plan again. Its history stays.")
    except WresError as problem:
        _say(str(problem), is_good=False)


def _say(sentence: str, *, is_good: bool = True) -> None:
    state.say_next(Said(sentence=sentence, is_good=is_good, drafted=""))


def _author(org_code: str) -> Author:
    return Author(name=visitor.writer((org_code,)).name, at=datetime.now(UTC))
