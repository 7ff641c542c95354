"""The upload in a real browser: few presses, by keyboard alone, and nothing half done."""

from __future__ import annotations

import csv
import http.client
import io
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, axe_violations, open_page, wait_until_idle
from wres.store import open_store

pytestmark = pytest.mark.browser

# The bound is for 5 MB, tried with ``WRES_ALL_FILES=1``; every change tries a part of it.
ENOUGH_BYTES = 5_000_000 if os.environ.get("WRES_ALL_FILES") else 300_000
MOST_CLICKS = 3
HEADER = (
    *("org_code", "org_name", "benchmark_group", "region", "wres_year", "indicator"),
    *("staff_group", "band", "ethnic_group", "numerator", "denominator"),
)
BANDS = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
TRUSTS = (
    ("R0A", "Manchester University NHS Foundation Trust"),
    ("R1H", "Barts Health NHS Trust"),
    ("RRV", "University College London Hospitals NHS Foundation Trust"),
)
COUNT_CLICKS = "window.clicks = 0; addEventListener('click', () => { window.clicks += 1; }, true);"
FOCUSED = """
() => {
  const at = document.activeElement;
  const named = at.getAttribute('aria-label') || at.innerText || at.value || '';
  return [at.tagName, ...named.trim().split('\\n')];
}
"""


def large_clean_file() -> bytes:
    """Enough bytes of workforce by band over many years and places, all counts possible."""
    chance = random.Random(8)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for code, name in organisations():
        for year in range(2016, 2026):
            for band in BANDS:
                for line in band_lines(chance, code, name, year=year, band=band):
                    writer.writerow(line)
        if out.tell() > ENOUGH_BYTES:
            break
    return out.getvalue().encode()


def band_lines(
    chance: random.Random, code: str, name: str, *, year: int, band: str
) -> Iterator[tuple[object, ...]]:
    """BME, White and Unknown of a band, which add up to everybody in it."""
    everyone = chance.randint(200, 900)
    bme = int(everyone * (0.2 + chance.random() / 20))
    unknown = everyone // 40
    for group, people in (("BME", bme), ("White", everyone - bme - unknown), ("Unknown", unknown)):
        where = (code, name, "Acute and Acute & Community Trusts", "North West")
        yield (*where, year, 1, "all", band, group, people, everyone)


def organisations() -> Iterator[tuple[str, str]]:
    """Codes and names of the trusts that are open, from the shipped list."""
    path = Path(__file__).resolve().parents[2] / "data" / "reference" / "organisations.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if line["class"] == "NHS trust" and line["status"] == "open":
                yield line["code"], line["name"]


def versions(server: Server) -> int:
    """The number of the current version in the server's store."""
    with open_store(server.home) as store:
        return store.current()


def survey(bme: float, year: int = 2023) -> str:
    """A small survey file of Barts Health."""
    return (
        "org_code,wres_year,survey_year,indicator,white,bme\n"
        f"R1H,{year},{year - 1},5,0.21,0.25\nR1H,{year},{year - 1},8,0.07,{bme}\n"
    )


def test_a_large_clean_file_takes_three_clicks_at_most(
    laptop: Page, server: Server, tmp_path: Path
) -> None:
    """From the chosen file to the published figures, with the clicks counted by the browser."""
    given = tmp_path / "workforce.csv"
    given.write_bytes(large_clean_file())
    assert given.stat().st_size >= ENOUGH_BYTES
    open_page(laptop, "/upload")
    laptop.evaluate(COUNT_CLICKS)
    before = versions(server)
    begun = time.monotonic()
    laptop.locator("input[type=file]").set_input_files(given)
    accept = laptop.get_by_role("button", name="Accept and publish")
    expect(accept).to_be_enabled(timeout=60_000)
    wait_until_idle(laptop)
    accept.click()
    expect(laptop.get_by_text("Published as version").first).to_be_visible(timeout=60_000)
    took = time.monotonic() - begun
    print(f"{ENOUGH_BYTES / 1e6:.0f} MB from the chosen file to published: {took:.1f} s")
    assert laptop.evaluate("window.clicks") <= MOST_CLICKS
    assert versions(server) == before + 1


def test_a_file_is_uploaded_and_published_by_keyboard_alone(
    laptop: Page, server: Server, tmp_path: Path
) -> None:
    """Tab and Enter reach the file box, the button that publishes, and the undo."""
    given = tmp_path / "survey.csv"
    given.write_text(survey(0.1501), encoding="utf-8")
    open_page(laptop, "/upload")
    with laptop.expect_file_chooser() as chooser:
        tab_to(laptop, "Upload")
        laptop.keyboard.press("Enter")
    chooser.value.set_files(given)
    expect(laptop.get_by_role("button", name="Accept and publish")).to_be_visible()
    wait_until_idle(laptop)
    before = versions(server)
    tab_to(laptop, "Accept and publish")
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_text("Published as version").first).to_be_visible()
    wait_until_idle(laptop)
    assert versions(server) == before + 1
    tab_to(laptop, f"Undo version {before + 1}")
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_text(f"Version {before + 1} is undone").first).to_be_visible()
    assert versions(server) == before + 2


def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Press Tab until the button whose words begin so has the focus."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        kind, *words = page.evaluate(FOCUSED)
        passed.append(words[-1])
        if kind == "BUTTON" and words[-1].startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached by Tab; passed {passed}")


