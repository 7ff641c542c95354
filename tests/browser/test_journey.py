"""The main path in a real browser: upload, filter, follow a concern to its case study, reload."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import open_page, wait_until_idle

pytestmark = pytest.mark.browser

# Made up for the test: one trust, one year, shaped like a published table of survey results.
SURVEY = """org_code,org_name,benchmark_group,survey_year,wres_year,indicator,white,bme
{trust},{survey},{year},5,{white},{bme}
{trust},{survey},{year},8,0.07,0.1811
"""
TRUST = "R0A,Manchester University NHS Foundation Trust,Acute&Acute Community Trusts"
KNOWN_NOISE = ("_stcore/health", "_stcore/host-config")


# On a phone; ``WRES_ALL_VIEWS=1`` at both widths.
WIDTHS = ["laptop", "phone"] if os.environ.get("WRES_ALL_VIEWS") else ["phone"]


@pytest.fixture(params=WIDTHS)
def screen(request: pytest.FixtureRequest) -> Iterator[Page]:
    """The same page at 1280 and at 390 pixels wide."""
    page: Page = request.getfixturevalue(request.param)
    errors: list[str] = []
    page.on("console", lambda said: errors.append(f"{said.text} {said.location}"))
    yield page
    loud = [e for e in errors if "error" in e.casefold() or "failed" in e.casefold()]
    assert [e for e in loud if not any(known in e for known in KNOWN_NOISE)] == []


def pick(page: Page, label: str, words: str) -> None:
    """Choose an option of a select box by typing a part of it, as a person would."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(words)
    page.get_by_role("option").first.click()
    wait_until_idle(page)


def follow(page: Page, name: str, place: int = 0) -> None:
    """Press a link in the page itself (not in the menu) and wait."""
    main = page.get_by_test_id("stMain")
    main.get_by_role("link", name=name).nth(place).click()
    wait_until_idle(page)


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def test_a_file_is_uploaded_accepted_and_explored(screen: Page, tmp_path: Path) -> None:
    """A survey file is read, accepted, and its figures are on the page of its trust and year."""
    # A year and figures of its own for each screen: a corrected figure would want a reason, and
    # so would one copied from the year before.
    is_wide = (screen.viewport_size or {"width": 0})["width"] > 500
    year, white, bme = (2024, 0.2104, 0.2512) if is_wide else (2023, 0.2213, 0.2601)
    given = tmp_path / "survey_2023.csv"
    given.write_text(
        SURVEY.format(trust=TRUST, year=year, survey=year - 1, white=white, bme=bme),
        encoding="utf-8",
    )
    open_page(screen, "/upload")
    screen.locator("input[type=file]").set_input_files(given)
    accept = screen.get_by_role("button", name="Accept and publish")
    expect(accept).to_be_visible()
    wait_until_idle(screen)
    accept.click()
    expect(screen.get_by_text("Published as version").first).to_be_visible()
    open_page(screen, f"/explore?org=R0A&year={year}&indicator=8")
    expect(screen.get_by_role("heading", name="18.1% of BME staff")).to_be_visible()


def test_a_changed_filter_changes_the_finding_and_the_address(screen: Page) -> None:
    """Another year gives another finding, the address says so, and a reload shows the same."""
    open_page(screen, "/explore?org=ZZP&indicator=5")
    heading = screen.get_by_role("heading", level=2).first
    before = heading.inner_text()
    pick(screen, "Year", "2021")
    expect(heading).not_to_have_text(before)
    after = heading.inner_text()
    assert asked(screen) == {"org": ["ZZP"], "year": ["2021"], "indicator": ["5"]}
    screen.reload()
    wait_until_idle(screen)
    expect(heading).to_have_text(after)
    screen.go_back()
    wait_until_idle(screen)
    expect(heading).to_have_text(before)


def test_a_concern_leads_to_its_actions_and_its_case_study(screen: Page) -> None:
    """From the front door to a concern, its activities, and the case study it leads to."""
    open_page(screen, "/?org=ZZP")
    follow(screen, "Why, and what next", place=1)
    assert asked(screen)["indicator"] == ["2"]
    concern = screen.get_by_role("heading", level=2).nth(1)
    expect(concern).to_have_text("2. Appointment from shortlisting")
    expect(screen.get_by_text("What is being done.").first).to_be_visible()
    follow(screen, "All case studies for indicator 2")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Case studies")
    expect(screen.get_by_text("What did not work.").first).to_be_visible()
    address = screen.url
    screen.reload()
    wait_until_idle(screen)
    assert screen.url == address
    expect(screen.get_by_text("those most like this trust first")).to_be_visible()


