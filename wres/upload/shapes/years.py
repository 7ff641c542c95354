"""A published table with a column, or a pair of columns, for each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wres.indicators import INDICATOR_NUMBERS, LIKELIHOOD_INDICATORS
from wres.terms import EthnicGroup
from wres.upload.columns import ColumnUse, Field
from wres.upload.ethnic_words import ethnic_word
from wres.upload.numbers import quantity
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
from wres.upload.shapes.header_parts import HeaderParts, header_parts
from wres.upload.shapes.workforce_tables import column_of
from wres.upload.term_words import indicator_number

NAME = "years"
TITLE = "A table with a column for each year"
_YEARS = (Field.YEAR, Field.WRES_YEAR, Field.SURVEY_YEAR)
_CARRIED = "An empty cell under an indicator or a trust was read as the cell above it."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """Where the words of a row stand, and which columns hold the figures of which year."""

    places: dict[str, int]
    columns: dict[int, HeaderParts]
    indicator_above: str


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how well the table fits: two years in headings, a group and an indicator somewhere."""
    table = _table(reading, uses)
    years = sorted({parts.year for parts in table.columns.values()})
    if len(years) < 2 or any(use.field in _YEARS and not use.year for use in uses):
        return Recognition(NAME, 0.0, "no two headings name different years")
    found = reshape(reading, uses)
    numbers = {indicator_number(draft.keys.indicator) for draft in found}
    if not numbers or None in numbers:
        return Recognition(NAME, 0.4, "headings name years, and a row names no indicator")
    grouped = all(draft.group or draft.keys.ethnic_group for draft in found)
    if not grouped and not numbers <= set(LIKELIHOOD_INDICATORS):
        return Recognition(NAME, 0.4, "headings name years, and nothing names the ethnic group")
    return Recognition(
        NAME,
        0.88,
        f"headings name {len(years)} years, from {years[0]} to {years[-1]}",
        remarks=(_CARRIED,) if _has_gaps(reading, table) else (),
        read_columns=(*table.columns, *table.places.values()),
    )


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return one figure for each row and year, as text."""
    return tuple(_drafts(reading, _table(reading, uses)))


def _table(reading: Reading, uses: tuple[ColumnUse, ...]) -> _Table:
    places = key_positions(uses)
    for kind in _YEARS:
        places.pop(kind.value, None)
    for wanted, is_word in (
        (Field.ETHNIC_GROUP, lambda cell: bool(ethnic_word(cell))),
        (Field.INDICATOR, lambda cell: indicator_number(cell) in INDICATOR_NUMBERS),
    ):
        at = column_of(reading, uses, wanted, is_word=is_word)
        if at >= 0:
            places[wanted.value] = at
    columns = {
        use.position: parts
        for use in uses
        if use.position not in places.values()
        and (parts := header_parts(use.header)).year
        and not (parts.is_other or use.field is Field.IGNORED or parts.rest)
    }
    return _Table(places=places, columns=columns, indicator_above=_indicator_above(reading))


def _indicator_above(reading: Reading) -> str:
    cells = [cell for line in reading.above for cell in line.cells if cell]
    found = {
        number: cell for cell in cells if (number := indicator_number(cell)) in INDICATOR_NUMBERS
    }
    return next(iter(found.values())) if len(found) == 1 else ""


def _drafts(reading: Reading, table: _Table) -> Iterator[Draft]:
    indicator, group, before = table.indicator_above, "", Keys()
    for line in reading.rows:
        section = _section(line, table)
        if section:
            is_group = ethnic_word(section) is not None
            indicator, group = (indicator, section) if is_group else (section, "")
            before = replace(before, indicator="")
            continue
        said = _group_as_group(keys_of(line, table.places))
        # A cell of a heading merged over rows is empty in all rows but its first.
        org = said.org_code or said.org_name
        keys = replace(
            said,
            indicator=said.indicator or before.indicator or indicator,
            ethnic_group=said.ethnic_group or group,
            org_code=said.org_code if org else before.org_code,
            org_name=said.org_name if org else before.org_name,
        )
        before = replace(keys, indicator=keys.indicator if "indicator" in table.places else "")
        yield from _of_line(line, keys, table)


def _group_as_group(said: Keys) -> Keys:
    """The words of a row, where groups stand under their indicator in one column."""
    label = said.indicator
    if ethnic_word(label) is None or indicator_number(label) is not None:
        return said
    return replace(said, indicator="", ethnic_group=said.ethnic_group or label)


def _section(line: Line, table: _Table) -> str:
    """The words of a row that holds nothing else, when they name a group or an indicator."""
    filled = [(at, cell) for at, cell in enumerate(line.cells) if cell]
    if len(filled) != 1 or filled[0][0] in table.columns:
        return ""
    cell = filled[0][1]
    return cell if ethnic_word(cell) or indicator_number(cell) in INDICATOR_NUMBERS else ""


def _of_line(line: Line, keys: Keys, table: _Table) -> Iterator[Draft]:
    bases = {(p.year, p.label, p.indicator): at for at, p in table.columns.items() if p.is_base}
    counts = {(p.year, p.label, p.indicator): at for at, p in table.columns.items() if p.is_count}
    for at, parts in table.columns.items():
        what = (parts.year, parts.label, parts.indicator)
        if parts.is_base or (parts.is_count and what in counts and _has_value(table, what)):
            continue
        top, base = counts.get(what, -1), bases.get(what, -1)
        number = str(parts.indicator) if parts.indicator else keys.indicator
        yield Draft(
            line=line.number,
            keys=replace(keys, year=parts.year, indicator=number),
            group=_group(parts),
            numerator=line.cells[top] if top >= 0 else "",
            denominator=line.cells[base] if base >= 0 else "",
            value="" if parts.is_count else line.cells[at],
            measure=_measure(parts),
            column=at,
        )


def _has_value(table: _Table, what: tuple[str, str, int | None]) -> bool:
    return any(
        (p.year, p.label, p.indicator) == what and not (p.is_base or p.is_count)
        for p in table.columns.values()
    )


def _group(parts: HeaderParts) -> EthnicGroup | None:
    return parts.word.group if parts.word and not parts.word.detailed else None


def _measure(parts: HeaderParts) -> Measure:
    if parts.is_ratio:
        return Measure.RATIO
    return Measure.PERCENTAGE if parts.is_percentage else Measure.VALUE


def _has_gaps(reading: Reading, table: _Table) -> bool:
    names = ("indicator", "org_code", "org_name")
    watched = [at for name, at in table.places.items() if name in names]
    figures = [
        line
        for line in reading.rows
        if any(quantity(line.cells[at]).number is not None for at in table.columns)
    ]
    return any(not line.cells[at] for line in figures for at in watched)


SHAPE = Shape(NAME, TITLE, score, reshape)
