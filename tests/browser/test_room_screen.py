"""The screen of a room read from the back row, and through a server that goes away."""

from __future__ import annotations

import base64
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import (
    PHONE,
    Server,
    axe_violations,
    free_port,
    serve,
    wait_for_health,
)
from tests.live.sessions import AMA
from wres.answers import View, gather, presenting
from wres.answers.evidence import Evidence
from wres.answers.story import build_story
from wres.library.shipped import load_shipped
from wres.live import LiveSession
from wres.reports.asking import live_steps, questions_of
from wres.reports.slides import slide_of
from wres.results import Results
from wres.store import Store, open_store

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SCREEN = "/present?org=ZZP&year=2025&show=screen"
BIG = {"width": 1920, "height": 1080}
LEAST_PX, LEAST_CONTRAST, MOST_MARKS = 28, 7.0, 5

# Every text on the screen: its size as drawn, its colour, what is behind it, where it lies.
TEXTS = """
() => [...document.querySelectorAll('.rs *')].filter(one =>
  [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) &&
  !one.closest('[hidden], .rs-unseen') && !one.closest('option')
).map(one => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  let behind = one;
  while (behind && /rgba\\(0, 0, 0, 0\\)/.test(getComputedStyle(behind).backgroundColor))
    behind = behind.parentElement;
  return {
    words: one.textContent.trim().slice(0, 60), px: parseFloat(style.fontSize),
    colour: style.color,
    behind: behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)',
    inside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    cut: one.scrollWidth > one.clientWidth + 1 && style.overflow !== 'visible',
  };
})
"""
CHARTS = """
() => [...document.querySelectorAll('.rs-chart')].map(one => ({
  source: one.src, shown: one.getBoundingClientRect().height, made: one.naturalHeight,
  wide: one.getBoundingClientRect().width, drawn: one.naturalWidth,
}))
"""


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(ROOT / "data"), Results(), 0)


def _start(store: Store, evidence: Evidence) -> LiveSession:
    view = View(org_code="ZZP", wres_year=2025)
    story = build_story(evidence, view)
    return presenting.start_session(
        store,
        AMA,
        organisation=evidence.organisations.get("ZZP"),
        version=0,
        steps=live_steps(slide_of(evidence, view, step) for step in story.steps),
        questions=questions_of(evidence, story),
        now=datetime.now(UTC),
    )


