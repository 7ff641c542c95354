"""The reader: any encoding, delimiter, line end and header position; everything else refused."""

from __future__ import annotations

import gzip
import io
import pickle
import zipfile

import pytest

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.read import read_file
from wres.upload.reading import Line

TEXT = "Trust,Year,Indicator,White %,BME %\nUniversité R0A,2025,8,6.6,16.1\nR1H,2025,8,7,15\n"
HEADER = ("Trust", "Year", "Indicator", "White %", "BME %")
ENCODINGS = {
    "utf-8": ("UTF-8", b""),
    "utf-8-sig": ("UTF-8 with BOM", b""),
    "cp1252": ("Windows-1252", b""),
    "utf-16": ("UTF-16", b""),
    "utf-16-le": ("UTF-16", b""),
    "utf-16-be": ("UTF-16", b""),
    "utf-32": ("UTF-32", b""),
    "utf-32-le": ("UTF-32", b""),
    "utf-32-be": ("UTF-32", b""),
}


@pytest.mark.parametrize("codec", ENCODINGS)
def test_the_same_table_is_read_in_every_encoding(codec: str) -> None:
    """With or without a byte order mark, the accent and the lines come out the same."""
    reading = read_file(TEXT.encode(codec), "f.csv")
    assert reading.encoding == ENCODINGS[codec][0]
    assert reading.header == HEADER
    assert reading.rows[0] == Line(2, ("Université R0A", "2025", "8", "6.6", "16.1"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
def test_every_line_end_and_delimiter_gives_the_same_rows(end: str, delimiter: str) -> None:
    """CR alone, as on an old Macintosh, is read and not refused."""
    text = TEXT.replace(",", delimiter).replace("\n", end)
    reading = read_file(text.encode(), "f.csv")
    assert reading.delimiter == delimiter
    assert [line.number for line in reading.rows] == [2, 3]
    assert reading.header == HEADER


def test_mixed_line_ends_are_read_and_noted() -> None:
    """A file edited on two machines still has three lines."""
    text = TEXT.replace("\n", "\r\n", 1)
    reading = read_file(text.encode(), "f.csv")
    assert len(reading.rows) == 2
    assert any("mixes" in note for note in reading.notes)


def test_padding_of_zero_bytes_is_taken_out() -> None:
    """A published gender pay gap file ended in 1,879 of them."""
    reading = read_file(TEXT.encode() + b"\x00" * 1879, "f.csv")
    assert len(reading.rows) == 2
    assert any("zero bytes" in note for note in reading.notes)


CODECS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize("codec", CODECS)
def test_a_file_cut_in_the_middle_of_a_character_is_refused(codec: str) -> None:
    """Whatever follows was lost with it, so its figures may be cut as well: 15 of 150."""
    data = TEXT.rstrip("\n").encode(codec)
    unit = 4 if "32" in codec else 2
    for cut in range(1, unit):
        with pytest.raises(
            FileRefused, match=r"at its end that are no whole character.*Save it again"
        ):
            read_file(data[:-cut], "f.csv")
    assert len(read_file(data, "f.csv").rows) == 2


@pytest.mark.parametrize("codec", ["utf-8", *CODECS])
def test_half_of_a_letter_that_takes_two_is_refused(codec: str) -> None:
    """A picture is two of UTF-16, and four bytes of UTF-8; names before it are not garbled."""
    data = f"{TEXT}Café 😀".encode(codec)
    with pytest.raises(FileRefused, match="at its end that are no whole character"):
        read_file(data[:-2], "f.csv")


@pytest.mark.parametrize("added", [b"\n", b"\x1a"])
@pytest.mark.parametrize("codec", CODECS)
def test_one_byte_added_to_whole_characters_is_not_said_to_be_a_lost_end(
    codec: str, added: bytes
) -> None:
    """What was added, or lost, nobody can know: only that it is no whole character."""
    with pytest.raises(FileRefused, match="no whole character: some were lost, or added"):
        read_file(TEXT.encode(codec) + added, "f.csv")


def test_an_accent_at_the_end_of_a_windows_file_is_no_half_character() -> None:
    """The byte of é begins a letter of UTF-8; nothing before it is one."""
    reading = read_file(f"{TEXT}R1H,2025,5,7,é".encode("cp1252"), "f.csv")
    assert (reading.encoding, reading.rows[-1].cells[-1]) == ("Windows-1252", "é")


@pytest.mark.parametrize("codec", CODECS)
def test_an_odd_number_of_zero_bytes_is_padding(codec: str) -> None:
    """1,879 of them make no whole number of characters."""
    reading = read_file(TEXT.encode(codec) + b"\x00" * 1879, "f.csv")
    assert len(reading.rows) == 2
    assert any("zero bytes" in note for note in reading.notes)


def test_the_header_is_found_below_title_rows_and_above_footnotes() -> None:
    """The line numbers are those a person sees in the file."""
    text = f"WRES return,,,,\n\nPrepared in May,,,,\n{TEXT}\nSource: survey\n* hidden\n"
    reading = read_file(text.encode(), "f.csv")
    assert reading.header_row == 4
    assert [line.number for line in reading.rows] == [5, 6]
    assert any("2 lines above" in note for note in reading.notes)
    assert any("2 lines below" in note for note in reading.notes)


def test_a_quoted_cell_over_two_lines_keeps_later_line_numbers_right() -> None:
    """A line break in a quoted name moves every row below it down by one."""
    text = 'Trust,Year,Indicator,White %,BME %\n"Barts\nHealth",2025,8,7,15\nR0A,2025,8,7,15\n'
    reading = read_file(text.encode(), "f.csv")
    assert reading.rows[0] == Line(2, ("Barts Health", "2025", "8", "7", "15"))
    assert reading.rows[1].number == 4


def test_control_and_format_characters_are_stripped_and_letters_composed() -> None:
    """A zero-width space, a soft hyphen and a decomposed accent leave no trace."""
    text = "Trust,Year,Indicator,White %,BME %\nUni\u00adversite\u0301\u200b R0A ,2025,8,7,15\n"
    assert read_file(text.encode(), "f.csv").rows[0].cells[0] == "Université R0A"


def test_text_kept_by_a_formula_keeps_its_leading_zeros() -> None:
    """Spreadsheets write ="00L" so that the code is not taken for a number."""
    text = 'org_code,Year,Indicator,White %,BME %\n"=""00L""",2025,8,7,15\n'
    assert read_file(text.encode(), "f.csv").rows[0].cells[0] == "00L"


def test_a_first_line_that_states_the_delimiter_is_obeyed() -> None:
    """“sep=;” is what spreadsheets write for themselves."""
    text = "sep=;\n" + TEXT.replace(",", ";")
    reading = read_file(text.encode(), "f.csv")
    assert (reading.delimiter, reading.header_row) == (";", 2)


def test_single_quotes_around_cells_are_taken_off() -> None:
    """Some exports quote with an apostrophe."""
    text = "'Trust','Year','Indicator','White %','BME %'\n'A, B',2025,8,7,15\n"
    reading = read_file(text.encode(), "f.csv")
    assert reading.rows[0].cells[0] == "A, B"


def test_quotes_kept_by_a_backslash_are_read() -> None:
    """Some databases write \\" inside a cell."""
    text = 'Trust,Year,Indicator,White %,BME %\n"The \\"A, B\\" trust",2025,8,7,15\n'
    assert read_file(text.encode(), "f.csv").rows[0].cells[0] == 'The "A, B" trust'


def test_a_backslash_at_the_end_of_a_cell_is_only_a_backslash() -> None:
    """A folder's name in quotation marks."""
    text = 'Trust,Year,Indicator,White %,BME %\n"C:\\data\\",2025,8,7,15\n'
    assert read_file(text.encode(), "f.csv").rows[0].cells[0] == "C:\\data\\"


def test_an_open_quotation_mark_near_the_end_swallows_no_row_in_silence() -> None:
    """Only two rows are behind it, too few to make the cell too long."""
    text = TEXT + '"R1H,2025,5,7,15\nR1H,2025,6,7,15\n'
    with pytest.raises(FileRefused, match=r"from line 4 on.*never closed"):
        read_file(text.encode(), "f.csv")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "org_code,wres_year,indicator,bme,comment",
            'R0A,2024,5,31.2,"Next year:\nmentoring, panels, interviews, a network, and a policy"',
        ),
        (
            "org_code,wres_year,indicator,ethnic_group,value,note",
            'R0A,2024,5,bme,0.31,"Sites included\nLeeds, York, Hull, Selby, Goole, Malton"',
        ),
        (
            "indicator,wres_year,note,bme,white",
            '5,2024,"Up from 2022, 2023, and 2021\nSee appendix A, B, and C",31,25',
        ),
    ],
)
def test_a_comment_with_as_many_commas_as_rows_have_is_one_cell(header: str, row: str) -> None:
    """It is quoted as it should be, so nothing is wrong with the file."""
    read = read_file(f"{header}\n{row}\n{row}\n".encode(), "f.csv")
    assert len(read.rows) == 2


