"""Answers that were worked out, kept while they are asked for: so many, and no large ones."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sized
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, Protocol, TypeVar


class HasBody(Protocol):
    """Anything with a body that can be sent."""

    @property
    def body(self) -> Sized:
        """What is sent."""


Kept = TypeVar("Kept", bound=HasBody)

MOST = 200
# All of them together: a fraction of what the program itself needs.
MOST_BYTES = 16_000_000


@dataclass(slots=True)
class KeptAnswers(Generic[Kept]):
    """Answers by the name of what they hold; the longest unused goes first."""

    most: int = MOST
    most_bytes: int = MOST_BYTES
    _kept: OrderedDict[str, Kept] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: Lock = field(default_factory=Lock)

    def get(self, name: str) -> Kept | None:
        """Return a kept answer, None when it has to be worked out."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def keep(self, name: str, answer: Kept) -> None:
        """Return nothing once an answer is kept, in the place of the longest unused."""
        with self._lock:
            before = self._kept.pop(name, None)
            self._bytes += len(answer.body) - (len(before.body) if before else 0)
            self._kept[name] = answer
            while self._kept and (len(self._kept) > self.most or self._bytes > self.most_bytes):
                _, gone = self._kept.popitem(last=False)
                self._bytes -= len(gone.body)
