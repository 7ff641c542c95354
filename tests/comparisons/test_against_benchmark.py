"""Rule A, every outcome pair of the method's table, by hand and against statsmodels."""

from __future__ import annotations

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from tests.measures.building import benchmark, likelihood, rate
from wres.benchmarks import NoBenchmark
from wres.comparisons import (
    Point,
    Qualified,
    against_benchmark,
    likelihood_against_benchmark,
)
from wres.measures import protected
from wres.terms import Status, Unit

NONE = NoBenchmark(label="England", wres_year=2025, reason="There is none.")
UNCLEAR = Qualified.NO_CLEAR_DIFFERENCE
UNTESTED = Qualified.NOT_ASSESSABLE


@pytest.mark.parametrize(
    ("counted", "point", "qualified"),
    [
        ((60, 300), Point.WORSE, Qualified.WORSE),
        ((16, 100), Point.WORSE, UNCLEAR),
        ((15, 100), Point.SAME, UNCLEAR),
        ((1_504_000, 10_000_000), Point.SAME, Qualified.WORSE),
        ((1_496_000, 10_000_000), Point.SAME, Qualified.BETTER),
        ((14, 100), Point.BETTER, UNCLEAR),
        ((20, 300), Point.BETTER, Qualified.BETTER),
    ],
)
def test_both_answers_against_a_fixed_15_per_cent(
    counted: tuple[int, int], point: Point, qualified: Qualified
) -> None:
    """The verdict is where statsmodels' Wilson interval lies, whatever the printed figures say."""
    low, high = proportion_confint(*counted, method="wilson")
    assert (low > 0.15, high < 0.15) == (
        qualified is Qualified.WORSE,
        qualified is Qualified.BETTER,
    )
    found = against_benchmark(rate(8, counted), benchmark(8, 0.15))
    assert (found.point, found.qualified) == (point, qualified)


@pytest.mark.parametrize(
    ("counted", "point", "qualified"),
    [
        ((60, 300), Point.BETTER, Qualified.BETTER),
        ((16, 100), Point.BETTER, UNCLEAR),
        ((14, 100), Point.WORSE, UNCLEAR),
        ((20, 300), Point.WORSE, Qualified.WORSE),
    ],
)
def test_indicator_7_turns_every_answer_round(
    counted: tuple[int, int], point: Point, qualified: Qualified
) -> None:
    """There a higher figure is better."""
    found = against_benchmark(rate(7, counted), benchmark(7, 0.15))
    assert (found.point, found.qualified) == (point, qualified)


@pytest.mark.parametrize(
    ("value", "point"), [(0.16, Point.WORSE), (0.1504, Point.SAME), (0.14, Point.BETTER)]
)
def test_a_percentage_alone_is_never_called_clear(value: float, point: Point) -> None:
    """Without a base only the printed figures are compared."""
    found = against_benchmark(rate(8, value=value), benchmark(8, 0.15))
    assert (found.point, found.qualified, found.interval) == (point, UNTESTED, None)


def test_equal_at_one_decimal_is_the_same() -> None:
    """7.1 against 7.1 is not “below”, though 7.06 is below 7.14."""
    found = against_benchmark(rate(8, value=0.0706), benchmark(8, 0.0714))
    assert found.point is Point.SAME


def test_without_a_benchmark_nothing_is_assessed() -> None:
    """Neither answer is given, and the reason travels."""
    found = against_benchmark(rate(8, (60, 300)), NONE)
    assert (found.point, found.qualified) == (Point.NOT_ASSESSABLE, UNTESTED)
    assert (found.benchmark, found.benchmark_value) == (NONE, None)


@pytest.mark.parametrize("status", [Status.HIDDEN, Status.MISSING, Status.BELOW])
def test_a_figure_that_is_not_shown_is_not_compared(status: Status) -> None:
    """Hidden is not zero, so it is not better than England."""
    found = against_benchmark(rate(8, value=0.01, status=status), benchmark(8, 0.15))
    assert (found.point, found.qualified, found.value) == (Point.NOT_ASSESSABLE, UNTESTED, None)


@pytest.mark.parametrize(
    ("base", "qualified"), [(4000, Qualified.WORSE), (3999, UNCLEAR), (None, Qualified.WORSE)]
)
def test_a_benchmark_of_twenty_times_the_base_is_fixed(
    base: int | None, qualified: Qualified
) -> None:
    """40 of 200 leaves out a fixed 15%; Newcombe's interval from a smaller base does not."""
    assert proportion_confint(40, 200, method="wilson")[0] > 0.15
    low, _ = confint_proportions_2indep(40, 200, 599.85, 3999, method="newcomb", compare="diff")
    assert low < 0
    found = against_benchmark(rate(8, (40, 200)), benchmark(8, 0.15, base=base))
    assert found.qualified is qualified


@pytest.mark.parametrize(
    ("bme", "reference", "point", "qualified"),
    [
        ((400, 2000), 1.2, Point.WORSE, Qualified.WORSE),
        ((260, 2000), 1.2, Point.WORSE, UNCLEAR),
        ((240, 2000), 1.2, Point.SAME, UNCLEAR),
        ((220, 2000), 1.2, Point.BETTER, UNCLEAR),
        ((100, 2000), 1.2, Point.BETTER, Qualified.BETTER),
    ],
)
def test_a_ratio_is_compared_with_a_ratio(
    bme: tuple[int, int], reference: float, point: Point, qualified: Qualified
) -> None:
    """2.0, 1.3, 1.2, 1.1 and 0.5 against 1.2, with White at 200 of 2,000."""
    figure = benchmark(3, reference, unit=Unit.RATIO)
    found = likelihood_against_benchmark(likelihood(3, bme, (200, 2000)), figure)
    assert (found.point, found.qualified, found.is_ratio) == (point, qualified, True)


def test_a_rounded_interval_never_makes_a_ratio_clear() -> None:
    """10 of 100 and 40 of 1,000: 1.28 to 4.72. The rounded 1.3 must not rise above 1.29."""
    exact = likelihood(3, (10, 100), (40, 1000))
    assert exact.interval is not None
    between = exact.interval.low + 0.001
    assert exact.interval.low < between < 1.3
    found = likelihood_against_benchmark(
        protected(exact, 11), benchmark(3, between, unit=Unit.RATIO)
    )
    assert found.qualified is UNCLEAR


def test_a_ratio_without_a_figure_is_not_compared() -> None:
    """Nobody disciplined in either group: no comparison."""
    nobody = likelihood(3, (0, 100), (0, 200))
    found = likelihood_against_benchmark(nobody, benchmark(3, 1.2, unit=Unit.RATIO))
    assert (found.point, found.qualified) == (Point.NOT_ASSESSABLE, UNTESTED)
