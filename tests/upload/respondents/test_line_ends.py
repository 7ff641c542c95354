"""However its lines end, nobody in an extract is left out of the counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.upload.files import look
from wres.terms import EthnicGroup
from wres.upload.examine import Verdict
from wres.upload.respondents.blocks import BLOCK_BYTES

HEADINGS = "org_code,survey_year,remark,ethnicity,band,q14a,more,q15"
# One in four answers that there is no equal opportunity: all of them from an ethnic minority.
FOUR = tuple(
    f"R0A,2023,{{remark}},{group},Band 5,Never,1,{answer}"
    for group, answer in (
        ("White - Irish", "Yes"),
        ("White - Irish", "Yes"),
        ("Arab", "Yes"),
        ("Arab", "No"),
    )
)
FORTY = FOUR * 10
OF_FORTY = {EthnicGroup.WHITE: (20, 20), EthnicGroup.BME: (10, 20), EthnicGroup.ALL: (30, 40)}
TIMES = 600


def ended(line_end: str, *lines: str) -> str:
    """Return the lines, each with this end."""
    return "".join(line + line_end for line in lines)


def cr_with_one_crlf(rows: tuple[str, ...]) -> str:
    """Return rows that end in CR, with CR LF after the fifteenth."""
    return ended("\r", *rows[:14]) + ended("\r\n", rows[14]) + ended("\r", *rows[15:])


def lf_with_some_cr(rows: tuple[str, ...]) -> str:
    """Return rows that end in LF, with CR after each seventh."""
    return "".join(row + ("\n" if at % 7 else "\r") for at, row in enumerate(rows, 1))


LONG_HEADING = HEADINGS.replace("remark", '"re\rmark"')
TITLE = "Staff survey"
HEADS = {
    "LF": (ended("\n", HEADINGS), "\n"),
    "CR in a heading": (ended("\n", LONG_HEADING), "\n"),
    "CR LF in a heading": (ended("\n", LONG_HEADING.replace("\r", "\r\n")), "\n"),
    "CR in a heading of CR LF": (ended("\r\n", LONG_HEADING), "\r\n"),
    "CR CR LF": (ended("\r\r\n", HEADINGS), "\r\r\n"),
    "title with CR CR LF": (ended("\r\r\n", TITLE, HEADINGS), "\r\r\n"),
    "title with CR": (ended("\r", TITLE) + ended("\n", HEADINGS), "\n"),
    "titles with CR and CR LF": (ended("\r", TITLE) + ended("\r\n", TITLE, HEADINGS), "\r\n"),
    "CR": (ended("\r", TITLE, HEADINGS), "\r"),
    "LF in a heading of CR": (ended("\r", LONG_HEADING.replace("\r", "\n")), "\r"),
    "title with CR LF, all else CR": (ended("\r\n", TITLE) + ended("\r", HEADINGS), "\r"),
    "header with CR, rows with LF": (ended("\r", HEADINGS), "\n"),
}


def counts_of(data: bytes) -> dict[EthnicGroup, tuple[int | None, int | None]]:
    """Return how many believe in equal opportunity (indicator 7), and of how many, by group."""
    return {
        row.ethnic_group: (row.numerator, row.denominator)
        for row in look(data).results
        if row.indicator == 7
        and row.ethnic_group in OF_FORTY
        and (row.band.value, row.staff_group.value) == ("all", "all")
    }


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", HEADS)
def test_forty_people_are_forty_under_every_kind_of_header(kind: str, codec: str) -> None:
    """A CR alone is no LF: counted as one, it would take the first person's row with it."""
    above, line_end = HEADS[kind]
    rows = ended(line_end, *FORTY).format(remark="fine")
    assert counts_of((above + rows).encode(codec)) == OF_FORTY


@pytest.mark.parametrize("kind", HEADS)
def test_as_many_are_counted_over_several_blocks(kind: str) -> None:
    """24,000 people with a long remark each, of which plain rows are parted without pyarrow."""
    above, line_end = HEADS[kind]
    rows = (ended(line_end, *FORTY) * TIMES).format(remark="x" * 200)
    assert len(rows) > 2 * BLOCK_BYTES
    found = counts_of((above + rows).encode())
    assert found == {group: (a * TIMES, b * TIMES) for group, (a, b) in OF_FORTY.items()}


@pytest.mark.parametrize("above", [ended("\r", HEADINGS), ended("\n", HEADINGS)])
@pytest.mark.parametrize("mixed", [cr_with_one_crlf, lf_with_some_cr])
@pytest.mark.parametrize("times", [1, TIMES])
def test_rows_that_end_in_several_ways_are_all_counted(
    above: str, mixed: Callable[[tuple[str, ...]], str], times: int
) -> None:
    """One line among 40, or some in each block, was saved by another program."""
    rows = (mixed(FORTY) * times).format(remark="x" * 200)
    found = counts_of((above + rows).encode())
    assert found == {group: (a * times, b * times) for group, (a, b) in OF_FORTY.items()}


@pytest.mark.parametrize("quoted", ["", '"'])
def test_many_rows_that_alone_end_in_cr_are_refused_for_their_line_ends(quoted: str) -> None:
    """Over eight megabytes below a header with LF; no quotation mark is to be looked for."""
    row = FOUR[0].format(remark=f"{quoted}fine{quoted}")
    found = look((HEADINGS + "\n" + f"{row}\r" * 190_000).encode())
    assert found.verdict is Verdict.REFUSED
    assert "Below the header the lines of the extract end in carriage returns" in found.reason
    assert "with lines that end in line feeds" in found.reason


def test_a_quotation_mark_that_is_never_closed_is_still_named() -> None:
    """Nine megabytes of rows that end in LF after it."""
    row, opened = (FOUR[0].format(remark=remark) for remark in ("fine", '"fine'))
    above = ended("\n", HEADINGS, *(row,) * 5_000, opened)
    found = look((above + f"{row}\n" * 190_000).encode())
    assert "Look for a quotation mark that is never closed" in found.reason
