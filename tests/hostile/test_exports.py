"""S4: every file the program writes, opened again: no cell of it is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.hostile.filling import ORG, fill
from tests.hostile.texts import EVERY, FORMULAS
from wres.command_line.program import main
from wres.interface.as_csv import csv_data
from wres.reports import Header, Table, csv_of, table_csv
from wres.upload.template_files import template_csv
from wres.upload.template_workbook import template_workbook

ROOT = Path(__file__).resolve().parents[2]
SIGNS = "=+-@＝＋－＠"
NUMBER = re.compile(r"[+-][0-9.]+%?")
# Files that write tables, each through sheet_safe or from closed lists only.
WRITE_TABLES = {
    "wres/reports/csv_file.py",
    "wres/command_line/counting.py",
    "wres/interface/as_csv.py",
    "wres/upload/template_files.py",
}


def live(cells: Iterator[str]) -> list[str]:
    """Return the cells a spreadsheet would run."""
    opened = ((cell, cell.strip(' "\t\r\n\0\u200b\ufeff')) for cell in cells)
    return [cell for cell, text in opened if text[:1] and text[0] in SIGNS and not _number(text)]


def _number(text: str) -> bool:
    return NUMBER.fullmatch(re.split(r"[\s;,)]", text)[0]) is not None


def cells(data: bytes) -> Iterator[str]:
    """Give every cell of a table, cut at commas, and cut as somebody's computer may cut it."""
    text = data.decode("utf-8-sig")
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield from row
    # A reader that heeds no quotation marks cuts at line ends as well.
    for line in text.splitlines():
        yield from re.split(r"[;\t]", line)


def test_every_text_in_every_place_of_a_table_is_dead() -> None:
    """Headings, cells, titles, filters and sources: cut at commas, semicolons or tabs."""
    table = Table(caption="=1", columns=EVERY, rows=(EVERY, tuple(reversed(EVERY))))
    made = 0
    for text in EVERY:
        header = Header(
            title=text,
            subtitle=text,
            filters=((text, text),),
            source=text,
            made_on="2026-01-01",
            version=1,
        )
        small = Table(caption=text, columns=(text,), rows=((text,),))
        found = live(cells(csv_of(small, header)))
        assert found == []
        made += 1
    assert live(cells(table_csv(table))) == []
    assert made == len(EVERY) >= 70


def test_the_scan_can_fail() -> None:
    """The same texts written as they came are live, and so is what a semicolon cuts off."""
    plain = io.StringIO()
    csv.writer(plain).writerow(FORMULAS)
    assert len(live(cells(plain.getvalue().encode()))) > len(FORMULAS)
    assert live(iter(["-4.2", "-9%", "+1.0; more", "5-7"])) == []


def test_no_command_writes_a_live_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log and the published cells of a store full of hostile names."""
    fill(tmp_path / "home")
    monkeypatch.setenv("WRES_HOME", str(tmp_path / "home"))
    for command in (["audit"], ["attack", "--org", ORG]):
        file = tmp_path / f"{command[0]}.csv"
        assert main([*command, "--export", str(file)]) == 0
        assert len(file.read_bytes()) > 300
        assert live(cells(file.read_bytes())) == []


def test_tables_for_other_programs_hold_no_formula() -> None:
    """A word that would be one stands as a word; a number keeps its minus sign."""
    records = [{"text": text, "several": [text, text], "number": -3.2} for text in EVERY]
    made = csv_data(records)
    assert {row["number"] for row in csv.DictReader(io.StringIO(made, newline=""))} == {"-3.2"}
    assert live(cells(made.encode())) == []


def test_templates_hold_no_formula() -> None:
    """Every cell of both workbooks is a value, and every cell of the plain table too."""
    for filled in (False, True):
        book = load_workbook(io.BytesIO(template_workbook(filled)))
        kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
        assert "f" not in kinds and "s" in kinds
    assert live(cells(template_csv().encode())) == []


def test_tables_are_written_in_known_places_only() -> None:
    """Nothing else makes a table file, so nothing else can leave a formula alive."""
    makes = re.compile(r"csv\.writer\(|DictWriter\(|\.to_csv\(|\.to_excel\(|import writer")
    found = {
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "wres").rglob("*.py"))
        if makes.search(path.read_text(encoding="utf-8"))
    }
    assert found == WRITE_TABLES
