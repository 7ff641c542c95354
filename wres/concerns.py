"""The triggers of concern, both answers to each, and the area of concern they add up to.

Change here what counts as a concern. The three triggers come from the plan the program began
with: worse than benchmark, trend in decline, differential opening up. Indicators 1 and 9 have a
fourth, representation, in people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from wres import statistics
from wres.benchmarks import Benchmark
from wres.comparisons import (
    BenchmarkComparison,
    GapComparison,
    GapPoint,
    GapQualified,
    Point,
    Qualified,
    TrendComparison,
    TrendPoint,
    TrendQualified,
    against_benchmark,
    gap_change,
    likelihood_against_benchmark,
    likelihood_trend,
    trend,
)
from wres.measures import (
    FewerPeople,
    Gap,
    Likelihood,
    Representation,
    people_behind,
    rounded,
)
from wres.terms import Trigger

# With nothing wrong, a one-sided answer at 95% confidence lights up this often.
CHANCE_PER_CHECK = 0.025
# A shortfall of less than one post is no shortfall of people.
LEAST_PEOPLE_SHORT = 1

CLEAR_DECLINES = (TrendQualified.CLEAR_DECLINE, TrendQualified.CLEAR_WORSENING)


class Strength(Enum):
    """How firm a concern is."""

    CLEAR = "clear"
    POSSIBLE = "possible"
    NOT_TESTED = "not tested"
    IN_PEOPLE = "in people"
    CANNOT_TELL = "cannot tell"
    NONE = "none"


Detail = BenchmarkComparison | TrendComparison | GapComparison | Representation


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One trigger with both its answers: raised on the printed figures, and clear of chance."""

    trigger: Trigger
    raised: bool
    clear: bool
    tested: bool
    detail: Detail

    @property
    def assessable(self) -> bool:
        """Whether there was anything to judge this trigger by."""
        if isinstance(self.detail, Representation):
            return True
        return str(self.detail.point.value) != "not_assessable"

    @property
    def p_worse(self) -> float | None:
        """The chance (0 to 1) of something at least this bad with nothing wrong, where tested."""
        return None if isinstance(self.detail, Representation) else self.detail.p_worse


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One indicator of one organisation and year, looked at for every trigger."""

    indicator: int
    wres_year: int
    findings: tuple[Finding, ...]
    gap: Gap | None = None
    likelihood: Likelihood | None = None
    people: FewerPeople | None = None

    @property
    def is_concern(self) -> bool:
        """Whether any trigger is raised on the printed figures."""
        return any(found.raised for found in self.findings)

    @property
    def strength(self) -> Strength:
        """How firm the concern is; with nothing to judge it by, that it cannot be told."""
        raised = [found for found in self.findings if found.raised]
        if not raised:
            judged = any(found.assessable for found in self.findings)
            return Strength.NONE if judged else Strength.CANNOT_TELL
        if any(found.trigger is Trigger.REPRESENTATION for found in raised):
            return Strength.IN_PEOPLE
        if any(found.clear for found in raised):
            return Strength.CLEAR
        return Strength.POSSIBLE if any(f.tested for f in raised) else Strength.NOT_TESTED

    @property
    def has_figure(self) -> bool:
        """Whether there was a figure to look at; a hidden one is not clear of concern."""
        if self.gap is not None:
            return self.gap.bme.is_shown
        return self.likelihood is None or self.likelihood.ratio is not None

    @property
    def checks(self) -> int:
        """How many of the triggers were tested against chance."""
        return sum(found.tested for found in self.findings)

    def finding(self, trigger: Trigger) -> Finding | None:
        """Return what was found for one trigger, or None when it does not apply."""
        return next((found for found in self.findings if found.trigger is trigger), None)


def assess_survey(gaps: tuple[Gap, ...], benchmark: Benchmark) -> Assessment | None:
    """Return indicators 5 to 8 looked at for the three triggers, BME series by default.

    ``gaps`` holds one gap a year, of one indicator; the latest year is the one assessed.
    """
    if not gaps:
        return None
    now = max(gaps, key=lambda g: g.wres_year)
    rates = tuple(g.bme for g in gaps)
    compared = against_benchmark(now.bme, benchmark)
    return Assessment(
        indicator=now.indicator,
        wres_year=now.wres_year,
        findings=(
            _worse(compared, disadvantaged=True),
            _declining(trend(rates), disadvantaged=True),
            _opening(gap_change(gaps)),
        ),
        gap=now,
        people=people_behind(now),
    )


def assess_likelihood(series: tuple[Likelihood, ...], benchmark: Benchmark) -> Assessment | None:
    """Return indicators 2 to 4 looked at against the benchmark and over the years.

    A ratio at or below 1 raises nothing: BME staff are then not the ones at a disadvantage.
    """
    if not series:
        return None
    now = max(series, key=lambda s: s.wres_year)
    shown = now.shown_ratio
    disadvantaged = shown is not None and shown > 1
    compared = likelihood_against_benchmark(now, benchmark)
    return Assessment(
        indicator=now.indicator,
        wres_year=now.wres_year,
        findings=(
            _worse(compared, disadvantaged=disadvantaged),
            _declining(likelihood_trend(series), disadvantaged=disadvantaged),
        ),
        likelihood=now,
    )


def assess_representation(found: Representation | None) -> Assessment | None:
    """Return indicators 1 and 9 in people: too few of the group among these posts, or not."""
    if found is None:
        return None
    short = found.points < 0 and found.people_short >= LEAST_PEOPLE_SHORT
    return Assessment(
        indicator=found.indicator,
        wres_year=found.wres_year,
        findings=(
            Finding(
                trigger=Trigger.REPRESENTATION,
                raised=short,
                clear=False,
                tested=False,
                detail=found,
            ),
        ),
    )


def _worse(compared: BenchmarkComparison, *, disadvantaged: bool) -> Finding:
    return Finding(
        trigger=Trigger.WORSE_THAN_BENCHMARK,
        raised=disadvantaged and compared.point is Point.WORSE,
        clear=disadvantaged and compared.qualified is Qualified.WORSE,
        tested=compared.qualified is not Qualified.NOT_ASSESSABLE,
        detail=compared,
    )


def _declining(series: TrendComparison, *, disadvantaged: bool) -> Finding:
    clear = series.qualified in CLEAR_DECLINES
    # Two years are a change and not a trend: half of all unchanged trusts are "worse than last
    # year". So two years raise this only when the change is clear.
    worse = series.point is TrendPoint.DECLINING or (
        series.point is TrendPoint.WORSE_THAN_LAST_YEAR and clear
    )
    return Finding(
        trigger=Trigger.TREND_IN_DECLINE,
        raised=disadvantaged and worse,
        clear=disadvantaged and clear,
        tested=series.qualified is not TrendQualified.NOT_ASSESSABLE,
        detail=series,
    )


def _opening(change: GapComparison) -> Finding:
    return Finding(
        trigger=Trigger.DIFFERENTIAL_OPENING,
        raised=change.worse_off and change.point is GapPoint.OPENING,
        clear=change.worse_off and change.qualified is GapQualified.CLEAR_OPENING,
        tested=change.qualified is not GapQualified.NOT_ASSESSABLE,
        detail=change,
    )


def in_order(assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return assessments by clear triggers, then raised ones, then size of the adverse gap.

    Those counted in people come after those with a rate: their size is not in the same unit.
    """
    return tuple(sorted(assessments, key=_urgency))


