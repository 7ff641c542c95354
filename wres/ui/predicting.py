"""Predictions on the action plan page: each with its verdict, and the form that locks one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.access import Role
from wres.answers import Evidence, View
from wres.answers.locking import lock, ready_to_lock
from wres.answers.predicting import Followed, followed, predicted_from
from wres.answers.written import LONGEST_COMMENT, Written, add_comment
from wres.errors import WresError
from wres.indicators import INDICATORS
from wres.plans import Activity
from wres.predictions import (
    Aim,
    Direction,
    Prediction,
    aims_for,
    better_direction,
    expected_by_chance,
    still_clear,
)
from wres.terms import LAST_WRES_YEAR
from wres.text import one_line, plain
from wres.ui import loading, panels, versions, visitor
from wres.words import indicator_label
from wres.words import verdicts as words

# What a size is given in on the page, and the smallest step of it.
POINTS, RATIO = (0.1, "%.1f"), (0.01, "%.2f")


def draw(evidence: Evidence, view: View) -> None:
    """Return nothing; draw every prediction with its verdict, and offer to lock one."""
    panels.section("Predictions, and what came of them", anchor="predictions")
    versions.said_before()
    written = loading.written(view.org_code)
    found = followed(
        evidence, written.predictions, known=written.known, earlier=loading.evidence_at_version
    )
    panels.sentence(_none_yet() if not found else "")
    tested, by_chance = expected_by_chance(one.verdict for one in found)
    panels.quiet(words.chance_of_verdicts(tested, by_chance))
    clear = still_clear(one.verdict for one in found)
    may_write = _may_write(view)
    for one in found:
        with st.container(border=True):
            _prediction(one, words.still_clear_words(one.verdict, clear, tested))
            _comments(one.verdict.prediction, written, may_write=may_write)
    if may_write:
        _form(evidence, view, written)


def _none_yet() -> str:
    return "No prediction is locked yet. A lead can lock one before the result of a year is known."


def _may_write(view: View) -> bool:
    who = visitor.page_for(Role.VIEWER)
    return access.may_write(who, view.org_code) and not loading.store().read_only


def _prediction(found: Followed, still: str) -> None:
    verdict, one = found.verdict, found.verdict.prediction
    st.markdown(
        f"**{plain(words.prediction_title(one))}: {plain(words.outcome_words(verdict.outcome))}**"
    )
    panels.sentence(f"{words.prediction_sentence(one)} Activity: {one.activity}")
    for text in words.verdict_sentences(verdict):
        panels.sentence(text)
    panels.sentence(still)
    panels.sentence(words.turned_sentence(found))
    panels.quiet(words.locked_words(one))


def _comments(one: Prediction, written: Written, *, may_write: bool) -> None:
    for comment in written.comments_on(one):
        panels.named(f"Comment by {comment.written_by}", comment.text)
    if not may_write:
        return
    with (
        st.expander("Add a comment"),
        st.form(f"comment_{one.record_id}", clear_on_submit=True, border=False),
    ):
        text = st.text_area("Your comment. The verdict stays.", max_chars=LONGEST_COMMENT)
        if st.form_submit_button("Keep this comment"):
            versions.say_what_came_of(lambda: _commented(one, text))
            st.rerun()


def _commented(one: Prediction, text: str) -> str:
    lead = visitor.writer([one.org_code])
    add_comment(loading.store(), one, one_line(text), made_by=lead.name, made_at=datetime.now(UTC))
    return "The comment is kept."


def _form(evidence: Evidence, view: View, written: Written) -> None:
    plan = evidence.plan_for(view.org_code)
    activities = {one.id: one for one in plan.activities} if plan else {}
    with st.expander("Lock a prediction"):
        if not activities:
            panels.sentence("A prediction belongs to an activity; the plan here has none.")
            return
        one = _asked(evidence, view, activities)
        if one is None:
            return
        panels.sentence(words.prediction_sentence(one))
        if not _told_what_shows(evidence, one, written):
            return
        sure = st.checkbox("I know that nobody can change it once it is locked", key="lock_sure")
        if st.button("Lock this prediction", type="primary", disabled=not sure, key="lock"):
            versions.say_what_came_of(lambda: _locked(evidence, one))
            st.rerun()


def _told_what_shows(evidence: Evidence, one: Prediction, written: Written) -> bool:
    """Say what the survey could see, or why this cannot be locked."""
    try:
        # Asked at this moment: a draft makes figures known and moves neither version nor records.
        known = loading.store().known_since(one.org_code)
        _, sight = ready_to_lock(evidence, one, locked=written.predictions, known=known)
    except WresError as problem:
        st.warning(plain(str(problem)))
        return False
    st.info(plain(words.sight_sentence(sight, one)))
    return True


def _asked(evidence: Evidence, view: View, activities: dict[str, Activity]) -> Prediction | None:
    chosen = st.selectbox(
        "Activity",
        list(activities),
        format_func=lambda code: one_line(activities[code].activity),
        # Another plan is another box: what was chosen of the last one is none of its options.
        key=f"lock_activity_{next(iter(activities))}",
    )
    activity = activities[chosen]
    numbers = activity.indicators or tuple(one.number for one in INDICATORS)
    left, right = st.columns(2)
    number = left.selectbox(
        "Indicator", numbers, format_func=indicator_label, key=f"lock_indicator_{chosen}"
    )
    aim = right.selectbox(
        "Figure",
        aims_for(number),
        format_func=lambda one: words.aim_label(number, one),
        key=f"lock_aim_{number}",
    )
    bare = Prediction(
        org_code=view.org_code,
        activity_id=chosen,
        activity=one_line(activity.activity),
        indicator=number,
        aim=aim,
        direction=better_direction(number, aim),
        size=0.0,
        base_year=0,
        result_year=0,
    )
    base = predicted_from(evidence, bare)
    if not base:
        panels.sentence("There is no figure of this indicator yet to start from.")
        return None
    return _sized(replace(bare, base_year=base, result_year=base + 1))


def _sized(one: Prediction) -> Prediction:
    left, middle, right = st.columns(3)
    ways = [one.direction, *(way for way in Direction if way is not one.direction)]
    way = left.selectbox(
        "Is to",
        ways,
        format_func=lambda each: words.direction_label(one.aim, each),
        key=f"lock_way_{one.indicator}_{one.aim.value}",
    )
    is_ratio = one.aim is Aim.RATIO
    step, written = RATIO if is_ratio else POINTS
    size = middle.number_input(
        "By how much (ratio)" if is_ratio else "By how many points",
        min_value=step,
        max_value=100.0,
        value=step * 20,
        step=step,
        format=written,
        key=f"lock_size_{'ratio' if is_ratio else 'points'}",
    )
    years = list(range(one.result_year, min(one.result_year + 5, LAST_WRES_YEAR + 1)))
    year = right.selectbox("WRES year of the result", years, key=f"lock_year_{one.base_year}")
    return replace(one, direction=way, size=size if is_ratio else size / 100, result_year=year)


def _locked(evidence: Evidence, one: Prediction) -> str:
    lead = visitor.writer([one.org_code])
    made = lock(loading.store(), evidence, one, made_by=lead.name, made_at=datetime.now(UTC))
    return f"Locked. {words.prediction_sentence(made)}"
