"""The last bytes of an extract: half a character is refused, as it is in a table."""

from __future__ import annotations

import pytest

from tests.upload.files import look
from wres.upload.examine import Examination, Verdict
from wres.upload.respondents.head import HEAD_BYTES

HEADINGS = "org_code,survey_year,remark,ethnicity,band,q14a,more,q15,town\n"
ROW = "R0A,2023,fine,White - Irish,Band 5,Never,1,Yes,"
FEW, MANY = 20, 4_000
TABLE = (
    "org_code,wres_year,indicator,ethnic_group,value\nR0A,2024,5,bme,0.3\nR0A,2024,5,white,0.25\n"
)


def extract(rows: int, town: str, last: str) -> str:
    """Return an extract with this town in each row and another in the last, which is not ended."""
    return HEADINGS + f"{ROW}{town}\n" * rows + ROW + last


def says_no_whole_character(found: Examination) -> bool:
    """Return whether a file is refused for its last bytes, with no counts given."""
    reason = found.reason if found.verdict is Verdict.REFUSED and not found.results else ""
    return "at its end that are no whole character" in reason


@pytest.mark.parametrize("rows", [FEW, MANY])
@pytest.mark.parametrize(
    ("letter", "lost"), [("é", 1), ("€", 1), ("€", 2), ("😀", 1), ("😀", 2), ("😀", 3)]
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_an_end_within_a_character_of_utf8_is_refused(
    rows: int, letter: str, lost: int, codec: str
) -> None:
    """In a column nobody needs too, and whether or not the head is the whole file."""
    data = extract(rows, "Café", letter).encode(codec)
    assert (len(data) > HEAD_BYTES) == (rows == MANY)
    assert says_no_whole_character(look(data[:-lost]))
    assert look(data).results


def test_the_first_accent_may_come_after_the_head() -> None:
    """4,000 rows without one, then a row with one, then half of one."""
    data = (extract(MANY, "Leeds", "Café\n") + ROW + "é").encode()
    assert says_no_whole_character(look(data[:-1]))
    assert look(data).results


@pytest.mark.parametrize("town", ["Leeds", "Café"])
@pytest.mark.parametrize("rows", [FEW, MANY])
def test_an_older_accent_at_the_end_is_a_whole_character(rows: int, town: str) -> None:
    """The byte of é begins a letter of UTF-8; nothing before it is one."""
    found = look(extract(rows, town, "Café").encode("cp1252"))
    everybody = {row.denominator for row in found.results if row.indicator == 7}
    assert rows + 1 in everybody


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("added", [b"", b"\x00", b"\n", b"\x1a"])
def test_a_table_and_an_extract_are_answered_alike(codec: str, added: bytes, marked: bool) -> None:
    """One zero after a whole file is padding, unless a letter begins with one; no other byte is."""
    is_whole = not added or (added == b"\x00" and codec.endswith("le"))
    for text in (TABLE, extract(FEW, "Café", "Café\n"), extract(MANY, "Café", "Café\n")):
        found = look(("\ufeff" * marked + text).encode(codec) + added)
        assert says_no_whole_character(found) != is_whole
        assert bool(found.results) == is_whole


@pytest.mark.parametrize("rows", [FEW, MANY])
@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16-le", "utf-16-be", "utf-32-be"])
@pytest.mark.parametrize("zeros", [1, 4_096])
def test_zeros_that_make_whole_characters_at_the_end_are_named(
    zeros: int, codec: str, rows: int
) -> None:
    """They stand where a row may be missing, so nobody is counted; a row's width is not blamed."""
    text = extract(rows, "Café", "Café\n")
    found = look((text + "\x00" * zeros).encode(codec))
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())
    assert "At its end the extract has zeros that are no text" in found.reason
    assert look(text.encode(codec)).results


@pytest.mark.parametrize("rows", [FEW, MANY])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("last", ["R0A,2023,fi", 'R0A,2023,"fi', f"{ROW}Lee", ""])
@pytest.mark.parametrize("line_end", ["", "\n", "\r\n"])
def test_zeros_after_a_row_that_was_cut_are_named(
    last: str, codec: str, rows: int, line_end: str
) -> None:
    """In a middle column, within quotation marks, in the last column; a line may end after them."""
    text = HEADINGS + f"{ROW}Leeds\n" * rows + last + "\x00" * 64 + line_end
    found = look(text.encode(codec))
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())
    assert "At its end the extract has zeros that are no text" in found.reason


@pytest.mark.parametrize("line_end", ["", "\n"])
def test_zeros_that_fill_the_last_column_of_each_row_are_no_end(line_end: str) -> None:
    """Some programs write each cell as wide as its column may be."""
    for rows in (FEW, MANY * 10):
        found = look(extract(rows, "Leeds\0\0\0", "York\0\0\0\0" + line_end))
        assert rows + 1 in {row.denominator for row in found.results if row.indicator == 7}


@pytest.mark.parametrize("last", ["R0A,2023,fi", f"{ROW}Lee"])
def test_more_zeros_than_a_row_can_be_long_after_a_row_that_was_cut(last: str) -> None:
    """No quotation mark is looked for."""
    text = HEADINGS + f"{ROW}Leeds\n" * FEW + last
    assert "zeros that are no text" in look(text.encode() + bytes(9_000_000)).reason


def test_more_zeros_than_a_row_can_be_long_are_named_too() -> None:
    """Nine megabytes of them, as a full disk leaves behind."""
    found = look(extract(FEW, "Leeds", "Leeds\n").encode() + bytes(9_000_000))
    assert "zeros that are no text" in found.reason
