"""The deck: opened again, its charts editable, its numbers the published ones, nothing hidden."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.shapes import PP_PLACEHOLDER

from tests.hostile.filling import ORG
from tests.hostile.texts import OUTSIDE
from wres.answers import View
from wres.answers.evidence import Evidence
from wres.answers.story import StepKind, StoryStep
from wres.command_line.program import main
from wres.reports.deck import deck
from wres.reports.deck_sheets import data_sheet
from wres.reports.native_charts import NativeChart, native_chart
from wres.reports.slides import slide_of
from wres.words import exports

DAY = date(2026, 11, 27)
PRACTICE, SHIPPED = "ZZP", "R0A"
DECIMAL = re.compile(r"(?<![\d.])\d+\.\d+")


@cache
def published(org: str) -> list[dict[str, Any]]:
    """What ``results --json`` says of an organisation."""
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["results", "--org", org, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def numbers_of(figures: list[dict[str, Any]]) -> set[str]:
    """Every published number as it is written: per cent and points to one place, ratios to two."""
    names = ("percent", "low", "high", "gap_points", "gap_low", "gap_high", "benchmark")
    said = {abs(one[name]) for one in figures for name in names if one[name] is not None}
    said |= {one["value"] for one in figures if one["unit"] == "ratio" and one["value"]}
    return {f"{value:.1f}" for value in said} | {f"{value:.2f}" for value in said}


def made(evidence: Evidence, org: str) -> bytes:
    """The deck of an organisation for WRES 2025."""
    return deck(evidence, View(org_code=org, wres_year=2025), made_on=DAY)


@pytest.fixture(scope="module")
def decks(evidence: Evidence) -> dict[str, bytes]:
    """The decks of the Practice Trust and of one shipped trust."""
    return {org: made(evidence, org) for org in (PRACTICE, SHIPPED)}


def opened(data: bytes) -> Any:
    """A deck opened by the library that reads decks."""
    return Presentation(io.BytesIO(data))


def charts(data: bytes) -> Iterator[Any]:
    """Every chart of a deck, as its graphic frame."""
    for slide in opened(data).slides:
        yield from (shape for shape in slide.shapes if shape.has_chart)


@pytest.mark.parametrize("org", [PRACTICE, SHIPPED])
def test_each_step_is_a_slide_with_title_notes_number_and_language(
    decks: dict[str, bytes], org: str
) -> None:
    """A title of its own, notes, a slide number; British English; made up where it is."""
    found = opened(decks[org])
    titles = [slide.shapes.title.text for slide in found.slides]
    assert len(titles) >= 7 and all(titles) and titles[-1] == exports.METHOD_TITLE
    assert found.core_properties.language == "en-GB"
    for slide in found.slides:
        kinds = {one.placeholder_format.type for one in slide.placeholders}
        assert PP_PLACEHOLDER.SLIDE_NUMBER in kinds
        assert slide.notes_slide.notes_text_frame.text
        runs = slide.element.findall(".//{*}rPr")
        assert runs and {run.get("lang") for run in runs} - {None} == {"en-GB"}
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert (exports.MADE_UP in words) == (org == PRACTICE)


@pytest.mark.parametrize("org", [PRACTICE, SHIPPED])
def test_every_number_drawn_is_published(decks: dict[str, bytes], org: str) -> None:
    """Charts, their data sheets, titles and tables in the notes: each number is in ``results``."""
    known = numbers_of(published(org))
    found = list(charts(decks[org]))
    assert len(found) >= 4
    drawn = 0
    for frame in found:
        sheet = load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active
        cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
        values = [v for s in frame.chart.plots[0].series for v in s.values if v is not None]
        assert sorted(c for c in cells if isinstance(c, int | float)) == sorted(values)
        told = [f"{abs(value):.1f}" for value in values]
        # Medians of other trusts are public benchmarks of their own.
        medians = set() if "Median" not in str(cells) else {"49.7", "58.8", "8.8"}
        assert set(told) <= known | medians, frame.name
        drawn += len(told)
    assert drawn >= 15
    for slide in opened(decks[org]).slides:
        notes = slide.notes_slide.notes_text_frame.text.split("\n")
        for line in (one for one in notes if one.startswith(("Staff ", "WRES year "))):
            assert set(DECIMAL.findall(line)) <= known, line


def test_notes_hold_the_verdict_the_table_and_the_source(
    decks: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentences are those of the ``concerns`` command."""
    capsys.readouterr()
    assert main(["concerns", "--org", PRACTICE, "--json"]) == 0
    card = json.loads(capsys.readouterr().out)["concerns"][0]
    notes = opened(decks[PRACTICE]).slides[1].notes_slide.notes_text_frame.text
    for trigger in card["triggers"]:
        assert trigger["sentence"] in notes
    assert card["evidence"] in notes and card["robustness"] in notes
    assert "WRES year 2020. BME: 24.0%; BME, number who answered: 588" in notes
    assert "Source: Practice Trust (made-up)." in notes


