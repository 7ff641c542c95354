"""Warnings a person accepted with a reason, kept with the version whose figures they are about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from wres.store.tables import acknowledgements, has_schema


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A warning that was accepted: the check's name, what it said, and the person's reason."""

    check: str
    message: str
    reason: str


def keep_acknowledgements(
    connection: Connection, version: int, accepted: Collection[Acknowledged]
) -> None:
    """Return nothing once the accepted warnings of a version are written, in their order."""
    rows = [
        {
            "version_id": version,
            "position": position,
            "check_name": one.check,
            "message": one.message,
            "reason": one.reason,
        }
        for position, one in enumerate(accepted, start=1)
    ]
    if rows:
        connection.execute(insert(acknowledgements), rows)


def read_acknowledgements(
    connection: Connection, version: int | None = None
) -> dict[int, tuple[Acknowledged, ...]]:
    """Return the accepted warnings of one version, or of all, by the version's number."""
    if not has_schema(connection, 2):
        return {}
    table = acknowledgements.c
    wanted = select(table.version_id, table.check_name, table.message, table.reason)
    if version is not None:
        wanted = wanted.where(table.version_id == version)
    found: dict[int, tuple[Acknowledged, ...]] = {}
    for number, *told in connection.execute(wanted.order_by(table.version_id, table.position)):
        found[number] = (*found.get(number, ()), Acknowledged(*told))
    return found
