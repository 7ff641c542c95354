"""What a case study's own printed figures say, set beside what its text claims.

Worked out here by our method: with counts, each change has its likely range; without them, how
many people would have to answer for such a change to be seen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres import statistics
from wres.comparisons import Point, point_of
from wres.indicators import indicator
from wres.library.case_movements import Movement, pair_of, ratio_movement
from wres.library.case_studies import CaseStudy, Moment, ReportedFigure, ReportedUnit
from wres.measures import percent, rounded
from wres.statistics import Cases, Estimate
from wres.terms import WRES_GROUPS, EthnicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCheck:
    """One group's printed figures: before, after, and after beside the quoted benchmark.

    Percentages have one decimal. ``change`` is after minus before, a difference of proportions
    with its likely range, where the source gives counts; otherwise there is only a point answer.
    ``needed`` is how many people would have to answer each time for such a change to be noticed.
    """

    group: EthnicGroup
    before: float | None
    after: float
    benchmark: float | None
    point: Point
    benchmark_doubtful: bool
    benchmark_note: str
    bases: tuple[int, int] | None = None
    change: Estimate | None = None
    needed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReading:
    """What can be read off a case study's figures for one indicator.

    ``gap_change`` is the later gap minus the earlier one, a difference of proportions.
    """

    indicator: int
    checks: tuple[ClaimCheck, ...]
    gap_before: float | None = None
    gap_after: float | None = None
    ratio_before: float | None = None
    ratio_after: float | None = None
    gap_change: Estimate | None = None
    likelihood: Movement | None = None

    @property
    def has_counts(self) -> bool:
        """Whether any change has a likely range."""
        return any(one.change is not None for one in self.checks)


def read_case(case: CaseStudy, number: int) -> CaseReading | None:
    """Return what the printed figures of a case study say, or None when it prints none."""
    checks = [check for group in WRES_GROUPS if (check := _check(case, number, group))]
    likelihood = ratio_movement(case, number)
    if not checks and likelihood is None:
        return None
    by_group = {check.group: check for check in checks}
    bme, white = by_group.get(EthnicGroup.BME), by_group.get(EthnicGroup.WHITE)
    both = bme is not None and white is not None
    return CaseReading(
        indicator=number,
        checks=tuple(checks),
        gap_before=_less(bme.before, white.before) if both and bme and white else None,
        gap_after=_less(bme.after, white.after) if both and bme and white else None,
        ratio_before=_times(bme.before, white.before) if both and bme and white else None,
        ratio_after=_times(bme.after, white.after) if both and bme and white else None,
        gap_change=_gap_change(case, number),
        likelihood=likelihood,
    )


def _check(case: CaseStudy, number: int, group: EthnicGroup) -> ClaimCheck | None:
    figures = {f.moment: f for f in case.figures_for(number) if f.group is group}
    after = figures.get(Moment.AFTER) or figures.get(Moment.SINGLE)
    if after is None or after.unit is not ReportedUnit.PERCENT:
        return None
    before, quoted = figures.get(Moment.BEFORE), case.benchmark_for(number, group)
    point = Point.NOT_ASSESSABLE
    if quoted is not None:
        worse_up = indicator(number).higher_is_worse
        point = point_of(_shown(after), _shown(quoted), higher_is_worse=worse_up)
    counted = _counted(case, number, group)
    return ClaimCheck(
        group=group,
        before=_shown(before) if before else None,
        after=_shown(after),
        benchmark=_shown(quoted) if quoted else None,
        point=point,
        benchmark_doubtful=bool(quoted and quoted.doubtful),
        benchmark_note=quoted.note if quoted else "",
        bases=(int(counted[0].n), int(counted[1].n)) if counted else None,
        change=statistics.newcombe_gap(counted[1], counted[0]) if counted else None,
        needed=_needed(before, after) if before and not counted else None,
    )


def _counted(case: CaseStudy, number: int, group: EthnicGroup) -> tuple[Cases, Cases] | None:
    pair = pair_of(case, number, group)
    if pair is None or not all(one.has_counts for one in pair):
        return None
    before, after = (Cases(one.count or 0, one.base or 0) for one in pair)
    return before, after


def _gap_change(case: CaseStudy, number: int) -> Estimate | None:
    bme = _counted(case, number, EthnicGroup.BME)
    white = _counted(case, number, EthnicGroup.WHITE)
    if bme is None or white is None:
        return None
    return statistics.gap_change(bme[0], white[0], bme_now=bme[1], white_now=white[1])


def _needed(before: ReportedFigure, after: ReportedFigure) -> int | None:
    if before.value == after.value:
        return None
    return math.ceil(statistics.base_needed(before.value, after.value))


def _shown(figure: ReportedFigure) -> float:
    return percent(figure.value)


def _less(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else rounded(first - second, 1)


def _times(first: float | None, second: float | None) -> float | None:
    return None if first is None or not second else rounded(first / second, 2)
