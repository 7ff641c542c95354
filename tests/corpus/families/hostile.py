"""Files that are no tables, files too large for their size, and cells that would do something."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from tests.corpus.cases import Case, Expect, Fires, accepted, refused, says, warned
from tests.corpus.families.template import FIGURES, PLAIN, tidy_rows
from tests.corpus.families.template import HEADER as TIDY
from tests.corpus.families.wide import FIGURES as WIDE
from tests.corpus.families.wide import HEADER, PERCENT
from tests.corpus.made import NAMES
from tests.corpus.writing import csv_text, xlsx, zipped

_BOMB_BYTES = 250 * 1024 * 1024
_refusal = partial(Case, read=None)


def _refused(file: str, about: str, data: bytes, *words: str) -> Case:
    return _refusal(file=file, about=about, data=data, expects=(refused(says(*words)),))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _nothing()
    yield from _other_kinds()
    yield from _archives()
    yield from _too_large()
    yield from _cells()


def _nothing() -> Iterator[Case]:
    yield _refused("hostile_empty.csv", "no bytes", b"", "empty")
    yield _refused("hostile_only_nuls.csv", "zero bytes only", b"\x00" * 2048, "empty")
    yield _refused("hostile_only_blank.csv", "blank lines only", b"\r\n \t\r\n" * 40, "empty")
    yield _refused("hostile_only_mark.csv", "a byte order mark only", b"\xef\xbb\xbf", "empty")
    noise = bytes((at * 197 + at // 7 * 31) % 256 for at in range(3000))
    yield _refused("hostile_binary.csv", "bytes without sense", noise, "not text")
    prose = b"Dear colleague,\n\nplease find our figures below.\nKind regards\n"
    yield _refused("hostile_letter.txt", "a letter", prose)


def _png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    pixel = b"\x78\x01\x63\x60\x00\x00\x00\x02\x00\x01"
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def _other_kinds() -> Iterator[Case]:
    yield _refused("hostile_picture.csv", "a picture named .csv", _png(), "picture")
    pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    yield _refused("hostile_report.pdf", "a report", pdf, "document")
    page = b"<html><body><table><tr><td>org_code</td><td>RX1</td></tr></table></body></html>"
    yield _refused("hostile_page_named.xls", "a web page named .xls", page, "web page")
    xml = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    yield _refused("hostile_workbook.xml", "XML of a spreadsheet program", xml, "XML")
    data = json.dumps([dict(zip(TIDY, map(str, row), strict=True)) for row in tidy_rows()[:3]])
    yield _refused("hostile_data.json", "JSON", data.encode(), "JSON")
    parquet = b"PAR1" + b"\x15\x04\x15\x08" * 64 + b"\x00\x01\x00\x00PAR1"
    yield _refused("hostile_parquet.csv", "a Parquet file", parquet)
    arrow = b"ARROW1\x00\x00" + b"\x10\x00\x00\x00" * 32
    yield _refused("hostile_feather.csv", "a Feather file", arrow)
    lite = b"SQLite format 3\x00" + b"\x10\x00\x01\x01\x00\x40\x20\x20" + b"\x00" * 480
    yield _refused("hostile_database.csv", "a database", lite)
    # The first bytes of a stored object that runs a command when read; nothing here reads it.
    stored = b"\x80\x04\x95\x1e\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94."
    yield _refused("hostile_stored_object.csv", "a stored object that would run", stored)
    spss = b"$FL2@(#) SPSS DATA FILE made up" + b"\x00" * 256
    yield _refused("hostile_respondents.sav", "an SPSS file", spss)
    rich = b"{\\rtf1\\ansi org_code, RX1}"
    yield _refused("hostile_letter.rtf", "a letter with layout", rich, "document")


def _archives() -> Iterator[Case]:
    packed = zipped({"wres.csv": PLAIN.encode()})
    yield _refused("hostile_archive.zip", "a table inside an archive", packed, "archive")
    # A stored block, so that no compressor of another machine changes the bytes.
    body = PLAIN.encode()
    block = b"\x01" + struct.pack("<HH", len(body), len(body) ^ 0xFFFF) + body
    tail = struct.pack("<II", zlib.crc32(body), len(body))
    gz = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + block + tail
    yield _refused("hostile_archive.csv.gz", "a compressed table", gz, "archive")
    document = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    yield _refused("hostile_document.docx", "a document", document)
    yield _refusal(
        file="hostile_bomb.xlsx",
        about="a small workbook that unpacks to 250 MB",
        data=_bomb(),
        expects=(refused(says("MB")),),
        kept=False,
    )


def _bomb() -> bytes:
    kept = io.BytesIO()
    kept.write(xlsx({"WRES": [HEADER, *PERCENT]}))
    with (
        # Packed the quick way: it is made anew whenever the tests are collected.
        zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as part,
    ):
        block = b" " * (1024 * 1024)
        for _ in range(_BOMB_BYTES // len(block)):
            part.write(block)
    return kept.getvalue()


def _too_large() -> Iterator[Case]:
    many = [(*TIDY, *(f"note {at}" for at in range(290)))]
    many += [(*row, *("x" for _ in range(290))) for row in tidy_rows()[:3]]
    figures = [f for f in FIGURES if f[3] == 2]
    yield Case(
        file="hostile_300_columns.csv",
        about="300 columns, 290 of them not understood: left out and counted",
        data=csv_text(many).encode(),
        expects=(warned(*figures, fires=(Fires("unknown_columns", ("290",)),)),),
    )
    wider = csv_text([(*TIDY, *(f"n{at}" for at in range(6000))), (*tidy_rows()[0], *"x" * 6000)])
    yield _refusal(
        file="hostile_6010_columns.csv",
        about="6,010 columns",
        data=wider.encode(),
        expects=(refused(says("6,010")),),
        kept=False,
    )
    long = csv_text([(*TIDY, "notes"), *((*row, "x" * 3000) for row in tidy_rows()[:1])])
    yield _refused("hostile_long_cell.csv", "a cell of 3,000 letters", long.encode(), "3,000")
    commas = b"org_code,indicator\n" + b"," * 500_000
    yield _refusal(
        file="hostile_500000_commas.csv",
        about="half a million commas in one line",
        data=commas,
        expects=(refused(says("Line 2")),),
        kept=False,
    )
    rows = b"org_code,wres_year,indicator,White %,BME %\n" + b"RX1,2025,8,6.7,16.1\n" * 110_001
    yield _refusal(
        file="hostile_110001_rows.csv",
        about="more rows than there are figures in the country",
        data=rows,
        expects=(refused(says("110,000")),),
        kept=False,
    )


_LIVE = ("=1+1", "@SUM(A1:A9)", "+cmd|' /C calc'!A0", "-2+3", '\t=HYPERLINK("x")')
_MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://example.org/x.png)",
    "[go](javascript:alert(1))",
    "$\\href{x}{y}$",
)


def _case(file: str, about: str, text: str, expect: Expect) -> Case:
    return Case(file=file, about=about, data=text.encode(), expects=(expect,))


def _cells() -> Iterator[Case]:
    noted = [(*row, _LIVE[at % 5]) for at, row in enumerate(tidy_rows())]
    yield _case(
        "hostile_formulas_in_notes.csv",
        "formulas in a column of notes: a hostile file is never loaded in silence",
        csv_text([(*TIDY, "notes"), *noted]),
        refused(says("formula")),
    )
    for name, cell in (("equals", "=1+1"), ("at", "@SUM(1)"), ("plus", "+cmd|calc")):
        rows = [list(row) for row in PERCENT]
        rows[1][3] = cell
        yield _case(
            f"hostile_formula_{name}.csv",
            f"“{cell}” where a figure belongs is never worked out",
            csv_text([HEADER, *rows]),
            refused(Fires("", (cell,), (3,))),
        )
    named = [(*row, _MARKUP[at % 5]) for at, row in enumerate(tidy_rows())]
    yield _case(
        "hostile_markup_in_notes.csv",
        "markup in a column that is not used",
        csv_text([(*TIDY, "notes"), *named]),
        accepted(*FIGURES),
    )
    codes = [(_MARKUP[at % 5], *row[1:]) for at, row in enumerate(PERCENT[:5])]
    yield _case(
        "hostile_markup_in_codes.csv",
        "markup where a code belongs",
        csv_text([HEADER, *codes]),
        refused(Fires("known_organisation", ("script",), (2, 3, 4, 5, 6))),
    )
    heading = csv_text(
        [(*HEADER, "<b onclick=x>Score</b>"), *((*r, at) for at, r in enumerate(PERCENT))]
    )
    yield _case(
        "hostile_markup_in_heading.csv",
        "markup in a heading",
        heading,
        warned(*WIDE, fires=(Fires("unknown_columns", ("onclick",)),)),
    )
    turned = [
        (f"\u202e{NAMES['RX1']}\u202c" if row[0] == "RX1" else NAMES[str(row[0])], *row[1:])
        for row in PERCENT
    ]
    yield _case(
        "hostile_turned_names.csv",
        "right-to-left marks around names",
        csv_text([("Trust", *HEADER[1:]), *turned]),
        accepted(*WIDE),
    )
