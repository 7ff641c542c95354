"""Rows that name two indicators: one by number, another in words. Neither is taken."""

from __future__ import annotations

from wres.upload.columns import ColumnUse, Field
from wres.upload.indicator_words import indicator_of_wording, numbered_wording
from wres.upload.limits import LINES_NAMED
from wres.upload.reading import Reading
from wres.upload.term_words import indicator_number

_WORDS = (Field.IGNORED, Field.UNKNOWN, Field.INDICATOR)


def contradicted(reading: Reading, uses: tuple[ColumnUse, ...]) -> str:
    """Return one sentence on the rows whose number and words name two indicators, or nothing."""
    number = next((use.position for use in uses if use.field is Field.INDICATOR), -1)
    if number < 0:
        return ""
    wording = _wording_column(reading, uses, number)
    found: list[tuple[int, int, int]] = []
    for line in reading.rows:
        cell = line.cells[number]
        twice = numbered_wording(cell)
        if wording >= 0 and line.cells[wording] and twice is None:
            twice = _of_two_cells(cell, line.cells[wording])
        if twice and twice[0] != twice[1]:
            found.append((line.number, *twice))
    return _sentence(found)


def _wording_column(reading: Reading, uses: tuple[ColumnUse, ...], number: int) -> int:
    """The column beside the indicator's own that holds its printed wording; −1 if none does."""
    for use in uses:
        cells = {line.cells[use.position] for line in reading.rows} - {""}
        is_other = use.field in _WORDS and use.position != number
        if is_other and any(indicator_of_wording(cell) for cell in cells):
            return use.position
    return -1


def _of_two_cells(cell: str, words: str) -> tuple[int, int] | None:
    numbered, said = indicator_number(cell), indicator_of_wording(words)
    return (numbered, said) if numbered is not None and said is not None else None


def _sentence(found: list[tuple[int, int, int]]) -> str:
    if not found:
        return ""
    lines = ", ".join(str(line) for line, _, _ in found[:LINES_NAMED])
    more = f" and {len(found) - LINES_NAMED} more" if len(found) > LINES_NAMED else ""
    _, number, words = found[0]
    where = f"Line {lines}" if len(found) == 1 else f"Lines {lines}{more}"
    return (
        f"{where}: the number is of indicator {number} and the words are of indicator {words}. "
        "Correct the one that is wrong."
    )
