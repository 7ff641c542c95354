"""Cases of this installation on the library page: told by a lead, reviewed, shared, taken back.

Before a case is shared only its organisation's leads and the administrators see it here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from wres import access
from wres.access import Role, Visitor
from wres.answers import Evidence, View
from wres.answers.local_cases import (
    Step,
    keep_case,
    may_see,
    move_case,
    newest_steps,
    shared_cases,
    steps_of,
)
from wres.errors import StoreProblem, WresError
from wres.library.case_studies import CaseStudy
from wres.library.local_cases import LEADS_STEPS, REVIEWERS_STEPS, Stage
from wres.text import plain
from wres.ui import case_form, loading, panels, state, versions, visitor
from wres.ui.state import Said
from wres.words import local_cases as local_words

CHECKED = "I have checked that its figures are public already and that nobody can be recognised."


def shared(evidence: Evidence) -> tuple[CaseStudy, ...]:
    """Return the local cases everybody may see; none without a store that can be read."""
    try:
        if evidence.records is None:
            return _shared(evidence)
        return evidence.answer(_shared)
    except WresError:
        # What is wrong with the store is said at the top of the page.
        return ()


def _shared(evidence: Evidence) -> tuple[CaseStudy, ...]:
    """What everybody may see; evidence that knows how many revisions there are stays by them."""
    return shared_cases(loading.store(), evidence.organisations)


def show(view: View) -> None:
    """Return nothing; draw the cases of this organisation to its leads, all to administrators."""
    who = visitor.current()
    is_admin, is_lead = Role.ADMIN in who.roles, access.may_write(who, view.org_code)
    if not (is_admin or is_lead):
        return
    panels.section("Cases of your own", anchor="own")
    versions.said_before()
    panels.sentence(local_words.OWN_CASES_NOTE)
    try:
        steps = newest_steps(loading.store(), None if is_admin else view.org_code)
    except StoreProblem as problem:
        panels.sentence(str(problem))
        return
    for step in steps:
        if may_see(who, step):
            _one(who, step)
    if is_lead:
        with st.expander("Tell of a case of this trust"):
            keep = partial(_keep, view.org_code, None)
            case_form.draw(view, None, keep, fresh=len(steps))


def _one(who: Visitor, step: Step) -> None:
    with st.container(border=True):
        panels.subsection(step.case.title)
        panels.sentence(local_words.stage_sentence(step))
        panels.named("What was done", step.case.what_was_done)
        panels.named("What came of it", step.case.outcome)
        panels.named("What did not work", step.case.what_did_not_work)
        with st.expander(f"Everything told, and its history: {plain(step.case.title)}"):
            for name, text in local_words.told_lines(step.case):
                panels.named(name, text)
            for old in steps_of(loading.store(), step.record_id):
                panels.quiet(local_words.step_line(old))
        if access.may_write(who, step.org_code):
            _lead(step)
        if Role.ADMIN in who.roles:
            _reviewer(step)


def _lead(step: Step) -> None:
    with st.container(horizontal=True):
        for to in LEADS_STEPS[step.stage]:
            st.button(
                plain(local_words.lead_step_label(to)),
                key=f"lead_{to.name}_{step.record_id}",
                on_click=_move_as_lead,
                args=(step, to),
            )
    with st.expander(f"Change: {plain(step.case.title)}"):
        case_form.draw(None, step, partial(_keep, step.org_code, step))


def _reviewer(step: Step) -> None:
    steps = REVIEWERS_STEPS.get(step.stage, ())
    if not steps:
        return
    ready = Stage.SHARED not in steps or st.checkbox(CHECKED, key=f"ready_{step.record_id}")
    note = ""
    if Stage.RETURNED in steps:
        note = st.text_input("Why it goes back", max_chars=500, key=f"why_{step.record_id}")
    with st.container(horizontal=True):
        for to in steps:
            st.button(
                plain(local_words.review_step_label(to)),
                key=f"review_{to.name}_{step.record_id}",
                on_click=_review,
                args=(step, to, note),
                disabled=to is Stage.SHARED and not ready,
            )


def _keep(org_code: str, step: Step | None, told: case_form.Told) -> None:
    def done() -> str:
        who = visitor.writer((org_code,))
        keep_case(
            loading.store(),
            told(),
            org_code=org_code,
            made_by=who.name,
            made_at=datetime.now(UTC),
            record_id=step.record_id if step else "",
            seen=step.revision if step else 0,
        )
        return "The case is kept as a draft. Offer it for review when it is ready."

    _say(done)


def _move_as_lead(step: Step, to: Stage) -> None:
    def done() -> str:
        who = visitor.writer((step.org_code,))
        _moved(step, to, made_by=who.name, reviewing=False)
        return local_words.moved_sentence(to)

    _say(done)


def _review(step: Step, to: Stage, note: str) -> None:
    def done() -> str:
        who = access.require(visitor.current(), Role.ADMIN)
        _moved(step, to, made_by=who.name, reviewing=True, note=note)
        return local_words.moved_sentence(to)

    _say(done)


def _moved(step: Step, to: Stage, *, made_by: str, reviewing: bool, note: str = "") -> None:
    move_case(
        loading.store(),
        step,
        to,
        made_by=made_by,
        made_at=datetime.now(UTC),
        reviewing=reviewing,
        note=note,
    )


def _say(done: Callable[[], str]) -> None:
    try:
        state.say_next(Said(sentence=done()))
    except WresError as problem:
        state.say_next(Said(sentence=str(problem), is_good=False))
