"""Cards: one indicator at a glance, and one area of concern with what answers it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from wres import words
from wres.answers import ConcernCard, ConcernsAnswer, Glance
from wres.charts import Drawing
from wres.charts.of_answers import spark_drawing
from wres.concerns import Assessment, Finding, Strength
from wres.library.case_studies import CaseStudy, Likeness
from wres.plans import Activity
from wres.text import one_line, plain
from wres.ui import panels, sureness
from wres.ui.links import link
from wres.words import strength_words
from wres.words.sitting import simpson_warning, split_sentence

ACROSS = 3
CASES_SHOWN = 3


def glance_grid(glances: tuple[Glance, ...]) -> None:
    """Return nothing; draw the indicators as cards, three in a row where there is room."""
    for start in range(0, len(glances), ACROSS):
        for column, one in zip(st.columns(ACROSS), glances[start : start + ACROSS], strict=False):
            with column, st.container(border=True, height="stretch"):
                _glance(one)


def _glance(one: Glance) -> None:
    number = one.measured.number
    st.markdown(f"### {plain(words.indicator_label(number))}")
    found = one.assessment
    if found is None:
        panels.quiet("No figures for this year.")
        link("benchmarks", "Published figures", indicator=number)
        return
    st.markdown(f"**{plain(strength_words(found.strength))}**")
    panels.sentence(words.finding(one))
    panels.quiet(f"{words.evidence_line(found)}. {words.benchmark_line(one)}")
    panels.quiet(words.rounding_note(found.gap))
    drawing = spark_drawing(one)
    if drawing is not None:
        _small(drawing, words.gap_series_alt(one), key=f"spark_{number}")
    link("explore", "Explore", indicator=number)
    if found.is_concern:
        link("areas_of_concern", "Why, and what next", indicator=number)


def _small(drawing: Drawing, alt: str, *, key: str) -> None:
    st.vega_lite_chart(
        pd.DataFrame(list(drawing.rows)),
        dict(drawing.spec),
        theme=None,
        width="stretch",
        alt=one_line(alt),
        key=key,
    )


def contents(answer: ConcernsAnswer) -> None:
    """Return nothing; list the concerns of a page, most urgent first."""
    for card in answer.cards:
        number = card.measured.number
        st.markdown(f"- [{plain(words.concern_line(card))}](#indicator-{number})")


def concern(card: ConcernCard, *, expanded: bool = False) -> None:
    """Return nothing; draw one area of concern: why, how sure, the plan, the case studies."""
    number = card.measured.number
    strength = card.assessment.strength if card.assessment else Strength.NONE
    panels.section(words.indicator_label(number), anchor=f"indicator-{number}")
    if card.is_computed:
        st.markdown(f"**{plain(strength_words(strength))}.** {plain(words.origin_words(card))}")
    else:
        st.markdown(f"**◇ Declared by the trust.** {plain(words.origin_words(card))}")
    if card.assessment is not None:
        _evidence(card, card.assessment)
    _declared(card)
    _activities(card, expanded=expanded)
    _cases(card, expanded=expanded)
    with st.container(horizontal=True):
        link("explore", f"Explore indicator {number}", indicator=number)
        link("action_plan", "The whole action plan", indicator=number)
        link("case_studies", f"All case studies for indicator {number}", indicator=number)


def _evidence(card: ConcernCard, found: Assessment) -> None:
    panels.sentence(words.assessment_finding(card.measured, found))
    for one in found.findings:
        trigger(one)
    if found.likelihood is not None:
        panels.sentence(words.four_fifths_sentence(found.likelihood))
    panels.sentence(words.people_sentence(found.people, found.gap))
    sureness.other_ways(card.robustness)
    if card.sitting is not None:
        panels.named("Where it sits", split_sentence(card.sitting))
        panels.quiet(simpson_warning(card.sitting))


def trigger(one: Finding) -> None:
    """Return nothing; draw one trigger with both its answers."""
    st.markdown(
        f"- **{plain(words.trigger_label(one.trigger))}: {plain(words.trigger_answers(one))}.** "
        f"{plain(words.finding_sentence(one))}"
    )


def _declared(card: ConcernCard) -> None:
    if card.declared is None:
        return
    st.markdown(f"**What the plan says.** {plain(words.stated_words(card.declared))}")
    for text in (*words.reason_sentences(card), *words.unnamed_reasons(card)):
        st.markdown(f"- {plain(text)}")
    panels.quiet(card.declared.note)


def _activities(card: ConcernCard, *, expanded: bool) -> None:
    st.markdown(f"**What is being done.** {plain(words.activities_sentence(card))}")
    if not card.activities:
        return
    with st.expander(f"Activities for indicator {card.measured.number}", expanded=expanded):
        for one in card.activities:
            activity(one)


def activity(one: Activity) -> None:
    """Return nothing; draw one activity: what, who, when, how far, and what is missing."""
    st.markdown(
        f"**{plain(one.activity)}**  \n"
        f"Lead: {plain(words.lead_words(one))} · Due: {plain(words.due_words(one))} · "
        f"Status: {plain(words.status_of_activity(one))}"
    )
    panels.quiet(words.missing_sentence(one))


def _cases(card: ConcernCard, *, expanded: bool) -> None:
    st.markdown("**What worked elsewhere.**")
    if not card.cases:
        panels.sentence("No case study for this indicator has been found with a source.")
        return
    number = card.measured.number
    with st.expander(f"Case studies for indicator {number}", expanded=expanded):
        for case, like in card.cases[:CASES_SHOWN]:
            case_summary(case, like)
            link("case_studies", f"Read: {case.title}", indicator=number)


def case_summary(case: CaseStudy, like: Likeness) -> None:
    """Return nothing; draw a case study in short: outcome, what did not work, how like us."""
    st.markdown(
        f"**{plain(case.title)}**, {plain(case.organisation)}  \n"
        f"Outcome: {plain(case.outcome)}  \n"
        f"What did not work: {plain(case.what_did_not_work)}"
    )
    panels.quiet(f"How like this trust: {' '.join(like.reasons)}")
