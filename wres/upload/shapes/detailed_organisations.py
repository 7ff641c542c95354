"""The staff survey's detailed workbook by organisation: understood, and without ethnic groups."""

from __future__ import annotations

from wres.upload.columns import ColumnUse, Field
from wres.upload.mapping import Scale
from wres.upload.reading import Reading
from wres.upload.shapes.detailed_survey import Sheet, sheet_of
from wres.upload.shapes.draft import Draft, Recognition, Shape

NAME = "nss_organisations"
TITLE = "The staff survey's detailed results by organisation (no ethnic groups in it)"

_CODE, _NAME = "ods code", "organisation name"
_REFUSAL = (
    "These are the staff survey's detailed results by organisation, for all staff together. The "
    "file has no split by ethnic group, so it has no figures of BME or White staff. "
    "The survey's benchmark report workbook has them."
)


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return whether rows are organisations under the survey's questions; then always a refusal."""
    sheet = sheet_of(reading)
    if not (_has_organisations(sheet) and sheet.is_of_the_survey):
        return Recognition(NAME, 0.0, "rows are not organisations under questions of the survey")
    wanted = sheet.measured() or sheet.has_parts_of_6() or sheet.is_of_unknown_year()
    # A workbook has many sheets: one that holds no question of the standard needs no refusal.
    if reading.sheets and not wanted:
        return Recognition(NAME, 0.0, "no question of the sheet belongs to the standard")
    return Recognition(NAME, 0.97, "rows are organisations, all staff together", refusal=_REFUSAL)


def columns(reading: Reading) -> dict[int, ColumnUse]:
    """Return the columns that name the organisation; no other is needed to refuse the file."""
    sheet = sheet_of(reading)
    year = sheet.survey_year
    return {
        place: ColumnUse(
            header=sheet.headings[place].answer,
            position=place,
            field=field,
            how="named as in the detailed results by organisation",
            year=year,
        )
        for name, field in ((_CODE, Field.ORG_CODE), (_NAME, Field.ORG_NAME))
        if (place := sheet.place_of(name)) >= 0
    }


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return no figures: the file has none of a single ethnic group."""
    return ()


def _has_organisations(sheet: Sheet) -> bool:
    return min(sheet.place_of(name) for name in (_CODE, _NAME)) >= 0


SHAPE = Shape(NAME, TITLE, score, reshape, columns=columns, scale=Scale.ZERO_TO_HUNDRED)
