"""From the front door to the case studies of a concern: two presses, on a phone, by key too."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import open_page, wait_until_idle

pytestmark = pytest.mark.browser

# The concerns of the Practice Trust in its last year, as its answer key plants them.
CONCERNS = (1, 2, 3, 5, 8, 9)
MOST_TABS = 150


def in_page(page: Page, name: str, number: int) -> Locator:
    """Return the link with these words to this indicator, in the page and not the menu."""
    links = page.get_by_test_id("stMain").get_by_role("link", name=name)
    return links.and_(page.locator(f"[href*='indicator={number}']")).first


def tab_to(page: Page, link: Locator) -> None:
    """Press Tab until the link has the focus."""
    for _ in range(MOST_TABS):
        if link.evaluate("link => link === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{MOST_TABS} presses of Tab do not reach the link.")


def at_the_cases(page: Page, number: int) -> None:
    """The case studies of the indicator, with an answer and at most as wide as the phone."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Case studies")
    expect(
        page.get_by_role("heading", name=f"for indicator {number}, those most like")
    ).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["indicator"] == [str(number)]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_presses_lead_to_the_cases_of_every_concern(phone: Page) -> None:
    """Why, and what next; then all its case studies: a finger needs no third press.

    The first press is there for each concern and the second on each card; one way is gone whole.
    """
    open_page(phone, "/?org=ZZP")
    for number in CONCERNS:
        expect(in_page(phone, "Why, and what next", number)).to_be_visible()
    in_page(phone, "Why, and what next", 9).tap()
    wait_until_idle(phone)
    expect(phone.get_by_role("heading", level=2).nth(1)).to_contain_text("9. ")
    for number in CONCERNS:
        expect(in_page(phone, "All case studies for indicator", number)).to_be_visible()
    in_page(phone, "All case studies for indicator", 9).tap()
    wait_until_idle(phone)
    at_the_cases(phone, 9)


def test_two_presses_of_enter_lead_there_by_keyboard(phone: Page) -> None:
    """The focus goes from link to link; Enter opens the card, and Enter again its cases."""
    open_page(phone, "/?org=ZZP")
    for name in ("Why, and what next", "All case studies for indicator"):
        tab_to(phone, in_page(phone, name, 5))
        phone.keyboard.press("Enter")
        wait_until_idle(phone)
    at_the_cases(phone, 5)


def test_a_case_opens_alone_and_back_leads_to_the_list(phone: Page) -> None:
    """A link on the page it is on: one case, its own address, a reload, and back."""
    open_page(phone, "/case_studies?org=RNN&indicator=8")
    in_page(phone, "Open this case", 8).tap()
    wait_until_idle(phone)
    expect(phone.get_by_role("heading", level=2).first).to_have_text(
        "Reducing discrimination for BME staff"
    )
    assert parse_qs(urlsplit(phone.url).query)["case"] == ["chesterfield_indicator_8"]
    phone.reload()
    wait_until_idle(phone)
    expect(phone.get_by_text("about 11,000 of them must answer each time")).to_be_visible()
    in_page(phone, "All case studies for indicator", 8).tap()
    wait_until_idle(phone)
    at_the_cases(phone, 8)
