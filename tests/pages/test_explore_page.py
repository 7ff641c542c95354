"""Explore as a sentence: years, sides and a search, kept in the address or refused in words."""

from __future__ import annotations

import pytest

from tests import prose_read
from tests.pages.conftest import Open, said


def test_the_sentence_holds_the_choice(open_page: Open) -> None:
    """Each part reads as a piece of the sentence, and changing one changes the address."""
    app = open_page("explore", org="ZZP", indicator="8")
    shown = {box.key: box.value for box in app.selectbox}
    assert shown["pick_indicator"] == "8" and shown["pick_since"] == "2020"
    words = {box.key: box.options for box in app.selectbox}
    assert "Show 8. Discrimination from a manager or colleague" in words["pick_indicator"]
    assert "BME and White" in words["pick_group"]
    assert words["pick_year"][0] == "to 2025 (survey 2024)"
    app.selectbox(key="pick_since").set_value("2023").run()
    assert app.query_params["since"] == "2023"
    assert "The charts begin with 2023." in said(app)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("since", "2031", "lies after 2025; it begins with 2020"),
        ("since", "soon", "“soon”, has no figures here"),
        ("beside", "year-1999", "“year-1999” cannot be set beside these figures"),
        ("beside", "moon", "there is another year, another pay band"),
    ],
)
def test_what_cannot_be_shown_is_said(
    open_page: Open, name: str, value: str, sentence: str
) -> None:
    """The nearest is named."""
    assert sentence in said(open_page("explore", org="ZZP", indicator="8", **{name: value}))


def test_two_sides_come_from_the_address(open_page: Open) -> None:
    """A link with a trust beside opens with both; choosing nothing takes it out."""
    app = open_page("explore", org="R0A", indicator="8", beside="org-RXQ")
    assert "3.1 points higher in Manchester University" in said(app)
    app.selectbox(key="pick_across").set_value("").run()
    assert "beside" not in app.query_params


def test_ordinary_words_lead_to_an_indicator(open_page: Open) -> None:
    """The best fit comes first; words about nothing say what to try."""
    app = open_page("explore", org="ZZP")
    app.session_state["find_open"] = True
    app.run().text_input(key="find_words").set_value("bullied by a patient").run()
    assert "the best fit comes first" in said(app)
    first = next(one for one in app.button if (one.key or "").startswith("found_"))
    assert first.key == "found_5"
    first.click().run()
    assert app.query_params["indicator"] == "5"
    app.text_input(key="find_words").set_value("car park").run()
    assert "No indicator is about “car park”." in said(app)


def test_every_chart_has_its_definition_one_press_away(open_page: Open) -> None:
    """The wording, what is counted out of what, and where it is from stand beside each chart."""
    text = said(open_page("explore", org="ZZP", indicator="8"))
    assert "Counted. staff who answered yes" in text
    assert "Out of. staff who answered the question" in text
    assert "These figures. Practice Trust (made-up), WRES 2025." in text


def test_a_view_is_kept_as_a_plain_link(open_page: Open) -> None:
    """The link holds what the address holds and the version it shows, in under 200 letters."""
    app = open_page("explore", org="ZZP", indicator="8", beside="year-2024", since="2022")
    app.session_state["keep_view"] = True
    app.run()
    (link,) = [one.value for one in app.code]
    assert link.endswith("?org=ZZP&indicator=8&since=2022&beside=year-2024&version=0")
    assert len(link) < 200


def test_the_board_of_what_there_is(open_page: Open) -> None:
    """What is missing is named with the reason and what to do."""
    text = said(open_page("coverage", org="R0A"))
    assert "4 of 9 indicators have a figure for WRES 2025" in text
    assert "No figure for indicators 1, 2, 3, 4, 9." in text
    assert "The rest comes from this trust’s own upload." in text


def test_the_board_is_read_in_one_part_with_what_paper_says(open_page: Open) -> None:
    """What was chosen, that the trust is made up and both boards: one part, beside the title."""
    app = open_page("coverage", org="ZZP", year="2024")
    sent = [one.proto.bytes.decode() for one in app.main.get("bidi_component")]
    assert len([one for one in sent if "Every organisation, WRES 2024" in one]) == 1
    (whole,) = [one for one in sent if '"kind":"paper"' in one]
    assert "Every organisation, WRES 2024" in whole and "made-up" in whole
    chosen = prose_read.on_paper(app.main)
    assert "Organisation: Practice Trust (made-up) (ZZP)" in chosen
    assert "Year: 2024 (survey 2023)" in chosen
