"""The cells of a workbook as text, worked out in a process of its own.

python-calamine is native code: a workbook can make it end its process, or take all memory, where
no ``except`` helps. So this file runs as a program of its own, under limits of memory and time:
the bytes of a workbook come in, text goes out, and its parent waits (``workbook.py``).
"""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.cells import clean

# Control characters never stand in a cleaned cell, so they can part what goes out.
CELL_END, LINE_END, SHEET_END = "\x1f", "\x1e", "\x1d"
REFUSED = "\x1c"
_MOST_KEPT = 50_000


class _Numbers(dict[float, str]):
    """Numbers as text; those met first are kept, because most of a sheet's numbers come again."""

    def __missing__(self, number: float) -> str:
        text = repr(number)
        text = text[:-2] if text.endswith(".0") else text
        if len(self) < _MOST_KEPT:
            self[number] = text
        return text


class _Texts(dict[str, str]):
    """Texts cleaned, and cut where they are too long, which ``has_cut`` says until it is reset."""

    has_cut = False

    def __missing__(self, text: str) -> str:
        if len(text) > limits.LONGEST_CELL:
            self.has_cut = True
            return clean(text[: limits.LONGEST_CELL])
        cleaned = clean(text)
        if len(self) < _MOST_KEPT:
            self[text] = cleaned
        return cleaned


class _Sheet:
    """What is noticed while the cells of one sheet become text."""

    def __init__(self) -> None:
        self.dates: list[int] = []
        self.cut: list[int] = []
        self._numbers = _Numbers()
        self._texts = _Texts()

    def texts(self, number: int, row: list[Any]) -> list[str]:
        """Return the cells of one row as text, empty ones at the end taken off."""
        numbers, texts = self._numbers, self._texts
        cells = [
            texts[cell]
            if type(cell) is str
            else numbers[cell]
            if type(cell) is float
            else self._other(number, cell)
            for cell in row
        ]
        if texts.has_cut:
            self.cut.append(number)
            texts.has_cut = False
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _other(self, number: int, cell: Any) -> str:
        if isinstance(cell, bool):
            return str(cell).upper()
        if isinstance(cell, (date, time, timedelta)):
            self.dates.append(number)
            return _moment(cell)
        return str(cell)


def _moment(moment: date | time | timedelta) -> str:
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date().isoformat()
    if isinstance(moment, datetime):
        return moment.isoformat(" ")
    return str(moment) if isinstance(moment, timedelta) else moment.isoformat()


def sheets_as_text(data: bytes) -> Iterator[str]:
    """Yield each sheet as text: what is known of it as JSON, then its rows with their numbers.

    Raises:
        FileRefused: If a sheet is too large.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    limits.refuse_many_sheets(len(workbook.sheet_names))
    cells = 0
    for at, about in enumerate(workbook.sheets_metadata):
        is_table = about.typ == SheetTypeEnum.WorkSheet
        sheet = _Sheet()
        lines: list[str] = []
        merges: list[tuple[int, ...]] = []
        if is_table:
            native = workbook.get_sheet_by_index(at)
            for line, count in _lines(native, sheet):
                cells += count
                lines.append(line)
                limits.refuse_large_table(len(lines), cells)
            merges = _merges(native)
        known = {
            "name": clean(about.name[: limits.LONGEST_CELL]),
            "hidden": about.visible != SheetVisibleEnum.Visible,
            "merges": merges,
            "dates": sorted(set(sheet.dates)),
            "cut": sorted(set(sheet.cut)),
        }
        yield LINE_END.join((json.dumps(known), *lines))


def _lines(native: Any, sheet: _Sheet) -> Iterator[tuple[str, int]]:
    if native.start is None:
        return
    # Native rows count from the sheet's first row, their cells from its first column in use.
    margin = [""] * native.start[1]
    for number, row in enumerate(native.iter_rows(), start=1):
        cells = sheet.texts(number, row)
        if cells:
            cells = margin + cells
            limits.refuse_many_columns(len(cells), number)
            yield CELL_END.join((str(number), *cells)), len(cells)


def _merges(native: Any) -> list[tuple[int, ...]]:
    """The merged ranges that begin where a header can stand: first row, column; last row, column.

    Rows are counted from one, as lines are; columns from zero, as positions are.
    """
    found: list[tuple[int, ...]] = [
        (first[0] + 1, first[1], last[0] + 1, last[1])
        for first, last in native.merged_cell_ranges or ()
        if first[0] < limits.LINES_SEARCHED_FOR_HEADER
    ]
    return sorted(found)[: limits.MOST_COLUMNS * 4]


def _limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent still watches the clock.
        return
    most = limits.WORKBOOK_MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    seconds = limits.WORKBOOK_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Return 0 once the workbook on standard input is text, or a refusal, on standard output."""
    from python_calamine import PasswordError

    _limit_this_process()
    # This process ends with its one answer, and makes nothing that refers to itself.
    gc.disable()
    try:
        said = SHEET_END.join(sheets_as_text(sys.stdin.buffer.read()))
    except FileRefused as refusal:
        said = REFUSED + str(refusal)
    except PasswordError:
        said = REFUSED + "password"
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
