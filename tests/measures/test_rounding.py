"""Rounding is half up at the displayed precision, whatever binary arithmetic leaves behind."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest

from wres.measures import percent, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(7.05, 1, 7.1), (0.25, 1, 0.3), (2.675, 2, 2.68), (1.005, 2, 1.01), (0.5, 0, 1), (7.04, 1, 7)],
)
def test_halves_go_up(value: float, decimals: int, expected: float) -> None:
    """7.05 is 7.1, although the nearest binary number lies below it."""
    assert rounded(value, decimals) == expected


@pytest.mark.parametrize(
    ("proportion", "expected"),
    [(0.0951, 9.5), (0.0705, 7.1), (0.1 + 0.2, 30.0), (0.29, 29.0), (1.0, 100.0), (0.0, 0.0)],
)
def test_a_proportion_becomes_a_percentage_with_one_decimal(
    proportion: float, expected: float
) -> None:
    """The tail that multiplying by 100 leaves does not move a figure."""
    assert percent(proportion) == expected


def test_a_tiny_negative_figure_is_plain_zero() -> None:
    """Minus zero would be printed as -0.0 points."""
    assert math.copysign(1, rounded(-0.04, 1)) == 1


def test_rounding_is_the_same_on_both_sides_of_zero() -> None:
    """Swapping the groups must only swap the sign of the gap."""
    assert rounded(-7.05, 1) == -rounded(7.05, 1) == -7.1


def test_every_figure_is_rounded_as_its_digits_say() -> None:
    """Half up on the twelve digits of each share of 1 to 60 people, on either side of zero."""
    for people in range(1, 61):
        for counted in range(-people, people + 1):
            digits = Decimal(f"{counted / people * 100:.12f}")
            told = float(digits.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
            assert percent(counted / people) == told
