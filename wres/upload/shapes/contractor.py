"""What the survey contractor's exports share: rows of one question, one breakdown and one answer.

The organisation is not in these files. ``DimName`` says what staff are broken down by, ``DimValue``
which of them a row is about; “Organisation” and “Comparator” stand beside the groups and are none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from wres.terms import survey_year_of
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field
from wres.upload.reading import Line, Reading
from wres.upload.shapes.draft import Draft, Keys
from wres.upload.shapes.survey_questions import (
    QUESTIONS_KNOWN,
    Question,
    contradiction_remark,
    contradicts,
    indicator_of,
    is_part_of_6,
    question_of,
    union_remark,
    unknown_year_remark,
)
from wres.upload.term_words import YearKind, year_word

YEAR, NUMBER, TEXT = "year", "questionnumber", "questiontext"
DIMENSION, GROUP = "dimname", "dimvalue"
_ETHNIC_DIMENSIONS = ("ethnicity", "ethnic group")
_NO_GROUPS = ("organisation", "comparator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row about an ethnic group: its survey year, its question, and the indicator, if any."""

    line: Line
    survey_year: int
    question: Question
    indicator: int | None
    group: str

    @property
    def keys(self) -> Keys:
        """The words that say what the figure is about."""
        return Keys(
            survey_year=str(self.survey_year),
            indicator=str(self.indicator or ""),
            ethnic_group=self.group,
        )

    @property
    def is_contradicted(self) -> bool:
        """Whether the text asks of something else than the number did that year."""
        return self.indicator is not None and contradicts(self.question, self.indicator)


@lru_cache(maxsize=64)
def places(header: tuple[str, ...]) -> dict[str, int]:
    """Return where each heading stands, by its letters alone; the first of two counts.

    A column without a heading stands nowhere: it may be the numbers of the rows.
    """
    found: dict[str, int] = {}
    for position, text in enumerate(header):
        letters = "".join(sign for sign in text.casefold() if sign.isalnum() or sign == "%")
        if letters:
            found.setdefault(letters, position)
    return found


def has_columns(reading: Reading, names: Iterable[str]) -> bool:
    """Return whether the table has all of these headings."""
    return set(names) <= set(places(reading.header))


def column_uses(reading: Reading, wanted: Mapping[str, Field]) -> dict[int, ColumnUse]:
    """Return what the columns of an export are for, by position."""
    shared = {YEAR: Field.SURVEY_YEAR, NUMBER: Field.INDICATOR, GROUP: Field.ETHNIC_GROUP}
    at = places(reading.header)
    return {
        at[name]: ColumnUse(
            header=reading.header[at[name]],
            position=at[name],
            field=field,
            how="named as in the contractor's export",
        )
        for name, field in (shared | dict(wanted)).items()
        if name in at
    }


def ethnic_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows about ethnic groups whose question and survey year can be read."""
    at = places(reading.header)
    for line in reading.rows:
        if words_of(line.cells[at[DIMENSION]]) not in _ETHNIC_DIMENSIONS:
            continue
        group = line.cells[at[GROUP]]
        year = _survey_year(line.cells[at[YEAR]])
        question = _question(line, at)
        if words_of(group) in _NO_GROUPS or year is None or question is None:
            continue
        yield Row(
            line=line,
            survey_year=year,
            question=question,
            indicator=indicator_of(question, year),
            group=group,
        )


def counted_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows of the indicators, without those whose text contradicts their number."""
    return (row for row in ethnic_rows(reading) if row.indicator and not row.is_contradicted)


def drafts(
    reading: Reading,
    rows: Iterable[Row],
    *,
    share: str,
    base: str = "",
    flipped: Collection[int] = (),
) -> tuple[Draft, ...]:
    """Return the figures of some rows, as text: a share, and its base where there is a column.

    Those of the indicators in ``flipped`` are what is left to 100 per cent.
    """
    at = places(reading.header)
    return tuple(
        Draft(
            line=row.line.number,
            keys=row.keys,
            denominator=row.line.cells[at[base]] if base in at else "",
            value=row.line.cells[at[share]],
            column=at[share],
            is_flipped=row.indicator in flipped,
        )
        for row in rows
    )


def remarks(reading: Reading) -> tuple[str, ...]:
    """Return what cannot be taken from the file, each reason once."""
    rows = list(ethnic_rows(reading))
    parts = {row.survey_year for row in rows if is_part_of_6(row.question, row.survey_year)}
    wrong = {(row.question, row.survey_year) for row in rows if row.is_contradicted}
    strange = sorted({row.survey_year for row in rows} - set(QUESTIONS_KNOWN))
    return (
        *((union_remark(parts),) if parts else ()),
        *(contradiction_remark(*one) for one in sorted(wrong, key=lambda one: one[0].number)),
        *(unknown_year_remark(year) for year in strange),
    )


def _survey_year(cell: str) -> int | None:
    word = year_word(cell)
    if word is None:
        return None
    return survey_year_of(word.year) if word.kind is YearKind.WRES else word.year


def _question(line: Line, at: dict[str, int]) -> Question | None:
    number = line.cells[at[NUMBER]].strip()
    found = question_of(number if number[:1].casefold() == "q" else f"Q{number}")
    if found is None:
        return None
    text = line.cells[at[TEXT]] if TEXT in at else ""
    inside = question_of(text)
    return Question(found.number, inside.text if inside else text)
