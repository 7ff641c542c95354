"""Changing an activity: one form at a time, its notes, and the history it can be taken back to.

A form remembers the revision it was opened on. What somebody else saved since is kept beside what
is saved here; where both changed one field, both are shown and the person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from wres import planning
from wres.answers import Evidence
from wres.indicators import INDICATOR_NUMBERS
from wres.planning import Saved
from wres.plans import (
    FIELDS,
    ActionPlan,
    Activity,
    ActivityStatus,
    Clash,
    Field,
    action_label,
    values_of,
)
from wres.terms import Trigger
from wres.text import plain
from wres.ui import filters, loading, panels, plan_history, plan_writing, state
from wres.ui.plan_writing import CONFLICT, EDITING
from wres.ui.state import Said
from wres.words import indicator_label, plan_work

NEW = "new"
LONGEST = 1_999
_LONG = ("activity", "rationale", "measure", "impact", "note")
_HELP = {
    "start": "A day or a month, such as 1 April 2026 or April 2026.",
    "timeframe": "A day such as 31/03/2027, or a month such as March 2027. Other words are marked.",
    "indicators": "The indicators this activity is to move.",
    "evidence_url": "A web address that begins with https://.",
    "wdes": "What of this also answers the Workforce Disability Equality Standard.",
}
_STATUSES = tuple(
    one.value
    for one in ActivityStatus
    if one not in (ActivityStatus.NOT_STATED, ActivityStatus.UNCLEAR)
)
_MINE, _THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """A form that is open: on which activity, on which revision, and what that one said."""

    activity_id: str
    seen: int
    began: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A change that met another: what was to be saved, and what stands against it."""

    activity_id: str
    org_code: str
    changes: Mapping[str, object]
    saved: Saved


def offer(evidence: Evidence, plan: ActionPlan, one: Activity) -> None:
    """Return nothing; offer to change an activity, or draw its form where that was asked for."""
    if filters.asked_for("edit") != one.id:
        st.button("Change", key=f"change_{one.id}", on_click=filters.keep, args=("edit", one.id))
        return
    code = plan.organisation_code
    conflict = state.kept(CONFLICT, Conflict)
    if conflict is not None and conflict.activity_id == one.id:
        _decide(conflict)
        return
    editing = state.kept(EDITING, Editing)
    if editing is None or editing.activity_id != one.id:
        editing = Editing(activity_id=one.id, seen=one.revision, began=values_of(one))
        state.keep(EDITING, editing)
    _form(evidence, editing, lambda: _save(editing, code))
    plan_history.note(one, code)
    plan_history.history(one, code)
    with st.container(horizontal=True):
        st.button("Close without saving", key=f"close_{one.id}", on_click=plan_writing.close)
        st.button(
            "Take this out of the plan",
            key=f"out_{one.id}",
            on_click=plan_writing.work,
            args=(lambda: plan_history.put(one, code, taken_out=True),),
        )


def add(evidence: Evidence, plan: ActionPlan) -> None:
    """Return nothing; offer to add an activity to a plan of the store."""
    if filters.asked_for("edit") != NEW:
        st.button("Add an activity", key="add_activity", on_click=filters.keep, args=("edit", NEW))
        return
    panels.section("Add an activity")
    editing = Editing(activity_id=NEW, seen=0, began=values_of(Activity(id="", row=0)))
    _form(evidence, editing, lambda: _add(editing, plan))
    st.button("Close without saving", key="close_new", on_click=plan_writing.close)


def _form(evidence: Evidence, editing: Editing, save: Callable[[], None]) -> None:
    with st.form(f"form_{editing.activity_id}_{editing.seen}", enter_to_submit=False):
        for field in FIELDS.values():
            if field.kind != "flag":
                _box(evidence, field, editing.began[field.name], key=_key(editing, field.name))
        st.form_submit_button("Save", type="primary", on_click=save)


