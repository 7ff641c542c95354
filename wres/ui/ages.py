"""How old each concern is, kept per view, and what was a concern and is not raised now."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from wres.answers import ConcernsAnswer, Evidence, View
from wres.answers.ages import Age, ages_of
from wres.ui import prose
from wres.words import judgements as words


@st.cache_resource(show_spinner=False, max_entries=500)
def _ages(_evidence: Evidence, version: int, view: View) -> dict[int, Age]:
    return ages_of(_evidence, view.org_code, view.wres_year, kind=view.comparator)


def found(evidence: Evidence, view: View) -> Mapping[int, Age]:
    """Return the age of each concern of the chosen organisation and year, by indicator."""
    bare = View(org_code=view.org_code, wres_year=view.wres_year, comparator=view.comparator)
    return _ages(evidence, evidence.version, bare)


def gone(answer: ConcernsAnswer, ages: Mapping[int, Age]) -> prose.Parts:
    """Return what was a concern the year before and is not raised now, with its heading."""
    left = words.gone_ages(ages.values(), (card.measured.number for card in answer.cards))
    if not ages:
        return ()
    return (
        prose.heading("No longer raised", anchor="no-longer-raised"),
        prose.sentence(words.gone_note(left)),
        prose.listed(*map(words.gone_line, left)),
    )
