"""A whole session by keyboard alone, with two phones: story, steps, votes, decision, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, Server, open_page, wait_until_idle
from wres.planning import kept_plans
from wres.store import Store, open_store

pytestmark = pytest.mark.browser

PAGE = "/present?org=ZZP&year=2025"
OWNER = "Ama Mensah, rbn"
PROMPT = re.compile("Of every 100 BME staff here")


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    """The store of the running program, opened by a second process."""
    with open_store(server.home) as opened:
        yield opened


@pytest.fixture
def big_screen(browser: Browser, server: Server) -> Iterator[Page]:
    """The projector: 1920 by 1080, at the address of the program."""
    context = browser.new_context(
        **LAPTOP | {"viewport": {"width": 1920, "height": 1080}},
        base_url=server.address,
        locale="en-GB",
    )
    yield context.new_page()
    context.close()


def _press_button(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def _shown(page: Page) -> str:
    return page.locator(".rs").inner_text()


def _join(phone: Page, code: str) -> None:
    phone.goto("/room")
    phone.keyboard.press("Tab")
    phone.keyboard.type(code)
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_be_visible()


def test_a_session_from_the_story_to_the_minutes(
    big_screen: Page, browser: Browser, server: Server, store: Store
) -> None:
    """Eight steps with right and R, the strip with F, a decision with D, the end with E."""
    page = big_screen
    open_page(page, PAGE)
    _press_button(page, "Keep this story")
    expect(page.get_by_text("The story is kept.").first).to_be_visible()
    wait_until_idle(page)
    _press_button(page, "Start a practice session")
    screen = page.locator(".rs")
    expect(screen).to_contain_text("1 of 8")
    session = store.live.running("ZZP", now=_now())
    assert session is not None and len(session.steps) == 8

    phones = [browser.new_context(**PHONE, base_url=server.address).new_page() for _ in range(2)]
    for phone in phones:
        _join(phone, session.code.lower())

    _guess(page, phones)
    _strip_and_blank(page)
    for place in range(3, 9):
        page.keyboard.press("s")
        expect(screen).to_contain_text(f"{place} of 8")
    action = _rank_and_decide(page, phones)
    page.keyboard.press("e")
    expect(screen).to_contain_text("End the session?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Past sessions")).to_be_visible()
    expect(page.get_by_text("8 steps shown, 2 questions asked, 1 decision.")).to_be_visible()
    for phone in phones:
        expect(phone.get_by_text("This session has ended")).to_be_visible()
        phone.context.close()
    with page.expect_download() as download:
        _press_button(page, f"Minutes of {session.code} (Word)")
    assert download.value.suggested_filename.endswith(".docx")
    kept = [one for plan in kept_plans(store, "ZZP") for one in plan.activities]
    decided = next(one for one in kept if one.lead == OWNER)
    assert decided.activity == action
    assert "36 phones answered" in decided.progress[-1].text


def _guess(page: Page, phones: list[Page]) -> None:
    """Two phones guess, made-up ones too; the figure is told only then."""
    screen = page.locator(".rs")
    expect(screen.locator("h1")).to_contain_text(PROMPT)
    assert "37.9" not in _shown(page)
    for phone, guess in zip(phones, ("12", "55"), strict=True):
        phone.get_by_label(PROMPT).fill(guess)
        phone.keyboard.press("Enter")
        expect(phone.get_by_text("Thank you.")).to_be_visible()
    expect(screen).to_contain_text("2 answers so far")
    page.keyboard.press("p")
    expect(screen).to_contain_text("36 answers so far")
    page.keyboard.press("r")
    expect(screen).to_contain_text("36 phones answered.")
    expect(screen).to_contain_text("It was 37.9%")
    page.keyboard.press("PageDown")
    expect(screen.locator("h1")).to_contain_text("areas of concern")
    page.keyboard.press("ArrowRight")
    expect(screen.locator("h1")).to_contain_text("37.9% of BME staff")


def _strip_and_blank(page: Page) -> None:
    """The strip answers “and indicator 8?” without leaving the step; B blanks all of it."""
    screen = page.locator(".rs")
    page.keyboard.press("f")
    picks = screen.get_by_label("Indicator")
    expect(picks).to_be_focused()
    picks.select_option("8")
    expect(screen.locator("h1")).to_contain_text("discriminated")
    page.keyboard.press("f")
    expect(picks).to_be_hidden()
    page.keyboard.press("Escape")
    expect(screen.locator("h1")).to_contain_text("37.9% of BME staff")
    page.keyboard.press("b")
    expect(screen.locator("h1")).to_be_hidden()
    page.keyboard.press("b")
    expect(screen.locator("h1")).to_be_visible()


def _rank_and_decide(page: Page, phones: list[Page]) -> str:
    """The room ranks the actions; the first of them gets an owner and a date. Returns it."""
    screen = page.locator(".rs")
    page.keyboard.press("ArrowRight")
    first = screen.locator("li").first.inner_text()
    for phone in phones:
        phone.get_by_label(first).select_option("1")
        phone.get_by_role("button", name="Send my answer").click()
        expect(phone.get_by_text("Thank you.")).to_be_visible()
    page.keyboard.press("p")
    expect(screen).to_contain_text("36 answers so far")
    page.keyboard.press("r")
    expect(screen).to_contain_text("1st")
    page.keyboard.press("d")
    expect(screen.get_by_label("Action")).to_be_focused()
    action = screen.get_by_label("Action").input_value()
    page.keyboard.press("Tab")
    page.keyboard.type(OWNER)
    page.keyboard.press("Tab")
    # The same day whether the browser asks for the day or the month first.
    page.keyboard.type("05052027")
    page.keyboard.press("Enter")
    expect(screen).to_contain_text("In the action plan:")
    expect(screen).to_contain_text(OWNER)
    return action


def _now() -> datetime:
    return datetime.now(UTC)
