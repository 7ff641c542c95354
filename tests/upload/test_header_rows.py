"""Headers of more than one row, titles over them, and headers that come again."""

from __future__ import annotations

import pytest

from wres.terms import EthnicGroup
from wres.upload.columns import Field, heading
from wres.upload.read import read_file
from wres.upload.reading import Line

from .files import look


def _read(*lines: str) -> tuple[int, tuple[str, ...], tuple[Line, ...], tuple[str, ...]]:
    reading = read_file("\n".join(lines).encode(), "f.csv")
    return reading.header_row, reading.header, reading.rows, reading.notes


def test_a_spanning_heading_reaches_to_the_next_one() -> None:
    """As a spreadsheet writes merged cells to CSV."""
    row, header, rows, notes = _read(
        ",,Indicator 8,,Indicator 7,",
        "Trust,Year,White %,BME %,White %,BME %",
        "R0A,2025,6.6,16.1,58.4,48.4",
    )
    assert row == 2
    assert header == (
        "Trust",
        "Year",
        "Indicator 8 | White %",
        "Indicator 8 | BME %",
        "Indicator 7 | White %",
        "Indicator 7 | BME %",
    )
    assert rows == (Line(3, ("R0A", "2025", "6.6", "16.1", "58.4", "48.4")),)
    assert any("2 rows, lines 1, 2" in note for note in notes)


def test_names_in_the_upper_row_stay_with_their_own_columns() -> None:
    """Trust and Year are merged downwards, the indicators across."""
    row, header, rows, _ = _read(
        "Trust,Year,Indicator 8,,Indicator 7,",
        ",,White %,BME %,White %,BME %",
        "R0A,2025,6.6,16.1,58.4,48.4",
    )
    assert row == 2
    assert header[:4] == ("Trust", "Year", "Indicator 8 | White %", "Indicator 8 | BME %")
    assert [line.number for line in rows] == [3]


def test_three_rows_are_joined_from_the_top() -> None:
    """Year over indicator over group."""
    _, header, _, _ = _read(
        ",2024,,2025,",
        ",Indicator 8,,Indicator 8,",
        "Trust,White %,BME %,White %,BME %",
        "R0A,6,16,7,15",
    )
    assert header[1] == "2024 | Indicator 8 | White %"
    assert header[4] == "2025 | Indicator 8 | BME %"


def test_a_title_in_the_first_column_is_not_joined() -> None:
    """Nor is a line such as “Prepared by” with its answer beside it."""
    row, header, _, notes = _read(
        "WRES return 2025",
        "Prepared by,Workforce team",
        "Trust,Year,White %,BME %",
        "R0A,2025,6.6,16.1",
    )
    assert (row, header) == (3, ("Trust", "Year", "White %", "BME %"))
    assert any("2 lines above the header left out" in note for note in notes)


def test_a_row_of_figures_above_is_not_a_header() -> None:
    """A small table over the table is left alone."""
    _, header, _, _ = _read(
        ",Response rate,48", "", "Trust,Year,White %,BME %", "R0A,2025,6.6,16.1"
    )
    assert header == ("Trust", "Year", "White %", "BME %")


def test_a_header_that_comes_again_is_left_out_with_its_lines() -> None:
    """As at the top of each printed page."""
    head = "Trust,Year,Indicator,White %,BME %"
    _, _, rows, notes = _read(head, "R0A,2025,8,6.6,16.1", head, "R1H,2025,8,7,15", head)
    assert [line.number for line in rows] == [2, 4]
    assert "The header is repeated on lines 3, 5; left out there." in notes


def test_total_rows_stay_and_footnotes_go() -> None:
    """A total is judged later; a footnote is no figure."""
    _, _, rows, notes = _read(
        "Trust,Year,Indicator,White %,BME %",
        "R0A,2025,8,6.6,16.1",
        "Total,2025,8,7,15",
        "* fewer than 10 responses",
        "Source: the survey",
    )
    assert [line.cells[0] for line in rows] == ["R0A", "Total"]
    assert any("2 lines below" in note for note in notes)


def test_a_row_without_figures_is_not_taken_for_a_second_header_row() -> None:
    """Everything in it is hidden, and its group is the name of a column."""
    row, _, rows, _ = _read("Trust,Ethnic group,Value", "R0A,White,*", "R0A,BME,16.1")
    assert row == 1
    assert len(rows) == 2


def test_repeated_names_keep_their_places() -> None:
    """The checks judge them; the reader renames nothing."""
    _, header, rows, _ = _read("Trust,Year,White %,White %", "R0A,2025,6,7")
    assert header == ("Trust", "Year", "White %", "White %")
    assert rows[0].cells[2:] == ("6", "7")


@pytest.mark.parametrize(
    ("text", "field", "group", "indicator", "year"),
    [
        ("Indicator 8 | White %", Field.PERCENTAGE, EthnicGroup.WHITE, 8, None),
        ("2024 | Indicator 8 | BME %", Field.PERCENTAGE, EthnicGroup.BME, 8, 2024),
        ("White | %", Field.PERCENTAGE, EthnicGroup.WHITE, None, None),
        ("BME | Headcount", Field.NUMERATOR, EthnicGroup.BME, None, None),
        ("Harassment by patients | White %", Field.PERCENTAGE, EthnicGroup.WHITE, None, None),
        ("Q15. Fair progression? | % Yes", Field.PERCENTAGE, None, None, None),
        ("Q15. Fair? | Base (number of responses)", Field.DENOMINATOR, None, None, None),
        ("Contact | Email", Field.PERSONAL, None, None, None),
        ("Survey 2024 | Trust", Field.ORG_NAME, None, None, 2024),
    ],
)
def test_a_joined_heading_is_understood(
    text: str, field: Field, group: EthnicGroup | None, indicator: int | None, year: int | None
) -> None:
    """From all its words, or from its last row with what the rows above name."""
    word = heading(text)
    assert (word.field, word.group, word.indicator, word.year) == (field, group, indicator, year)


def test_a_two_row_header_is_examined_to_its_results() -> None:
    """Four figures of one trust, each with the indicator of the heading above it."""
    seen = look(
        ",,Indicator 8,,Indicator 7,\nOrg code,WRES year,White %,BME %,White %,BME %\n"
        "R0A,2025,6.62,16.13,58.4,48.37\n"
    )
    found = {(r.indicator, r.ethnic_group.value): r.value for r in seen.results}
    assert found == {
        (7, "bme"): pytest.approx(0.4837),
        (7, "white"): pytest.approx(0.584),
        (8, "bme"): pytest.approx(0.1613),
        (8, "white"): pytest.approx(0.0662),
    }
