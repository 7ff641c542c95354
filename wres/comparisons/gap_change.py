"""Gap against gap: whether the difference between the two groups is opening."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from wres import statistics
from wres.comparisons.against_benchmark import chance_of_worse
from wres.comparisons.trend import break_reason, comparable_years
from wres.indicators import indicator
from wres.measures import Gap, rounded
from wres.statistics import Estimate, Interval


class GapPoint(Enum):
    """What the printed gaps say."""

    OPENING = "opening"
    CLOSING = "closing"
    UNCHANGED = "unchanged"
    NOT_ASSESSABLE = "not_assessable"


class GapQualified(Enum):
    """Whether the change of the gap stands clear of chance."""

    CLEAR_OPENING = "clear_opening"
    CLEAR_CLOSING = "clear_closing"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapComparison:
    """This year's gap beside last year's. ``change`` is in the adverse direction, a proportion.

    ``p_worse`` is the chance (0 to 1) of an opening at least this big with nothing changed.
    """

    point: GapPoint
    qualified: GapQualified
    before: Gap | None = None
    now: Gap | None = None
    change: float | None = None
    interval: Interval | None = None
    detectable: float | None = None
    ratio_direction: GapPoint = GapPoint.NOT_ASSESSABLE
    break_reason: str = ""
    p_worse: float | None = None

    @property
    def worse_off(self) -> bool:
        """Whether BME staff are worse off now; without that no direction is a concern."""
        return self.now is not None and (self.now.adverse_points or 0) > 0

    @property
    def scales_disagree(self) -> bool:
        """Whether points and ratio moved in opposite ways."""
        moving = {GapPoint.OPENING, GapPoint.CLOSING}
        return {self.point, self.ratio_direction} == moving


def gap_change(gaps: tuple[Gap, ...]) -> GapComparison:
    """Return how the gap of the latest year stands against that of the year before it.

    Source:
        Newcombe (2001), Stat Med 20, 2885-2893: square-and-add on the two gaps.
    """
    series = _joined(gaps)
    if len(series) < 2:
        return _single(max(gaps, key=lambda g: g.wres_year, default=None), gaps)
    before, now = series[-2], series[-1]
    bare = GapComparison(
        point=_direction(before.adverse_points, now.adverse_points),
        qualified=GapQualified.NOT_ASSESSABLE,
        before=before,
        now=now,
        change=(now.adverse or 0.0) - (before.adverse or 0.0),
        ratio_direction=_ratio_direction(before, now),
    )
    tested = all(r.tested for g in (before, now) for r in (g.bme, g.white))
    return _tested(bare, before, now) if tested else bare


def _single(now: Gap | None, gaps: tuple[Gap, ...]) -> GapComparison:
    return GapComparison(
        point=GapPoint.NOT_ASSESSABLE,
        qualified=GapQualified.NOT_ASSESSABLE,
        now=now,
        break_reason=break_reason(tuple(g.bme for g in gaps)),
    )


def _joined(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    shown = {g.wres_year: g for g in gaps if g.value is not None}
    if not shown or max(shown) < max(g.wres_year for g in gaps):
        # This year's gap is not shown, and the gaps before it say nothing about it.
        return ()
    years = comparable_years(tuple(g.bme for g in shown.values()))
    return tuple(shown[rate.wres_year] for rate in years)


def _direction(before: float | None, now: float | None) -> GapPoint:
    if before is None or now is None:
        return GapPoint.NOT_ASSESSABLE
    if before == now:
        return GapPoint.UNCHANGED
    return GapPoint.OPENING if now > before else GapPoint.CLOSING


def times_as_likely(gap: Gap) -> float | None:
    """Return the BME rate as a multiple of the White rate with two decimals, if there is one."""
    if gap.bme.value is None or not gap.white.value:
        return None
    return rounded(gap.bme.value / gap.white.value, 2)


def _ratio_direction(before: Gap, now: Gap) -> GapPoint:
    first, last = times_as_likely(before), times_as_likely(now)
    if first is None or last is None:
        return GapPoint.NOT_ASSESSABLE
    if indicator(now.indicator).higher_is_worse:
        return _direction(first, last)
    return _direction(last, first)


def _tested(bare: GapComparison, before: Gap, now: Gap) -> GapComparison:
    estimate = statistics.gap_change(
        before.bme.cases, before.white.cases, bme_now=now.bme.cases, white_now=now.white.cases
    )
    low, high = estimate.interval.low, estimate.interval.high
    if not indicator(now.indicator).higher_is_worse:
        low, high = -high, -low
    qualified = GapQualified.NO_CLEAR_CHANGE
    if low > 0:
        qualified = GapQualified.CLEAR_OPENING
    elif high < 0:
        qualified = GapQualified.CLEAR_CLOSING
    four = (before.bme.cases, before.white.cases, now.bme.cases, now.white.cases)
    return replace(
        bare,
        qualified=qualified,
        interval=Interval(low, high),
        p_worse=chance_of_worse(
            Estimate(bare.change or 0.0, Interval(low, high)), 0.0, higher_is_worse=True
        ),
        detectable=statistics.smallest_detectable_change(*four),
    )
