"""The store of a folder or of a server, opened with the guard its figures must pass."""

from __future__ import annotations

from pathlib import Path

from wres.store.database import open_file, open_url
from wres.store.guarding import Guard
from wres.store.store import Store


def open_store(
    home: Path,
    *,
    url: str | None = None,
    read_only: bool = False,
    guard: Guard | None = None,
) -> Store:
    """Return the store in a folder, or on the PostgreSQL server of ``url``.

    A new store is made when there is none, and one of an earlier release is brought up to date,
    unless it is to be read only. The ``guard`` is asked before any figures become current.

    Raises:
        StoreProblem: If it cannot be read, cannot be written (and is not to be read only),
            is damaged, or was written by a newer release.
    """
    if url:
        return Store(open_url(url, read_only=read_only), guard)
    return Store(open_file(Path(home), read_only=read_only), guard)
