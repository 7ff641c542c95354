"""The first bytes of an extract in UTF-16: where they are cut, and which half comes first."""

from __future__ import annotations

import pytest

from tests.upload.files import look
from wres.upload.examine import Verdict
from wres.upload.respondents.head import HEAD_BYTES

HEADINGS = "org_code,survey_year,remark,ethnicity,band,q14a,more,q15,mood\n"
ROW = "R0A,2023,{},White - Irish,Band 5,Never,1,Yes,{}\n"


def people_in(data: bytes) -> set[int | None]:
    """Return of how many people the figures of indicator 7 are."""
    return {row.denominator for row in look(data).results if row.indicator == 7}


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("longer", [0, 1])
def test_an_emoji_where_the_head_is_cut_does_not_hide_an_extract(codec: str, longer: int) -> None:
    """The head is cut at every fourth byte, which may be within the last letter of a row."""
    rows = 1_000
    data = (HEADINGS + ROW.format("x" * (20 + longer), "\U0001f60d") * rows).encode(codec)
    assert len(data) > HEAD_BYTES
    assert people_in(data) == {rows}


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_a_title_may_begin_with_a_letter_of_two_whole_bytes(codec: str) -> None:
    """Neither half of a curly quotation mark is a zero, and no mark says the order."""
    rows = 40
    text = "\u201cStaff survey\u201d\n" + HEADINGS + ROW.format("fine", "well") * rows
    assert people_in(text.encode(codec)) == {rows}


@pytest.mark.parametrize(
    "data",
    [
        b"q\n" + bytes(200_000),
        b"q\r\n" + bytes(200_000),
        b"\r\nq" + bytes(200_000),
        "\ufeff\nq14a,q15".encode("utf-16-le") + "x".encode("utf-16-le") * 70_000,
        "\ufeff\nq14a,q15".encode("utf-16-be") + "x".encode("utf-16-be") * 70_000,
    ],
)
def test_a_file_whose_only_line_end_comes_first_is_refused_in_words(data: bytes) -> None:
    """Up to there are fewer than four bytes: no letter is looked at that is not there."""
    assert len(data) > HEAD_BYTES
    found = look(data)
    assert found.verdict is Verdict.REFUSED and found.reason
