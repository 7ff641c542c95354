"""Workbooks: every sheet with a table is read, as text, by content and not by name."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.read import read_file, read_tables
from wres.upload.reading import Line
from wres.upload.report import read_as_json
from wres.upload.workbook import Said, sheets_of
from wres.upload.workbook_cells import CELL_END, LINE_END, records_of

from .files import figures, look, survey_file
from .workbooks import ods, ole_with, unzipped, with_part, without_part, xls, xlsx, zipped

HEADER = ("Trust", "Year", "Indicator", "White %", "BME %")
ROWS = (HEADER, ("R0A", 2025, 8, 6.62, 16.1), ("00L", 2025, 8, "-", 15))
MAKERS: dict[str, Callable[..., bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods}
_LINKS = "xl/worksheets/_rels/sheet1.xml.rels"
# Beside the project on some machines; it may be read and not copied.
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
SAMPLE = SAMPLES / "nss_2024_national_results.xlsx"


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_rows_are_read_from_every_kind_of_workbook(kind: str) -> None:
    """Whole numbers have no decimals, codes keep their zeros, and the name is not looked at."""
    (reading,) = read_tables(MAKERS[kind]({"Data": ROWS}), "figures.csv")
    assert (reading.encoding, reading.delimiter, reading.sheet) == (kind, "", "Data")
    assert reading.header == HEADER
    assert reading.rows == (
        Line(2, ("R0A", "2025", "8", "6.62", "16.1")),
        Line(3, ("00L", "2025", "8", "-", "15")),
    )


@pytest.mark.parametrize("kind", MAKERS)
def test_a_workbook_gives_the_results_its_csv_gives(kind: str) -> None:
    """The published survey layout, examined to the end."""
    lines = [line.split(",") for line in survey_file().splitlines()]
    rows = [lines[0]] + [[_number(cell) for cell in line] for line in lines[1:]]
    seen = look(MAKERS[kind]({"Data": rows}), name="f")
    assert seen.verdict.name == "ACCEPTED"
    assert figures(seen) == figures(look(survey_file()))
    assert len(seen.results) == 16


@pytest.mark.parametrize("size", [1, 7, 1_000_000])
def test_what_is_read_apart_is_taken_in_however_it_is_cut(size: int) -> None:
    """Letters of more than one byte and records may come in pieces; the sheets are the same."""
    book = xlsx({"Größe": (("Trust", "Zoë"), ("R0A", 1.5)), "Empty": (), "Two": ROWS})
    told = "".join(record + LINE_END for record in records_of(book)).encode()
    said = Said()
    for begin in range(0, len(told), size):
        said.take(told[begin : begin + size])
    names, lines = zip(*((known["name"], lines) for known, lines in said.sheets), strict=True)
    assert (names, said.rest, said.refusal) == (("Größe", "Empty", "Two"), b"", "")
    assert lines[0] == [Line(1, ("Trust", "Zoë")), Line(2, ("R0A", "1.5"))]
    assert [len(one) for one in lines] == [2, 0, 3]


@pytest.mark.parametrize("most", [7, 12, 5_000])
def test_rows_become_text_alike_however_many_are_taken_at_once(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dates, truths and long texts in some rows change nothing of the rows taken with them."""
    rows: list[list[object]] = [[None, "Band 5", n, None] for n in range(6)]
    rows[1][1], rows[2][2], rows[4][1] = True, datetime.date(2024, 3, 31), "a" * 2_001
    rows[3] = [None] * 4
    monkeypatch.setattr(limits, "MOST_COLUMNS", most)
    *lines, known = records_of(xlsx({"A": [[], *rows]}))
    told = [line.split(CELL_END) for line in lines]
    assert told[0] == ["2", "", "Band 5", "0"] and told[1] == ["3", "", "TRUE", "1"]
    assert told[2] == ["4", "", "Band 5", "2024-03-31"]
    assert told[3] == ["6", "", "a" * 2_000, "4"] and told[4][0] == "7"
    assert ('"dates": [4]' in known, '"cut": [6]' in known) == (True, True)


