"""Versions of the data: what each one is, what it would change, and what an undo goes back to.

Every acceptance, undo and restore makes a new version; earlier ones stay. An undo takes back the
newest upload or restore that still stands. A second undo takes back the one before it. What an
undo took back comes again by restoring that version, and undoing this restore takes it away again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import Enum
from typing import Any, NotRequired, TypedDict

from sqlalchemy import ColumnElement, bindparam, func, insert, select
from sqlalchemy.engine import Connection

from wres.errors import StoreMoved, StoreProblem
from wres.store.acknowledged import Acknowledged, keep_acknowledgements, read_acknowledgements
from wres.store.changes import RowChanges, difference, rows_of
from wres.store.fingerprints import EMPTY_HASH, fingerprint
from wres.store.plain_figures import PlainKey
from wres.store.row_writing import write
from wres.store.tables import version_organisations, versions


class VersionKind(Enum):
    """How a version came to be."""

    UPLOAD = "upload"
    UNDO = "undo"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of a version before it is written.

    ``same_as`` is the version an undo or restore went back to, ``report`` the check report as
    JSON, ``acknowledgements`` the warnings a person accepted with a reason.
    """

    kind: VersionKind
    made_by: str
    made_at: datetime
    same_as: int | None = None
    file_name: str = ""
    file_sha256: str = ""
    shape: str = ""
    note: str = ""
    report: str = ""
    acknowledgements: tuple[Acknowledged, ...] = ()


