"""How sure: the other ways of counting in one line, and made-up years beside the real one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from wres.answers import Replay, Robustness, View
from wres.charts.made_up_years import replays_drawing
from wres.reports.sureness import ways_table
from wres.ui import folding, panels, prose
from wres.words import sureness as words


def ways(found: Robustness | None) -> prose.Parts:
    """Return whether the verdict holds under other ways of counting, with their table folded."""
    if found is None:
        return ()
    table = prose.table(ways_table(found)) if found.recounts else None
    return (
        prose.sentence(words.robustness_sentence(found)),
        prose.folded(f"Each way of counting indicator {found.indicator}", table),
    )


def made_up_years(
    found: tuple[Replay, ...],
    said: panels.ChartWords,
    view: View,
    *,
    before: prose.Parts,
) -> prose.Parts:
    """Return what is still to be drawn once twenty simulated years without change are drawn.

    They stand beside the real one, and are made when they are opened. Where there are some, what
    stands ``before`` them is drawn first. ``said`` is what a picture of it is about.
    """
    if not found:
        return before
    prose.draw(*before, key="before_made_up_years")
    label = "How far could this move by chance? Twenty made-up years"
    folding.boxes(label, partial(_years, found, said, view), key="made_up")
    return ()


def _years(found: tuple[Replay, ...], said: panels.ChartWords, view: View) -> None:
    lines = (words.SIMULATED, *map(words.replay_sentence, found))
    prose.draw(*map(prose.sentence, lines), key="made_up_years")
    drawing, alt = replays_drawing(found), words.replays_alt(found)
    panels.bare_chart(drawing, alt, key="made_up_years")
    told = replace(said, alt=alt, note=words.SIMULATED)
    panels.pictures({"made_up_years": (drawing, told)}, view, key="made_up_years")
