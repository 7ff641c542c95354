"""Explore's sentence and the chosen trusts by keyboard alone, on a laptop and on a phone."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import open_page, wait_until_idle

pytestmark = pytest.mark.browser
MOST_STOPS = 30


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the box with this name has the focus."""
    box = page.get_by_role("combobox", name=name)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            return
    raise AssertionError(f"{name} is not within {MOST_STOPS} presses of Tab")


@pytest.mark.parametrize("width", ["phone"])
def test_the_sentence_is_changed_with_keys_only(request: pytest.FixtureRequest, width: str) -> None:
    """Tab to the indicator, type a part of it, Enter: the finding and the address follow."""
    page: Page = request.getfixturevalue(width)
    open_page(page, "/explore?org=ZZP&indicator=8")
    tab_to(page, "Indicator")
    page.keyboard.type("promotion")
    page.keyboard.press("Enter")
    wait_until_idle(page)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("promotion is fair")
    assert parse_qs(urlsplit(page.url).query)["indicator"] == ["7"]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


def test_a_filter_that_was_folded_away_keeps_the_focus(laptop: Page) -> None:
    """It is opened and changed by keys; a link that uses it opens it, and it can be closed."""
    open_page(laptop, "/areas_of_concern?org=R0A")
    fold = laptop.get_by_role("button", name="Compare with", exact=True)
    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(fold).to_be_focused()
    wait_until_idle(laptop)
    box = laptop.get_by_role("combobox", name="Compare with")
    box.focus()
    laptop.keyboard.type("England")
    laptop.keyboard.press("Enter")
    wait_until_idle(laptop)
    assert parse_qs(urlsplit(laptop.url).query)["benchmark"] == ["england"]
    expect(box).to_be_focused()
    open_page(laptop, "/areas_of_concern?org=R0A&benchmark=england")
    expect(box).to_have_value("England")
    fold.press("Enter")
    wait_until_idle(laptop)
    expect(box).to_be_hidden()
    expect(fold).to_be_focused()


def test_ordinary_words_lead_to_an_indicator(phone: Page) -> None:
    """Find in your own words: the best fit keeps the trust."""
    open_page(phone, "/explore?org=ZZP&indicator=5")
    phone.get_by_role("button", name="Find in your own words").click()
    phone.get_by_label("What are you looking for?").fill("discrimination by my manager")
    phone.keyboard.press("Enter")
    phone.get_by_role("button", name="8. Discrimination").click()
    wait_until_idle(phone)
    asked = parse_qs(urlsplit(phone.url).query)
    assert (asked["org"], asked["indicator"]) == (["ZZP"], ["8"])


def test_the_benchmarks_page_is_no_wider_than_a_phone(phone: Page) -> None:
    """A strip of 121 trusts and its places stand on 390 pixels."""
    open_page(phone, "/benchmarks?org=R0A&indicator=8")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.get_by_text("somewhere between 32nd and 91st of 122").first).to_be_visible()


def chosen(page: Page) -> tuple[str, str]:
    """What the boxes of the benchmarks page show: the year and the indicator."""
    year, number = (page.get_by_role("combobox", name=name) for name in ("Year", "Indicator"))
    return year.input_value()[:4], number.input_value()[:1]


def test_the_boxes_show_what_the_figures_are_of_after_each_step(laptop: Page) -> None:
    """A filter is changed, a page opened from the menu, and Back pressed: the boxes follow."""
    open_page(laptop, "/areas_of_concern?org=ZZP&year=2025&indicator=8")
    year = laptop.get_by_role("combobox", name="Year")
    year.click()
    year.fill("2024 (")
    laptop.get_by_role("option").first.click()
    wait_until_idle(laptop)
    assert parse_qs(urlsplit(laptop.url).query)["year"] == ["2024"]
    laptop.evaluate("window.isSame = true")
    menu = laptop.get_by_role("navigation", name="Pages")
    menu.get_by_role("link", name="Benchmarks").click()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Benchmarks")
    wait_until_idle(laptop)
    assert chosen(laptop) == ("2024", "8")
    number = laptop.get_by_role("combobox", name="Indicator")
    number.click()
    number.fill("7.")
    laptop.get_by_role("option").first.click()
    wait_until_idle(laptop)
    menu.get_by_role("link", name="Explore").click()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Explore")
    wait_until_idle(laptop)
    assert parse_qs(urlsplit(laptop.url).query)["indicator"] == ["7"]
    laptop.go_back()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Benchmarks")
    wait_until_idle(laptop)
    assert chosen(laptop) == ("2024", "7")
    assert laptop.evaluate("window.isSame"), "the program was opened anew"


def test_a_trust_nobody_chose_is_in_the_address_after_a_link_and_after_back(laptop: Page) -> None:
    """A copied address shows the trust that is on the page, and Back is no step longer for it."""
    open_page(laptop, "/about")
    assert urlsplit(laptop.url).query == ""
    steps = laptop.evaluate("history.length")
    menu = laptop.get_by_role("navigation", name="Pages")
    menu.get_by_role("link", name="Explore").click()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Explore")
    wait_until_idle(laptop)
    trust = parse_qs(urlsplit(laptop.url).query)["org"]
    assert f"({trust[0]})" in laptop.get_by_role("combobox", name="Organisation").input_value()
    laptop.go_back()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("About")
    wait_until_idle(laptop)
    assert parse_qs(urlsplit(laptop.url).query)["org"] == trust
    laptop.go_forward()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Explore")
    assert laptop.evaluate("history.length") == steps + 1
