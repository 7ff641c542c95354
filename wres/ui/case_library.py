"""The case studies page: the library searched and ranked, and one case alone with its figures."""

from __future__ import annotations

import streamlit as st

from wres import access
from wres.answers import Evidence, Found, View, case_of, matches, need_of, read_case, search_cases
from wres.library.case_studies import CaseStudy
from wres.library.matching import Likeness, likeness
from wres.text import echo, safe_url
from wres.ui import case_choices, filters, helped, into_plan, panels, prose, visitor
from wres.ui.case_choices import Asked
from wres.ui.into_plan import Offers
from wres.ui.links import steps_from, to
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
    offers = _offers(evidence, view)
    read = [panels.found(case_words.found_headline(found)), *_nearest(found)]
    read += [_in_list(view, one, like, offers) for one, like in found.cases]
    if not asked.narrows:
        number = view.indicator
        found_ideas = matches(evidence, view, number, first=asked.first).ideas
        read += helped.ideas(found_ideas, offers, number=number)
    prose.draw(*read, steps_from(view.indicator, here="case_studies"), key="library")


def _nearest(found: Found) -> prose.Parts:
    if found.cases:
        return ()
    looked_for: dict[str, str | int] = {
        name: filters.asked_for(name) for name in FILTER_NAMES.values()
    }
    ways = []
    for name, count in found.nearest:
        without = case_choices.ALL_NINE if name == "indicator" else ""
        asked_for = {**looked_for, FILTER_NAMES[name]: without}
        ways.append(to("case_studies", case_words.nearest_label(name, count), **asked_for))
    nothing = None if found.nearest else prose.sentence(case_words.nothing_near(found.wanted))
    return nothing, prose.links(*ways)


def _in_list(view: View, case: CaseStudy, like: Likeness, offers: Offers) -> prose.Part | None:
    number = _number_for(view, case)
    return prose.card(
        prose.heading(case.title, level=prose.SUBSECTION),
        *helped.in_short(case, like),
        prose.folded("Everything about this case", *_whole(case, number), key=case.id),
        prose.links(helped.open_case(case, number, offers), *offers.case(case, number)),
    )


def _offers(evidence: Evidence, view: View) -> Offers:
    may_write = access.may_write(visitor.current(), view.org_code)
    return into_plan.offers(evidence, view, may_write=may_write)


def _number_for(view: View, case: CaseStudy) -> int:
    return view.indicator if view.indicator in case.indicators else case.indicators[0]


def _alone(evidence: Evidence, view: View, case: CaseStudy) -> None:
    number = _number_for(view, case)
    every = f"All case studies for indicator {number}"
    prose.draw(
        panels.found(case.title),
        *helped.in_short(case, likeness(case, need_of(evidence, view, number))),
        prose.links(*_offers(evidence, view).case(case, number)),
        *_whole(case, number),
        prose.links(to("case_studies", every, indicator=number)),
        steps_from(number, here="case_studies"),
        key="case",
    )


def _whole(case: CaseStudy, number: int) -> prose.Parts:
    return (
        prose.named("What was done", case.what_was_done),
        prose.named("In its own words", f"“{case.claim}”.") if case.claim else None,
        *_figures(case, number),
        prose.named("How firm the evidence is", case_words.grade_sentence(case)),
        prose.named("Where", case.setting),
        prose.named("How long", case.duration),
        prose.named("Cost", case.cost),
        prose.named("How many people", case.sample_sizes),
        prose.named("Take care", case.caution),
        *map(prose.sentence, case.body.split("\n\n")),
        *_source(case),
    )


def _figures(case: CaseStudy, number: int) -> prose.Parts:
    reading = read_case(case, number)
    if reading is None:
        missing = f"The source prints no figure of indicator {number} to read."
        return (prose.named("Our reading", missing),)
    return (
        prose.named("Our reading", "What its printed figures say, apart from its own text."),
        prose.listed(*case_words.claim_sentences(case, reading)),
    )


def _source(case: CaseStudy) -> prose.Parts:
    url = case.source_url
    return (
        prose.quiet(case_words.LOCAL_NOTE) if case.is_local else None,
        prose.named("Source", f"{case.source_title}. Checked on {case.checked_on}."),
        prose.sentence(prose.outside(url, url)) if safe_url(url) else None,
        *map(prose.quiet, case.more_sources),
    )
