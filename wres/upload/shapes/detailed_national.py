"""The staff survey's detailed national workbook: England by ethnic background.

Each sheet has a row for each breakdown. Taken are the first row (all staff), White and all other
groups, and the single backgrounds; regions, occupations and the rest are not of the standard.
"""

from __future__ import annotations

from wres.organisations import ENGLAND
from wres.results import edition_of
from wres.terms import EthnicGroup
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field
from wres.upload.detailed_groups import detailed_group
from wres.upload.ethnic_words import ethnic_word
from wres.upload.mapping import Scale
from wres.upload.reading import Line, Reading
from wres.upload.shapes.detailed_survey import Measured, Sheet, figure_columns, sheet_of
from wres.upload.shapes.draft import Draft, Keys, Measure, Recognition, Shape
from wres.upload.shapes.survey_questions import (
    contradiction_remark,
    union_remark,
    unknown_year_remark,
)

NAME = "nss_national"
TITLE = "The staff survey's detailed national results: England by ethnic background"

_BASE, _BREAKDOWN, _SUBGROUP = "base", "breakdown", "breakdown subgroup"
_SUMMARY = "ethnic background summary"
_DETAILED = "ethnic background detailed"
_ETHNIC = "ethnic"


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return whether rows are breakdowns of England under the survey's questions."""
    sheet = sheet_of(reading)
    if not (_has_breakdowns(sheet) and sheet.is_of_the_survey):
        return Recognition(NAME, 0.0, "rows are not breakdowns under questions of the survey")
    if sheet.survey_year is None:
        return Recognition(
            NAME,
            0.97,
            "rows are breakdowns of England, of a survey that is not named",
            refusal="No line above the header names the survey year, and question numbers mean "
            "different things by year. Keep the title line “NHS Staff Survey” with its year.",
        )
    if sheet.is_of_unknown_year():
        reason = f"rows are breakdowns of England, survey {sheet.survey_year}"
        refusal = unknown_year_remark(sheet.survey_year)
        return Recognition(NAME, 0.97, reason, refusal=refusal)
    if not (sheet.measured() or sheet.contradictions() or sheet.has_parts_of_6()):
        return Recognition(NAME, 0.0, "no question of the sheet belongs to the standard")
    named = ", ".join(f"{one.question.name} as {one.indicator}" for one in sheet.measured())
    return Recognition(
        NAME,
        0.97,
        f"rows are breakdowns of England, survey {sheet.survey_year}; {named or 'no indicator'}",
        remarks=(*_of_questions(sheet, sheet.survey_year), *_of_rows(reading, sheet)),
    )


def columns(reading: Reading) -> dict[int, ColumnUse]:
    """Return what the columns the standard needs are for, by position."""
    sheet = sheet_of(reading)
    wanted = {_BASE: Field.ORG_NAME, _SUBGROUP: Field.ETHNIC_GROUP}
    named = {
        place: ColumnUse(
            header=sheet.headings[place].answer,
            position=place,
            field=field,
            how="named as in the detailed national results",
        )
        for name, field in wanted.items()
        if (place := sheet.place_of(name)) >= 0
    }
    return named | figure_columns(sheet)


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return England's figures by group, as text; a breakdown that is not ethnic gives none."""
    sheet = sheet_of(reading)
    if not _has_breakdowns(sheet):
        return ()
    grouped = ((line, _group_of(line, sheet)) for line in reading.rows)
    return tuple(
        _draft(line, group, measured=one, sheet=sheet)
        for line, group in grouped
        if group is not None
        for one in sheet.measured()
    )


def _draft(line: Line, group: EthnicGroup, *, measured: Measured, sheet: Sheet) -> Draft:
    year = sheet.survey_year or 0
    return Draft(
        line=line.number,
        keys=Keys(org_code=ENGLAND, survey_year=str(year), indicator=str(measured.indicator)),
        group=group,
        denominator=line.cells[measured.base] if measured.base >= 0 else "",
        value=line.cells[measured.value],
        measure=Measure.PERCENTAGE,
        column=measured.value,
        is_flipped=measured.is_flipped,
        edition=edition_of(year, weighted=sheet.is_weighted),
    )


def _has_breakdowns(sheet: Sheet) -> bool:
    return min(sheet.place_of(name) for name in (_BASE, _BREAKDOWN, _SUBGROUP)) >= 0


def _group_of(line: Line, sheet: Sheet) -> EthnicGroup | None:
    base, breakdown, label = (
        line.cells[sheet.place_of(name)] for name in (_BASE, _BREAKDOWN, _SUBGROUP)
    )
    if words_of(base) != "national":
        return None
    if not breakdown and not label:
        return EthnicGroup.ALL
    if words_of(breakdown) == _DETAILED:
        return detailed_group(label)
    word = ethnic_word(label) if words_of(breakdown) == _SUMMARY else None
    return word.group if word and not word.detailed else None


def _of_questions(sheet: Sheet, year: int) -> tuple[str, ...]:
    union = (union_remark((year,)),) if sheet.has_parts_of_6() else ()
    weights = () if sheet.is_weighted else (_unweighted_remark(year),)
    return (
        *union,
        *(contradiction_remark(one, year) for one in sheet.contradictions()),
        *weights,
    )


def _of_rows(reading: Reading, sheet: Sheet) -> tuple[str, ...]:
    """The ethnic rows that name no group we know: listed, not guessed."""
    place = sheet.place_of(_BREAKDOWN)
    ethnic = [line for line in reading.rows if _ETHNIC in words_of(line.cells[place]).split()]
    strange = [line for line in ethnic if _group_of(line, sheet) is None]
    if not strange:
        return ()
    label = sheet.place_of(_SUBGROUP)
    listed = ", ".join(f"“{line.cells[label][:60]}” (line {line.number})" for line in strange)
    return (f"Rows of groups that are not known were left out: {listed}.",)


def _unweighted_remark(year: int) -> str:
    return (
        f"The figures of survey {year} are not weighted. They are kept as an edition of their own "
        "and not compared with weighted ones."
    )


SHAPE = Shape(NAME, TITLE, score, reshape, columns=columns, scale=Scale.ZERO_TO_HUNDRED)
