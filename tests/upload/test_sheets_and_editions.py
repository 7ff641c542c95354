"""Checks across the sheets of a file, and of the edition figures come from."""

from __future__ import annotations

from dataclasses import replace

from wres.results import Results
from wres.upload.checking import CheckResult, Outcome, Upload
from wres.upload.checks import checks_of, run_checks
from wres.upload.mapping import Choices
from wres.upload.read import read_tables
from wres.upload.understanding import understood

from .corrupted import wide
from .files import ORGANISATIONS, held_row, look, table
from .workbooks import xlsx


def upload_of(data: bytes, sheet: str, edition: str = "", held: Results | None = None) -> Upload:
    """One sheet of a file, its figures of one edition."""
    (reading,) = read_tables(data, "f.csv")
    found = understood(
        replace(reading, sheet=sheet),
        Choices(),
        organisations=ORGANISATIONS,
        held=held or Results(),
    )
    figures = tuple(replace(f, draft=replace(f.draft, edition=edition)) for f in found.figures)
    return replace(found, figures=figures)


def answers(*uploads: Upload) -> dict[str, CheckResult]:
    """The answers across sheets, by check."""
    return {one.check: one for one in checks_of(uploads, uploads) if not one.sheet}


ROWS = ("R0A,2025,5,21.4,25.2", "R0A,2025,8,6.6,16.1")


def test_one_figure_with_two_values_on_two_sheets_is_refused() -> None:
    """Both places are named, and the two figures are counted."""
    first = upload_of(wide(*ROWS), "Trust")
    second = upload_of(wide("R0A,2025,8,6.9,16.2"), "Copy")
    answer = answers(first, second)["sheets_agree"]
    assert answer.outcome is Outcome.FAIL
    assert "2 figures given on two sheets" in answer.message
    assert "sheet “Trust” line 3 says “6.6” and sheet “Copy” line 2 says “6.9”" in answer.message
    assert answer.lines == (2,)


def test_one_figure_with_the_same_value_on_two_sheets_is_said() -> None:
    """It does not stop the upload."""
    found = answers(upload_of(wide(*ROWS), "A"), upload_of(wide(ROWS[1]), "B"))
    assert found["sheets_repeat"].outcome is Outcome.WARN
    assert "2 figures given on more than one sheet" in found["sheets_repeat"].message
    assert found["sheets_agree"].outcome is Outcome.PASS


def test_other_organisations_on_other_sheets_are_fine() -> None:
    """One sheet for each benchmarking group is how official files come."""
    found = answers(upload_of(wide(*ROWS), "A"), upload_of(wide("R1H,2025,8,6.6,16.1"), "B"))
    assert {one.outcome for one in found.values()} == {Outcome.PASS}


def test_the_same_figures_under_two_years_are_noticed() -> None:
    """A sheet for a new year may be the old one, copied."""
    later = wide(*(row.replace("2025", "2026") for row in ROWS))
    found = answers(upload_of(wide(*ROWS), "2025"), upload_of(later, "2026"))
    assert found["sheets_years"].outcome is Outcome.WARN
    assert "WRES years 2025 and 2026" in found["sheets_years"].message


def test_two_bases_for_one_figure_are_noticed() -> None:
    """900 people on one sheet, 800 on the other."""
    header = "org,wres year,indicator,White %,White n"
    one, two = (table(header, f"R0A,2025,8,6.6,{n}") for n in (900, 800))
    found = answers(upload_of(one, "A"), upload_of(two, "B"))
    assert found["sheets_bases"].outcome is Outcome.WARN
    assert "900 on sheet “A” and of 800 on sheet “B”" in found["sheets_bases"].message


def test_a_file_of_one_table_has_no_answers_across_sheets() -> None:
    """Nothing can differ between sheets where there is one."""
    assert answers(upload_of(wide(*ROWS), "A")).keys().isdisjoint({"sheets_agree"})


def test_two_editions_in_a_file_are_noticed() -> None:
    """Each issue of the survey weights the years before anew."""
    one = upload_of(wide(*ROWS), "", "NSS 2024")
    mixed = [
        replace(f, draft=replace(f.draft, edition="NSS 2025")) if f.indicator == 8 else f
        for f in one.figures
    ]
    found = {a.check: a for a in run_checks(replace(one, figures=tuple(mixed)))}
    assert found["several_editions"].outcome is Outcome.WARN
    assert "“NSS 2024”, “NSS 2025”" in found["several_editions"].message
    assert {a.check: a for a in run_checks(one)}["several_editions"].outcome is Outcome.PASS


def test_another_edition_than_the_one_held_is_noticed() -> None:
    """Figures of survey 2024 out of the issue of 2025, where the issue of 2024 is held."""
    row = replace(held_row("R0A", 2025, 8, "bme", 0.161), edition="NSS 2024")
    new = upload_of(wide(*ROWS), "", "NSS 2025", Results([row]))
    answer = {a.check: a for a in run_checks(new)}["edition_held"]
    assert answer.outcome is Outcome.WARN
    assert "“NSS 2025”, and “NSS 2024” is held" in answer.message
    assert answer.lines == (3,)
    same = upload_of(wide(*ROWS), "", "NSS 2024", Results([row]))
    assert {a.check: a for a in run_checks(same)}["edition_held"].outcome is Outcome.PASS


def test_what_is_the_same_on_every_sheet_is_said_once() -> None:
    """Two sheets of several years each: one sentence about indicator 7, naming both."""
    head = ("org_code", "wres_year", "indicator", "white", "bme")
    rows = {
        sheet: [head, (code, 2020, 7, 58.4, 48.4), (code, 2025, 7, 57.2, 47.9)]
        for sheet, code in (("North", "R0A"), ("South", "R1H"))
    }
    found = look(xlsx(rows))
    (told,) = found.warnings
    assert (told.check, told.sheet, told.lines) == ("indicator_7_basis", "", (2, 3))
    assert found.reason == "8 figures read; look at 1 thing before accepting."
    assert told.message.startswith("Sheets “North”, “South”: Indicator 7 was worked out")


def test_what_two_sheets_say_of_other_lines_is_said_twice() -> None:
    """A hidden figure on line 2 of one sheet and on line 3 of the other."""
    head = ("org_code", "wres_year", "indicator", "white", "bme")
    rows = {
        "North": [head, ("R0A", 2025, 8, 6.6, "*"), ("R0A", 2025, 5, 21.4, 25.2)],
        "South": [head, ("R1H", 2025, 8, 6.6, 16.1), ("R1H", 2025, 5, "*", "*")],
    }
    found = look(xlsx(rows))
    told = {(check.sheet, check.lines) for check in found.warnings}
    assert told == {("North", (2,)), ("South", (3,))}


def test_a_repair_of_what_is_said_once_changes_only_the_lines_it_is_about() -> None:
    """Line 3 is a total on two sheets and a trust on the third, which is left alone."""
    head = ("org_code", "wres_year", "indicator", "white", "bme")
    places = {"A": ("R0A", "England"), "B": ("R1H", "England"), "C": ("RRV", "G6V2S")}
    found = look(
        xlsx(
            {
                sheet: [head, (first, 2025, 8, 6.6, 16.1), (second, 2025, 8, 7.1, 15.2)]
                for sheet, (first, second) in places.items()
            }
        )
    )
    (told,) = [check for check in found.warnings if check.check == "left_out"]
    assert told.message.startswith("Sheets “A”, “B”: ")
    (rows,) = [repair for repair in found.offered if repair.id == "left_out.rows"]
    assert {(edit.sheet, edit.line) for edit in rows.preview} == {("A", 3), ("B", 3)}
