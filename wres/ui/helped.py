"""What helped elsewhere, in short: ideas and case studies, why they are here, their source."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wres.answers import ConcernCard, Evidence, RankedIdeas, View
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea
from wres.library.matching import Likeness
from wres.text import plain, safe_url
from wres.ui import into_plan, panels
from wres.ui.folding import folded
from wres.ui.links import link
from wres.words import cases as case_words

SHOWN = 3


def on_card(evidence: Evidence, view: View, card: ConcernCard, *, expanded: bool) -> None:
    """Return nothing; draw the ideas and the case studies of one concern, the best fits first."""
    number = card.measured.number
    st.markdown(
        f"**What could be done.** {plain(case_words.ideas_sentence(len(card.ideas), number))}"
    )
    whose = f"{view.org_code}_{view.wres_year}_{number}_{expanded}"
    folded(
        f"Ideas for indicator {number}",
        partial(_first_ideas, evidence, view, card),
        key=f"ideas_{whose}",
        expanded=expanded,
    )
    st.markdown("**What worked elsewhere.**")
    if not card.cases:
        panels.sentence("No case study for this indicator has been found with a source.")
        return
    folded(
        f"Case studies for indicator {number}",
        partial(_first_cases, evidence, view, card),
        key=f"cases_{whose}",
        expanded=expanded,
    )


def _first_ideas(evidence: Evidence, view: View, card: ConcernCard) -> None:
    number = card.measured.number
    for idea, like in card.ideas[:SHOWN]:
        _idea(evidence, view, idea, like, number=number)
    if len(card.ideas) > SHOWN:
        link("case_studies", f"All ideas for indicator {number}", indicator=number)


def _first_cases(evidence: Evidence, view: View, card: ConcernCard) -> None:
    number = card.measured.number
    for case, like in card.cases[:SHOWN]:
        st.markdown(f"**{plain(case.title)}**")
        case_in_short(case, like)
        link("case_studies", "Open this case", case=case.id, indicator=number)
        into_plan.case_button(evidence, view, case, number)


def ideas(evidence: Evidence, view: View, found: RankedIdeas) -> None:
    """Return nothing; draw every idea for the indicator of a view, the best fits first."""
    panels.section(case_words.ideas_sentence(len(found), view.indicator), anchor="ideas")
    for idea, like in found:
        with st.container(border=True):
            _idea(evidence, view, idea, like, number=view.indicator)


def _idea(evidence: Evidence, view: View, idea: Idea, like: Likeness, *, number: int) -> None:
    st.markdown(f"**{plain(idea.title)}**  \n{plain(idea.what)}")
    panels.quiet(case_words.idea_origin(idea))
    reasons(like)
    with st.container(horizontal=True):
        if idea.case is not None:
            link("case_studies", "Open its case", case=idea.case.id, indicator=number)
        _source(idea)
    into_plan.idea_button(evidence, view, idea, number)


def _source(idea: Idea) -> None:
    url = safe_url(idea.source.url)
    st.markdown(f"Source: [{plain(idea.source.title)}]({url})")


def case_in_short(case: CaseStudy, like: Likeness) -> None:
    """Return nothing; draw a case study in short, with why it is here and where it differs."""
    st.markdown(
        f"{plain(case.organisation)}. Evidence: "
        f"{plain(case_words.grade_label(case.evidence_grade))}.  \n"
        f"**Outcome, as the source tells it.** {plain(case.outcome)}  \n"
        f"**What did not work.** {plain(case.what_did_not_work)}"
    )
    if case.is_local:
        panels.quiet(case_words.LOCAL_NOTE)
    reasons(like)


def reasons(like: Likeness) -> None:
    """Return nothing; say why something is here, and where it differs from this trust."""
    panels.named("Why it is here", case_words.why_sentence(like))
    if like.against_it:
        panels.quiet(f"Different, or not known: {case_words.differs_sentence(like)}")
