"""Tables with a column for each ethnic group: “White %” beside “BME %”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wres.terms import EthnicGroup
from wres.upload.columns import ColumnUse, Field
from wres.upload.reading import Line, Reading
from wres.upload.shapes.draft import Draft, Keys, Measure, key_positions, keys_of, positions

_OF_GROUPS = (Field.PERCENTAGE, Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """The columns of one group, and of one indicator and year where headings name them."""

    group: EthnicGroup
    indicator: int | None
    year: int | None
    places: dict[Field, int]


def drafts(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of a table with columns for each group, as text."""
    keys, blocks = key_positions(uses), _blocks(uses)
    ratio = positions(uses, (Field.RATIO,)).get("ratio", -1)
    return tuple(
        draft for line in reading.rows for draft in _of_line(line, keys, blocks=blocks, ratio=ratio)
    )


def _blocks(uses: tuple[ColumnUse, ...]) -> list[_Block]:
    found: dict[tuple[EthnicGroup, int | None, int | None], dict[Field, int]] = {}
    for use in uses:
        if use.group is not None and use.field in _OF_GROUPS:
            places = found.setdefault((use.group, use.indicator, use.year), {})
            places.setdefault(use.field, use.position)
    return [
        _Block(group=group, indicator=indicator, year=year, places=places)
        for (group, indicator, year), places in found.items()
    ]


def _of_line(
    line: Line, keys: dict[str, int], *, blocks: list[_Block], ratio: int
) -> Iterator[Draft]:
    said = keys_of(line, keys)
    if ratio >= 0 and line.cells[ratio]:
        yield Draft(
            line=line.number,
            keys=said,
            group=EthnicGroup.ALL,
            value=line.cells[ratio],
            measure=Measure.RATIO,
            column=ratio,
        )
        if not any(line.cells[at] for block in blocks for at in block.places.values()):
            return
    for block in blocks:
        yield _of_block(line, said, block)


def _of_block(line: Line, said: Keys, block: _Block) -> Draft:
    named = said
    if block.indicator is not None:
        named = replace(named, indicator=str(block.indicator))
    if block.year is not None:
        named = replace(named, year=str(block.year))
    kind = Field.PERCENTAGE if Field.PERCENTAGE in block.places else Field.VALUE
    value, numerator, denominator = (
        line.cells[block.places[field]] if field in block.places else ""
        for field in (kind, Field.NUMERATOR, Field.DENOMINATOR)
    )
    return Draft(
        line=line.number,
        keys=named,
        group=block.group,
        numerator=numerator,
        denominator=denominator,
        value=value,
        column=block.places.get(kind, -1),
    )
