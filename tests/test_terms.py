"""The closed lists: bands, groups of bands, years, and what is refused."""

from __future__ import annotations

import pytest

from wres.errors import UnknownTerm
from wres.terms import (
    BAND_CUTS,
    BAND_GROUP_MEMBERS,
    LOWER_BANDS,
    MEDICAL_GRADES,
    MIDDLE_BANDS,
    PAY_BANDS,
    SENIOR_BANDS,
    Band,
    EthnicGroup,
    is_band_group,
    members,
    survey_year_of,
    term,
    wres_year_of,
)


def test_a_known_code_is_found() -> None:
    """“8a” is band 8a."""
    assert term(Band, "8a", "band") is Band.BAND_8A


def test_an_unknown_code_is_refused_with_the_list() -> None:
    """The message names the list and what is in it."""
    with pytest.raises(UnknownTerm, match="ethnic group") as refused:
        term(EthnicGroup, "bame", "ethnic group")
    assert "bme" in refused.value.known


def test_a_wres_year_reports_the_survey_of_the_autumn_before() -> None:
    """WRES 2025 reports the survey of 2024."""
    assert (survey_year_of(2025), wres_year_of(2024)) == (2024, 2025)


def test_senior_bands_start_at_8a() -> None:
    """Six of them, very senior managers last; with lower and middle they are all pay bands."""
    assert [b.value for b in SENIOR_BANDS] == ["8a", "8b", "8c", "8d", "9", "vsm"]
    assert LOWER_BANDS + MIDDLE_BANDS + SENIOR_BANDS == PAY_BANDS
    assert [b.value for b in MIDDLE_BANDS] == ["6", "7"]


@pytest.mark.parametrize(
    ("group", "first", "last", "many"),
    [
        (Band.BANDS_1_4, "1", "4", 4),
        (Band.BANDS_5_7, "5", "7", 3),
        (Band.BANDS_8A_8B, "8a", "8b", 2),
        (Band.BANDS_8C_VSM, "8c", "vsm", 4),
        (Band.BANDS_8A_VSM, "8a", "vsm", 6),
        (Band.BANDS_5_VSM, "5", "vsm", 9),
        (Band.MEDICAL, "consultant", "other medical", 4),
    ],
)
def test_a_group_holds_the_bands_of_its_name(group: Band, first: str, last: str, many: int) -> None:
    """First, last and how many."""
    found = members(group)
    assert (found[0].value, found[-1].value, len(found)) == (first, last, many)
    assert is_band_group(group)


def test_every_cut_holds_every_band_once() -> None:
    """Nobody is counted twice and nobody is lost."""
    for cut in BAND_CUTS:
        inside = [band for group in cut for band in members(group)]
        assert len(inside) == len(set(inside))
        assert set(inside) == set(PAY_BANDS) | set(MEDICAL_GRADES)


def test_each_cut_is_coarser_than_the_one_before() -> None:
    """Merging goes one way."""
    assert [len(cut) for cut in BAND_CUTS] == [5, 4, 3]


def test_one_band_and_all_bands_are_no_groups() -> None:
    """Band 5 holds itself; “all” holds every band and is no group."""
    assert members(Band.BAND_5) == (Band.BAND_5,)
    assert not is_band_group(Band.BAND_5)
    assert not is_band_group(Band.ALL)
    assert len(members(Band.ALL)) == 17
    assert Band.ALL not in BAND_GROUP_MEMBERS
