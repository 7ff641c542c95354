"""The contractor's breakdown report: the share who gave each answer, by group.

Taken are “Never” for indicator 5, whose figure is what is left to 100 per cent, and “Yes” for 7
(those who do not know stay in the base) and 8.
"""

from __future__ import annotations

from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field
from wres.upload.reading import Reading
from wres.upload.shapes import contractor
from wres.upload.shapes.draft import Draft, Recognition, Shape

NAME = "contractor_breakdown"
TITLE = "The survey contractor's breakdown report: each answer by ethnic group"

_ANSWER, _SHARE = "optiontext", "%"
_NEEDED = (
    contractor.YEAR,
    contractor.NUMBER,
    contractor.DIMENSION,
    contractor.GROUP,
    _ANSWER,
    _SHARE,
)
_COUNTED = {5: "never", 7: "yes", 8: "yes"}
_FLIPPED = (5,)


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return whether the headings are the ones of the contractor's breakdown report."""
    if not contractor.has_columns(reading, _NEEDED):
        return Recognition(NAME, 0.0, "headings are not the ones of the contractor's breakdowns")
    return Recognition(
        NAME,
        0.97,
        "headings are the contractor's breakdown report: “Never” is turned round for indicator 5",
        remarks=(*contractor.remarks(reading), *_without_answer(reading)),
    )


def columns(reading: Reading) -> dict[int, ColumnUse]:
    """Return what the columns the standard needs are for, by position."""
    return contractor.column_uses(reading, {_SHARE: Field.PERCENTAGE})


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the ethnic groups, as text."""
    if not contractor.has_columns(reading, _NEEDED):
        return ()
    at = contractor.places(reading.header)
    rows = (row for row in contractor.counted_rows(reading) if _is_counted(row, at))
    return contractor.drafts(reading, rows, share=_SHARE, flipped=_FLIPPED)


def _is_counted(row: contractor.Row, at: dict[str, int]) -> bool:
    return words_of(row.line.cells[at[_ANSWER]]) == _COUNTED.get(row.indicator or 0)


def _without_answer(reading: Reading) -> tuple[str, ...]:
    """The indicators whose question is there without the answer that is counted."""
    at = contractor.places(reading.header)
    rows = list(contractor.counted_rows(reading))
    asked = {(row.survey_year, row.indicator) for row in rows}
    answered = {(row.survey_year, row.indicator) for row in rows if _is_counted(row, at)}
    return tuple(
        f"Indicator {number} of survey {year} cannot be had: no row has the answer "
        f"“{_COUNTED[number or 0].capitalize()}”."
        for year, number in sorted(asked - answered, key=str)
    )


SHAPE = Shape(NAME, TITLE, score, reshape, columns=columns)
