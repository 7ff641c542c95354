"""The detailed national workbook: England by ethnic group, and what it cannot give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.upload.shapes import detailed_files as made
from wres.library.organisations import load_organisations
from wres.results import Result
from wres.terms import DETAILED_GROUPS, EthnicGroup
from wres.upload.examine import Examination, Verdict, examine
from wres.upload.read import read_tables
from wres.upload.reading import Reading
from wres.upload.shapes import detailed_national as shape
from wres.upload.shapes import recognise
from wres.upload.source import Source

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"
ORGANISATIONS = load_organisations(DATA / "reference" / "organisations.csv")
SAMPLE = ROOT.parent / "shared" / "samples" / "nss_2024_national_results.xlsx"
WEIGHT = "Organisation Size"
# Q15: Yes, No, Don't know, base; Q16a: Yes, No, base; Q16b: Yes, No, base. Invented.
WHITE_ROW = ["60", "10", "30", "5000", "5", "95", "5010", "6.5", "93.5", "5020"]
OTHER_ROW = ["50", "20", "30", "2000", "20", "80", "2010", "15.25", "84.75", "2020"]
FAIRNESS_ROWS = [
    ["National", "", "", WEIGHT, "57", "13", "30", "7200", "9", "91", "7210", "9", "91", "7220"],
    ["National", "Region", "London", WEIGHT, *WHITE_ROW],
    ["National", made.SUMMARY, made.WHITE_STAFF, WEIGHT, *WHITE_ROW],
    ["National", made.SUMMARY, made.OTHERS, WEIGHT, *OTHER_ROW],
]


def look(content: bytes) -> Examination:
    return examine(Source("f.csv", content), organisations=ORGANISATIONS)


def fairness(**changes: str) -> bytes:
    return made.csv_of(made.NATIONAL_IDS, made.FAIRNESS, FAIRNESS_ROWS, **changes)


def by_place(found: Examination) -> dict[tuple[int, EthnicGroup], Result]:
    assert {row.org_code for row in found.results} <= {"ENG"}
    return {(row.indicator, row.ethnic_group): row for row in found.results}


def test_a_sheet_gives_indicators_7_and_8_of_england_with_their_bases() -> None:
    """Don't know stays in the base of 7; Q16a (by the public) is no indicator."""
    found = look(fairness())
    rows = by_place(found)
    assert {place: (row.value, row.denominator) for place, row in rows.items()} == {
        (7, EthnicGroup.ALL): (0.57, 7200),
        (7, EthnicGroup.WHITE): (0.6, 5000),
        (7, EthnicGroup.BME): (0.5, 2000),
        (8, EthnicGroup.ALL): (0.09, 7220),
        (8, EthnicGroup.WHITE): (0.065, 5020),
        (8, EthnicGroup.BME): (0.1525, 2020),
    }
    assert {(r.survey_year, r.wres_year, r.edition) for r in rows.values()} == {
        (2024, 2025, "nss-2024")
    }
    assert found.verdict is Verdict.ACCEPTED


def test_joined_and_separate_header_rows_give_the_same() -> None:
    """A workbook's merged cells come joined, a CSV's stand in the lines above."""
    drafts = [
        shape.reshape(
            made.reading(made.NATIONAL_IDS, made.FAIRNESS, FAIRNESS_ROWS, joined=joined), ()
        )
        for joined in (True, False)
    ]
    assert len(drafts[0]) == 6
    assert drafts[0] == drafts[1]


def test_indicator_5_is_what_never_leaves_and_6_is_refused_with_its_reason() -> None:
    """76.5% never: 23.5% ever. Managers and colleagues apart give no indicator 6."""
    white = ["76.5", "10", "8", "3", "2.5", "5000", *["90", "5", "3", "1", "1", "5000"] * 2]
    rows = [["National", made.SUMMARY, made.WHITE_STAFF, WEIGHT, *white]]
    found = look(made.csv_of(made.NATIONAL_IDS, made.HARASSMENT, rows))
    (row,) = found.results
    assert (row.indicator, row.denominator) == (5, 5000)
    assert row.value == pytest.approx(0.235)
    (told,) = (check for check in found.warnings if check.check == "not_in_this_file")
    assert "Indicator 6 (WRES 2025) cannot be had" in told.message
    assert "managers and by colleagues apart" in told.message


def test_every_single_background_is_its_own_group() -> None:
    """The 18 labels of the published file, word for word; Filipino of survey 2025 too."""
    labels = made.BACKGROUNDS | {"Asian/Asian British - Filipino": "asian filipino"}
    rows = [["National", made.DETAILED, label, WEIGHT, *WHITE_ROW] for label in labels]
    found = look(made.csv_of(made.NATIONAL_IDS, made.FAIRNESS, rows))
    assert [r.ethnic_group.value for r in found.results if r.indicator == 8] == list(
        labels.values()
    )
    assert {row.ethnic_group for row in found.results} == set(DETAILED_GROUPS)


