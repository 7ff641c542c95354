"""The filters of Explore as one sentence: each part of it is a box, and the address holds them all.

“Show *indicator 8* for *Manchester* and the figures of *BME* beside White staff, against *acute
trusts*, from *2021* to *2025*.”
"""

from __future__ import annotations

import streamlit as st

from wres.answers import Evidence, View
from wres.text import echo, plain
from wres.ui import asked, filters, state
from wres.ui.sheet import Sheet

# The words each box begins with, in the order of the sentence: inside the box they take no line of
# their own on a phone, and are read aloud with it. Widths in pixels.
PARTS = (
    ("Show", "indicator", 410),
    ("for", "org", 430),
    ("", "group", 148),
    ("against", "benchmark", 180),
)
FOLDED = ("band", "staff")
NAMES = (*(name for _, name, _ in PARTS), "year", *FOLDED)
FIRST_YEAR = "First year"
SINCE_WIDTH, YEAR_WIDTH = 120, 200


def choose(evidence: Evidence) -> tuple[View, int]:
    """Return the view that is chosen and the first year to show, after drawing the sentence."""
    settled = filters.settled_for(evidence, NAMES)
    view = settled.view
    since, refusal = first_year(evidence, view, filters.asked_for("since"))
    if refusal:
        st.warning(plain(refusal))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for words, name, width in PARTS:
            filters.select(evidence, settled, name, begins=words, width=width)
        _select_since(evidence, view, since)
        filters.select(evidence, settled, "year", begins="to", width=YEAR_WIDTH)
    filters.open_where_used(view, FOLDED)
    return view, since


def below(page: Sheet, evidence: Evidence, view: View, *, since: int) -> None:
    """Return nothing; next come the boxes that are folded away, and on paper what is chosen."""
    filters.fold(page, evidence, view, more=FOLDED)
    page.read(filters.on_paper(evidence, view, NAMES, (FIRST_YEAR, str(since))))


def first_year(evidence: Evidence, view: View, text: str) -> tuple[int, str]:
    """Return the first year to show, and why where it is not the one asked for."""
    years = [year for year in evidence.years(view.org_code) if year <= view.wres_year]
    first = years[0] if years else view.wres_year
    if not text:
        return first, ""
    if text in {str(year) for year in years}:
        return int(text), ""
    if text in asked.WRES_YEARS and years and int(text) > view.wres_year:
        why = f"lies after {view.wres_year}"
    else:
        why = "has no figures here"
    return first, f"The first year asked for, “{echo(text)}”, {why}; it begins with {first}."


def _select_since(evidence: Evidence, view: View, since: int) -> None:
    years = [str(year) for year in evidence.years(view.org_code) if year <= view.wres_year]
    key = "pick_since"
    state.show_value(key, str(since))
    st.selectbox(
        "Begin with",
        years or [str(since)],
        format_func=lambda year: f"from {year}",
        label_visibility="collapsed",
        key=key,
        on_change=_keep_since,
        args=(key, years[0] if years else ""),
        width=SINCE_WIDTH,
    )


def _keep_since(key: str, first: str) -> None:
    value = state.picked_value(key)
    filters.keep("since", "" if value == first else value)
