"""Nobody is lost between a quotation mark that opens in one row and the next one rows later."""

from __future__ import annotations

import random

import pytest

from tests.upload.files import look
from wres.terms import EthnicGroup
from wres.upload.examine import Verdict
from wres.upload.limits import RESPONDENT_ROWS_LOOKED_AT
from wres.upload.mapping import Choices
from wres.upload.respondents.blocks import BLOCK_BYTES

HEADINGS = "org_code,survey_year,remark,ethnicity,band,q14a,q15,more\n"
ROW = "R0A,2023,{},White - Irish,Band 5,Never,Yes,{}\n"
CALM = ROW.format("fine", "x" * 100)
# The first rows are looked at one by one, and refused if a text in them may be of somebody.
SEEN = RESPONDENT_ROWS_LOOKED_AT + 10
MANY = 2 * BLOCK_BYTES // len(CALM)


def people_in(text: str, choices: Choices | None = None) -> set[int | None]:
    """Return of how many people the figures for all of them are, of indicator 7 or 8."""
    found = look(text.encode(), choices)
    return {row.denominator for row in found.results if row.ethnic_group is EthnicGroup.ALL}


@pytest.mark.parametrize("rows", [SEEN, MANY])
@pytest.mark.parametrize("between", [0, 1, 7])
@pytest.mark.parametrize("column", ["remark", "more"])
def test_rows_between_two_stray_marks_are_not_left_out(
    rows: int, between: int, column: str
) -> None:
    """Read as CSV, the rows around them are one row, as wide as every other."""
    opens, closes = '"much ', 'said"'
    stray = (ROW.format(opens, "x"), ROW.format(closes, "x"))
    if column == "more":
        stray = (ROW.format("fine", opens), ROW.format("fine", closes))
    found = look((HEADINGS + CALM * rows + (CALM * between).join(stray) + CALM).encode())
    assert found.verdict is Verdict.REFUSED and not found.results
    assert f"about line {rows + 2:,} " in found.reason and "much" not in repr(found)


@pytest.mark.parametrize(
    "remark",
    ['"two\nlines"', '"one, two,\nthree, four"', '"a\n\nb"', '"\n"', '5" wide', '"a ""b"" c\nd"'],
)
def test_a_remark_of_several_lines_is_one_cell(remark: str) -> None:
    """Commas in it too; and a mark within a cell opens nothing."""
    text = HEADINGS + CALM * SEEN + (CALM + ROW.format(remark, "x")) * 10 + "\n"
    assert people_in(text) == {SEEN + 20}


SITES = '"Sites:\nLeeds, York, Hull, Selby, Goole, Malton, Otley, Ripon"'


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
@pytest.mark.parametrize("head_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "between",
    [[CALM], [CALM, "Total\n"], [ROW.format("yes, no", "x")], [ROW.format("a", "b,,")], ["   \n"]],
)
def test_rows_are_found_however_lines_end_and_whatever_stands_among_them(
    end: str, head_end: str, between: list[str]
) -> None:
    """A CR alone ends a line too, and one of the rows may be too wide or no row at all."""
    rows = [*[CALM] * SEEN, ROW.format('"much', "x"), *between, ROW.format('said"', "x"), CALM]
    text = HEADINGS.replace("\n", head_end) + "".join(rows).replace("\n", end)
    found = look(text.encode())
    assert found.verdict is Verdict.REFUSED and "holds whole rows" in found.reason


@pytest.mark.parametrize("opens", ['"a', '"a, b', '"a ""b""', '"""a"" b'])
def test_rows_of_few_columns_are_found(opens: str) -> None:
    """Of four columns three say who answered what."""
    row = "2023,White - Irish,Yes,{}\n"
    stray = row.format(opens) + row.format("b") + row.format('c"')
    text = "survey_year,ethnicity,q15,remark\n" + row.format("f") * SEEN
    assert people_in(text + row.format(SITES), Choices(org_code="R0A")) == {SEEN + 1}
    found = look((text + stray).encode(), Choices(org_code="R0A"))
    assert found.verdict is Verdict.REFUSED and "holds whole rows" in found.reason


def drawn_remark(rng: random.Random) -> str:
    """A text of two to four lines in quotation marks, with commas, years and answers in it."""
    words = ["rota", "pay", "ward", "team", "the", "site", "Yes", "Never", "2023", "Band 5", "3"]
    lines = [
        "".join(rng.choice(words) + rng.choice((" ", " ", ", ")) for _ in range(rng.randint(1, 16)))
        for _ in range(rng.randint(2, 4))
    ]
    return '"' + rng.choice(("\n", "\r\n", "\r")).join(lines) + '"'


@pytest.mark.parametrize("column", ["remark", "more"])
def test_no_drawn_remark_of_several_lines_is_taken_for_rows(column: str) -> None:
    """Of some thousands, however many commas fall where a row has its separators."""
    rng = random.Random(column)
    remarks = [SITES, *(drawn_remark(rng) for _ in range(4_000))]
    cells = ((one, "x") if column == "remark" else ("fine", one) for one in remarks)
    text = HEADINGS + CALM * SEEN + "".join(ROW.format(*two) for two in cells)
    assert people_in(text) == {SEEN + len(remarks)}


def test_numbers_in_remarks_are_not_taken_for_answers_in_numbers() -> None:
    """An answer may be the number 1 or 2, and so may a line of a list."""
    row = "R0A,2023,{},White - Irish,Band 5,1,2,x\n"
    remarks = ['"Wards:\n1,2,both\n2023"', '"2, 1\n1,2,1\n2,1"', '"Ward 1,2\nR0A, 2023"']
    text = HEADINGS + row.format("f") * SEEN + "".join(map(row.format, remarks))
    assert people_in(text) == {SEEN + len(remarks)}
