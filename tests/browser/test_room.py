"""Two phones in a room: by keyboard with script, and without script; and a lost connection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Server, axe_violations
from tests.live.sessions import AMA, GUESS, PRACTICE, RANKING, STEPS
from wres.answers import presenting
from wres.live import LiveSession
from wres.store import Store, open_store

pytestmark = pytest.mark.browser


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    """The store of the running program, opened by a second process."""
    with open_store(server.home) as opened:
        yield opened


@pytest.fixture
def session(store: Store) -> Iterator[LiveSession]:
    """A session of the Practice Trust, ended afterwards."""
    now = datetime.now(UTC)
    made = presenting.start_session(
        store,
        AMA,
        organisation=PRACTICE,
        version=0,
        steps=STEPS,
        questions=(GUESS, replace(RANKING, step=0)),
        now=now,
    )
    yield made
    presenting.end_session(store, AMA, session_id=made.session_id, now=now)


def test_two_phones_join_and_vote(
    browser: Browser, server: Server, phone: Page, store: Store, session: LiveSession
) -> None:
    """Join by code, guess by keyboard, rank without script, lose the connection and come back."""
    where = {"session_id": session.session_id}
    presenting.open_question(store, AMA, **where, question_id="guess")
    phone.goto("/room")
    phone.keyboard.press("Tab")
    phone.keyboard.type(session.code.lower())
    phone.keyboard.press("Enter")
    expect(phone.get_by_label(GUESS.prompt)).to_be_visible()
    expect(phone.get_by_text("Practice: made-up figures")).to_be_visible()
    assert axe_violations_of(phone) == []
    phone.get_by_label(GUESS.prompt).focus()
    phone.keyboard.type("21")
    # The connection goes before the answer does, and comes back by itself.
    phone.context.set_offline(True)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_have_text("Your answer is not sent yet. We keep trying.")
    phone.context.set_offline(False)
    expect(phone.get_by_text("Thank you.")).to_be_visible(timeout=10_000)
    expect(phone.get_by_role("status")).to_have_text("The connection is back.")
    other = browser.new_context(**PHONE, base_url=server.address, java_script_enabled=False)
    without = other.new_page()
    presenting.open_question(store, AMA, **where, question_id="rank")
    without.goto(f"/room/{session.code}")
    without.get_by_label("Panels").select_option("1")
    without.get_by_role("button", name="Send my answer").click()
    expect(without.get_by_text("Thank you.")).to_be_visible()
    other.close()
    # The first phone heard of the new question without being touched.
    phone.get_by_label("Mentoring").select_option("1")
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Thank you.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    told = {one: store.live.tally(**where, question_id=one).answers for one in ("guess", "rank")}
    assert told == {"guess": 1, "rank": 2}


def axe_violations_of(page: Page) -> list[str]:
    """Return what axe finds; the page's own policy lets no script in, so a copy is looked at."""
    copy = page.context.new_page()
    copy.set_content(page.content(), wait_until="domcontentloaded")
    found = axe_violations(copy)
    copy.close()
    return found
