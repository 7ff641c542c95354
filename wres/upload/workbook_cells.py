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
from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from itertools import accumulate, chain, islice
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
    """What is noticed while the cells of one sheet become text; ``margin`` is of empty columns."""

    def __init__(self, margin: int) -> None:
        self.dates: list[int] = []
        self.cut: list[int] = []
        self._texts = _Texts()
        self._margin = CELL_END * (margin + 1)

    def lines(self, first: int, rows: list[list[Any]]) -> list[str]:
        """Return rows as records, the first of this number; empty cells at their ends taken off.

        Rows without a cell that holds anything are left out.
        """
        cells = list(chain.from_iterable(rows))
        # True and 1.0 are one key, so only texts and numbers are looked up together.
        if not _PLAIN.issuperset(map(type, cells)):
            return self._one_by_one(first, rows)
        texts = map(self._texts.__getitem__, cells)
        # A sheet is a rectangle: every row has as many cells as the first.
        joined = list(map(CELL_END.join, zip(*[texts] * len(rows[0]), strict=True)))
        if self._texts.has_cut:
            return self._one_by_one(first, rows)
        return self._records(first, joined)

    def _one_by_one(self, first: int, rows: list[list[Any]]) -> list[str]:
        joined = []
        for number, row in enumerate(rows, start=first):
            self._texts.has_cut = False
            cells = (
                self._texts[cell] if type(cell) in _PLAIN else self._other(number, cell)
                for cell in row
            )
            joined.append(CELL_END.join(cells))
            if self._texts.has_cut:
                self.cut.append(number)
        self._texts.has_cut = False
        return self._records(first, joined)

    def _records(self, first: int, joined: list[str]) -> list[str]:
        return [
            f"{number}{self._margin}{kept}"
            for number, line in enumerate(joined, start=first)
            if (kept := line.rstrip(CELL_END))
        ]

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
        is_read = about.typ == SheetTypeEnum.WorkSheet
        native = workbook.get_sheet_by_index(at) if is_read else None
        # Native rows count from the sheet's first row, their cells from its first column in use.
        start = native.start if native else None
        sheet = _Sheet(margin=start[1] if start else 0)
        if start:
            cells = yield from _lines(native, sheet, cells)
        known = {
            "name": clean(about.name[: limits.LONGEST_CELL]),
            "hidden": about.visible != SheetVisibleEnum.Visible,
            "merges": _merges(native) if native else [],
            "dates": sorted(set(sheet.dates)),
            "cut": sorted(set(sheet.cut)),
        }
        yield SHEET_END + json.dumps(known)


def _lines(native: Any, sheet: _Sheet, cells: int) -> Generator[str, None, int]:
    """Yield the lines of a sheet after so many cells, and return how many cells it is with them."""
    rows, number, lines = native.iter_rows(), 1, 0
    # A line that may be too wide stands alone, so that the first that is too much is named.
    at_once = max(1, limits.MOST_COLUMNS // (native.start[1] + native.width))
    while block := list(islice(rows, at_once)):
        found = sheet.lines(number, block)
        counts = [line.count(CELL_END) for line in found]
        if at_once == 1 and counts:
            limits.refuse_many_columns(counts[0], number)
        _refuse_large(lines, cells, counts)
        lines, cells, number = lines + len(found), cells + sum(counts), number + len(block)
        yield from found
    return cells


def _refuse_large(lines: int, cells: int, counts: list[int]) -> None:
    """Refuse lines of so many cells after those before, for what is too much first."""
    if lines + len(counts) > limits.MOST_ROWS or cells + sum(counts) > limits.MOST_CELLS:
        for count, so_far in enumerate(accumulate(counts, initial=cells)):
            limits.refuse_large_table(lines + count, so_far)


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
