"""Relative likelihoods: direction, zeros, small numbers, and a worked public example."""

from __future__ import annotations

import math

import pytest

from tests.measures.building import ALL, BME, WHITE, likelihood, row
from wres.measures import likelihood_of, printed_likelihood, protected
from wres.terms import EthnicGroup, Status, Unit


@pytest.mark.parametrize(
    ("number", "top", "expected"), [(2, WHITE, 2.0), (3, BME, 0.5), (4, WHITE, 2.0)]
)
def test_each_indicator_divides_in_its_own_direction(
    number: int, top: EthnicGroup, expected: float
) -> None:
    """10% of BME and 20% of White: White over BME for 2 and 4, BME over White for 3."""
    found = likelihood(number, (30, 300), (60, 300))
    assert (found.top, found.ratio) == (top, pytest.approx(expected))
    assert found.is_clear


def test_kent_and_medway_is_not_clear() -> None:
    """9 of 725 and 17 of 2,505: printed as 1.7, but anything from 0.83 to 4.05 is likely."""
    found = likelihood(3, (9, 725), (17, 2505))
    assert found.interval is not None
    assert found.shown_ratio == 1.83
    assert (round(found.interval.low, 2), round(found.interval.high, 2)) == (0.83, 4.05)
    assert not found.is_clear
    assert found.inside_four_fifths is False


def test_nobody_in_the_lower_group_leaves_no_ratio_but_a_lower_limit() -> None:
    """5 of 100 against 0 of 200 cannot be divided; that it is above 1 is still known."""
    found = likelihood(3, (5, 100), (0, 200))
    assert (found.ratio, found.shown_ratio, found.status) == (None, None, Status.NOT_APPLICABLE)
    assert found.interval is not None
    assert found.interval.low > 1
    assert math.isinf(found.interval.high)
    assert "Nobody in one group" in found.reason


def test_nobody_in_the_upper_group_is_a_ratio_of_zero() -> None:
    """0 of 100 against 10 of 200 is 0, with an honest upper limit."""
    found = likelihood(3, (0, 100), (10, 200))
    assert found.ratio == 0
    assert found.interval is not None
    assert found.interval.low == 0
    assert 0 < found.interval.high < math.inf


def test_nobody_in_either_group_is_said() -> None:
    """0 and 0 is no ratio and no interval."""
    found = likelihood(3, (0, 100), (0, 200))
    assert (found.ratio, found.interval, found.status) == (None, None, Status.NOT_APPLICABLE)
    assert "either group" in found.reason


@pytest.mark.parametrize(("bme", "white"), [(0.0, 0.0), (0.1, 0.0)])
def test_a_percentage_of_zero_with_a_base_is_nobody_too(bme: float, white: float) -> None:
    """A count left as a decimal is zero all the same, not an infinite ratio."""
    found = likelihood_of(row(3, BME, value=bme, base=100), row(3, WHITE, value=white, base=100))
    assert (found.ratio, found.status) == (None, Status.NOT_APPLICABLE)


def test_percentages_without_bases_give_no_ratio_of_their_own() -> None:
    """The figure is missing, not shown and empty."""
    found = likelihood_of(row(3, BME, value=0.1), row(3, WHITE, value=0.1))
    assert (found.ratio, found.interval, found.status) == (None, None, Status.MISSING)


def test_a_printed_ratio_has_no_interval_and_is_never_clear() -> None:
    """1.7 as printed, and nothing else known."""
    found = printed_likelihood(row(3, ALL, value=1.7, unit=Unit.RATIO))
    assert (found.ratio, found.interval, found.is_clear) == (1.7, None, False)


def test_a_hidden_ratio_is_not_zero() -> None:
    """It keeps its status and has no figure."""
    found = printed_likelihood(row(3, ALL, unit=Unit.RATIO, status=Status.HIDDEN))
    assert found.shown_ratio is None


@pytest.mark.parametrize(
    ("bme", "white", "reverses"),
    [((2, 100), (3, 200), True), ((9, 1158), (15, 2871), False), ((5, 100), (10, 200), False)],
)
def test_the_one_person_check_moves_one_case(
    bme: tuple[int, int], white: tuple[int, int], reverses: bool
) -> None:
    """1 of 100 against 4 of 200 turns 2 of 100 against 3 of 200 round; 8 against 16 does not."""
    assert likelihood(3, bme, white).one_person_reverses is reverses


def test_small_numbers_have_one_decimal_and_no_counts() -> None:
    """9 cases may not be read off a second decimal, a range, an error, a rate or one case more."""
    found = protected(likelihood(3, (9, 725), (17, 2505)), 11)
    assert (found.small_numbers, found.decimals, found.ratio) == (True, 1, 1.8)
    assert (found.bme, found.white, found.printed) == (None, None, None)
    assert found.interval is not None
    assert (found.shown_interval, found.one_person_reverses) == (None, None)
    assert found.se_log is not None
    assert found.se_log == round(found.se_log, 1)
    assert found.se_log >= math.sqrt(1 / 9 - 1 / 725 + 1 / 17 - 1 / 2505)


def test_eleven_in_both_groups_need_no_protection() -> None:
    """Two decimals and the counts stay."""
    found = protected(likelihood(3, (11, 725), (17, 2505)), 11)
    assert (found.small_numbers, found.decimals) == (False, 2)
    assert found.bme is not None


def test_a_percentage_with_a_base_is_a_count_and_is_protected() -> None:
    """1.24% of 725 is nine people."""
    bme, white = row(3, BME, value=9 / 725, base=725), row(3, WHITE, value=17 / 2505, base=2505)
    found = protected(likelihood_of(bme, white), 11)
    assert (found.small_numbers, found.bme) == (True, None)


def test_an_infinite_limit_survives_protection() -> None:
    """Rounding leaves “no upper limit” alone."""
    found = protected(likelihood(3, (5, 100), (0, 200)), 11)
    assert found.interval is not None
    assert math.isinf(found.interval.high)


@pytest.mark.parametrize(
    ("bme", "white", "inside"),
    [
        ((80, 1000), (100, 1000), True),
        ((125, 1000), (100, 1000), True),
        ((79, 1000), (100, 1000), False),
        ((126, 1000), (100, 1000), False),
    ],
)
def test_four_fifths_takes_in_its_ends(
    bme: tuple[int, int], white: tuple[int, int], inside: bool
) -> None:
    """0.80 and 1.25 are inside; 0.79 and 1.26 are not."""
    assert likelihood(3, bme, white).inside_four_fifths is inside


def test_close_to_equal_with_enough_data_is_surely_inside() -> None:
    """10,000 of 20,000 each is close to 1; 10 of 20 each only looks so."""
    assert likelihood(4, (10000, 20000), (10000, 20000)).surely_inside
    assert not likelihood(4, (10, 20), (10, 20)).surely_inside
