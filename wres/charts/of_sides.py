"""Two sides on one scale, and several small trends on one scale."""

from __future__ import annotations

from wres.answers import SideBySide
from wres.charts.bands import BandPoint, bands
from wres.charts.drawing import Drawing
from wres.measures import Rate, percent
from wres.terms import EthnicGroup
from wres.words import SPOKEN, Labels, group_label, rate_text, side_name


def sides_drawing(found: SideBySide, labels: Labels = SPOKEN) -> Drawing:
    """Return both groups of both sides, one row a side, on one scale in per cent."""
    points = []
    for side in (found.first, found.second):
        rates = [side.gap.bme]
        # The shares of White posts mirror those of BME posts.
        if found.measured.is_survey and side.gap.bme.group is not EthnicGroup.WHITE:
            rates.append(side.gap.white)
        points += [_point(rate, side_name(side, found.across), labels) for rate in rates]
    return bands(tuple(points))


def _point(rate: Rate, name: str, labels: Labels) -> BandPoint:
    shown = rate.is_shown and rate.value is not None
    limits = rate.interval
    return BandPoint(
        band=name,
        group=rate.group,
        label=group_label(rate.group, labels),
        percent=percent(rate.value or 0.0) if shown else None,
        low=percent(limits.low) if limits else None,
        high=percent(limits.high) if limits else None,
        note="" if shown else rate_text(rate),
    )
