"""Rule C: whether the gap opens, in points and beside the ratio."""

from __future__ import annotations

import math

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from tests.measures.building import BME, WHITE, gap, printed_gap, row
from wres.comparisons import GapPoint, GapQualified, gap_change, times_as_likely
from wres.indicators import INDICATOR_7_BREAK_2021
from wres.measures import gap_between, rate_of
from wres.terms import Status

Counts = tuple[tuple[int, int], tuple[int, int]]
EVEN: Counts = ((100, 1000), (100, 1000))


def by_hand(before: Counts, now: Counts) -> tuple[float, float]:
    """Return the square-and-add limits of the change of the gap, from statsmodels' Newcombe."""
    limits = [
        confint_proportions_2indep(*bme, *white, method="newcomb", compare="diff")
        for bme, white in (before, now)
    ]
    gaps = [bme[0] / bme[1] - white[0] / white[1] for bme, white in (before, now)]
    change = gaps[1] - gaps[0]
    below = math.hypot(gaps[1] - limits[1][0], limits[0][1] - gaps[0])
    above = math.hypot(limits[1][1] - gaps[1], gaps[0] - limits[0][0])
    return change - below, change + above


@pytest.mark.parametrize(
    ("before", "now", "point", "qualified"),
    [
        (EVEN, ((200, 1000), (100, 1000)), GapPoint.OPENING, GapQualified.CLEAR_OPENING),
        (EVEN, ((110, 1000), (100, 1000)), GapPoint.OPENING, GapQualified.NO_CLEAR_CHANGE),
        (EVEN, EVEN, GapPoint.UNCHANGED, GapQualified.NO_CLEAR_CHANGE),
        (
            ((130, 1000), (100, 1000)),
            ((120, 1000), (100, 1000)),
            GapPoint.CLOSING,
            GapQualified.NO_CLEAR_CHANGE,
        ),
        (
            ((250, 1000), (100, 1000)),
            ((120, 1000), (100, 1000)),
            GapPoint.CLOSING,
            GapQualified.CLEAR_CLOSING,
        ),
    ],
)
def test_both_answers_of_every_outcome(
    before: Counts, now: Counts, point: GapPoint, qualified: GapQualified
) -> None:
    """The verdict is where the square-and-add interval lies, to nine decimals."""
    found = gap_change((gap(8, *before, year=2024), gap(8, *now, year=2025)))
    low, high = by_hand(before, now)
    assert (found.point, found.qualified) == (point, qualified)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((low, high), abs=1e-8)
    assert (low > 0) == (qualified is GapQualified.CLEAR_OPENING)
    assert (high < 0) == (qualified is GapQualified.CLEAR_CLOSING)


def test_on_indicator_7_a_falling_bme_figure_opens_the_gap() -> None:
    """The change and its interval are in the adverse direction."""
    before, now = ((500, 1000), (500, 1000)), ((400, 1000), (500, 1000))
    found = gap_change((gap(7, *before, year=2024), gap(7, *now, year=2025)))
    low, high = by_hand(before, now)
    assert (found.point, found.qualified) == (GapPoint.OPENING, GapQualified.CLEAR_OPENING)
    assert found.change == pytest.approx(0.1)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((-high, -low), abs=1e-8)
    assert found.ratio_direction is GapPoint.OPENING


def test_percentages_alone_have_a_point_answer_only() -> None:
    """3.1 to 2.7 points closes on the figures; how firm that is is not known."""
    found = gap_change((printed_gap(8, 0.081, 0.05, year=2024), printed_gap(8, 0.071, 0.044)))
    assert (found.point, found.qualified) == (GapPoint.CLOSING, GapQualified.NOT_ASSESSABLE)
    assert (found.interval, found.detectable) == (None, None)


def test_points_and_ratio_can_move_opposite_ways() -> None:
    """10% and 5% to 16% and 10%: five to six points, and 2.0 to 1.6 times."""
    found = gap_change((printed_gap(8, 0.10, 0.05, year=2024), printed_gap(8, 0.16, 0.10)))
    assert (found.point, found.ratio_direction) == (GapPoint.OPENING, GapPoint.CLOSING)
    assert found.scales_disagree


def test_moving_the_same_way_is_no_disagreement() -> None:
    """Chesterfield: 3.1 to 2.7 points, and 1.62 to 1.61 times."""
    found = gap_change((printed_gap(8, 0.081, 0.05, year=2024), printed_gap(8, 0.071, 0.044)))
    assert [times_as_likely(g) for g in (found.before, found.now) if g] == [1.62, 1.61]
    assert not found.scales_disagree


def test_a_white_figure_of_zero_has_no_ratio() -> None:
    """Nothing is divided by nobody."""
    assert times_as_likely(printed_gap(8, 0.1, 0.0)) is None


def test_gaps_are_compared_as_they_are_displayed() -> None:
    """9.51 and 9.54 points are both 9.5: unchanged."""
    found = gap_change((printed_gap(8, 0.1951, 0.1, year=2024), printed_gap(8, 0.1954, 0.1)))
    assert found.point is GapPoint.UNCHANGED


@pytest.mark.parametrize(("bme", "worse_off"), [(0.101, True), (0.1, False), (0.09, False)])
def test_worse_off_needs_a_gap_above_zero_now(bme: float, worse_off: bool) -> None:
    """A gap of nil or in favour of BME staff is no concern, whatever way it moves."""
    found = gap_change((printed_gap(8, 0.05, 0.1, year=2024), printed_gap(8, bme, 0.1)))
    assert found.point is GapPoint.OPENING
    assert found.worse_off is worse_off


def test_one_year_is_not_assessable() -> None:
    """There is this year's gap and nothing before it."""
    found = gap_change((gap(8, *EVEN),))
    assert (found.point, found.qualified) == (
        GapPoint.NOT_ASSESSABLE,
        GapQualified.NOT_ASSESSABLE,
    )
    assert found.before is None
    assert found.now is not None


def test_no_years_are_not_assessable() -> None:
    """No gap, no error."""
    assert gap_change(()).point is GapPoint.NOT_ASSESSABLE


def test_a_hidden_figure_this_year_is_not_assessable() -> None:
    """Last year's opening gap is not this year's."""
    hidden = gap_between(
        rate_of(row(8, BME, (300, 1000))), rate_of(row(8, WHITE, status=Status.HIDDEN))
    )
    earlier = (gap(8, *EVEN, year=2023), gap(8, (200, 1000), (100, 1000), year=2024))
    found = gap_change((*earlier, hidden))
    assert (found.point, found.now) == (GapPoint.NOT_ASSESSABLE, hidden)
    assert not found.worse_off


def test_a_gap_is_never_joined_across_a_break() -> None:
    """Indicator 7, surveys 2020 and 2021: not assessable, with the reason."""
    found = gap_change(
        (gap(7, (286, 412), (963, 1118), year=2021), gap(7, (286, 617), (962, 1662), year=2022))
    )
    assert found.point is GapPoint.NOT_ASSESSABLE
    assert found.break_reason == INDICATOR_7_BREAK_2021.reason


def test_the_order_of_the_years_does_not_matter() -> None:
    """Latest first gives the same answer."""
    series = (gap(8, *EVEN, year=2024), gap(8, (200, 1000), (100, 1000), year=2025))
    assert gap_change(tuple(reversed(series))) == gap_change(series)
