"""Figures of something else than they are taken for are refused, or asked about."""

from __future__ import annotations

import pytest

from wres.results import Results
from wres.upload.examine import Verdict
from wres.upload.title_words import other_words

from .files import held_row, look, outcomes, table

LIKELY = "Trust code,WRES year,Indicator,Ethnicity,Relative likelihood"
BOARD = "ODS code,Year ending,{},White,BME,Unknown,Total"


@pytest.mark.parametrize("heading", ["Board", "Board type", "Board role", "Board members"])
def test_a_lone_total_under_a_heading_of_the_board_is_not_the_workforce(heading: str) -> None:
    """A board of 17 people must not become all staff of the trust."""
    found = look(table(BOARD.format(heading), "R0A,31/03/2026,All,12,4,1,17"))
    assert found.verdict is Verdict.REFUSED
    assert not found.results


@pytest.mark.parametrize(("number", "top"), [(2, "White"), (3, "BME"), (4, "White"), (2, "All")])
def test_a_ratio_of_the_group_on_top_is_read(number: int, top: str) -> None:
    """Naming the group the standard puts on top, or no group, changes nothing."""
    found = look(table(LIKELY, f"R0A,2026,{number},{top},1.4"))
    assert outcomes(found) == {}
    assert [row.value for row in found.results] == [1.4]


@pytest.mark.parametrize(("number", "top"), [(2, "BME"), (3, "White"), (4, "BME / White")])
def test_a_ratio_of_another_group_is_refused(number: int, top: str) -> None:
    """It is the standard's ratio upside down, and is not turned by guessing."""
    assert outcomes(look(table(LIKELY, f"R0A,2026,{number},{top},1.4")))["ratio_group"] == "fail"


@pytest.mark.parametrize("period", ["Q1 2024/25", "H1 2025/26", "Mar-26", "Dec-25", "14/07/2026"])
def test_a_part_of_a_year_is_refused_for_what_it_is(period: str) -> None:
    """One quarter is not the year, and a date of 2026 is not told to be out of range."""
    told = outcomes(look(table("Trust code,Period,Indicator,Ratio", f"R0A,{period},2,1.5")))
    assert "part_of_year" in told
    assert "year_range" not in told


@pytest.mark.parametrize("day", ["31/03/2026", "31 March 2026", "March 2026"])
def test_a_workforce_of_march_is_read_as_its_year(day: str) -> None:
    """The workforce is counted on one day."""
    found = look(table("ODS code,As at,Band,White,BME,Unknown", f"R0A,{day},Band 5,600,200,3"))
    assert "part_of_year" not in outcomes(found)
    assert {row.wres_year for row in found.results} == {2026}


@pytest.mark.parametrize("heading", ["Trust", "Organisation", "Provider"])
def test_a_column_of_trusts_beside_head_counts_is_the_organisation(heading: str) -> None:
    """“Trust” over a code is no column of all staff: 803 people are in band 5."""
    header = f"{heading},As at date,Band,White,BME,Unknown"
    found = look(table(header, "R0A,31/03/2026,Band 5,600,200,3"))
    told = {(r.org_code, r.ethnic_group.value, r.numerator, r.denominator) for r in found.results}
    assert told == {
        ("R0A", "white", 600, 803),
        ("R0A", "bme", 200, 803),
        ("R0A", "unknown", 3, 803),
    }


@pytest.mark.parametrize(
    ("heading", "cell", "check"),
    [
        ("Status", "Hidden", "withheld_beside"),
        ("Status", "Withdrawn", "withheld_beside"),
        ("Suppressed", "Yes", "withheld_beside"),
        ("Exclude", "Yes", "withheld_beside"),
        ("Quarter", "Q1", "withheld_beside"),
        ("Status", "Provisional", "doubtful_beside"),
        ("Status", "Draft", "doubtful_beside"),
        ("Type", "Target", "doubtful_beside"),
        ("Level", "National average", "doubtful_beside"),
    ],
)
def test_a_column_left_out_that_contradicts_the_figure_is_heard(
    heading: str, cell: str, check: str
) -> None:
    """What is left out can say that the row is not the trust's figure."""
    found = look(
        table(f"org_code,wres_year,indicator,white,bme,{heading}", f"R0A,2025,8,6.6,16.1,{cell}")
    )
    assert check in outcomes(found)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Status", "Final"),
        ("Suppressed", "No"),
        ("RAG", "Below target"),
        ("Status", "Not suppressed"),
    ],
)
def test_a_column_left_out_that_says_nothing_against_the_figure_is_silent(
    heading: str, cell: str
) -> None:
    """No false alarm."""
    found = look(
        table(f"org_code,wres_year,indicator,white,bme,{heading}", f"R0A,2025,8,6.6,16.1,{cell}")
    )
    assert not {"withheld_beside", "doubtful_beside"} & set(outcomes(found))


@pytest.mark.parametrize(
    "title",
    [
        *("Leavers 2025", "FTE by band", "Division of Surgery", "DRAFT", "Test", "Target 2026"),
        *("% of staff who have not experienced harassment", "Excluding don't know"),
        *("Nursing and midwifery", "Medical staff only", "Estates directorate", "Never"),
    ],
)
def test_a_title_that_says_something_else_asks_for_a_reason(title: str) -> None:
    """Bank staff, leavers or a division are not the trust's workforce."""
    assert other_words([title])


@pytest.mark.parametrize(
    "title",
    ["Workforce, excluding bank staff", "Headcount, not FTE", "WRES 2025", "People Directorate"],
)
def test_a_title_that_says_what_is_not_counted_is_silent(title: str) -> None:
    """No false alarm."""
    assert other_words([title]) == ()


def test_a_cell_that_cannot_be_read_is_not_missing_too() -> None:
    """One slip is told once."""
    found = look(table("org_code,wres_year,indicator,white,bme", "R0A,2025,5,abc,25.2"))
    assert outcomes(found) == {"numbers": "fail"}


def test_bands_without_a_row_are_named_as_bands() -> None:
    """“1, 2, 3” alone says nothing."""
    found = look(table("ODS code,As at,Band,White,BME,Unknown", "R0A,31/03/2026,Band 5,600,200,3"))
    told = {check.check: check.message for check in found.checks}["not_in_this_file"]
    assert "There is no row for bands 1, 2, 3, 4, 6, 7" in told


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("R0A,2026,7,42.3,51.8", True),
        ("R0A,2026,7,49,54", True),
        ("R0A,2026,7,57,49", False),
        ("R0A,2026,7,45,38", False),
    ],
)
def test_indicator_7_turned_round_across_its_break_is_asked_about(row: str, is_told: bool) -> None:
    """58 and 48 per cent in survey 2024: 42 and 52 are the rest, a fall of both is not."""
    held = (held_row("R0A", 2025, 7, "white", 0.58), held_row("R0A", 2025, 7, "bme", 0.48))
    found = look(table("org_code,wres_year,indicator,white,bme", row), held=Results(held))
    assert ("turned_from_last_year" in outcomes(found)) == is_told


def test_a_row_left_out_is_named_by_what_it_says_and_not_by_its_trust() -> None:
    """The code of the trust is the same in every row."""
    rows = ("R0A,31/03/2026,9,All,12,4,1", "R0A,31/03/2026,9,Voting,10,3,0")
    found = look(table("ODS code,Year,Indicator,Board members,White,BME,Unknown", *rows))
    told = {check.check: check.message for check in found.checks}["not_in_this_file"]
    assert "line 2, “All”" in told
