"""How sure: the other ways of counting in one line, and made-up years beside the real one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from wres.answers import Replay, Robustness, View
from wres.charts.made_up_years import replays_drawing
from wres.reports.sureness import ways_table
from wres.ui import panels, prose
from wres.words import sureness as words


def ways(found: Robustness | None) -> tuple[prose.Part | None, ...]:
    """Return whether the verdict holds under other ways of counting, with their table folded."""
    if found is None:
        return ()
    table = prose.table(ways_table(found)) if found.recounts else None
    return (
        prose.sentence(words.robustness_sentence(found)),
        prose.folded(f"Each way of counting indicator {found.indicator}", table),
    )


def other_ways(found: Robustness | None) -> None:
    """Return nothing; say whether the verdict holds, with the table one press away."""
    prose.draw(*ways(found), key="other_ways")


def made_up_years(found: tuple[Replay, ...], said: panels.ChartWords, view: View) -> None:
    """Return nothing; draw twenty simulated years without change beside the real one.

    ``said`` is what a picture of it is about, and from where.
    """
    if not found:
        return
    with st.expander("How far could this move by chance? Twenty made-up years"):
        panels.sentences(words.SIMULATED, *map(words.replay_sentence, found))
        drawing, alt = replays_drawing(found), words.replays_alt(found)
        panels.bare_chart(drawing, alt, key="made_up_years")
        told = replace(said, alt=alt, note=words.SIMULATED)
        panels.pictures({"made_up_years": (drawing, told)}, view, key="made_up_years")