@pytest.mark.parametrize(
    ("limit", "most", "words"),
    [
        ("MOST_ROWS", 3, "more than 3 rows"),
        ("MOST_CELLS", 9, "more than 9 cells"),
        ("MOST_COLUMNS", 2, "Line 1 has 3 columns"),
    ],
)
def test_a_sheet_over_a_limit_is_refused_for_what_is_too_much(
    limit: str, most: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four rows of three cells are one row, three cells or a column too many."""
    monkeypatch.setattr(limits, limit, most)
    with pytest.raises(FileRefused, match=words):
        list(records_of(xlsx({"A": [["R0A", "Band 5", n] for n in range(4)]})))


def test_reading_a_workbook_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that stands still is ended, and nothing it said is used."""
    monkeypatch.setattr(limits, "WORKBOOK_WAIT_SECONDS", 0.001)
    with pytest.raises(FileRefused, match="more time or memory than one upload may"):
        sheets_of(xlsx({"A": ROWS}))


def test_a_sheet_of_notes_is_skipped_with_a_note_and_all_names_are_kept() -> None:
    """The tables stay in the order of the workbook."""
    notes = (("Notes",), ("The figures are weighted.",), ("Nothing else.",))
    data = xlsx({"Notes": notes, "B": ROWS, "Empty": (), "A": ROWS})
    found = read_tables(data, "f.xlsx")
    assert [reading.sheet for reading in found] == ["B", "A"]
    assert all(reading.sheets == ("Notes", "B", "Empty", "A") for reading in found)
    assert "“Notes”, “Empty”" in found[0].notes[0]


def test_a_hidden_sheet_is_read_and_said_to_be_hidden() -> None:
    """Somebody hid it for a reason; a lead must know that it counts."""
    found = read_tables(xlsx({"A": ROWS, "B": ROWS}, hidden=["B"]), "f.xlsx")
    assert not any("hidden" in note for note in found[0].notes)
    assert any("“B” is hidden" in note for note in found[1].notes)


def test_cells_become_text_without_loss() -> None:
    """Dates year first, with a note; errors, booleans and codes such as 1E5 as they stand."""
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append(["1E5", datetime.date(2025, 3, 5), True, 0.1234567890123, 1e5])
    book.active.append(["007", datetime.datetime(2025, 3, 5, 9, 30), None, "#N/A", 3])
    book.active["D3"].data_type = "e"
    book.active["E2"].number_format = "0.0%"
    reading = read_file(_saved(book), "f.xlsx")
    assert reading.rows[0].cells == ("1E5", "2025-03-05", "TRUE", "0.1234567890123", "100000")
    assert reading.rows[1].cells == ("007", "2025-03-05 09:30:00", "", "#N/A", "3")
    assert any("read as dates, on lines 2, 3" in note for note in reading.notes)


def test_error_cells_that_cannot_be_placed_are_still_told() -> None:
    """The old and the open formats give them as empty, which they are not."""
    old = xlwt.Workbook()
    sheet = old.add_sheet("A")
    for at, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            if cell != "-":
                sheet.write(at, column, cell)
    sheet.row(2).set_cell_error(3, "#N/A!")
    open_format = with_part(
        ods({"A": ROWS}),
        "content.xml",
        unzipped(ods({"A": ROWS}))["content.xml"].replace(
            b'office:value-type="string"><text:p>-',
            b'office:value-type="string" office:string-value="" '
            b'calcext:value-type="error"><text:p>#N/A',
        ),
    )
    for data in (_saved(old), open_format):
        reading = read_file(data, "f")
        assert reading.rows[1].cells == ("00L", "2025", "8", "", "15")
        assert any("errors such as #N/A" in note for note in reading.notes)
    assert not any("errors" in note for note in read_file(xls({"A": ROWS}), "f").notes)


def _saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_merged_question_text_is_joined_to_each_answer() -> None:
    """As in the national survey sheets: questions in row 1 over the answers of row 5."""
    rows = (
        ("Survey 2024", None, "Q15. Fair progression?", None, None, "Q16b. Discrimination?", None),
        ("Q15-Q16",),
        ("Note: results are weighted.",),
        (),
        ("ODS code", "Region", "% Yes", "% No", "Base", "% Yes", "Base"),
        ("R0A", "London", 58.4, 41.6, 900, 6.6, 880),
    )
    (reading,) = read_tables(xlsx({"Q": rows}, merged={"Q": ["C1:E4", "F1:G4"]}), "f.xlsx")
    assert reading.header_row == 5
    assert reading.header == (
        "ODS code",
        "Region",
        "Q15. Fair progression? | % Yes",
        "Q15. Fair progression? | % No",
        "Q15. Fair progression? | Base",
        "Q16b. Discrimination? | % Yes",
        "Q16b. Discrimination? | Base",
    )
    assert reading.above[0].cells[0] == "Survey 2024"
    assert reading.rows == (Line(6, ("R0A", "London", "58.4", "41.6", "900", "6.6", "880")),)


def test_the_old_format_gives_its_merged_cells_too() -> None:
    """A heading merged over two columns does not reach the third."""
    rows = (
        (None, None, "Indicator 8", None, None),
        ("Trust", "Year", "White %", "BME %", "Notes"),
        ("R0A", 2025, 6.6, 16.1, "ok"),
    )
    (reading,) = read_tables(xls({"Q": rows}, merged=[(0, 0, 2, 3)]), "f.xls")
    assert reading.header[2:] == ("Indicator 8 | White %", "Indicator 8 | BME %", "Notes")


def test_a_row_with_an_empty_last_cell_is_not_short() -> None:
    """A sheet is a grid; cells beside the table are left out with their lines."""
    rows = (*ROWS, ("R1H", 2025, 8, 7, None), ("R1H", 2025, 5, 7, 8, "see below"))
    (reading,) = read_tables(xlsx({"A": rows}), "f.xlsx")
    assert (reading.short_lines, reading.long_lines) == ((), ())
    assert reading.rows[2].cells == ("R1H", "2025", "8", "7", "")
    assert any("to the right" in note and "line 5" in note for note in reading.notes)


def test_a_workbook_with_a_missing_drawing_is_read() -> None:
    """Two published workbooks lack the part their sheet points at."""
    data = xlsx({"A": ROWS})
    sheet = "xl/worksheets/sheet1.xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    linked = f'<drawing r:id="rId1" xmlns:r="{office}"/></worksheet>'.encode()
    content = unzipped(data)[sheet].replace(b"</worksheet>", linked)
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Type="'
        f'{office}/drawing" Target="../drawings/drawing1.xml"/>'
        "</Relationships>"
    )
    broken = with_part(with_part(data, sheet, content), _LINKS, rels)
    assert len(read_file(broken, "f.xlsx").rows) == 2


