"""Sources, ethnicity codes and survey questions are complete and agree with the program."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from wres.errors import DataFileBroken, UnknownTerm
from wres.indicators import calc_basis, question
from wres.library.reference import (
    SOURCE_COLUMNS,
    load_ethnicity_codes,
    load_sources,
    load_survey_questions,
)
from wres.terms import EthnicGroup

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
WITHOUT_ADDRESS = {"practice", "unconfirmed"}


def test_every_source_has_an_address_but_the_made_up_and_the_missing() -> None:
    """A figure can be checked where it came from."""
    sources = load_sources(REFERENCE / "sources.csv")
    assert {one.id for one in sources if not one.url} == WITHOUT_ADDRESS


def test_a_source_that_is_not_listed_is_refused() -> None:
    """A figure cannot quietly lose its source."""
    with pytest.raises(UnknownTerm, match="not a known source"):
        load_sources(REFERENCE / "sources.csv").get("hearsay")


def test_a_source_listed_twice_is_refused(tmp_path: Path) -> None:
    """One id, one source."""
    path = tmp_path / "sources.csv"
    path.write_text(",".join(SOURCE_COLUMNS) + "\na,One,,\na,Two,,\n", "utf-8")
    with pytest.raises(DataFileBroken, match="line 3: the source “a” is listed twice"):
        load_sources(path)


def test_the_code_for_african_moved_when_filipino_came_in() -> None:
    """Survey 2021 to 2024 has African as 14; survey 2025 as 15, after Filipino as 13."""
    codes = load_ethnicity_codes(REFERENCE / "ethnicity_codes.csv")
    found = {(one.scheme, one.label): one.code for one in codes}
    assert found["nss_2021_2024", "African"] == "14"
    assert found["nss_2025", "African"] == "15"
    assert found["nss_2025", "Filipino"] == "13"


def test_white_is_a_b_and_c_and_unknown_is_z_and_x_in_the_16_plus_1_list() -> None:
    """The other thirteen codes are BME."""
    codes = load_ethnicity_codes(REFERENCE / "ethnicity_codes.csv")
    groups = {one.code: one.wres_group for one in codes if one.scheme == "nhs_16_plus_1_2001"}
    assert {code for code, group in groups.items() if group is EthnicGroup.WHITE} == set("ABC")
    assert {code for code, group in groups.items() if group is EthnicGroup.UNKNOWN} == set("ZX")
    assert Counter(groups.values())[EthnicGroup.BME] == 13


def test_there_is_a_question_for_each_survey_indicator_from_2014_to_2025() -> None:
    """Twelve surveys, four indicators."""
    questions = load_survey_questions(REFERENCE / "survey_questions.csv")
    assert Counter(one.indicator for one in questions) == {5: 12, 6: 12, 7: 12, 8: 12}


def test_the_questions_agree_with_the_indicators() -> None:
    """Where the program knows a question or a basis, the file says the same."""
    for one in load_survey_questions(REFERENCE / "survey_questions.csv"):
        assert one.calc_basis is calc_basis(one.indicator, one.survey_year)
        assert question(one.indicator, one.survey_year) in ("", one.question)


def test_questions_before_2021_are_not_confirmed() -> None:
    """Only the key finding numbers of 2014 and the questionnaires from 2021 were seen."""
    questions = load_survey_questions(REFERENCE / "survey_questions.csv")
    confirmed = {one.survey_year for one in questions if one.confirmed}
    assert confirmed == {2014, 2021, 2022, 2023, 2024, 2025}
