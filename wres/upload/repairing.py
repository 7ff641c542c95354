"""What a repair is: changes of single cells, seen before they are made, never kept in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from wres.upload.checking import Upload
from wres.upload.columns import ColumnUse, Field
from wres.upload.figures import Figure
from wres.upload.reading import Line, Reading

WHOLE_ROW = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One cell as it stands and as it would be read; ``column`` counts from 0, as headings do.

    ``WHOLE_ROW`` as column leaves the row out. On the line of the headings, ``after`` is the use
    the column is given, such as ``ignored``.
    """

    line: int
    column: int
    before: str
    after: str
    sheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A repair that can be taken: its id, the check it answers, one sentence and its preview."""

    id: str
    check: str
    sentence: str
    preview: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class RepairKind:
    """A repair in the register: ``edits`` gives its changes on the lines its check names."""

    id: str
    check: str
    sentence: str
    edits: Callable[[Upload, frozenset[int]], Iterable[Edit]]


def edited(reading: Reading, edits: Iterable[Edit]) -> Reading:
    """Return a table with the changes made: cells rewritten, rows left out."""
    cells: dict[int, dict[int, str]] = {}
    gone: set[int] = set()
    for edit in edits:
        if edit.line == reading.header_row:
            continue
        if edit.column == WHOLE_ROW:
            gone.add(edit.line)
        else:
            cells.setdefault(edit.line, {})[edit.column] = edit.after
    rows = tuple(
        _rewritten(line, cells.get(line.number, {}))
        for line in reading.rows
        if line.number not in gone
    )
    return replace(reading, rows=rows)


def uses_given(reading: Reading, edits: Iterable[Edit]) -> tuple[tuple[str, str], ...]:
    """Return the uses that changes give to columns, as a mapping holds them."""
    return tuple((e.before, e.after) for e in edits if e.line == reading.header_row)


def cell_at(upload: Upload, line: int, column: int) -> str:
    """Return the text of a cell, or an empty text where the table has none."""
    row = upload.rows_by_line.get(line)
    return row.cells[column] if row and 0 <= column < len(row.cells) else ""


def change(upload: Upload, line: int, *, column: int, after: str) -> Iterable[Edit]:
    """Yield the change of one cell, unless nothing would change."""
    before = cell_at(upload, line, column)
    if column >= 0 and before != after:
        yield Edit(line=line, column=column, before=before, after=after, sheet=upload.reading.sheet)


def left_out(upload: Upload, line: int) -> Edit:
    """Return the change that leaves a row out."""
    row = upload.rows_by_line.get(line)
    text = ", ".join(cell for cell in row.cells if cell)[:80] if row else ""
    return Edit(line=line, column=WHOLE_ROW, before=text, after="", sheet=upload.reading.sheet)


def column_of(upload: Upload, figure: Figure, field: Field) -> int:
    """Return where a figure's cell of this kind stands, or -1 where that cannot be told.

    Only a cell that holds the figure's own text is given, so that nothing else is changed.
    """
    draft = figure.draft
    value = draft.value if field is Field.VALUE else getattr(draft, field.value, "")
    if field is Field.VALUE:
        found = draft.column
    else:
        found = next((u.position for u in upload.uses if _fits(u, field, figure)), -1)
    return found if found >= 0 and cell_at(upload, figure.line, found) == value else -1


def key_column(upload: Upload, field: Field) -> int:
    """Return where the column with this use stands, or -1."""
    return next((use.position for use in upload.uses if use.field is field and not use.group), -1)


def _fits(use: ColumnUse, field: Field, figure: Figure) -> bool:
    keys = figure.draft.keys
    return (
        use.field is field
        and use.group is figure.draft.group
        and (use.indicator is None or str(use.indicator) == keys.indicator)
        and (use.year is None or str(use.year) == keys.year)
    )


def _rewritten(line: Line, cells: dict[int, str]) -> Line:
    if not cells:
        return line
    kept = (cells.get(at, text) for at, text in enumerate(line.cells))
    return Line(line.number, tuple(kept))
