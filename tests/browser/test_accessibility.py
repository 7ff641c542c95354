"""Every page under axe at four widths, light and dark; its headings, its titles, its charts.

A page is opened once and then made wider and narrower. 320 pixels are also what a window of 1280
holds at a zoom of 400%, and 640 at 200% lies between two of the widths.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.conftest import (
    axe_violations,
    open_page,
    violations_found,
    wait_until_idle,
)
from wres.access import Role
from wres.ui.menu import ENTRIES, needs, window_title

pytestmark = pytest.mark.browser

# The page for admins is looked at where one signs in; here it is what a refusal looks like.
NAMES = [entry.name for entry in ENTRIES]
REFUSED = [entry.name for entry in ENTRIES if needs(entry.path) is Role.ADMIN]
# What stands first on them is a box to fill in or a list, and no finding.
WITHOUT_FINDING = {
    *("access", "about", "changes", "check_text", "hidden_figures"),
    *("history", "reports", "upload"),
}
ON_A_PHONE = (390, 844)
SECONDS_TO_SETTLE = 5
OTHER_WIDTHS = ((320, 640), (1280, 800), (1920, 1080))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ALL = os.environ.get("WRES_ALL_VIEWS") == "1"
MOST_STOPS = 12
LEAST_OUTLINE = 2
PATIENCE_MILLISECONDS = 500
# What a width and what a scheme can change; the other rules say the same at each.
RULES_OF_WIDTH = ("target-size", "scrollable-region-focusable", "aria-hidden-focus")
RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")
# Nothing in the page changes any more, and no colour is on its way to another.
IS_STILL = """() => performance.now() - window.lastChange > 200
  && document.getAnimations().every(one => one.playState !== 'running')"""
# Ours open by themselves; what Streamlit folds away may be made by the server when it is opened.
OPEN_ALL = """document.querySelectorAll('details').forEach(one => {
  if (one.open) return;
  if (one.closest('[data-testid="stExpander"]')) one.querySelector('summary').click();
  else one.open = true;
})"""
# The program paints itself anew in a moment of its own, after the browser has changed its mind.
IS_PAINTED = """scheme => {
  const [red] = getComputedStyle(document.querySelector('.stApp')).backgroundColor.match(/\\d+/g);
  return (Number(red) < 128) === (scheme === 'dark');
}"""
HEADINGS = """[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"""
CHARTS = (
    "[...document.querySelectorAll('.stVegaLiteChart[role=\"graphics-document\"]')]"
    ".map(chart => chart.getAttribute('aria-label') || '')"
)
IS_NO_WIDER = """
() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .every(box => box.scrollWidth <= box.clientWidth)
"""
STOPS_BEFORE_THE_FINDING = """
() => {
  const finding = document.querySelector('[data-testid="stMain"] h2');
  const stops = '[data-testid="stMain"] :is(a[href],button,input,select,textarea,summary)';
  return [...document.querySelectorAll(stops)].filter(one =>
    one.tabIndex >= 0 && !one.disabled && one.getClientRects().length &&
    one.compareDocumentPosition(finding) & Node.DOCUMENT_POSITION_FOLLOWING).length;
}
"""
FOCUSED = """
() => {
  const one = document.activeElement;
  const ringed = one.closest('label') && one.matches('input[type=checkbox],input[type=radio]')
    ? one.closest('label') : one;
  const box = one.getBoundingClientRect();
  return {
    what: one.outerHTML.slice(0, 160),
    outline: parseFloat(getComputedStyle(ringed).outlineWidth),
    drawn: getComputedStyle(ringed).outlineStyle !== 'none',
    seen: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  };
}
"""


@pytest.fixture
def screen(laptop: Page) -> Iterator[Page]:
    """A window whose size a test changes, at its own size again for the next."""
    before = laptop.viewport_size
    assert before is not None
    yield laptop
    laptop.set_viewport_size(before)


def resize(page: Page, width: int, height: int) -> None:
    """Return when the page has settled in a window of this size."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(IS_STILL, polling=50)


def recolour(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Return when the page has settled in the colours of this scheme."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(IS_PAINTED, arg=scheme, polling=50)
    page.wait_for_function(IS_STILL, polling=50)


def first_finding(page: Page) -> Locator:
    """The first heading of the second rank: what a page has found."""
    return page.get_by_test_id("stMain").get_by_role("heading", level=2).first


def rules(names: tuple[str, ...]) -> dict[str, Any]:
    """What to ask of axe, as it takes it."""
    return {"type": "rule", "values": list(names)}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_for_everybody(screen: Page, name: str) -> None:
    """Nothing under axe at any impact, nothing beyond the edge, and the finding soon and named."""
    open_page(screen, f"/{name}?org=ZZP&indicator=8")
    resize(screen, *ON_A_PHONE)
    _headings(screen, name)
    # What is folded away is looked at as well.
    open_all(screen)
    screen.wait_for_function(IS_STILL, polling=50)
    assert axe_violations(screen, best_practice=True) == []
    screen.wait_for_function(IS_NO_WIDER)
    recolour(screen, "dark")
    assert violations_found(screen, rules(RULES_OF_COLOUR)) == []
    for width, height in OTHER_WIDTHS:
        resize(screen, width, height)
        # A chart and what can be scrolled follow a new width on a busy machine when they can.
        screen.wait_for_function(IS_NO_WIDER)
        assert settled(screen, rules(RULES_OF_WIDTH)) == [], width


def open_all(page: Page) -> None:
    """Open whatever is folded away; what the program makes only then, one after the other."""
    page.evaluate(OPEN_ALL)
    wait_until_idle(page)
    closed = page.locator('.wres-opener[aria-expanded="false"]')
    while left := closed.count():
        closed.first.click()
        expect(closed).to_have_count(left - 1)
        wait_until_idle(page)


def settled(page: Page, asked: dict[str, Any]) -> list[str]:
    """Return what axe finds once it finds nothing, or still finds after some seconds."""
    found = violations_found(page, asked)
    for _ in range(SECONDS_TO_SETTLE):
        if not found:
            break
        page.wait_for_timeout(1000)
        found = violations_found(page, asked)
    return found


def _headings(page: Page, name: str) -> None:
    """One first heading, no level skipped; the finding in the title, on the screen, soon."""
    levels = page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), levels
    if name in WITHOUT_FINDING:
        assert page.title() == window_title(name)
        return
    found = first_finding(page)
    assert page.title() == window_title(name, finding=found.inner_text())
    box = found.bounding_box()
    assert box is not None and box["y"] + box["height"] <= ON_A_PHONE[1]
    assert page.evaluate(STOPS_BEFORE_THE_FINDING) <= MOST_STOPS


@pytest.mark.skipif(not ALL, reason="WRES_ALL_VIEWS=1 asks axe everything at every width.")
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_at_any_width_light_or_dark(screen: Page, name: str) -> None:
    """All of axe at each of four widths, light and dark."""
    open_page(screen, f"/{name}?org=ZZP&indicator=8")
    for (width, height), scheme in itertools.product((ON_A_PHONE, *OTHER_WIDTHS), SCHEMES):
        resize(screen, width, height)
        recolour(screen, scheme)
        wait_until_idle(screen)
        assert axe_violations(screen, best_practice=True) == [], (width, scheme)


def test_the_focus_is_always_seen(phone: Page) -> None:
    """With the menu closed no press of Tab goes where nobody sees it, and each draws a ring."""
    open_page(phone, "/explore?org=ZZP&indicator=8")
    for _ in range(30):
        phone.keyboard.press("Tab")
        focused = phone.evaluate(FOCUSED)
        assert focused["seen"] and focused["drawn"], focused
        assert focused["outline"] >= LEAST_OUTLINE, focused


def test_a_change_is_said_aloud_and_a_letter_changes_nothing(laptop: Page) -> None:
    """A new finding and a new page are told to a screen reader; a bare R does not run the page."""
    with laptop.expect_websocket() as opened:
        open_page(laptop, "/benchmarks?org=ZZP&indicator=8")
    with (
        pytest.raises(TimeoutError),
        opened.value.expect_event("framesent", timeout=PATIENCE_MILLISECONDS),
    ):
        laptop.keyboard.press("r")
    voice = laptop.get_by_role("status").and_(laptop.locator(".wres-said"))
    laptop.get_by_test_id("stMain").get_by_role("link", name="Explore indicator 8").click()
    wait_until_idle(laptop)
    expect(voice).to_have_text(f"Explore. {first_finding(laptop).inner_text()}")


def test_every_chart_says_its_finding(laptop: Page) -> None:
    """Each chart has a text alternative of more than forty characters with its figures."""
    open_page(laptop, "/explore?org=ZZP&indicator=8")
    names = laptop.evaluate(CHARTS)
    assert len(names) >= 4
    assert all(len(name) > 40 and "%" in name for name in names), names