def _box(evidence: Evidence, field: Field, value: object, *, key: str) -> None:
    about = _HELP.get(field.name)
    if field.name == "status_as_written":
        options = list(dict.fromkeys(("", *_STATUSES, str(value))))
        place = options.index(str(value))
        st.selectbox(
            field.label, options, place, format_func=lambda one: one or "Not stated", key=key
        )
    elif isinstance(value, list):
        known = _options(evidence, field.name)
        options = list(dict.fromkeys((*known, *value)))
        st.multiselect(
            field.label,
            options,
            default=value,
            format_func=lambda one: known.get(one, str(one)),
            key=key,
            help=about,
        )
    elif field.name in _LONG:
        st.text_area(
            field.label, str(value), max_chars=LONGEST, height="content", key=key, help=about
        )
    else:
        st.text_input(field.label, str(value), max_chars=LONGEST, key=key, help=about)


def _options(evidence: Evidence, name: str) -> dict[object, str]:
    if name == "indicators":
        return {number: indicator_label(number) for number in INDICATOR_NUMBERS}
    if name == "high_impact":
        return {number: action_label(number) for number in range(1, 7)}
    if name == "reasons":
        return {one.value: plan_work.reason_label(one.value) for one in Trigger}
    return {case.id: case.title for case in evidence.shipped.cases}


def _key(editing: Editing, name: str) -> str:
    return f"field_{editing.activity_id}_{editing.seen}_{name}"


def _filled_in(editing: Editing) -> dict[str, object]:
    """What was changed in a form since it was opened."""
    now = {name: state.value(_key(editing, name)) for name in FIELDS if name != "taken_out"}
    return {name: value for name, value in now.items() if value != editing.began[name]}


def _save(editing: Editing, org_code: str) -> None:
    changes = _filled_in(editing)
    plan_writing.work(
        lambda: _change(editing.activity_id, changes, seen=editing.seen, org_code=org_code)
    )


def _change(activity_id: str, changes: Mapping[str, object], *, seen: int, org_code: str) -> str:
    if not changes:
        return "Nothing was changed, so nothing was saved."
    saved = planning.change_activity(
        loading.store(),
        activity_id,
        changes,
        seen=seen,
        org_code=org_code,
        by=plan_writing.author(org_code),
    )
    if saved.clashes:
        state.keep(
            CONFLICT,
            Conflict(activity_id=activity_id, org_code=org_code, changes=changes, saved=saved),
        )
        return ""
    return "Saved. The history of the activity shows what was changed."


def _add(editing: Editing, plan: ActionPlan) -> None:
    code = plan.organisation_code
    given = _filled_in(editing)

    def work() -> str:
        planning.add_activity(
            loading.store(), plan.id, given, org_code=code, by=plan_writing.author(code)
        )
        return "The activity was added at the end of the plan."

    plan_writing.work(work)


def _decide(conflict: Conflict) -> None:
    st.warning(plain(plan_work.clash_sentence(conflict.saved.clashes)))
    for clash in conflict.saved.clashes:
        _choice(clash)
    with st.container(horizontal=True):
        st.button("Save this choice", key="decide", type="primary", on_click=_decided)
        st.button("Leave it as it stands", key="leave", on_click=plan_writing.close)


def _choice(clash: Clash) -> None:
    told = {
        _MINE: f"Yours: {plan_work.field_words(clash.field, clash.mine)}",
        _THEIRS: f"Stands now: {plan_work.field_words(clash.field, clash.theirs)}",
    }
    label = plan_work.field_label(clash.field)
    st.radio(
        label,
        list(told),
        format_func=lambda one: plain(told[one]),
        index=None,
        key=f"clash_{clash.field}",
    )


def _decided() -> None:
    conflict = state.kept(CONFLICT, Conflict)
    if conflict is None:
        return
    chosen = {one.field: state.value(f"clash_{one.field}") for one in conflict.saved.clashes}
    if None in chosen.values():
        state.say_next(Said(sentence="Choose one for each field first.", is_good=False))
        return
    changes = {
        name: value for name, value in conflict.changes.items() if chosen.get(name) != _THEIRS
    }
    state.let_go(CONFLICT)
    seen, code = conflict.saved.revision, conflict.org_code
    plan_writing.work(lambda: _change(conflict.activity_id, changes, seen=seen, org_code=code))
