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
from wres.ui import judging, panels, prose, sureness
from wres.ui.links import Ways, steps_from, to
from wres.words import strength_words
from wres.words.judgements import age_sentence, list_words
from wres.words.plans import strength_of
from wres.words.sitting import simpson_warning, split_sentence

ACROSS = 3


def glance_grid(glances: tuple[Glance, ...], judged: Mapping[int, Judged]) -> None:
    """Return nothing; draw the indicators as cards, three in a row where there is room."""
    for start in range(0, len(glances), ACROSS):
        row = glances[start : start + ACROSS]
        for column, one in zip(st.columns(ACROSS, border=True), row, strict=False):
            with column:
                _glance(one, judged.get(one.measured.number))


def _glance(one: Glance, judged: Judged | None) -> None:
    number, found = one.measured.number, one.assessment
    drawing = None if found is None else spark_drawing(one)
    above = _figures(one, found, judged)
    if drawing is None:
        prose.draw(*above, _ways_on(number, found), key=f"glance_{number}")
        return
    prose.draw(*above, key=f"glance_{number}")
    panels.bare_chart(drawing, words.gap_series_alt(one), key=f"spark_{number}")
    prose.draw(_ways_on(number, found), key=f"from_glance_{number}")


def _figures(one: Glance, found: Assessment | None, judged: Judged | None) -> prose.Parts:
    title = prose.heading(words.indicator_label(one.measured.number), level=prose.SUBSECTION)
    if found is None:
        return title, prose.quiet("No figures for this year."), *judging.said(judged)
    return (
        title,
        prose.sentence(prose.bold(strength_words(found.strength))),
        *judging.said(judged),
        prose.sentence(words.finding(one)),
        prose.quiet(f"{words.evidence_line(found)}. {words.benchmark_line(one)}"),
        prose.quiet(words.rounding_note(found.gap)),
    )


def _ways_on(number: int, found: Assessment | None) -> prose.Part | None:
    if found is None:
        return prose.links(to("benchmarks", "Published figures", indicator=number))
    explore = to("explore", "Explore", indicator=number)
    if not found.is_concern:
        return prose.links(explore)
    return prose.links(
        explore,
        to("areas_of_concern", "Why, and what next", indicator=number),
        to("case_studies", "What worked elsewhere", indicator=number),
    )


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
) -> prose.Part | None:
    """Return the concerns of a page, most urgent first, with both verdicts, to be gone to."""
    lines = (
        (number, words.concern_line(card), list_words(ages.get(number), judged.get(number)))
        for card in in_page_order(answer)
        for number in (card.measured.number,)
    )
    return prose.listed(
        *(
            (prose.to_anchor(line, f"indicator-{number}"), f" {beside}")
            for number, line, beside in lines
        )
    )


def concern(
    card: ConcernCard,
    *,
    ages: Mapping[int, Age],
    judged: Mapping[int, Judged],
    ways: Ways,
    share: prose.Link,
    is_open: bool = False,
) -> prose.Parts:
    """Return one area of concern: why, how sure, what the plan says and what is being done."""
    number = card.measured.number
    return (
        prose.heading(words.indicator_label(number), anchor=f"indicator-{number}"),
        prose.sentence(prose.bold(_verdict(card)), f" {words.origin_words(card)}"),
        prose.sentence(age_sentence(ages.get(number))),
        *judging.said(judged.get(number)),
        steps_from(number, share, here="areas_of_concern", known=ways),
        *(() if card.assessment is None else _evidence(card, card.assessment)),
        *_declared(card),
        *_activities(card, is_open=is_open),
    )


def _verdict(card: ConcernCard) -> str:
    if card.is_computed or card.declared is None:
        return f"{strength_of(card)}."
    return "◇ Declared by the trust."


def _evidence(card: ConcernCard, found: Assessment) -> prose.Parts:
    sitting = card.sitting
    return (
        prose.sentence(words.assessment_finding(card.measured, found)),
        prose.quiet(f"{words.evidence_line(found)}."),
        triggered(found),
        *map(prose.sentence, in_people(found)),
        *sureness.ways(card.robustness),
        None if sitting is None else prose.named("Where it sits", split_sentence(sitting)),
        None if sitting is None else prose.quiet(simpson_warning(sitting)),
    )


def triggered(found: Assessment) -> prose.Part | None:
    """Return the triggers, each with both its answers, None without any."""
    return prose.listed(
        *(
            (
                prose.bold(f"{words.trigger_label(one.trigger)}: {words.trigger_answers(one)}."),
                f" {words.finding_sentence(one)}",
            )
            for one in found.findings
        )
    )


def in_people(found: Assessment) -> tuple[str, str]:
    """Return how far a likelihood is from four fifths, and the gap in people; empty where not."""
    ratio = "" if found.likelihood is None else words.four_fifths_sentence(found.likelihood)
    return ratio, words.people_sentence(found.people, found.gap)


def _declared(card: ConcernCard) -> prose.Parts:
    if card.declared is None:
        return ()
    return (
        prose.named("What the plan says", words.stated_words(card.declared)),
        prose.listed(*words.reason_sentences(card), *words.unnamed_reasons(card)),
        prose.quiet(card.declared.note),
    )


def _activities(card: ConcernCard, *, is_open: bool) -> prose.Parts:
    label = f"Activities for indicator {card.measured.number}"
    told = [part for one in card.activities for part in activity(one)]
    return (
        prose.named("What is being done", words.activities_sentence(card)),
        prose.folded(label, *told, is_open=is_open),
    )


def activity(one: Activity) -> prose.Parts:
    """Return one activity: what, who, when, how far, and what is missing."""
    return (
        prose.sentence(prose.bold(one.activity)),
        prose.sentence(
            f"Lead: {words.lead_words(one)} · Due: {words.due_words(one)} · "
            f"Status: {words.status_of_activity(one)}"
        ),
        prose.quiet(words.missing_sentence(one)),
    )
