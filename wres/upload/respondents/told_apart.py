"""Of columns headed as one thing: which is read, or which of them nothing tells apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wres.terms import survey_year_of
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field, heading
from wres.upload.reading import Line
from wres.upload.respondents.ethnicity import group_of
from wres.upload.term_words import YearKind, year_word

YEAR_FIELDS = (Field.SURVEY_YEAR, Field.YEAR, Field.WRES_YEAR)
_LAST_YEAR = re.compile(r"(20\d\d)(?:\.0)?$")
_NUMBER = re.compile(r"\d{1,2}(?:\.0+)?$")
# The heading of the template; a site or an employer may have a code of its own beside it.
_STANDARD = "org code"
_Meaning = object


def year_in(label: str, field: Field, *, is_last: bool = False) -> int | None:
    """Return the survey year a cell names: a year, or any text that ends in one.

    ``field`` says which year is meant where the cell does not, ``is_last`` that only its end is
    looked at.
    """
    word = None if is_last else year_word(label)
    if word is None:
        last = _LAST_YEAR.search(label)
        return int(last[1]) if last else None
    is_wres = word.kind is YearKind.WRES
    if word.kind is YearKind.UNSAID:
        is_wres = field is Field.WRES_YEAR
    return survey_year_of(word.year) if is_wres else word.year


def told_apart(
    uses: Sequence[ColumnUse], place: int | None, sample: Sequence[Line], *, year: int | None = None
) -> tuple[int | None, tuple[ColumnUse, ...]]:
    """Return the column to read of those headed like the one at a place, and those in doubt.

    A column is in no doubt if what it holds is something else, or if all say the same in every
    row that is looked at. ``year`` is the column of the year, by which codes are understood.
    """
    if place is None or uses[place].field is Field.UNKNOWN:
        return place, ()
    alike = [use for use in uses if use.field is uses[place].field]
    if len(alike) == 1:
        return place, ()
    left = [use for use in alike if not _is_something_else(use, sample)] or alike
    left = _standard(left, sample) or left
    if len(left) == 1 or _agree(left, sample, uses[year] if year is not None else None):
        # Labels need no list of codes, of which there are several.
        return min(left, key=lambda use: _numbers(use, sample)).position, ()
    return left[0].position, tuple(left)


def _is_headed(use: ColumnUse) -> bool:
    """Whether the heading alone says what the column holds, and not a person's choice."""
    return heading(use.header).field is use.field


def _standard(left: Sequence[ColumnUse], sample: Sequence[Line]) -> list[ColumnUse]:
    """The one column headed as in the template, if it is filled and nobody chose another one."""
    found = [use for use in left if words_of(use.header) == _STANDARD]
    is_filled = all(line.cells[use.position] for use in found for line in sample)
    return found if len(found) == 1 and is_filled and all(map(_is_headed, left)) else []


def _is_something_else(use: ColumnUse, sample: Sequence[Line]) -> bool:
    filled = [cell for line in sample if (cell := line.cells[use.position])]
    return bool(filled) and _is_headed(use) and not any(_is_known(use.field, c) for c in filled)


def _numbers(use: ColumnUse, sample: Sequence[Line]) -> int:
    if use.field is not Field.ETHNIC_GROUP:
        return 0
    return sum(_NUMBER.match(line.cells[use.position]) is not None for line in sample)


def _is_known(field: Field, cell: str) -> bool:
    # What a number stands for depends on the year, which may be chosen later.
    is_code = field is Field.ETHNIC_GROUP and _NUMBER.match(cell) is not None
    return is_code or _meaning(field, cell, None) is not None


def _meaning(field: Field, cell: str, year: int | None) -> _Meaning | None:
    if field is Field.ETHNIC_GROUP:
        return group_of(cell, year or 0)
    return year_in(cell, field) if field in YEAR_FIELDS else words_of(cell)


def _agree(left: Sequence[ColumnUse], sample: Sequence[Line], year: ColumnUse | None) -> bool:
    rows = [_meanings(left, line, year) for line in sample]
    filled = [row for row in rows if row]
    return bool(filled) and all(None not in row and len(row) == 1 for row in filled)


def _meanings(
    left: Sequence[ColumnUse], line: Line, year: ColumnUse | None
) -> set[_Meaning | None]:
    """What the columns mean in a row; nothing where all of them are empty."""
    cells = [line.cells[use.position] for use in left]
    of = year_in(line.cells[year.position], year.field) if year else None
    if not any(cells):
        return set()
    return {
        _meaning(use.field, cell, of) if cell else None
        for use, cell in zip(left, cells, strict=True)
    }
