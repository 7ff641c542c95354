"""Indicators 1 and 9 are people: shares, points, and how many posts would make parity."""

from __future__ import annotations

import pytest

from tests.measures.building import BME, row
from wres.measures import representation_of
from wres.terms import Band, StaffGroup, Status

WORKFORCE = row(1, BME, (1158, 4207))


def test_a_board_of_thirteen_with_one_bme_member() -> None:
    """7.7% against 27.5%: 19.8 points, 3 people (13 x 0.275 = 3.6), 7.7 points a person."""
    found = representation_of(row(9, BME, (1, 13), staff_group=StaffGroup.BOARD), WORKFORCE)
    assert found is not None
    assert (found.points, found.people_short, found.one_person_points) == (-19.8, 3, 7.7)
    assert found.share == pytest.approx(1 / 13)
    assert found.workforce_share == pytest.approx(1158 / 4207)


def test_bands_8a_and_above_are_46_people_short() -> None:
    """42 of 318 against 27.5%: 318 x 0.27526 = 87.5, so 46 more."""
    found = representation_of(row(1, BME, (42, 318), band=Band.BANDS_8A_VSM), WORKFORCE)
    assert found is not None
    assert (found.points, found.people_short) == (-14.3, 46)


def test_enough_people_are_no_shortfall() -> None:
    """5 of 13 is above the workforce share."""
    found = representation_of(row(9, BME, (5, 13), staff_group=StaffGroup.BOARD), WORKFORCE)
    assert found is not None
    assert found.people_short == 0
    assert found.points > 0


@pytest.mark.parametrize(
    "posts",
    [
        row(9, BME, value=0.08),
        row(9, BME, (0, 0)),
        row(9, BME, (1, 13), status=Status.HIDDEN),
        row(9, BME, status=Status.MISSING),
    ],
)
def test_without_people_there_is_no_representation(posts: object) -> None:
    """A percentage alone, no posts, or a hidden row gives nothing, not zero."""
    assert representation_of(posts, WORKFORCE) is None  # type: ignore[arg-type]
