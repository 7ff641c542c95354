"""The survey contractor's two exports: positive scores, turned round, and answers by group."""

from __future__ import annotations

import pytest

from tests.upload.files import figures, look
from wres.results import Result
from wres.terms import EthnicGroup
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices
from wres.upload.reading import Line, Reading
from wres.upload.shapes import recognise

BARTS = Choices(org_code="R1H")
SCORES = "Year,QuestionNumber,QuestionText,DimName,DimValue,BaseSize,Score"
ANSWERS = "Year,QuestionNumber,QuestionText,OptionCode,OptionText,DimName,DimValue,%"
HARASSED = '"Experienced harassment, bullying or abuse\nfrom patients (Never) "'
FAIR = '"Acts fairly on career progression\r\n"'
DISCRIMINATED = '"Discrimination at work from manager / team leader or other colleagues - No"'


def scores(*rows: str) -> bytes:
    return "\n".join((SCORES, *rows, "")).encode()


def answers(*rows: str) -> bytes:
    return "\n".join((ANSWERS, *rows, "")).encode()


def by_place(found: Examination) -> dict[tuple[int, int, EthnicGroup], Result]:
    return {(row.survey_year, row.indicator, row.ethnic_group): row for row in found.results}


# Invented. 0.75 never harassed is 25% harassed; 0.55 fair is 55% fair; 0.93 not is 7%.
GOOD = (
    f"2023,Q14a,{HARASSED},Ethnicity ,White,2100,0.75",
    f"2023,Q14a,{HARASSED},Ethnicity ,BME,1500,0.7",
    f"2023,Q15,{FAIR},Ethnicity ,White,2080,0.55",
    f"2023,Q15,{FAIR},Ethnicity ,BME,1490,0.45",
    f"2023,Q16b,{DISCRIMINATED},Ethnicity ,White,2090,0.93",
    f"2023,Q16b,{DISCRIMINATED},Ethnicity ,BME,1480,0.84",
)


def test_scores_of_harassment_and_discrimination_are_turned_round_and_fairness_is_not() -> None:
    """Six figures with their bases, of the survey year the file names."""
    found = look(scores(*GOOD), BARTS)
    assert found.verdict is Verdict.ACCEPTED, found.reason
    expected = {
        (2023, 5, EthnicGroup.WHITE): (0.25, 2100),
        (2023, 5, EthnicGroup.BME): (0.3, 1500),
        (2023, 7, EthnicGroup.WHITE): (0.55, 2080),
        (2023, 7, EthnicGroup.BME): (0.45, 1490),
        (2023, 8, EthnicGroup.WHITE): (0.07, 2090),
        (2023, 8, EthnicGroup.BME): (0.16, 1480),
    }
    rows = by_place(found)
    assert set(rows) == set(expected)
    for place, (value, base) in expected.items():
        assert rows[place].value == pytest.approx(value)
        assert (rows[place].denominator, rows[place].numerator) == (base, None)
        assert (rows[place].org_code, rows[place].edition) == ("R1H", "uploaded")


def test_the_organisation_is_asked_for() -> None:
    """The export does not name it."""
    found = look(scores(*GOOD))
    assert [(check.check, check.needs.value) for check in found.failures] == [
        ("organisation_given", "org_code")
    ]


def test_other_breakdowns_and_the_organisation_itself_are_no_groups() -> None:
    """Directorates, “Organisation” and “Comparator” stand beside the ethnic groups."""
    others = (
        f"2023,Q15,{FAIR},Ethnicity ,Organisation,4000,0.5",
        f"2023,Q15,{FAIR},Ethnicity ,Comparator,90000,0.5",
        f"2023,Q15,{FAIR},Gender,Female,3000,0.5",
        f"2023,Q15,{FAIR},BD1,White,30,0.5",
    )
    assert figures(look(scores(*GOOD, *others), BARTS)) == figures(look(scores(*GOOD), BARTS))


def test_a_single_background_of_a_trust_is_left_out() -> None:
    """White Irish staff of one trust are only part of White."""
    detail = f"2023,Q15,{FAIR},Ethnic Group,White - Irish,40,0.5"
    mixed = f"2023,Q15,{FAIR},Ethnic Group,Mixed/Multiple ethnic background - White and Asian,9,0"
    found = look(scores(*GOOD, detail, mixed), BARTS)
    assert {check.check for check in found.warnings} == {"left_out"}
    assert len(found.results) == 6


def test_managers_and_colleagues_apart_give_no_indicator_6() -> None:
    """Said as what the file cannot give."""
    apart = tuple(f"2023,Q14{part},Harassment,Ethnicity,White,2000,0.9" for part in "bc")
    found = look(scores(*GOOD, *apart), BARTS)
    assert 6 not in {row.indicator for row in found.results}
    assert any("Indicator 6 (WRES 2024) cannot be had" in c.message for c in found.warnings)


