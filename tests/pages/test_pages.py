"""Every page says what the figures say: worked by hand, from the answer key or published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.answers import Glance
from wres.charts import Drawing
from wres.charts.of_answers import spark_drawing
from wres.text import plain
from wres.ui.menu import ENTRIES
from wres.words import exports

KEY = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "practice" / "answer_key.json").read_text(
        encoding="utf-8"
    )
)
WITHOUT_FIGURES = ("upload", "history", "access", "about")
HIDDEN = "Hidden to protect confidentiality"


@pytest.mark.parametrize("name", [e.name for e in ENTRIES if e.name not in WITHOUT_FIGURES])
def test_made_up_figures_say_so_on_every_page(open_page: Open, name: str) -> None:
    """A page that shows the Practice Trust says that it is made up."""
    assert "made-up" in said(open_page(name, org="ZZP")).casefold()


def test_the_front_door_counts_the_concerns(open_page: Open) -> None:
    """Six of nine are concerns and three are clear, as the answer key plants them."""
    app = open_page("where_we_stand", org="ZZP")
    text = said(app)
    assert "6 of the nine indicators with figures are areas of concern; 3 clear of chance." in text
    titles = [one for one in prose_read.parts(app.main, "heading") if one["level"] == 3]
    assert len(titles) == 9


def test_a_small_chart_is_worked_out_once_for_its_card_and_its_picture(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine indicators with figures are nine drawings, and none more when looked at again."""
    drawn: list[int] = []

    def noted(one: Glance) -> Drawing | None:
        drawn.append(one.measured.number)
        return spark_drawing(one)

    monkeypatch.setattr("wres.ui.glances.spark_drawing", noted)
    for _ in range(2):
        app = open_page("where_we_stand", org="ZZP")
        assert plain(exports.PICTURES) in [one.label for one in app.get("download_button")]
    assert sorted(drawn) == list(range(1, 10))


def test_manchester_discrimination_beside_its_group(open_page: Open) -> None:
    """Published figures without counts: a point answer, no likely range, nothing called clear."""
    text = said(open_page("explore", org="R0A", year="2025", indicator="8"))
    assert "16.1% of BME staff and 6.6% of White staff" in text
    assert "9.5 points higher for BME staff" in text
    beside = (
        "The median of the other acute and combined trusts (121 trusts), WRES 2025: BME 15.7%, "
        "White 6.7%."
    )
    assert beside in text
    assert "we cannot say how firm this is" in text
    assert "clearly" not in text and "clear of chance" not in text and "likely range 1" not in text


def test_a_figure_without_counts_says_why_it_has_no_range(open_page: Open) -> None:
    """The front door of a trust with percentages only says so once, in plain words."""
    text = said(open_page("where_we_stand", org="R0A"))
    assert "Number of responses not published, so no likely range." in text
    assert "likely range no" not in text


@pytest.mark.parametrize("org", ["ZZP", "R0A"])
@pytest.mark.parametrize("number", [str(n) for n in range(1, 10)])
def test_every_indicator_can_be_explored(open_page: Open, org: str, number: str) -> None:
    """With figures or without, the page has a finding and no empty cell in any table."""
    app = open_page("explore", org=org, indicator=number)
    assert prose_read.headings(app.main)[0]
    for cell in prose_read.cells(app.main):
        assert cell.strip() not in ("", "nan", "None")


def test_indicator_7_is_cut_where_it_was_counted_differently(open_page: Open) -> None:
    """No line joins survey 2020 to 2021; the trend starts after, and the reason is printed."""
    app = open_page("explore", org="ZZP", indicator="7")
    text = said(app)
    assert "The line is cut: Until the 2020 survey “don’t know” answers were left out" in text
    assert "since 2022" in text and "since 2020" not in text


def test_a_withheld_breakdown_is_said_in_one_wording(open_page: Open) -> None:
    """Small bands of posts are named as hidden, in the one wording, and never as zero."""
    app = open_page("explore", org="ZZP", indicator="1")
    assert any(cell.startswith(HIDDEN) for cell in prose_read.cells(app.main))


def _concern_order(app: AppTest) -> list[int]:
    headings = prose_read.headings(app.main)
    return [int(h.split(".")[0]) for h in headings if h[:1].isdigit() and h[1:2] == "."]


def test_the_planted_concerns_are_found_in_order_and_no_other(open_page: Open) -> None:
    """The Practice Trust's concerns are those of the answer key, each with what answers it."""
    app = open_page("areas_of_concern", org="ZZP", year="2025")
    assert _concern_order(app) == [5, 8, 2, 3, 9, 1]
    text = said(app)
    assert text.count("What worked elsewhere.") == 6
    assert "No activity answers the concern about indicators 2, 9." in text
    assert "18 checks against chance" in text and "about 0.5 would light up" in text


def test_a_chosen_concern_comes_first(open_page: Open) -> None:
    """Someone who asks for one concern sees it first, and is told why."""
    app = open_page("areas_of_concern", org="ZZP", indicator="3")
    assert _concern_order(app)[0] == 3
    assert "Indicator 3 comes first because you asked for it" in said(app)


def test_beh_declares_four_concerns_with_their_reasons(open_page: Open) -> None:
    """The plan's concerns 5, 8, 1 and 9 stand with its reasons, without figures to check them."""
    app = open_page("areas_of_concern", org="RRP")
    assert _concern_order(app) == [5, 8, 1, 9]
    text = said(app)
    assert "worse than benchmark, trend in decline and differential opening up" in text
    assert text.count("stated by the trust. We hold no figures to check it.") == 6
    assert "4 activities answer this concern" in text and "8 activities answer" in text
    assert "closed on 2024-10-31" in text and "G6V2S" in text


def test_beh_gaps_are_named_and_counted(open_page: Open) -> None:
    """Every TBC and every empty lead of the plan is named: 4 TBC leads, 7 empty, 19 no measure."""
    text = said(open_page("action_plan", org="RRP"))
    assert "lead is TBC: 4 activities" in text
    assert "lead is empty: 7 activities" in text
    assert "no measure: 19 activities" in text
    assert text.count("Missing: ") == 19


def test_chesterfield_is_equal_and_not_better(open_page: Open) -> None:
    """7.1% against 7.1% is equal whatever the text says; the benchmark is probably a slip."""
    text = said(open_page("case_studies", org="RFS", indicator="8"))
    assert "equal to the quoted benchmark of 7.1%" in text
    assert (
        "The text calls it “below (better) than the acute benchmark”; equal is not better." in text
    )
    assert "Probably a copying slip" in text
    assert "went from +3.1 to +2.7 points" in text
    assert "nothing here can be called clear" in text


def test_about_names_the_nine(open_page: Open) -> None:
    """The About page has each of the nine indicators."""
    app = open_page("about")
    labels = [one["label"] for one in prose_read.parts(app.main, "folded")]
    assert [label[:2] for label in labels[:9]] == [f"{number}." for number in range(1, 10)]


def test_a_viewer_cannot_upload(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The upload page refuses a viewer in one sentence."""
    app = open_page("about")
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    app.switch_page("../../pages/upload.py").run()
    assert "lead role" in said(app) and not app.file_uploader
