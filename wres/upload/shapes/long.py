"""A long table: one row for each organisation, indicator and ethnic group, with one value."""

from __future__ import annotations

from wres.upload.columns import FIGURE_FIELDS, ColumnUse, Field
from wres.upload.reading import Reading
from wres.upload.shapes import group_columns, group_rows
from wres.upload.shapes.draft import Draft, Recognition, Shape

NAME = "long"
TITLE = "A long table with a row for each organisation and indicator"


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how well the columns fit: rows name organisation, indicator and group or groups."""
    fields = {use.field for use in uses if use.group is None}
    figures = fields & set(FIGURE_FIELDS)
    organisation = fields & {Field.ORG_CODE, Field.ORG_NAME}
    if Field.ETHNIC_GROUP in fields and figures and Field.INDICATOR in fields:
        return Recognition(NAME, 0.9, "rows name the indicator and the ethnic group")
    if _has_groups(uses) and organisation and fields >= {Field.INDICATOR, Field.SURVEY_YEAR}:
        return Recognition(NAME, 0.85, "rows name the organisation, survey year and indicator")
    if Field.RATIO in fields and Field.INDICATOR in fields:
        return Recognition(NAME, 0.6, "rows name the indicator and give a ratio")
    return Recognition(NAME, 0.0, "rows do not name an indicator and an ethnic group")


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the table, as text, whether groups stand in rows or in columns."""
    if any(use.field is Field.ETHNIC_GROUP for use in uses):
        return group_rows.drafts(reading, uses)
    if _has_groups(uses):
        return group_columns.drafts(reading, uses)
    return group_rows.drafts(reading, uses)


def _has_groups(uses: tuple[ColumnUse, ...]) -> bool:
    return any(use.group is not None and use.field in FIGURE_FIELDS for use in uses)


SHAPE = Shape(NAME, TITLE, score, reshape)
