"""The one table: what a row may say, how it is found, and how newer rows lie over older ones."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

import pytest

from tests.measures.building import ALL, BME, WHITE, row
from wres.errors import NotComputable
from wres.results import COLUMNS, KEY_COLUMNS, Result, Results, check_result, with_value
from wres.terms import Band, Unit


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"numerator": -1, "denominator": 10}, "cannot be -1"),
        ({"numerator": None, "denominator": -5}, "cannot be -5"),
        ({"numerator": 11, "denominator": 10}, "cannot be part of 10"),
        ({"value": 1.2}, "not 120.0"),
        ({"value": -0.1}, "between 0 and 100"),
        ({"value": math.nan}, "must be a number"),
        ({"value": math.inf}, "must be a number"),
        ({"value": -0.5, "unit": Unit.RATIO}, "below zero"),
        ({"value": 1.5, "unit": Unit.DIFFERENCE}, "-100 and 100"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(changed: dict[str, object], words: str) -> None:
    """One sentence says what is wrong."""
    with pytest.raises(NotComputable, match=words):
        check_result(replace(row(8, BME), **changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sound",
    [
        row(8, BME, (0, 0)),
        row(8, BME, (10, 10)),
        row(3, ALL, value=17.16, unit=Unit.RATIO),
        row(9, BME, value=-0.2, unit=Unit.DIFFERENCE),
        row(8, BME),
    ],
)
def test_a_row_that_can_be_true_passes(sound: object) -> None:
    """0 of 0, everybody, a large ratio, a negative difference, nothing at all."""
    check_result(sound)  # type: ignore[arg-type]


def test_the_figure_comes_from_counts_when_there_are_any() -> None:
    """125 of 642, whatever was printed."""
    assert with_value(row(8, BME, (125, 642), value=0.2)) == 125 / 642


def test_the_figure_is_as_printed_without_counts() -> None:
    """16.1% stays 16.1%, a ratio stays a ratio, and nothing stays nothing."""
    assert with_value(row(8, BME, value=0.161)) == 0.161
    assert with_value(row(3, ALL, value=1.83, unit=Unit.RATIO)) == 1.83
    assert with_value(row(8, BME)) is None
    assert with_value(row(8, BME, (0, 0))) is None


def test_later_rows_replace_earlier_ones_of_the_same_key() -> None:
    """The same figure given twice counts once, as last given."""
    held = Results([row(8, BME, (1, 20)), row(8, BME, (2, 20))])
    assert [r.numerator for r in held] == [2]


def test_newer_rows_lie_over_older_ones() -> None:
    """An upload replaces what it names and leaves the rest."""
    old = Results([row(8, BME, (1, 20)), row(8, WHITE, (5, 50))])
    new = old.merged([row(8, BME, (2, 20))])
    assert {r.ethnic_group: r.numerator for r in new} == {BME: 2, WHITE: 5}
    assert len(old) == 2


def test_a_rate_and_a_ratio_are_two_figures() -> None:
    """The unit is part of the key."""
    held = Results([row(3, ALL, value=0.1), row(3, ALL, value=1.8, unit=Unit.RATIO)])
    found = held.get("ABC", 2025, indicator=3, ethnic_group=ALL, unit=Unit.RATIO)
    assert found is not None
    assert found.value == 1.8


def test_rows_are_found_by_what_is_wanted() -> None:
    """By column, by organisation, by year; nothing found is an empty answer."""
    other = replace(row(8, BME, (1, 20), year=2024), org_code="XYZ")
    held = Results([row(8, BME, (1, 20)), row(8, WHITE, (5, 50)), row(5, BME, (5, 50)), other])
    assert len(held.where(org_code="ABC", indicator=8)) == 2
    assert held.where(org_code="ABC", band=Band.BAND_5) == ()
    assert held.years("ABC") == (2025,)
    assert held.years("XYZ", 5) == ()
    assert held.organisations() == ("ABC", "XYZ")
    assert held.of("XYZ") == (other,)
    assert held.get("ABC", 2019, indicator=8, ethnic_group=BME) is None


def test_rows_wanted_by_several_columns_match_in_all_of_them() -> None:
    """Two columns, a third that differs, one column alone, and none at all."""
    held = Results([row(8, BME, (1, 20)), row(8, WHITE, (5, 50)), row(5, BME, (5, 50))])
    assert [one.numerator for one in held.where(indicator=8, ethnic_group=BME)] == [1]
    assert held.where(indicator=8, ethnic_group=BME, wres_year=2024) == ()
    assert len(held.where(ethnic_group=BME)) == 2
    assert len(held.where()) == len(held.where(org_code="ABC")) == 3


def test_the_columns_are_those_of_the_table() -> None:
    """Fifteen, in order."""
    assert COLUMNS[:2] == ("org_code", "wres_year")
    assert len(COLUMNS) == 15


def test_the_columns_of_the_key_give_the_key() -> None:
    """The store and the shipped files ask for the same seven columns as the row itself."""
    one = row(8, BME, (16, 100))
    assert attrgetter(*KEY_COLUMNS)(one) == one.key
    assert set(KEY_COLUMNS) <= set(COLUMNS)


def test_everybody_s_figures_of_one_place_are_found_without_a_look_at_the_rest() -> None:
    """One look at all rows makes the index; after it, asking for a place looks at none."""
    rows = [row(8, BME, (1, 20)), row(8, WHITE, (2, 30)), row(5, BME, (3, 40))]
    asked = Counted([*rows, *(replace(one, org_code="RXX") for one in rows)])
    looks = asked.looks
    expected = tuple(one for one in asked if one.indicator == 8)
    assert asked.looks == looks + 1
    for _ in range(3):
        assert asked.beside(expected[0].wres_year, 8) == expected
        assert asked.where(indicator=8, wres_year=expected[0].wres_year) == expected
    assert asked.looks == looks + 2
    of_white = asked.where(indicator=8, wres_year=expected[0].wres_year, ethnic_group=WHITE)
    assert [one.ethnic_group for one in of_white] == [WHITE, WHITE]
    assert asked.beside(1999, 8) == ()


class Counted(Results):
    """Results that count how often all their rows were gone through."""

    looks = 0

    def __iter__(self) -> Iterator[Result]:
        self.looks += 1
        return super().__iter__()
