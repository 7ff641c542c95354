"""Result against benchmark: worse, same or better, and whether that stands clear of chance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from wres import statistics
from wres.benchmarks import Benchmark, BenchmarkFigure
from wres.indicators import indicator
from wres.measures import Likelihood, Rate, percent, rounded
from wres.statistics import Cases, Estimate, Interval

# A benchmark from at least this many times the base is as good as a fixed value: the false
# alarm rate is then 5.6% instead of 5%.
FIXED_FROM = 20


class Point(Enum):
    """What the printed figures say about a benchmark."""

    WORSE = "worse"
    SAME = "same"
    BETTER = "better"
    NOT_ASSESSABLE = "not_assessable"


class Qualified(Enum):
    """Whether a difference from a benchmark stands clear of chance."""

    WORSE = "worse"
    BETTER = "better"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkComparison:
    """A figure beside its benchmark; ``value`` is a proportion (0 to 1) or a ratio.

    ``p_worse`` is the chance (0 to 1) of a figure at least this much worse with nothing wrong;
    ``detectable`` the smallest difference this survey was likely to see (a proportion).
    """

    point: Point
    qualified: Qualified
    value: float | None
    interval: Interval | None
    base: int | None
    benchmark: Benchmark
    decimals: int = 1
    is_ratio: bool = False
    small_numbers: bool = False
    p_worse: float | None = None
    detectable: float | None = None

    @property
    def benchmark_value(self) -> float | None:
        """The benchmark's own figure, or None when there is none."""
        return self.benchmark.value if isinstance(self.benchmark, BenchmarkFigure) else None


def against_benchmark(rate: Rate, benchmark: Benchmark) -> BenchmarkComparison:
    """Return how a group's rate stands against a benchmark, in both answers.

    A benchmark with no base, or with at least twenty times the base, is taken as fixed and set
    against the Wilson interval; a smaller one is an estimate itself and Newcombe's interval of
    the difference decides.

    Source:
        Wilson (1927); Newcombe (1998), method 10; comparison rule as in the Fingertips guidance.
    """
    outcome = BenchmarkComparison(
        point=Point.NOT_ASSESSABLE,
        qualified=Qualified.NOT_ASSESSABLE,
        value=rate.value if rate.is_shown else None,
        interval=rate.interval,
        base=rate.base,
        benchmark=benchmark,
    )
    if rate.value is None or not rate.is_shown or not isinstance(benchmark, BenchmarkFigure):
        return outcome
    worse_up = indicator(rate.indicator).higher_is_worse
    outcome = replace(
        outcome,
        point=point_of(percent(rate.value), percent(benchmark.value), higher_is_worse=worse_up),
    )
    if not rate.tested or not rate.base:
        return outcome
    estimate, reference = _set_against(rate, benchmark)
    return replace(
        outcome,
        qualified=side_of(estimate.interval, reference, higher_is_worse=worse_up),
        p_worse=chance_of_worse(estimate, reference, higher_is_worse=worse_up),
        detectable=_detectable(rate, benchmark),
    )


def likelihood_against_benchmark(
    likelihood: Likelihood, benchmark: Benchmark
) -> BenchmarkComparison:
    """Return how a relative likelihood stands against a benchmark ratio, in both answers.

    Source:
        MOVER-R interval; two decimals, one when the numbers are small.
    """
    has_figure = isinstance(benchmark, BenchmarkFigure) and likelihood.ratio is not None
    point, qualified, p_worse = Point.NOT_ASSESSABLE, Qualified.NOT_ASSESSABLE, None
    if has_figure and likelihood.ratio is not None and isinstance(benchmark, BenchmarkFigure):
        decimals = likelihood.decimals
        point = point_of(
            rounded(likelihood.ratio, decimals),
            rounded(benchmark.value, decimals),
            higher_is_worse=True,
        )
        if likelihood.interval is not None:
            # An interval rounded to protect people must not leave out what the true one holds.
            small = likelihood.small_numbers
            reference = rounded(benchmark.value, decimals) if small else benchmark.value
            qualified = side_of(likelihood.interval, reference, higher_is_worse=True)
            p_worse = chance_of_worse(
                Estimate(likelihood.ratio, likelihood.interval),
                reference,
                higher_is_worse=True,
                is_ratio=True,
            )
    return BenchmarkComparison(
        point=point,
        qualified=qualified,
        value=likelihood.ratio,
        interval=likelihood.interval,
        base=None,
        benchmark=benchmark,
        decimals=likelihood.decimals,
        is_ratio=True,
        small_numbers=likelihood.small_numbers,
        p_worse=p_worse,
    )


def point_of(shown: float, reference: float, *, higher_is_worse: bool) -> Point:
    """Return worse, same or better for two figures already rounded as they are displayed."""
    if shown == reference:
        return Point.SAME
    return Point.WORSE if (shown > reference) == higher_is_worse else Point.BETTER


def side_of(interval: Interval, reference: float, *, higher_is_worse: bool) -> Qualified:
    """Return on which side of a reference a whole interval lies, if it does."""
    if interval.contains(reference):
        return Qualified.NO_CLEAR_DIFFERENCE
    return Qualified.WORSE if (interval.low > reference) == higher_is_worse else Qualified.BETTER


def chance_of_worse(
    estimate: Estimate, reference: float, *, higher_is_worse: bool, is_ratio: bool = False
) -> float:
    """Return the chance (0 to 1) of an estimate at least this much worse, with nothing wrong.

    At most 0.025 exactly when the 95% interval lies wholly on the worse side.

    Source:
        docs/method.md 1.17.
    """
    both_sides = statistics.p_from_interval(
        estimate.value, estimate.interval, reference=reference, is_ratio=is_ratio
    )
    is_worse = (estimate.value > reference) == higher_is_worse
    return both_sides / 2 if is_worse else 1 - both_sides / 2


def _detectable(rate: Rate, benchmark: BenchmarkFigure) -> float:
    if _is_fixed(rate, benchmark):
        return statistics.smallest_detectable_difference(rate.cases)
    beside = Cases(benchmark.value * (benchmark.base or 0), benchmark.base or 0)
    return statistics.smallest_detectable_change(rate.cases, beside)


def _is_fixed(rate: Rate, benchmark: BenchmarkFigure) -> bool:
    return benchmark.base is None or benchmark.base >= FIXED_FROM * (rate.base or 0)


def _set_against(rate: Rate, benchmark: BenchmarkFigure) -> tuple[Estimate, float]:
    """The estimate with its interval, and what it is set against: the benchmark, or no gap."""
    if benchmark.base is None or _is_fixed(rate, benchmark):
        interval = rate.interval or Interval(0.0, 1.0)
        return Estimate(rate.value or 0.0, interval), benchmark.value
    beside = Cases(benchmark.value * benchmark.base, benchmark.base)
    return statistics.newcombe_gap(rate.cases, beside), 0.0
