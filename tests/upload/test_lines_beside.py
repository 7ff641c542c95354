"""Titles and footnotes: looked through for people, repeated nowhere, and forgotten."""

from __future__ import annotations

import pytest

from tests.upload.files import look
from tests.upload.workbooks import xlsx
from wres.command_line.examined import told
from wres.upload.examine import Verdict
from wres.upload.report import as_json

HEADER = ("org_code", "wres_year", "indicator", "white", "bme")
ROWS = (("R0A", "2025", "8", "6.6", "16.1"), ("R0A", "2025", "5", "21.4", "25.2"))
TITLES = (
    "Prepared by Jane Example (jane.example@example.org) 07700 900123",
    "Contact Jane Example for questions",
    "Note: the one BME consultant in Band 9 is Dr Jane Example",
)
NUMBERS = (
    "NHS number 943 476 5919",
    "Note: born 12/03/1976",
    "Source: Jane Example, 4 June 1981",
    "Prepared by AB 12 34 56 C",
)
NONE = (
    "Published on 12 March 2026, telephone 0161 496 0000 or +44 161 496 0000",
    "Note: 12 cases 2001 to 2007",
    "Source: 9434765918",
)


def written(line: str, where: str) -> bytes:
    """A table as CSV or as a workbook, with a line above it or below."""
    lines = [HEADER, *ROWS]
    lines = [(line,), *lines] if where.endswith("above") else [*lines, ("",), (line,)]
    if where.startswith("sheet"):
        return xlsx({"WRES": [tuple(cell or None for cell in row) for row in lines]})
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in lines).encode()


WHERE = ("above", "below", "sheet above", "sheet below")


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("line", TITLES)
def test_a_title_or_footnote_is_counted_and_never_repeated(line: str, where: str) -> None:
    """Neither the report, nor the command line, nor what is kept says a word of it."""
    found = look(written(line, where))
    assert len(found.results) == 4, found.reason
    for said in (as_json(found), "\n".join(told(found)), repr(found)):
        assert "Jane" not in said and "example.org" not in said and "Band 9" not in said
    assert any("1 line" in note and "left out" in note for note in found.readings[0].notes)


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("line", NUMBERS)
def test_a_number_or_birth_date_beside_the_table_stops_the_file(line: str, where: str) -> None:
    """The line is named and not its words."""
    found = look(written(line, where))
    assert found.verdict is Verdict.REFUSED and found.holds_people and not found.results
    number = 1 if where.endswith("above") else len(ROWS) + 3
    assert f"Line {number}, beside the table" in found.reason
    said = as_json(found) + "\n".join(told(found)) + repr(found)
    assert line not in said


@pytest.mark.parametrize("line", NONE)
def test_dates_of_publication_and_telephones_do_not_stop_a_file(line: str) -> None:
    """Nor do ten digits whose last one does not check."""
    for where in ("above", "below"):
        assert look(written(line, where)).verdict is not Verdict.REFUSED
