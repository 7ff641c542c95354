"""A real nginx with the shipped file, the real program behind it, a real browser in front (A4)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import WATCH_CHANGES, wait_until_idle
from tests.upload.workbooks import xlsx

from .proxied import ROOT, SITE, Proxied, need_nginx, running

EVERY_PAGE = ["", *sorted(page.stem for page in (ROOT / "pages").glob("*.py"))]
# What pages are made of lies on these; ``WRES_ALL_VIEWS=1`` walks every page.
SOME_PAGES = ["", "action_plan", "explore", "upload", "where_we_stand"]
PAGES = EVERY_PAGE if os.environ.get("WRES_ALL_VIEWS") else SOME_PAGES
CHARTS_ON = ("where_we_stand", "explore")
HEADERS = {
    "content-security-policy": "default-src 'none'",
    "strict-transport-security": "max-age=31536000",
    "permissions-policy": "camera=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation',
  event => window.violations.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
INTERNALS = ("Traceback", str(ROOT), "site-packages", "uvicorn", "streamlit/")


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    """The program behind the proxy."""
    need_nginx()
    with running(tmp_path_factory.mktemp("proxied")) as found:
        yield found


@pytest.fixture
def outside(browser: Browser, proxied: Proxied) -> Iterator[tuple[Page, list[str]]]:
    """A page that reaches the site by its name, and every request it made elsewhere."""
    # The shared browser resolves no names: the site's name is answered by this computer.
    context = browser.new_context(ignore_https_errors=True, accept_downloads=True)
    context.add_init_script(WATCH_CHANGES + VIOLATIONS)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda opened: asked.append(opened.url))
    yield page, asked
    context.close()


@pytest.mark.parametrize("path", ["/", "/explore", "/_stcore/health", "/_stcore/host-config"])
def test_every_answer_has_every_header(proxied: Proxied, path: str) -> None:
    """Six headers, and no name or version of a server behind the proxy."""
    answer = proxied.ask(path)
    for name, part in HEADERS.items():
        assert part in answer.headers.get(name, ""), name
    assert answer.headers["server"] == "nginx"
    assert "'unsafe-eval'" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["metrics", "agent/openapi.json", "agent/interact", "agent/mcp"])
def test_what_is_nobodys_business_is_not_answered(proxied: Proxied, path: str) -> None:
    """Neither at its address, nor under a page's."""
    assert proxied.ask(f"/_stcore/{path}").status == 404
    assert proxied.ask(f"/explore/_stcore/{path}").status == 404


def test_a_large_body_is_refused(proxied: Proxied) -> None:
    """Only the upload address takes more than 64 kB, and it takes nothing without a session."""
    assert proxied.ask("/explore", method="POST", body=bytes(100_000)).status == 413
    stranger = "/_stcore/upload_file/00000000-0000-0000-0000-000000000000/a"
    assert proxied.ask(stranger, method="PUT", body=bytes(1000)).status in (400, 403)


def test_every_page_works_under_the_policy(
    outside: tuple[Page, list[str]], proxied: Proxied
) -> None:
    """Charts drawn, 0 violations, 0 requests to anyone else, no internals in any page (A4, A8)."""
    page, asked = outside
    violations: list[str] = []
    for path in PAGES:
        page.goto(f"https://{SITE}:{proxied.port}/{path}", wait_until="commit")
        wait_until_idle(page)
        if path in CHARTS_ON:
            assert page.locator("[data-testid='stVegaLiteChart'] svg").count() > 0, path
        violations += page.evaluate("window.violations")
        shown = page.locator("body").inner_text()
        assert not [word for word in INTERNALS if word in shown], path
    assert violations == []
    assert {urlsplit(url).hostname for url in asked if not url.startswith(("data:", "blob:"))} == {
        SITE
    }
    print(f"A4: {len(PAGES)} pages, {len(violations)} violations; A8: {len(asked)} requests, 0 off")


def test_a_file_goes_in_and_a_file_comes_out(
    outside: tuple[Page, list[str]], proxied: Proxied, tmp_path: Path
) -> None:
    """Upload and download pass the proxy; what is downloaded is not to be kept."""
    page, _ = outside
    given = tmp_path / "notes.xlsx"
    given.write_bytes(xlsx({"A": (("Trust", "Year"), ("R0A", 2025))}))
    page.goto(f"https://{SITE}:{proxied.port}/upload", wait_until="commit")
    wait_until_idle(page)
    page.locator("input[type=file]").set_input_files(given)
    page.get_by_text("notes.xlsx").first.wait_for()
    page.goto(f"https://{SITE}:{proxied.port}/explore", wait_until="commit")
    wait_until_idle(page)
    page.get_by_role("button", name="Files of this chart").first.click()
    page.get_by_role("button", name="Picture as PNG").wait_for()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Table as CSV").first.click()
    assert Path(waited.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")
    assert proxied.ask(urlsplit(waited.value.url).path).headers["cache-control"] == "no-store"
    assert page.evaluate("window.violations") == []
