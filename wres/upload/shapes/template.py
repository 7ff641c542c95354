"""The project's own tidy template: one row per figure, headings as in ``data/templates/``."""

from __future__ import annotations

from wres.upload.columns import ColumnUse
from wres.upload.reading import Reading
from wres.upload.shapes import group_rows
from wres.upload.shapes.draft import Draft, Recognition, Shape

NAME = "template"
TITLE = "The template of this site: one row for each figure"
HEADINGS = (
    "org_code",
    "wres_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "numerator",
    "denominator",
    "percentage",
    "ratio",
)


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how much of the template's header the table has, in any order and case."""
    have = {heading.casefold() for heading in reading.header}
    share = sum(heading in have for heading in HEADINGS) / len(HEADINGS)
    if share < 1:
        return Recognition(NAME, 0.4 * share, "not all headings of the template are there")
    return Recognition(NAME, 1.0, "it has every heading of the template")


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the table, as text."""
    return group_rows.drafts(reading, uses)


SHAPE = Shape(NAME, TITLE, score, reshape)
