"""The words that are understood, and those that are never guessed."""

from __future__ import annotations

import pytest

from wres.terms import Band, EthnicGroup, StaffGroup, Status
from wres.upload.vocabulary import (
    EthnicWord,
    Field,
    YearKind,
    YearWord,
    band_word,
    ethnic_word,
    heading,
    indicator_number,
    known_labels,
    quantity,
    staff_group_word,
    year_word,
)

BME = (
    "BME",
    "bme",
    "B.M.E.",
    "BAME",
    "BAME staff",
    "Black and minority ethnic",
    "Black, Asian and Minority Ethnic",
    "Ethnic minority",
    "ethnic minorities",
    "Minority ethnic",
    "Global majority",
    "All other ethnic groups",
    "Staff from all other ethnic groups combined",
    "Other than White",
    "Non-White",
    "Ethnic minorities (excluding White minorities)",
    "All other ethnic groups combined",
    "BME combined",
)
WHITE = (
    "White",
    "WHITE",
    "white staff",
    "White Staff",
    "White (total)",
    "All White",
    "White groups",
)
UNKNOWN = (
    "Unknown",
    "Not stated",
    "Not known",
    "not disclosed",
    "Prefer not to say",
    "Undeclared",
    "Unknown & Not Stated",
    "Not Stated/Not Given",
    "Do not wish to disclose",
    "Null",
)
WIDE = {
    "Asian/Asian British": EthnicGroup.ASIAN,
    "Asian or Asian British": EthnicGroup.ASIAN,
    "Black/African/Caribbean/Black British": EthnicGroup.BLACK,
    "Mixed or multiple ethnic groups": EthnicGroup.MIXED,
    "Mixed/Multiple ethnic groups": EthnicGroup.MIXED,
    "Other ethnic group": EthnicGroup.OTHER,
    "All staff": EthnicGroup.ALL,
}
DETAILED = {
    "White British": EthnicGroup.WHITE,
    "White: Irish": EthnicGroup.WHITE,
    "A": EthnicGroup.WHITE,
    "English/Welsh/Scottish/Northern Irish/British": EthnicGroup.WHITE,
    "Any other White background": EthnicGroup.WHITE,
    "Asian or Asian British - Indian": EthnicGroup.ASIAN,
    "Filipino": EthnicGroup.ASIAN,
    "Mixed: White and Black Caribbean": EthnicGroup.MIXED,
    "Black or Black British - African": EthnicGroup.BLACK,
    "Arab": EthnicGroup.OTHER,
}


@pytest.mark.parametrize("label", BME)
def test_every_spelling_of_bme_is_bme(label: str) -> None:
    """Whatever word a trust uses for the group of the standard."""
    assert ethnic_word(label) == EthnicWord(EthnicGroup.BME)


@pytest.mark.parametrize("label", WHITE)
def test_every_spelling_of_white_is_white(label: str) -> None:
    """The whole group, not a part of it."""
    assert ethnic_word(label) == EthnicWord(EthnicGroup.WHITE)


@pytest.mark.parametrize("label", UNKNOWN)
def test_every_spelling_of_unknown_is_unknown(label: str) -> None:
    """Unknown is a group of its own, never merged into another."""
    assert ethnic_word(label) == EthnicWord(EthnicGroup.UNKNOWN)


@pytest.mark.parametrize("label", WIDE)
def test_wide_groups_keep_their_own_name(label: str) -> None:
    """The five wide groups and all staff."""
    assert ethnic_word(label) == EthnicWord(WIDE[label])


@pytest.mark.parametrize("label", DETAILED)
def test_a_single_group_is_known_as_part_of_a_wider_one(label: str) -> None:
    """White British is not White: the row must not stand for the whole group."""
    assert ethnic_word(label) == EthnicWord(DETAILED[label], detailed=True)


@pytest.mark.parametrize("label", ["Purple", "Other ethnic groups", "1", "13", "Whyte", "BM", ""])
def test_a_label_that_could_mean_two_things_is_not_guessed(label: str) -> None:
    """“Other ethnic groups” may be all but White, or only the group Other."""
    assert ethnic_word(label) is None


def test_more_than_four_hundred_labels_are_known() -> None:
    """The aim set for the vocabulary."""
    assert known_labels() > 400


@pytest.mark.parametrize(
    "cell",
    [
        "8",
        "8.0",
        "08",
        "Indicator 8",
        "WRES 8",
        "WRES Indicator 8",
        "ind8",
        "Ind 8",
        "I8",
        "indicator 8: discrimination",
        "q16b_eth_summary_1_2024",
        "WRES8",
        "Discrimination from a manager or colleague",
    ],
)
def test_every_spelling_of_indicator_8_is_8(cell: str) -> None:
    """Numbers, names, and the column names of the benchmark results."""
    assert indicator_number(cell) == 8


@pytest.mark.parametrize(
    ("cell", "survey", "number"),
    [
        ("Q15", 2024, 7),
        ("Q15b", 2018, 8),
        ("Q16b", 2023, 8),
        ("Q14a", 2022, 5),
        ("Q13a", 2019, 5),
        ("Q14b or Q14c", 2024, 6),
        ("Q14b", 2024, None),
        ("Q15", None, None),
        ("Q15", 2030, None),
    ],
)
def test_a_question_number_is_understood_only_with_its_year(
    cell: str, survey: int | None, number: int | None
) -> None:
    """Question 15 was discrimination in 2018 and promotion from 2021; half of 6 is not 6."""
    assert indicator_number(cell, survey) == number


