"""Nobody is lost between a quotation mark that opens in one row and the next one rows later."""

from __future__ import annotations

import pytest

from tests.upload.files import look
from wres.upload.examine import Verdict
from wres.upload.limits import RESPONDENT_ROWS_LOOKED_AT
from wres.upload.respondents.blocks import BLOCK_BYTES

HEADINGS = "org_code,survey_year,remark,ethnicity,band,q14a,q15,more\n"
ROW = "R0A,2023,{},White - Irish,Band 5,Never,Yes,{}\n"
CALM = ROW.format("fine", "x" * 100)
# The first rows are looked at one by one, and refused if a text in them may be of somebody.
SEEN = RESPONDENT_ROWS_LOOKED_AT + 10
MANY = 2 * BLOCK_BYTES // len(CALM)


def people_in(text: str) -> set[int | None]:
    """Return of how many people the figures of indicator 7 are."""
    return {row.denominator for row in look(text.encode()).results if row.indicator == 7}


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
    assert "holds whole rows" in found.reason and "much" not in repr(found)


@pytest.mark.parametrize(
    "remark",
    ['"two\nlines"', '"one, two,\nthree, four"', '"a\n\nb"', '"\n"', '5" wide', '"a ""b"" c\nd"'],
)
def test_a_remark_of_several_lines_is_one_cell(remark: str) -> None:
    """Commas in it too; and a mark within a cell opens nothing."""
    text = HEADINGS + CALM * SEEN + (CALM + ROW.format(remark, "x")) * 10 + "\n"
    assert people_in(text) == {SEEN + 20}
