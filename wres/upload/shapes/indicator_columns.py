"""A table with a column for each indicator: “Indicator 5”, “Q16b BME”, “5 White %”.

A question of the survey is passed on as it is written, as its number is only understood with the
year. A bare number is an indicator only where all four of the survey's stand side by side, each
with its group: 5 to 8 are pay bands too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wres.indicators import INDICATOR_NUMBER_PATTERN, SURVEY_INDICATORS
from wres.terms import EthnicGroup
from wres.upload.band_words import band_word
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field, heading
from wres.upload.indicator_words import indicator_of_wording
from wres.upload.reading import Line, Reading
from wres.upload.shapes.draft import (
    Draft,
    Keys,
    Measure,
    Recognition,
    Shape,
    key_positions,
    keys_of,
)
from wres.upload.shapes.header_parts import year_above

NAME = "indicator_columns"
TITLE = "A table with a column for each indicator"
_BASES = (Field.DENOMINATOR, Field.NUMERATOR)
_QUESTION = r"q ?\d{1,2} ?[a-d](?: (?:or|and) (?:q ?\d{1,2} ?)?[a-d])?|q ?\d{1,2}"
_SURVEY_NUMBERS = frozenset(map(str, SURVEY_INDICATORS))
_SURVEY = "|".join(sorted(_SURVEY_NUMBERS))
_NUMBER = f"(?:{INDICATOR_NUMBER_PATTERN})"
_INDICATOR = rf"(?:wres )?(?:indicator|ind|metric) ?{_NUMBER}|wres {_NUMBER}"
_NAMED = re.compile(rf"^(?P<name>{_QUESTION}|{_INDICATOR}|{_SURVEY})(?= |$)(?P<rest>.*)$")
_NAMED_LAST = re.compile(rf"^(?P<rest>.+) (?P<name>{_QUESTION}|{_INDICATOR})$")
_YEARS = ("year", "wres_year", "survey_year")


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of figures: the words that name its indicator, its group, and what it holds."""

    position: int
    name: str
    group: EthnicGroup | None
    field: Field


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how well the table fits: headings name indicators, and headings or rows the groups."""
    fields = {use.field for use in uses}
    columns = _columns(uses)
    if Field.INDICATOR in fields or not any(c.field not in _BASES for c in columns):
        return Recognition(NAME, 0.0, "no headings name an indicator each")
    in_rows = Field.ETHNIC_GROUP in fields
    if not in_rows and any(column.group is None for column in columns):
        return Recognition(NAME, 0.4, "headings name indicators, and nothing names ethnic groups")
    names = sorted({column.name for column in columns})
    return Recognition(
        NAME,
        0.87,
        f"headings name {', '.join(f'“{name}”' for name in names)}",
        read_columns=tuple(column.position for column in columns),
    )


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return one figure for each row, indicator and group, as text."""
    columns, places = _columns(uses), key_positions(uses)
    above = year_above(reading)
    return tuple(
        draft
        for line in reading.rows
        for draft in _of_line(line, _dated(keys_of(line, places), above), columns)
    )


def _columns(uses: tuple[ColumnUse, ...]) -> tuple[_Column, ...]:
    found = tuple(column for use in uses if (column := _column(use)))
    numbered = [column for column in found if column.name.isdigit()]
    bare = {column.name for column in numbered if column.group}
    has_bands = any(use.field is Field.BAND or _is_band(use) for use in uses)
    if bare == _SURVEY_NUMBERS and not has_bands and all(column.group for column in numbered):
        return found
    return tuple(column for column in found if not column.name.isdigit())


def _is_band(use: ColumnUse) -> bool:
    return bool(use.header) and not use.header.isdigit() and band_word(use.header) is not None


def _column(use: ColumnUse) -> _Column | None:
    if use.field is Field.PERSONAL or use.how == "chosen by you":
        return None
    number = indicator_of_wording(use.header)
    if number is not None:
        return _Column(use.position, f"indicator {number}", None, Field.PERCENTAGE)
    words = words_of(use.header)
    named = _NAMED.match(words) or _NAMED_LAST.match(words)
    if named is None:
        return None
    rest = named["rest"].strip()
    meant = heading(rest)
    if rest and meant.field not in (Field.PERCENTAGE, Field.VALUE, Field.RATIO, *_BASES):
        return None
    field = meant.field if rest else Field.VALUE
    return _Column(use.position, named["name"], meant.group if rest else None, field)


def _dated(keys: Keys, above: str) -> Keys:
    is_dated = any(getattr(keys, name) for name in _YEARS)
    return keys if is_dated or not above else replace(keys, year=above)


def _of_line(line: Line, keys: Keys, columns: tuple[_Column, ...]) -> Iterator[Draft]:
    beside = {(c.name, c.group, c.field): c.position for c in columns if c.field in _BASES}
    for column in columns:
        if column.field in _BASES:
            continue
        base, top = (
            line.cells[at]
            if (at := beside.get((column.name, column.group, field), -1)) >= 0
            else ""
            for field in _BASES
        )
        yield Draft(
            line=line.number,
            keys=replace(keys, indicator=column.name),
            group=EthnicGroup.ALL if column.field is Field.RATIO else column.group,
            numerator=top,
            denominator=base,
            value=line.cells[column.position],
            measure=_measure(column.field),
            column=column.position,
        )


def _measure(field: Field) -> Measure:
    if field is Field.RATIO:
        return Measure.RATIO
    return Measure.VALUE if field is Field.VALUE else Measure.PERCENTAGE


SHAPE = Shape(NAME, TITLE, score, reshape)
