"""Blocks of rows to columns of labels, in two threads: plain rows at once, others by pyarrow.

Only the needed columns are converted, each to its different labels and one number a row. The
calling thread reads and counts while two others parse, several blocks at once: the different
labels are looked up once for all of them, and the threads seldom wait for each other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import csv

from wres.errors import FileRefused
from wres.upload.respondents.blocks import Block
from wres.upload.respondents.head import Head
from wres.upload.respondents.labels import Column
from wres.upload.respondents.plain_rows import PlainRows
from wres.upload.respondents.rows_in_cells import may_hold_rows, row_with_rows

_THREADS = 2
# So many blocks go to a thread together: what is done once for them takes as long for few rows.
_BLOCKS_AT_ONCE = {False: 2, True: 4}
# From so many characters a row, on average, there are few in a block.
_LONG_ROW = 500
_LARGE_ROOM = 16 * 1024 * 1024
# Handed out and not yet counted: enough to keep both threads busy, and no more in memory.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """The labels of some rows: by the position of the column, and how far the file is read."""

    by_position: dict[int, Column]
    rows: int
    read: int


class RaggedRows(Exception):
    """A row of a block has more or fewer cells than the header; where is not said."""


class RowsInCell(Exception):
    """A cell holds whole rows; ``rows`` of these blocks stand before the row it is in."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows


def parsed(blocks: Iterable[Block], head: Head) -> Generator[Columns, None, None]:
    """Yield the columns of every block, in the order of the file.

    The threads end before this does, however it ends.

    Raises:
        RaggedRows: If rows are not as wide as the header.
        RowsInCell: If a cell holds whole rows.
    """
    plain, options = PlainRows(head), _options(head)
    pending: deque[Future[Columns]] = deque()
    pool: ThreadPoolExecutor | None = None
    try:
        for some in _together(blocks, head):
            if some[0].is_only:
                yield _columns(some, _by_pyarrow(some, head, options))
                continue
            if pool is None:
                _keep_freed_memory()
                pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="respondents")
            pending.append(pool.submit(_parsed, some, head, plain, options))
            if len(pending) == _AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)


def _keep_freed_memory() -> None:
    """Ask for a large room and give it back untouched.

    The C library of Linux then keeps what is freed, up to twice as much, for the next block to use;
    else it goes back to the system, which empties it page by page each time it is asked for.
    """
    np.empty(_LARGE_ROOM, np.uint8)


def _options(head: Head) -> tuple[Any, Any]:
    wanted = [_name(place) for place in head.layout.positions]
    # As bytes: an older encoding is met in the few different labels and not in every cell.
    labels = pa.dictionary(pa.int32(), pa.binary())
    convert = csv.ConvertOptions(
        include_columns=wanted,
        column_types=dict.fromkeys(wanted, labels),
        strings_can_be_null=False,
        check_utf8=False,
    )
    parse = csv.ParseOptions(delimiter=head.delimiter, quote_char=head.quote)
    return parse, convert


def _together(blocks: Iterable[Block], head: Head) -> Iterator[tuple[Block, ...]]:
    rest = iter(blocks)
    at_once = _BLOCKS_AT_ONCE[head.letters_a_row >= _LONG_ROW]
    while some := tuple(islice(rest, at_once)):
        yield some


def _parsed(
    blocks: tuple[Block, ...], head: Head, plain: PlainRows, options: tuple[Any, Any]
) -> Columns:
    found = plain.columns([block.data for block in blocks])
    return _columns(blocks, found or _by_pyarrow(blocks, head, options))


def _columns(blocks: tuple[Block, ...], found: dict[int, Column]) -> Columns:
    rows = len(next(iter(found.values())).places)
    return Columns(found, rows, blocks[-1].read)


def _by_pyarrow(
    blocks: tuple[Block, ...], head: Head, options: tuple[Any, Any]
) -> dict[int, Column]:
    # All columns in one go: between two steps of pyarrow a thread waits for its turn in Python.
    found: list[Any] = []
    for block in blocks:
        found.append(_table(block, head, options))
        _refuse_rows_in_cells(block, head, found)
    table = pa.concat_tables(found).combine_chunks()
    return {place: _column(table.column(_name(place))) for place in head.layout.positions}


def _column(chunks: Any) -> Column:
    found = _only_chunk(chunks)
    indices, labels = found.indices, found.dictionary.to_pylist()
    if not len(indices):
        return Column(labels, np.zeros(0, dtype=np.int32))
    # As its own bytes: pyarrow's own way to numpy would first import pandas.
    bytes_of_them = indices.buffers()[1]
    places = np.frombuffer(bytes_of_them, np.int32, len(indices), 4 * indices.offset)
    return Column(labels, places)


def _only_chunk(column: Any) -> Any:
    """What a column holds; pyarrow makes one chunk of none, where no row is, and of several."""
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _table(block: Block, head: Head, options: tuple[Any, Any]) -> Any:
    read = csv.ReadOptions(
        use_threads=False,
        block_size=len(block.data) + 1,
        column_names=[_name(place) for place in range(len(head.header))],
    )
    try:
        return csv.read_csv(
            pa.BufferReader(block.data),
            read_options=read,
            parse_options=options[0],
            convert_options=options[1],
        )
    except pa.ArrowInvalid as wrong:
        # What pyarrow says may hold the row itself, so nothing of it is passed on.
        raise RaggedRows if "columns, got" in str(wrong) else _unreadable() from None


def _refuse_rows_in_cells(block: Block, head: Head, found: Sequence[Any]) -> None:
    *earlier, table = found
    if not block.has_marks or not may_hold_rows(block.data, table.num_rows):
        return
    labels = {place: _column(table.column(_name(place))).labels for place in head.layout.positions}
    row = row_with_rows(block.data, head, labels)
    if row is not None:
        raise RowsInCell(sum(one.num_rows for one in earlier) + row)


def _unreadable() -> FileRefused:
    return FileRefused(
        "The rows of the extract cannot be told apart. Look for a quotation mark that is opened "
        "and never closed, and save it again as CSV."
    )


def _name(place: int) -> str:
    return f"c{place}"
