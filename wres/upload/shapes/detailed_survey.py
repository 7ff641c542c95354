"""The staff survey's detailed workbooks: one column an answer, under merged question texts.

The header stands on row 5: the answer (“% Never”) or “Base (number of responses)”, and over it in
row 1 the question, which reaches the columns to its right until the next one. The national
workbook has a row for each breakdown; the organisational one a row for each organisation.
Percentages are 0 to 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field
from wres.upload.reading import HEADER_JOINT, Line, Reading
from wres.upload.shapes.survey_questions import (
    QUESTIONS_KNOWN,
    Question,
    contradicts,
    indicator_of,
    is_of_the_standard,
    is_part_of_6,
    question_of,
)

_SURVEY_YEAR = re.compile(r"staff survey (20\d\d)", re.I)
_BASE = "base"
# Which answer is counted for an indicator, and whether what is left to 100 is the figure.
_ANSWERS = {5: ("% never", True), 7: ("% yes", False), 8: ("% yes", False)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column: the question over it, None for the columns that name a row, and its own heading."""

    position: int
    question: Question | None
    answer: str

    @property
    def whole(self) -> str:
        """The heading as it is shown, question and answer."""
        asked = f"{self.question.name}{HEADER_JOINT}" if self.question else ""
        return f"{asked}{self.answer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The columns of one indicator; ``is_flipped`` when the share who said “never” is given."""

    indicator: int
    question: Question
    value: int
    base: int
    is_flipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the header of one sheet holds."""

    survey_year: int | None
    is_weighted: bool
    headings: tuple[Heading, ...]

    def place_of(self, name: str) -> int:
        """Return where the column that names rows stands, or -1."""
        named = (h for h in self.headings if h.question is None)
        return next((h.position for h in named if words_of(h.answer) == name), -1)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the sheet, each once, in its order."""
        return tuple(dict.fromkeys(h.question for h in self.headings if h.question))

    @property
    def is_of_the_survey(self) -> bool:
        """Whether it has questions with the share of each answer below them."""
        return any(h.question and h.answer.startswith("%") for h in self.headings)

    def measured(self) -> tuple[Measured, ...]:
        """Return the columns of the indicators that can be had from the sheet."""
        year = self.survey_year
        asked = self.questions if year else ()
        found = (self._measured(one, indicator_of(one, year or 0)) for one in asked)
        return tuple(one for one in found if one is not None)

    def contradictions(self) -> tuple[Question, ...]:
        """Return the questions whose text does not fit what their number asked that year."""
        return tuple(one for one in self.questions if self._fits_not(one))

    def is_of_unknown_year(self) -> bool:
        """Return whether it asks what the standard needs, in a survey whose numbers we lack."""
        year = self.survey_year
        asked = any(is_of_the_standard(question) for question in self.questions)
        return asked and year is not None and year not in QUESTIONS_KNOWN

    def has_parts_of_6(self) -> bool:
        """Return whether managers and colleagues are asked of apart."""
        year = self.survey_year
        return year is not None and any(is_part_of_6(one, year) for one in self.questions)

    def _fits_not(self, question: Question) -> bool:
        number = indicator_of(question, self.survey_year) if self.survey_year else None
        return number is not None and contradicts(question, number)

    def _measured(self, question: Question, indicator: int | None) -> Measured | None:
        if indicator is None or contradicts(question, indicator):
            return None
        below = {h.answer.casefold(): h.position for h in self.headings if h.question == question}
        answer, is_flipped = _ANSWERS[indicator]
        base = next((place for text, place in below.items() if text.startswith(_BASE)), -1)
        if answer not in below:
            return None
        return Measured(
            indicator=indicator,
            question=question,
            value=below[answer],
            base=base,
            is_flipped=is_flipped,
        )


def sheet_of(reading: Reading) -> Sheet:
    """Return what the header of a sheet holds, whether its two rows were joined or not."""
    return _sheet(reading.header, reading.above)


@lru_cache(maxsize=64)
def _sheet(header: tuple[str, ...], above: tuple[Line, ...]) -> Sheet:
    titles = " ".join(cell for line in above for cell in line.cells if cell)
    # A reader that joins header rows may put the title over the first columns.
    titles = f"{titles} {' '.join(header[:1])}"
    year = _SURVEY_YEAR.search(titles)
    return Sheet(
        survey_year=int(year[1]) if year else None,
        is_weighted="unweighted" not in titles.casefold(),
        headings=tuple(_headings(header, above)),
    )


def _headings(header: tuple[str, ...], above: tuple[Line, ...]) -> Iterator[Heading]:
    over = _questions_over(above, len(header))
    for position, text in enumerate(header):
        *parts, answer = text.split(HEADER_JOINT)
        joined = next((found for part in parts if (found := question_of(part))), None)
        yield Heading(
            position=position,
            question=joined if parts else over[position],
            answer=answer.strip(),
        )


def _questions_over(above: tuple[Line, ...], width: int) -> list[Question | None]:
    """The question over each column, in the row that names most of them."""
    rows = [[question_of(cell) for cell in line.cells] for line in above]
    best = max(rows, key=lambda row: sum(one is not None for one in row), default=[])
    found: list[Question | None] = []
    for position in range(width):
        here = best[position] if position < len(best) else None
        found.append(here or (found[-1] if found else None))
    return found


def figure_columns(sheet: Sheet) -> dict[int, ColumnUse]:
    """Return what the columns of the indicators are for, by position."""
    found = {}
    for one in sheet.measured():
        for place, field in ((one.value, Field.VALUE), (one.base, Field.DENOMINATOR)):
            if place >= 0:
                found[place] = ColumnUse(
                    header=sheet.headings[place].whole,
                    position=place,
                    field=field,
                    how=f"{one.question.name} is indicator {one.indicator} in this survey",
                    indicator=one.indicator,
                    year=sheet.survey_year,
                )
    return found
