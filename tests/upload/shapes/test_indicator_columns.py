"""A column an indicator; indicators in words; head counts of other days than 31 March."""

from __future__ import annotations

import time

import pytest

from tests.upload.files import look, table
from wres.indicators import INDICATORS
from wres.terms import PAY_BANDS
from wres.upload.examine import Verdict
from wres.upload.indicator_words import indicator_of_wording, numbered_wording
from wres.upload.mapping import Choices
from wres.upload.shapes.snapshots import month_of
from wres.upload.term_words import indicator_number

# The wording of the technical guidance, beside the number it gives each indicator.
OFFICIAL = {
    2: "Relative likelihood of staff being appointed from shortlisting across all posts",
    3: "Relative likelihood of staff entering the formal disciplinary process, as measured by "
    "entry into a formal disciplinary investigation",
    4: "Relative likelihood of staff accessing non-mandatory training and CPD",
    5: "Percentage of staff experiencing harassment, bullying or abuse from patients, relatives "
    "or the public in last 12 months",
    6: "Percentage of staff experiencing harassment, bullying or abuse from staff in last 12 "
    "months",
    7: "Percentage believing that trust provides equal opportunities for career progression or "
    "promotion",
    8: "In the last 12 months have you personally experienced discrimination at work from any of "
    "the following? b) Manager/team leader or other colleagues",
}


@pytest.mark.parametrize("number", OFFICIAL)
def test_an_official_wording_names_its_indicator(number: int) -> None:
    """With or without its own number in front, and no other indicator."""
    assert indicator_number(OFFICIAL[number]) == number
    assert indicator_number(f"{number}. {OFFICIAL[number]}") == number
    assert indicator_number(f"WRES Indicator {number}: {OFFICIAL[number]}") == number


def test_our_own_names_are_known_as_words() -> None:
    """The short name and the wording of each of the nine are read with a number in front."""
    for one in INDICATORS:
        assert numbered_wording(f"{one.number}. {one.short_name}") == (one.number, one.number)
        assert indicator_of_wording(one.wording) == one.number


@pytest.mark.parametrize(
    "words",
    [
        "Harassment",
        "Percentage of staff not experiencing harassment, bullying or abuse from staff",
        "Relative likelihood of BME applicants being appointed from shortlisting compared with "
        "White applicants",
        "5. Harassment, bullying or abuse from staff",
    ],
)
def test_words_that_say_something_else_name_no_indicator(words: str) -> None:
    """Half a wording, its opposite, the other direction and a contradicting number are not read."""
    assert indicator_number(words) is None


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("June 2022", (2022, 6)),
        ("2022 June", (2022, 6)),
        ("30/06/2022", (2022, 6)),
        ("2022-06-30", (2022, 6)),
        ("at 30 Sept 2021", None),
        ("30 September 2021", (2021, 9)),
        ("31 March 2025", (2025, 3)),
        ("03/04/2025", None),
        ("2025", None),
    ],
)
def test_the_month_of_a_day(cell: str, month: tuple[int, int] | None) -> None:
    """A month in letters, a date that can be read in one way only, or nothing."""
    assert month_of(cell) == month


def test_a_question_needs_its_year() -> None:
    """“Q16b BME” is 16.1% in indicator 8 once the year is chosen, and is asked about before."""
    text = table("org_code,Q16b BME,Q16b White", "R0A,16.1,6.7")
    assert look(text).verdict is Verdict.REFUSED
    found = look(text, Choices(wres_year=2025))
    assert [(r.indicator, r.value) for r in found.results] == [(8, 0.161), (8, 0.067)]


def test_a_national_workforce_is_read_in_time_that_grows_with_its_rows() -> None:
    """Eight times the rows take less than twenty times as long; by comparing all it is 64 times."""

    def seconds(years: int) -> float:
        rows = [
            f"R0A,31/03/{2016 + year % 10},Band {band.value},{group},{20 + year}"
            for year in range(years)
            for band in PAY_BANDS[:12]
            for group in ("White", "BME", "Unknown")
        ]
        names = [f"{row},Part {at // 36}" for at, row in enumerate(rows)]
        text = table("org_code,as_at,band,ethnicity,headcount,trust name", *names)
        begun = time.process_time()
        look(text)
        return time.process_time() - begun

    small = seconds(25)
    assert seconds(200) < 20 * small


def test_bare_numbers_name_indicators_only_when_all_four_of_the_survey_are_there() -> None:
    """5 to 8 side by side are the survey's indicators; two numbers alone could be anything."""
    four = look(
        table(
            "Org code,WRES year,5 White %,5 BME %,6 White %,6 BME %,7 White %,7 BME %,8 White %,"
            "8 BME %",
            "R0A,2025,21.74,25.65,19.52,23.14,58.4,48.37,6.62,16.13",
        )
    )
    assert four.verdict is Verdict.ACCEPTED
    read = [(row.indicator, row.ethnic_group.value, row.value) for row in four.results]
    assert read[-2:] == [(8, "white", 0.0662), (8, "bme", 0.1613)]
    assert len(read) == 8
    two = look(
        table("Org code,WRES year,5 White %,5 BME %,8 White %,8 BME %", "R0A,2025,21,25,6,16")
    )
    assert two.verdict is Verdict.REFUSED
