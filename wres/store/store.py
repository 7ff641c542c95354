"""The store: figures by version, accepted, undone and restored, with a log of who did it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.results import Result, ResultKey, check_result
from wres.store import audit, drafts, publishing, versions
from wres.store.acknowledged import Acknowledged
from wres.store.audit import AuditAction, AuditLine
from wres.store.database import Database, open_file, open_url
from wres.store.drafts import DraftFigures, KeptDraft
from wres.store.guarding import Guard, protect
from wres.store.reading import ColumnMapping, StoreReader, stored_mapping
from wres.store.tables import mappings
from wres.store.versions import Entry, Version, VersionKind

_NOWHERE: Mapping[ResultKey, str] = {}


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


class Store(StoreReader):
    """Every version of the figures. Nothing in it is ever changed or removed.

    Safe to share between threads; several processes may open the same store. Every method
    raises StoreProblem when the store cannot be used, and whatever its guard raises when the
    figures must not become current; nothing is stored then.
    """

    def __init__(self, database: Database, guard: Guard | None = None) -> None:
        super().__init__(database)
        self._guard = guard

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that ends at the guard: no way to a new version leads round it."""
        with self._database.writing() as connection:
            before = versions.current_id(connection)
            yield connection
            after = versions.current_id(connection)
            if self._guard is not None and after != before:
                protect(connection, self._guard, before=before, version=after)

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
        places: Mapping[ResultKey, str] = _NOWHERE,
        acknowledgements: Collection[Acknowledged] = (),
        replaces: bool = False,
    ) -> Version:
        """Return the new version with these rows laid over the current ones.

        ``places`` say where in the file each figure stands. With ``replaces`` the rows are all
        there is of the organisations, WRES years and indicators they touch, and held figures of
        those that are not among them are removed. When nothing changes, the current version is
        returned and nothing is written.

        Raises:
            NotComputable: If a row breaks the rule of the table; nothing is stored then.
            StoreMoved: If the current version is not the expected one.
        """
        figures = DraftFigures(_checked(given), places)
        entry = Entry(
            kind=VersionKind.UPLOAD,
            made_by=made_by,
            made_at=made_at,
            file_name=file_name,
            file_sha256=file_sha256,
            shape=shape,
            note=note,
            report=report,
            acknowledgements=tuple(acknowledgements),
        )
        with self._writing() as connection:
            current = versions.expect_current(connection, expected_version)
            made = publishing.lay_over(connection, entry, figures, replaces=replaces)
            if made.id != current:
                audit.record_version(connection, AuditAction.ACCEPTED, made)
            return made

    def keep_draft(
        self,
        given: Iterable[Result],
        *,
        made_by: str,
        made_at: datetime,
        file_name: str,
        file_sha256: str,
        shape: str,
        report: str,
        note: str = "",
        places: Mapping[ResultKey, str] = _NOWHERE,
        acknowledgements: Collection[Acknowledged] = (),
        replaces: bool = False,
        release_on: date | None = None,
    ) -> KeptDraft:
        """Return the draft that keeps these rows outside every version.

        They are in no result, export or page until the draft is published. With ``release_on``
        it is under embargo until that UK calendar day, and then published by itself.

        Raises:
            NotComputable: If a row breaks the rule of the table; nothing is kept then.
            StoreProblem: If there is no row.
        """
        figures = DraftFigures(_checked(given), places)
        entry = Entry(
            kind=VersionKind.UPLOAD,
            made_by=made_by,
            made_at=made_at,
            file_name=file_name,
            file_sha256=file_sha256,
            shape=shape,
            note=note,
            report=report,
            acknowledgements=tuple(acknowledgements),
        )
        with self._database.writing() as connection:
            kept = drafts.keep(connection, entry, figures, replaces=replaces, release_on=release_on)
            publishing.record_draft(
                connection, AuditAction.DRAFTED, kept, made_by=made_by, made_at=made_at
            )
            return kept

    def publish_draft(
        self,
        draft_id: int,
        *,
        expected_version: int,
        made_by: str,
        made_at: datetime,
        today: date,
    ) -> Version:
        """Return the version a draft became, compared with what stands at this moment.

        ``today`` is the UK calendar day. A draft that changes nothing makes no version; the
        current one is returned. A refusal before the release day is in the log.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If the draft is under embargo, has ended, or never was.
        """
        with self._writing() as connection:
            kept = drafts.waiting(connection, draft_id)
            if not kept.is_under_embargo(today):
                versions.expect_current(connection, expected_version)
                return publishing.publish(connection, kept, made_by=made_by, made_at=made_at)
            refused = drafts.embargo_sentence(kept)
            publishing.record_draft(
                connection,
                AuditAction.REFUSED,
                kept,
                made_by=made_by,
                made_at=made_at,
                detail=refused,
            )
        # Only after the block, so that the line of the log is kept.
        raise StoreProblem(refused)

    def discard_draft(self, draft_id: int, *, made_by: str, made_at: datetime) -> None:
        """Return nothing once a draft can no longer be published.

        Raises:
            StoreProblem: If there is none with this number, or it has ended.
        """
        with self._database.writing() as connection:
            kept = drafts.waiting(connection, draft_id)
            publishing.discard(connection, kept, made_by=made_by, made_at=made_at)

    def release_due(self, *, today: date, made_at: datetime) -> tuple[Version, ...]:
        """Return the versions made of the drafts whose release day has come, in its order.

        ``today`` is the UK calendar day. Each is published in a turn of its own; one that
        another process has published meanwhile is passed over.
        """
        made = []
        for number in self.due_drafts(today):
            with self._writing() as connection:
                if number in drafts.due(connection, today):
                    kept = drafts.waiting(connection, number)
                    made.append(publishing.release(connection, kept, made_at=made_at))
        return tuple(made)

    def undo(
        self, *, expected_version: int, made_by: str, made_at: datetime, note: str = ""
    ) -> Version:
        """Return a new version without the newest upload or restore that still stands.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If there is nothing to undo.
        """
        with self._writing() as connection:
            versions.expect_current(connection, expected_version)
            undone = versions.standing(connection)
            if undone is None:
                raise StoreProblem("There is no upload left to undo.")
            entry = Entry(
                kind=VersionKind.UNDO,
                made_by=made_by,
                made_at=made_at,
                same_as=undone.parent_id,
                note=note,
            )
            made = versions.go_back(connection, entry, target=undone.parent_id)
            audit.record_version(connection, AuditAction.UNDONE, made)
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
        entry = Entry(
            kind=VersionKind.RESTORE,
            made_by=made_by,
            made_at=made_at,
            same_as=version_id,
            note=note,
        )
        with self._writing() as connection:
            current = versions.expect_current(connection, expected_version)
            versions.read_version(connection, version_id)
            made = versions.go_back(connection, entry, target=version_id)
            if made.id != current:
                audit.record_version(connection, AuditAction.RESTORED, made)
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

    def remember_mapping(self, org_code: str, shape: str, mapping: ColumnMapping) -> None:
        """Return nothing once an organisation's choice of columns is kept; the latest counts."""
        pairs = tuple((theirs, ours) for theirs, ours in mapping)
        with self._database.writing() as connection:
            if stored_mapping(connection, org_code, shape) == pairs:
                return
            last = connection.scalar(select(func.max(mappings.c.id))) or 0
            values = {"id": last + 1, "org_code": org_code, "shape": shape}
            connection.execute(insert(mappings), {**values, "mapping": json.dumps(pairs)})


def _checked(given: Iterable[Result]) -> tuple[Result, ...]:
    offered = tuple(given)
    for row in offered:
        check_result(row)
    return offered
