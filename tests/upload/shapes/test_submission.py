"""Returns with counts of people: indicators 2, 3, 4 and 9, and what stands beside them."""

from __future__ import annotations

import pytest

from tests.upload.files import look, outcomes, table
from wres.terms import Band, EthnicGroup, StaffGroup, Unit
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices
from wres.upload.shapes.count_words import CountWord, Part, count_word

HERE = Choices(org_code="R0A", wres_year=2025)
# Made-up counts: White, BME, unknown.
SHORTLISTED, APPOINTED = (200, 150, 20), (50, 20, 3)
WORKFORCE, ENTERING, ACCESSING = (1000, 500, 50), (20, 18, 0), (300, 100, 15)
BOARD, VOTING, EXECUTIVE = (10, 3, 1), (8, 2, 1), (9, 2, 0)
GROUPS = (EthnicGroup.WHITE, EthnicGroup.BME, EthnicGroup.UNKNOWN)


def row(*words: str, people: tuple[int, ...]) -> str:
    """A row of words and counts."""
    return ",".join((*words, *map(str, people)))


def rates(found: Examination, indicator: int) -> list[tuple[int | None, int | None]]:
    """The people counted of each group, of how many: White, BME, unknown."""
    have = {
        r.ethnic_group: (r.numerator, r.denominator)
        for r in found.results
        if r.indicator == indicator and r.unit is Unit.PROPORTION
    }
    return [have[group] for group in GROUPS if group in have]


def board(found: Examination, staff: StaffGroup) -> list[tuple[int | None, int | None]]:
    """The board members of each group, of how many."""
    have = {
        r.ethnic_group: (r.numerator, r.denominator)
        for r in found.results
        if (r.indicator, r.staff_group) == (9, staff)
    }
    return [have[group] for group in GROUPS]


