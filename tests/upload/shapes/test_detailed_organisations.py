"""The detailed workbook by organisation: understood, and refused for what it does not hold."""

from __future__ import annotations

from tests.upload.files import look
from tests.upload.shapes import detailed_files as made
from wres.upload.examine import Verdict
from wres.upload.shapes import recognise

MANCHESTER = [
    "R0A",
    "Manchester University NHS Foundation Trust",
    "Acute and Acute & Community Trusts",
    "North West",
    "-",
    "Occupation group",
    *["60", "10", "30", "5000", "5", "95", "5010", "6.5", "93.5", "5020"],
]


def test_it_is_refused_because_it_has_no_ethnic_groups() -> None:
    """All staff together are neither BME nor White; the benchmark workbook is named."""
    found = look(made.csv_of(made.ORGANISATION_IDS, made.FAIRNESS, [MANCHESTER]))
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())
    assert found.recognition is not None
    assert found.recognition.shape == "nss_organisations"
    assert "no split by ethnic group" in found.reason
    assert "benchmark report workbook" in found.reason


def test_that_is_the_only_thing_that_is_wrong_with_it() -> None:
    """Repeated headings and columns that are not needed are no second complaint."""
    found = look(made.csv_of(made.ORGANISATION_IDS, made.FAIRNESS, [MANCHESTER]))
    assert [check.check for check in found.failures] == ["shape"]
    assert found.warnings == ()


def test_a_sheet_of_a_workbook_without_questions_of_the_standard_is_passed_over() -> None:
    """One refusal for the sheets that matter is enough."""
    other = ((made.Q3A, made.YES_NO),)
    in_workbook = made.reading(made.ORGANISATION_IDS, other, [MANCHESTER[:9]], sheet="YOUR JOB")
    alone = made.reading(made.ORGANISATION_IDS, other, [MANCHESTER[:9]], sheet="", sheets=())
    assert recognise(in_workbook, ()).shape == ""
    assert "no split by ethnic group" in recognise(alone, ()).refusal


def test_choosing_the_layout_by_hand_does_not_lift_the_refusal() -> None:
    """A person's choice says what the file is, not what is in it."""
    sheet = made.reading(made.ORGANISATION_IDS, made.FAIRNESS, [MANCHESTER])
    assert recognise(sheet, (), "nss_organisations").refusal