def test_a_group_that_is_not_known_is_listed_and_not_guessed() -> None:
    """A new label is named with its line."""
    strange = ["National", made.DETAILED, "Asian/Asian British - Nepalese", WEIGHT, *WHITE_ROW]
    found = look(made.csv_of(made.NATIONAL_IDS, made.FAIRNESS, [*FAIRNESS_ROWS, strange]))
    (told,) = (check for check in found.warnings if check.check == "not_in_this_file")
    assert "“Asian/Asian British - Nepalese” (line 10)" in told.message
    assert len(found.results) == 6


def test_a_suppressed_figure_is_hidden_and_never_zero() -> None:
    """Fewer than ten answers are a dash, in the base as well."""
    dashes = ["National", made.DETAILED, "White - Irish", WEIGHT, *["-"] * 10]
    found = look(made.csv_of(made.NATIONAL_IDS, made.FAIRNESS, [*FAIRNESS_ROWS, dashes]))
    hidden = [row for row in found.results if row.ethnic_group is EthnicGroup.WHITE_IRISH]
    assert {(row.status.value, row.value, row.denominator) for row in hidden} == {
        ("hidden", None, None)
    }


def test_a_sheet_without_its_year_is_refused() -> None:
    """Question numbers mean different things by year, so it is not guessed."""
    found = look(fairness(heading=made.title(None)))
    assert found.verdict is Verdict.REFUSED
    assert any("names the survey year" in check.message for check in found.failures)


def test_a_survey_whose_question_numbers_are_not_known_is_refused() -> None:
    """Numbers are never carried over to a later questionnaire."""
    found = look(fairness(heading=made.title(2031)))
    assert found.verdict is Verdict.REFUSED
    assert "question numbers of survey 2031 are not known" in found.reason


def test_england_in_a_trusts_own_file_is_a_total_and_left_out() -> None:
    """Only the survey's own publication speaks for England."""
    header = "org_code,wres_year,indicator,White %,BME %"
    found = look(f"{header}\nR0A,2025,8,6.6,16.1\nENG,2025,8,6.7,15.2\n".encode())
    assert {row.org_code for row in found.results} == {"R0A"}
    assert [check.check for check in found.warnings] == ["left_out"]


def test_in_survey_2018_question_15b_is_discrimination_and_15_is_not_fairness() -> None:
    """The same numbers, other questions: Q15 of today is not taken for 2018."""
    found = recognise(
        made.reading(
            made.NATIONAL_IDS, made.FAIRNESS, FAIRNESS_ROWS, heading=made.title(2018), sheets=()
        ),
        (),
    )
    assert found.shape == ""


def test_a_text_that_contradicts_its_number_is_left_out_with_a_warning() -> None:
    """Question 15 about discrimination is the questionnaire before 2021."""
    old = "Q15 - In the last 12 months have you experienced discrimination at work?"
    questions = ((old, (*made.YES_NO, "% Don't know")), *made.FAIRNESS[1:])
    found = look(made.csv_of(made.NATIONAL_IDS, questions, FAIRNESS_ROWS))
    assert {row.indicator for row in found.results} == {8}
    (told,) = (check for check in found.warnings if check.check == "not_in_this_file")
    assert "Q15 of survey 2024 speaks of something else" in told.message


def test_unweighted_results_are_an_edition_of_their_own() -> None:
    """Said, and never mixed with weighted ones."""
    found = look(fairness(heading=made.title(2024, "UNWEIGHTED")))
    assert {row.edition for row in found.results} == {"nss-2024-unweighted"}
    assert any("not weighted" in check.message for check in found.warnings)


def test_a_sheet_of_other_questions_is_passed_over() -> None:
    """Responsibilities at work belong to no indicator."""
    sheet = made.reading(made.NATIONAL_IDS, ((made.Q3A, made.YES_NO),), [], sheet="YOUR JOB Q1-3")
    assert recognise(sheet, ()).shape == ""


def _readings() -> tuple[Reading, ...]:
    if not SAMPLE.exists():
        pytest.skip("the published national workbook of survey 2024 is not on this computer")
    return read_tables(SAMPLE.read_bytes(), SAMPLE.name)


def test_the_published_workbook_of_2024_gives_englands_figures() -> None:
    """White and BME: 5 is 23.51 and 28.63, 7 is 58.85 and 49.51, 8 is 6.77 and 15.20 per cent."""
    _readings()
    found = examine(Source(SAMPLE.name, path=SAMPLE), organisations=ORGANISATIONS)
    rows = by_place(found)
    expected = {
        (5, EthnicGroup.WHITE): (23.51, 530_727),
        (5, EthnicGroup.BME): (28.63, 200_354),
        (7, EthnicGroup.WHITE): (58.85, 527_842),
        (7, EthnicGroup.BME): (49.51, 198_916),
        (8, EthnicGroup.WHITE): (6.77, 526_236),
        (8, EthnicGroup.BME): (15.2, 197_656),
    }
    for place, (percent, base) in expected.items():
        assert round(100 * (rows[place].value or 0), 2) == percent
        assert rows[place].denominator == base
    assert len({group for _, group in rows if group in DETAILED_GROUPS}) == 18
    assert {(row.survey_year, row.edition) for row in rows.values()} == {(2024, "nss-2024")}
    assert any("Indicator 6 (WRES 2025) cannot be had" in check.message for check in found.warnings)
