"""The library, its search and its addresses; ideas on the cards; no link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.answers import case_of, gather
from wres.library.shipped import load_shipped
from wres.results import Results
from wres.ui.asked import settle
from wres.ui.menu import ENTRIES

DATA = Path(__file__).resolve().parents[2] / "data"

# Pages with what they are asked for; between them every page about figures, with and without them.
LOOKED_AT = (
    ("where_we_stand", {"org": "ZZP"}),
    ("where_we_stand", {"org": "RNN"}),
    ("explore", {"org": "ZZP", "indicator": "8"}),
    ("explore", {"org": "ZZP", "indicator": "3"}),
    ("benchmarks", {"org": "RNN", "indicator": "8"}),
    ("workforce", {"org": "ZZP"}),
    ("areas_of_concern", {"org": "ZZP", "indicator": "4"}),
    ("areas_of_concern", {"org": "RRP", "indicator": "5", "year": "2022"}),
    ("action_plan", {"org": "ZZP"}),
    ("case_studies", {"org": "RNN", "indicator": "8"}),
    ("case_studies", {"org": "RNN", "indicator": "8", "case": "chesterfield_indicator_8"}),
    ("case_studies", {"org": "RNN", "did": "police", "type": "ambulance", "scope": "all"}),
)
Link = tuple[str, tuple[tuple[str, str], ...]]


def links(app: AppTest) -> set[Link]:
    """Return the page and the parameters of every link in a page itself, the menu apart."""
    drawn = {
        (one.proto.page.rpartition("/")[2] or "home", tuple(parse_qsl(one.proto.query_string)))
        for one in app.main.get("page_link")
    }
    read = (urlsplit(one["href"]) for one in prose_read.links(app.main))
    ours = {(one.path or "home", tuple(parse_qsl(one.query))) for one in read if _is_page(one)}
    return drawn | ours


def _is_page(href: SplitResult) -> bool:
    within = not href.netloc and not href.path.startswith("card/")
    return within and bool(href.path or href.query)


def test_the_first_card_is_open_and_the_others_are_a_press_away(open_page: Open) -> None:
    """Practice Trust: nothing has to be fetched to open the ideas and cases of the other five."""
    app = open_page("areas_of_concern", org="ZZP")
    folds = {one["label"]: one["open"] for one in prose_read.parts(app.main, "folded")}
    assert folds["Ideas for indicator 5"] and folds["Case studies for indicator 5"]
    assert not folds["Ideas for indicator 8"] and not folds["Case studies for indicator 8"]
    assert "All ideas for indicator 8" in [one["text"] for one in prose_read.links(app.main)]


def test_a_case_has_an_address_of_its_own(open_page: Open) -> None:
    """One case alone: what was done, where, how long, cost, grade with its reason, our reading."""
    app = open_page(
        "case_studies", org="RNN", indicator="8", case="northamptonshire_indicators_3_7_8"
    )
    text = said(app)
    assert prose_read.headings(app.main)[0] == "A plan made with the staff network"
    assert "Four years: 2015 to 2019." in text
    assert "Cost. Not stated in the source." in text
    assert "Before and after: the same place at two times. Printed figures of BME staff" in text
    assert "about 120 of them must answer each time" in text
    assert "Reducing discrimination for BME staff" not in text


def test_a_case_that_is_not_there_is_explained(open_page: Open) -> None:
    """The library is shown instead; what was asked for is harmless."""
    text = said(open_page("case_studies", org="RNN", indicator="8", case="<b>nothing</b>"))
    assert "There is no case study “<b>nothing</b>” here; the library is shown instead." in text
    assert "4 case studies for indicator 8" in text


def test_the_address_holds_the_filters_and_an_unknown_one_is_explained(open_page: Open) -> None:
    """Police work, all nine indicators: three; a kind of action that is none is left out."""
    text = said(open_page("case_studies", org="RNN", did="police", scope="all"))
    assert "3 case studies fit, those most like this trust first." in text
    text = said(open_page("case_studies", org="RNN", did="magic", indicator="8"))
    assert "“magic” is no kind of action this program knows; it is left out." in text
    assert "4 case studies for indicator 8" in text


def test_an_empty_result_leads_to_what_is_nearest(open_page: Open) -> None:
    """No police work at an ambulance trust: each filter that may go has its link and its number."""
    app = open_page("case_studies", org="RNN", did="police", type="ambulance", scope="all")
    assert "No case study has all of this." in said(app)
    labels = {
        one["text"]: dict(parse_qsl(urlsplit(one["href"]).query))
        for one in prose_read.links(app.main)
    }
    without_type = labels["Without the type of trust: 3 case studies"]
    assert without_type["did"] == "police" and "type" not in without_type
    assert "did" not in labels["Without the kind of action: 1 case study"]


def test_what_counts_most_is_kept_on_the_way_and_the_search_is_not(open_page: Open) -> None:
    """The way to rank goes along to the concern; the search stays where it means something."""
    app = open_page("case_studies", org="R0A", indicator="8", weigh="gap", find="trust")
    to_concern = [dict(query) for page, query in links(app) if page == "areas_of_concern"]
    assert to_concern and all(query["weigh"] == "gap" for query in to_concern)
    assert not any("find" in query for query in to_concern)
    titles = prose_read.headings(app.main)[1:]
    assert titles[0] == "Respect campaign and safe conversations"


@pytest.mark.parametrize(
    ("code", "told"), [("gap", "A gap of a like size"), ("indicator", "The usual order")]
)
@pytest.mark.parametrize("page", ["case_studies", "areas_of_concern"])
def test_paper_says_what_the_box_of_what_counts_most_says(
    open_page: Open, page: str, code: str, told: str
) -> None:
    """A way to rank that the box does not offer is explained, and is chosen in neither."""
    app = open_page(page, org="ZZP", indicator="8", weigh=code)
    if prose_read.openers(app.main).get("What counts most in ideas and cases") is False:
        prose_read.press(app, "What counts most in ideas and cases")
    box = next(one for one in app.selectbox if one.label.startswith("What counts most"))
    assert box.format_func(box.value) == told
    lines = [one["text"] for one in prose_read.parts(app.main, "paper")]
    assert any(f"What counts most in ideas and cases: {told}" in line for line in lines)
    refused = any("is no way to rank" in one.value for one in app.warning)
    assert refused == (code == "indicator")


def test_a_card_has_ideas_with_reasons_and_sources(open_page: Open) -> None:
    """North Cumbria, indicator 8: Chesterfield first, why, and a source to open."""
    app = open_page("areas_of_concern", org="RNN", year="2025", indicator="8")
    text = said(app)
    assert "8 ideas for indicator 8, each with its source." in text
    assert "Same indicator: 8. Same type of trust: acute. Outcome measured: before and" in text
    sources = [one["href"] for one in prose_read.links(app.main)]
    assert "https://workplaceedi.com/the-research/390/wres-indicator-8" in sources
    beside = [line for line in prose_read.texts(app.main) if line.startswith("Source: ")]
    assert any(line.endswith(", workplaceedi.com.") for line in beside)
    assert all(re.search(r", [a-z0-9.-]+\.[a-z]+\.$", line) for line in beside)
    first = text.index("Reducing discrimination for BME staff")
    assert first < text.index("A plan made with the staff network")


def test_the_card_of_an_indicator_that_is_no_concern_opens_and_says_so(open_page: Open) -> None:
    """Its address opens it, with its ideas, and no alarm."""
    text = said(open_page("areas_of_concern", org="ZZP", year="2025", indicator="4"))
    assert "It is not an area of concern for this year." in text
    assert "Neither the figures nor the plan make it an area of concern" in text
    assert "3 ideas for indicator 4" in text


def test_every_chart_leads_to_its_concern_and_back(open_page: Open) -> None:
    """Explore, benchmarks and workforce lead to the card; the card leads to all the others."""
    for page, org, number in (
        ("explore", "ZZP", "8"),
        ("benchmarks", "RNN", "8"),
        ("workforce", "ZZP", "1"),
    ):
        app = open_page(page, org=org, indicator=number)
        found = [dict(query) for to, query in links(app) if to == "areas_of_concern"]
        assert any(query.get("indicator") == number and "year" in query for query in found), page
    card = links(open_page("areas_of_concern", org="ZZP", indicator="8"))
    assert {"explore", "action_plan", "case_studies"} <= {
        page for page, query in card if dict(query).get("indicator") == "8"
    }


@pytest.mark.parametrize("page", ["explore", "benchmarks", "workforce", "case_studies"])
def test_a_page_about_an_indicator_leads_to_the_others_about_it(open_page: Open, page: str) -> None:
    """With or without a figure: no page about an indicator is a dead end."""
    to = {name for name, _ in links(open_page(page, org="RNN", indicator="1"))}
    others = {"explore", "areas_of_concern", "action_plan", "case_studies"} - {page}
    assert others <= to


def test_no_link_leads_nowhere(open_page: Open) -> None:
    """Every link asks for what there is; one of each kind is followed and opens without a warning.

    What it asks for is settled as a page would settle it, and nothing of it is refused.
    """
    evidence = gather(load_shipped(DATA), Results(), 0)
    names = {entry.name for entry in ENTRIES} | {"home"}
    found: set[Link] = set()
    for page, asked in LOOKED_AT:
        app = open_page(page, **asked)
        anchors = {one.get("anchor") for one in prose_read.parts(app.main, "heading")}
        to = {one["href"] for one in prose_read.links(app.main) if one["href"].startswith("#")}
        assert {one.removeprefix("#") for one in to} <= anchors
        found |= links(app)
    assert len(found) > 90
    for page, query in found:
        asked = dict(query)
        assert page in names
        assert settle(evidence, asked).refusals == (), (page, query)
        assert "case" not in asked or case_of(evidence, asked["case"]), (page, query)
    unlike = {(page, frozenset(dict(query)) - {"org", "year"}): query for page, query in found}
    for (page, _), query in unlike.items():
        opened = open_page("where_we_stand" if page == "home" else page, **dict(query))
        assert not opened.warning, (page, query, [one.value for one in opened.warning])
        assert opened.title and (opened.header or prose_read.headings(opened.main))
