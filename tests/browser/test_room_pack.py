"""The pack opened from a folder, with no network at all: its keys, its table, its notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.browser.conftest import LAPTOP, axe_violations
from wres.answers import View, gather
from wres.answers.story import build_story, changed
from wres.library.shipped import load_shipped
from wres.reports.room_pack import pack_html
from wres.reports.slides import slide_of
from wres.results import Results

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]


def _pack() -> str:
    evidence = gather(load_shipped(ROOT / "data"), Results(), 0)
    view = View(org_code="ZZP", wres_year=2025)
    story = changed(build_story(evidence, view), 0, note="Say who is in the room.")
    return pack_html(evidence, story, tuple(slide_of(evidence, view, one) for one in story.steps))


def test_the_pack_is_led_by_keys_without_any_network(browser: Browser, tmp_path: Path) -> None:
    """Guess, overview with its table and note, blank and back; nothing is asked of anybody."""
    file = tmp_path / "pack.html"
    file.write_text(_pack(), encoding="utf-8")
    context = browser.new_context(**LAPTOP, offline=True)
    page, asked, said = context.new_page(), list[str](), list[str]()

    def note(request: Request) -> None:
        asked.extend([request.url] if not request.url.startswith(("file:", "data:")) else [])

    page.on("request", note)
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    heading = page.locator(".rs:visible h1")
    expect(heading).to_contain_text("Of every 100 BME staff here")
    page.keyboard.press("PageDown")
    expect(heading).to_contain_text("areas of concern")
    page.keyboard.press("n")
    expect(page.get_by_text("Say who is in the room.")).to_be_visible()
    page.keyboard.press("t")
    expect(page.get_by_role("table").first).to_be_visible()
    assert axe_violations_by_copy(browser, page.content()) == []
    page.keyboard.press("b")
    expect(page.get_by_text("Say who is in the room.")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(heading).to_contain_text("37.9% of BME staff")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(heading).to_contain_text("Of every 100 BME staff here")
    context.close()
    assert (asked, said) == ([], [])


def axe_violations_by_copy(browser: Browser, html: str) -> list[str]:
    """Return what axe finds; the pack's own policy lets no script in, so a copy is looked at."""
    page = browser.new_page()
    start, _, rest = html.partition('<meta http-equiv="Content-Security-Policy"')
    page.set_content(start + rest.partition(">")[2])
    found = axe_violations(page)
    page.close()
    return found
