"""How sure: the other ways of counting in one line, and made-up years beside the real one."""

from __future__ import annotations

import streamlit as st

from wres.answers import Replay, Robustness
from wres.charts.made_up_years import replays_drawing
from wres.reports.sureness import ways_table
from wres.ui import panels
from wres.words import sureness as words


def other_ways(found: Robustness | None) -> None:
    """Return nothing; say whether the verdict holds, with the table one press away."""
    if found is None:
        return
    panels.sentence(words.robustness_sentence(found))
    if found.recounts:
        with st.expander(f"Each way of counting indicator {found.indicator}"):
            panels.words_table(ways_table(found))


def made_up_years(found: tuple[Replay, ...]) -> None:
    """Return nothing; draw twenty simulated years without change beside the real one."""
    if not found:
        return
    with st.expander("How far could this move by chance? Twenty made-up years"):
        panels.sentence(words.SIMULATED)
        for one in found:
            panels.sentence(words.replay_sentence(one))
        panels.bare_chart(replays_drawing(found), words.replays_alt(found), key="made_up_years")