def test_charts_can_be_edited_and_are_read_out(decks: dict[str, bytes]) -> None:
    """A chart of the program's own with a data sheet, alt text, and ranges as error bars."""
    for frame in charts(decks[PRACTICE]):
        alt = frame._element.nvGraphicFramePr.cNvPr.get("descr")
        assert len(alt) > 40 and "BME staff" in alt
        assert frame._element.findall(".//{*}hlinkClick") == []
        errors = frame.chart._chartSpace.findall(".//{*}errBars")
        assert errors, frame.name


def chart_of(evidence: Evidence, number: int) -> NativeChart:
    """The chart of one indicator of the Practice Trust."""
    step = StoryStep(kind=StepKind.TREND, indicator=number)
    slide = slide_of(evidence, View(org_code=PRACTICE, wres_year=2025), step)
    assert slide.drawing is not None
    found = native_chart(slide.drawing)
    assert found is not None
    return found


def test_no_line_crosses_a_break(evidence: Evidence) -> None:
    """Indicator 7 of the Practice Trust breaks before 2022: two lines a group, a hole between."""
    chart = chart_of(evidence, 7)
    bme = [one for one in chart.series if one.name.startswith("BME")]
    assert [one.name for one in bme] == ["BME, 2020 to 2021", "BME, 2022 to 2025"]
    assert [value is None for value in bme[0].values] == [False, False, True, True, True, True]
    assert bme[1].values[2] == 46.4
    assert "Counted differently before 2022." in chart.notes


@pytest.mark.parametrize("number", [3, 5, 7])
def test_the_sheet_behind_a_chart_is_the_one_the_library_writes(
    evidence: Evidence, number: int
) -> None:
    """Names, figures, blanks and formats of numbers, cell by cell, for a ratio and two rates."""
    chart = chart_of(evidence, number)
    data = CategoryChartData(number_format=chart.number_format)
    data.categories = list(chart.categories)
    for one in chart.series:
        data.add_series(one.name, one.values)
    ours, theirs = (
        [
            [(cell.value, cell.number_format) for cell in row]
            for row in load_workbook(io.BytesIO(book)).active.iter_rows()
        ]
        for book in (data_sheet(chart, DAY), data.xlsx_blob)
    )
    assert ours == theirs and len(ours) == len(chart.categories) + 1


def test_hidden_figures_are_nowhere(evidence: Evidence) -> None:
    """Bars of hidden bands are blank and named in words."""
    chart = chart_of(evidence, 1)
    assert chart.series[0].values[0] is None and chart.categories[0] == "Band 1"
    assert any(one.startswith("Hidden to protect confidentiality: Band 1;") for one in chart.notes)


def test_each_shape_has_a_number_of_its_own(decks: dict[str, bytes]) -> None:
    """Office programs mend a slide, or complain of it, on which two shapes have one number."""
    for slide in opened(decks[PRACTICE]).slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers)) >= 4


def test_what_a_deck_is_copied_from_stays_as_it_is(evidence: Evidence) -> None:
    """Nothing of one trust's deck is in the next one, whose slides are copied from the same."""
    first = opened(made(evidence, PRACTICE))
    texts = {
        shape.text_frame.text
        for slide in first.slides
        for shape in (*slide.shapes, slide.notes_slide.notes_placeholder)
        if shape.has_text_frame and len(shape.text_frame.text) > 20
    }
    with ZipFile(io.BytesIO(made(evidence, SHIPPED))) as archive:
        after = "".join(archive.read(n).decode() for n in archive.namelist() if "lides/" in n)
    assert len(texts) > 20 and [one for one in texts if "Practice" in one]
    assert not [one for one in texts if "Practice" in one and escape(one) in after]


def test_the_same_figures_give_the_same_bytes(evidence: Evidence, decks: dict[str, bytes]) -> None:
    """Nothing of the clock or the machine is in it."""
    assert made(evidence, SHIPPED) == decks[SHIPPED]
    with ZipFile(io.BytesIO(decks[SHIPPED])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_texts_stay_text(hostile: Evidence) -> None:
    """Names and activities of every hostile family: no link, no field, and the deck opens."""
    data = made(hostile, ORG)
    assert "HYPERLINK" in "".join(
        shape.text_frame.text
        for slide in opened(data).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            assert b"hlinkClick" not in part
            if name.endswith(".rels"):
                assert OUTSIDE.encode() not in part and b'TargetMode="External"' not in part
