"""What was worked out once and is kept while it is asked for: so many, the longest unasked go."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """The last things asked for, shared by everybody; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._turn = Lock()

    def get(self, asked: Hashable, find: Callable[[], Kept]) -> Kept:
        """Return what is kept of an asking, found now if it is not there."""
        with self._turn:
            if asked in self._kept:
                self._kept.move_to_end(asked)
                return self._kept[asked]
        # Not in the turn: who asks for something else need not wait, and finding may ask here too.
        found = find()
        with self._turn:
            self._kept[asked] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
