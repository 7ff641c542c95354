"""Signing in for real: a service of OpenID Connect, a browser, two organisations, three roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import (
    LAPTOP,
    axe_violations,
    free_port,
    visit,
    wait_until_idle,
    window,
)
from tests.browser.sign_in_program import program, secrets_for, sign_in_service
from tests.store.examples import MOMENT, load, survey
from wres.access import Grant, Role
from wres.store import AuditAction, open_store

LEAD_PAGES = ("upload", "history", "hidden_figures")
FIGURE = "16.0%"
PEOPLE = (
    Grant(identity="ada@trust.example", role=Role.ADMIN),
    Grant(identity="ama@trust.example", role=Role.LEAD, organisation="R0A"),
    Grant(identity="ben@trust.example", role=Role.LEAD, organisation="R1A"),
    Grant(identity="subject-vera", role=Role.VIEWER),
    Grant(identity="brief@trust.example", role=Role.LEAD, organisation="R0A"),
    Grant(identity="mallory@trust.example", role=Role.ADMIN),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sign-in service."""
    with sign_in_service(tmp_path_factory.mktemp("service")) as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with figures of two organisations and the list of roles."""
    folder = tmp_path_factory.mktemp("home")
    with open_store(folder) as store:
        load(store, [*survey(16), *survey(23, "R1A")])
        for grant in PEOPLE:
            store.change_role(grant, given=True, made_by="root", made_at=MOMENT)
    return folder


@pytest.fixture(scope="module")
def address(home: Path, service: str) -> Iterator[str]:
    """The address of the program with sign-in."""
    with program(home, service) as found:
        yield found


@pytest.fixture(scope="module")
def signing_in(browser: Browser, address: str) -> Iterator[Page]:
    """A window before the program with sign-in."""
    yield from window(browser, LAPTOP, address)


@pytest.fixture
def page(signing_in: Page) -> Iterator[Page]:
    """A browser nobody has signed in with."""
    yield from visit(signing_in)


def sign_in(page: Page, address: str, person: str, path: str = "/") -> None:
    """Come to a page, press the button, and say who one is."""
    page.goto(f"{address}{path}", wait_until="commit")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=person, exact=True).click()
    page.wait_for_url(f"{address}/**")
    wait_until_idle(page)


def opened(page: Page, address: str, path: str) -> str:
    """Return the text of a page once it is idle."""
    page.goto(f"{address}{path}", wait_until="commit")
    wait_until_idle(page)
    return page.locator('[data-testid="stMain"]').inner_text()


def refusal(page: Page, address: str, path: str) -> str:
    """Return what a page that is refused says under its heading."""
    return opened(page, address, path).partition("\n\n")[2]


def menu(page: Page) -> list[str]:
    """Return the pages the menu offers."""
    links = page.locator('[data-testid="stSidebar"] nav a').all_inner_texts()
    return [link.strip().split("\n")[-1] for link in links]


def test_without_signing_in_there_is_a_button_and_nothing_else(page: Page, address: str) -> None:
    """No figure, no menu, no uploader, on any page or deep link."""
    for path in (
        "/",
        "/explore?org=R0A&year=2025",
        "/upload",
        "/hidden_figures?org=R0A",
        "/access",
    ):
        text = opened(page, address, path)
        assert text.split("\n\n")[1] == "Please sign in to see this page."
        assert FIGURE not in text and menu(page) == []
        assert page.locator("input[type=file]").count() == 0


def test_a_viewer_sees_figures_and_no_page_for_leads(page: Page, address: str) -> None:
    """Known by subject; deep links to the other pages are refused in a sentence."""
    sign_in(page, address, "vera")
    offered = menu(page)
    assert "Explore" in offered
    assert not {"Upload", "History", "Hidden figures", "Who may do what"} & set(offered)
    assert FIGURE in opened(page, address, "/explore?org=R0A&year=2025&indicator=8")
    for name in (*LEAD_PAGES, "access"):
        text = refusal(page, address, f"/{name}?role=admin&org=R0A")
        assert text.startswith("This page is for a person with the")


def test_signing_in_leads_back_to_the_page_that_was_asked_for(page: Page, address: str) -> None:
    """A link somebody was sent shows what it names, with its choice, as soon as one is known."""
    sign_in(page, address, "vera", "/explore?org=R1A&year=2025&indicator=7")
    found = urlsplit(page.url)
    assert found.path == "/explore"
    assert {"org": "R1A", "indicator": "7"}.items() <= dict(parse_qsl(found.query)).items()
    expect(page.locator('[data-testid="stMain"]')).to_contain_text("Indicator 7")


def test_a_lead_has_the_own_organisation_only(page: Page, address: str, home: Path) -> None:
    """Hidden figures of the other organisation are refused; a look at one's own is logged once."""
    sign_in(page, address, "ama")
    assert {"Upload", "History", "Hidden figures"} <= set(menu(page))
    assert "Only the lead of R1A may see" in opened(
        page, address, "/hidden_figures?org=R1A&year=2025"
    )
    opened(page, address, "/hidden_figures?org=R0A&year=2025")
    page.get_by_text("I need to see these figures for my work").click()
    wait_until_idle(page)
    expect(page.get_by_text("Nothing of 2025 is hidden.")).to_be_visible()
    with open_store(home, read_only=True) as store:
        looks = [one for one in store.audit() if one.action is AuditAction.HIDDEN_SEEN]
    assert [(one.made_by, one.detail) for one in looks] == [("ama@trust.example", "R0A, version 1")]
    assert refusal(page, address, "/access").startswith("This page is for a person with the admin")


