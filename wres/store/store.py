"""The store: figures by version, accepted, undone and restored, with a log of who did it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.results import Result, Results, check_result
from wres.store import audit, rows, versions
from wres.store.audit import AuditAction, AuditCheck, AuditLine
from wres.store.database import Database, open_file, open_url
from wres.store.tables import mappings
from wres.store.versions import Changes, Draft, Version, VersionKind

ColumnMapping = tuple[tuple[str, str], ...]


def open_store(home: Path, *, url: str | None = None, read_only: bool = False) -> Store:
    """Return the store in a folder, or on the PostgreSQL server of ``url``.

    A new store is made when there is none, unless it is to be read only.

    Raises:
        StoreProblem: If it cannot be read, cannot be written (and is not to be read only),
            is damaged, or was written by a newer release.
    """
    if url:
        return Store(open_url(url, read_only=read_only))
    return Store(open_file(Path(home), read_only=read_only))


class Store:
    """Every version of the figures. Nothing in it is ever changed or removed.

    Safe to share between threads; several processes may open the same store. Every method
    raises StoreProblem when the store cannot be used.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Return nothing once the connections are given back."""
        self._database.engine.dispose()

    @property
    def read_only(self) -> bool:
        """Whether the store was opened for reading only."""
        return self._database.read_only

    def current(self) -> int:
        """Return the number of the current version, 0 when nothing was stored yet."""
        with self._database.reading() as connection:
            return versions.current_id(connection)

    def results(self, *, version: int | None = None, org_code: str | None = None) -> Results:
        """Return the figures of a version (the current one if none is named), ordered by key.

        Raises:
            StoreProblem: If there is no such version.
        """
        with self._database.reading() as connection:
            number = _existing(connection, version)
            wanted = None if org_code is None else (org_code,)
            return Results(rows.state(connection, version=number, org_codes=wanted))

    def organisations(self) -> tuple[str, ...]:
        """Return the codes of the organisations that have a figure now, in order."""
        with self._database.reading() as connection:
            return rows.organisations(connection, version=versions.current_id(connection))

    def history(self) -> tuple[Version, ...]:
        """Return every version, newest first."""
        with self._database.reading() as connection:
            return versions.read_history(connection)

    def changes(self, given: Iterable[Result]) -> Changes:
        """Return what these rows would change of the current figures.

        Figures are compared by ``FIGURE_COLUMNS``: counts, value, status, basis, edition and
        survey year. Where a figure came from is not compared.
        """
        with self._database.reading() as connection:
            return versions.compare(connection, given, version=versions.current_id(connection))

    def accept(
        self,
        given: Iterable[Result],
        *,
        expected_version: int,
        made_by: str,
        made_at: datetime,
        file_name: str,
        file_sha256: str,
        shape: str,
        report: str,
        note: str = "",
    ) -> Version:
        """Return the new version with these rows laid over the current ones.

        When they change nothing, the current version is returned and nothing is written.

        Raises:
            NotComputable: If a row breaks the rule of the table; nothing is stored then.
            StoreMoved: If the current version is not the expected one.
        """
        offered = tuple(given)
        for row in offered:
            check_result(row)
        draft = Draft(
            kind=VersionKind.UPLOAD,
            made_by=made_by,
            made_at=made_at,
            file_name=file_name,
            file_sha256=file_sha256,
            shape=shape,
            note=note,
            report=report,
        )
        with self._database.writing() as connection:
            current = versions.expect_current(connection, expected_version)
            changes = versions.compare(connection, offered, version=current)
            if changes.nothing and not current:
                raise StoreProblem("There are no figures in this file, so nothing was stored.")
            if changes.nothing:
                return versions.read_version(connection, current)
            made = versions.append(connection, draft, changes=changes)
            _log(connection, AuditAction.ACCEPTED, made)
            return made

    def next_undo(self) -> Version | None:
        """Return the upload or restore that an undo would take back, None when there is none."""
        with self._database.reading() as connection:
            return versions.standing(connection)

    def undo(
        self, *, expected_version: int, made_by: str, made_at: datetime, note: str = ""
    ) -> Version:
        """Return a new version without the newest upload or restore that still stands.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If there is nothing to undo.
        """
        with self._database.writing() as connection:
            versions.expect_current(connection, expected_version)
            undone = versions.standing(connection)
            if undone is None:
                raise StoreProblem("There is no upload left to undo.")
            draft = Draft(
                kind=VersionKind.UNDO,
                made_by=made_by,
                made_at=made_at,
                same_as=undone.parent_id,
                note=note,
            )
            made = versions.go_back(connection, draft, target=undone.parent_id)
            _log(connection, AuditAction.UNDONE, made)
            return made

    def restore(
        self,
        version_id: int,
        *,
        expected_version: int,
        made_by: str,
        made_at: datetime,
        note: str = "",
    ) -> Version:
        """Return a new version with exactly the figures of an earlier one.

        When the figures are those already, the current version is returned.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If there is no such version.
        """
        draft = Draft(
            kind=VersionKind.RESTORE,
            made_by=made_by,
            made_at=made_at,
            same_as=version_id,
            note=note,
        )
        with self._database.writing() as connection:
            current = versions.expect_current(connection, expected_version)
            versions.read_version(connection, version_id)
            made = versions.go_back(connection, draft, target=version_id)
            if made.id != current:
                _log(connection, AuditAction.RESTORED, made)
            return made

    def record_refusal(
        self, *, made_by: str, made_at: datetime, file_name: str, file_sha256: str, reason: str
    ) -> AuditLine:
        """Return the line of the log that says an upload was refused, and why."""
        with self._database.writing() as connection:
            return audit.record(
                connection,
                AuditAction.REFUSED,
                made_by=made_by,
                made_at=made_at,
                file_name=file_name,
                file_sha256=file_sha256,
                detail=reason,
            )

    def audit(self) -> tuple[AuditLine, ...]:
        """Return every line of the log, oldest first."""
        with self._database.reading() as connection:
            return audit.read_audit(connection)

    def verify_audit(self) -> AuditCheck:
        """Return whether no line of the log was changed and every version has its line."""
        with self._database.reading() as connection:
            return audit.check_audit(connection)

    def verify_figures(self) -> bool:
        """Return whether the current figures still have the hash they were stored with."""
        with self._database.reading() as connection:
            current = versions.current_id(connection)
            found = rows.fingerprint(added=rows.state(connection, version=current))
            if not current:
                return found == rows.EMPTY_HASH
            return found == versions.read_version(connection, current).content_hash

    def remember_mapping(self, org_code: str, shape: str, mapping: ColumnMapping) -> None:
        """Return nothing once an organisation's choice of columns is kept; the latest counts."""
        pairs = tuple((theirs, ours) for theirs, ours in mapping)
        with self._database.writing() as connection:
            if _mapping(connection, org_code, shape) == pairs:
                return
            last = connection.scalar(select(func.max(mappings.c.id))) or 0
            values = {"id": last + 1, "org_code": org_code, "shape": shape}
            connection.execute(insert(mappings), {**values, "mapping": json.dumps(pairs)})

    def mapping_for(self, org_code: str, shape: str) -> ColumnMapping | None:
        """Return an organisation's latest choice of columns for a shape, None if it made none."""
        with self._database.reading() as connection:
            return _mapping(connection, org_code, shape)


def _existing(connection: Connection, version: int | None) -> int:
    current = versions.current_id(connection)
    if version is None:
        return current
    if not 0 <= version <= current:
        raise StoreProblem(f"There is no version {version}.")
    return version


def _log(connection: Connection, action: AuditAction, made: Version) -> None:
    audit.record(
        connection,
        action,
        made_by=made.made_by,
        made_at=made.made_at,
        version=made,
        file_name=made.file_name,
        file_sha256=made.file_sha256,
        detail=made.note,
    )


def _mapping(connection: Connection, org_code: str, shape: str) -> ColumnMapping | None:
    stored = connection.scalar(
        select(mappings.c.mapping)
        .where(mappings.c.org_code == org_code, mappings.c.shape == shape)
        .order_by(mappings.c.id.desc())
        .limit(1)
    )
    return None if stored is None else tuple((theirs, ours) for theirs, ours in json.loads(stored))
