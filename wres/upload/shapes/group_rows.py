"""Tables with one row for each ethnic group: the group is in a column of its own."""

from __future__ import annotations

from collections.abc import Iterator

from wres.terms import EthnicGroup
from wres.upload.columns import ColumnUse, Field
from wres.upload.reading import Line, Reading
from wres.upload.shapes.draft import Draft, Measure, key_positions, keys_of, positions

_FIGURES = (Field.NUMERATOR, Field.DENOMINATOR, Field.PERCENTAGE, Field.VALUE, Field.RATIO)


def drafts(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of a table with a row for each group, as text."""
    keys, figures = key_positions(uses), positions(uses, _FIGURES)
    return tuple(draft for line in reading.rows for draft in _of_line(line, keys, figures))


def _of_line(line: Line, keys: dict[str, int], figures: dict[str, int]) -> Iterator[Draft]:
    said = keys_of(line, keys)
    cell = {name: line.cells[place] for name, place in figures.items()}
    numerator, denominator = cell.get("numerator", ""), cell.get("denominator", "")
    if cell.get("ratio"):
        # A relative likelihood compares two groups, so it belongs to neither row alone.
        yield Draft(
            line=line.number,
            keys=said,
            group=EthnicGroup.ALL,
            value=cell["ratio"],
            measure=Measure.RATIO,
            column=figures["ratio"],
        )
    kind = "value" if cell.get("value") or "percentage" not in figures else "percentage"
    value = cell.get(kind, "")
    if cell.get("ratio") and not (value or numerator or denominator):
        return
    yield Draft(
        line=line.number,
        keys=said,
        numerator=numerator,
        denominator=denominator,
        value=value,
        measure=Measure.VALUE if kind == "value" else Measure.PERCENTAGE,
        column=figures.get(kind, -1),
    )
