"""How sure: other ways of counting, what was doubted, and made-up years beside the real one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from wres.answers import Replay, Robustness, View
from wres.charts.made_up_years import replays_drawing
from wres.reports import sureness as reported
from wres.store import Note
from wres.ui import panels, prose
from wres.ui.sheet import Sheet
from wres.words import sureness as words


def ways(found: Robustness | None) -> prose.Parts:
    """Return whether the verdict holds under other ways of counting, with their table folded."""
    if found is None:
        return ()
    table = prose.table(reported.ways_table(found)) if found.recounts else None
    return (
        prose.sentence(words.robustness_sentence(found)),
        prose.folded(f"Each way of counting indicator {found.indicator}", table),
    )


def doubts(notes: tuple[Note, ...], view: View, number: int) -> prose.Parts:
    """Return what was doubted about these figures at the upload, and why it stands."""
    return tuple(map(prose.quiet, reported.doubts(notes, number, wres_year=view.wres_year)))


def made_up_years(
    page: Sheet, found: tuple[Replay, ...], *, said: panels.ChartWords, view: View
) -> None:
    """Return nothing; next come twenty simulated years without change beside the real one, if any.

    They are made when they are opened. ``said`` is what a picture of them is about.
    """
    if not found:
        return
    label = "How far could this move by chance? Twenty made-up years"
    years = partial(_years, found, said, view)
    page.opens(label, years, key="made_up", prints=True)


def _years(found: tuple[Replay, ...], said: panels.ChartWords, view: View) -> None:
    lines = (words.SIMULATED, *map(words.replay_sentence, found))
    prose.draw(*map(prose.sentence, lines), key="made_up_years")
    drawing, alt = replays_drawing(found), words.replays_alt(found)
    panels.bare_chart(drawing, alt, key="made_up_years")
    told = replace(said, alt=alt, note=words.SIMULATED)
    panels.pictures({"made_up_years": (drawing, told)}, view, key="made_up_years")
