"""England below the two groups, drawn: one row a background or an occupation, by name."""

from __future__ import annotations

from wres.charts.bands import BandPoint, bands
from wres.charts.drawing import Drawing
from wres.library.benchmarks import NationalBreakdown
from wres.measures import percent
from wres.terms import EthnicGroup
from wres.words import SPOKEN, Labels, group_label
from wres.words.sitting import background_name, breakdown_range


def breakdowns_drawing(rows: tuple[NationalBreakdown, ...], labels: Labels = SPOKEN) -> Drawing:
    """Return one row a published figure with its likely range, on one scale, in the order given."""
    return bands(tuple(_point(one, labels) for one in rows))


def _point(one: NationalBreakdown, labels: Labels) -> BandPoint:
    low, high = breakdown_range(one)
    group = _side(one.ethnic_group)
    return BandPoint(
        band=background_name(one),
        group=group,
        label=group_label(group, labels),
        percent=percent(one.value),
        low=percent(low),
        high=percent(high),
    )


def _side(group: EthnicGroup) -> EthnicGroup:
    both = (EthnicGroup.WHITE, EthnicGroup.ALL)
    return group if group in both else EthnicGroup.BME
