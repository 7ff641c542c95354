"""Steps ready to be shown, made once for each version of the figures and the plans."""

from __future__ import annotations

import streamlit as st

from wres.answers import Evidence, View
from wres.answers.story import StepKind, StoryStep
from wres.benchmarks import BenchmarkKind
from wres.live import Option
from wres.reports.slides import Slide, card_of, options_of, slide_of
from wres.terms import Band
from wres.ui import loading

# Some sessions and stories; a slide is a few kilobytes.
KEPT = 300


def slide_for(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    """Return a step of an organisation's session; the band and comparator of the view count."""
    return _slide(
        evidence,
        (evidence.version, loading.records_written()),
        (view.org_code, view.wres_year, step.indicator, step.kind.value),
        (view.band.value, view.comparator.value if view.comparator else ""),
    )


def options_for(evidence: Evidence, view: View, number: int) -> tuple[Option, ...]:
    """Return the actions for one indicator that a room can decide on; none for all nine."""
    if not number:
        return ()
    versions = (evidence.version, loading.records_written())
    return _options(evidence, versions, (view.org_code, view.wres_year, number))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _slide(
    _evidence: Evidence,
    versions: tuple[int, int],
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
    _evidence: Evidence, versions: tuple[int, int], about: tuple[str, int, int]
) -> tuple[Option, ...]:
    org_code, wres_year, number = about
    view = View(org_code=org_code, wres_year=wres_year, indicator=number)
    return options_of(card_of(_evidence, view))
