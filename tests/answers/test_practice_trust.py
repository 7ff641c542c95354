"""The Practice Trust against its answer key: every planted concern, no other, and the numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wres.answers import (
    Cell,
    ConcernsAnswer,
    Evidence,
    View,
    areas_of_concern,
    concern_card,
    explore,
    gap_at,
    gather,
    peers,
    rate_at,
    representation_at,
    row_at,
    where_we_stand,
)
from wres.comparisons import BenchmarkComparison, GapComparison, TrendComparison
from wres.indicators import INDICATOR_7_BREAK_2021
from wres.library.shipped import load_shipped
from wres.measures import Representation, percent, rounded
from wres.results import Results
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Trigger

DATA = Path(__file__).parents[2] / "data"
KEY: dict[str, Any] = json.loads((DATA / "practice" / "answer_key.json").read_text("utf-8"))
YEARS = range(2020, 2026)
LATEST = {one["indicator"]: one for one in KEY["latest"]}
GROUPS = (EthnicGroup.BME, EthnicGroup.WHITE)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return gather(load_shipped(DATA), Results(), 0)


@pytest.fixture(scope="module")
def answer(evidence: Evidence) -> ConcernsAnswer:
    return areas_of_concern(evidence, View(org_code="ZZP", wres_year=2025))


def test_a_card_alone_is_the_one_among_all(evidence: Evidence) -> None:
    """Of an indicator that is a concern and of one that is none, a slide tells what a page does."""
    for number in (8, 9):
        view = View(org_code="ZZP", wres_year=2025, indicator=number)
        found = areas_of_concern(evidence, view, first=number)
        (card,) = (c for c in (*found.cards, found.asked_for) if c and c.measured.number == number)
        assert concern_card(evidence, view) == card


def test_every_planted_concern_is_found_in_order(answer: ConcernsAnswer) -> None:
    """5, 8, 2, 3, 9, 1: none is missed, none invented, the most urgent first."""
    assert [card.measured.number for card in answer.cards] == KEY["concerns_in_order"]
    assert all(card.is_computed for card in answer.cards)


def test_what_is_no_concern_was_looked_at(answer: ConcernsAnswer) -> None:
    """4, 6 and 7 have figures and raise nothing."""
    assert {one.indicator for one in answer.clear_of_concern} == {4, 6, 7}
    assert answer.without_figures == ()


def test_every_strength_equals_the_key(answer: ConcernsAnswer) -> None:
    """Clear, possible or in people, as planted."""
    found = {c.measured.number: c.assessment.strength.value for c in answer.cards if c.assessment}
    assert found == {n: LATEST[n]["strength"] for n in KEY["concerns_in_order"]}


@pytest.mark.parametrize("number", range(1, 10))
def test_both_answers_to_every_trigger_equal_the_key(evidence: Evidence, number: int) -> None:
    """Point and qualified, for each trigger that applies, and no trigger besides."""
    found = where_we_stand(evidence, View(org_code="ZZP", wres_year=2025))[number - 1].assessment
    assert found is not None
    assert {f.trigger.value for f in found.findings} == set(LATEST[number]["triggers"])
    for trigger, expected in LATEST[number]["triggers"].items():
        one = found.finding(Trigger(trigger))
        assert one is not None
        if isinstance(one.detail, Representation):
            assert (one.raised, one.tested) == (expected["point"] == "worse", False)
            continue
        assert isinstance(one.detail, BenchmarkComparison | TrendComparison | GapComparison)
        answers = {"point": one.detail.point.value, "qualified": one.detail.qualified.value}
        assert answers == expected


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("number", [5, 6, 7, 8])
def test_survey_figures_equal_the_key(evidence: Evidence, number: int, year: int) -> None:
    """Counts, percentages and gap of both groups, each of six years."""
    expected = KEY["indicators"][str(number)][str(year)]
    for group in GROUPS:
        found = rate_at(evidence, Cell(org_code="ZZP", indicator=number, group=group), year)
        key = expected[group.value]
        assert (found.numerator, found.base) == (key["numerator"], key["denominator"])
        assert found.value is not None
        assert percent(found.value) == key["rate_percent"]
    gap = gap_at(evidence, Cell(org_code="ZZP", indicator=number), year)
    assert gap.points == expected["gap_points"]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("number", [2, 3, 4])
def test_ratios_equal_the_key(evidence: Evidence, number: int, year: int) -> None:
    """At two decimals, or one where the numbers are small."""
    series = evidence.publication.likelihood_series("ZZP", number)
    (found,) = (one for one in series if one.wres_year == year)
    assert found.shown_ratio == KEY["indicators"][str(number)][str(year)]["ratio_as_shown"]


@pytest.mark.parametrize("year", YEARS)
def test_posts_equal_the_key(evidence: Evidence, year: int) -> None:
    """Bands 8a and above, and the board: points, and people to parity."""
    senior = KEY["indicators"]["1"][str(year)]["8a-vsm"]
    board = KEY["indicators"]["9"][str(year)]["board"]
    for number, key in ((1, senior), (9, board)):
        found = representation_at(evidence, Cell(org_code="ZZP", indicator=number), year)
        assert found is not None
        assert (found.people, found.posts) == (key["bme"], key["people"])
        assert (found.points, found.people_short) == (key["gap_points"], key["people_to_parity"])
        assert found.one_person_points == key["one_person_points"]


def test_the_small_ratio_gives_no_case_away(evidence: Evidence) -> None:
    """Nine cases of indicator 3 are on no row and in no likelihood."""
    rows = evidence.rows.where(org_code="ZZP", indicator=3, wres_year=2025)
    assert all((r.numerator, r.denominator, r.value) == (None, None, None) for r in rows)
    (found,) = (
        one for one in evidence.publication.likelihood_series("ZZP", 3) if one.wres_year == 2025
    )
    assert (found.bme, found.white, found.one_person_reverses) == (None, None, None)
    assert found.shown_interval is None


def test_small_survey_cells_are_not_published(evidence: Evidence) -> None:
    """No cell the key lists as under 11 is shown in a single band."""
    for number, cells in KEY["hidden_survey_cells"].items():
        for cell in cells:
            found = evidence.rows.where(
                org_code="ZZP",
                wres_year=2025,
                indicator=int(number),
                band=Band(cell["band"]),
                ethnic_group=EthnicGroup(cell["ethnic_group"]),
                status=Status.SHOWN,
            )
            assert found == ()


def test_no_published_survey_figure_has_a_small_base(evidence: Evidence) -> None:
    """Eleven or more in every cell of six years; a smaller one is left out, and not even marked."""
    rows = [row for row in evidence.rows.where(org_code="ZZP") if row.indicator in (5, 6, 7, 8)]
    places = {(row.wres_year, row.indicator) for row in rows}
    assert places == {(year, number) for year in range(2020, 2026) for number in (5, 6, 7, 8)}
    assert {row.status for row in rows} == {Status.SHOWN}
    assert min(row.denominator or 0 for row in rows) >= 11


def test_indicator_7_is_cut_where_the_key_says(evidence: Evidence) -> None:
    """Years up to WRES 2021 are not joined, and the reason is given."""
    found = where_we_stand(evidence, View(org_code="ZZP", wres_year=2025))[6].assessment
    assert found is not None
    one = found.finding(Trigger.TREND_IN_DECLINE)
    assert one is not None
    assert isinstance(one.detail, TrendComparison)
    assert min(one.detail.years) == KEY["indicator_7_break"]["last_without_dont_know"] + 1
    assert one.detail.break_reason == INDICATOR_7_BREAK_2021.reason


def test_indicator_7_has_no_trend_in_the_first_year_after_the_break(evidence: Evidence) -> None:
    """In 2022 there is one comparable year."""
    found = where_we_stand(evidence, View(org_code="ZZP", wres_year=2022))[6].assessment
    assert found is not None
    one = found.finding(Trigger.TREND_IN_DECLINE)
    assert one is not None
    assert isinstance(one.detail, TrendComparison)
    assert (one.raised, one.tested, one.detail.years) == (False, False, (2022,))


def test_the_plan_answers_what_the_key_says(answer: ConcernsAnswer) -> None:
    """1, 3, 5, 8 have an activity; 2 and 9 have none; the work on 6 answers no concern."""
    with_one = sorted(c.measured.number for c in answer.cards if c.activities)
    without = sorted(c.measured.number for c in answer.cards if not c.activities)
    assert with_one == KEY["action_plan"]["concerns_with_an_activity"]
    assert without == KEY["action_plan"]["concerns_without_an_activity"]
    unclaimed = {n for a in answer.unclaimed for n in a.indicators}
    assert sorted(unclaimed) == KEY["action_plan"]["answered_without_a_concern"]


def test_chance_is_counted(answer: ConcernsAnswer) -> None:
    """Four survey indicators by three, three ratios by two: 18 checks, 0.45 by chance."""
    assert (answer.checks, answer.by_chance) == (18, rounded(18 * 0.025, 1))


def test_a_figure_nobody_gave_is_missing_and_not_zero(evidence: Evidence) -> None:
    """The Practice Trust has no figures of 2015."""
    found = row_at(evidence, Cell(org_code="ZZP", indicator=8), 2015)
    assert (found.status, found.numerator, found.value) == (Status.MISSING, None, None)
    assert gap_at(evidence, Cell(org_code="ZZP", indicator=8), 2015).points is None


def test_exploring_a_band_keeps_to_that_band(evidence: Evidence) -> None:
    """Bands 1 to 4 now, and all bands beside each other."""
    found = explore(evidence, View(org_code="ZZP", wres_year=2025, band=Band.BANDS_1_4))
    assert found.now.bme.band is Band.BANDS_1_4
    assert all(gap.bme.staff_group is StaffGroup.ALL for gap in found.by_band)
    assert Band.BANDS_1_4 in {gap.bme.band for gap in found.by_band}


def test_years_after_the_view_play_no_part(evidence: Evidence) -> None:
    """Seen in 2023, the series ends in 2023."""
    found = explore(evidence, View(org_code="ZZP", wres_year=2023))
    assert [gap.wres_year for gap in found.gaps] == [2020, 2021, 2022, 2023]


def test_a_made_up_trust_is_never_among_real_ones(evidence: Evidence) -> None:
    """No real trust has the Practice Trust as a peer."""
    found = peers(evidence, View(org_code="R0A", wres_year=2025))
    assert "ZZP" not in {one.organisation.code for one in found.peers}
