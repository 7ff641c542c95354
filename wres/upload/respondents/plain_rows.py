"""Columns of plain rows: cells found by their separators, labels recognised by their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head
from wres.upload.respondents.labels import Column
from wres.upload.respondents.recognising import Codes, KnownLabels
from wres.upload.respondents.separators import plain_cells, spans_of

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
        known, codes = self._known, []
        for data in blocks:
            found = self._codes(data, known)
            if found is None:
                self._tries -= 1
                return None
            codes.append(found)
        self._tries = _TRIES
        columns: dict[int, Column] = {}
        for labels, of_blocks in zip(known, zip(*codes, strict=True), strict=True):
            places = np.concatenate(of_blocks)
            columns |= {place: Column(cells, places) for place, cells in labels.columns.items()}
        return columns

    def _codes(self, data: Bytes, known: tuple[KnownLabels, ...]) -> list[Codes] | None:
        """The codes of each span, None where a block is not plain or holds too many labels."""
        cells = plain_cells(data, self._head, [labels.span for labels in known])
        if cells is None:
            return None
        found = []
        for labels, some in zip(known, cells, strict=True):
            codes = labels.codes(some)
            if codes is None:
                self._take_apart(labels)
                return None
            found.append(codes)
        return found

    def _take_apart(self, labels: KnownLabels) -> None:
        """From now on look at the columns of a span one by one."""
        if len(labels.columns) > 1:
            alone = tuple(KnownLabels(span, self._head) for span in labels.span.alone)
            each = (alone if one is labels else (one,) for one in self._known)
            self._known = tuple(chain.from_iterable(each))
