"""Rates, gaps and the people behind them, against statsmodels and sums done by hand."""

from __future__ import annotations

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from tests.measures.building import BME, WHITE, gap, printed_gap, rate, row
from wres.measures import gap_between, people_behind, rate_of
from wres.terms import CalcBasis, Status


@pytest.mark.parametrize("counted", [(125, 642), (0, 14), (14, 14), (9, 725), (1, 12)])
def test_a_counted_rate_has_the_wilson_interval(counted: tuple[int, int]) -> None:
    """The limits equal those of statsmodels, 0% and 100% included."""
    found = rate(8, counted).interval
    low, high = proportion_confint(*counted, method="wilson")
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)


def test_nobody_of_fourteen_has_an_upper_limit_of_21_5_per_cent() -> None:
    """A rate of zero is not certainty (figure published in the method)."""
    found = rate(8, (0, 14)).interval
    assert found is not None
    assert found.low == 0
    assert round(found.high * 100, 1) == 21.5


def test_a_percentage_and_a_base_give_the_interval_of_their_decimal_count() -> None:
    """With p times n left as a decimal: 19.5% of 642 is 125.19 people."""
    found = rate(8, value=0.195, base=642)
    low, high = proportion_confint(125.19, 642, method="wilson")
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((low, high), abs=1e-9)
    assert found.numerator is None


def test_a_percentage_alone_has_no_interval() -> None:
    """Without a base nothing can be said about chance."""
    found = rate(8, value=0.161)
    assert (found.value, found.interval, found.tested) == (0.161, None, False)


def test_the_percentage_comes_from_the_counts_when_both_are_given() -> None:
    """A printed 19.5% does not override 125 of 642."""
    assert rate(8, (125, 642), value=0.195).value == 125 / 642


@pytest.mark.parametrize("status", [Status.HIDDEN, Status.MISSING, Status.NOT_COLLECTED])
def test_a_figure_that_is_not_there_is_never_zero(status: Status) -> None:
    """It keeps the reason, and neither it nor a gap with it can be read."""
    absent = rate(8, status=status)
    assert (absent.value, absent.is_shown, absent.status) == (None, False, status)
    found = gap_between(absent, rate_of(row(8, WHITE, (10, 100))))
    assert (found.value, found.points, found.interval, found.adverse_points) == (None,) * 4


def test_a_shown_row_without_any_figure_is_missing() -> None:
    """An empty cell is marked, not drawn as nothing."""
    assert rate(8).status is Status.MISSING


def test_a_base_of_nobody_is_not_applicable() -> None:
    """0 of 0 is no percentage."""
    assert rate(8, (0, 0)).status is Status.NOT_APPLICABLE
    assert rate(8, (0, 0)).value is None


def test_a_doubtful_figure_is_shown_and_never_tested() -> None:
    """Its counts may be wrong, so no interval is drawn from them."""
    doubtful = rate(8, (10, 100), status=Status.DOUBTFUL)
    assert doubtful.is_shown
    assert not doubtful.tested


def test_a_bound_is_not_a_figure() -> None:
    """“Under 25%” takes part in no gap."""
    assert not rate(8, value=0.25, status=Status.BELOW).is_shown


def test_small_and_wide_are_marked() -> None:
    """29 people are a small base; 10 of 29 is more than 20 points wide; 30 are not small."""
    assert rate(8, (10, 29)).small_base
    assert rate(8, (10, 29)).very_uncertain
    assert not rate(8, (10, 30)).small_base
    assert not rate(8, (125, 642)).very_uncertain


@pytest.mark.parametrize(
    ("bme", "white"), [((125, 642), (114, 1646)), ((0, 40), (0, 90)), ((9, 725), (17, 2505))]
)
def test_a_gap_has_newcombes_interval(bme: tuple[int, int], white: tuple[int, int]) -> None:
    """The limits equal those of statsmodels, both groups at 0% included."""
    found = gap(8, bme, white).interval
    low, high = confint_proportions_2indep(*bme, *white, method="newcomb", compare="diff")
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-8)


def test_the_gap_is_rounded_after_subtracting() -> None:
    """19.47% minus 6.93% is 12.5 points, although the printed figures differ by 12.6."""
    found = gap(8, (125, 642), (114, 1646))
    assert found.points == 12.5
    assert found.differs_from_displayed


def test_a_gap_that_equals_the_printed_difference_is_not_marked() -> None:
    """16.1% minus 6.6% is 9.5 points either way."""
    found = printed_gap(8, 0.161, 0.066)
    assert (found.points, found.differs_from_displayed) == (9.5, False)
    assert found.interval is None
    assert not found.is_clear


def test_adverse_is_lower_where_higher_is_better() -> None:
    """BME below White is adverse on indicator 7 and favourable on indicator 8."""
    assert printed_gap(7, 0.469, 0.576).adverse_points == 10.7
    assert printed_gap(8, 0.05, 0.07).adverse_points == -2.0


def test_figures_on_two_bases_have_no_gap() -> None:
    """With and without “don’t know” are different questions."""
    left = rate(7, (274, 400), year=2020)
    right = rate_of(row(7, WHITE, (957, 1646)))
    assert left.calc_basis is CalcBasis.EXCL_DK
    assert gap_between(left, right).value is None


def test_the_people_behind_a_gap_are_among_those_who_answered() -> None:
    """19.5% against 6.9% of 642 people is 81 people, by hand: 125 - 642 x 114 / 1646 = 80.5."""
    found = people_behind(gap(8, (125, 642), (114, 1646)))
    low, high = confint_proportions_2indep(125, 642, 114, 1646, method="newcomb", compare="diff")
    assert found is not None
    assert (found.answered, found.fewer, found.is_clear) == (642, 81, True)
    assert (found.low, found.high) == (round(642 * low), round(642 * high))


def test_the_people_behind_a_gap_are_counted_upwards_on_indicator_7_too() -> None:
    """304 of 642 against 957 of 1646: 642 x 957 / 1646 - 304 = 69 more would have said yes."""
    found = people_behind(gap(7, (304, 642), (957, 1646)))
    assert found is not None
    assert found.fewer == 69
    assert 0 < found.low < 69 < found.high


def test_nine_disciplinaries_are_about_four_more_than_expected() -> None:
    """9 - 725 x 17 / 2505 = 4.1, and the range takes in none (Kent and Medway)."""
    low, high = confint_proportions_2indep(9, 725, 17, 2505, method="newcomb", compare="diff")
    found = people_behind(gap(8, (9, 725), (17, 2505)))
    assert found is not None
    assert (found.fewer, found.is_clear) == (4, False)
    assert (found.low, found.high) == (round(725 * low), round(725 * high))


def test_no_people_without_counts_or_without_an_adverse_gap() -> None:
    """A percentage alone, or a gap in favour of BME staff, has no people behind it."""
    assert people_behind(printed_gap(8, 0.161, 0.066)) is None
    assert people_behind(gap(8, (5, 100), (20, 100))) is None


def test_a_rate_keeps_whose_it_is() -> None:
    """Group, year, survey and basis travel with the figure."""
    found = rate(7, (304, 642))
    assert (found.group, found.wres_year, found.survey_year) == (BME, 2025, 2024)
    assert found.calc_basis is CalcBasis.INCL_DK
