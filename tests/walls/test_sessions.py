"""A7: a role taken away, or a sign-in ended elsewhere, counts at the next press in every window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from tests.store.examples import MOMENT
from tests.walls.conftest import Walls
from tests.walls.figures import A, B, found
from wres.access import Grant, Role
from wres.store import open_store

CLEO = Grant(identity="cleo@trust.example", role=Role.LEAD, organisation=B.code)
UNDO = "Undo version 2"
EXPLORE = ("explore", f"org={A.code}&year=2025&indicator=8")
OVER = "You signed out; please sign in again\\."


@contextmanager
def role_taken(walls: Walls) -> Iterator[None]:
    """Take the role of Cleo away for the time of the block."""
    with open_store(walls.home) as store:
        store.change_role(CLEO, given=False, made_by="root", made_at=MOMENT)
        try:
            yield
        finally:
            store.change_role(CLEO, given=True, made_by="root", made_at=MOMENT)


@pytest.mark.parametrize(
    "button", [UNDO, "Bring version 1 back", "Publish draft 2", "Throw draft 2 away"]
)
def test_a_button_drawn_before_the_role_was_taken_does_nothing(walls: Walls, button: str) -> None:
    """The page still shows the button; pressing it asks anew who is pressing."""
    page = "upload" if "draft" in button else "history"
    with walls.newcomer("cleo").window() as held:
        held.open(page)
        with role_taken(walls), open_store(walls.home) as store:
            seen = held.press(button)
            assert store.current() == 2
            assert len(store.drafts()) == 2
    assert "nobody has given you a role here" in seen.alerts[0]


def test_signed_out_in_one_window_is_signed_out_in_all(walls: Walls) -> None:
    """The other window shows figures until its next run, and then a sentence."""
    caller = walls.newcomer("dora")
    with caller.window() as other:
        assert found(A.published, other.open(*EXPLORE).frames)
        caller.ask("/auth/logout")
        seen = other.open(*EXPLORE)
        assert seen.alerts == [OVER]
        assert not found(A.published, seen.frames)


def test_a_cookie_kept_from_before_signing_out_is_worth_nothing(walls: Walls) -> None:
    """Whoever copied it is nobody; signing in again counts at once."""
    caller = walls.newcomer("dora")
    kept = httpx.Cookies(caller.client.cookies)
    caller.ask("/auth/logout")
    caller.client.cookies = kept
    assert caller.visit(*EXPLORE).alerts == [OVER]
    # A token says only the second it was made in.
    time.sleep(1)
    later = walls.newcomer("dora")
    assert found(A.published, later.visit(*EXPLORE).frames)
