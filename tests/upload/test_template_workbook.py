"""Templates made from the registry: as a workbook and as CSV, empty and filled in."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import Workbook, load_workbook

from wres.errors import UnknownTerm
from wres.indicators import INDICATORS
from wres.terms import GIVEN_STAFF_GROUPS, MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup, Unit
from wres.upload.examine import Verdict
from wres.upload.shapes.template import HEADINGS
from wres.upload.template_files import indicator_csv, template_csv
from wres.upload.template_workbook import allowed_values, template_workbook

from .files import look

NUMBERS = [one.number for one in INDICATORS]


def book(*, filled: bool, number: int | None = None) -> Workbook:
    """The workbook, opened again from its bytes."""
    return load_workbook(io.BytesIO(template_workbook(filled, number)))


def sheet_as_csv(made: Workbook, name: str) -> bytes:
    """A sheet as a spreadsheet program saves it."""
    text = io.StringIO()
    lines = csv.writer(text)
    for row in made[name].iter_rows(values_only=True):
        lines.writerow(["" if cell is None else cell for cell in row])
    return text.getvalue().encode()


def test_there_is_a_sheet_for_each_indicator_with_the_headings() -> None:
    """Instructions, the lists, and nine sheets that hold nothing but headings."""
    made = book(filled=False)
    assert made.sheetnames == [
        *("Instructions", "Allowed values"),
        *(f"Indicator {number}" for number in NUMBERS),
    ]
    for number in NUMBERS:
        rows = list(made[f"Indicator {number}"].iter_rows(values_only=True))
        assert rows == [HEADINGS]


def test_the_instructions_hold_the_wording_of_every_indicator() -> None:
    """Word for word as the registry has it."""
    said = " ".join(str(row[0]) for row in book(filled=False)["Instructions"].values)
    assert all(one.wording in said and one.numerator in said for one in INDICATORS)


def test_every_list_holds_every_value_of_the_registry() -> None:
    """A new band, group or indicator is in the lists without another change."""
    lists = dict(allowed_values())
    assert set(lists["band"]) == {band.value for band in Band}
    assert set(lists["ethnic_group"]) == {group.value for group in EthnicGroup}
    assert set(lists["staff_group"]) == {group.value for group in GIVEN_STAFF_GROUPS}
    assert lists["indicator"] == tuple(map(str, NUMBERS))


def test_the_drop_down_lists_point_at_the_allowed_values() -> None:
    """The list of the band column ends at the last band, in the column of the bands."""
    made = book(filled=False)
    bands = [row[2] for row in made["Allowed values"].iter_rows(values_only=True)]
    last = max(at for at, value in enumerate(bands, start=1) if value is not None)
    choices = {
        str(choice.sqref): choice.formula1
        for choice in made["Indicator 1"].data_validations.dataValidation
    }
    assert choices["E2:E501"] == f"'Allowed values'!$C$2:$C${last}"
    assert last == len(Band) + 1
    assert {"C2:C501", "D2:D501", "F2:F501"} < set(choices)


@pytest.mark.parametrize("number", NUMBERS)
def test_each_filled_sheet_passes_every_check_as_csv(number: int) -> None:
    """What we tell people to do is accepted without a warning, and is of a made-up trust."""
    found = look(sheet_as_csv(book(filled=True), f"Indicator {number}"))
    assert found.verdict is Verdict.ACCEPTED, found.warnings + found.failures
    assert {(r.org_code, r.indicator) for r in found.results} == {("ZZP", number)}


@pytest.mark.parametrize("number", [None, *NUMBERS])
def test_each_filled_csv_passes_every_check(number: int | None) -> None:
    """One indicator at a time, and all of them together."""
    found = look(indicator_csv(number, filled=True))
    assert found.verdict is Verdict.ACCEPTED, found.warnings + found.failures
    assert {r.indicator for r in found.results} == set(NUMBERS if number is None else [number])


def test_the_filled_example_says_it_is_made_up() -> None:
    """In the first line of the CSV and of every sheet."""
    assert indicator_csv(filled=True).startswith('"Made-up figures of the Practice Trust (ZZP)')
    made = book(filled=True)
    for name in ("Instructions", *(f"Indicator {number}" for number in NUMBERS)):
        assert str(made[name]["A1"].value).startswith("Made-up figures")


def test_the_example_holds_every_band_and_the_workforce_is_their_sum() -> None:
    """Added up here from the rows, apart from the code that made them."""
    rows = look(indicator_csv(1, filled=True)).results
    bme = {r.band: r.numerator or 0 for r in rows if r.ethnic_group is EthnicGroup.BME}
    assert set(bme) == {Band.ALL, *PAY_BANDS, *MEDICAL_GRADES}
    assert bme[Band.ALL] == sum(n for band, n in bme.items() if band is not Band.ALL)


def test_the_printed_ratios_follow_from_the_counts() -> None:
    """Indicators 2 and 4 are White to BME, indicator 3 BME to White."""
    rows = look(indicator_csv(filled=True)).results
    rate = {
        (r.indicator, r.ethnic_group): (r.numerator or 0) / (r.denominator or 1)
        for r in rows
        if r.indicator in (2, 3, 4) and r.unit is Unit.PROPORTION
    }
    ratio = {r.indicator: r.value for r in rows if r.unit is Unit.RATIO}
    for number, top, under in (
        (2, EthnicGroup.WHITE, EthnicGroup.BME),
        (3, EthnicGroup.BME, EthnicGroup.WHITE),
        (4, EthnicGroup.WHITE, EthnicGroup.BME),
    ):
        assert ratio[number] == pytest.approx(rate[number, top] / rate[number, under], abs=0.005)


def test_the_empty_csv_is_the_shipped_template() -> None:
    """Nothing but its headings, for one indicator or for all."""
    assert indicator_csv() == indicator_csv(5) == template_csv()


def test_a_workbook_of_one_indicator_has_its_sheet_alone() -> None:
    """For a trust that fills in one return at a time."""
    assert book(filled=False, number=9).sheetnames[2:] == ["Indicator 9"]


@pytest.mark.parametrize("number", [0, -1, 10])
def test_an_indicator_the_standard_does_not_have_is_refused(number: int) -> None:
    """Not taken for another one."""
    with pytest.raises(UnknownTerm):
        indicator_csv(number)
    with pytest.raises(UnknownTerm):
        template_workbook(number=number)


def test_the_filled_workbook_itself_passes_every_check() -> None:
    """The bytes as a person drops them, all nine sheets."""
    found = look(template_workbook(filled=True), name="example.xlsx")
    assert found.verdict is Verdict.ACCEPTED, found.warnings + found.failures
    assert {r.indicator for r in found.results} == set(NUMBERS)
    assert {r.org_code for r in found.results} == {"ZZP"}
