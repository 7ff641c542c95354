"""A card to share in a browser: readable on a phone, by light and in the dark, and by axe."""

from __future__ import annotations

import time
from typing import Literal

from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import PHONE, START_SECONDS
from tests.browser.test_room import axe_violations_of

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CARD = "/card/ZZP/8"


def open_card(page: Page) -> Response:
    """Return the answer with the card, once the program has got ready for those who ask for one."""
    deadline = time.monotonic() + START_SECONDS
    while not page.request.get("/ready").ok and time.monotonic() < deadline:
        time.sleep(0.1)
    answered = page.goto(CARD)
    assert answered is not None and answered.ok
    return answered


def test_a_card_is_readable_on_a_phone(phone: Page) -> None:
    """Nothing hangs over the edge but a table that scrolls; axe finds nothing; keys reach all."""
    open_card(phone)
    for scheme in SCHEMES:
        phone.emulate_media(color_scheme=scheme)
        assert axe_violations_of(phone) == []
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["viewport"]["width"]
    expect(phone.get_by_role("heading", level=1)).to_contain_text("19.5% of BME staff")
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("region", name="The figures")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="All nine indicators")).to_be_focused()
    assert phone.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
