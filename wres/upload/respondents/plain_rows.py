"""Columns of plain rows: cells found by their separators, labels recognised by their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head
from wres.upload.respondents.labels import Column
from wres.upload.respondents.recognising import KnownLabels
from wres.upload.respondents.separators import Cells, Span, plain_cells, spans_of

# Where a row is shorter, a reader of CSV finds so many spans as fast (bytes for each).
_FEWEST_BYTES_TO_A_SPAN = 55
# So many times in a row there was something else: then no more is looked for.
_TRIES = 4


class PlainRows:
    """Parts the rows of an extract as long as they are plain; several threads may ask at once.

    Neighbouring columns are one label at first, which is found and recognised in one go. Where
    there are too many different ones, or one is too long, they are taken apart.
    """

    def __init__(self, head: Head) -> None:
        self._head, self._tries = head, _TRIES
        bytes_a_row = head.letters_a_row + len(head.header)
        self._most_spans = bytes_a_row // _FEWEST_BYTES_TO_A_SPAN
        self._known = tuple(KnownLabels(span, head) for span in spans_of(head.layout.positions))

    def columns(self, blocks: Sequence[Bytes]) -> dict[int, Column] | None:
        """Return the needed columns of some blocks, or None where not all their rows are plain."""
        while self._tries > 0 and len(known := self._known) <= self._most_spans:
            cells = self._cells(blocks, [labels.span for labels in known])
            columns = None if cells is None else self._columns(known, cells)
            if columns is not None:
                self._tries = _TRIES
                return columns
            # Once a span was taken apart, the same rows may be plain.
            if known is self._known:
                self._tries -= 1
                return None
        return None

    def _cells(self, blocks: Sequence[Bytes], spans: Sequence[Span]) -> list[list[Cells]] | None:
        """The cells of each span, block by block, None where a block is not plain."""
        found = []
        for data in blocks:
            cells = plain_cells(data, self._head, spans)
            if cells is None:
                return None
            found.append(cells)
        return list(map(list, zip(*found, strict=True)))

    def _columns(
        self, known: Sequence[KnownLabels], cells: Sequence[Sequence[Cells]]
    ) -> dict[int, Column] | None:
        found: dict[int, Column] = {}
        for labels, of_blocks in zip(known, cells, strict=True):
            codes = labels.codes(of_blocks)
            if codes is None:
                self._take_apart(labels)
                return None
            found |= {place: Column(column, codes) for place, column in labels.columns.items()}
        return found

    def _take_apart(self, labels: KnownLabels) -> None:
        """From now on look at the columns of a span in two."""
        if len(labels.columns) > 1:
            halves = tuple(KnownLabels(span, self._head) for span in labels.span.halves)
            each = (halves if one is labels else (one,) for one in self._known)
            self._known = tuple(chain.from_iterable(each))
