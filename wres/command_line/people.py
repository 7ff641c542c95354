"""The commands about people: ``roles``, ``give-role`` and ``take-role``."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from wres.access import EVERY_ORGANISATION, LOCAL_LEAD, Grant, Role
from wres.answers.opening import local_store, shipped
from wres.command_line.evidence import stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.text import cut, one_line

NOBODY = "Nobody was given a role by this program; access.csv may hold others."


def roles(_asked: Namespace) -> Reply:
    """Return every role that stands in the store."""
    store = stored()
    if store is None:
        return Reply(data=[], lines=(NOBODY,))
    with store:
        grants = store.grants()
    lines = tuple(line for grant in grants for line in wrapped(f"{_words(grant)}."))
    return Reply(data=[_grant_data(one) for one in grants], lines=lines or (NOBODY,))


def give_role(asked: Namespace) -> Reply:
    """Return that somebody has a role now.

    Raises:
        BadCommand: If nobody is named, or a lead without an organisation that exists.
    """
    return _change(asked, given=True)


def take_role(asked: Namespace) -> Reply:
    """Return that somebody no longer has a role.

    Raises:
        BadCommand: If nobody is named, or a lead without an organisation that exists.
    """
    return _change(asked, given=False)


def _change(asked: Namespace, *, given: bool) -> Reply:
    grant = _grant(asked)
    with local_store() as store:
        line = store.change_role(
            grant,
            given=given,
            made_by=one_line(asked.by) or LOCAL_LEAD.name,
            made_at=datetime.now(UTC),
        )
    done = "now has" if given else "no longer has"
    said = f"{grant.identity} {done} the role: {_words(grant)}."
    if line is None:
        said = f"Nothing new, as it was so already: {_words(grant)}."
    return Reply(
        data={**_grant_data(grant), "given": given, "is_new": line is not None},
        lines=tuple(wrapped(said)),
    )


def _grant(asked: Namespace) -> Grant:
    identity, role = one_line(asked.identity).casefold(), Role(asked.role)
    if not identity:
        raise BadCommand("Name somebody: a verified e-mail address, or the subject of a sign-in.")
    code = one_line(asked.org).upper()
    if role is not Role.LEAD:
        code = EVERY_ORGANISATION
    elif code != EVERY_ORGANISATION and code not in shipped().organisations:
        raise BadCommand(
            f"A lead needs an organisation with --org; “{cut(code)}” is none this program knows."
        )
    return Grant(identity=identity, role=role, organisation=code, issuer=one_line(asked.issuer))


def _words(grant: Grant) -> str:
    where = "all organisations" if grant.organisation == EVERY_ORGANISATION else grant.organisation
    scope = f" of {where}" if grant.role is Role.LEAD else ""
    issuer = f", only from {grant.issuer}" if grant.issuer else ""
    return f"{grant.identity}, {grant.role.value}{scope}{issuer}"


def _grant_data(grant: Grant) -> dict[str, object]:
    return {
        "identity": grant.identity,
        "role": grant.role.value,
        "organisation": grant.organisation,
        "issuer": grant.issuer,
    }
