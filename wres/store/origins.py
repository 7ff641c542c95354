"""Where a figure comes from: the upload that brought it, its file, and its place in the file.

An undo or restore brings figures back without being where they come from, so the search goes on
at the version it went back to, until it comes to an upload.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import literal, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.results import KEY_COLUMNS, ResultKey
from wres.store.acknowledged import Acknowledged, read_acknowledgements
from wres.store.tables import (
    has_schema,
    result_rows,
    version_organisations,
    versions,
)
from wres.store.versions import Version, VersionKind, read_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where a figure comes from: the version that brought it, and its place in that file."""

    key: ResultKey
    version: Version
    place: str

    @property
    def file_name(self) -> str:
        """The name of the file."""
        return self.version.file_name

    @property
    def file_sha256(self) -> str:
        """The hash of the file's bytes, 64 hex digits."""
        return self.version.file_sha256

    @property
    def made_by(self) -> str:
        """Who brought it."""
        return self.version.made_by

    @property
    def made_at(self) -> datetime:
        """When it was stored, in UTC."""
        return self.version.made_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A data-quality note: an accepted warning about figures that still stand.

    ``scopes`` are the WRES years and indicators of those figures, in order.
    """

    org_code: str
    acknowledged: Acknowledged
    version: Version
    scopes: tuple[tuple[int, int], ...]


def trace(connection: Connection, key: ResultKey, *, version: int) -> Trace:
    """Return where the figure that stands at a version comes from.

    Raises:
        StoreProblem: If no figure with this key stands there.
    """
    number = version
    while True:
        found = _newest(connection, key, number)
        if found is None:
            raise StoreProblem(
                f"There is no such figure among the uploaded ones at version {version}."
            )
        made = read_version(connection, found[0])
        if made.kind is VersionKind.UPLOAD:
            return Trace(key=key, version=made, place=found[1])
        number = made.same_as or 0


def _newest(connection: Connection, key: ResultKey, version: int) -> tuple[int, str] | None:
    row = result_rows.c
    place = row.place if has_schema(connection, 2) else literal("")
    plain = (getattr(part, "value", part) for part in key)
    found = connection.execute(
        select(row.version_id, place, row.removed)
        .where(*(row[name] == value for name, value in zip(KEY_COLUMNS, plain, strict=True)))
        .where(row.version_id <= version)
        .order_by(row.version_id.desc())
        .limit(1)
    ).one_or_none()
    return None if found is None or found[2] else (found[0], found[1])


def standing_notes(connection: Connection, org_code: str) -> tuple[Note, ...]:
    """Return the notes about an organisation's figures as they stand now, oldest first.

    A note goes when every figure its version brought was replaced or undone.
    """
    told = read_acknowledgements(connection)
    table = version_organisations.c
    wrote = select(table.version_id).where(table.org_code == org_code)
    noted = sorted(set(connection.scalars(wrote)) & set(told))
    if not noted:
        return ()
    scopes = _scopes(connection, org_code)
    return tuple(
        Note(
            org_code=org_code,
            acknowledged=one,
            version=read_version(connection, number),
            scopes=tuple(sorted(scopes[number])),
        )
        for number in noted
        if number in scopes
        for one in told[number]
    )


def _scopes(connection: Connection, org_code: str) -> dict[int, set[tuple[int, int]]]:
    """The WRES years and indicators of the standing figures each upload brought."""
    row = result_rows.c
    kept: defaultdict[tuple[object, ...], list[tuple[int, bool]]] = defaultdict(list)
    wanted = select(*(row[name] for name in KEY_COLUMNS), row.version_id, row.removed)
    for *parts, number, removed in connection.execute(
        wanted.where(row.org_code == org_code).order_by(row.version_id)
    ):
        kept[tuple(parts)].append((number, removed))
    others = select(versions.c.id, versions.c.same_as).where(
        versions.c.kind != VersionKind.UPLOAD.value
    )
    back = {row.id: row.same_as for row in connection.execute(others)}
    found: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for key, written in kept.items():
        origin = _origin(written, back)
        if origin is not None:
            found[origin].add((int(str(key[1])), int(str(key[2]))))
    return found


def _origin(written: list[tuple[int, bool]], back: dict[int, int | None]) -> int | None:
    """The upload a figure comes from, given the versions that wrote it, None when it is gone."""
    numbers = [number for number, _ in written]
    place = len(written)
    while place:
        number, removed = written[place - 1]
        if removed:
            return None
        if number not in back:
            return number
        place = bisect_right(numbers, back[number] or 0)
    return None
