"""Stories and steps ready to be shown, made once for each version of the figures and the plan."""

from __future__ import annotations

import streamlit as st

from wres.answers import Evidence, View
from wres.answers.story import StepKind, Story, StoryStep, build_story, every_step
from wres.benchmarks import BenchmarkKind
from wres.live import Option
from wres.reports.slides import Slide, card_of, links_of, options_of, slide_of
from wres.terms import Band

# Some sessions and stories; a slide is a few kilobytes.
KEPT, FEWER_KEPT = 300, 50


def slide_for(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    """Return a step of an organisation's session; the band and comparator of the view count."""
    return _slide(
        evidence,
        _known(evidence, view.org_code),
        (view.org_code, view.wres_year, step.indicator, step.kind.value),
        (view.band.value, view.comparator.value if view.comparator else ""),
    )


def options_for(evidence: Evidence, view: View, number: int) -> tuple[Option, ...]:
    """Return the actions for one indicator that a room can decide on; none for all nine."""
    if not number:
        return ()
    about = (view.org_code, view.wres_year, number)
    return _options(evidence, _known(evidence, view.org_code), about)


def built_for(evidence: Evidence, view: View) -> Story:
    """Return the story that an organisation's findings make."""
    known = _known(evidence, view.org_code)
    return _built(evidence, known, (view.org_code, view.wres_year))


def steps_for(evidence: Evidence, view: View) -> tuple[StoryStep, ...]:
    """Return every step that can be added to a story of an organisation."""
    known = _known(evidence, view.org_code)
    return _every_step(evidence, known, (view.org_code, view.wres_year))


def links_for(evidence: Evidence, view: View, numbers: tuple[int, ...]) -> dict[str, str]:
    """Return where to read on about some indicators: the title of each case and its address."""
    about = (view.org_code, view.wres_year, numbers)
    return _links(evidence, _known(evidence, view.org_code), about)


def _known(evidence: Evidence, org_code: str) -> tuple[int, str]:
    """What these are made of: the figures and the plan. Other records leave them as they are."""
    return evidence.version, repr(evidence.plan_for(org_code))


@st.cache_resource(show_spinner=False, max_entries=FEWER_KEPT)
def _built(_evidence: Evidence, known: tuple[int, str], about: tuple[str, int]) -> Story:
    org_code, wres_year = about
    return build_story(_evidence, View(org_code=org_code, wres_year=wres_year))


@st.cache_resource(show_spinner=False, max_entries=FEWER_KEPT)
def _every_step(
    _evidence: Evidence, known: tuple[int, str], about: tuple[str, int]
) -> tuple[StoryStep, ...]:
    org_code, wres_year = about
    return every_step(_evidence, View(org_code=org_code, wres_year=wres_year))


@st.cache_resource(show_spinner=False, max_entries=FEWER_KEPT)
def _links(
    _evidence: Evidence, known: tuple[int, str], about: tuple[str, int, tuple[int, ...]]
) -> dict[str, str]:
    org_code, wres_year, numbers = about
    return links_of(_evidence, View(org_code=org_code, wres_year=wres_year), numbers)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _slide(
    _evidence: Evidence,
    known: tuple[int, str],
    about: tuple[str, int, int, str],
    narrowed: tuple[str, str],
) -> Slide:
    org_code, wres_year, number, kind = about
    band, comparator = narrowed
    view = View(
        org_code=org_code,
        wres_year=wres_year,
        indicator=number or View().indicator,
        band=Band(band),
        comparator=BenchmarkKind(comparator) if comparator else None,
    )
    return slide_of(_evidence, view, StoryStep(kind=StepKind(kind), indicator=number))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _options(
    _evidence: Evidence, known: tuple[int, str], about: tuple[str, int, int]
) -> tuple[Option, ...]:
    org_code, wres_year, number = about
    view = View(org_code=org_code, wres_year=wres_year, indicator=number)
    return options_of(card_of(_evidence, view))
