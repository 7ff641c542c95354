"""The contractor's “positive scoring” export: the share who answered well, 0 to 1, by group.

Harassment and discrimination are scored as the share who did *not* meet them, so indicators 5 and 8
are what is left to one; fair career progression (7) is scored as it is counted.
"""

from __future__ import annotations

from wres.upload.columns import ColumnUse, Field
from wres.upload.reading import Reading
from wres.upload.shapes import contractor
from wres.upload.shapes.draft import Draft, Recognition, Shape

NAME = "contractor_scores"
TITLE = "The survey contractor's positive scores by ethnic group"

_BASE, _SCORE = "basesize", "score"
_NEEDED = (contractor.YEAR, contractor.NUMBER, contractor.DIMENSION, contractor.GROUP, _SCORE)
_FLIPPED = (5, 6, 8)


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return whether the headings are the ones of the contractor's positive scores."""
    if not contractor.has_columns(reading, _NEEDED):
        return Recognition(NAME, 0.0, "headings are not the ones of the contractor's scores")
    return Recognition(
        NAME,
        0.97,
        "headings are the contractor's positive scores. Harassment and discrimination are turned "
        "round to the share who met them",
        remarks=contractor.remarks(reading),
    )


def columns(reading: Reading) -> dict[int, ColumnUse]:
    """Return what the columns the standard needs are for, by position."""
    wanted = {_BASE: Field.DENOMINATOR, _SCORE: Field.PERCENTAGE}
    return contractor.column_uses(reading, wanted)


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the ethnic groups, as text."""
    if not contractor.has_columns(reading, _NEEDED):
        return ()
    rows = contractor.counted_rows(reading)
    return contractor.drafts(reading, rows, share=_SCORE, base=_BASE, flipped=_FLIPPED)


SHAPE = Shape(NAME, TITLE, score, reshape, columns=columns)
