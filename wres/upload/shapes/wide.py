"""A wide table: percentages by ethnic group in columns side by side."""

from __future__ import annotations

from wres.upload.columns import FIGURE_FIELDS, ColumnUse, Field
from wres.upload.reading import Reading
from wres.upload.shapes import group_columns
from wres.upload.shapes.draft import Draft, Recognition, Shape

NAME = "wide"
TITLE = "A table with a column for each ethnic group"


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how well the columns fit: groups in headings, and a column naming the indicator."""
    groups = sorted({use.group.value for use in uses if use.group and use.field in FIGURE_FIELDS})
    if not groups:
        return Recognition(NAME, 0.0, "no heading names an ethnic group")
    named = any(use.field is Field.INDICATOR or use.indicator for use in uses)
    listed = " and ".join("BME" if group == "bme" else group.capitalize() for group in groups)
    if not named:
        return Recognition(NAME, 0.4, f"headings name {listed}, and nothing names the indicator")
    return Recognition(NAME, 0.8, f"headings name the groups {listed}")


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the table, as text."""
    return group_columns.drafts(reading, uses)


SHAPE = Shape(NAME, TITLE, score, reshape)
