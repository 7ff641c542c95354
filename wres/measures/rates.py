"""One group's rate, the gap between two groups, and the people behind the gap."""

from __future__ import annotations

from dataclasses import dataclass

from wres import statistics
from wres.indicators import indicator
from wres.measures.rounding import percent, rounded
from wres.results import Result, with_value
from wres.statistics import Cases, Estimate, Interval
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status

SMALL_BASE = 30
VERY_UNCERTAIN_WIDTH = 0.20


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One group's figure: a proportion (0 to 1), its interval, its base, or why there is none."""

    indicator: int
    wres_year: int
    survey_year: int
    group: EthnicGroup
    value: float | None
    interval: Interval | None = None
    numerator: int | None = None
    base: int | None = None
    status: Status = Status.SHOWN
    calc_basis: CalcBasis = CalcBasis.STANDARD
    band: Band = Band.ALL
    staff_group: StaffGroup = StaffGroup.ALL
    edition: str = ""
    source_id: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether there is a figure to show (not hidden, missing or only a bound)."""
        return self.value is not None and self.status in (Status.SHOWN, Status.DOUBTFUL)

    @property
    def tested(self) -> bool:
        """Whether people were counted, so that chance can be judged."""
        return self.is_shown and self.interval is not None

    @property
    def cases(self) -> Cases:
        """The people counted, for the statistics. Ask ``tested`` first.

        With a percentage and a base only, the count is left as a decimal: p times n.
        """
        return Cases(self.people or 0.0, self.base or 0)

    @property
    def people(self) -> float | None:
        """The people counted; percentage times base, a decimal, when only those were given."""
        if self.numerator is not None:
            return self.numerator
        return None if self.value is None or self.base is None else self.value * self.base

    @property
    def share(self) -> float:
        """The share counted, 0 to 1, for the statistics. Ask ``tested`` first."""
        # Where there is an interval, the counts were looked at when it was made; two hundred
        # trusts side by side are not to have them looked at again and again.
        if self.interval is None or not self.base:
            return self.cases.rate
        return (self.people or 0.0) / self.base

    @property
    def estimate(self) -> Estimate:
        """The share counted with its interval, for the statistics. Ask ``tested`` first."""
        value = self.share
        return Estimate(value, self.interval or Interval(value, value))

    @property
    def small_base(self) -> bool:
        """Whether fewer than 30 people stand behind the figure."""
        return self.base is not None and self.base < SMALL_BASE

    @property
    def very_uncertain(self) -> bool:
        """Whether the interval is more than 20 points wide."""
        return self.interval is not None and self.interval.width > VERY_UNCERTAIN_WIDTH


def rate_of(row: Result) -> Rate:
    """Return the rate a row holds, with the Wilson interval when people were counted.

    Source:
        Wilson (1927), J Am Stat Assoc 22, 209-212.
    """
    value, base = with_value(row), row.denominator
    interval = None
    if value is not None and base and row.status is Status.SHOWN:
        people = value * base if row.numerator is None else row.numerator
        interval = statistics.wilson(people, base).interval
    return Rate(
        indicator=row.indicator,
        wres_year=row.wres_year,
        survey_year=row.survey_year,
        group=row.ethnic_group,
        value=value,
        interval=interval,
        numerator=row.numerator,
        base=base,
        status=row.status if value is not None or row.status is not Status.SHOWN else _absent(row),
        calc_basis=row.calc_basis,
        band=row.band,
        staff_group=row.staff_group,
        edition=row.edition,
        source_id=row.source_id,
    )


def _absent(row: Result) -> Status:
    return Status.NOT_APPLICABLE if row.denominator == 0 else Status.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The difference BME minus White, as a proportion (0.095 is 9.5 points), and its interval."""

    indicator: int
    wres_year: int
    bme: Rate
    white: Rate
    value: float | None
    interval: Interval | None = None
    adverse: float | None = None

    @property
    def points(self) -> float | None:
        """The gap in percentage points with one decimal; above zero BME is higher."""
        return None if self.value is None else percent(self.value)

    @property
    def adverse_points(self) -> float | None:
        """The gap in points, above zero when BME staff are worse off."""
        return None if self.adverse is None else percent(self.adverse)

    @property
    def share(self) -> float:
        """The gap of the shares counted, for the statistics. Ask for an interval first."""
        return self.bme.share - self.white.share

    @property
    def estimate(self) -> Estimate:
        """The gap with its interval, for the statistics. Ask whether there is an interval first."""
        value = self.share
        return Estimate(value, self.interval or Interval(value, value))

    @property
    def differs_from_displayed(self) -> bool:
        """Whether the rounded gap is not the difference of the two rounded percentages."""
        if self.value is None or self.bme.value is None or self.white.value is None:
            return False
        shown = rounded(percent(self.bme.value) - percent(self.white.value), 1)
        return shown != percent(self.value)

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.interval is not None and not self.interval.contains(0.0)


def gap_between(bme: Rate, white: Rate) -> Gap:
    """Return BME minus White with Newcombe's interval when both were counted.

    Source:
        Newcombe (1998), Stat Med 17, 873-890, method 10.
    """
    measured = indicator(bme.indicator)
    value = interval = adverse = None
    comparable = bme.calc_basis is white.calc_basis
    if comparable and bme.is_shown and white.is_shown:
        value = (bme.value or 0.0) - (white.value or 0.0)
        adverse = value if measured.higher_is_worse else -value
    if value is not None and bme.tested and white.tested:
        # Both rates have the Wilson interval that Newcombe's is built from.
        interval = statistics.square_and_add(bme.estimate, white.estimate).interval
    return Gap(
        indicator=bme.indicator,
        wres_year=bme.wres_year,
        bme=bme,
        white=white,
        value=value,
        interval=interval,
        adverse=adverse,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FewerPeople:
    """How many fewer of those who answered would have said so at the other group's rate."""

    answered: int
    fewer: int
    low: int
    high: int
    is_clear: bool


def people_behind(gap: Gap) -> FewerPeople | None:
    """Return the gap in people: how many of the BME staff who answered it stands for.

    None without counts, or when BME staff are not worse off. Never scaled up to people who did
    not answer.
    """
    if gap.interval is None or gap.value is None or not gap.bme.base or (gap.adverse or 0) <= 0:
        return None
    estimate = statistics.people_behind_gap(gap.bme.cases, gap.white.cases)
    sign = 1 if gap.value > 0 else -1
    sides = sorted((sign * estimate.interval.low, sign * estimate.interval.high))
    return FewerPeople(
        answered=gap.bme.base,
        fewer=int(rounded(abs(estimate.value), 0)),
        low=int(rounded(sides[0], 0)),
        high=int(rounded(sides[1], 0)),
        is_clear=gap.is_clear,
    )
