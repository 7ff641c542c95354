"""Files made to hurt: each small to send, and each to be answered in time and within memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import pickle
import random
import struct
import zipfile
from collections.abc import Callable

from .workbooks import (
    ods_of,
    ole_with,
    unzipped,
    with_lying_directory,
    with_part,
    xls,
    xlsx,
    zipped,
)

HEADER = ("Trust", "Year", "Indicator", "White %", "BME %")
_SOUND = xlsx({"A": (HEADER, ("R0A", 2025, 8, 6.6, 16.1))})
_SHEET = "xl/worksheets/sheet1.xml"
_CSV_HEADER = b"Trust,Year,Indicator,White %,BME %\n"
_MEGABYTE = 1024 * 1024


def _sheet_with(rows: str, dimension: str = "A1") -> bytes:
    return with_part(
        _SOUND,
        _SHEET,
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        f'2006/main"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>',
    )


def _zip_bomb() -> bytes:
    return with_part(_SOUND, "xl/media/a.xml", bytes(400 * _MEGABYTE))


def _lying_directory() -> bytes:
    bomb = with_part(_SOUND, "xl/media/a.xml", bytes(400 * _MEGABYTE))
    return with_lying_directory(bomb, "xl/media/a.xml", stated=1_000)


def _lying_sheet() -> bytes:
    """A sheet of 400 MB that states 1,000 bytes, so that only the native reader would see it."""
    bomb = with_part(_SOUND, _SHEET, unzipped(_SOUND)[_SHEET] + b" " * (400 * _MEGABYTE))
    return with_lying_directory(bomb, _SHEET, stated=1_000)


def _far_cells() -> bytes:
    return _sheet_with(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
        "</row>"
    )


def _ten_far_sheets() -> bytes:
    book = unzipped(xlsx({f"S{n}": (HEADER,) for n in range(10)}))
    first, last = '<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="65000"><c r="SZ65000">'
    far = unzipped(_sheet_with(f"{first}{last}<v>1</v></c></row>"))
    return zipped({name: far[_SHEET] if "sheet" in name else part for name, part in book.items()})


def _one_text_everywhere() -> bytes:
    """One text of 2,000 letters, asked for in 80,000 cells of ten sheets: 160 MB of text in all."""
    text = "".join(random.Random(1).choices("abcdefghij", k=2_000))
    book = unzipped(xlsx({f"S{n}": (HEADER,) for n in range(10)}))
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 8_001))
    asked = unzipped(_sheet_with(cells))[_SHEET]
    spread = {
        name: asked if "sheet" in name and name.endswith(".xml") and "worksheets" in name else part
        for name, part in book.items()
    }
    spread["xl/sharedStrings.xml"] = (
        '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        f'main"><si><t>{text}</t></si></sst>'
    ).encode()
    return zipped(spread)


def _wide_sheet() -> bytes:
    return _sheet_with("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>")


def _many_parts() -> bytes:
    return zipped({f"xl/a{n}": "" for n in range(20_000)})


def _entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return with_part(
        _SOUND,
        "xl/sharedStrings.xml",
        f'<!DOCTYPE sst [<!ENTITY a0 "x">{levels}]><sst><si><t>&a9;</t></si></sst>',
    )


def _entity_bomb_in_utf_16() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    return with_part(_SOUND, "xl/sharedStrings.xml", text.encode("utf-16"))


def _late_declaration() -> bytes:
    """The declaration lies across the end of the first block that is looked at."""
    text = b"<!--" + b"x" * (_MEGABYTE - 12) + b'--><!DOCTYPE a [<!ENTITY b "c">]><a/>'
    padding = random.Random(1).randbytes(40_000)
    return with_part(with_part(_SOUND, "xl/a.xml", text), "xl/media/b.png", padding)


def _old_far_cells() -> bytes:
    rows = [[1.0]] + [[]] * 65_534 + [[None] * 255 + [1.0]]
    return xls({f"S{n}": rows for n in range(12)})


def _ods_repeats() -> bytes:
    cell = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"><text:p>1</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    return ods_of(f'<table:table table:name="A">{row}</table:table>')


def _ods_deep() -> bytes:
    return ods_of("<table:table>" * 200_000)


def _many_merges() -> bytes:
    cells = "".join(f'<mergeCell ref="A{n}:C{n}"/>' for n in range(1, 300_000))
    sheet = unzipped(_SOUND)[_SHEET].decode()
    merged = sheet.replace("</sheetData>", f"</sheetData><mergeCells>{cells}</mergeCells>")
    return with_part(_SOUND, _SHEET, merged)


def _overlapping() -> bytes:
    """A directory that names the one packed part 900 times."""
    data = bytearray(zipped({"xl/a.xml": bytes(_MEGABYTE)}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    end = data.rfind(b"PK\x05\x06")
    entry = bytes(data[start:end])
    tail = bytearray(data[end:])
    tail[8:16] = struct.pack("<HHI", 900, 900, len(entry) * 900)
    return bytes(data[:start]) + entry * 900 + bytes(tail)


READ = "A table of 1 row"
# What is sent, and a word of the sentence of the reader; all but those with READ are refused.
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (_zip_bomb, "unpacks to"),
    "lying directory": (_lying_directory, "damaged"),
    "lying sheet": (_lying_sheet, "damaged"),
    "overlapping parts": (_overlapping, "unpacks to"),
    "nested zip": (lambda: with_part(_SOUND, "xl/b.zip", zipped({"a": "b"})), "inside"),
    "zip of zips": (lambda: zipped({"a.zip": zipped({"b.zip": "c"})}), "archive"),
    "20,000 parts": (_many_parts, "parts"),
    "far cell": (_far_cells, "far from the table"),
    "ten far sheets": (_ten_far_sheets, ""),
    "one text asked for everywhere": (_one_text_everywhere, "time or memory"),
    "a million columns": (_wide_sheet, ""),
    "entity bomb": (_entity_bomb, "entities"),
    "entities in UTF-16": (_entity_bomb_in_utf_16, "entities"),
    "late declaration": (_late_declaration, "entities"),
    "macro": (lambda: with_part(_SOUND, "xl/vbaProject.bin", b"x"), "macros"),
    "encrypted": (lambda: ole_with("EncryptedPackage"), "password"),
    "far cells, old format": (_old_far_cells, ""),
    "repeats": (_ods_repeats, ""),
    "deep nesting": (_ods_deep, ""),
    "300,000 merged ranges": (_many_merges, READ),
    "gzip": (lambda: gzip.compress(bytes(200 * _MEGABYTE)), "archive"),
    "bzip2": (lambda: bz2.compress(bytes(_MEGABYTE)), "archive"),
    "xz": (lambda: lzma.compress(bytes(_MEGABYTE)), "archive"),
    "pickle": (lambda: pickle.dumps({"a": 1}), "another program"),
    "500,000 commas": (lambda: b"," * 500_000, ""),
    "500,000 commas below a header": (lambda: _CSV_HEADER + b"," * 500_000, ""),
    "one line of 100 MB": (lambda: b"a" * (100 * _MEGABYTE), "MB"),
    "one line of 19 MB": (lambda: b"a" * (19 * _MEGABYTE), "characters"),
    "2 million lines": (lambda: _CSV_HEADER + b"1,2\n" * 2_000_000, "rows"),
    "19 MB of line ends": (lambda: b"\n" * (19 * _MEGABYTE), "empty"),
    "19 MB of zeros": (lambda: bytes(19 * _MEGABYTE), "empty"),
    "unclosed quote": (lambda: _CSV_HEADER + b'"R0A,2025\n' + b"R1H,2025,8,7,15\n" * 9_000, ""),
    "only quotes": (lambda: b'"' * 1_000_000, ""),
    "2,000 known headings, 60 times": (
        lambda: (b",".join(b"White %d" % n for n in range(1_900)) + b"\n") * 60,
        "",
    ),
    "60 lines of new headings": (
        lambda: b"".join(
            b",".join(b"White %% x%d y%d" % (n, line) for n in range(1_500)) + b"\n"
            for line in range(70)
        ),
        "",
    ),
    "accents without end": (lambda: _CSV_HEADER + "e\u0301\u200b,".encode() * 60_000, ""),
}
