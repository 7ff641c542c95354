"""Simulated years without change as a strip, with the real year marked among them."""

from __future__ import annotations

from wres.answers import Replay
from wres.charts.drawing import Drawing
from wres.charts.strip import StripRow, strip
from wres.words import SPOKEN, Labels, group_label


def replays_drawing(found: tuple[Replay, ...], labels: Labels = SPOKEN) -> Drawing:
    """Return one row a group: a tick a made-up year, the level held fixed, and the real year."""
    rows = tuple(
        StripRow(
            code=one.real.group.value,
            label=group_label(one.real.group, labels),
            peers=tuple(100 * value for value in one.simulated),
            median=100 * one.level,
            median_label="Level before",
            own=100 * (one.real.value or 0.0),
            own_label="This year",
        )
        for one in found
    )
    return strip(rows, axis_title="Per cent; ticks are simulated years, not figures")
