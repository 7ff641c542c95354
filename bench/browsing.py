"""Start-up to a usable page, and one changed filter, as a browser sees them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright

from bench.serving import Server, processor_seconds

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
YEARS = ("2024", "2023", "2022", "2025")


@dataclass(slots=True)
class Change:
    """One changed filter: seconds to the new finding, processor seconds, bytes received."""

    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    received: list[int] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Return the Chromium of this computer."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


def first_page(browser: Browser, server: Server, path: str) -> float:
    """Return the seconds from opening a page to its finding (a second heading) being there."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    begun = time.perf_counter()
    page.goto(server.address + path, wait_until="commit")
    page.get_by_role("heading", level=2).first.wait_for()
    seconds = time.perf_counter() - begun
    page.context.close()
    return seconds


def changes(browser: Browser, server: Server, path: str) -> Change:
    """Return what four changes of the year cost on a page that is already open."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    heard: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda f: heard.append(len(f))))
    page.goto(server.address + path)
    page.get_by_role("heading", level=2).first.wait_for()
    page.wait_for_timeout(2500)
    found = Change()
    for year in YEARS:
        _one_change(page, server, year, found=found, heard=heard)
    page.context.close()
    return found


def _one_change(page: Page, server: Server, year: str, *, found: Change, heard: list[int]) -> None:
    box = page.get_by_role("combobox", name="Year")
    box.click()
    box.fill(year)
    option = page.get_by_role("option").first
    option.wait_for()
    before, bytes_before = processor_seconds(server.process), sum(heard)
    begun = time.perf_counter()
    option.click()
    page.get_by_role("heading", name=year).first.or_(
        page.get_by_text(f"WRES {year}").first
    ).first.wait_for()
    found.seconds.append(time.perf_counter() - begun)
    page.wait_for_timeout(900)
    after = processor_seconds(server.process)
    if before is not None and after is not None:
        found.processor.append(after - before)
    found.received.append(sum(heard) - bytes_before)
