"""Published tables with a column a year."""

from __future__ import annotations

import pytest

from tests.upload.files import look, outcomes, table
from wres.terms import Unit
from wres.upload.examine import Verdict
from wres.upload.mapping import Choices

R0A = Choices(org_code="R0A")
# WRES year, group: made-up percentages of indicator 8.
WANTED = {
    (2023, "bme"): 0.151,
    (2023, "white"): 0.062,
    (2024, "bme"): 0.163,
    (2024, "white"): 0.064,
}
LAYOUTS = {
    "indicator and group in rows": table(
        "Indicator,Ethnicity,WRES 2023,WRES 2024",
        *("Indicator 8,BME,15.1,16.3", "Indicator 8,White,6.2,6.4"),
    ),
    "financial years, indicator written once": table(
        "Indicator,Ethnicity,2022/23,2023/24", "8,BME,15.1,16.3", ",White,6.2,6.4"
    ),
    "surveys in the heading": table(
        "Indicator,Ethnicity,2022 survey,2023 survey", "8,BME,15.1%,16.3%", "8,White,6.2%,6.4%"
    ),
    "trusts in rows, groups in headings, indicator above": table(
        "Indicator 8: discrimination",
        "Trust code,WRES 2023 BME,White WRES 2023,BME WRES 2024,WRES 2024 White %",
        "R0A,15.1,6.2,16.3,6.4",
    ),
    "two rows of headings": table(
        "Org code,Metric,WRES 2023 | White %,WRES 2023 | BME %,WRES 2024 | White %,"
        "WRES 2024 | BME %",
        "R0A,8,6.2,15.1,6.4,16.3",
    ),
    "groups under their indicator in one column": table(
        "Indicator,WRES 2023,WRES 2024", "Indicator 8,,", "BME,15.1,16.3", "White,6.2,6.4"
    ),
    "0 to 1": table(
        "Indicator,,31 March 2023,31 March 2024",
        "WRES 8,BME,0.151,0.163",
        "WRES 8,White,0.062,0.064",
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_year_of_a_row_is_a_figure(layout: str) -> None:
    """Two years of BME and White, whichever way the years are written."""
    found = look(LAYOUTS[layout], R0A)
    assert found.recognition is not None
    assert found.recognition.shape == "years", found.checks
    assert found.verdict is not Verdict.REFUSED
    have = {(r.wres_year, r.ethnic_group.value): r.value for r in found.results}
    assert have == pytest.approx(WANTED)
    assert {r.indicator for r in found.results} == {8}


def test_a_bare_year_is_read_as_the_wres_year_and_said_so() -> None:
    """“2023” may be the year of the survey; the person is told."""
    found = look(table("Indicator,Group,2023,2024", "8,BME,15,16", "8,White,6,7"), R0A)
    assert outcomes(found) == {"year_meaning": "warn"}
    assert {r.wres_year for r in found.results} == {2023, 2024}


def test_relative_likelihoods_by_year_are_ratios() -> None:
    """A row of indicator 2 without a group is its ratio."""
    found = look(table("Indicator,WRES 2023,WRES 2024", "2,1.5,1.4", "3,1.2,1.1"), R0A)
    assert {(r.wres_year, r.indicator, r.value, r.unit) for r in found.results} == {
        (2023, 2, 1.5, Unit.RATIO),
        (2024, 2, 1.4, Unit.RATIO),
        (2023, 3, 1.2, Unit.RATIO),
        (2024, 3, 1.1, Unit.RATIO),
    }


def test_years_without_an_indicator_are_not_guessed() -> None:
    """A table of percentages by trust and year says nothing of what they are."""
    found = look(table("Trust code,2021 BME,White 2021,2022 BME,2022 White", "R0A,15,6,16,7"))
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())


def test_years_of_all_staff_together_are_not_taken_for_a_group() -> None:
    """No group is named, and indicator 8 needs one."""
    found = look(table("Indicator,WRES 2023,WRES 2024", "8,15,16"), R0A)
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())


def test_a_merged_cell_read_as_the_one_above_is_said() -> None:
    """The person sees that rows without an indicator were given one."""
    found = look(LAYOUTS["financial years, indicator written once"], R0A)
    assert outcomes(found) == {"not_in_this_file": "warn"}
