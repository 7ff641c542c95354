"""The goal a trust sets for some posts: a share and a year, kept in the address and checked."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from wres import words
from wres.answers import GOAL_BANDS, View
from wres.measures import Goal, percent, rounded
from wres.terms import LAST_WRES_YEAR, Band
from wres.text import cut, one_line, plain
from wres.ui import filters, prose, state
from wres.words import ladder_steps
from wres.words.exports import printed_part
from wres.words.presets import SPOKEN, sentence_case

SEPARATOR = "-"
GOAL_LABEL = "A goal of your own"
SHARE_KEY, YEAR_KEY, BAND_KEY = "pick_goal_share", "pick_goal_year", "pick_goal_band"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedGoal:
    """The goal the address asks for, or the sentence why it cannot be used, or neither."""

    goal: Goal | None = None
    refusal: str = ""


def asked(view: View) -> AskedGoal:
    """Return what the address asks for: share, year and bands, such as “28-2030-8a-vsm”."""
    text = filters.asked_for("goal")
    refused = ladder_steps.unknown_goal(cut(one_line(text)), view.wres_year)
    share, _, rest = text.partition(SEPARATOR)
    year, _, band = rest.partition(SEPARATOR)
    if not share or not year:
        return AskedGoal(refusal=refused if text else "")
    goal = _goal(share, year, band or Band.BANDS_8A_VSM.value, view.wres_year)
    if goal is None:
        return AskedGoal(refusal=refused)
    return AskedGoal(goal=goal)


def _goal(share: str, year: str, band: str, now: int) -> Goal | None:
    found = filters.number_in(share)
    known = {one.value for one in GOAL_BANDS}
    years = {str(one) for one in range(now + 1, LAST_WRES_YEAR + 1)}
    if found is None or not 0.1 <= found <= 100 or year not in years or band not in known:
        return None
    return Goal(band=Band(band), share=rounded(found, 1) / 100, year=int(year))


def on_paper(found: AskedGoal) -> prose.Part:
    """Return what is set, for paper."""
    words_of_it = ladder_steps.goal_asked(found.goal) if found.goal else "none"
    return prose.on_paper(printed_part(((GOAL_LABEL, words_of_it),)))


def draw(view: View, found: AskedGoal) -> None:
    """Return nothing; draw the boxes a goal is set in, and why one cannot be used."""
    if found.refusal:
        st.warning(plain(found.refusal))
    _boxes(view, found.goal)


def _boxes(view: View, goal: Goal | None) -> None:
    years = [str(year) for year in range(view.wres_year + 1, LAST_WRES_YEAR + 1)]
    if not years:
        return
    state.show_value(SHARE_KEY, f"{percent(goal.share):g}" if goal else "")
    state.show_value(YEAR_KEY, str(goal.year) if goal else years[min(4, len(years) - 1)])
    state.show_value(BAND_KEY, (goal.band if goal else GOAL_BANDS[0]).value)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Goal for",
            [band.value for band in GOAL_BANDS],
            format_func=lambda code: words.band_label(Band(code)),
            key=BAND_KEY,
            on_change=_keep,
            width=340,
        )
        st.text_input(
            f"{plain(sentence_case(SPOKEN.bme_share))}, per cent",
            key=SHARE_KEY,
            placeholder="none",
            help=ladder_steps.GOAL_HELP,
            on_change=_keep,
            max_chars=6,
            width=200,
        )
        st.selectbox("By WRES year", years, key=YEAR_KEY, on_change=_keep, width=150)


def _keep() -> None:
    share = state.picked_value(SHARE_KEY).strip()
    parts = (share, state.picked_value(YEAR_KEY), state.picked_value(BAND_KEY))
    filters.keep("goal", SEPARATOR.join(parts) if share else "")
