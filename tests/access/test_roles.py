"""Roles come from the list on the server, and a role taken away is gone."""

from __future__ import annotations

import pytest

from wres.access import (
    LOCAL_LEAD,
    NOBODY,
    READER,
    Grant,
    Role,
    Visitor,
    may_open,
    may_write,
    read_grants,
    require,
    require_write,
    visitor_from,
)
from wres.errors import DataFileBroken, NotAllowed

LIST = """identity,role,organisation,issuer
Ama@trust.example,lead,R0A,
ben@trust.example,viewer,,
subject-7,lead,RRP,https://login.example/tenant-1
root@trust.example,admin,,
"""
GRANTS = read_grants(LIST, file_name="access.csv")
NOON = 1_800_000_000.0


def signed_in(**claims: object) -> Visitor:
    """Return the visitor that these claims of a sign-in stand for."""
    return visitor_from({"is_logged_in": True, **claims}, GRANTS, seconds_now=NOON)


def test_a_listed_and_verified_address_gets_its_role() -> None:
    """The address counts in any spelling of case."""
    visitor = signed_in(email="ama@TRUST.example", email_verified=True, sub="1")
    assert visitor.roles == {Role.LEAD}
    assert visitor.leads == {"R0A"}
    assert visitor.name == "ama@trust.example"


@pytest.mark.parametrize("verified", [False, None, "true"])
def test_an_unverified_address_gets_nothing(verified: object) -> None:
    """Only the sign-in service's own yes counts."""
    assert not signed_in(email="ama@trust.example", email_verified=verified).roles


def test_a_subject_counts_only_from_its_issuer() -> None:
    """The same subject from another tenant is somebody else."""
    assert signed_in(sub="subject-7", iss="https://login.example/tenant-1").leads == {"RRP"}
    assert not signed_in(sub="subject-7", iss="https://login.example/tenant-2").roles


def test_an_expired_sign_in_is_nobody() -> None:
    """A sign-in is over at its expiry, whatever the cookie says."""
    claims = {"email": "ama@trust.example", "email_verified": True}
    assert signed_in(**claims, exp=NOON + 1).roles
    assert signed_in(**claims, exp=NOON) == NOBODY


def test_a_role_in_the_claims_is_not_believed() -> None:
    """Roles come from the list only."""
    assert not signed_in(email="x@y.example", email_verified=True, role="admin").roles


def test_not_signed_in_is_nobody() -> None:
    """Claims without a sign-in count for nothing."""
    claims = {"is_logged_in": False, "email": "ama@trust.example", "email_verified": True}
    assert visitor_from(claims, GRANTS, seconds_now=NOON) == NOBODY


@pytest.mark.parametrize(
    ("visitor", "open_pages"),
    [
        (NOBODY, set()),
        (READER, {Role.VIEWER}),
        (LOCAL_LEAD, {Role.VIEWER, Role.LEAD}),
        (Visitor(roles=frozenset({Role.ADMIN})), {Role.VIEWER, Role.ADMIN}),
    ],
)
def test_who_may_open_what(visitor: Visitor, open_pages: set[Role]) -> None:
    """An admin looks after the list and gains no right over figures by it."""
    assert {role for role in Role if may_open(visitor, role)} == open_pages


def test_a_page_that_names_no_role_opens_to_nobody() -> None:
    """A forgotten line closes the page, it does not open it."""
    assert not may_open(LOCAL_LEAD, None)


def test_each_refusal_says_what_to_do() -> None:
    """Sign in, ask for a role, or use the other pages."""
    with pytest.raises(NotAllowed, match="sign in"):
        require(NOBODY, Role.VIEWER)
    with pytest.raises(NotAllowed, match="given you a role"):
        require(Visitor(signed_in=True), Role.VIEWER)
    with pytest.raises(NotAllowed, match="lead role"):
        require(READER, Role.LEAD)


def test_a_lead_writes_only_for_the_own_organisation() -> None:
    """The lead of R0A cannot change the figures of RRP."""
    lead = signed_in(email="ama@trust.example", email_verified=True)
    assert may_write(lead, "R0A")
    assert require_write(lead, ["R0A"]) is lead
    with pytest.raises(NotAllowed, match="RRP"):
        require_write(lead, ["R0A", "RRP"])


def test_the_person_at_the_keyboard_writes_for_all() -> None:
    """Without sign-in this computer's user is the lead."""
    assert may_write(LOCAL_LEAD, "RRP")
    assert not may_write(READER, "RRP")


@pytest.mark.parametrize(
    "text", ["", "name,role\na,lead", "identity,role\na,boss", "identity,role\n,lead"]
)
def test_a_broken_list_lets_nobody_in(text: str) -> None:
    """The list is refused by name, never guessed."""
    with pytest.raises(DataFileBroken, match=r"access\.csv"):
        read_grants(text, file_name="access.csv")


def test_an_empty_organisation_means_every_one() -> None:
    """A lead without an organisation in the list leads them all."""
    assert read_grants("identity,role\na,lead", file_name="x") == (
        Grant(identity="a", role=Role.LEAD),
    )