def _urgency(one: Assessment) -> tuple[bool, int, int, float, int]:
    clear = sum(f.clear and f.raised for f in one.findings)
    raised = sum(f.raised for f in one.findings)
    in_people = one.strength is Strength.IN_PEOPLE
    return (in_people, -clear, -raised, -_size(one), one.indicator)


def _size(one: Assessment) -> float:
    if one.gap is not None:
        return one.gap.adverse or 0.0
    if one.likelihood is not None and one.likelihood.ratio is not None:
        # A ratio has no points. A tenth of the excess puts 1.5 times beside a gap of five points.
        return (one.likelihood.ratio - 1) / 10
    detail = one.findings[0].detail if one.findings else None
    return -detail.points if isinstance(detail, Representation) else 0.0


def expected_by_chance(assessments: Iterable[Assessment]) -> tuple[int, float]:
    """Return how many checks were made against chance, and how many it would light up.

    Source:
        One side of a 95% interval: 0.025 a check.
    """
    checks = sum(one.checks for one in assessments)
    return checks, rounded(checks * CHANCE_PER_CHECK, 1)


def still_clear(assessments: Iterable[Assessment]) -> frozenset[tuple[int, Trigger]]:
    """Return the raised triggers that stay clear when every check of the page is allowed for.

    One (indicator, trigger) each. With nothing wrong anywhere, a page has one of them at most one
    time in forty; they are the ones to act on first.

    Source:
        Benjamini and Hochberg (1995), J R Stat Soc B 57, 289-300, one-sided at 0.025.
    """
    tested = [
        (one.indicator, found, found.p_worse)
        for one in assessments
        for found in one.findings
        if found.tested and found.p_worse is not None
    ]
    adjusted = statistics.benjamini_hochberg([p for _, _, p in tested])
    return frozenset(
        (number, found.trigger)
        for (number, found, _), p in zip(tested, adjusted, strict=True)
        if found.raised and found.clear and p <= CHANCE_PER_CHECK
    )
