"""Rows to bytes: text, and the three kinds of workbook, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import openpyxl
import xlwt

_DAY = (2025, 7, 1, 9, 0, 0)
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
Cell = str | int | float | None
Row = Sequence[Cell]


def csv_text(rows: Iterable[Row], delimiter: str = ",", end: str = "\n", quote: str = '"') -> str:
    """Return rows as text, quoted only where the cell needs it."""
    return "".join(delimiter.join(_cell(c, delimiter, quote) for c in row) + end for row in rows)


def _cell(cell: Cell, delimiter: str, quote: str) -> str:
    text = "" if cell is None else str(cell)
    if not any(sign in text for sign in (delimiter, quote, "\n", "\r")):
        return text
    return quote + text.replace(quote, quote * 2) + quote


def xlsx(
    sheets: Mapping[str, Sequence[Row]], merged: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """Return a workbook with these sheets, merged where ranges such as ``"B1:C1"`` are named."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
    kept = io.BytesIO()
    book.save(kept)
    return zipped(_without_time(unzipped(kept.getvalue())))


def _without_time(parts: dict[str, bytes]) -> dict[str, bytes]:
    core = "docProps/core.xml"
    return parts | {core: _STAMP.sub(b"2025-07-01T09:00:00Z", parts[core])}


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of these parts, uncompressed and of one date, so its bytes never change."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), content)
    return kept.getvalue()


def xls(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """Return a workbook of the older kind."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(at, column, cell)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


_ODS_KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
)
_ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_KIND.decode()}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def ods(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """Return an OpenDocument spreadsheet with these sheets."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMES} '
        f'office:version="1.2"><office:body><office:spreadsheet>{tables}</office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": _ODS_KIND,
            "content.xml": content.encode(),
            "META-INF/manifest.xml": _ODS_MANIFEST.encode(),
        }
    )


def _ods_row(row: Row) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    text = f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string">{text}'
    return f'<table:table-cell office:value-type="float" office:value="{cell}">{text}'


def as_day(text: str) -> datetime:
    """Return a day written 2025-03-31 as a date a spreadsheet keeps."""
    return datetime.fromisoformat(text)