REFUSED = {
    "macros": (with_part(xlsx({"A": ROWS}), "xl/vbaProject.bin", b"x"), "macros"),
    "macros, old format": (ole_with("_VBA_PROJECT"), "macros"),
    "password": (ole_with("EncryptedPackage"), "password"),
    "document, old format": (ole_with("WordDocument"), "document"),
    "document": (zipped({"word/document.xml": "<a/>"}), "document"),
    "binary workbook": (zipped({"xl/workbook.bin": "x"}), ".xlsb"),
    "archive inside": (with_part(xlsx({"A": ROWS}), "xl/a.bin", zipped({"a": "b"})), "inside"),
    "no sheets' content": (without_part(xlsx({"A": ROWS}), "xl/workbook.xml"), "workbook"),
    "entities": (
        with_part(xlsx({"A": ROWS}), "xl/a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "entities",
    ),
    "only a header": (xlsx({"A": (HEADER,)}), "no rows"),
    "nothing": (xlsx({"A": ()}), "empty"),
    "cut short": (xlsx({"A": ROWS})[:-300], "damaged"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_workbook_that_is_not_taken_is_refused_in_its_own_sentence(kind: str) -> None:
    """What is wrong, and what to do."""
    data, told = REFUSED[kind]
    with pytest.raises(FileRefused) as refusal:
        read_tables(data, "f.xlsx")
    assert told in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_reading_a_workbook_alone_has_the_agreed_keys() -> None:
    """No delimiter, every sheet, and which were left out."""
    _, text = read_as_json(xlsx({"Notes": (("Notes",),), "Data": ROWS}), "f.xlsx")
    seen = json.loads(text)
    assert set(seen) == {
        *("verdict", "reason", "encoding", "delimiter", "header_row"),
        *("rows", "columns", "sheets", "notes"),
    }
    assert (seen["encoding"], seen["delimiter"], seen["rows"]) == ("xlsx", None, 2)
    assert seen["sheets"] == ["Notes", "Data"]
    assert any("“Notes”" in note for note in seen["notes"])


@pytest.mark.skipif(
    not SAMPLE.exists(), reason="the national survey workbook is not on this machine"
)
def test_the_national_survey_workbook_is_read() -> None:
    """Sixteen sheets of 171 rows under a header on row 5, each answer under its question."""
    found = read_tables(SAMPLE.read_bytes(), SAMPLE.name)
    assert len(found) == 16
    assert {(reading.header_row, len(reading.rows)) for reading in found} == {(5, 171)}
    assert found[0].sheets[0] == "Notes"
    (sheet,) = [reading for reading in found if "Q15-17" in reading.sheet]
    fair = [name for name in sheet.header if name.startswith("Q15 ") and name.endswith(" | % Yes")]
    assert len(fair) == 1