def test_a_lead_cannot_undo_what_another_organisation_is_in(page: Page, address: str) -> None:
    """The upload is of both organisations, so neither lead alone may take it back."""
    sign_in(page, address, "ben", "/history")
    page.get_by_role("button", name="Undo version 1").click()
    wait_until_idle(page)
    expect(page.get_by_text("You may not change the figures of R0A").first).to_be_visible()


def test_an_admin_looks_after_the_list_and_has_no_right_over_figures(
    page: Page, address: str, home: Path
) -> None:
    """Gives a role, which counts at the next click, and cannot take the last admin away."""
    sign_in(page, address, "ada", "/access")
    assert axe_violations(page) == []
    assert not {"Upload", "History", "Hidden figures"} & set(menu(page))
    expect(page.get_by_role("cell", name=re.compile("ama.*trust")).first).to_be_visible()
    page.get_by_label("Verified e-mail address").fill("nobody@trust.example")
    page.get_by_role("combobox", name="Role", exact=False).first.click()
    page.get_by_role("option", name="viewer").click()
    page.get_by_role("button", name="Give this role").click()
    wait_until_idle(page)
    expect(page.get_by_text("now has the role viewer")).to_be_visible()
    with open_store(home, read_only=True) as store:
        assert store.audit()[-1].detail == "viewer * nobody@trust.example"
        assert store.audit()[-1].made_by == "ada@trust.example"


def test_an_address_that_was_not_verified_has_no_role(page: Page, address: str) -> None:
    """Whoever may write any address into a profile becomes nobody by it."""
    sign_in(page, address, "mallory")
    expect(page.get_by_text("nobody has given you a role here")).to_be_visible()
    assert menu(page) == []


def test_signed_out_everything_is_gone(page: Page, address: str) -> None:
    """The button ends it, and going back shows no figure."""
    sign_in(page, address, "vera")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Please sign in to see this page.")).to_be_visible()
    assert FIGURE not in opened(page, address, "/explore?org=R0A&year=2025&indicator=8")


def test_a_sign_in_ends_when_it_expires(page: Page, address: str) -> None:
    """The token says twenty seconds; at the first click after that nobody is there."""
    sign_in(page, address, "brief")
    assert "Upload" in menu(page)
    page.wait_for_timeout(20_500)
    assert refusal(page, address, "/history").startswith("Please sign in")


def test_a_lead_who_is_away_signs_in_again(page: Page, home: Path, service: str) -> None:
    """Fifteen seconds here in place of thirty minutes; in another window too."""
    with program(home, service, WRES_IDLE_MINUTES="0.25") as address:
        sign_in(page, address, "ama")
        assert "Upload" in menu(page)
        page.wait_for_timeout(15_500)
        other = page.context.new_page()
        assert refusal(other, address, "/history").startswith("You were away for a while")
        assert refusal(page, address, "/upload").startswith("You were away for a while")


def test_half_a_set_up_is_one_sentence(page: Page, tmp_path: Path, service: str) -> None:
    """No door, open or shut, until the missing setting is there; which, is told in the core."""
    line = "client_secret"
    port = free_port()
    kept = [one for one in secrets_for(service, port).split("\n") if not one.startswith(line)]
    with program(tmp_path, service) as address:
        written = tmp_path / ".streamlit" / "secrets.toml"
        written.write_text("\n".join(kept), encoding="utf-8")
        text = opened(page, address, "/explore?org=R0A")
    assert f"[auth] in secrets.toml lacks {line}; add it" in text
    assert menu(page) == []
