"""Workbooks as they come: many sheets, a cover, parts missing, and parts that must not be there."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, accepted, refused, says
from tests.corpus.families.template import FIGURES, tidy_rows
from tests.corpus.families.template import HEADER as TIDY
from tests.corpus.families.wide import FIGURES as WIDE
from tests.corpus.families.wide import HEADER, PERCENT
from tests.corpus.made import SURVEY, TRUSTS, survey_count, survey_percentages
from tests.corpus.writing import Row, ods, unzipped, xls, xlsx, zipped


def _numbers(rows: list[Row]) -> list[Row]:
    return [[_typed(cell) for cell in row] for row in rows]


def _typed(cell: object) -> object:
    try:
        return float(str(cell)) if isinstance(cell, str) else cell
    except ValueError:
        return cell


def _shares() -> list[Row]:
    """Figures as a sheet keeps cells shown as percentages: 0.302 for 30.2%."""
    return [
        (org, 2025, i, *(float(survey_count(org, i, g).proportion()) for g in ("white", "bme")))
        for org in TRUSTS
        for i in SURVEY
    ]


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    tidy = [TIDY, *_numbers(tidy_rows())]
    fine = accepted(*FIGURES)
    for ending, written in (("xlsx", xlsx), ("xls", xls), ("ods", ods)):
        yield Case(
            file=f"book_template.{ending}",
            about=f"the template kept as .{ending}",
            data=written({"WRES": tidy}),
            expects=(fine,),
        )
    wide = [HEADER, *_numbers(PERCENT)]
    yield Case(
        file="book_named_csv.csv",
        about="a workbook that somebody renamed to .csv",
        data=xlsx({"WRES": wide}),
        expects=(accepted(*WIDE),),
    )
    yield Case(
        file="book_percent_cells.xlsx",
        about="cells shown as percentages are kept as 0.302",
        data=xlsx({"WRES": [HEADER, *_shares()]}),
        expects=(accepted(*survey_percentages(*TRUSTS, places=2)),),
    )
    cover = [("Workforce Race Equality Standard",), ("Prepared by the EDI team",)]
    yield Case(
        file="book_cover_sheet.xlsx",
        about="a cover and notes before the figures, titles above them",
        data=xlsx({"Cover": cover, "Notes": cover, "Data": [*cover, (), *wide]}),
        expects=(accepted(*WIDE),),
    )
    halves = {"RX1": wide[:1] + wide[5:9], "RNN": wide[:1] + wide[9:13], "ZZP": wide[:5]}
    yield Case(
        file="book_sheet_for_each_trust.xlsx",
        about="the same table on three sheets",
        data=xlsx(halves),
        expects=(accepted(*WIDE),),
    )
    yield from _damaged(wide)
    yield Case(
        file="book_empty.xlsx",
        about="a workbook with an empty sheet",
        data=xlsx({"Sheet1": []}),
        expects=(refused(),),
    )


def _damaged(wide: list[Row]) -> Iterator[Case]:
    parts = unzipped(xlsx({"WRES": wide}))
    sheet = "xl/worksheets/sheet1.xml"
    drawn = parts[sheet].replace(
        b"</worksheet>",
        b'<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'r:id="rId9"/></worksheet>',
    )
    relations = (
        b'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats'
        b'.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/drawing" '
        b'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    missing = {**parts, sheet: drawn, "xl/worksheets/_rels/sheet1.xml.rels": relations}
    yield Case(
        file="book_missing_drawing.xlsx",
        about="a picture's part is missing, which stops some readers: the table is whole",
        data=zipped(missing),
        expects=(accepted(*WIDE),),
    )
    macros = {**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0made up, runs nothing"}
    kinds = parts["[Content_Types].xml"].replace(b"spreadsheetml.sheet.main", b"macroEnabled.main")
    yield Case(
        file="book_macros.xlsm",
        about="a workbook with macros",
        data=zipped({**macros, "[Content_Types].xml": kinds}),
        expects=(refused(says("macro")),),
    )
    entity = parts[sheet].replace(
        b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><worksheet', 1
    )
    yield Case(
        file="book_entities.xlsx",
        about="a part of the workbook declares entities of its own",
        data=zipped({**parts, sheet: entity}),
        expects=(refused(),),
    )
    far = parts[sheet].replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    yield Case(
        file="book_far_cell.xlsx",
        about="one cell in the last row and column of the sheet asks for 17 billion cells",
        data=zipped({**parts, sheet: far}),
        expects=(refused(),),
    )
    cut = xlsx({"WRES": wide})[:4000]
    yield Case(
        file="book_cut_short.xlsx",
        about="half a workbook: the copy was interrupted",
        data=cut,
        expects=(refused(),),
    )
    # The directory of an encrypted workbook names its two streams in UTF-16.
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
    locked += "EncryptionInfo".encode("utf-16-le") + b"\x00" * 64
    locked += "EncryptedPackage".encode("utf-16-le") + b"\x00" * 1024
    yield Case(
        file="book_password.xlsx",
        about="a workbook with a password",
        data=locked,
        expects=(refused(says("password")),),
    )