@pytest.mark.parametrize(("year", "number", "expected"), [(2018, "15b", 8), (2024, "16b", 8)])
def test_a_number_counts_with_its_year(year: int, number: str, expected: int) -> None:
    """Discrimination was 15b in 2018 and is 16b since 2021."""
    rows = [f"{year},{number},{DISCRIMINATED},Ethnicity,{g},900,0.9" for g in ("White", "BME")]
    found = look(scores(*rows), BARTS)
    assert {row.indicator for row in found.results} == {expected}


def test_a_text_that_contradicts_the_number_is_left_out_with_a_warning() -> None:
    """Question 15 about discrimination is not fair career progression."""
    wrong = '2024,Q15,"Discrimination at work",Ethnicity,White,2000,0.9'
    found = look(scores(*GOOD, wrong), BARTS)
    assert (2024, 7, EthnicGroup.WHITE) not in by_place(found)
    assert any("Q15 of survey 2024 speaks of something else" in c.message for c in found.warnings)


def test_a_survey_whose_questions_are_not_known_is_said() -> None:
    """Numbers of 2031 are not guessed."""
    later = f"2031,Q15,{FAIR},Ethnicity,White,2000,0.5"
    found = look(scores(*GOOD, later), BARTS)
    assert any("question numbers of survey 2031" in check.message for check in found.warnings)


def test_the_breakdown_report_takes_one_answer_of_each_question() -> None:
    """Never leaves 23.5 and 28.5; Yes is 58 and 49, with those who do not know in the base."""
    rows = [
        f"2024,Q14a,{HARASSED},1,Never,Ethnic Group,White,76.5",
        f"2024,Q14a,{HARASSED},2,1-2,Ethnic Group,White,12.5",
        f"2024,Q14a,{HARASSED},3,05-Mar,Ethnic Group,White,11",
        f"2024,Q14a,{HARASSED},1,Never,Ethnic Group,BME,71.5",
        f"2024,Q15,{FAIR},1,Yes,Ethnic Group,White,58",
        f"2024,Q15,{FAIR},2,No,Ethnic Group,White,11",
        f"2024,Q15,{FAIR},9,Don't know,Ethnic Group,White,31",
        f"2024,Q15,{FAIR},1,Yes,Ethnic Group,BME,49",
        f"2024,Q16b,{DISCRIMINATED},1,Yes,Ethnic Group,White,6.5",
        f"2024,Q16b,{DISCRIMINATED},1,Yes,Ethnic Group,BME,15",
        f"2024,Q16b,{DISCRIMINATED},2,No,Ethnic Group,BME,85",
    ]
    found = look(answers(*rows), BARTS)
    assert found.verdict is Verdict.ACCEPTED, found.reason
    values = {(n, g.value): round(r.value or 0, 6) for (_, n, g), r in by_place(found).items()}
    assert values == {
        (5, "white"): 0.235,
        (5, "bme"): 0.285,
        (7, "white"): 0.58,
        (7, "bme"): 0.49,
        (8, "white"): 0.065,
        (8, "bme"): 0.15,
    }


def test_a_column_without_a_heading_is_not_how_many_answered() -> None:
    """Many programs write the number of each row first, under no heading."""
    rows = [
        f"1,2024,Q15,{FAIR},1,Yes,Ethnic Group,White,58",
        f"2,2024,Q15,{FAIR},1,Yes,Ethnic Group,BME,49",
    ]
    found = look("\n".join((f",{ANSWERS}", *rows, "")).encode(), BARTS)
    assert found.verdict is Verdict.ACCEPTED, found.reason
    assert [(row.value, row.denominator) for row in found.results] == [(0.58, None), (0.49, None)]


def test_a_question_without_the_answer_that_is_counted_is_said() -> None:
    """Only “No” of question 16b: nothing is worked out from it."""
    rows = [f"2024,Q16b,{DISCRIMINATED},2,No,Ethnicity,{g},90" for g in ("White", "BME")]
    rows += [f"2024,Q15,{FAIR},1,Yes,Ethnicity,{g},50" for g in ("White", "BME")]
    found = look(answers(*rows), BARTS)
    assert {row.indicator for row in found.results} == {7}
    assert any("Indicator 8 of survey 2024 cannot be had" in c.message for c in found.warnings)


def test_the_two_exports_are_told_apart() -> None:
    """By the headings each has and the other has not."""
    for head, shape in ((SCORES, "contractor_scores"), (ANSWERS, "contractor_breakdown")):
        cells = tuple(head.split(","))
        reading = Reading(
            file_name="f.csv",
            sha256="c" * 64,
            encoding="UTF-8",
            delimiter=",",
            header_row=1,
            header=cells,
            rows=(Line(2, ("",) * len(cells)),),
        )
        assert recognise(reading, ()).shape == shape