def test_every_control_of_a_waiting_file_has_a_keyboard_path(laptop: Page, tmp_path: Path) -> None:
    """Each button, box and switch that can be seen is met on a walk with Tab."""
    given = tmp_path / "survey.csv"
    given.write_text(survey(0.1502), encoding="utf-8")
    open_page(laptop, "/upload")
    laptop.locator("input[type=file]").set_input_files(given)
    expect(laptop.get_by_role("button", name="Accept and publish")).to_be_visible()
    wait_until_idle(laptop)
    laptop.evaluate(MARK_CONTROLS)
    for _ in range(160):
        laptop.keyboard.press("Tab")
        laptop.evaluate("document.activeElement.dataset.met = 'yes'")
    assert laptop.evaluate(NOT_MET) == []


MARK_CONTROLS = "document.querySelectorAll('[data-met]').forEach(one => delete one.dataset.met)"
NOT_MET = """
() => [...document.querySelectorAll(
    '[data-testid=stMain] button, [data-testid=stMain] input, [data-testid=stMain] summary')]
  .filter(one => one.checkVisibility() && !one.disabled && one.type !== 'file')
  .filter(one => !one.dataset.met && !(one.type === 'radio' && !one.checked))
  .filter(one => one.tabIndex >= 0)
  .map(one => `${one.tagName} ${one.getAttribute('aria-label') || one.innerText}`.slice(0, 80))
"""


@pytest.mark.parametrize("screen", ["laptop", "phone"])
def test_axe_finds_nothing_serious_in_a_file_with_problems(
    request: pytest.FixtureRequest, screen: str
) -> None:
    """Problems, repairs, reasons and corrections open; headings in order; no wider than a phone."""
    page: Page = request.getfixturevalue(screen)
    text = "org_code,wres_year,indicator,BME %,White %,Shoe\nR1H,2024,5,28.1,0.249,4\n"
    open_page(page, "/upload")
    page.locator("input[type=file]").set_input_files(
        {"name": "messy.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    expect(page.get_by_role("heading", name="messy.csv")).to_be_visible()
    wait_until_idle(page)
    page.get_by_text("Correct what was understood").click()
    wait_until_idle(page)
    assert axe_violations(page) == []
    width = (page.viewport_size or {"width": 0})["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_f9_a_reload_keeps_no_half_state_and_asks_for_the_file_again(
    laptop: Page, server: Server, tmp_path: Path
) -> None:
    """The browser is closed between looking and accepting: nothing waits, nothing was stored."""
    given = tmp_path / "survey.csv"
    given.write_text(survey(0.1503), encoding="utf-8")
    before = versions(server)
    open_page(laptop, "/upload?org=R1H")
    laptop.locator("input[type=file]").set_input_files(given)
    expect(laptop.get_by_role("button", name="Accept and publish")).to_be_visible()
    laptop.reload()
    wait_until_idle(laptop)
    expect(laptop.get_by_role("button", name="Accept and publish")).to_have_count(0)
    expect(laptop.locator("input[type=file]")).to_have_count(1)
    assert versions(server) == before
    assert "org=R1H" in laptop.url


def test_a_waiting_file_is_still_there_after_a_look_at_another_page(
    laptop: Page, tmp_path: Path
) -> None:
    """A person looks up last year's figure and comes back to decide."""
    given = tmp_path / "survey.csv"
    given.write_text(survey(0.1504), encoding="utf-8")
    open_page(laptop, "/upload")
    laptop.locator("input[type=file]").set_input_files(given)
    expect(laptop.get_by_role("button", name="Accept and publish")).to_be_visible()
    wait_until_idle(laptop)
    laptop.get_by_test_id("stSidebar").get_by_role("link", name="Explore").click()
    wait_until_idle(laptop)
    laptop.get_by_test_id("stSidebar").get_by_role("link", name="Upload").click()
    wait_until_idle(laptop)
    expect(laptop.get_by_role("heading", name="survey.csv")).to_be_visible()
    expect(laptop.get_by_role("button", name="Accept and publish")).to_be_enabled()
    laptop.get_by_role("button", name="Put this file aside").click()
    wait_until_idle(laptop)
    expect(laptop.get_by_role("heading", name="survey.csv")).to_have_count(0)


def test_f19_a_connection_cut_in_the_middle_of_a_file_leaves_nothing(
    laptop: Page, server: Server
) -> None:
    """Half a file arrives and the line goes dead: no version, no file, and the app lives."""
    addresses: list[str] = []
    laptop.on(
        "request",
        lambda sent: addresses.append(sent.url) if "upload_file" in sent.url else None,
    )
    open_page(laptop, "/upload")
    laptop.locator("input[type=file]").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": survey(0.1505).encode()}
    )
    expect(laptop.get_by_role("heading", name="a.csv")).to_be_visible()
    before, files = versions(server), sorted(path.name for path in server.home.iterdir())
    send_half(addresses[0])
    assert versions(server) == before
    assert sorted(path.name for path in server.home.iterdir()) == files
    open_page(laptop, "/upload")
    expect(laptop.get_by_role("heading", name="Upload")).to_be_visible()


def send_half(address: str) -> None:
    """Begin to send 1 MB to the address of an upload, and hang up half way."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=10)
    body = b'--cut\r\nContent-Disposition: form-data; name="half.csv"; filename="half.csv"\r\n\r\n'
    line.putrequest("PUT", parts.path)
    line.putheader("Content-Type", "multipart/form-data; boundary=cut")
    line.putheader("Content-Length", "1000000")
    line.endheaders()
    line.send(body + b"a,b\r\n" * 100_000)
    line.close()
