"""Whether a store file has stood still: a look that costs a small part of a question to it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Kept:
    mark: tuple[int, int]
    about: Hashable
    answer: Any


class Watch:
    """Looks at a SQLite file through a connection of its own, which never writes.

    Where another file has taken the name, as when a backup was put in its place, it looks at that
    one from then on, and says so to ``other_file``.
    """

    def __init__(
        self,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        *,
        other_file: Callable[[], None],
    ) -> None:
        self._path = path
        self._connect = connect
        self._other_file = other_file
        self._turn = Lock()
        self._opened: sqlite3.Connection | None = None
        self._openings = 0
        self._file: tuple[int, int] | None = None
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

    def _mark(self) -> tuple[int, int]:
        """Numbers that change when this process or another stores something in the file.

        Source: SQLite's page on pragmas, data_version.
        """
        with self._turn:
            opened = self._opened_at(_identity(self._path))
            (found,) = opened.execute("PRAGMA data_version").fetchone()
            # What is counted counts within one connection alone.
            return self._openings, int(found)

    def _opened_at(self, file: tuple[int, int] | None) -> sqlite3.Connection:
        """The connection to the file that has the name now, or to the last that had it."""
        if self._opened is not None and file in (None, self._file):
            return self._opened
        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self._other_file()
        self._opened, self._file = self._connect(), file
        self._openings += 1
        return self._opened

    def close(self) -> None:
        """Return nothing once the connection is given back; the next look opens another."""
        with self._turn:
            if self._opened is not None:
                self._opened.close()
            self._opened = self._kept = None


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has a name, None when none has it at the moment."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
