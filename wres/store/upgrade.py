"""From the store of an earlier release to this one's, in one transaction, nothing lost.

A file is copied beside itself first; a server's own backup is its administrator's.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.store.fingerprints import fingerprint
from wres.store.guarding import give_each_version_its_line
from wres.store.rows import plain_state
from wres.store.tables import (
    SCHEMA,
    bring_up_from,
    schema_version,
    versions,
)
from wres.store.uk_time import uk_day
from wres.store.withheld import EACH_SINCE

_NEWER = "The store was written by a newer release of this program; open it with that one."


def schema_of(connection: Connection) -> int:
    """Return the schema of an open store.

    Raises:
        StoreProblem: If it is one of a newer release, or none.
    """
    found = connection.scalar(select(func.max(schema_version.c.version)))
    if found is None or found > SCHEMA:
        raise StoreProblem(_NEWER)
    return int(found)


def bring_up_to_date(connection: Connection) -> None:
    """Return nothing once the store has this release's schema; it must be open for writing.

    Nothing is done to a store that is up to date, so that of several processes only the first
    has work.

    Raises:
        StoreProblem: If a figure would not come through as it was; nothing is changed then.
    """
    found = schema_of(connection)
    if found == SCHEMA:
        return
    before = _figures_hash(connection)
    bring_up_from(connection, found)
    if found < EACH_SINCE:
        give_each_version_its_line(connection)
    if _figures_hash(connection) != before:
        raise StoreProblem("The store could not be brought to this release; nothing was changed.")


def _figures_hash(connection: Connection) -> str:
    current = connection.scalar(select(func.max(versions.c.id))) or 0
    return fingerprint(added=plain_state(connection, version=current))


def keep_copy(path: Path, schema: int) -> Path:
    """Return the path of a copy of a store beside it, named after its schema and the day."""
    stem = f"{path.name}.schema-{schema}-{uk_day(datetime.now(UTC)).isoformat()}"
    copy = free_name(path.with_name(stem))
    copy_file(path, copy)
    return copy


def free_name(wanted: Path) -> Path:
    """Return this path, or with a number after it the first that is not taken."""
    number, found = 1, wanted
    while found.exists():
        number += 1
        found = wanted.with_name(f"{wanted.name}-{number}")
    return found


def copy_file(source: Path, target: Path) -> None:
    """Return nothing once a whole store lies at ``target``, taken while others may write.

    The copy is one file that needs no other beside it. A copy that fails leaves nothing behind.
    """
    draft = target.with_name(f"{target.name}.new-{uuid4().hex}")
    try:
        address = f"{source.absolute().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(address, uri=True)) as opened,
            closing(sqlite3.connect(draft)) as made,
        ):
            opened.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")
        draft.replace(target)
    finally:
        clear_away(draft)


def clear_away(draft: Path) -> None:
    """Return nothing once a file that was being made is gone, and every file SQLite put by it."""
    for end in ("", "-journal", "-wal", "-shm"):
        draft.with_name(f"{draft.name}{end}").unlink(missing_ok=True)
