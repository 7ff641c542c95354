"""Cards to share: what the interface says, as a small page without a script, and its picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.measures.building import BME, WHITE, row
from tests.store.examples import doubted, load
from tests.walls.figures import NEVER, A, found
from tests.web.test_api import TODAY, at_two_versions, evidence
from tests.web.test_api import client as interface
from wres.answers import Evidence
from wres.answers.opening import evidence_at, shipped
from wres.answers.written import Written
from wres.interface.asking import Known
from wres.judgements import Judgement, Level
from wres.organisations import Organisations
from wres.store import open_store
from wres.web.card import Cards, routes_of
from wres.web.limits import Allowance, Limiter

# What is shipped, and nothing uploaded.
__all__ = ["evidence"]

LARGEST = 60_000
# A made-up trust, a shipped one with percentages alone, and one with a plan and no figures.
ORGANISATIONS = ("ZZP", "R0A", "RRP")
HOSTILE = '<script>alert(1)</script> & "x" {{ 7 * 7 }}'


class _Page(HTMLParser):
    """A page taken apart: the text of each tag, the addresses, the descriptions of its head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.told: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a text of its own for each tag."""
        given = {name: value or "" for name, value in attrs}
        self.texts.setdefault(tag, []).append("")
        if tag != "meta":
            self._open.append(tag)
        self.links += [given["href"]] if "href" in given else []
        if tag == "meta" and "content" in given:
            self.told[given.get("property") or given.get("name", "")] = given["content"]

    def handle_endtag(self, tag: str) -> None:
        """Go on with the text around it."""
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add to the text of the tag that is open."""
        if self._open:
            self.texts[self._open[-1]][-1] += data

    @property
    def whole(self) -> str:
        """Everything that is read, in one line."""
        kept = (texts for tag, texts in self.texts.items() if tag != "style")
        return " ".join(" ".join(text for texts in kept for text in texts).split())


def client(known: Callable[[], Known], **limits: Allowance) -> TestClient:
    """Return a browser that asks a server of its own."""
    made = {name: Limiter(one) for name, one in limits.items()}
    cards = Cards(known=known, today=lambda: TODAY, **made)
    return TestClient(Starlette(routes=routes_of(cards)), raise_server_exceptions=False)


@pytest.fixture(scope="module")
def browser(evidence: Evidence) -> TestClient:
    """Somebody who opens a link."""
    return client(lambda: Known(evidence=evidence, mark="0 0"))


@pytest.fixture(scope="module")
def said(evidence: Evidence) -> Callable[[str], dict[int, dict[str, Any]]]:
    """Return what the interface for programs says of each concern of an organisation."""
    asking = interface(lambda: Known(evidence=evidence, mark="0 0"))

    def concerns(org: str) -> dict[int, dict[str, Any]]:
        answer = asking.get(f"/api/v1/concerns?org={org}").json()["data"]
        return {one["indicator"]: one for one in answer["concerns"]}

    return concerns


@pytest.mark.parametrize("org", ORGANISATIONS)
def test_a_card_says_what_the_interface_says(
    browser: TestClient, said: Callable[[str], dict[int, dict[str, Any]]], org: str
) -> None:
    """Every sentence on a concern, in at most 60 KB, without a script or a request elsewhere."""
    concerns = said(org)
    assert concerns
    for number, concern in concerns.items():
        answer = browser.get(f"/card/{org}/{number}")
        assert answer.status_code == 200 and len(answer.content) <= LARGEST
        page = _Page(answer.text)
        assert len(page.texts["h1"]) == 1
        sentences = [one["sentence"] for one in concern["triggers"]]
        told = (concern["evidence"], concern["people"], concern["four_fifths"])
        for text in (*sentences, *told, concern["robustness"]):
            assert text in page.whole, (org, number, text)
        assert ("Made-up figures, for practice." in page.whole) == (org == "ZZP")
        assert not {"script", "iframe", "img", "link", "form", "object"} & set(page.texts)
        assert not [one for one in page.links if "://" in one or one.startswith("//")]


def test_every_figure_of_a_card_is_a_published_one(browser: TestClient, evidence: Evidence) -> None:
    """Each percentage, ratio and count of finding and table stands in what the interface gives."""
    asking = interface(lambda: Known(evidence=evidence, mark="0 0"))
    for org in ("ZZP", "R0A"):
        published = _numbers(asking.get(f"/api/v1/export?org={org}").text)
        for number in (1, 8):
            page = _Page(browser.get(f"/card/{org}/{number}").text)
            # The year that a heading names is no figure.
            cells = [*page.texts["h1"], *page.texts.get("td", []), *page.texts.get("strong", [])]
            assert _numbers(" ".join(cells)) <= published | {"2025"}, (org, number)


