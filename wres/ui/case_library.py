"""The case studies page: the library searched and ranked, and one case alone with its figures."""

from __future__ import annotations

import streamlit as st

from wres.answers import Evidence, Found, View, case_of, matches, need_of, read_case, search_cases
from wres.library.case_studies import CaseStudy
from wres.library.matching import Likeness, likeness
from wres.text import echo, plain, safe_url
from wres.ui import case_choices, filters, helped, into_plan, panels
from wres.ui.case_choices import Asked
from wres.ui.links import link, next_steps
from wres.words import cases as case_words

FILTER_NAMES = {
    "indicator": "scope",
    "org_type": "type",
    "intervention": "did",
    "grade": "grade",
    "text": "find",
}


def show(
    evidence: Evidence, view: View, asked: Asked, *, local: tuple[CaseStudy, ...] = ()
) -> None:
    """Return nothing; draw the one case asked for, or the cases found, best match first."""
    case = case_of(evidence, asked.case_id, local) if asked.case_id else None
    if case is not None:
        _alone(evidence, view, case)
        return
    if asked.case_id:
        st.warning(
            f"There is no case study “{echo(asked.case_id)}” here; the library is shown instead."
        )
    case_choices.draw(asked)
    found = search_cases(evidence, view, asked.wanted, first=asked.first, local=local)
    panels.finding(case_words.found_headline(found))
    _nearest(found)
    for one, like in found.cases:
        _in_list(evidence, view, one, like)
    if not asked.narrows:
        found_ideas = matches(evidence, view, view.indicator, first=asked.first).ideas
        helped.ideas(evidence, view, found_ideas)
    next_steps(view.indicator, here="case_studies")


def _nearest(found: Found) -> None:
    if found.cases:
        return
    if not found.nearest:
        panels.sentence(case_words.nothing_near(found.wanted))
    looked_for: dict[str, str | int] = {
        name: filters.asked_for(name) for name in FILTER_NAMES.values()
    }
    with st.container(horizontal=True):
        for name, count in found.nearest:
            without = case_choices.ALL_NINE if name == "indicator" else ""
            asked_for = {**looked_for, FILTER_NAMES[name]: without}
            link("case_studies", case_words.nearest_label(name, count), None, **asked_for)


def _in_list(evidence: Evidence, view: View, case: CaseStudy, like: Likeness) -> None:
    with st.container(border=True):
        panels.subsection(case.title)
        helped.case_in_short(case, like)
        number = _number_for(view, case)
        with st.expander("Everything about this case"):
            _whole(case, number)
        link("case_studies", "Open this case", case=case.id, indicator=number)
        into_plan.case_button(evidence, view, case, number)


def _number_for(view: View, case: CaseStudy) -> int:
    return view.indicator if view.indicator in case.indicators else case.indicators[0]


def _alone(evidence: Evidence, view: View, case: CaseStudy) -> None:
    number = _number_for(view, case)
    panels.finding(case.title)
    helped.case_in_short(case, likeness(case, need_of(evidence, view, number)))
    into_plan.case_button(evidence, view, case, number)
    _whole(case, number)
    link("case_studies", f"All case studies for indicator {number}", indicator=number)
    next_steps(number, here="case_studies")


def _whole(case: CaseStudy, number: int) -> None:
    panels.named("What was done", case.what_was_done)
    if case.claim:
        panels.named("In its own words", f"“{case.claim}”.")
    _figures(case, number)
    panels.named("How firm the evidence is", case_words.grade_sentence(case))
    panels.named("Where", case.setting)
    panels.named("How long", case.duration)
    panels.named("Cost", case.cost)
    panels.named("How many people", case.sample_sizes)
    panels.named("Take care", case.caution)
    for paragraph in case.body.split("\n\n"):
        panels.sentence(paragraph)
    _source(case)


def _figures(case: CaseStudy, number: int) -> None:
    reading = read_case(case, number)
    if reading is None:
        panels.named("Our reading", f"The source prints no figure of indicator {number} to read.")
        return
    st.markdown("**Our reading.** What its printed figures say, apart from its own text.")
    for text in case_words.claim_sentences(case, reading):
        st.markdown(f"- {plain(text)}")


def _source(case: CaseStudy) -> None:
    if case.is_local:
        panels.quiet(case_words.LOCAL_NOTE)
    url = safe_url(case.source_url)
    panels.named("Source", f"{case.source_title}. Checked on {case.checked_on}.")
    if url:
        st.markdown(f"[{plain(case.source_url)}]({url})")
    for more in case.more_sources:
        panels.quiet(more)
