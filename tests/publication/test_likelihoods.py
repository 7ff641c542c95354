"""Indicators 2 to 4: a ratio always, counts only when both groups have eleven."""

from __future__ import annotations

import pytest

from tests.measures.building import ALL, BME, UNKNOWN, WHITE, row
from wres.publication import Publication, publish
from wres.results import Result
from wres.terms import EthnicGroup, Status, Unit

PRINTED = row(3, ALL, value=1.83, unit=Unit.RATIO)


def numbers(found: Publication) -> set[int | float | None]:
    """Every figure on a published row."""
    return {x for r in found.rows for x in (r.numerator, r.denominator, r.value)} - {None}


def test_large_counts_are_published_with_two_decimals() -> None:
    """12 and 30 cases: counts, and a ratio of 1.14."""
    found = publish([row(3, BME, (12, 700)), row(3, WHITE, (30, 2000))])
    assert numbers(found) == {12, 700, 30, 2000}
    (one,) = found.likelihood_series("ABC", 3)
    assert (one.shown_ratio, one.small_numbers) == (1.14, False)


def test_small_counts_are_marked_hidden_and_the_ratio_has_one_decimal() -> None:
    """9 and 17 cases: 1.8, and not a count on any row, nor the printed 1.83."""
    found = publish([row(3, BME, (9, 725)), row(3, WHITE, (17, 2505)), PRINTED])
    assert numbers(found) == set()
    assert {r.ethnic_group for r in found.rows if r.status is Status.HIDDEN} == {BME, WHITE}
    (one,) = found.likelihood_series("ABC", 3)
    assert (one.ratio, one.printed, one.bme, one.white) == (1.8, None, None, None)


def test_small_counts_given_as_a_percentage_and_a_base_are_hidden_too() -> None:
    """1.24% of 725 is nine people."""
    found = publish([row(3, BME, value=9 / 725, base=725), row(3, WHITE, (17, 2505))])
    assert numbers(found) == set()


@pytest.mark.parametrize("other", [UNKNOWN, EthnicGroup.ASIAN, ALL])
def test_other_groups_are_not_published(other: EthnicGroup) -> None:
    """Two of unknown ethnicity, or a total that gives them away, stay in."""
    found = publish([row(3, BME, (12, 700)), row(3, WHITE, (30, 2000)), row(3, other, (2, 40))])
    assert {r.ethnic_group for r in found.rows} == {BME, WHITE}


def test_one_small_group_beside_a_printed_ratio_is_hidden() -> None:
    """Three BME cases and no White row: the ratio loses a decimal, the count goes."""
    found = publish([row(3, BME, (3, 725)), PRINTED])
    assert numbers(found) == set()
    assert [one.ratio for one in found.likelihood_series("ABC", 3)] == [1.8]


def test_a_printed_ratio_alone_passes() -> None:
    """It is public and has no counts."""
    found = publish([PRINTED])
    assert set(found.rows) == {PRINTED}
    assert [one.shown_ratio for one in found.likelihood_series("ABC", 3)] == [1.83]


def test_a_series_is_in_order_and_one_trusts_own() -> None:
    """Latest first in, earliest first out; no other trust's ratios."""
    rows: list[Result] = []
    for year in (2025, 2023, 2024):
        rows += [row(3, BME, (12, 700), year=year), row(3, WHITE, (30, 2000), year=year)]
    found = publish(rows)
    assert [one.wres_year for one in found.likelihood_series("ABC", 3)] == [2023, 2024, 2025]
    assert found.likelihood_series("XYZ", 3) == ()
