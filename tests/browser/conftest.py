"""A server with an empty store, a Chromium that cannot leave this computer, and two screens.

Where no Chromium is found the tests are skipped and say so; with ``CI=true`` or
``WRES_BROWSER_TESTS=required`` they fail instead.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, WebSocket, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SERVE = (sys.executable, "-m", "uvicorn", "app:app", "--host=127.0.0.1", "--no-access-log")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No other name resolves, so a request that tries to leave is seen and goes nowhere.
    # The name of a site that is served here leads here (test_proxy.py).
    "--host-resolver-rules=MAP wres.example.nhs.uk 127.0.0.1, MAP * ~NOTFOUND, "
    "EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
THIS_COMPUTER = ("localhost", "127.0.0.1")
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
START_SECONDS = 60.0
IDLE_MILLISECONDS = 30_000
# What a page shows may wait for the attack on an upload, on a machine that does other work too.
expect.set_options(timeout=IDLE_MILLISECONDS)
SHOWN_LOG_LINES = 60
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")
SERVER_LOG = pytest.StashKey[Path]()

# Remembers when the page last changed, from before its first own script.
WATCH_CHANGES = """
window.lastChange = performance.now();
new MutationObserver(() => { window.lastChange = performance.now(); }).observe(
  document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
# The quiet is counted from the question on: right after a click nothing has changed yet.
IS_IDLE = """
question => {
  if (window.question !== question) {
    window.question = question;
    window.lastChange = performance.now();
    return false;
  }
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  const busy = ['stAppSkeleton', 'stSkeleton', 'stSpinner']
    .map(name => `[data-testid="${name}"]`).concat('[data-stale="true"]').join(',');
  return !document.querySelector(busy) && performance.now() - window.lastChange > 600;
}
"""
RUN_AXE = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The running program: where it answers, where it keeps its store, where it logs."""

    address: str
    home: Path
    log: Path


@pytest.fixture(scope="session")
def server(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Server]:
    """The program on a free port, with a store of its own; ended after the last test."""
    home = tmp_path_factory.mktemp("home")
    log = tmp_path_factory.mktemp("log") / "server.log"
    pytestconfig.stash[SERVER_LOG] = log
    port = free_port()
    running = Server(address=f"http://127.0.0.1:{port}", home=home, log=log)
    process = serve(running, port)
    try:
        wait_for_health(running, process)
        yield running
    finally:
        _end(process)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of this computer, shared by the tests."""
    executable = next((found for found in map(shutil.which, CHROMIUM_NAMES) if found), None)
    if executable is None:
        _no_chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=list(CHROMIUM_ARGUMENTS)
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def laptop_window(browser: Browser, server: Server) -> Iterator[Page]:
    """A window 1280 pixels wide before the server."""
    yield from window(browser, LAPTOP, server.address)


@pytest.fixture(scope="session")
def phone_window(browser: Browser, server: Server) -> Iterator[Page]:
    """A window 390 pixels wide with touch before the server."""
    yield from window(browser, PHONE, server.address)


@pytest.fixture
def laptop(laptop_window: Page) -> Iterator[Page]:
    """A page 1280 pixels wide, that may speak to the server and to nobody else."""
    yield from visit(laptop_window)


@pytest.fixture
def phone(phone_window: Page) -> Iterator[Page]:
    """A page 390 pixels wide with touch, that may speak to the server and to nobody else."""
    yield from visit(phone_window)


def window(browser: Browser, screen: dict[str, Any], address: str) -> Iterator[Page]:
    """Give one window for many visits: to open one costs as much as to open the page in it."""
    context = browser.new_context(
        **screen,
        base_url=address,
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
    )
    context.add_init_script(WATCH_CHANGES)
    yield context.new_page()
    context.close()


def visit(page: Page) -> Iterator[Page]:
    """Give the window to one test, as nobody has used it, and see that nothing leaves from it."""
    _forget(page)
    left: list[str] = []

    def see(asked: Request | WebSocket) -> None:
        left.extend(_outside(asked))

    page.on("request", see)
    page.on("websocket", see)
    yield page
    _forget(page)
    page.remove_listener("request", see)
    page.remove_listener("websocket", see)
    if left:
        pytest.fail(f"Requests left this computer: {', '.join(sorted(set(left)))}")


def _forget(page: Page) -> None:
    """Leave the page, which ends its session, and all that it and its server kept in the window."""
    context = page.context
    for other in context.pages:
        if other is not page:
            other.close()
    context.set_offline(False)
    page.emulate_media(color_scheme="light", media="screen")
    # An address of the same server, so that the program of its pages is not compiled again.
    page.goto("/_stcore/health")
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    context.clear_cookies()


def wait_until_idle(page: Page) -> None:
    """Return when the script has finished, nothing is stale or spinning, and all is quiet."""
    question = time.monotonic_ns()
    page.wait_for_function(IS_IDLE, arg=str(question), timeout=IDLE_MILLISECONDS, polling=100)


def open_page(page: Page, path: str = "/") -> None:
    """Return with the page at this path open and idle."""
    page.goto(path, wait_until="commit")
    wait_until_idle(page)


def axe_violations(page: Page, *, best_practice: bool = False) -> list[str]:
    """Return one line for each violation of WCAG A and AA found by axe, of whatever impact."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    values = [*AXE_TAGS, *(("best-practice",) if best_practice else ())]
    return violations_found(page, {"type": "tag", "values": values})


def violations_found(page: Page, only: dict[str, Any]) -> list[str]:
    """Return what axe finds by these rules in a page it has been brought to before."""
    found = page.evaluate(RUN_AXE, only)["violations"]
    return [f"{one['impact']} {one['id']}: {one['help']} at {_places(one)}" for one in found]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the end of the server's log under a test that failed."""
    report = yield
    log = item.config.stash.get(SERVER_LOG, None)
    if report.failed and log is not None and log.is_file():
        report.sections.append(("server log", _end_of(log)))
    return report


def _outside(request: Request | WebSocket) -> list[str]:
    parts = urlsplit(request.url)
    networked = parts.scheme in ("http", "https", "ws", "wss")
    return [request.url] if networked and parts.hostname not in THIS_COMPUTER else []


def _places(rule: dict[str, Any]) -> str:
    return "; ".join(" ".join(map(str, node["target"])) for node in rule["nodes"][:3])


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(running: Server, port: int) -> subprocess.Popen[bytes]:
    """Return the program as it starts: its store in its folder, its words in its log."""
    with running.log.open("ab") as output:
        return subprocess.Popen(
            [*SERVE, f"--port={port}"],
            cwd=ROOT,
            env=environment(running.home),
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def environment(home: Path) -> dict[str, str]:
    """Return the surroundings of a program that keeps its store in this folder."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("WRES_")}
    return settings | {"WRES_HOME": str(home)}


def wait_for_health(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Return when the program answers; the test fails if it never does."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"The server ended while starting:\n{_end_of(server.log)}")
        try:
            with urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"No answer after {START_SECONDS:.0f} seconds:\n{_end_of(server.log)}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _end_of(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(lines[-SHOWN_LOG_LINES:])


def _no_chromium() -> None:
    reason = f"No Chromium found; looked for {', '.join(CHROMIUM_NAMES)} on the path."
    on_ci = os.environ.get("CI", "").casefold() in ("1", "true", "yes")
    if on_ci or os.environ.get("WRES_BROWSER_TESTS") == "required":
        pytest.fail(reason)
    pytest.skip(f"{reason} Install one to run the browser tests.")
