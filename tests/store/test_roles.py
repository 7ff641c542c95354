"""The list of roles: given, taken, in the log, the same for everybody who opens the store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wres.access import Grant, Role
from wres.errors import NotAllowed
from wres.store import AuditAction, Store, open_store

from .examples import MOMENT

AMA = Grant(identity="ama@trust.example", role=Role.LEAD, organisation="R0A")
ROOT = Grant(identity="root@trust.example", role=Role.ADMIN, issuer="https://login.example")


def change(store: Store, grant: Grant, *, given: bool) -> bool:
    """Return whether a line was written."""
    line = store.change_role(grant, given=given, made_by="root", made_at=MOMENT)
    return line is not None


def test_a_role_given_stands_until_it_is_taken(store: Store) -> None:
    """Given once, taken once, and given again; each change has its line."""
    assert change(store, AMA, given=True) and change(store, ROOT, given=True)
    assert not change(store, AMA, given=True)
    assert store.grants() == (AMA, ROOT)
    assert change(store, AMA, given=False)
    assert not change(store, AMA, given=False)
    assert store.grants() == (ROOT,)
    assert change(store, AMA, given=True)
    assert store.grants() == (ROOT, AMA)
    lines = store.audit()
    assert [line.action for line in lines] == [
        AuditAction.ROLE_GIVEN,
        AuditAction.ROLE_GIVEN,
        AuditAction.ROLE_TAKEN,
        AuditAction.ROLE_GIVEN,
    ]
    assert lines[0].detail == "lead R0A ama@trust.example"
    assert store.verify_audit().holds


def test_the_last_admin_stays(store: Store) -> None:
    """Taking the role is refused in a sentence, unless the server's own file names another."""
    change(store, ROOT, given=True)
    with pytest.raises(NotAllowed, match="This is the last admin"):
        store.take_role(ROOT, beside=(AMA,), made_by="root", made_at=MOMENT)
    assert store.grants() == (ROOT,)
    other = Grant(identity="cleo@trust.example", role=Role.ADMIN)
    assert store.take_role(ROOT, beside=(other,), made_by="root", made_at=MOMENT)
    assert store.grants() == ()


def test_two_admins_cannot_take_each_others_role_at_the_same_moment(store: Store) -> None:
    """Whoever comes second is told; one admin is left every time."""
    both = [Grant(identity=f"{name}@trust.example", role=Role.ADMIN) for name in ("ana", "bo")]

    def take(grant: Grant) -> bool:
        try:
            return bool(store.take_role(grant, beside=(), made_by="root", made_at=MOMENT))
        except NotAllowed:
            return False

    for _ in range(8):
        for grant in both:
            change(store, grant, given=True)
        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(take, both)) == [False, True]
        assert len(store.grants()) == 1


def test_a_look_at_hidden_figures_has_its_line(store: Store) -> None:
    """Who, whose and which version; no figure."""
    store.record_look(org_code="R0A", version=3, made_by="ama@trust.example", made_at=MOMENT)
    (line,) = store.audit()
    assert (line.action, line.made_by) == (AuditAction.HIDDEN_SEEN, "ama@trust.example")
    assert line.detail == "R0A, version 3"


def test_another_process_sees_the_same_list(tmp_path: Path) -> None:
    """The list is in the store, so every copy of the program that opens it has it."""
    with open_store(tmp_path) as first, open_store(tmp_path) as second:
        change(first, AMA, given=True)
        assert second.grants() == (AMA,)
