"""What a lead judges of a concern: shown beside the verdict, and the form that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from wres import access
from wres.access import Visitor
from wres.answers import ConcernsAnswer, Evidence, View
from wres.answers.judging import Judged, JudgedYear, judged_of, judgements_in, keep
from wres.errors import StoreProblem
from wres.indicators import INDICATORS
from wres.judgements import LONGEST_REASON, Judgement, Level
from wres.text import one_line
from wres.ui import loading, prose, versions, visitor
from wres.ui.sheet import Sheet
from wres.words import indicator_label
from wres.words import judgements as words


def judged(evidence: Evidence, view: View) -> JudgedYear:
    """Return the judgements that stand for the chosen organisation and year, by indicator."""
    written = loading.written(view.org_code, beside=evidence)
    return judged_of(evidence, written.judgements, view.wres_year, known=written.known)


def said(one: Judged | None) -> prose.Parts:
    """Return a judgement, to stand below the verdict worked out; nothing where there is none."""
    if one is None:
        return ()
    first, *rest = words.judgement_sentences(one)
    return prose.sentence(prose.bold(first)), prose.quiet(" ".join(rest))


def said_alone(answer: ConcernsAnswer, found: Mapping[int, Judged]) -> prose.Parts:
    """Return the judgements of indicators that are no area of concern, with their heading."""
    alone = words.judged_alone(found, answer)
    if not alone:
        return ()
    listed: list[prose.Part | None] = [
        prose.heading("Judged by the trust alone", anchor="judged-by-the-trust")
    ]
    for one, worked_out in alone:
        name = indicator_label(one.judgement.indicator)
        listed += [prose.heading(name, level=prose.SUBSECTION), prose.sentence(worked_out)]
        listed += said(one)
    return tuple(listed)


def offer(page: Sheet, evidence: Evidence, view: View) -> None:
    """Return nothing; next a lead is offered to raise or lower a concern with a reason."""
    page.read(
        prose.heading("Judge a concern yourself", anchor="judge"),
        prose.sentence(
            "You can raise or lower a concern for this year, with your name and a reason. "
            "Everybody sees both verdicts."
        ),
    )
    key = f"judge_{view.org_code}_{view.wres_year}"
    page.opens("Raise or lower a concern", partial(_form, evidence, view), key=key)


def may_judge(who: Visitor, view: View) -> bool:
    """Return whether somebody may judge a concern of this view, and it can be stored."""
    if not access.may_write(who, view.org_code):
        return False
    try:
        return not loading.store().read_only
    except StoreProblem:
        # What is wrong with the store is said at the top of the page.
        return False


def _form(evidence: Evidence, view: View) -> None:
    versions.said_before()
    held = {one.place: one for one in loading.written(view.org_code).judgements}
    number = st.selectbox(
        "Indicator",
        [one.number for one in INDICATORS],
        format_func=indicator_label,
        key="judge_indicator",
    )
    before = held.get((view.wres_year, number))
    _questions(evidence, view, number, before=before)
    prose.draw(_history(before), key="judged_before")


def _questions(evidence: Evidence, view: View, number: int, *, before: Judgement | None) -> None:
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


def _kept(evidence: Evidence, one: Judgement) -> str:
    lead = visitor.writer([one.org_code])
    keep(loading.store(), evidence, one, made_by=lead.name, made_at=datetime.now(UTC))
    return f"Kept for {indicator_label(one.indicator)}: {words.level_words(one.level)}."


def _history(newest: Judgement | None) -> prose.Part | None:
    if newest is None:
        return None
    made = judgements_in(loading.store().record_history(newest.record_id))
    told = (prose.sentence(f"{words.signed(one)}: “{one.reason}”") for one in made)
    return prose.folded("Every judgement of this indicator and year", *told)
