"""Whether a store file has stood still: a look that costs a small part of a question to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Kept:
    mark: int
    about: Hashable
    answer: Any


class Watch:
    """Looks at a SQLite file through a connection of its own, which never writes."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._turn = Lock()
        self._opened: sqlite3.Connection | None = None
        self._kept: _Kept | None = None

    def asked_once(self, about: Hashable, ask: Callable[[], Answer]) -> Answer:
        """Return what ``ask`` finds in the store, asked anew once anything was stored since.

        Only the last answer is kept, with what it is ``about``.

        Raises:
            sqlite3.Error: If the file cannot be read.
        """
        # Looked at before it is asked: what is stored meanwhile then shows at the next look.
        mark, kept = self._mark(), self._kept
        if kept is None or (kept.mark, kept.about) != (mark, about):
            kept = self._kept = _Kept(mark, about, ask())
        answer: Answer = kept.answer
        return answer

    def _mark(self) -> int:
        """A number that changes when this process or another stores something in the file.

        Source: SQLite's page on pragmas, data_version.
        """
        with self._turn:
            if self._opened is None:
                self._opened = self._connect()
            (found,) = self._opened.execute("PRAGMA data_version").fetchone()
            return int(found)

    def close(self) -> None:
        """Return nothing once the connection is given back; the next look opens another."""
        with self._turn:
            if self._opened is not None:
                self._opened.close()
            self._opened = self._kept = None
