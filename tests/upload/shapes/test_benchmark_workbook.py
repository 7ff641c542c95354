"""The benchmark report workbook: five years wide, a sheet a group, or one sheet as CSV."""

from __future__ import annotations

import time

import pytest

from tests.upload.files import look, outcomes
from tests.upload.shapes import benchmark_files as made
from wres.results import Result
from wres.terms import EthnicGroup
from wres.upload.examine import Examination, Verdict
from wres.upload.reading import Reading
from wres.upload.shapes import benchmark_workbook as shape
from wres.upload.shapes import recognise
from wres.upload.shapes.draft import Recognition

YEARS = (2020, 2021, 2022, 2023, 2024)
# Invented, apart from the rule that BME is group 2; White first, as in the workbook.
MANCHESTER = {
    2024: {
        "har_from_pat": ("0.2174", "0.2565", "4210", "1630"),
        "har_from_staff": ("0.1952", "0.2314", "4205", "1628"),
        "equal": ("0.584", "0.4837", "4190", "1625"),
        "q16b": ("0.0662", "0.1613", "4180", "1620"),
    },
    2023: {"q16b": ("0.07", "0.17", "4000", "1500")},
}
BARTS = {2024: {"q16b": ("0.08", "0.15", "5000", "6000")}}
CELLS = {"R0A": MANCHESTER, "R1H": BARTS}
NAMES = {
    "R0A": "Manchester University NHS Foundation Trust",
    "R1H": "Barts Health NHS Trust",
}


def examined(cells: made.Cells = CELLS, *, org_type: str = made.ACUTE) -> Examination:
    return look(made.csv_of(cells, YEARS, org_type=org_type, names=NAMES))


def by_place(found: Examination) -> dict[tuple[str, int, int, EthnicGroup], Result]:
    return {(r.org_code, r.survey_year, r.indicator, r.ethnic_group): r for r in found.results}


def recognised(reading: Reading) -> Recognition:
    return recognise(reading, ())


def test_each_measure_year_and_group_becomes_a_figure_with_its_base() -> None:
    """Group 1 is White and group 2 all other groups; “_n_” is who answered, not who said yes."""
    found = by_place(examined())
    expected = {
        5: (0.2565, 1630, 0.2174, 4210),
        6: (0.2314, 1628, 0.1952, 4205),
        7: (0.4837, 1625, 0.584, 4190),
        8: (0.1613, 1620, 0.0662, 4180),
    }
    for number, (bme, bme_base, white, white_base) in expected.items():
        of_bme = found["R0A", 2024, number, EthnicGroup.BME]
        of_white = found["R0A", 2024, number, EthnicGroup.WHITE]
        assert (of_bme.value, of_bme.denominator, of_bme.numerator) == (bme, bme_base, None)
        assert (of_white.value, of_white.denominator) == (white, white_base)
        assert of_bme.wres_year == 2025


def test_an_earlier_year_is_kept_under_the_edition_of_the_newest() -> None:
    """Survey 2023 as the 2024 workbook weights it is edition 2024, not 2023."""
    found = by_place(examined())
    earlier = found["R0A", 2023, 8, EthnicGroup.BME]
    assert (earlier.value, earlier.edition) == (0.17, "nss-2024")
    assert {row.edition for row in found.values()} == {"nss-2024"}


def test_a_year_a_trust_took_no_part_in_gives_no_figure() -> None:
    """Barts has empty cells before 2024: nothing is read as zero and nothing is stored."""
    found = by_place(examined({"R1H": BARTS}))
    assert {year for _, year, _, _ in found} == {2024}


def test_a_measure_that_is_empty_in_a_year_with_others_is_missing() -> None:
    """The trust took part, so an empty cell is a missing figure and is counted."""
    found = examined({"R0A": {2024: MANCHESTER[2024] | {"equal": ("", "", "", "")}}})
    assert outcomes(found)["missing_figures"] == "warn"


def test_scores_rates_and_significance_are_left_out_in_silence() -> None:
    """Hundreds of other columns give no warning, and are no choice for a person."""
    found = examined()
    assert set(outcomes(found)) <= {"not_in_this_file", "missing_figures"}
    assert all(use.is_fixed for use in found.uses)
    used = [use.header for use in found.uses if use.field.value != "ignored"]
    assert not [name for name in used if "sig" in name or "ltc" in name or "PP1" in name]


