"""Indicators 1 and 9: posts are public, small single bands are not."""

from __future__ import annotations

import pytest

from tests.measures.building import BME, UNKNOWN, WHITE, row
from wres.publication import publish
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Status


def published(*rows: Result) -> dict[tuple[EthnicGroup, Band], Result]:
    return {(r.ethnic_group, r.band): r for r in publish(rows).rows}


def bands(**people: tuple[int, int]) -> list[Result]:
    """Rows of BME people and posts by the name of the band."""
    return [row(1, BME, pair, band=Band[name]) for name, pair in people.items()]


def is_masked(one: Result) -> bool:
    return one.status is Status.HIDDEN and one.numerator is None and one.value is None


def test_a_small_band_is_masked_with_the_smallest_other_of_its_group() -> None:
    """8 BME in 8b of 30 in 8a and 8b: 8a goes too, or 30 - 22 would give the 8 away."""
    found = published(*bands(BAND_8A=(22, 100), BAND_8B=(8, 60)))
    assert is_masked(found[BME, Band.BAND_8A])
    assert is_masked(found[BME, Band.BAND_8B])
    assert found[BME, Band.BANDS_8A_8B].numerator == 30


def test_staff_groups_of_the_same_band_do_not_stand_in_for_the_second_band() -> None:
    """Clinical and non-clinical 8b are not another band to hide 8b behind."""
    split = [
        row(1, BME, (5, 30), band=Band.BAND_8B, staff_group=StaffGroup.CLINICAL),
        row(1, BME, (3, 30), band=Band.BAND_8B, staff_group=StaffGroup.NON_CLINICAL),
    ]
    found = published(*bands(BAND_8A=(22, 100), BAND_8B=(8, 60)), *split)
    assert is_masked(found[BME, Band.BAND_8A])


def test_every_group_of_a_masked_band_is_masked() -> None:
    """One unknown in band 9 masks BME and White there too; the posts stay."""
    rows = [
        row(1, group, pair, band=band)
        for band in (Band.BAND_8C, Band.BAND_9)
        for group, pair in ((BME, (20, 100)), (WHITE, (79, 100)), (UNKNOWN, (1, 100)))
    ]
    found = published(*rows)
    for group in (BME, WHITE, UNKNOWN):
        assert is_masked(found[group, Band.BAND_9])
        assert found[group, Band.BAND_9].denominator == 100


@pytest.mark.parametrize("people", [0, 11])
def test_nobody_and_eleven_are_not_small(people: int) -> None:
    """1 to 10 are masked, 0 and 11 are not."""
    found = published(*bands(BAND_2=(people, 100), BAND_3=(50, 100)))
    assert found[BME, Band.BAND_2].numerator == people


def test_groups_of_bands_are_sums() -> None:
    """Bands 1 to 4, and 8a and above, in people."""
    found = published(*bands(BAND_2=(20, 100), BAND_3=(30, 100), BAND_8A=(12, 50), BAND_9=(11, 40)))
    assert found[BME, Band.BANDS_1_4].numerator == 50
    assert found[BME, Band.BANDS_8A_VSM].denominator == 90
    assert (BME, Band.BANDS_5_VSM) not in found


def test_a_group_the_trust_gave_itself_stands_over_our_sum() -> None:
    """20 people in 1 to 4 were given; of its bands only one, with 12."""
    found = published(*bands(BANDS_1_4=(20, 90), BAND_2=(12, 50)))
    assert found[BME, Band.BANDS_1_4].numerator == 20


def test_the_board_is_public() -> None:
    """1 of 13 is shown as it is."""
    one = row(9, BME, (1, 13), staff_group=StaffGroup.BOARD)
    assert set(publish([one]).rows) == {one}


def test_single_medical_grades_are_published_only_together() -> None:
    """Consultants and trainees are given as medical grades."""
    found = published(*bands(CONSULTANT=(62, 166), TRAINEE_GRADE=(58, 137)))
    assert set(found) == {(BME, Band.MEDICAL)}
    assert found[BME, Band.MEDICAL].numerator == 120