@pytest.fixture
def screen(browser: Browser, server: Server) -> Iterator[Page]:
    """The projector, 1920 by 1080."""
    context = browser.new_context(viewport=BIG, base_url=server.address)
    yield context.new_page()
    context.close()


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definition of relative luminance)."""
    parts = [int(one) / 255 for one in re.findall(r"\d+", colour)[:3]]
    line = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_step_can_be_read_from_the_back_row(
    screen: Page, server: Server, evidence: Evidence
) -> None:
    """Text of 28 px and more, contrast 7 to 1, at most five colours, nothing cut or outside."""
    with open_store(server.home) as store:
        session = _start(store, evidence)
        screen.goto(SCREEN)
        for place in range(len(session.steps)):
            presenting.set_step(store, AMA, session_id=session.session_id, step=place)
            expect(screen.locator(".rs")).to_contain_text(f"{place + 1} of 8")
            _legible(screen, f"step {place + 1}")
        question = next(one for one in store.live.questions(session.session_id) if one.step == 7)
        where = {"session_id": session.session_id, "question_id": question.question_id}
        presenting.open_question(store, AMA, **where)
        expect(screen.locator(".rs-code").first).to_be_visible()
        _legible(screen, "an open ranking")
        presenting.rehearse(store, AMA, **where, phones=20, now=datetime.now(UTC))
        presenting.reveal(store, AMA, **where)
        expect(screen.locator(".rs-bars")).to_be_visible()
        _legible(screen, "a ranking")
        assert axe_violations(screen) == []
        presenting.end_session(store, AMA, session_id=session.session_id, now=datetime.now(UTC))


def _legible(page: Page, step: str) -> None:
    for text in page.evaluate(TEXTS):
        assert text["px"] >= LEAST_PX, (step, text)
        assert _contrast(text["colour"], text["behind"]) >= LEAST_CONTRAST, (step, text)
        assert text["inside"] and not text["cut"], (step, text)
    for chart in page.evaluate(CHARTS):
        drawn = base64.b64decode(chart["source"].split(",", 1)[1]).decode()
        scale = min(chart["shown"] / chart["made"], chart["wide"] / chart["drawn"])
        sizes = [float(one) * scale for one in re.findall(r'font-size="([0-9.]+)', drawn)]
        assert sizes and min(sizes) >= LEAST_PX - 0.5, (step, min(sizes))
        assert len(_emphasised(drawn)) <= MOST_MARKS, (step, _emphasised(drawn))


def _emphasised(drawn: str) -> set[str]:
    """The colours of a chart that are no grey: each is one thing the eye is led to."""
    found = set(re.findall(r'(?:fill|stroke)="(#[0-9A-Fa-f]{6})"', drawn))
    return {one for one in found if len({one[1:3], one[3:5], one[5:7]}) > 1}


def test_a_restart_in_the_middle_is_survived(
    browser: Browser, tmp_path: Path, evidence: Evidence
) -> None:
    """The server goes away and comes back: votes, step, phone and screen are where they were."""
    port = free_port()
    home, log = tmp_path / "home", tmp_path / "log"
    home.mkdir()
    running = Server(address=f"http://127.0.0.1:{port}", home=home, log=log)
    process = _serve(running, port)
    context = browser.new_context(viewport=BIG, base_url=running.address)
    phones = browser.new_context(**PHONE, base_url=running.address)
    try:
        with open_store(home) as store:
            session = _start(store, evidence)
            guess = store.live.questions(session.session_id)[0].question_id
            where = {"session_id": session.session_id, "question_id": guess}
            presenting.open_question(store, AMA, **where)
            screen, phone = _everybody_in(context, phones, session)
            process.kill()
            process.wait(timeout=10)
            expect(phone.get_by_role("status")).to_contain_text("connection is lost")
            expect(screen.locator(".rs-lost")).to_be_visible()
            process = _serve(running, port)
            # A page that is being opened anew has no line either, and no ears yet.
            expect(screen.locator(".rs:not(:has(.rs-lost))")).to_be_visible()
            # It says that it is back for a moment, and then nothing.
            expect(phone.get_by_role("status")).not_to_contain_text("connection is lost")
            assert store.live.tally(session.session_id, guess).answers == 1
            screen.keyboard.press("r")
            expect(screen.locator(".rs")).to_contain_text("Fewer than 10 phones answered")
            expect(phone.get_by_text("Fewer than 10 phones answered")).to_be_visible()
    finally:
        context.close()
        phones.close()
        process.kill()
        process.wait(timeout=10)


def _everybody_in(
    context: BrowserContext, phones: BrowserContext, session: LiveSession
) -> tuple[Page, Page]:
    screen, phone = context.new_page(), phones.new_page()
    screen.goto(SCREEN)
    expect(screen.locator(".rs")).to_contain_text("1 of 8")
    phone.goto(f"/room/{session.code}")
    phone.get_by_role("spinbutton").fill("30")
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Thank you.")).to_be_visible()
    expect(screen.locator(".rs")).to_contain_text("1 answer so far")
    return screen, phone


def _serve(running: Server, port: int) -> subprocess.Popen[bytes]:
    process = serve(running, port)
    wait_for_health(running, process)
    return process


# Two runs of the screen's script, the end of the first after the beginning of the second, as
# Streamlit leaves it when a run was overtaken; then one key, the end of the second, and one key.
OVERTAKEN = """
async source => {
  const script = await import(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
  const parentElement = document.body.appendChild(document.createElement('div')), told = [];
  const run = html => script.default({
    parentElement, data: {html, lost: ''}, setTriggerValue: (_, value) => told.push(value.name),
  });
  const press = () => window.dispatchEvent(new KeyboardEvent('keydown', {key: 's'}));
  const [first, second] = [run('<p>1</p>'), run('<p>2</p>')];
  first();
  press();
  const heard = told.length;
  second();
  press();
  return [heard, told.length];
}
"""


def test_a_run_that_was_overtaken_leaves_the_keys_alone(browser: Browser) -> None:
    """One press is heard once while the screen stands, and none when it is gone."""
    page = browser.new_page()
    source = (ROOT / "wres" / "ui" / "screen" / "screen.js").read_text(encoding="utf-8")
    assert page.evaluate(OVERTAKEN, source) == [1, 1]
    page.close()
