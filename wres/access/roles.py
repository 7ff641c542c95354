"""Three roles, given by a list on the server, never by the visitor.

A viewer opens every page of figures. A lead also uploads, for the organisations named in the
list. An admin looks after the list and gains no right over figures by it; somebody who is both
has two lines. The list is a small CSV file: ``identity,role,organisation,issuer``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from wres.errors import DataFileBroken, NotAllowed

EVERY_ORGANISATION = "*"
LIST_COLUMNS = ("identity", "role", "organisation", "issuer")
_NO_ROLE = (
    "You are signed in, but nobody has given you a role here. "
    "Ask the person who looks after this program to add you."
)


class Role(Enum):
    """What a visitor may do."""

    ADMIN = "admin"
    LEAD = "lead"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One line of the list: this person has this role, for this organisation (``*`` is all)."""

    identity: str
    role: Role
    organisation: str = EVERY_ORGANISATION
    issuer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody at the door: a name for the log, the roles held, the organisations led.

    ``reason`` says why somebody who signed in has no role any more, or none at the moment.
    """

    name: str = ""
    roles: frozenset[Role] = frozenset()
    leads: frozenset[str] = frozenset()
    signed_in: bool = False
    reason: str = ""


NOBODY = Visitor()
LOCAL_LEAD = Visitor(
    name="this computer",
    roles=frozenset({Role.LEAD, Role.VIEWER}),
    leads=frozenset({EVERY_ORGANISATION}),
)
READER = Visitor(name="reader", roles=frozenset({Role.VIEWER}))


def may_open(visitor: Visitor, needs: Role | None) -> bool:
    """Return whether a visitor may open a page; a page that names no role opens to nobody."""
    if needs is None:
        return False
    return bool(visitor.roles) if needs is Role.VIEWER else needs in visitor.roles


def require(visitor: Visitor, needs: Role | None) -> Visitor:
    """Return the visitor, if this role or a wider one is held.

    Raises:
        NotAllowed: If it is not; the sentence says what to do.
    """
    if may_open(visitor, needs):
        return visitor
    if not visitor.roles and not visitor.signed_in:
        raise NotAllowed(visitor.reason or "Please sign in to see this page.")
    if not visitor.roles:
        raise NotAllowed(visitor.reason or _NO_ROLE)
    wanted = needs.value if needs else "listed"
    raise NotAllowed(f"This page is for a person with the {wanted} role; you can see the others.")


def may_write(visitor: Visitor, org_code: str) -> bool:
    """Return whether a visitor may upload or undo figures of this organisation."""
    return Role.LEAD in visitor.roles and bool(visitor.leads & {EVERY_ORGANISATION, org_code})


def require_write(visitor: Visitor, org_codes: Iterable[str]) -> Visitor:
    """Return the visitor, if figures of all these organisations may be changed.

    Raises:
        NotAllowed: If one of them may not; the sentence names it.
    """
    for code in org_codes:
        if not may_write(visitor, code):
            raise NotAllowed(
                f"You may not change the figures of {code}. "
                "Ask its lead, or ask to be added to the list of leads."
            )
    return visitor


def may_see_hidden(visitor: Visitor, org_code: str, *, presenting: bool) -> bool:
    """Return whether a visitor may see figures of an organisation that are hidden from others.

    Its lead may, on the page marked for it; nobody may while something is being presented.
    """
    return may_write(visitor, org_code) and not presenting


def require_sight_of_hidden(visitor: Visitor, org_code: str, *, presenting: bool) -> Visitor:
    """Return the visitor, if the hidden figures of this organisation may be seen.

    Raises:
        NotAllowed: If they may not.
    """
    if may_see_hidden(visitor, org_code, presenting=presenting):
        return visitor
    raise NotAllowed(f"Only the lead of {org_code} may see its hidden figures.")


def without_last_admin(grants: Iterable[Grant], taken: Grant) -> bool:
    """Return whether nobody would look after the list of roles once a line is taken out."""
    admins = [one for one in grants if one.role is Role.ADMIN]
    return taken.role is Role.ADMIN and all(one == taken for one in admins)


def as_viewers(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """Return the people of a list as viewers, each once: they may read, and nothing else."""
    viewers = (Grant(identity=one.identity, role=Role.VIEWER, issuer=one.issuer) for one in grants)
    return tuple(dict.fromkeys(viewers))


def read_grants(text: str, *, file_name: str) -> tuple[Grant, ...]:
    """Return the lines of the list of roles.

    Raises:
        DataFileBroken: If a line cannot be understood; nobody is let in on a guess.
    """
    rows = csv.DictReader(io.StringIO(text))
    if not set(LIST_COLUMNS[:2]) <= set(rows.fieldnames or ()):
        raise DataFileBroken(file_name, "its first line must name identity and role.")
    return tuple(
        _grant(row, line=line, file_name=file_name) for line, row in enumerate(rows, start=2)
    )


def _grant(row: Mapping[str, str | None], *, line: int, file_name: str) -> Grant:
    cells = {name: (row.get(name) or "").strip() for name in LIST_COLUMNS}
    if not cells["identity"] or cells["role"] not in {role.value for role in Role}:
        raise DataFileBroken(file_name, f"line {line} needs an identity and a known role.")
    return Grant(
        identity=cells["identity"].casefold(),
        role=Role(cells["role"]),
        organisation=cells["organisation"] or EVERY_ORGANISATION,
        issuer=cells["issuer"],
    )


def visitor_from(
    claims: Mapping[str, object], grants: Iterable[Grant], *, seconds_now: float
) -> Visitor:
    """Return the visitor a sign-in stands for, with the roles the list gives, maybe none.

    An e-mail address counts only when the sign-in service says it was verified; otherwise the
    subject must be listed. A sign-in past its expiry (``exp``, seconds since 1970) is nobody.
    """
    expiry = claims.get("exp")
    if not claims.get("is_logged_in") or (
        isinstance(expiry, int | float) and expiry <= seconds_now
    ):
        return NOBODY
    identities = {str(claims.get("sub") or "").casefold()}
    if claims.get("email_verified") is True:
        identities.add(str(claims.get("email") or "").casefold())
    identities.discard("")
    held = [
        grant
        for grant in grants
        if grant.identity in identities and grant.issuer in ("", str(claims.get("iss") or ""))
    ]
    return Visitor(
        name=max(identities, key=lambda known: "@" in known, default=""),
        roles=frozenset(grant.role for grant in held),
        leads=frozenset(grant.organisation for grant in held if grant.role is Role.LEAD),
        signed_in=True,
    )
