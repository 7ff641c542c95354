"""Where the store lives: one SQLite file, or PostgreSQL; and its reading and writing turns.

A reading turn sees one moment of the store from its first look to its last. A writing turn has
the store to itself, and either all of it is kept or nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, func, inspect, select, text
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.settings import HOME
from wres.store.file_engine import NEW, connected, file_engine
from wres.store.server import WAIT_SECONDS, server_engine
from wres.store.tables import FILE_NAME, SCHEMA, make_tables, schema_behind, schema_version
from wres.store.told import told_plainly
from wres.store.upgrade import bring_up_to_date, clear_away, keep_copy, schema_of
from wres.store.watching import Answer, Watch

# Any number will do as long as every writer takes the same one.
WRITER_LOCK = 0x57524553


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """An open store: reading and writing turns, one writer at a time.

    A file that may be written to has a ``watch``, which tells cheaply that nobody did.
    """

    engine: Engine
    read_only: bool = False
    watch: Watch | None = None

    def close(self) -> None:
        """Return nothing once the connections are given back."""
        self.engine.dispose()
        if self.watch is not None:
            self.watch.close()

    def asked_once(self, about: Hashable, ask: Callable[[], Answer]) -> Answer:
        """Return what ``ask`` finds in the store; not asked again where nothing was stored since.

        Raises:
            StoreProblem: If the store cannot be read.
        """
        if self.watch is None:
            return ask()
        with told_plainly():
            return self.watch.asked_once(about, ask)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Return a connection that sees one moment of the store.

        Raises:
            StoreProblem: If the store cannot be read.
        """
        with told_plainly(), self.engine.connect() as plain:
            connection = plain
            if not _is_sqlite(self.engine):
                connection = plain.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                self._look_whether_still_behind(connection)
                yield connection

    def _look_whether_still_behind(self, connection: Connection) -> None:
        """A store that is only read may be brought up to date by another process at any time.

        What it holds since, roles and what is withheld among it, counts from this turn on.
        """
        behind = schema_behind(connection)
        if behind == SCHEMA:
            return
        found = schema_of(connection)
        if found != behind:
            connection.execution_options(schema=found)
            self.engine.update_execution_options(schema=found)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Return a connection that has the store to itself until the end of the block.

        Raises:
            StoreProblem: If the store may only be read, is busy too long, or the disk is full.
        """
        if self.read_only:
            raise StoreProblem("The store is open for reading only, so nothing can be stored.")
        with told_plainly(), self.engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                if not _is_sqlite(self.engine):
                    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'"))
                    connection.execute(select(func.pg_advisory_xact_lock(WRITER_LOCK)))
                yield connection


def open_file(home: Path, *, read_only: bool = False) -> Database:
    """Return the embedded store of a folder, made there if it is to be written and is new.

    Raises:
        StoreProblem: If the folder or file cannot be used, or the file is damaged or newer.
    """
    path = home / FILE_NAME
    with told_plainly():
        if not read_only:
            _must_be_writable(home, path)
            if not path.exists():
                create(path)
        return open_path(path, read_only=read_only)


def open_path(path: Path, *, read_only: bool) -> Database:
    """Return the embedded store at a path, brought up to date if it is to be written.

    Raises:
        StoreProblem: If the file cannot be used, is damaged, or was written by a newer release.
    """
    with told_plainly():
        _must_hold_something(path)
        engine = file_engine(path, read_only=read_only)
        watch = None
        if not read_only:
            watch = Watch(path, partial(connected, path, "mode=rw"), other_file=engine.dispose)
        database = Database(engine=engine, read_only=read_only, watch=watch)
        _make_ready(database, path)
    return database


def open_url(url: str, *, read_only: bool = False) -> Database:
    """Return the store on a PostgreSQL server, with its tables made if they are not there.

    Raises:
        StoreProblem: If the address, the driver or the server cannot be used.
    """
    database = Database(engine=server_engine(url), read_only=read_only)
    with told_plainly():
        if not read_only:
            _make_missing_tables(database)
        _make_ready(database)
    return database


def _make_missing_tables(database: Database) -> None:
    with database.writing() as connection:
        if not inspect(connection).has_table(schema_version.name):
            make_tables(connection)


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def _must_be_writable(home: Path, path: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreProblem(
            f"The folder for the store cannot be made; check {HOME.name}."
        ) from error
    if not os.access(home, os.W_OK):
        raise StoreProblem(f"The folder of {FILE_NAME} may not be written to; check its rights.")
    if path.exists() and not os.access(path, os.W_OK):
        raise StoreProblem(f"{FILE_NAME} may not be written to; check its rights.")


def _must_hold_something(path: Path) -> None:
    if not path.is_file():
        raise StoreProblem(f"There is no {FILE_NAME} to read yet.")
    # SQLite takes an empty file for a new store; here it can only be a lost one.
    if path.stat().st_size == 0:
        raise StoreProblem(f"{FILE_NAME} is empty and has lost its figures; put a backup there.")


def create(path: Path) -> None:
    """Return nothing once an empty store is there, made under another name: never half a one."""
    draft = path.with_name(f"{path.name}.new-{uuid4().hex}")
    database = Database(engine=file_engine(draft, mode=NEW))
    try:
        with database.writing() as connection:
            make_tables(connection)
        database.engine.dispose()
        give_name(draft, path)
    finally:
        database.engine.dispose()
        clear_away(draft)


def make_write_ahead(path: Path) -> None:
    """Return nothing once a store file writes ahead, as every store in use does."""
    engine = file_engine(path, mode=NEW)
    with engine.connect():
        pass
    engine.dispose()


def give_name(draft: Path, path: Path) -> None:
    """Return nothing once a whole file has its name, unless another has taken it."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # Some file systems have no links; there the name is taken by moving.
        if not path.exists():
            draft.rename(path)


def _make_ready(database: Database, path: Path | None = None) -> None:
    """Refuse what is not ours or is newer, and bring what is older up to date."""
    try:
        with database.reading() as connection:
            _must_be_ours(connection)
            found = schema_of(connection)
        if found < SCHEMA and database.read_only:
            # What reads the store asks this before it looks for a table of schema 2.
            database.engine.update_execution_options(schema=found)
        elif found < SCHEMA:
            _upgrade(database, path)
    except StoreProblem:
        database.engine.dispose()
        raise


def _upgrade(database: Database, path: Path | None) -> None:
    copy = None
    try:
        with database.writing() as connection:
            found = schema_of(connection)
            # Another process may have been first; then there is nothing to copy.
            if path is not None and found < SCHEMA:
                copy = keep_copy(path, found)
            bring_up_to_date(connection)
    except StoreProblem:
        # The store is as it was, so a copy is of no use, and each further try would add one.
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise


def _must_be_ours(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    if not inspect(connection).has_table(schema_version.name):
        name = FILE_NAME if sqlite else "The database"
        raise StoreProblem(f"{name} is not a store of this program; give it a backup.")
    if sqlite:
        _must_be_whole(connection)


def _must_be_whole(connection: Connection) -> None:
    verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if verdict != "ok":
        raise StoreProblem(f"{FILE_NAME} is damaged and cannot be read; put a backup in its place.")
