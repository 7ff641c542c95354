"""Where a gap sits: in where people work, or inside the same bands; and what two groups hide.

Only published cells are split. Where a cell that is needed is hidden, there is no split.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from wres import statistics
from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, gap_at
from wres.errors import NotComputable
from wres.indicators import indicator
from wres.library.benchmarks import (
    DETAILED_BACKGROUND,
    OCCUPATION,
    SUMMARY_BACKGROUND,
    NationalBreakdown,
)
from wres.measures import Gap, percent
from wres.publication import LEAST_BASE
from wres.statistics import GapSplit, Interval, MantelHaenszel
from wres.terms import Band, EthnicGroup, StaffGroup, Status

Z_95 = 1.959964


class CutBy(Enum):
    """What the people are put into before they are compared with the like."""

    BANDS = "bands"
    STAFF = "staff groups"


class NoSplit(Enum):
    """Why a gap cannot be split."""

    NOT_GIVEN = "not given"
    HIDDEN = "hidden"
    NO_COUNTS = "no counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A gap split in two parts that add up to it; all are differences of proportions.

    ``within`` holds each band's part of what remains inside bands, in the order of ``gaps``.
    ``standardised`` is the gap if both groups had the mix of all who answered.
    ``crude`` is the gap over these bands; ``whole`` the published gap, None where not shown.
    """

    cut: CutBy
    gaps: tuple[Gap, ...]
    split: GapSplit
    within: tuple[float, ...]
    standardised: float
    interval: Interval
    pooled: MantelHaenszel | None
    whole: float | None

    @property
    def crude(self) -> float:
        """The gap over the people in these bands or staff groups."""
        return self.split.gap

    @property
    def reverses(self) -> bool:
        """Whether the gap points the other way inside bands: Simpson's paradox."""
        return percent(self.crude) * percent(self.standardised) < 0

    @property
    def covers_everyone(self) -> bool:
        """Whether the gap over these people is the published gap, as displayed."""
        return self.whole is not None and percent(self.whole) == percent(self.crude)


def where_it_sits(evidence: Evidence, view: View, cut: CutBy) -> Sitting | NoSplit:
    """Return a survey gap split by band or by staff group, or why it cannot be.

    Source:
        Kitagawa (1955); docs/method.md 1.13.
    """
    if not indicator(view.indicator).is_survey:
        return NoSplit.NOT_GIVEN
    cell = Cell(org_code=view.org_code, indicator=view.indicator)
    where = (view.org_code, view.wres_year, view.indicator)
    if cut is CutBy.BANDS:
        cells = [replace(cell, band=one) for one in evidence.bands(*where) if one is not Band.ALL]
    else:
        groups = evidence.staff_groups(*where)
        cells = [replace(cell, staff_group=one) for one in groups if one is not StaffGroup.ALL]
    gaps = tuple(gap_at(evidence, one, view.wres_year) for one in cells)
    return _split(gaps, cut, whole=gap_at(evidence, cell, view.wres_year).value)


def _split(gaps: tuple[Gap, ...], cut: CutBy, *, whole: float | None) -> Sitting | NoSplit:
    rates = [rate for gap in gaps for rate in (gap.bme, gap.white)]
    if any(rate.status in (Status.HIDDEN, Status.BELOW, Status.ABOVE) for rate in rates):
        return NoSplit.HIDDEN
    if len(gaps) < 2 or any(not rate.is_shown for rate in rates):
        return NoSplit.NOT_GIVEN
    if any(not rate.tested for rate in rates):
        return NoSplit.NO_COUNTS
    if any((rate.base or 0) < LEAST_BASE for rate in rates):
        return NoSplit.HIDDEN
    bme, white = [gap.bme.cases for gap in gaps], [gap.white.cases for gap in gaps]
    same_mix = statistics.standardised_gap(bme, white)
    reach = Z_95 * same_mix.se
    return Sitting(
        cut=cut,
        gaps=gaps,
        split=statistics.kitagawa(bme, white),
        within=statistics.within_parts(bme, white),
        standardised=same_mix.value,
        interval=Interval(same_mix.value - reach, same_mix.value + reach),
        pooled=_pooled(lambda: statistics.mantel_haenszel(bme, white)),
        whole=whole,
    )


def _pooled(make: Callable[[], MantelHaenszel]) -> MantelHaenszel | None:
    try:
        return make()
    except NotComputable:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglandCut:
    """England by single ethnic background and by occupation, in one survey; no trust has these.

    Backgrounds stand by name inside BME and inside White; occupations by name, all staff together.
    """

    indicator: int
    wres_year: int
    both: tuple[NationalBreakdown, ...]
    backgrounds: tuple[NationalBreakdown, ...]
    occupations: tuple[NationalBreakdown, ...]


def england_cut(evidence: Evidence, number: int) -> EnglandCut | None:
    """Return what England publishes of an indicator below the two groups, or None."""
    found = [one for one in evidence.shipped.breakdowns if one.indicator == number]
    backgrounds = [one for one in found if one.breakdown == DETAILED_BACKGROUND]
    if not backgrounds:
        return None
    return EnglandCut(
        indicator=number,
        wres_year=backgrounds[0].wres_year,
        both=tuple(sorted((o for o in found if o.breakdown == SUMMARY_BACKGROUND), key=_by_name)),
        backgrounds=tuple(sorted(backgrounds, key=_by_name)),
        occupations=tuple(
            sorted((o for o in found if o.breakdown == OCCUPATION), key=lambda o: o.subgroup)
        ),
    )


def _by_name(one: NationalBreakdown) -> tuple[bool, str]:
    return (one.ethnic_group is EthnicGroup.WHITE, one.subgroup)
