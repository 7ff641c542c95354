"""Two years, trusts or bands side by side: the difference by hand, or why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres import words
from wres.answers import (
    Across,
    Evidence,
    Held,
    View,
    beside_options,
    explore,
    gather,
    multiples,
    side_by_side,
    trust_board,
    within_years,
    year_board,
)
from wres.answers.side_by_side import Apart
from wres.library.shipped import load_shipped
from wres.results import Results
from wres.terms import Band

DATA = Path(__file__).parents[2] / "data"
PRACTICE = View(org_code="ZZP", wres_year=2025, indicator=8)
MANCHESTER = View(org_code="R0A", wres_year=2025, indicator=8)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return gather(load_shipped(DATA), Results(), 0)


def test_two_trusts_on_one_scale(evidence: Evidence) -> None:
    """Manchester 16.13% and 6.63%, Buckinghamshire 13.06% and 5.86%: 3.1 and 0.8 points."""
    found = side_by_side(evidence, MANCHESTER, across=Across.ORGANISATION, other="RXQ")
    assert found.apart is None and found.bme is not None and found.bme.interval is None
    assert words.side_sentences(found) == (
        "BME staff: 3.1 points higher in Manchester University than in Buckinghamshire Healthcare.",
        "White staff: 0.8 points higher in Manchester University than in Buckinghamshire "
        "Healthcare.",
        "The gap (BME minus White): 2.3 points higher in Manchester University than in "
        "Buckinghamshire Healthcare.",
        "Numbers of responses are not published for both, so nothing can be said about chance.",
    )


def test_two_years_have_a_likely_range(evidence: Evidence) -> None:
    """125 of 642 in 2025 and 127 of 636 in 2024: 19.47% and 19.97%, half a point apart.

    Newcombe by hand: Wilson limits 16.6% to 22.7% and 17.0% to 23.2% give -4.9 to 3.9 points.
    """
    found = side_by_side(evidence, PRACTICE, across=Across.YEAR, other="2024")
    assert found.bme is not None and found.bme.interval is not None
    assert round(found.bme.value * 100, 1) == -0.5
    assert (round(found.bme.interval.low, 3), round(found.bme.interval.high, 3)) == (-0.049, 0.039)
    assert "no clear difference" in words.side_sentences(found)[0]


def test_years_on_either_side_of_a_break_are_not_subtracted(evidence: Evidence) -> None:
    """Indicator 7: WRES 2021 left “don’t know” out, WRES 2025 does not."""
    view = View(org_code="ZZP", wres_year=2025, indicator=7)
    found = side_by_side(evidence, view, across=Across.YEAR, other="2021")
    assert found.apart is Apart.COUNTED_DIFFERENTLY and found.bme is None
    assert "counted differently, so no difference is given" in words.side_sentences(found)[0]


def test_a_band_is_not_tested_against_all_bands_that_hold_it(evidence: Evidence) -> None:
    """They share people; two bands that share none are compared."""
    found = side_by_side(evidence, PRACTICE, across=Across.BAND, other="1-4")
    assert found.apart is Apart.PART_OF_IT
    low = View(org_code="ZZP", wres_year=2025, indicator=8, band=Band.BANDS_1_4)
    parted = side_by_side(evidence, low, across=Across.BAND, other="5-vsm")
    assert parted.apart is None and parted.bme is not None and parted.bme.interval is not None


def test_two_ratios_are_shown_and_not_subtracted(evidence: Evidence) -> None:
    """Indicator 2 names who is on top on both sides."""
    view = View(org_code="ZZP", wres_year=2025, indicator=2)
    told = words.side_sentences(side_by_side(evidence, view, across=Across.YEAR, other="2024"))
    assert [line.startswith("WRES 202") for line in told] == [True, True, False]
    assert told[-1] == "Two ratios are not subtracted from each other."


def test_posts_have_no_likely_range(evidence: Evidence) -> None:
    """Indicator 1 is counted, not sampled."""
    view = View(org_code="ZZP", wres_year=2025, indicator=1)
    found = side_by_side(evidence, view, across=Across.YEAR, other="2024")
    assert found.bme is not None and found.bme.interval is None
    assert "counts of people, not a sample" in words.side_sentences(found)[-1]


def test_only_what_has_figures_is_offered(evidence: Evidence) -> None:
    """Manchester has one year and no bands; 158 other real trusts have survey 2024."""
    found = beside_options(evidence, MANCHESTER)
    assert set(found) == {Across.ORGANISATION}
    assert len(found[Across.ORGANISATION]) == 158
    assert Across.ORGANISATION not in beside_options(evidence, PRACTICE)
    assert beside_options(evidence, View(org_code="RRP", wres_year=2022, indicator=8)) == {}


def test_charts_can_begin_later_and_verdicts_stay(evidence: Evidence) -> None:
    """From 2023 three years are drawn; the trend still looks at all."""
    whole = explore(evidence, PRACTICE)
    later = within_years(whole, 2023)
    assert [gap.wres_year for gap in later.gaps] == [2023, 2024, 2025]
    assert len(later.yearly_benchmarks) == 3
    assert later.assessment == whole.assessment


def test_small_charts_are_bands_or_the_four_questions(evidence: Evidence) -> None:
    """The Practice Trust has bands; a trust with one year has none to draw."""
    bands = [band for _, band, _ in multiples(evidence, PRACTICE, 2020)]
    assert bands == [Band.BANDS_1_4, Band.BANDS_5_VSM, Band.MEDICAL]
    assert multiples(evidence, MANCHESTER, 2020) == ()
    assert multiples(evidence, View(org_code="ZZP", wres_year=2025, indicator=3), 2020) == ()


def test_the_board_of_a_trust_says_what_is_held(evidence: Evidence) -> None:
    """Manchester: percentages of indicators 5 to 8 for 2025 and nothing else."""
    board = year_board(evidence, "R0A")
    assert board.years == (2025,)
    held = [line[0] for line in board.held]
    assert held == [Held.NOTHING] * 4 + [Held.PERCENTAGES] * 4 + [Held.NOTHING]
    assert words.coverage_headline(board) == "4 of 9 indicators have a figure for WRES 2025"


def test_the_overview_has_every_organisation_by_name(evidence: Evidence) -> None:
    """160 organisations with something in 2025; only the Practice Trust has counts."""
    board = trust_board(evidence, 2025)
    assert len(board.organisations) == 160
    counted = [
        one.code
        for one, line in zip(board.organisations, board.held, strict=True)
        if Held.COUNTS in line
    ]
    assert counted == ["ZZP"]
    names = [one.name for one in board.organisations if not one.made_up]
    assert names == sorted(names)
