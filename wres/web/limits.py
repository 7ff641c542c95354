"""How much is answered at once: buckets that fill again, for a room behind one address.

Nobody is counted by address: a hundred and fifty phones of one building have the same. What is
limited is each phone by its own token, the phones that are new to a session, and wrong codes.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

# Enough for every phone of some full rooms; beyond that the longest unused is forgotten.
MOST_BUCKETS = 5_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many at once, and how many more each second."""

    at_once: float
    each_second: float


@dataclass(slots=True)
class Limiter:
    """Buckets by name; ``clock`` gives seconds."""

    allowance: Allowance
    clock: Callable[[], float] = time.monotonic
    _filled: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def take(self, name: str) -> bool:
        """Return whether one more of this name is answered; it is counted then."""
        now = self.clock()
        with self._lock:
            left, since = self._filled.pop(name, (self.allowance.at_once, now))
            left = min(self.allowance.at_once, left + (now - since) * self.allowance.each_second)
            self._filled[name] = (max(left - 1, 0.0) if left >= 1 else left, now)
            if len(self._filled) > MOST_BUCKETS:
                self._filled.popitem(last=False)
            return left >= 1
