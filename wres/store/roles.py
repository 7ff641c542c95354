"""The list of roles: lines that were given and lines that were taken, none ever removed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from wres.access import Grant, Role, without_last_admin
from wres.errors import NotAllowed, StoreProblem
from wres.store.audit import AuditAction, AuditLine, record
from wres.store.tables import has_schema, role_changes
from wres.store.versions import utc_text

_OF_A_GRANT = ("identity", "role", "organisation", "issuer")
LAST_ADMIN = "This is the last admin; give the role to somebody else first."


def standing_grants(connection: Connection) -> tuple[Grant, ...]:
    """Return the lines that were given and not taken since, in the order they were given.

    Raises:
        StoreProblem: If the list holds a role this release does not know.
    """
    if not has_schema(connection, 3):
        return ()
    columns = [role_changes.c[name] for name in ("given", *_OF_A_GRANT)]
    standing: dict[Grant, None] = {}
    for given, *told in connection.execute(select(*columns).order_by(role_changes.c.id)):
        grant = _grant(*told)
        standing.pop(grant, None)
        if given:
            standing[grant] = None
    return tuple(standing)


def change_role(
    connection: Connection, grant: Grant, *, given: bool, made_by: str, made_at: datetime
) -> AuditLine | None:
    """Return the line of the log, None when the list says so already and nothing was written."""
    if (grant in standing_grants(connection)) is given:
        return None
    number = (connection.scalar(select(func.max(role_changes.c.id))) or 0) + 1
    values = {
        "id": number,
        "made_at": utc_text(made_at),
        "made_by": made_by,
        "given": given,
        "identity": grant.identity,
        "role": grant.role.value,
        "organisation": grant.organisation,
        "issuer": grant.issuer,
    }
    connection.execute(insert(role_changes), values)
    return record(
        connection,
        AuditAction.ROLE_GIVEN if given else AuditAction.ROLE_TAKEN,
        made_by=made_by,
        made_at=made_at,
        detail=" ".join(
            part for part in (grant.role.value, grant.organisation, grant.identity, grant.issuer)
        ).strip(),
    )


def keep_an_admin(connection: Connection, taken: Grant, beside: Iterable[Grant]) -> None:
    """Return nothing; ``beside`` are the roles that stand outside the store.

    It is asked in the transaction that takes the role: of two admins who take each other's role
    at the same moment, the second is told.

    Raises:
        NotAllowed: If nobody would look after the list of roles any more.
    """
    if without_last_admin((*beside, *standing_grants(connection)), taken):
        raise NotAllowed(LAST_ADMIN)


def _grant(identity: str, role: str, organisation: str, issuer: str) -> Grant:
    try:
        return Grant(identity=identity, role=Role(role), organisation=organisation, issuer=issuer)
    except ValueError as error:
        raise StoreProblem(
            f"The list of roles gives the role “{role}”, which this release does not know. "
            "Take it away with the release that gave it."
        ) from error
