"""Indicators 1 and 9 drawn: the ladder, the kinds of staff, the board, and the line to a goal."""

from __future__ import annotations

from collections.abc import Sequence

from wres.answers import Exploration
from wres.answers.workforce import Workforce
from wres.charts.bands import BandPoint, Reference, bands
from wres.charts.drawing import Drawing
from wres.charts.ladder import LadderRung, ladder
from wres.charts.theme import Size
from wres.charts.trend import BenchmarkPoint, TrendPoint, trend
from wres.measures import GoalLine, Rung, percent
from wres.terms import EthnicGroup
from wres.words import (
    SPOKEN,
    Labels,
    band_label,
    percent_text,
    rate_text,
    staff_group_label,
)
from wres.words.posts import rung_figure, rung_name, rung_people


def rungs_drawing(rungs: Sequence[Rung], everyone: Rung) -> Drawing:
    """Return the BME share and people of each rung, top first, beside the workforce."""
    reference = None
    if everyone.share is not None:
        share = percent(everyone.share)
        reference = Reference(percent=share, label="Workforce")
    return ladder([_rung(rung) for rung in rungs], group=EthnicGroup.BME, reference=reference)


def _rung(rung: Rung) -> LadderRung:
    said = rung_figure(rung)
    if not rung.is_shown or rung.share is None:
        return LadderRung(name=rung_name(rung), percent=None, note=said)
    return LadderRung(
        name=rung_name(rung),
        people=rung_people(rung),
        percent=percent(rung.share),
        text=percent_text(rung.share),
    )


def goal_drawing(found: Workforce, line: GoalLine, labels: Labels = SPOKEN) -> Drawing:
    """Return the share over the years up to this one, and the dashed straight line to a goal."""
    points = tuple(
        TrendPoint(
            year=rate.wres_year,
            group=EthnicGroup.BME,
            label=labels.bme,
            percent=percent(rate.value or 0.0),
        )
        for rate in found.path
    )
    now = (line.start_year, line.people / line.posts)
    ahead = (now, *((step.wres_year, step.share) for step in line.steps))
    path = tuple(
        BenchmarkPoint(
            year=year,
            group=EthnicGroup.BME,
            label="Straight line to the goal",
            percent=percent(share),
        )
        for year, share in ahead
    )
    return trend(points, benchmarks=path)


def share_bands_drawing(
    exploration: Exploration, labels: Labels = SPOKEN, *, size: Size = Size.SCREEN
) -> Drawing:
    """Return the BME share of posts, one row a band or seat, beside the workforce share."""
    on_board = exploration.measured.number == 9
    gaps = exploration.by_staff_group if on_board else exploration.by_band
    points = []
    for one in gaps:
        shown = one.bme.value if one.bme.is_shown else None
        name = staff_group_label(one.bme.staff_group) if on_board else band_label(one.bme.band)
        points.append(
            BandPoint(
                band=name,
                group=EthnicGroup.BME,
                label=labels.bme,
                percent=None if shown is None else percent(shown),
                note="" if one.bme.is_shown else rate_text(one.bme),
            )
        )
    found = exploration.representation
    reference = None
    if found is not None:
        reference = Reference(percent=percent(found.workforce_share), label="Workforce")
    return bands(tuple(points), reference=reference, size=size)
