"""What is kept of organisations from one version to the next, by what it follows from.

An organisation that a version leaves as it is keeps its mark, so what was worked out for the
versions before serves the new one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from wres.publication import Withheld

Kept = TypeVar("Kept")
# What the publication of an organisation follows from: code, last change, what is withheld.
Mark = tuple[str, int, tuple[Withheld, ...]]
# What gives something for each of the marks that are wanted, at a version.
MadeOfMarks = Callable[[list[Mark], int], Mapping[Mark, Kept]]


class Shelf(Generic[Kept]):
    """The last things asked for, by mark; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._turn = Lock()

    def get(self, mark: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return what is kept under a mark, made now if it is not there."""
        with self._turn:
            if mark in self._kept:
                self._kept.move_to_end(mark)
                return self._kept[mark]
        # Not in the turn: who asks for another organisation need not wait.
        made = make()
        with self._turn:
            self._kept[mark] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


class ByMark(Generic[Kept]):
    """Something of every organisation: made for the marks that are new, in one go."""

    def __init__(self, make: MadeOfMarks[Kept]) -> None:
        self._make = make
        self._kept: Mapping[Mark, Kept] = {}

    def of(self, marks: Collection[Mark], version: int) -> Mapping[Mark, Kept]:
        """Return what is kept of these organisations; of others it is no longer kept."""
        # Looked at once: somebody who asks for another version may put another in its place.
        kept = self._kept
        wanted = [mark for mark in marks if mark not in kept]
        if wanted:
            made = self._make(wanted, version)
            kept = {**{mark: kept[mark] for mark in marks if mark in kept}, **made}
            self._kept = kept
        return kept