def test_ragged_rows_are_reported_by_line() -> None:
    """A row that is too short is filled with empty cells; one too long is named."""
    text = TEXT + "R1H,2025,5,7\nR1H,2025,6,7,15,99\nR1H,2025,7,50,40\n"
    reading = read_file(text.encode(), "f.csv")
    assert (reading.short_lines, reading.long_lines) == ((4,), (5,))
    assert reading.rows[2].cells == ("R1H", "2025", "5", "7", "")


def test_the_hash_is_of_the_bytes() -> None:
    """The same file always has the same source id; sha256 of “abc” is a published vector."""
    data = b"abc,year\n1,2\n"
    assert read_file(data, "a.csv").sha256 == read_file(data, "b.csv").sha256
    assert read_file(data, "a.csv").source_id.startswith("upload:")


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


REFUSED = {
    "empty": (b"", "empty"),
    "only white space": (b" \r\n\t \n", "empty"),
    "only white space in UTF-16": (" \n ".encode("utf-16"), "empty"),
    "only a header": (b"org_code,wres_year,indicator,white,bme\n", "no rows"),
    "bytes": (bytes(range(256)) * 40, "not text"),
    "random bytes": (bytes((i * 7919) % 251 for i in range(5000)), "not text"),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(200)), "picture"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "document"),
    "gzip": (gzip.compress(TEXT.encode()), "archive"),
    "zip": (_zip("a.csv"), "archive"),
    "workbook": (_zip("[Content_Types].xml", "xl/workbook.xml"), "workbook"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook"),
    "parquet": (b"PAR1" + bytes(80) + b"PAR1", "another program"),
    "pickle": (pickle.dumps({"a": 1}), "another program"),
    "web page": (b"\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table>", "web page"),
    "table named xls": (b"<table><tr><td>White</td></tr></table>", "web page"),
    "xml": (b'<?xml version="1.0"?><a/>', "web page"),
    "json": (b'{"white": 1}', "JSON"),
    "10,000 columns": (b",".join(b"c%d" % i for i in range(10_000)) + b"\n", "10,000 columns"),
    "1 MB line": (b"a" * 1_000_000, "1,000,000 characters"),
    "long cell": (b"year,indicator\n2025," + b"x" * 2_001 + b"\n", "2,001 characters"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(kind: str) -> None:
    """Whatever it is called; the sentence says what it is."""
    data, told = REFUSED[kind]
    with pytest.raises(FileRefused) as refusal:
        read_file(data, "figures.csv")
    sentence = str(refusal.value)
    assert told in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_file_over_the_size_limit_is_refused_with_both_sizes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The limit is a named setting."""
    monkeypatch.setattr(limits, "LARGEST_FILE_BYTES", 1024 * 1024)
    with pytest.raises(FileRefused, match=r"2\.0 MB and the limit is 1 MB"):
        read_file(b"a,b\n" * (512 * 1024), "f.csv")


def test_a_file_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is a named setting."""
    monkeypatch.setattr(limits, "MOST_ROWS", 2)
    with pytest.raises(FileRefused, match="more than 2 rows"):
        read_file(TEXT.encode(), "f.csv")


def test_a_table_with_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows and columns may each be within their limits and the table still too large."""
    monkeypatch.setattr(limits, "MOST_CELLS", 9)
    with pytest.raises(FileRefused, match="more than 9 cells"):
        read_file(TEXT.encode(), "f.csv")
