"""What a case study's own printed figures say, set beside what its text claims."""

from __future__ import annotations

from dataclasses import dataclass

from wres.comparisons import Point, point_of
from wres.indicators import indicator
from wres.library.case_studies import CaseStudy, Moment, ReportedFigure, ReportedUnit
from wres.measures import percent, rounded
from wres.terms import WRES_GROUPS, EthnicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCheck:
    """One group's printed figures: before, after, and after beside the quoted benchmark.

    Percentages have one decimal. There are no counts, so there is only a point answer.
    """

    group: EthnicGroup
    before: float | None
    after: float
    benchmark: float | None
    point: Point
    benchmark_doubtful: bool
    benchmark_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReading:
    """What can be read off a case study's figures for one indicator."""

    indicator: int
    checks: tuple[ClaimCheck, ...]
    gap_before: float | None
    gap_after: float | None
    ratio_before: float | None
    ratio_after: float | None


def read_case(case: CaseStudy, number: int) -> CaseReading | None:
    """Return what the printed percentages of a case study say, or None when it prints none."""
    checks = [check for group in WRES_GROUPS if (check := _check(case, number, group))]
    if not checks:
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
    return ClaimCheck(
        group=group,
        before=_shown(before) if before else None,
        after=_shown(after),
        benchmark=_shown(quoted) if quoted else None,
        point=point,
        benchmark_doubtful=bool(quoted and quoted.doubtful),
        benchmark_note=quoted.note if quoted else "",
    )


def _shown(figure: ReportedFigure) -> float:
    return percent(figure.value)


def _less(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else rounded(first - second, 1)


def _times(first: float | None, second: float | None) -> float | None:
    return None if first is None or not second else rounded(first / second, 2)
