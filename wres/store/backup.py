"""A backup of the whole store in one file, its check, and a store made of it again.

A backup is a store file like the embedded one, whether it was taken from a file or a server, so
it can be opened, checked and put into either. It holds drafts under embargo too.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import func, insert, inspect, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.store.database import (
    Database,
    create,
    give_name,
    make_write_ahead,
    open_file,
    open_path,
    open_url,
)
from wres.store.guarding import give_each_version_its_line
from wres.store.live_tables import live_sessions
from wres.store.metadata import metadata
from wres.store.store import Store
from wres.store.tables import (
    FILE_NAME,
    audit_lines,
    drafts,
    has_schema,
    mappings,
    records,
    schema_version,
    versions,
)
from wres.store.told import told_plainly
from wres.store.uk_time import uk_day
from wres.store.upgrade import clear_away, copy_file, free_name
from wres.store.withheld import EACH_SINCE

_ROWS_AT_ONCE = 5_000
# A store with a line in any of these holds something somebody may miss.
_TELLING = (versions, audit_lines, mappings, drafts, records, live_sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCheck:
    """What a backup holds, and whether figures, what is withheld and log are as stored."""

    version: int
    figures: int
    content_hash: str
    audit_lines: int
    figures_hold: bool
    withheld_holds: bool
    audit_holds: bool

    @property
    def holds(self) -> bool:
        """Whether the backup can be trusted."""
        return self.figures_hold and self.withheld_holds and self.audit_holds


def back_up(home: Path, target: Path, *, url: str | None = None) -> BackupCheck:
    """Return the check of the backup that was written, while others may read and write.

    Raises:
        StoreProblem: If there is no store, the target is there already, or it cannot be written.
    """
    if target.exists():
        raise StoreProblem(f"{target.name} is there already; give the backup another name.")
    with told_plainly():
        if url:
            _from_server(url, target)
        else:
            source = open_file(home, read_only=True)
            source.engine.dispose()
            copy_file(home / FILE_NAME, target)
    return verify(target)


def verify(backup: Path) -> BackupCheck:
    """Return what a backup holds and whether it is whole; the file is only read.

    Raises:
        StoreProblem: If it is no backup, is damaged, or was written by a newer release.
    """
    with Store(_opened(backup)) as store:
        log = store.verify_audit()
        current = store.current()
        return BackupCheck(
            version=current,
            figures=len(store.results()),
            content_hash=store.history()[0].content_hash if current else "",
            audit_lines=log.lines,
            figures_hold=store.verify_figures(),
            withheld_holds=store.verify_withheld(),
            audit_holds=log.holds,
        )


def restore_backup(backup: Path, home: Path, *, url: str | None = None) -> BackupCheck:
    """Return the check of the backup once the store of a folder or server is a copy of it.

    Only where there is no store, or an empty one; the file of an empty one is kept beside it.

    Raises:
        StoreProblem: If there is a store with anything in it, or the backup is not whole.
    """
    found = verify(backup)
    if not found.holds:
        raise StoreProblem(f"{backup.name} was changed after it was written; use another backup.")
    with told_plainly():
        if url:
            _to_server(backup, url)
        else:
            _to_folder(backup, home)
    return found


def _opened(backup: Path) -> Database:
    if not backup.is_file():
        raise StoreProblem(f"There is no file {backup.name}; check the name of the backup.")
    try:
        return open_path(backup, read_only=True)
    except StoreProblem as problem:
        said = str(problem).replace(FILE_NAME, backup.name)
        raise StoreProblem(f"{said.split(';')[0].rstrip('.')}; use another backup.") from problem


def _from_server(url: str, target: Path) -> None:
    """Write a server's store into a file: all tables as they were at one moment."""
    source = open_url(url, read_only=True)
    draft = target.with_name(f"{target.name}.new-{uuid4().hex}")
    try:
        create(draft)
        made = open_path(draft, read_only=False)
        with source.reading() as here, made.writing() as there:
            _copy_tables(here, there)
        made.engine.dispose()
        copy_file(draft, target)
    finally:
        source.engine.dispose()
        clear_away(draft)


def _to_server(backup: Path, url: str) -> None:
    source, target = _opened(backup), open_url(url)
    try:
        with source.reading() as here, target.writing() as there:
            _must_be_empty(there)
            _copy_tables(here, there)
    finally:
        source.engine.dispose()
        target.engine.dispose()


def _copy_tables(here: Connection, there: Connection) -> None:
    for table in metadata.sorted_tables:
        if table is schema_version or not inspect(here).has_table(table.name):
            continue
        # A backup of an earlier release lacks the columns that came later.
        known = {column["name"] for column in inspect(here).get_columns(table.name)}
        columns = [column for column in table.c if column.name in known]
        # The revisions of a record must come in their order.
        found = here.execute(select(*columns).order_by(*table.primary_key)).mappings()
        for rows in found.partitions(_ROWS_AT_ONCE):
            there.execute(insert(table), [dict(row) for row in rows])
    if not has_schema(here, EACH_SINCE):
        give_each_version_its_line(there)


def _to_folder(backup: Path, home: Path) -> None:
    path = home / FILE_NAME
    home.mkdir(parents=True, exist_ok=True)
    if path.exists():
        _put_aside(home, path)
    draft = home / f"{FILE_NAME}.new-{uuid4().hex}"
    try:
        copy_file(backup, draft)
        make_write_ahead(draft)
        give_name(draft, path)
    finally:
        clear_away(draft)


def _put_aside(home: Path, path: Path) -> None:
    """Give an empty store another name; refuse a store that holds anything."""
    database = open_file(home)
    try:
        with database.writing() as connection:
            _must_be_empty(connection)
    finally:
        database.engine.dispose()
    day = uk_day(datetime.now(UTC)).isoformat()
    path.rename(free_name(path.with_name(f"{FILE_NAME}.before-restore-{day}")))
    for end in ("-wal", "-shm"):
        with suppress(OSError):
            path.with_name(f"{FILE_NAME}{end}").unlink()


def _must_be_empty(connection: Connection) -> None:
    if any(connection.scalar(select(func.count()).select_from(table)) for table in _TELLING):
        raise StoreProblem(
            "There is a store with uploads already, so nothing was restored; name an empty folder."
        )