def _numbers(text: str) -> set[str]:
    return {one.replace(",", "").rstrip(".") for one in re.findall(r"\d[\d,.]*", text)}


def test_the_finding_is_in_the_words_of_the_pages(browser: TestClient) -> None:
    """Written out here by hand from the shipped file of 2024: 16.1% and 6.6%, 9.5 points."""
    page = _Page(browser.get("/card/R0A/8").text)
    assert page.texts["h1"] == [
        "16.1% of BME staff and 6.6% of White staff were discriminated against by a manager or "
        "colleague. That is 9.5 points higher for BME staff."
    ]
    assert page.told["og:title"].startswith("Manchester University NHS Foundation Trust: 8.")
    assert page.texts["h1"][0] in page.told["og:description"]
    assert "../../explore?org=R0A&year=2025&indicator=8" in page.links


def test_what_is_no_concern_and_what_has_no_figure_say_so(
    browser: TestClient, said: Callable[[str], dict[int, dict[str, Any]]]
) -> None:
    """A card for each of the nine: none is left out, and none is made a concern."""
    concerns = said("R0A")
    quiet = [number for number in (5, 6, 7, 8) if number not in concerns]
    assert quiet
    for number in quiet:
        whole = _Page(browser.get(f"/card/R0A/{number}").text).whole
        assert "No figures here make it an area of concern" in whole and "nor the plan" not in whole
        assert "Area of concern" not in whole
    made_up = next(number for number in range(1, 10) if number not in said("ZZP"))
    whole = _Page(browser.get(f"/card/ZZP/{made_up}").text).whole
    assert "about this indicator." in whole and "this concern" not in whole
    none = _Page(browser.get("/card/R0A/2").text)
    assert none.texts["h1"] == ["No figure for WRES 2025."]
    assert "table" not in none.texts and "Source:" not in none.whole


def test_questions_are_read_as_the_interface_reads_them(browser: TestClient) -> None:
    """A sentence on a page with the code for it; no figure, no script, kept by nobody."""
    asked = {
        "/card/R0A/10": 400,
        "/card/R0A/x": 400,
        "/card/R0A/8?colour=red": 400,
        "/card/R0A/8?year=2025&year=2024": 400,
        "/card/R0A/8?year=soon": 400,
        "/card/R0A/8?band=99": 400,
        "/card/R0A/8?benchmark=moon": 400,
        "/card/R0A/8?org=R1A": 400,
        "/card/R0A/8?year=1999": 404,
        "/card/R0A/8?band=8a": 404,
        "/card/ZZP/8?benchmark=england": 404,
        "/card/R0A/8?version=7": 404,
        "/card/NOPE/8": 404,
        "/card/NOPE/8.png": 404,
        "/card": 404,
        "/card/R0A": 404,
        "/card/R0A/8/more": 404,
    }
    for address, status in asked.items():
        answer = browser.get(address)
        assert answer.status_code == status, address
        page = _Page(answer.text)
        assert page.texts["h1"] == ["This card cannot be shown"] and page.texts["p"][0]
        assert "script" not in page.texts and "%" not in page.texts["p"][0]
        assert answer.headers["cache-control"] == "no-store"
    assert browser.post("/card/R0A/8").status_code == 405
    assert browser.get("/card/r0a/8?year=2025&benchmark=england&band=all").status_code == 200


