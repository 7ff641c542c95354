"""Every page under axe, its headings in order, its charts named."""

from __future__ import annotations

import itertools
import os

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import axe_violations, open_page
from wres.access import Role
from wres.ui.menu import ENTRIES, needs

pytestmark = pytest.mark.browser

# The page for admins is looked at where one signs in.
PAGES = [entry.name for entry in ENTRIES if needs(entry.path) is not Role.ADMIN]
HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
CHARTS = (
    "[...document.querySelectorAll('.stVegaLiteChart[role=\"graphics-document\"]')]"
    ".map(chart => chart.getAttribute('aria-label') || '')"
)
# Streamlit draws a table inside a scrolling box that the keyboard cannot reach; on a phone a wide
# table scrolls. The same figures are in the CSV beside it. Nothing in our hands changes the box.
STREAMLITS_OWN = ("scrollable-region-focusable",)


def ours(violations: list[str]) -> list[str]:
    """The violations that are not Streamlit's own table box."""
    return [
        one
        for one in violations
        if not (any(rule in one for rule in STREAMLITS_OWN) and "stTable" in one)
    ]


# Each page at one width, in turn; ``WRES_ALL_VIEWS=1`` looks at each at both.
WIDTHS = ("laptop", "phone")
LOOKED_AT = [
    (width, name)
    for place, name in enumerate(PAGES)
    for width in (WIDTHS if os.environ.get("WRES_ALL_VIEWS") else WIDTHS[place % 2 :][:1])
]


@pytest.mark.parametrize(("width", "name"), LOOKED_AT)
def test_axe_finds_nothing_serious(request: pytest.FixtureRequest, width: str, name: str) -> None:
    """No serious or critical violation, one first heading, and no level of heading skipped."""
    page: Page = request.getfixturevalue(width)
    open_page(page, f"/{name}?org=ZZP&indicator=8")
    assert ours(axe_violations(page)) == []
    levels = page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), levels
    title = next(entry.title for entry in ENTRIES if entry.name == name)
    assert page.title().startswith(title)


def test_axe_finds_nothing_serious_in_the_dark(laptop: Page) -> None:
    """The dark theme is held to the same."""
    laptop.emulate_media(color_scheme="dark")
    open_page(laptop, "/explore?org=ZZP&indicator=8")
    assert ours(axe_violations(laptop)) == []


def test_every_chart_says_its_finding(laptop: Page) -> None:
    """Each chart has a text alternative of more than forty characters with its figures."""
    open_page(laptop, "/explore?org=ZZP&indicator=8")
    names = laptop.evaluate(CHARTS)
    assert len(names) >= 4
    assert all(len(name) > 40 and "%" in name for name in names), names
