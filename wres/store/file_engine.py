"""How the embedded store is connected to: one SQLite file, with its locks and its turns."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool, QueuePool

from wres.store.server import WAIT_SECONDS

NEW = "rwc"


def file_engine(path: Path, *, read_only: bool = False, mode: str = "rw") -> Engine:
    """Return what connects to a store file; with ``mode`` NEW the file is made."""

    def connect() -> sqlite3.Connection:
        if not read_only:
            return connected(path, f"mode={mode}")
        try:
            return connected(path, "mode=ro")
        except sqlite3.OperationalError:
            if _log_holds_something(path):
                raise
        # Without write access, or on a full disk, SQLite cannot make its side files; it needs
        # none when nobody writes.
        return connected(path, "mode=ro&immutable=1")

    # A reader that may not write opens anew each time, so that it meets what others stored.
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=NullPool if read_only else QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def connected(path: Path, options: str) -> sqlite3.Connection:
    """Return a connection to a store file, set up as every one of them is.

    Raises:
        sqlite3.Error: If the file cannot be used, or is no store of SQLite.
    """
    # Transactions are begun by name below; Python's own habit would begin them late.
    opened = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if options == f"mode={NEW}":
            opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute("PRAGMA foreign_keys = ON")
        # Votes of a live session that were removed are written over, not only taken off a list.
        opened.execute("PRAGMA secure_delete = ON")
        # The first look at the file, so that what is wrong with it shows here.
        opened.execute("PRAGMA schema_version")
    except sqlite3.Error:
        opened.close()
        raise
    return opened


def _log_holds_something(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