def test_a_chart_has_a_table_and_files(laptop: Page) -> None:
    """The table twin opens, and the CSV and the picture arrive."""
    open_page(laptop, "/explore?org=ZZP&indicator=8")
    laptop.get_by_text("Show as a table").first.click()
    expect(laptop.get_by_role("cell", name="19.5%").first).to_be_visible()
    laptop.get_by_role("button", name="Files of this chart").first.click()
    expect(laptop.get_by_role("button", name="Picture as PNG")).to_be_visible()
    with laptop.expect_download() as csv_file:
        laptop.get_by_role("button", name="Table as CSV").first.click()
    text = csv_file.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith(('"Made-up figures', "Made-up figures"))
    assert "Version of the figures" in text and "19.5%" in text
    with laptop.expect_download() as picture:
        laptop.get_by_role("button", name="Picture as PNG").click()
    assert picture.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    with laptop.expect_download() as pictures:
        laptop.get_by_role("button", name="Pictures with words").first.click()
    with ZipFile(pictures.value.path()) as files:
        words = files.read(files.namelist()[-1]).decode("utf-8")
    assert "642 BME staff and 1,646 White staff answered." in words
    laptop.get_by_role("button", name="Files of this chart").first.click()
    expect(laptop.get_by_role("button", name="Picture as PNG")).to_have_count(0)
    wait_until_idle(laptop)
    with laptop.expect_download() as data:
        laptop.get_by_role("button", name="Figures as data").click()
    assert "org_code,wres_year" in data.value.path().read_text(encoding="utf-8-sig")


def test_a_link_opens_its_page_within_the_program_and_a_new_window_is_left_to_the_browser(
    laptop: Page,
) -> None:
    """What was set on the window is there after the press and after Back; Ctrl and the wheel are
    for a window of their own, and the first one stays where it is.
    """
    open_page(laptop, "/benchmarks?org=R0A&indicator=5")
    laptop.evaluate("window.kept = 'the same'")
    title = laptop.get_by_role("heading", level=1)
    link = laptop.get_by_test_id("stMain").get_by_role("link", name="Explore indicator 5")
    for press in ({"modifiers": ["ControlOrMeta"]}, {"button": "middle"}):
        with laptop.context.expect_page() as opened:
            link.click(**press)
        assert urlsplit(opened.value.url).path == "/explore"
        opened.value.close()
        expect(title).to_have_text("Benchmarks")
    follow(laptop, "Explore indicator 5")
    expect(title).to_have_text("Explore")
    assert urlsplit(laptop.url).path == "/explore" and asked(laptop)["indicator"] == ["5"]
    laptop.go_back()
    expect(title).to_have_text("Benchmarks")
    wait_until_idle(laptop)
    assert laptop.evaluate("window.kept") == "the same"


def test_what_was_opened_stays_open_and_what_was_chosen_counts_when_it_is_closed(
    laptop: Page,
) -> None:
    """Another indicator leaves a table open; closed, the box of trusts is not there, its set is."""
    open_page(laptop, "/benchmarks?org=R0A&indicator=5&peers=RXN-RBT-RM3")
    alike = laptop.locator("details", has_text="How alike they are")
    alike.locator("summary").click()
    laptop.get_by_text("Change the set").click()
    wait_until_idle(laptop)
    expect(laptop.get_by_label("Trusts to compare with")).to_have_count(0)
    pick(laptop, "Indicator", "6. ")
    expect(alike.get_by_role("table")).to_be_visible()
    expect(laptop.get_by_text("3 trusts, chosen by you.")).to_be_visible()
    assert asked(laptop)["peers"] == ["RXN-RBT-RM3"]


@pytest.mark.parametrize("path", ["/?org=ZZP", "/explore?org=ZZP", "/areas_of_concern?org=ZZP"])
def test_the_first_answer_is_on_the_first_screen_of_a_phone(phone: Page, path: str) -> None:
    """The finding stands within the first 844 pixels, and no page is wider than the phone."""
    open_page(phone, path)
    box = phone.get_by_role("heading", level=2).first.bounding_box()
    assert box is not None and box["y"] + box["height"] <= 844
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_finding_is_read_where_no_script_of_ours_has_come(laptop: Page) -> None:
    """A browser that never had the program shows the answer first, and the rest when it can."""
    refused: list[str] = []

    def refuse(one: Route) -> None:
        refused.append(one.request.url)
        one.abort()

    laptop.route("**/prose.js*", refuse)
    open_page(laptop, "/?org=ZZP")
    laptop.unroute("**/prose.js*", refuse)
    answer = laptop.get_by_test_id("stMain").get_by_role("heading", level=2)
    expect(answer).to_contain_text("6 of the nine indicators with figures are areas of concern")
    expect(laptop.locator(".wres-prose")).to_have_count(0)
    assert refused