class Filed(TypedDict):
    """What is told of an uploaded file beside its figures, for a version and a draft alike."""

    made_by: str
    made_at: datetime
    file_name: str
    file_sha256: str
    shape: str
    report: str
    note: NotRequired[str]
    acknowledgements: NotRequired[tuple[Acknowledged, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Entry):
    """One version of the data: what was known of it, and what writing it made.

    ``parent_id`` is the version that was current before (0: the empty store), ``content_hash``
    the hash of every figure as it stood then, ``row_count`` the rows this version wrote.
    """

    id: int
    parent_id: int
    content_hash: str
    row_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """What a figure's source needs of an upload: its file's hash, its version and its time."""

    version: int
    made_at: datetime
    file_sha256: str


_NAMES = tuple(field.name for field in fields(Version) if field.name != "acknowledgements")
_ENTERED = tuple(field.name for field in fields(Entry) if field.name != "acknowledgements")
_NOWHERE: Mapping[PlainKey, str] = {}
_ADDING = insert(versions)
_HASH = select(versions.c.content_hash).where(versions.c.id == bindparam("number"))


def utc_text(moment: datetime) -> str:
    """Return a moment as ISO text in UTC.

    Raises:
        ValueError: If the moment has no time zone; the caller's clock must give one.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone cannot be stored.")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def current_id(connection: Connection) -> int:
    """Return the number of the newest version, 0 when nothing was ever stored."""
    return connection.scalar(_NUMBER) or 0


def newest() -> ColumnElement[int | None]:
    """Return the question for the number of the newest version, nothing when none was stored."""
    return select(func.max(versions.c.id)).scalar_subquery()


_NUMBER = select(newest())


def expect_current(connection: Connection, expected: int) -> int:
    """Return the number of the newest version, when it is the expected one.

    Raises:
        StoreMoved: If it is another.
    """
    current = current_id(connection)
    if current != expected:
        raise StoreMoved(
            "The figures were changed by somebody else since you looked. "
            f"They are at version {current}, you saw version {expected}. Check them again.",
            seen=expected,
            current=current,
        )
    return current


def read_version(connection: Connection, number: int) -> Version:
    """Return one version.

    Raises:
        StoreProblem: If there is none with this number.
    """
    columns = [versions.c[name] for name in _NAMES]
    row = connection.execute(select(*columns).where(versions.c.id == number)).one_or_none()
    if row is None:
        raise StoreProblem(f"There is no version {number}.")
    return _version(row._asdict(), read_acknowledgements(connection, number).get(number, ()))


def read_history(connection: Connection, org_code: str | None = None) -> tuple[Version, ...]:
    """Return every version, newest first; with an organisation those that wrote figures of it."""
    columns = [versions.c[name] for name in _NAMES]
    wanted = select(*columns).order_by(versions.c.id.desc())
    if org_code is not None:
        wrote = version_organisations.c
        of_it = select(wrote.version_id).where(wrote.org_code == org_code)
        wanted = wanted.where(versions.c.id.in_(of_it))
    rows = connection.execute(wanted)
    acknowledged = read_acknowledgements(connection)
    return tuple(_version(row._asdict(), acknowledged.get(row.id, ())) for row in rows)


def read_uploads(connection: Connection, until: int, *, since: int = 0) -> tuple[Upload, ...]:
    """Return the uploads after one version up to another, newest first, without their reports.

    Raises:
        StoreProblem: If one of them cannot be read.
    """
    column = versions.c
    wanted = (
        select(column.id, column.made_at, column.file_sha256)
        .where(column.kind == VersionKind.UPLOAD.value, column.id > since, column.id <= until)
        .order_by(column.id.desc())
    )
    try:
        return tuple(
            Upload(version=number, made_at=datetime.fromisoformat(made_at), file_sha256=sha256)
            for number, made_at, sha256 in connection.execute(wanted)
        )
    except (ValueError, TypeError) as error:
        raise _damaged() from error


def _damaged() -> StoreProblem:
    return StoreProblem("The history of the store is damaged; put a backup there.")


def _version(told: Mapping[str, Any], acknowledged: tuple[Acknowledged, ...]) -> Version:
    values = {**told, "acknowledgements": acknowledged}
    try:
        values["kind"] = VersionKind(values["kind"])
        values["made_at"] = datetime.fromisoformat(values["made_at"])
    except (ValueError, TypeError) as error:
        raise _damaged() from error
    return Version(**values)


def append(
    connection: Connection,
    entry: Entry,
    *,
    parent: int,
    changes: RowChanges,
    places: Mapping[PlainKey, str] = _NOWHERE,
) -> Version:
    """Return the new version, written on top of the newest one with the rows it changes.

    ``parent`` is the number of the newest one, 0 when nothing was ever stored.
    """
    start = _content_hash(connection, parent) if parent else EMPTY_HASH
    taken = (*changes.removed, *changes.replaced)
    made = {name: getattr(entry, name) for name in _ENTERED}
    made |= {
        "id": parent + 1,
        "parent_id": parent,
        "kind": entry.kind.value,
        "made_at": utc_text(entry.made_at),
        "content_hash": fingerprint(start, added=changes.kept, taken=taken),
        "row_count": len(changes.kept) + len(changes.removed),
    }
    connection.execute(_ADDING, made)
    write(
        connection,
        version=parent + 1,
        kept=changes.kept,
        removed=changes.removed,
        places=places,
    )
    keep_acknowledgements(connection, parent + 1, entry.acknowledgements)
    return _version(made, entry.acknowledgements)


def _content_hash(connection: Connection, number: int) -> str:
    return str(connection.execute(_HASH, {"number": number}).scalar_one())


def go_back(connection: Connection, entry: Entry, *, target: int) -> Version:
    """Return a new version whose figures are exactly those of an earlier one.

    When the figures are those already, the current version is returned and none is made.
    """
    current = current_id(connection)
    changes = difference(connection, start=current, end=target)
    if changes.nothing:
        return read_version(connection, current)
    return append(connection, entry, parent=current, changes=rows_of(changes))


def standing(connection: Connection) -> Version | None:
    """Return the upload or restore the next undo takes back, or None when there is none."""
    number = current_id(connection)
    while number:
        version = read_version(connection, number)
        if version.kind is not VersionKind.UNDO:
            return version
        number = version.same_as or 0
    return None