@pytest.mark.parametrize(
    ("cell", "year", "kind"),
    [
        ("2025", 2025, YearKind.UNSAID),
        ("2025.0", 2025, YearKind.UNSAID),
        ("2024/25", 2025, YearKind.WRES),
        ("2024-2025", 2025, YearKind.WRES),
        ("WRES 2025", 2025, YearKind.WRES),
        ("31 March 2025", 2025, YearKind.WRES),
        ("31/03/2025", 2025, YearKind.WRES),
        ("2024 survey", 2024, YearKind.SURVEY),
        ("NSS 2024", 2024, YearKind.SURVEY),
        ("1066", 1066, YearKind.UNSAID),
    ],
)
def test_years_say_which_kind_they_are(cell: str, year: int, kind: YearKind) -> None:
    """A financial year is the WRES year it ends in."""
    assert year_word(cell) == YearWord(year, kind)


@pytest.mark.parametrize("cell", ["", "2024/27", "soon", "2024 and 2025", "25"])
def test_a_year_that_is_not_clear_is_not_guessed(cell: str) -> None:
    """Two years, or none."""
    assert year_word(cell) is None


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("Band 8a", Band.BAND_8A),
        ("8A", Band.BAND_8A),
        ("AfC Band 5", Band.BAND_5),
        ("VSM", Band.VSM),
        ("Very Senior Manager", Band.VSM),
        ("Band 08 b", Band.BAND_8B),
        ("Bands 1-4", Band.BANDS_1_4),
        ("8a and above", Band.BANDS_8A_VSM),
        ("", Band.ALL),
        ("Band 8 - Range A", Band.BAND_8A),
        ("All Grades", Band.ALL),
        ("9", Band.BAND_9),
        ("Consultants", Band.CONSULTANT),
        ("Band 12", None),
        ("10", None),
        ("Band", None),
    ],
)
def test_bands_in_every_spelling(cell: str, band: Band | None) -> None:
    """A band the standard does not have is None."""
    assert band_word(cell) is band


def test_staff_groups_in_words() -> None:
    """An empty cell is all staff; a job title is not a staff group."""
    assert staff_group_word("Non Clinical") is StaffGroup.NON_CLINICAL
    assert staff_group_word("Medical & Dental") is StaffGroup.MEDICAL
    assert staff_group_word("Voting board members") is StaffGroup.BOARD_VOTING
    assert staff_group_word("") is StaffGroup.ALL
    assert staff_group_word("Porters") is None


@pytest.mark.parametrize(
    ("text", "field", "group"),
    [
        ("ODS Code", Field.ORG_CODE, None),
        ("Provider", Field.ORG_NAME, None),
        ("White %", Field.PERCENTAGE, EthnicGroup.WHITE),
        ("% BME", Field.PERCENTAGE, EthnicGroup.BME),
        ("white_pct", Field.PERCENTAGE, EthnicGroup.WHITE),
        ("WhitePct", Field.PERCENTAGE, EthnicGroup.WHITE),
        ("BME n", Field.DENOMINATOR, EthnicGroup.BME),
        ("White base", Field.DENOMINATOR, EthnicGroup.WHITE),
        ("Number of BME staff", Field.NUMERATOR, EthnicGroup.BME),
        ("gap", Field.IGNORED, None),
        ("BAME score", Field.PERCENTAGE, EthnicGroup.BME),
        ("NHS Number", Field.PERSONAL, None),
        ("All other ethnic groups combined (%)", Field.PERCENTAGE, EthnicGroup.BME),
        ("D.O.B.", Field.PERSONAL, None),
        ("White British", Field.UNKNOWN, None),
        ("BME benchmark", Field.UNKNOWN, None),
        ("Shoe size", Field.UNKNOWN, None),
    ],
)
def test_headings_in_every_spelling(text: str, field: Field, group: EthnicGroup | None) -> None:
    """A heading not listed is unknown; a part of a group is not the group."""
    word = heading(text)
    assert (word.field, word.group) == (field, group)


@pytest.mark.parametrize(
    ("cell", "number", "mark"),
    [
        ("16.1", 16.1, None),
        ("16.1%", 16.1, None),
        ("16,1", 16.1, None),
        ("1,234", 1234.0, None),
        ("0,066", 0.066, None),
        ("1e3", 1000.0, None),
        ("0", 0.0, None),
        ("-3", -3.0, None),
        ("-", None, Status.HIDDEN),
        ("*", None, Status.HIDDEN),
        ("[c]", None, Status.HIDDEN),
        ("<11", None, Status.HIDDEN),
        ("..", None, Status.HIDDEN),
        ("< 10", None, Status.HIDDEN),
        ("fewer than 11", None, Status.HIDDEN),
        ("", None, Status.MISSING),
        ("n/a", None, Status.NOT_APPLICABLE),
        ("[z]", None, Status.NOT_APPLICABLE),
        ("[x]", None, Status.MISSING),
        ("nan", None, Status.MISSING),
        ("ten", None, None),
        ("1.2.3", None, None),
        ("inf", None, None),
        ("3-5", None, None),
        ("٣", None, None),
    ],
)
def test_numbers_and_marks(cell: str, number: float | None, mark: Status | None) -> None:
    """A mark is never zero; a word is neither a number nor a mark."""
    found = quantity(cell)
    assert (found.number, found.mark) == (number, mark)
