"""Which way the printed figures of a case study moved, read off the figures and not off its claim.

Doubtful figures are left out. Without counts a movement may be chance; that is said beside it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from wres.indicators import indicator
from wres.library.case_studies import CaseStudy, Moment, ReportedFigure, ReportedUnit
from wres.measures import FOUR_FIFTHS
from wres.terms import EthnicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One printed figure before and after: proportions 0 to 1, ratios, or a gap as a difference.

    ``is_better`` says whether it moved the better way on the printed figures.
    """

    before: float
    after: float
    is_better: bool
    told: str


def pair_of(
    case: CaseStudy, number: int, group: EthnicGroup
) -> tuple[ReportedFigure, ReportedFigure] | None:
    """Return a group's figures before and after for an indicator, or None without a sound pair."""
    found = {
        one.moment: one
        for one in case.figures_for(number)
        if one.group is group and not one.doubtful
    }
    before, after = found.get(Moment.BEFORE), found.get(Moment.AFTER)
    if before is None or after is None or before.unit is not after.unit:
        return None
    return before, after


def group_movement(case: CaseStudy, number: int, group: EthnicGroup) -> Movement | None:
    """Return how a group's figure moved; a ratio is about both groups and serves for either."""
    pair = pair_of(case, number, group)
    if pair is not None and pair[0].unit is ReportedUnit.PERCENT:
        return _percentage(pair[0], pair[1], number)
    return ratio_movement(case, number)


def ratio_movement(case: CaseStudy, number: int) -> Movement | None:
    """Return how a printed relative likelihood moved, or None when none is printed twice."""
    ratio = pair_of(case, number, EthnicGroup.ALL)
    if ratio is None or ratio[0].unit is not ReportedUnit.RATIO:
        return None
    # A ratio of zero has no distance from 1 to speak of.
    return _ratio(*ratio) if min(one.value for one in ratio) > 0 else None


def gap_movement(case: CaseStudy, number: int) -> Movement | None:
    """Return how the gap, BME minus White, moved; None without both figures of both groups.

    None too when BME staff were not the ones with the higher burden before: nothing was to close.
    """
    gaps = _gaps(case, number)
    sign = 1 if indicator(number).higher_is_worse else -1
    if gaps is None or sign * gaps[0] <= 0:
        return None
    before, after = gaps
    is_better = sign * after < sign * before
    told = (
        f"the gap there went from {before:.1f} to {after:.1f} points, "
        f"{'smaller' if is_better else 'not smaller'}"
    )
    return Movement(
        before=float(before) / 100, after=float(after) / 100, is_better=is_better, told=told
    )


def gap_before(case: CaseStudy, number: int) -> float | None:
    """Return the gap before the work, BME minus White, a difference of proportions, or None."""
    gaps = _gaps(case, number)
    return None if gaps is None else float(gaps[0]) / 100


def _gaps(case: CaseStudy, number: int) -> tuple[Decimal, Decimal] | None:
    bme, white = (pair_of(case, number, one) for one in (EthnicGroup.BME, EthnicGroup.WHITE))
    if bme is None or white is None or bme[0].unit is not ReportedUnit.PERCENT:
        return None
    first, last = (
        Decimal(one.printed) - Decimal(other.printed) for one, other in zip(bme, white, strict=True)
    )
    return first, last


def _percentage(before: ReportedFigure, after: ReportedFigure, number: int) -> Movement:
    sign = 1 if indicator(number).higher_is_worse else -1
    is_better = sign * after.value < sign * before.value
    way = "the better way" if is_better else "not the better way"
    told = f"the BME figure there went from {before.printed}% to {after.printed}%, {way}"
    return Movement(before=before.value, after=after.value, is_better=is_better, told=told)


def _ratio(before: ReportedFigure, after: ReportedFigure) -> Movement:
    """A ratio is better nearer to 1; past 1 and out of 0.8 to 1.25 the other group is worse off."""
    low, high = FOUR_FIFTHS
    same_side = (before.value - 1) * (after.value - 1) >= 0
    nearer = abs(math.log(after.value)) < abs(math.log(before.value))
    is_better = nearer and (same_side or low <= after.value <= high)
    way = "nearer to 1" if is_better else "not nearer to 1"
    if nearer and not is_better:
        way = "past 1 to the other side"
    told = f"the ratio there went from {before.printed} to {after.printed}, {way}"
    return Movement(before=before.value, after=after.value, is_better=is_better, told=told)
