"""The case studies page: those for one indicator, the likest first, with figures checked."""

from __future__ import annotations

import streamlit as st

from wres import words
from wres.answers import View, read_case
from wres.library.case_studies import CaseStudy, Likeness
from wres.text import plain, safe_url
from wres.ui import panels

Ranked = tuple[tuple[CaseStudy, Likeness], ...]


def show(view: View, cases: Ranked) -> None:
    """Return nothing; draw the case studies of an indicator, those most like this trust first."""
    panels.finding(words.cases_headline(len(cases), view.indicator))
    for case, like in cases:
        _case(case, like, view.indicator)


def _case(case: CaseStudy, like: Likeness, number: int) -> None:
    panels.section(case.title)
    panels.sentence(f"{case.organisation}. Evidence: {case.evidence_grade.value}.")
    st.markdown(f"**What was done.** {plain(case.what_was_done)}")
    st.markdown(f"**What came of it.** {plain(case.outcome)}")
    st.markdown(f"**What did not work.** {plain(case.what_did_not_work)}")
    _figures(case, number)
    st.markdown(f"**Take care.** {plain(case.caution)}")
    st.markdown(f"**How many people.** {plain(case.sample_sizes)}")
    st.markdown("**How like this trust.**")
    for reason in like.reasons:
        st.markdown(f"- {plain(reason)}")
    with st.expander("Our summary and the source"):
        for paragraph in case.body.split("\n\n"):
            panels.sentence(paragraph)
        _source(case)


def _figures(case: CaseStudy, number: int) -> None:
    reading = read_case(case, number)
    if reading is None:
        return
    st.markdown("**What its printed figures say.** Worked out here, apart from its own text.")
    for text in words.claim_sentences(case, reading):
        st.markdown(f"- {plain(text)}")


def _source(case: CaseStudy) -> None:
    url = safe_url(case.source_url)
    panels.sentence(f"{case.source_title}. Checked on {case.checked_on}.")
    if url:
        st.markdown(f"[{plain(case.source_url)}]({url})")
    for more in case.more_sources:
        panels.quiet(more)
