"""The workforce page: who holds the posts in people, and a sentence for every empty state."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests import prose_read
from tests.measures.building import BME, UNKNOWN, WHITE, row
from tests.pages.conftest import Open, said
from wres import words
from wres.answers import Evidence, View, Workforce, gather, workforce
from wres.library.shipped import load_shipped
from wres.measures import Goal
from wres.results import Result, Results
from wres.terms import Band, EthnicGroup, StaffGroup, Status
from wres.words import ladder_steps
from wres.words import posts as post_words

DATA = Path(__file__).resolve().parents[2] / "data"
GROUPS = (BME, WHITE, UNKNOWN)
TRUST = "R0A"


@pytest.fixture(scope="module")
def shipped() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def posts(number: int, people: tuple[int, int, int], **more: object) -> list[Result]:
    """Rows of BME, White and unknown people in some posts."""
    total = sum(people)
    made = [
        row(number, group, (count, total), **more)  # type: ignore[arg-type]
        for group, count in zip(GROUPS, people, strict=True)
    ]
    return [_of(TRUST, one) for one in made]


def _of(code: str, one: Result) -> Result:
    from dataclasses import replace

    return replace(one, org_code=code)


def found(shipped: Evidence, rows: Iterable[Result], *, goal: Goal | None = None) -> Workforce:
    """What the page is about once these rows are uploaded."""
    evidence = gather(shipped.shipped, Results(rows), 1)
    return workforce(evidence, View(org_code=TRUST, wres_year=2025), goal=goal)


def test_the_practice_trust_in_people(open_page: Open) -> None:
    """42 of 318 senior posts, 1,158 of 4,207 staff; steps, posts and seats worked by hand."""
    text = said(open_page("workforce", org="ZZP", indicator="8"))
    assert "hold 13.2% of posts at band 8a and above and make up 27.5% of the workforce" in text
    # 1,563 and 763 below, 854 and 195 in the middle, 263 and 42 above.
    assert "2.14 times as far up" in text and "1.43 times" in text and "3.06 times" in text
    assert "2.14 × 1.43 = 3.06" in text
    assert "46 posts passing to BME staff, or 63 posts added" in text
    assert "178 of 4,207 staff (4.2%) have no known ethnicity." in text
    assert "With them the BME share is 27.5%; without them it is 28.7%." in text
    assert "1 of 13 is BME (7.7%): 19.8 points below" in text
    assert "One appointment is 7.7 points." in text
    assert "Bands with few people of a group are joined" in text
    # Head counts get no test: nothing is called clear.
    assert "clear of chance" not in text and "significant" not in text


def test_no_hidden_band_is_told(open_page: Open) -> None:
    """Single bands that are hidden are nowhere: only the groups they are published in."""
    app = open_page("workforce", org="ZZP")
    cells = prose_read.cells(app.main)
    assert "Bands 1 to 4" in " ".join(cells)
    assert not {"Band 8a", "Band 8b", "Band 9", "Band 1", "Very senior manager"} & set(cells)
    assert all(cell.strip() not in ("", "nan", "None") for cell in cells)


def test_a_goal_is_kept_in_the_address(open_page: Open) -> None:
    """28% by 2030 is 48 more of 318 posts; the boxes hold it and write it."""
    app = open_page("workforce", org="ZZP", goal="28-2030-8a-vsm")
    assert "from 13.2% to 28.0% in 5 years. That is 3.0 points a year." in said(app)
    assert "48 more must be held by BME staff." in said(app)
    app.text_input(key="pick_goal_share").set_value("20").run()
    assert app.query_params["goal"] == "20-2030-8a-vsm"
    app.text_input(key="pick_goal_share").set_value("").run()
    assert "goal" not in app.query_params


@pytest.mark.parametrize(
    "asked", ["lots", "28", "28-1999", "140-2030", "0-2030", "nan-2030", "28-2030-moon", "-1-2030"]
)
def test_a_goal_that_cannot_be_is_said(open_page: Open, asked: str) -> None:
    """No value of the address is dropped in silence."""
    text = said(open_page("workforce", org="ZZP", goal=asked))
    assert f"The goal “{asked}” is not used. Give a share from 0.1 to 100 per cent" in text
    assert "Straight line" not in text


def test_a_trust_without_posts_says_so(open_page: Open) -> None:
    """Manchester has survey figures only: a sentence for each indicator, and no chart."""
    app = open_page("workforce", org=TRUST)
    text = said(app)
    assert "Indicator 1 has no figures here for WRES 2025." in text
    assert "Indicator 9 has no figures here for WRES 2025." in text
    assert not app.table and not prose_read.parts(app.main, "table")


def test_the_nearest_year_is_named(shipped: Evidence) -> None:
    """Posts of 2023 alone: 2025 says that 2023 is the nearest."""
    told = found(shipped, posts(1, (30, 60, 10), year=2023))
    assert post_words.no_posts(told).endswith("The nearest year with figures is 2023.")


def test_totals_alone_have_no_ladder(shipped: Evidence) -> None:
    """A workforce of 30 of 100 and no bands: the share, and why there is no ladder."""
    told = found(shipped, posts(1, (30, 60, 10)))
    assert not told.ladder.rungs and told.has_posts
    assert post_words.workforce_finding(told) == (
        "BME staff make up 30.0% (30 of 100) of the workforce."
    )
    assert "That is more than 5%" in post_words.unknown_sentence(told)


def test_a_majority_bme_trust_is_above(shipped: Evidence) -> None:
    """70 of 100 at 8a beside 600 of 1,000: above, and no more posts are needed."""
    rows = [*posts(1, (600, 400, 0)), *posts(1, (70, 30, 0), band=Band.BAND_8A)]
    told = found(shipped, rows)
    assert post_words.beside_workforce(told.senior.representation) == "10.0 points above"
    assert "No more posts are needed." in post_words.parity_headline(told)


def test_nobody_in_a_band_is_a_figure(shipped: Evidence) -> None:
    """0 of 120 posts at 8a is 0.0% and 33 posts short of 27.5%: zero is never "hidden"."""
    rows = [*posts(1, (275, 725, 0)), *posts(1, (0, 120, 0), band=Band.BAND_8A)]
    told = found(shipped, rows)
    assert post_words.rung_figure(told.senior) == "0.0%, 0 of 120"
    assert told.senior.parity is not None and told.senior.parity.swap == 33


def test_one_appointment_on_a_board_of_14(shipped: Evidence) -> None:
    """1 of 14: one appointment is 7.1 points, and three more would reach 27.5%."""
    board = posts(9, (1, 13, 0), staff_group=StaffGroup.BOARD_VOTING)
    told = found(shipped, [*posts(1, (275, 725, 0)), *board])
    sentence = post_words.board_sentence(told.board[0])
    assert "1 of 14 is BME (7.1%): 20.4 points below the workforce share of 27.5%." in sentence
    assert "One appointment is 7.1 points. 3 more appointments" in sentence


def test_a_board_without_a_workforce_share(shipped: Evidence) -> None:
    """Indicator 9 alone: people, what one appointment is, and what is missing."""
    told = found(shipped, posts(9, (2, 8, 0), staff_group=StaffGroup.BOARD))
    assert post_words.board_sentence(told.board[0]) == (
        "2 of 10 are BME. One appointment is 10.0 points. There is no workforce share to set "
        "this beside."
    )


def test_all_hidden_reads_as_hidden(shipped: Evidence) -> None:
    """A ladder whose only rung is hidden says so in the one wording, and shows no zero."""
    rung = [
        _of(TRUST, row(1, group, base=40, band=Band.BANDS_5_7, status=Status.HIDDEN))
        for group in (EthnicGroup.BME, EthnicGroup.WHITE)
    ]
    told = found(shipped, [*posts(1, (275, 725, 0)), *rung])
    assert post_words.ladder_headline(told.ladder) == "BME share by band: hidden"
    assert post_words.rung_figure(told.ladder.rungs[0]) == words.HIDDEN
    assert "hidden to protect confidentiality" in " ".join(
        post_words.ladder_notes(told, told.ladder)
    )


def test_a_goal_for_posts_that_are_not_shown(shipped: Evidence) -> None:
    """There is a sentence and no line."""
    goal = Goal(band=Band.BANDS_8C_VSM, share=0.2, year=2030)
    told = found(shipped, posts(1, (275, 725, 0)), goal=goal)
    assert told.goal is None
    assert ladder_steps.goal_sentence(told, goal).endswith("are not shown for 2025, so no line.")


def test_one_year_and_a_goal_is_one_point_and_a_line(shipped: Evidence) -> None:
    """With one year of figures the path has one point."""
    goal = Goal(band=Band.BANDS_8A_VSM, share=0.2, year=2027)
    rows = [*posts(1, (275, 725, 0)), *posts(1, (10, 90, 0), band=Band.BANDS_8A_VSM)]
    told = found(shipped, rows, goal=goal)
    assert len(told.path) == 1 and told.goal is not None and len(told.goal.steps) == 2


def test_a_merged_trust_says_what_became_of_it(open_page: Open) -> None:
    """Barnet, Enfield and Haringey closed: the page names its heir, and has no figures."""
    text = said(open_page("workforce", org="RRP"))
    assert "closed on 2024-10-31" in text and "G6V2S" in text
    assert "Indicator 1 has no figures here" in text
