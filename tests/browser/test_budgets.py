"""The presses that the journeys of a phone and of a presenter may cost, counted.

The journey of a lead with a file has its budget in ``test_upload.py``; two presses from the front
door to the case studies of a concern are in ``test_two_presses.py``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, Server, open_page, wait_until_idle
from tests.browser.test_card import open_card
from tests.browser.test_two_presses import in_page, tab_to
from wres.store import open_store

pytestmark = pytest.mark.browser

MOST_PRESSES = 8
# What arrives in a second and a half over a slow mobile line, and is then the answer.
MOST_CARD_BYTES = 60 * 1024

Press = Callable[[Page, Locator], None]


def tap(page: Page, one: Locator) -> None:
    """Press with a finger."""
    one.tap()
    wait_until_idle(page)


def enter(page: Page, one: Locator) -> None:
    """Go there with Tab and press Enter."""
    tab_to(page, one)
    page.keyboard.press("Enter")
    wait_until_idle(page)


# By key, which is the longer way; ``WRES_ALL_VIEWS=1`` with a finger as well.
WAYS = [enter, tap] if os.environ.get("WRES_ALL_VIEWS") == "1" else [enter]


def test_the_answer_is_on_a_phone_without_a_press_or_a_script(
    browser: Browser, server: Server
) -> None:
    """One small page: the finding, how many answered, how sure, and what is being done."""
    context = browser.new_context(**PHONE, base_url=server.address, java_script_enabled=False)
    page = context.new_page()
    assert len(open_card(page).body()) <= MOST_CARD_BYTES
    finding = page.get_by_role("heading", level=1)
    expect(finding).to_contain_text("19.5% of BME staff")
    box = finding.bounding_box()
    assert box is not None and box["y"] + box["height"] <= PHONE["viewport"]["height"]
    for words in ("642", "Made-up figures", "What is being done"):
        expect(page.get_by_text(words).first).to_be_attached()
    asked_for = "performance.getEntriesByType('resource').map(one => one.name)"
    assert [one for one in page.evaluate(asked_for) if "favicon" not in one] == []
    context.close()


@pytest.mark.parametrize("press", WAYS)
def test_six_steps_on_a_phone_take_eight_presses(phone: Page, press: Press) -> None:
    """All nine, one of them, another year, is that bad, what is being done, a card to share."""
    open_card(phone)
    pressed = 0

    def on(one: Locator) -> None:
        nonlocal pressed
        press(phone, one)
        pressed += 1

    on(phone.get_by_role("link", name="All nine indicators"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Where we stand")
    on(in_page(phone, "Explore", 8))
    finding = phone.get_by_test_id("stMain").get_by_role("heading", level=2).first
    expect(finding).to_contain_text("19.5% of BME staff")
    year = phone.get_by_role("combobox", name="Year")
    if press is enter:
        tab_to(phone, year)
        phone.keyboard.type("2024 (")
        phone.keyboard.press("Enter")
    else:
        year.tap()
        phone.get_by_role("option", name="2024 (survey").tap()
    wait_until_idle(phone)
    pressed += 2
    expect(finding).to_contain_text("20.0% of BME staff")
    on(in_page(phone, "Is that bad?", 8))
    expect(phone.get_by_role("heading", name="Compared with whom")).to_be_visible()
    on(in_page(phone, "Concern, plan and ideas", 8))
    expect(phone.get_by_text("What is being done.").first).to_be_visible()
    expect(phone.get_by_role("link", name="All case studies for indicator 8").first).to_be_visible()
    with phone.context.expect_page() as opened:
        on(phone.get_by_role("link", name="Card to share").first)
    shared = opened.value.get_by_role("heading", level=1)
    expect(shared).to_contain_text("20.0% of BME staff")
    assert pressed <= MOST_PRESSES


def test_one_key_opens_the_session(laptop: Page, server: Server) -> None:
    """From the page of the presenter to the first step on the screen."""
    open_page(laptop, "/present?org=ZZP&year=2025")
    laptop.keyboard.press("F9")
    expect(laptop.locator(".rs")).to_contain_text("1 of 8")
    laptop.keyboard.press("e")
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_role("heading", name="Past sessions")).to_be_visible()
    with open_store(server.home, read_only=True) as store:
        assert store.live.running("ZZP", now=_now()) is None


def _now() -> datetime:
    return datetime.now(UTC)
