"""A page on paper says every chosen filter in words, on A4, without menu and buttons."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import open_page
from wres.ui.printing import ON_PAPER_ALONE

pytestmark = pytest.mark.browser

CHOSEN = f".wres-{ON_PAPER_ALONE}"
ON_PAPER = f"[class*={ON_PAPER_ALONE}]"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "/explore?org=ZZP&indicator=8&staff=clinical&since=2022",
            (
                *("Indicator: 8. Discrimination", "Organisation: Practice Trust (made-up) (ZZP)"),
                *("Ethnic group: BME", "Compare with: Usual comparison", "Pay band: All bands"),
                *("Year: 2025 (survey 2024)", "Staff group: Clinical", "First year: 2022"),
            ),
        ),
        (
            "/areas_of_concern?org=R0A&benchmark=england",
            ("Manchester University NHS Foundation Trust (R0A)", "Compare with: England"),
        ),
    ],
)
def test_every_filter_is_said_on_paper(laptop: Page, path: str, told: tuple[str, ...]) -> None:
    """The line is not on the screen; on paper it is, and the menu and buttons are not."""
    open_page(laptop, path)
    chosen = laptop.locator(CHOSEN).first
    expect(chosen).to_be_hidden()
    laptop.emulate_media(media="print")
    expect(chosen).to_be_visible()
    said = chosen.inner_text()
    assert [one for one in told if one not in said] == []
    # Other tests before the same server may have published.
    assert re.search(r"Version \d+ of the figures\.", said)
    expect(laptop.get_by_test_id("stSidebar")).to_be_hidden()
    assert laptop.locator(".stDownloadButton:visible").count() == 0
    paper = laptop.pdf(prefer_css_page_size=True)
    # A4 in points.
    assert b"/MediaBox [0 0 594.95" in paper or b"/MediaBox [0 0 595" in paper


def test_what_a_page_lets_choose_itself_is_said_too(laptop: Page) -> None:
    """Whom one stands among, a target, a goal, a search and what stands beside are on paper."""
    wanted = {
        "/benchmarks?org=R0A&indicator=5&pool=region&target=5-21.5": (
            "Stand among: acute and combined trusts in North West",
            "Own target, per cent of BME staff: 21.5",
            "Trusts to compare with: ",
        ),
        "/case_studies?org=R0A&indicator=6&find=mentoring&grade=strong": (
            "Search the case studies: mentoring",
            "Which indicators: The one chosen above",
            "What counts most in ideas and cases: The usual order",
        ),
        "/workforce?org=ZZP&goal=28-2030-8a-vsm": (
            "A goal of your own: Bands 8a to 9 and very senior manager",
            "28.0% BME by WRES year 2030",
        ),
        "/explore?org=ZZP&indicator=8&beside=year-2022": ("Set beside it: 2022",),
    }
    laptop.emulate_media(media="print")
    for path, told in wanted.items():
        open_page(laptop, path)
        said = " ".join(laptop.locator(ON_PAPER).all_inner_texts())
        assert [one for one in told if one not in said] == [], (path, said)
