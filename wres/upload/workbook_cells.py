"""The cells of a workbook as text, worked out in a process of its own.

python-calamine is native code: a workbook can make it end its process, or take all memory, where
no ``except`` helps. So this file runs as a program of its own, under limits of memory and time:
the bytes of a workbook come in, text goes out, and its parent takes it in (``workbook.py``).

What goes out are records, each with ``LINE_END`` after it: a line of a sheet as its number and its
cells; after the lines of a sheet ``SHEET_END`` and what else is known of it as JSON; or, as the
last, ``REFUSED`` and why.
"""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.cells import clean

# Control characters never stand in a cleaned cell, so they can part what goes out.
CELL_END, LINE_END, SHEET_END = "\x1f", "\x1e", "\x1d"
REFUSED = "\x1c"
_MOST_KEPT = 100_000
_AT_ONCE = 1_000
_PLAIN = frozenset((str, float))


class _Texts(dict[str | float, str]):
    """Texts cleaned and numbers as text; those met first are kept, as most come again.

    A text that is too long is cut, which ``has_cut`` says until it is reset.
    """

    has_cut = False

    def __missing__(self, cell: str | float) -> str:
        if type(cell) is str and len(cell) > limits.LONGEST_CELL:
            self.has_cut = True
            return clean(cell[: limits.LONGEST_CELL])
        text = clean(cell) if type(cell) is str else _number(cell)
        if len(self) < _MOST_KEPT:
            self[cell] = text
        return text


def _number(number: Any) -> str:
    text = repr(number)
    return text[:-2] if text.endswith(".0") else text


class _Sheet:
    """What is noticed while the cells of one sheet become text."""

    def __init__(self) -> None:
        self.dates: list[int] = []
        self.cut: list[int] = []
        self._texts = _Texts()

    def texts(self, number: int, row: list[Any]) -> list[str]:
        """Return the cells of one row as text, empty ones at the end taken off."""
        texts = self._texts
        # True and 1.0 are one key, so only texts and numbers are looked up together.
        if _PLAIN.issuperset(map(type, row)):
            cells = list(map(texts.__getitem__, row))
        else:
            cells = [
                texts[cell] if type(cell) in _PLAIN else self._other(number, cell) for cell in row
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


def records_of(data: bytes) -> Iterator[str]:
    """Yield the records of a workbook: the lines of each sheet, then what else is known of it.

    Raises:
        FileRefused: If a sheet is too large.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    limits.refuse_many_sheets(len(workbook.sheet_names))
    cells = 0
    for at, about in enumerate(workbook.sheets_metadata):
        sheet = _Sheet()
        merges: list[tuple[int, ...]] = []
        if about.typ == SheetTypeEnum.WorkSheet:
            native = workbook.get_sheet_by_index(at)
            for lines, (line, count) in enumerate(_lines(native, sheet), start=1):
                cells += count
                limits.refuse_large_table(lines, cells)
                yield line
            merges = _merges(native)
        known = {
            "name": clean(about.name[: limits.LONGEST_CELL]),
            "hidden": about.visible != SheetVisibleEnum.Visible,
            "merges": merges,
            "dates": sorted(set(sheet.dates)),
            "cut": sorted(set(sheet.cut)),
        }
        yield SHEET_END + json.dumps(known)


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
        records = records_of(sys.stdin.buffer.read())
        while some := list(islice(records, _AT_ONCE)):
            _say(some)
    except FileRefused as refusal:
        _say([REFUSED + str(refusal)])
    except PasswordError:
        _say([REFUSED + "password"])
    return 0


def _say(records: list[str]) -> None:
    said = LINE_END.join((*records, ""))
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
