"""What a lead judges of a concern: shown beside the verdict, and the form that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.access import Role
from wres.answers import ConcernsAnswer, Evidence, View
from wres.answers.judging import Judged, judged_of, judgements_in, keep
from wres.indicators import INDICATORS
from wres.judgements import LONGEST_REASON, Judgement, Level
from wres.text import one_line, plain
from wres.ui import loading, panels, versions, visitor
from wres.words import indicator_label
from wres.words import judgements as words


def judged(evidence: Evidence, view: View) -> dict[int, Judged]:
    """Return the judgements that stand for the chosen organisation and year, by indicator."""
    written = loading.written(view.org_code)
    return judged_of(evidence, written.judgements, view.wres_year, known=written.known)


def show(one: Judged | None) -> None:
    """Return nothing; write a judgement below the verdict worked out, if there is one."""
    if one is None:
        return
    first, *rest = words.judgement_sentences(one)
    st.markdown(f"**{plain(first)}**")
    panels.quiet(" ".join(rest))


def show_alone(answer: ConcernsAnswer, found: Mapping[int, Judged]) -> None:
    """Return nothing; list the judgements of indicators that are no area of concern."""
    alone = words.judged_alone(found, answer)
    if not alone:
        return
    panels.section("Judged by the trust alone", anchor="judged-by-the-trust")
    for one, worked_out in alone:
        panels.subsection(indicator_label(one.judgement.indicator))
        panels.sentence(worked_out)
        show(one)


def form(evidence: Evidence, view: View) -> None:
    """Return nothing; offer a lead to raise or lower a concern with a reason."""
    who = visitor.page_for(Role.VIEWER)
    if not access.may_write(who, view.org_code) or loading.store().read_only:
        return
    panels.section("Judge a concern yourself", anchor="judge")
    versions.said_before()
    panels.sentence(
        "You can raise or lower a concern for this year, with your name and a reason. "
        "Everybody sees both verdicts."
    )
    held = {one.place: one for one in loading.written(view.org_code).judgements}
    number = st.selectbox(
        "Indicator",
        [one.number for one in INDICATORS],
        format_func=indicator_label,
        key="judge_indicator",
    )
    before = held.get((view.wres_year, number))
    levels = [Level.RAISED, Level.LOWERED]
    if before is not None and before.stands:
        levels.append(Level.TAKEN_BACK)
    with st.form(f"judge_{view.org_code}_{view.wres_year}_{number}", clear_on_submit=True):
        level = st.radio("Your judgement", levels, format_func=words.level_choice)
        reason = st.text_area("Why", max_chars=LONGEST_REASON)
        if st.form_submit_button("Keep this judgement", type="primary"):
            one = Judgement(
                org_code=view.org_code,
                indicator=number,
                wres_year=view.wres_year,
                level=level or Level.RAISED,
                reason=one_line(reason),
                revision=before.revision if before else 0,
            )
            versions.say_what_came_of(lambda: _kept(evidence, one))
            st.rerun()
    _history(before)


def _kept(evidence: Evidence, one: Judgement) -> str:
    lead = visitor.writer([one.org_code])
    keep(loading.store(), evidence, one, made_by=lead.name, made_at=datetime.now(UTC))
    return f"Kept for {indicator_label(one.indicator)}: {words.level_words(one.level)}."


def _history(newest: Judgement | None) -> None:
    if newest is None:
        return
    with st.expander("Every judgement of this indicator and year"):
        for one in judgements_in(loading.store().record_history(newest.record_id)):
            panels.sentence(f"{words.signed(one)}: “{one.reason}”")
