"""A place is a range of places, wider where less is known, and never a rank."""

from __future__ import annotations

import pytest

from tests.measures.building import BME, WHITE, row
from wres.comparisons import PlacedBy, gap_position_among, position_among
from wres.measures import Rate, gap_between, rate_of


def printed(value: float) -> Rate:
    """A percentage without a base."""
    return rate_of(row(8, BME, value=value))


def counted(x: int, n: int) -> Rate:
    """A percentage with its counts."""
    return rate_of(row(8, BME, (x, n)))


@pytest.mark.parametrize(
    ("own", "low", "high"),
    [
        # 41 others at 5.0%, 5.1% ... 9.0%: 42 in all, a quarter is 11 (42 / 4 rounded up).
        (0.04, 1, 11),
        (0.0594, 1, 11),  # printed 5.9% like one other: 10th or 11th
        (0.0605, 12, 31),  # eleven others are lower
        (0.0705, 12, 31),
        (0.0595, 1, 31),  # printed 6.0% like one other: 11th or 12th, across the line
        (0.0794, 12, 31),
        (0.0805, 32, 42),
        (0.2, 32, 42),
    ],
)
def test_without_bases_a_place_is_a_quarter_or_the_middle_half(
    own: float, low: int, high: int
) -> None:
    """42 organisations: 1st to 11th, 12th to 31st, 32nd to 42nd."""
    others = [printed(0.05 + i / 1000) for i in range(41)]
    found = position_among(printed(own), others)
    assert found is not None
    assert (found.low, found.high, found.of, found.placed_by) == (low, high, 42, PlacedBy.PRINTED)


def test_figures_printed_alike_share_their_places() -> None:
    """All 12 printed alike: the place could be any of them."""
    found = position_among(printed(0.05), [printed(0.05)] * 11)
    assert found is not None
    assert (found.low, found.high, found.of) == (1, 12, 12)


def test_a_handful_has_no_quarters() -> None:
    """A quarter of five is one trust, which would be a rank."""
    found = position_among(printed(0.05), [printed(0.01 * i) for i in range(1, 5)])
    assert found is not None
    assert (found.low, found.high, found.of) == (1, 5, 5)


def test_with_bases_only_clear_differences_count() -> None:
    """100 of 500 (20%) against 40, 90, 110 and 180 of 500: only 8% and 36% are clearly apart.

    By hand, Newcombe: 20% and 18% differ by 2 points, give or take about 5; 20% and 8% by 12.
    """
    others = [counted(x, 500) for x in (40, 90, 110, 180)]
    found = position_among(counted(100, 500), others)
    assert found is not None
    assert (found.low, found.high, found.of, found.placed_by) == (2, 4, 5, PlacedBy.CHANCE)


def test_an_own_base_alone_says_so() -> None:
    """100 of 500 has the Wilson interval 16.7% to 23.7%: 16% is below it, 17% and 24% beside."""
    found = position_among(counted(100, 500), [printed(p) for p in (0.16, 0.17, 0.23, 0.24)])
    assert found is not None
    assert (found.low, found.high, found.placed_by) == (2, 4, PlacedBy.OWN_CHANCE)


def test_hidden_figures_take_no_place() -> None:
    """Neither one's own nor another's."""
    nothing = rate_of(row(8, BME))
    assert position_among(nothing, [printed(0.1)] * 9) is None
    found = position_among(printed(0.1), [printed(0.1)] * 9 + [nothing])
    assert found is not None
    assert found.of == 10


def test_a_gap_has_a_place_too() -> None:
    """A gap of 10 points on 1,000 and 1,000 is clearly above no gap, and not above 9 points."""

    def gap(x: int) -> object:
        return gap_between(rate_of(row(8, BME, (x, 1000))), rate_of(row(8, WHITE, (100, 1000))))

    found = gap_position_among(gap(200), [gap(100), gap(190), gap(300)])  # type: ignore[arg-type]
    assert found is not None
    assert (found.low, found.high, found.of, found.placed_by) == (2, 3, 4, PlacedBy.CHANCE)
