"""Single ethnic backgrounds: published for England, never for a trust."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.measures.building import BME, WHITE, row
from wres.publication import publish
from wres.results import Result
from wres.terms import DETAILED_GROUPS, EthnicGroup, StaffGroup, Status
from wres.words.labels import group_label, staff_of

IRISH = EthnicGroup.WHITE_IRISH


def printed(group: EthnicGroup, base: int | None, *, number: int = 8) -> Result:
    """A percentage of 20 with its base, as the national workbook gives it."""
    one = row(number, group, (0, 1))
    return replace(one, numerator=None, denominator=base, value=0.2)


def of(code: str, *rows: Result) -> dict[EthnicGroup, Result]:
    owned = [replace(one, org_code=code) for one in rows]
    return {one.ethnic_group: one for one in publish(owned).rows}


@pytest.mark.parametrize("base", [None, 11, 7_594])
@pytest.mark.parametrize("number", [1, 5, 8])
def test_a_trust_publishes_no_single_background(number: int, base: int | None) -> None:
    """Whatever the base and the indicator: the row is not there at all."""
    rows = (printed(IRISH, base, number=number), printed(BME, 400), printed(WHITE, 900))
    assert set(of("R0A", *rows)) == {BME, WHITE}


@pytest.mark.parametrize(("base", "status"), [(10, Status.HIDDEN), (11, Status.BELOW)])
def test_england_shows_a_background_of_eleven_or_more(base: int, status: Status) -> None:
    """Ten are hidden; 2 of 11 are shown under a bound, as for any small base."""
    assert of("ENG", printed(IRISH, base))[IRISH].status is status


def test_england_shows_a_large_background_as_it_is() -> None:
    """7,594 White Irish staff, 20%, beside BME and White."""
    found = of("ENG", printed(IRISH, 7_594), printed(BME, 200_000), printed(WHITE, 530_000))
    assert {group: one.value for group, one in found.items()} == {IRISH: 0.2, BME: 0.2, WHITE: 0.2}


def test_a_background_of_a_staff_group_is_published_for_nobody() -> None:
    """Finer than any published table of England."""
    fine = replace(printed(IRISH, 900), staff_group=StaffGroup.CLINICAL)
    assert of("ENG", fine) == {}


def test_there_are_nineteen_backgrounds_and_each_has_words() -> None:
    """18 of survey 2024 and Filipino of survey 2025; four are part of White."""
    assert len(DETAILED_GROUPS) == 19
    assert sum(wide is WHITE for wide in DETAILED_GROUPS.values()) == 4
    labels = [group_label(group) for group in DETAILED_GROUPS]
    assert len(set(labels)) == 19
    assert group_label(IRISH) == "White: Irish"
    assert staff_of(IRISH) == "staff of the background “White: Irish”"


def test_groups_stand_in_the_order_of_the_alphabet_and_unknown_is_last() -> None:
    """White is not first by habit."""
    codes = [group.value for group in EthnicGroup]
    assert codes[-2:] == ["all", "unknown"]
    assert codes[:-2] == sorted(codes[:-2])
