"""What a person can correct: columns, organisation, year and scale."""

from __future__ import annotations

from wres.upload.checking import Needs
from wres.upload.columns import Field
from wres.upload.examine import Verdict
from wres.upload.mapping import Choices, Scale, use_columns, use_options

from .files import look, outcomes, table

BARE = table("indicator,year,White %,BME %", "8,2025,6.6,16.1", "5,2025,21,25")


def values(data: bytes, choices: Choices | None = None) -> set[float | None]:
    """The values of a file's results."""
    return {r.value for r in look(data, choices).results}


def test_a_table_without_organisation_asks_for_one_and_then_uses_it() -> None:
    """The plain table of an EDI lead names no trust."""
    asked = look(BARE)
    assert (asked.verdict, asked.needs) == (Verdict.REFUSED, (Needs.ORGANISATION,))
    told = look(BARE, Choices(org_code="R0A"))
    assert told.verdict is Verdict.WARNINGS
    assert {r.org_code for r in told.results} == {"R0A"}


def test_a_table_without_year_asks_for_one_and_then_uses_it() -> None:
    """A year is never taken from the file's name."""
    data = table("org,indicator,White %,BME %", "R0A,8,6.6,16.1")
    assert look(data, name="wres_2025.csv").needs == (Needs.WRES_YEAR,)
    told = look(data, Choices(wres_year=2025))
    assert {(r.wres_year, r.survey_year) for r in told.results} == {(2025, 2024)}


def test_a_bare_year_is_read_as_the_wres_year_and_said_so() -> None:
    """A column headed “year” may hold either; the person is told and can change it."""
    choices = Choices(org_code="R0A")
    assert outcomes(look(BARE, choices)) == {"year_meaning": "warn"}
    assert {r.survey_year for r in look(BARE, choices).results} == {2024}
    survey = Choices(org_code="R0A", mapping=(("year", "survey_year"),))
    found = look(BARE, survey)
    assert found.verdict is Verdict.ACCEPTED
    assert {(r.wres_year, r.survey_year) for r in found.results} == {(2026, 2025)}


def test_a_heading_nobody_knows_can_be_mapped() -> None:
    """“Minderheit” is not in the vocabulary; the person says it is BME."""
    data = table("org,wres year,indicator,White %,Minderheit", "R0A,2025,8,6.6,16.1")
    before = look(data)
    assert outcomes(before) == {"unknown_columns": "warn", "both_groups": "warn"}
    after = look(data, Choices(mapping=(("Minderheit", "percentage:bme"),)))
    assert after.verdict is Verdict.ACCEPTED
    assert {r.value for r in after.results} == {0.066, 0.161}
    use = next(u for u in after.uses if u.header == "Minderheit")
    assert (use.code, use.how) == ("percentage:bme", "chosen by you")


def test_a_column_can_be_left_out() -> None:
    """One of two columns that mean the same is set to “ignored”."""
    data = table("org,wres year,indicator,White %,White pct,BME %", "R0A,2025,8,6.6,7,16.1")
    assert outcomes(look(data)) == {"same_meaning": "fail"}
    found = look(data, Choices(mapping=(("White pct", "ignored"),)))
    assert {r.value for r in found.results} == {0.066, 0.161}


def test_a_use_that_does_not_exist_is_refused_in_a_sentence() -> None:
    """A remembered mapping from another version must not break the page."""
    found = look(BARE, Choices(mapping=(("year", "shoe size"),)))
    assert found.verdict is Verdict.REFUSED
    assert "“shoe size” is not a known column use" in found.reason
    assert look(BARE, Choices(mapping=(("year", "personal"),))).verdict is Verdict.REFUSED


def test_every_offered_use_can_be_chosen() -> None:
    """What the page offers is what a mapping accepts."""
    for code in use_options():
        (use,) = use_columns(("x",), Choices(mapping=(("x", code),)))
        assert use.code == code
        assert use.field is not Field.UNKNOWN


def test_the_scale_is_found_with_its_evidence() -> None:
    """Per column, from the highest value or the percent signs."""
    cases = {
        "0.066,0.161": (Scale.ZERO_TO_ONE, "highest value 0.161, so 0 to 1"),
        "6.6,16.1": (Scale.ZERO_TO_HUNDRED, "highest value 16.1, so 0 to 100"),
        "6.6%,16.1%": (Scale.PERCENT_TEXT, "written with %, like “16.1%”"),
    }
    for cells, (scale, evidence) in cases.items():
        found = look(table("org,wres year,indicator,white,bme", f"R0A,2025,8,{cells}"))
        assert (found.scales[-1].scale, found.scales[-1].evidence) == (scale, evidence)
        assert {r.value for r in found.results} == {0.066, 0.161}


def test_counts_settle_the_scale_of_a_small_percentage() -> None:
    """0.5 beside 5 of 1,000 is half a per cent, not a half."""
    data = table(
        "org,wres year,indicator,ethnicity,percentage,numerator,denominator",
        "R0A,2025,3,BME,0.5,5,1000",
        "R0A,2025,3,White,0.4,4,1000",
    )
    found = look(data)
    assert found.scales[0].scale is Scale.ZERO_TO_HUNDRED
    assert {r.value for r in found.results} == {0.005, 0.004}


def test_a_scale_that_cannot_be_told_is_asked_for() -> None:
    """Rates of half a per cent look like halves; nothing is stored until a person says."""
    data = table("org,wres year,indicator,White %,BME %", "R0A,2025,3,0.4,0.5")
    asked = look(data)
    assert asked.results == ()
    assert asked.needs == (Needs.SCALE,)
    assert values(data, Choices(scale=Scale.ZERO_TO_HUNDRED)) == {0.004, 0.005}
    assert values(data, Choices(scale=Scale.ZERO_TO_ONE)) == {0.4, 0.5}


def test_a_chosen_scale_that_makes_percentages_impossible_is_refused() -> None:
    """16.1 cannot be a proportion of 0 to 1."""
    found = look(BARE, Choices(org_code="R0A", scale=Scale.ZERO_TO_ONE))
    assert "percentage_range" in outcomes(found)
    assert found.results == ()
