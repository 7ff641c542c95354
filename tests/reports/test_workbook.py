"""The workbook: opened again, numbers as numbers and as published, nothing hidden, nothing live."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.hostile.filling import ORG
from tests.reports.test_deck import PRACTICE, SHIPPED, published
from wres.answers import View
from wres.answers.evidence import Evidence
from wres.reports.workbook import HEADINGS, workbook
from wres.reports.workbook_charts import NAME

DAY = date(2026, 11, 27)
HIDDEN = "Hidden to protect confidentiality"


@pytest.fixture(scope="module")
def books(evidence: Evidence) -> dict[str, bytes]:
    """The workbooks of the Practice Trust and of one shipped trust, for WRES 2025."""
    views = [View(org_code=org, wres_year=2025) for org in (PRACTICE, SHIPPED)]
    return {view.org_code: workbook(evidence, view, made_on=DAY) for view in views}


def opened(data: bytes) -> Any:
    """A workbook opened by the library that reads them."""
    return load_workbook(io.BytesIO(data))


def header_of(sheet: Any) -> int:
    """The header row: the last one above the rows that move."""
    return int(sheet.freeze_panes.lstrip("A")) - 1


@pytest.mark.parametrize("org", [PRACTICE, SHIPPED])
def test_the_data_are_those_of_the_results_command(books: dict[str, bytes], org: str) -> None:
    """The same rows and columns in the same order; a number is a number."""
    expected = published(org)
    rows = list(opened(books[org])["Data"].iter_rows(values_only=True))
    assert rows[0] == tuple(expected[0])
    assert len(rows) == len(expected) + 1
    for row, one in zip(rows[1:], expected, strict=True):
        for cell, value in zip(row, one.values(), strict=True):
            same = cell == pytest.approx(value) if isinstance(value, float) else cell == value
            assert same or (cell is None and value == ""), (row, one)


def test_each_indicator_has_its_sheet_in_words_and_numbers(books: dict[str, bytes]) -> None:
    """No empty cell; the figure of each row is the published one; hidden rows hold no number."""
    book = opened(books[PRACTICE])
    names = [f"Indicator {number}" for number in range(1, 10)]
    assert book.sheetnames == ["Notes", "Data", *names, "Symbols", "Columns", NAME]
    expected = published(PRACTICE)
    for number, name in enumerate(names, start=1):
        sheet = book[name]
        start = header_of(sheet)
        heads, *rows = sheet.iter_rows(min_row=start, max_col=len(HEADINGS), values_only=True)
        assert list(heads) == list(HEADINGS) and sheet.print_title_rows == f"${start}:${start}"
        figures = [row[heads.index("Figure")] for row in rows]
        mine = [one for one in expected if one["indicator"] == number]
        told = [one["value"] if one["unit"] == "ratio" else one["percent"] for one in mine]
        assert sorted(f for f in figures if not isinstance(f, str)) == sorted(
            value for value in told if value is not None
        )
        assert all(cell is not None for row in rows for cell in row)
        hidden = [row for row in rows if row[heads.index("Figure")] == HIDDEN]
        numbers = [cell for row in hidden for cell in row[4:] if isinstance(cell, int | float)]
        # How many work in a band is published beside a hidden count, and benchmarks are public.
        blank = [one for one in mine if one["status"] == "hidden"]
        beside = [v for one in blank for v in (one["denominator"], one["benchmark"]) if v]
        assert len(hidden) == len(blank) and sorted(numbers) == sorted(beside)


@pytest.mark.parametrize("org", [PRACTICE, SHIPPED])
def test_charts_are_native_and_draw_published_figures(books: dict[str, bytes], org: str) -> None:
    """Each sheet of an indicator has one, with alt text; what it draws is in the chart sheet."""
    book = opened(books[org])
    sheets = [sheet for sheet in book if sheet.title.startswith("Indicator")]
    assert len(sheets) >= 4
    figures = {
        cell
        for sheet in sheets
        for row in sheet.iter_rows(min_row=header_of(sheet) + 1, values_only=True)
        for cell in row
        if isinstance(cell, float | int)
    }
    data = book[NAME]
    for sheet in sheets:
        (chart,) = sheet._charts
        drawn = [value for one in chart.series for value in _drawn(data, one.val.numRef.f)]
        shown = [value for value in drawn if value is not None]
        # Equal is drawn at one.
        assert shown and set(shown) <= figures | {1.0}, sheet.title
    with ZipFile(io.BytesIO(books[org])) as archive:
        parts = [name for name in archive.namelist() if re.match(r"xl/drawings/drawing\d+", name)]
        assert len(parts) == len(sheets)
        assert all(b' descr="' in archive.read(name) for name in parts)


def _drawn(data: Any, reference: str) -> list[Any]:
    cells = data[reference.partition("!")[2].replace("$", "")]
    return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]


def test_every_sheet_prints_on_a4_and_no_cell_is_a_formula(books: dict[str, bytes]) -> None:
    """Across, one page wide; values only; made up on the first sheet and each indicator's."""
    book = opened(books[PRACTICE])
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToWidth == 1 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert {cell.data_type for row in sheet for cell in row} <= {"n", "s", "inlineStr"}
        if sheet.title.startswith(("Notes", "Indicator")):
            lines = [str(row[0]) for row in sheet.iter_rows(max_row=8, values_only=True)]
            assert any(line.startswith("Made-up figures") for line in lines)


def test_the_same_figures_give_the_same_bytes(evidence: Evidence, books: dict[str, bytes]) -> None:
    """Nothing of the clock or the machine is in it."""
    assert workbook(evidence, View(org_code=SHIPPED, wres_year=2025), made_on=DAY) == books[SHIPPED]


def test_hostile_names_are_dead(hostile: Evidence) -> None:
    """Editions, sources and notes of every hostile family: no cell a spreadsheet would run."""
    book = opened(workbook(hostile, View(org_code=ORG, wres_year=2025), made_on=DAY))
    for sheet in book:
        for row in sheet:
            for cell in row:
                assert cell.data_type != "f" and cell.hyperlink is None
                assert not str(cell.value or "").lstrip().startswith(("=", "@", "\t"))
