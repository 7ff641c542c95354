"""The reading half of the store: figures, history, traces, notes, drafts and the log."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Select, func, insert, select
from sqlalchemy.engine import Connection

from wres.access import Grant
from wres.publication import Withheld
from wres.results import Result, ResultKey
from wres.store import audit, changes, drafts, origins, records, roles, versions
from wres.store.audit import AuditCheck, AuditLine
from wres.store.changes import FIGURE_COLUMNS, Changes
from wres.store.drafts import KeptDraft
from wres.store.figure_reading import FigureReader, existing
from wres.store.guarding import (
    Candidate,
    Protection,
    Stood,
    candidate_of,
    protection_of,
    protection_summaries,
    stood,
)
from wres.store.known import Known, Place, known_since
from wres.store.origins import Note, Trace
from wres.store.tables import SCHEMA, mappings, schema_behind
from wres.store.upgrade import schema_of
from wres.store.versions import Upload, Version
from wres.store.withheld import withheld_at

ColumnMapping = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What was stored after a version: the versions, oldest first, and what they changed."""

    versions: tuple[Version, ...]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands in the store at one moment.

    The newest version, how many revisions of records were written, and whether the release day of
    a draft has come.
    """

    version: int
    records: int
    has_due: bool


# To put the question together takes longer than to ask it.
@lru_cache(maxsize=4)
def _what_stands(schema: int, today: date) -> Select[*tuple[Any, ...]]:
    return select(versions.newest(), records.written(schema), drafts.due_by(schema, today))


class StoreReader(FigureReader):
    """Every version of the figures, to read. See ``Store`` for what it promises."""

    def __enter__(self) -> Self:
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
        self._database.close()

    @property
    def read_only(self) -> bool:
        """Whether the store was opened for reading only."""
        return self._database.read_only

    def has_layout(self) -> bool:
        """Return whether the store has the layout of this release, by one look.

        Raises:
            StoreProblem: If it does not answer, or has the layout of a newer release.
        """
        with self._database.reading() as connection:
            return schema_of(connection) == SCHEMA

    def current(self) -> int:
        """Return the number of the current version, 0 when nothing was stored yet."""
        with self._database.reading() as connection:
            return versions.current_id(connection)

    def standing(self, today: date) -> Standing:
        """Return what stands in the store at this moment, by one question at most.

        Every page asks it in every run.
        """
        return self._database.asked_once(today, partial(self._standing, today))

    def _standing(self, today: date) -> Standing:
        with self._database.reading() as connection:
            asked = _what_stands(schema_behind(connection), today)
            version, written, draft = connection.execute(asked).one()
            return Standing(version=version or 0, records=written or 0, has_due=bool(draft))

    def uploads(self, version: int, *, since: int = 0) -> tuple[Upload, ...]:
        """Return the uploads after a version up to another, newest first, without their reports."""
        with self._database.reading() as connection:
            until = existing(connection, version)
            return versions.read_uploads(connection, until, since=since)

    def history(self, org_code: str | None = None) -> tuple[Version, ...]:
        """Return every version, newest first; with an organisation those that wrote of it."""
        with self._database.reading() as connection:
            return versions.read_history(connection, org_code)

    def changes(self, given: Iterable[Result], *, replaces: bool = False) -> Changes:
        """Return what these rows would change of the current figures.

        Figures are compared by ``FIGURE_COLUMNS``: counts, value, status, basis, edition and
        survey year. Where a figure came from is not compared. With ``replaces`` the rows are all
        there is of the organisations, WRES years and indicators they touch.
        """
        with self._database.reading() as connection:
            current = versions.current_id(connection)
            return changes.compare(connection, given, version=current, replaces=replaces)

    def candidate(self, given: Iterable[Result], *, replaces: bool = False) -> Candidate:
        """Return what the guard would be asked about these rows, without storing anything."""
        with self._database.reading() as connection:
            current = versions.current_id(connection)
            found = changes.compare(connection, given, version=current, replaces=replaces)
            return candidate_of(connection, found, rows=None, until=current)

    def stood(self, org_code: str, *, until: int | None = None) -> tuple[Stood, ...]:
        """Return what stood at each version that changed an organisation, the oldest first."""
        with self._database.reading() as connection:
            return tuple(stood(connection, (org_code,), existing(connection, until)))

    def protection(self, version: int) -> Protection | None:
        """Return what the attack on a version asked for, None when it was never attacked."""
        with self._database.reading() as connection:
            return protection_of(connection, existing(connection, version))

    def protection_summaries(self) -> dict[int, str]:
        """Return what the attack on each version came to, by version."""
        with self._database.reading() as connection:
            return protection_summaries(connection)

    def withheld(self, *, version: int | None = None) -> tuple[Withheld, ...]:
        """Return what is withheld at a version, the current one if none is named."""
        with self._database.reading() as connection:
            return withheld_at(connection, existing(connection, version))

    def changes_since(self, version: int) -> Since:
        """Return the versions stored after one, and what they changed of its figures.

        Raises:
            StoreProblem: If there is no such version.
        """
        with self._database.reading() as connection:
            start = existing(connection, version)
            end = versions.current_id(connection)
            found = changes.difference(connection, start=start, end=end)
            made = tuple(versions.read_version(connection, n) for n in range(start + 1, end + 1))
        differing = tuple(
            (before, after)
            for before, after in found.changed
            if any(getattr(before, name) != getattr(after, name) for name in FIGURE_COLUMNS)
        )
        return Since(versions=made, changes=replace(found, changed=differing))

    def trace(self, key: ResultKey, version: int | None = None) -> Trace:
        """Return where a figure comes from: file, hash, place, person, time and version.

        Raises:
            StoreProblem: If no figure with this key stands at the version, or there is none.
        """
        with self._database.reading() as connection:
            return origins.trace(connection, key, version=existing(connection, version))

    def notes(self, *, org_code: str) -> tuple[Note, ...]:
        """Return the accepted warnings about an organisation's figures as they stand now."""
        with self._database.reading() as connection:
            return origins.standing_notes(connection, org_code)

    def known_since(self, org_code: str) -> dict[Place, Known]:
        """Return since when each WRES year and indicator of an organisation is known here."""
        with self._database.reading() as connection:
            return known_since(connection, org_code)

    def drafts(self, org_codes: Collection[str] | None = None) -> tuple[KeptDraft, ...]:
        """Return the drafts that wait, oldest first.

        With ``org_codes`` only those whose figures are all of these organisations.
        """
        with self._database.reading() as connection:
            return drafts.all_waiting(connection, org_codes)

    def draft(self, draft_id: int) -> KeptDraft:
        """Return a draft that waits.

        Raises:
            StoreProblem: If there is none with this number, or it has ended.
        """
        with self._database.reading() as connection:
            return drafts.waiting(connection, draft_id)

    def draft_changes(self, draft_id: int) -> Changes:
        """Return what publishing a draft would change of the current figures.

        Raises:
            StoreProblem: If there is none with this number, or it has ended.
        """
        with self._database.reading() as connection:
            kept = drafts.waiting(connection, draft_id)
            given = drafts.figures_of(connection, draft_id).rows
            current = versions.current_id(connection)
            return changes.compare(connection, given, version=current, replaces=kept.replaces)

    def due_drafts(self, today: date) -> tuple[int, ...]:
        """Return the numbers of the drafts whose release day has come, by one look at an index."""
        with self._database.reading() as connection:
            return drafts.due(connection, today)

    def next_undo(self) -> Version | None:
        """Return the upload or restore that an undo would take back, None when there is none."""
        with self._database.reading() as connection:
            return versions.standing(connection)

    def grants(self) -> tuple[Grant, ...]:
        """Return the lines of the list of roles that stand, in the order they were given."""
        with self._database.reading() as connection:
            return roles.standing_grants(connection)

    def audit(self) -> tuple[AuditLine, ...]:
        """Return every line of the log, oldest first."""
        with self._database.reading() as connection:
            return audit.read_audit(connection)

    def verify_audit(self) -> AuditCheck:
        """Return whether no line of the log was changed and every version has its line."""
        with self._database.reading() as connection:
            return audit.check_audit(connection)

    def remembered_mappings(self) -> tuple[ColumnMapping, ...]:
        """Return every choice of columns that was kept, the latest first."""
        with self._database.reading() as connection:
            stored = connection.scalars(select(mappings.c.mapping).order_by(mappings.c.id.desc()))
            return tuple(_pairs(text) for text in stored)


def _stored_mapping(connection: Connection, org_code: str, shape: str) -> ColumnMapping | None:
    """Return the choice of columns that was stored last, None if there was none."""
    stored = connection.scalar(
        select(mappings.c.mapping)
        .where(mappings.c.org_code == org_code, mappings.c.shape == shape)
        .order_by(mappings.c.id.desc())
        .limit(1)
    )
    return None if stored is None else _pairs(stored)


def keep_mapping(
    connection: Connection, org_code: str, *, shape: str, mapping: ColumnMapping
) -> None:
    """Return nothing once a choice of columns is kept, unless it is the one kept last."""
    pairs = tuple((theirs, ours) for theirs, ours in mapping)
    if _stored_mapping(connection, org_code, shape) == pairs:
        return
    last = connection.scalar(select(func.max(mappings.c.id))) or 0
    values = {"id": last + 1, "org_code": org_code, "shape": shape}
    connection.execute(insert(mappings), {**values, "mapping": json.dumps(pairs)})


def _pairs(stored: str) -> ColumnMapping:
    return tuple((theirs, ours) for theirs, ours in json.loads(stored))