NATIONAL = table(
    "Indicator,Data item,Measure,White,BME,Ethnicity unknown",
    "1,Percentage of staff in each of the bands,1a) Non Clinical workforce,,,",
    row("", "", "Under Band 1", people=(1, 0, 0)),
    row("", "", "Band 8A", people=(40, 12, 2)),
    ",,1b) Clinical workforce of which Non Medical,,,",
    row("", "", "Band 8A", people=(60, 13, 3)),
    ",,Of which Medical & Dental,,,",
    row("", "", "Consultants", people=(20, 18, 2)),
    row("", "", "of which Senior medical manager", people=(2, 1, 0)),
    row("2", "", "Number of shortlisted applicants", people=SHORTLISTED),
    row("", "", "Number appointed from shortlisting", people=APPOINTED),
    ",,Likelihood of shortlisting/appointed,0.25,0.13,0.15",
    ",,Relative likelihood of White staff being appointed compared to BME staff,1.88,,",
    row("3", "", "Number of staff in workforce", people=WORKFORCE),
    row("", "", "Number of staff entering the formal disciplinary process", people=ENTERING),
    row("4", "", "Number of staff in workforce", people=WORKFORCE),
    row("", "", "Number of staff accessing non-mandatory training and CPD", people=ACCESSING),
    "5,,Staff experiencing harassment bullying or abuse from patients or the public,21.7,25.6,",
    "6,,Staff experiencing harassment bullying or abuse from staff,19.5,23.1,",
    "7,,Staff believing the trust provides equal opportunities for career progression,58.4,48.4,",
    "8,,Discrimination from manager / team leader or other colleagues,6.6,16.1,",
    row("9", "", "Total Board members", people=BOARD),
    row("", "", "of which: Voting Board members", people=VOTING),
    row("", "", ": Non Voting Board members", people=(2, 1, 0)),
    row("", "", "of which: Exec Board members", people=EXECUTIVE),
    row("", "", ": Non Executive Board members", people=(1, 1, 1)),
    row("", "", "Number of staff in overall workforce", people=WORKFORCE),
    ",,Total Board members - % by Ethnicity,71.4%,21.4%,7.1%",
)
LAYOUTS = {
    "rows as in the national form": NATIONAL,
    "a row an ethnic group": table(
        "Ethnic group,Shortlisted,Appointed,Staff in workforce,Entering disciplinary process,"
        "Accessing non-mandatory training,Board members,Voting board members,Executive directors",
        *(
            row(name, people=people)
            for name, people in zip(
                ("White", "BAME", "Not stated"),
                zip(
                    *(SHORTLISTED, APPOINTED, WORKFORCE, ENTERING, ACCESSING),
                    *(BOARD, VOTING, EXECUTIVE),
                    strict=True,
                ),
                strict=True,
            )
        ),
    ),
    "plain rows": table(
        "Measure,White,BME,Unknown,Total",
        row("Applicants shortlisted", people=(*SHORTLISTED, 370)),
        row("Appointed", people=(*APPOINTED, 73)),
        row("Number of staff in workforce", people=(*WORKFORCE, 1550)),
        row("Entered formal disciplinary process", people=(*ENTERING, 38)),
        row("Accessed non mandatory training & CPD", people=(*ACCESSING, 415)),
        row("Whole board", people=(*BOARD, 14)),
        row("Board - voting", people=(*VOTING, 11)),
        row("Board - executive", people=(*EXECUTIVE, 11)),
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_counts_of_a_return_become_rates_of_each_group(layout: str) -> None:
    """Appointed of shortlisted, entering and accessing of the workforce, members of the board."""
    found = look(LAYOUTS[layout], HERE)
    assert found.recognition is not None
    assert found.recognition.shape == "submission"
    assert found.verdict is not Verdict.REFUSED, found.reason
    assert rates(found, 2) == list(zip(APPOINTED, SHORTLISTED, strict=True))
    assert rates(found, 3) == list(zip(ENTERING, WORKFORCE, strict=True))
    assert rates(found, 4) == list(zip(ACCESSING, WORKFORCE, strict=True))
    assert board(found, StaffGroup.BOARD) == [(10, 14), (3, 14), (1, 14)]
    assert board(found, StaffGroup.BOARD_VOTING) == [(8, 11), (2, 11), (1, 11)]
    assert board(found, StaffGroup.BOARD_EXECUTIVE) == [(9, 11), (2, 11), (0, 11)]


def test_the_national_form_gives_all_nine_indicators_from_one_sheet() -> None:
    """Head counts by band, percentages of the survey and the printed ratio stand among the rows."""
    found = look(NATIONAL, HERE)
    assert {r.indicator for r in found.results} == set(range(1, 10))
    survey = {(r.indicator, r.ethnic_group): r.value for r in found.results if r.indicator > 4}
    assert survey[8, EthnicGroup.BME] == pytest.approx(0.161)
    assert survey[5, EthnicGroup.WHITE] == pytest.approx(0.217)
    ratios = [(r.indicator, r.value) for r in found.results if r.unit is Unit.RATIO]
    assert ratios == [(2, 1.88)]
    bands = {
        (r.staff_group, r.band): (r.numerator, r.denominator)
        for r in found.results
        if r.indicator == 1 and r.ethnic_group is EthnicGroup.BME
    }
    assert bands == {
        (StaffGroup.NON_CLINICAL, Band.BAND_8A): (12, 54),
        (StaffGroup.CLINICAL, Band.BAND_8A): (13, 76),
        (StaffGroup.ALL, Band.BAND_8A): (25, 130),
        (StaffGroup.ALL, Band.CONSULTANT): (18, 40),
        (StaffGroup.ALL, Band.ALL): (500, 1550),
    }


def test_group_and_count_in_one_heading() -> None:
    """A row a trust: “White shortlisted”, “BME appointed”."""
    found = look(
        table(
            "Org code,WRES year,White shortlisted,White appointed,BME shortlisted,BME appointed",
            "R0A,2025,200,50,150,20",
        )
    )
    assert found.verdict is Verdict.ACCEPTED, found.checks
    assert rates(found, 2) == [(50, 200), (20, 150)]


def test_two_years_side_by_side_are_two_years() -> None:
    """The form asks for last year and this year."""
    found = look(
        table(
            "Measure,31st March 2024 | White,31st March 2024 | BME,31st March 2025 | White,"
            "31st March 2025 | BME",
            "Number of shortlisted applicants,190,140,200,150",
            "Number appointed from shortlisting,40,21,50,22",
        ),
        Choices(org_code="R0A"),
    )
    have = {
        (r.wres_year, r.ethnic_group.value): (r.numerator, r.denominator) for r in found.results
    }
    assert have == {
        (2024, "white"): (40, 190),
        (2024, "bme"): (21, 140),
        (2025, "white"): (50, 200),
        (2025, "bme"): (22, 150),
    }


def test_a_row_of_numbers_that_is_not_understood_is_named() -> None:
    """Nothing with a number disappears in silence."""
    found = look(
        table(
            "Measure,White,BME",
            "Number of shortlisted applicants,190,140",
            "Number appointed,40,21",
            "Number who brought cake,5,6",
        ),
        HERE,
    )
    assert outcomes(found)["not_in_this_file"] == "warn"
    said = next(c.message for c in found.warnings if c.check == "not_in_this_file")
    assert "line 4, “Number who brought cake”" in said


def test_a_count_without_its_base_is_refused() -> None:
    """Appointed of nobody knows how many."""
    found = look(
        table(
            "Measure,White,BME",
            *("Number of staff in workforce,1000,500", "Number entering disciplinary process,9,8"),
            "Number appointed from shortlisting,40,21",
        ),
        HERE,
    )
    assert outcomes(found)["denominator_given"] == "fail"


def test_percentages_under_the_same_words_are_not_counts() -> None:
    """“Board members” with 79.5 and 20.5 is no head count."""
    found = look(table("Measure,White,BME,Unknown", "Board members,71.4,21.5,7.1"), HERE)
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())


@pytest.mark.parametrize(
    ("words", "part", "indicator"),
    [
        ("Number of shortlisted applicants", Part.BASE, 2),
        ("Appointed from shortlisting", Part.TOP, 2),
        ("Staff in workforce", Part.BASE, None),
        ("1b) Number of staff entering the formal disciplinary process", Part.TOP, 3),
        ("Relative likelihood of BME staff entering the disciplinary process", Part.RATIO, 3),
        ("Non-executive directors", Part.WORKED_OUT, None),
        ("Harassment, bullying or abuse from staff", Part.PERCENTAGE, 6),
    ],
)
def test_words_of_a_return(words: str, part: Part, indicator: int | None) -> None:
    """Each says which part of which indicator it is."""
    found = count_word(words)
    assert isinstance(found, CountWord)
    assert (found.part, found.indicator) == (part, indicator)


@pytest.mark.parametrize("words", ["Harassment", "Disciplinary policy reviewed", "Board game", ""])
def test_other_words_are_not_guessed(words: str) -> None:
    """They name no count."""
    assert count_word(words) is None
