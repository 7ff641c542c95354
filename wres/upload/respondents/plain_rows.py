"""Columns of plain rows: cells found by their separators, labels recognised by their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head
from wres.upload.respondents.labels import Column
from wres.upload.respondents.recognising import KnownLabels
from wres.upload.respondents.separators import Cells, Span, plain_cells, spans_of

# So many times in a row there was something else: then no more is looked for.
_TRIES = 8


class PlainRows:
    """Parts the rows of an extract as long as they are plain; several threads may ask at once.

    Neighbouring columns are one label at first, which is found and recognised in one go. Where
    there are too many different ones, or one is too long, they are taken apart.
    """

    def __init__(self, head: Head) -> None:
        self._head, self._tries = head, _TRIES
        self._known = tuple(KnownLabels(span, head) for span in spans_of(head.layout.positions))

    def columns(self, blocks: Sequence[Bytes]) -> dict[int, Column] | None:
        """Return the needed columns of some blocks, or None where not all their rows are plain."""
        if self._tries <= 0:
            return None
        known = self._known
        cells = self._cells(blocks, [labels.span for labels in known])
        columns = None if cells is None else self._columns(known, cells)
        self._tries = _TRIES if columns else self._tries - 1
        return columns

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
        """From now on look at the columns of a span one by one."""
        if len(labels.columns) > 1:
            alone = tuple(KnownLabels(span, self._head) for span in labels.span.alone)
            each = (alone if one is labels else (one,) for one in self._known)
            self._known = tuple(chain.from_iterable(each))
