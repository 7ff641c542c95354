"""What opens on a page, pressed as fast as a hand can, and what the window is called meanwhile."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import open_page, wait_until_idle
from tests.browser.test_journey import pick

pytestmark = pytest.mark.browser

OPEN_MEASURES = "details[open] summary:text('What this measures')"


def opener(page: Page, name: str) -> Locator:
    """The first label with this name."""
    return page.get_by_role("button", name=name, exact=True).first


def is_open(page: Page, name: str) -> None:
    """Assert that the part under a label opens."""
    expect(opener(page, name)).to_have_attribute("aria-expanded", "true")


def test_two_presses_one_right_after_the_other_both_count(laptop: Page) -> None:
    """The second is on its way while the first draws the page anew; it has the focus after."""
    open_page(laptop, "/areas_of_concern?org=ZZP")
    second = "What counts most in ideas and cases"
    opener(laptop, "Compare with").click()
    opener(laptop, second).click()
    is_open(laptop, "Compare with")
    is_open(laptop, second)
    expect(opener(laptop, second)).to_be_focused()


def test_a_part_does_not_close_under_whoever_clears_it(laptop: Page) -> None:
    """A link sets a target; emptied, its box stays."""
    open_page(laptop, "/benchmarks?org=R0A&indicator=8&target=8-9")
    box = laptop.get_by_role("textbox", name="Own target")
    box.fill("")
    laptop.keyboard.press("Enter")
    wait_until_idle(laptop)
    assert "target" not in laptop.url
    expect(box).to_be_focused()


def test_a_fold_stays_open_where_it_moves_and_no_other_opens(laptop: Page) -> None:
    """Files that open part what is read in two; on a second visit all is closed as at first."""
    open_page(laptop, "/explore?org=ZZP&indicator=8")
    laptop.locator("summary", has_text="What this measures").first.click()
    opener(laptop, "Files of this chart").click()
    expect(laptop.get_by_role("button", name="Picture as PNG")).to_be_visible()
    expect(laptop.locator(OPEN_MEASURES)).to_have_count(1)
    menu = laptop.get_by_role("navigation", name="Pages")
    menu.get_by_role("link", name="About").click()
    wait_until_idle(laptop)
    laptop.go_back()
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Explore")
    wait_until_idle(laptop)
    expect(laptop.locator(OPEN_MEASURES)).to_have_count(0)
    expect(opener(laptop, "Files of this chart")).to_have_attribute("aria-expanded", "false")


def test_the_window_is_called_after_the_finding_of_another_indicator(laptop: Page) -> None:
    """A filter runs the page alone, and the title of the window follows what it finds."""
    open_page(laptop, "/benchmarks?org=R0A&indicator=8")
    said = []
    for _ in range(2):
        finding = laptop.get_by_test_id("stMain").get_by_role("heading", level=2).first.inner_text()
        said.append(finding)
        expect(laptop).to_have_title(f"Benchmarks: {finding} · WRES Explorer")
        pick(laptop, "Indicator", "5. ")
    assert len(set(said)) == 2
