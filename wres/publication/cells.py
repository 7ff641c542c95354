"""Every cell anybody can reach, as it is shown: what an attack, and an outsider, may start from.

A cell is made from a published row alone, so it cannot say more or less than the pages read.
What else is shown is worked out from these cells, and tells nobody more than they do:

    shown on pages, charts, files                       worked out from
    gap in points, its likely range, "clear"             both groups' counts and bases
    "about N fewer of the B who answered"                the same
    change over years, trend, concern and its strength   the same, of several years
    significance beside a benchmark                      the count, the base, a public figure
    peers and medians of similar trusts                  official percentages without a base
    share of posts, posts short, one appointment         people and posts
    "one case either way" turns a ratio round            the ratio's counts, where they are shown
    a ratio within four fifths                           the ratio
    a ratio on small numbers clear of chance or not      hidden counts: ``is_clear``

``count`` stands wherever people were counted, because JSON answers give it, so whatever is worked
out from counts and bases adds nothing. Whether a ratio on small numbers is clear of chance is told
in words without its likely range, so it is a field of its own. A row that is hidden, missing or
not applicable keeps its place here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres.indicators import POSTS_INDICATORS
from wres.measures import Likelihood, percent, rate_of, rounded
from wres.results import Result
from wres.statistics import Interval
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit

BOUNDED = (Status.BELOW, Status.ABOVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCell:
    """One cell with its margins, and exactly what is shown of it.

    ``base`` and ``count`` are people; ``percentage``, ``low`` and ``high`` are per cent as they
    are displayed; ``bound`` is the per cent of “under x%” or “over x%”, by ``status``. For a
    relative likelihood ``ratio``, ``low`` and ``high`` are ratios with ``decimals`` decimals.
    """

    org_code: str
    wres_year: int
    indicator: int
    ethnic_group: EthnicGroup
    band: Band = Band.ALL
    staff_group: StaffGroup = StaffGroup.ALL
    unit: Unit = Unit.PROPORTION
    status: Status = Status.SHOWN
    base: int | None = None
    count: int | None = None
    percentage: float | None = None
    low: float | None = None
    high: float | None = None
    bound: int | None = None
    ratio: float | None = None
    decimals: int = 1
    is_clear: bool | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether the cell is marked hidden; primary and secondary look the same."""
        return self.status is Status.HIDDEN

    @property
    def says_something(self) -> bool:
        """Whether any figure of it is shown."""
        figures = (self.base, self.count, self.percentage, self.bound, self.ratio)
        return any(figure is not None for figure in figures)


def cell_of(row: Result) -> PublishedCell:
    """Return what a published row shows: the figures of every page, chart and file."""
    rate = rate_of(row)
    interval = rate.interval if row.indicator not in POSTS_INDICATORS else None
    return PublishedCell(
        org_code=row.org_code,
        wres_year=row.wres_year,
        indicator=row.indicator,
        ethnic_group=row.ethnic_group,
        band=row.band,
        staff_group=row.staff_group,
        unit=row.unit,
        status=row.status,
        base=row.denominator,
        count=row.numerator,
        percentage=_percentage(row, rate.value),
        low=percent(interval.low) if interval else None,
        high=percent(interval.high) if interval else None,
        bound=_bound(row),
        ratio=rounded(row.value, 2) if row.unit is Unit.RATIO and row.value is not None else None,
        decimals=2 if row.unit is Unit.RATIO else 1,
    )


def _percentage(row: Result, value: float | None) -> float | None:
    if value is None or row.unit is not Unit.PROPORTION or row.status in BOUNDED:
        return None
    return percent(value)


def _bound(row: Result) -> int | None:
    if row.value is None or row.status not in BOUNDED:
        return None
    below = row.status is Status.BELOW
    return math.ceil(row.value * 100) if below else math.floor(row.value * 100)


def ratio_cell(likelihood: Likelihood, org_code: str) -> PublishedCell:
    """Return what is shown of a relative likelihood, which is worked out before rows are hidden."""
    low, high = _limits(likelihood.shown_interval, likelihood.decimals)
    return PublishedCell(
        org_code=org_code,
        wres_year=likelihood.wres_year,
        indicator=likelihood.indicator,
        ethnic_group=EthnicGroup.ALL,
        unit=Unit.RATIO,
        status=likelihood.status,
        ratio=likelihood.shown_ratio,
        low=low,
        high=high,
        decimals=likelihood.decimals,
        is_clear=likelihood.is_clear if likelihood.interval is not None else None,
    )


def _limits(interval: Interval | None, decimals: int) -> tuple[float | None, float | None]:
    if interval is None:
        return None, None
    high = interval.high
    return rounded(interval.low, decimals), rounded(high, decimals) if math.isfinite(high) else high
