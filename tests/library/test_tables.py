"""A shipped table is read strictly, and refused by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.errors import DataFileBroken
from wres.library.tables import MAX_TABLE_BYTES, Line, read_table
from wres.terms import EthnicGroup

COLUMNS = ("code", "people")


def _pair(line: Line) -> tuple[str, int]:
    return line.filled("code"), line.whole("people")


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "small.csv"
    path.write_bytes(content)
    return path


def _refusal(folder: Path, content: bytes) -> str:
    with pytest.raises(DataFileBroken) as caught:
        read_table(_file(folder, content), COLUMNS, _pair)
    assert caught.value.file_name == "small.csv"
    return caught.value.reason


def test_a_sound_table_comes_back_line_by_line(tmp_path: Path) -> None:
    """Two lines make two pairs, in the order of the file."""
    path = _file(tmp_path, b"code,people\nR0A,12\nRFS,0\n")
    assert read_table(path, COLUMNS, _pair) == (("R0A", 12), ("RFS", 0))


def test_a_byte_order_mark_and_windows_line_ends_are_taken(tmp_path: Path) -> None:
    """A spreadsheet that saved the file does not break it."""
    path = _file(tmp_path, b"\xef\xbb\xbfcode,people\r\nR0A,12\r\n")
    assert read_table(path, COLUMNS, _pair) == (("R0A", 12),)


def test_a_wrong_line_is_named_by_its_number(tmp_path: Path) -> None:
    """The third line of the file is called line 3."""
    reason = _refusal(tmp_path, b"code,people\nR0A,12\nRFS,twelve\n")
    assert reason == "line 3: “people” must be a whole number, not “twelve”."


def test_the_first_three_wrong_lines_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    """Five wrong lines give three reasons and “2 more”."""
    reason = _refusal(tmp_path, b"code,people\n" + b"R0A,x\n" * 5)
    assert "line 2:" in reason
    assert "line 4:" in reason
    assert "line 5:" not in reason
    assert reason.endswith("And 2 more.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "line 1: the columns must be code,people."),
        (b"people,code\n12,R0A\n", "line 1: the columns must be code,people."),
        (b"code,people\nR0A\n", "line 2: it has 1 cells, and must have 2."),
        (b"code,people\nR0A,12,9\n", "line 2: it has 3 cells, and must have 2."),
        (b"code,people\n\nR0A,12\n", "line 2: it has 0 cells, and must have 2."),
        (b"code,people\n R0A,12\n", "line 2: a cell has a space or a line break at its edge."),
        (b"code,people\n,12\n", "line 2: “code” is empty."),
        (b"code,people\nR0A,-1\n", "line 2: “people” must be a whole number, not “-1”."),
        (b"code,people\nR0A,\xff\n", "it is not UTF-8 text. Save it as UTF-8."),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    """Each broken rule gives its own plain reason."""
    assert _refusal(tmp_path, content) == expected


def test_an_open_quotation_mark_is_refused(tmp_path: Path) -> None:
    """A quotation mark that never closes is not swallowed as one long cell."""
    assert "not proper CSV" in _refusal(tmp_path, b'code,people\n"R0A,12\n')


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    """A missing file is a broken file, not a crash."""
    with pytest.raises(DataFileBroken, match=r"absent\.csv .* cannot be opened"):
        read_table(tmp_path / "absent.csv", COLUMNS, _pair)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A file far longer than any shipped table was put there by mistake."""
    assert "longer than" in _refusal(tmp_path, b"x" * (MAX_TABLE_BYTES + 1))


@pytest.mark.parametrize("words", ["nan", "inf", "12%", "1e3", "1,5", "٣", ""])
def test_a_number_is_digits_and_a_point_and_nothing_else(words: str) -> None:
    """Not-a-number, percent signs and other digits are refused."""
    with pytest.raises(DataFileBroken, match="must be a number"):
        Line("f.csv", 2, {"value": words}).number_of("value")


def test_a_word_outside_a_closed_list_is_refused_with_the_list(tmp_path: Path) -> None:
    """The refusal names the line and the words that would do."""
    path = _file(tmp_path, b"code,people\nR0A,whyte\n")
    with pytest.raises(DataFileBroken, match=r"line 2: “whyte” is not a known ethnic group.*bme"):
        read_table(path, COLUMNS, lambda line: line.one_of("people", EthnicGroup, "ethnic group"))


def test_several_parts_are_parted_by_a_bar() -> None:
    """An empty cell holds no parts."""
    line = Line("f.csv", 2, {"into": "RM3|R0A", "none": ""})
    assert line.several("into") == ("RM3", "R0A")
    assert line.several("none") == ()


@pytest.mark.parametrize("year", ["1066", "2014", "2036"])
def test_a_year_outside_the_standard_is_refused(year: str) -> None:
    """The standard began in 2015."""
    with pytest.raises(DataFileBroken, match="must lie between 2015 and 2035"):
        Line("f.csv", 2, {"wres_year": year}).wres_year()