def test_nothing_may_run_and_what_is_not_new_is_not_sent_again(browser: TestClient) -> None:
    """The policy lets the page's own style in and no script; the mark of an answer is known."""
    first = browser.get("/card/R0A/8")
    policy = first.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script" not in policy and "unsafe" not in policy
    tag = first.headers["etag"]
    again = browser.get("/card/R0A/8", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_chat_finds_a_picture_at_a_whole_address(browser: TestClient) -> None:
    """The address is the one the proxy was asked at; a name that is none is refused."""
    asked = {"host": "wres.example.nhs.uk", "x-forwarded-proto": "https"}
    page = _Page(browser.get("/card/ZZP/8?year=2024", headers=asked).text)
    at = "https://wres.example.nhs.uk/card/ZZP/8.png?year=2024&version=0"
    assert page.told["og:image"] == at and page.told["twitter:card"] == "summary_large_image"
    assert page.told["og:description"].startswith("Made-up figures, for practice.")
    for hostile in ('x"><script>', "a b", "me@elsewhere"):
        assert browser.get("/card/ZZP/8", headers={"host": hostile}).status_code == 400


def test_the_picture_is_as_chats_show_it_and_drawn_once(evidence: Evidence) -> None:
    """1200 by 630; with a chart, and of words alone where there is no figure."""
    known = Known(evidence=evidence, mark="0 0")
    few = client(lambda: known, working_out=Allowance(at_once=2, each_second=0))
    pictures = [few.get(f"/card/R0A/{number}.png") for number in (8, 2)]
    for answer in pictures:
        assert answer.headers["content-type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")
        assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)
    assert len(pictures[0].content) > len(pictures[1].content)
    assert few.get("/card/R0A/8.png").content == pictures[0].content
    late = few.get("/card/R0A/5.png")
    assert late.status_code == 429 and late.headers["retry-after"] == "5"


def test_hostile_words_are_letters(evidence: Evidence) -> None:
    """The name of a trust and the reason of its lead are shown sign by sign."""
    names = [
        replace(one, name=HOSTILE) if one.code == "R0A" else one for one in evidence.organisations
    ]
    laid = replace(evidence.shipped, organisations=Organisations(names))
    judged = Judgement(
        org_code="R0A",
        indicator=8,
        wres_year=2025,
        level=Level.RAISED,
        reason=HOSTILE,
        judged_by=HOSTILE,
    )
    known = Known(
        evidence=replace(evidence, shipped=laid),
        mark="0",
        written=lambda _: Written(judgements=(judged,)),
    )
    page = _Page(client(lambda: known).get("/card/R0A/8").text)
    assert "script" not in page.texts
    assert page.whole.count(HOSTILE) >= 4
    assert page.told["og:title"].startswith(HOSTILE)


def test_what_was_doubted_at_the_upload_stands_on_the_card(evidence: Evidence) -> None:
    """The question and the reason as on Explore, letter by letter; not on another indicator."""
    note = doubted("R0A", 5, reason=f"{HOSTILE} A ward was closed.")
    known = Known(evidence=evidence, mark="0", notes=lambda _: (note,))
    asking = client(lambda: known)
    five, eight = (_Page(asking.get(f"/card/R0A/{number}").text) for number in (5, 8))
    assert f"(version 4): {HOSTILE} A ward was closed." in five.whole
    assert "1,234" not in five.whole and "script" not in five.texts
    assert HOSTILE not in " ".join(five.told.values())
    assert "A ward was closed." not in eight.whole


def test_a_hidden_figure_is_not_there_and_says_that_it_is_hidden(tmp_path: Path) -> None:
    """Three of nine people are too few; nor are there parts that would tell of others."""
    few = [row(8, BME, (3, 9), year=2025), row(8, WHITE, (31, 311), year=2025)]
    with open_store(tmp_path) as store:
        load(store, [*A.rows(), *(replace(one, org_code="RRP") for one in few)])
        found_now = evidence_at(store, 1, data=shipped())
        asking = client(lambda: Known(evidence=found_now, mark="1"))
        hidden = asking.get("/card/RRP/8").text
        page = _Page(hidden)
        assert "idden to protect confidentiality" in page.texts["h1"][0]
        assert not found([(3, 9)], [page.texts["td"][1].encode(), page.texts["td"][2].encode()])
        assert "33.3%" not in hidden and "3 of 9" not in hidden
        shown = asking.get(f"/card/{A.code}/8").content
        assert found([A.bme], [shown]) and not found(NEVER, [shown])


def test_an_older_link_says_what_has_changed(tmp_path: Path) -> None:
    """40 of 200 became 150 of 400: the card has the figure of now, and says since when."""
    with at_two_versions(tmp_path) as known:
        asking = client(lambda: known)
        old, new = (asking.get(f"/card/RRP/8?version={one}").text for one in (1, 2))
    assert "This link was made at version 1 of the figures. They are now at version 2." in old
    assert "Since version 1, figures: changed 2." in old and "This link was made" not in new
    for text in (old, new):
        assert _Page(text).texts["h1"][0].startswith("37.5% of BME staff and 15.0% of White staff")
