"""Cards: one indicator at a glance, and one area of concern with what answers it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from wres import words
from wres.answers import ConcernCard, ConcernsAnswer, Evidence, Glance, View
from wres.answers.ages import Age
from wres.answers.judging import Judged
from wres.charts import Drawing
from wres.charts.of_answers import spark_drawing
from wres.concerns import Assessment
from wres.plans import Activity
from wres.text import plain
from wres.ui import helped, judging, panels, sureness
from wres.ui.links import link, next_steps, share_card
from wres.words import strength_words
from wres.words.judgements import age_sentence, list_words
from wres.words.plans import strength_of
from wres.words.sitting import simpson_warning, split_sentence

ACROSS = 3


def glance_grid(glances: tuple[Glance, ...], judged: Mapping[int, Judged]) -> None:
    """Return nothing; draw the indicators as cards, three in a row where there is room."""
    for start in range(0, len(glances), ACROSS):
        for column, one in zip(st.columns(ACROSS), glances[start : start + ACROSS], strict=False):
            with column, st.container(border=True, height="stretch"):
                _glance(one, judged.get(one.measured.number))


def _glance(one: Glance, judged: Judged | None) -> None:
    number = one.measured.number
    st.markdown(f"### {plain(words.indicator_label(number))}")
    found = one.assessment
    if found is None:
        panels.quiet("No figures for this year.")
        judging.show(judged)
        link("benchmarks", "Published figures", indicator=number)
        return
    st.markdown(f"**{plain(strength_words(found.strength))}**")
    judging.show(judged)
    panels.sentence(words.finding(one))
    panels.quiet(f"{words.evidence_line(found)}. {words.benchmark_line(one)}")
    panels.quiet(words.rounding_note(found.gap))
    drawing = spark_drawing(one)
    if drawing is not None:
        panels.bare_chart(drawing, words.gap_series_alt(one), key=f"spark_{number}")
    link("explore", "Explore", indicator=number)
    if found.is_concern:
        link("areas_of_concern", "Why, and what next", indicator=number)
        link("case_studies", "What worked elsewhere", indicator=number)


def pictures(evidence: Evidence, view: View, glances: tuple[Glance, ...]) -> None:
    """Return nothing; offer the small charts of the cards as pictures, where there are any."""
    kept: dict[str, tuple[Drawing, panels.ChartWords]] = {}
    for one in glances:
        drawing = spark_drawing(one) if one.assessment is not None else None
        if drawing is not None:
            kept[f"card_{one.measured.number}"] = (drawing, _said(evidence, view, one))
    if kept:
        panels.pictures(kept, view, key="cards")


def _said(evidence: Evidence, view: View, one: Glance) -> panels.ChartWords:
    organisation = evidence.organisations.get(view.org_code)
    ids = {gap.bme.source_id for gap in one.gaps if gap.bme.source_id}
    found = one.assessment
    return panels.ChartWords(
        headline=words.finding(one),
        subtitle=words.subtitle(one.measured, organisation, view.wres_year),
        alt=words.gap_series_alt(one),
        source="; ".join(sorted(evidence.source_of(one) for one in ids)),
        answered=f"{words.evidence_line(found)}." if found else "",
    )


def in_page_order(answer: ConcernsAnswer) -> tuple[ConcernCard, ...]:
    """Return the cards of a page: the indicator asked for first, even when it is no concern."""
    return ((answer.asked_for,) if answer.asked_for else ()) + answer.cards


def contents(
    answer: ConcernsAnswer, *, ages: Mapping[int, Age], judged: Mapping[int, Judged]
) -> None:
    """Return nothing; list the concerns of a page, most urgent first, with both verdicts."""
    lines = (
        (number, words.concern_line(card), list_words(ages.get(number), judged.get(number)))
        for card in in_page_order(answer)
        for number in (card.measured.number,)
    )
    listed = "\n".join(
        f"- [{plain(line)}](#indicator-{number}) {plain(beside)}" for number, line, beside in lines
    )
    if listed:
        st.markdown(listed)


def concern(
    evidence: Evidence,
    view: View,
    card: ConcernCard,
    *,
    ages: Mapping[int, Age],
    judged: Mapping[int, Judged],
    expanded: bool = False,
) -> None:
    """Return nothing; draw one area of concern: why, how sure, the plan, what helped elsewhere."""
    number = card.measured.number
    panels.section(words.indicator_label(number), anchor=f"indicator-{number}")
    if card.is_computed or card.declared is None:
        st.markdown(f"**{plain(strength_of(card))}.** {plain(words.origin_words(card))}")
    else:
        st.markdown(f"**◇ Declared by the trust.** {plain(words.origin_words(card))}")
    panels.sentence(age_sentence(ages.get(number)))
    judging.show(judged.get(number))
    next_steps(number, here="areas_of_concern")
    share_card(evidence, view, number)
    if card.assessment is not None:
        _evidence(card, card.assessment)
    _declared(card)
    _activities(card, expanded=expanded)
    helped.on_card(evidence, view, card, expanded=expanded)


def _evidence(card: ConcernCard, found: Assessment) -> None:
    panels.sentence(words.assessment_finding(card.measured, found))
    panels.quiet(f"{words.evidence_line(found)}.")
    triggers(found)
    panels.sentences(*in_people(found))
    sureness.other_ways(card.robustness)
    if card.sitting is not None:
        panels.named("Where it sits", split_sentence(card.sitting))
        panels.quiet(simpson_warning(card.sitting))


def triggers(found: Assessment) -> None:
    """Return nothing; list the triggers, each with both its answers."""
    if found.findings:
        st.markdown(
            "\n".join(
                f"- **{plain(words.trigger_label(one.trigger))}: "
                f"{plain(words.trigger_answers(one))}.** {plain(words.finding_sentence(one))}"
                for one in found.findings
            )
        )


def in_people(found: Assessment) -> tuple[str, str]:
    """Return how far a likelihood is from four fifths, and the gap in people; empty where not."""
    ratio = "" if found.likelihood is None else words.four_fifths_sentence(found.likelihood)
    return ratio, words.people_sentence(found.people, found.gap)


def _declared(card: ConcernCard) -> None:
    if card.declared is None:
        return
    reasons = (*words.reason_sentences(card), *words.unnamed_reasons(card))
    listed = "\n".join(f"- {plain(text)}" for text in reasons)
    said = plain(words.stated_words(card.declared))
    st.markdown(f"**What the plan says.** {said}\n\n{listed}")
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