def test_a_lone_zero_is_a_proportion() -> None:
    """The layout writes 0 to 1, so one organisation with 0 needs no question about the scale."""
    cells = {"R0A": {2024: {"q16b": ("0", "1", "40", "20")}}}
    found = examined(cells)
    assert found.verdict is not Verdict.REFUSED
    values = by_place(found)
    assert values["R0A", 2024, 8, EthnicGroup.BME].value == 1
    assert values["R0A", 2024, 8, EthnicGroup.WHITE].value == 0


def test_an_organisation_that_is_not_listed_is_named_and_the_others_are_kept() -> None:
    """XX9 is in no list; it is not taken for the trust whose name stands beside it."""
    cells = {"R0A": MANCHESTER, "R1H": BARTS, "XX9": MANCHESTER}
    names = NAMES | {"XX9": "University College London Hospitals NHS Foundation Trust"}
    found = look(made.csv_of(cells, YEARS, names=names))
    (told,) = (check for check in found.warnings if check.check == "unlisted_organisations")
    assert "“XX9 University College London Hospitals NHS Foundation Trust”" in told.message
    assert told.lines == (4,)
    assert {row.org_code for row in found.results} == {"R0A", "R1H"}


@pytest.mark.parametrize(
    ("heading", "cell", "check"),
    [
        ("Contact", "a.b@example.org", "personal_content"),
        ("Forename", "Jo", "personal_columns"),
    ],
)
def test_a_column_about_people_still_stops_the_upload(heading: str, cell: str, check: str) -> None:
    """A fixed layout has no place for people: neither by what is in a column nor by its heading."""
    text = made.csv_of(CELLS, YEARS).decode().splitlines()
    with_people = [f"{text[0]},{heading}", *(f"{line},{cell}" for line in text[1:])]
    found = look("\n".join(with_people))
    assert [failure.check for failure in found.failures] == [check]


def test_the_groups_of_the_file_are_said() -> None:
    """All five groups that hold trusts have a sheet: nothing is missing."""
    found = recognised(made.sheet(CELLS, YEARS))
    assert found.shape == "nss_benchmark"
    assert "acute and combined and acute specialist and ambulance and community" in found.reason
    assert found.remarks == ()


def test_a_missing_sheet_is_said_once() -> None:
    """Without the mental-health sheet, the first sheet of a group says so and the next does not."""
    sheets = tuple(name for name in made.SHEETS if name != made.MENTAL_HEALTH)
    first = recognised(made.sheet(CELLS, YEARS, sheets=sheets))
    second = recognised(made.sheet(CELLS, YEARS, name="Community Trusts", sheets=sheets))
    (remark,) = first.remarks
    assert "no sheet for mental health" in remark
    assert second.remarks == ()


def test_one_sheet_saved_as_csv_says_which_groups_it_lacks() -> None:
    """Acute trusts only: four groups are missing."""
    (told,) = (check for check in examined().warnings if check.check == "not_in_this_file")
    assert "acute specialist, ambulance, community, mental health" in told.message


def test_unweighted_sheets_are_an_edition_of_their_own() -> None:
    """Care boards and community surgical services are not weighted."""
    reading = made.sheet({"00L": BARTS}, YEARS, name=made.ICBS)
    assert "not weighted" in " ".join(recognised(reading).remarks)
    drafts = shape.reshape(reading, ())
    assert {draft.edition for draft in drafts} == {"nss-2024-unweighted"}
    weighted = shape.reshape(made.sheet(CELLS, YEARS), ())
    assert {draft.edition for draft in weighted} == {"nss-2024"}


def test_a_percentage_among_proportions_is_refused() -> None:
    """16.13 in a column of 0 to 1 is on another scale."""
    cells = {"R0A": {2024: {"q16b": ("6.62", "16.13", "40", "20")}}}
    assert "scale_not_mixed" in outcomes(examined(cells))


def test_a_workbook_with_thousands_of_columns_is_read_in_seconds() -> None:
    """3,000 more columns beside the ones of the standard, 130 rows."""
    lines = made.csv_of({"R0A": MANCHESTER}, YEARS, names=NAMES).decode().splitlines()
    head = lines[0] + "".join(f",m{number}_2024" for number in range(3_000))
    body = lines[1] + ",0.5" * 3_000
    others = [body.replace("R0A", f"X{number:02}", 1) for number in range(130)]
    began = time.process_time()
    found = look("\n".join((head, body, *others)))
    assert len(found.results) == 16
    assert time.process_time() - began < 10
