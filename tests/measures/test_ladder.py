"""The ladder of indicator 1: rungs as published, steps that multiply, posts worked by hand."""

from __future__ import annotations

import itertools
import math

import pytest

from tests.measures.building import BME, UNKNOWN, WHITE, row
from wres.measures import Goal, Tier, disparities_of, goal_line, rung_of, rungs_of
from wres.publication import publish
from wres.results import Result
from wres.terms import Band, StaffGroup, Status

EVERYONE = row(1, BME, (275, 1000))


def band(place: Band, bme: int, white: int, unknown: int = 0, **more: StaffGroup) -> list[Result]:
    """Rows of three groups in one band."""
    posts = bme + white + unknown
    pairs = ((BME, bme), (WHITE, white), (UNKNOWN, unknown))
    return [row(1, group, (count, posts), band=place, **more) for group, count in pairs]


def published(*rows: list[Result]) -> tuple[Result, ...]:
    """Rows as anybody may see them."""
    return tuple(publish(itertools.chain(*rows)).rows)


def names(rows: tuple[Result, ...]) -> list[str]:
    """The rungs by code, lowest first."""
    found = rungs_of(rows, staff_group=StaffGroup.ALL, workforce=EVERYONE)
    return [rung.band.value for rung in found]


def test_single_bands_are_rungs_where_all_of_them_are_published() -> None:
    """Bands 2, 3, 5, 6 and 7 hold 11 of each group or more, so each is a rung of its own."""
    places = (Band.BAND_2, Band.BAND_3, Band.BAND_5, Band.BAND_6, Band.BAND_7)
    assert names(published(*(band(one, 30, 60, 12) for one in places))) == ["2", "3", "5", "6", "7"]


def test_a_hidden_band_makes_its_group_one_rung() -> None:
    """8 BME staff in 8b are hidden with 8a: the two are one rung of 30 of 100 posts."""
    rows = published(band(Band.BAND_8A, 22, 38), band(Band.BAND_8B, 8, 32))
    assert names(rows) == ["8a-8b"]
    (rung,) = rungs_of(rows, staff_group=StaffGroup.ALL, workforce=EVERYONE)
    assert (rung.bme, rung.posts, rung.white, rung.unknown) == (30, 100, 70, 0)


def test_every_post_stands_on_one_rung() -> None:
    """1,000 posts in nine bands and two medical grades are 1,000 posts on the ladder."""
    places = [b for b in Band if b.value in {"2", "3", "4", "5", "6", "7", "8a", "8c", "vsm"}]
    rows = published(
        *(band(one, 5 + 5 * i, 60, 3) for i, one in enumerate(places)),
        band(Band.CONSULTANT, 30, 50),
        band(Band.TRAINEE_GRADE, 20, 13),
    )
    found = rungs_of(rows, staff_group=StaffGroup.ALL, workforce=EVERYONE)
    given = sum(5 + 5 * i + 63 for i in range(len(places))) + 80 + 33
    assert sum(rung.posts or 0 for rung in found) == given
    assert found[-1].band is Band.MEDICAL and found[-1].posts == 113


def test_a_group_that_holds_more_than_its_shown_bands_stays_whole() -> None:
    """A trust gives 5 to 7 as 200 posts and band 5 as 90: the 110 others are on no other rung."""
    given = (*band(Band.BANDS_5_7, 60, 140), *band(Band.BAND_5, 30, 60))
    assert names(given) == ["5-7"]


def test_all_hidden_is_a_rung_that_says_so() -> None:
    """A hidden group keeps its place and gives neither people nor share."""
    hidden = [row(1, BME, band=Band.BANDS_5_7, base=40, status=Status.HIDDEN)]
    (rung,) = rungs_of(hidden, staff_group=StaffGroup.ALL, workforce=EVERYONE)
    assert rung.status is Status.HIDDEN and not rung.is_shown
    assert rung.bme is None and rung.share is None and rung.parity is None


def test_posts_to_parity_by_swap_and_by_growth() -> None:
    """12 of 86 at 27.5%: 23.65 - 12 = 11.65, so 12 change hands; 11.65 / 0.725 = 16.07, so 17."""
    rung = rung_of(band(Band.BANDS_8C_VSM, 12, 70, 4), Band.BANDS_8C_VSM, workforce=EVERYONE)
    assert rung.parity is not None
    assert (rung.parity.swap, rung.parity.growth) == (12, 17)
    assert (12 + 12) / 86 >= 0.275 > (12 + 11) / 86
    assert (12 + 17) / (86 + 17) >= 0.275 > (12 + 16) / (86 + 16)


def test_shares_with_and_without_unknown() -> None:
    """990 of 7,422 is 13.3%; of the 7,297 whose ethnicity is known it is 13.6%."""
    rung = rung_of(band(Band.ALL, 990, 6307, 125), Band.ALL, workforce=None)
    assert round(100 * (rung.share or 0), 1) == 13.3
    assert round(100 * (rung.share_of_known or 0), 1) == 13.6
    assert round(100 * (rung.unknown_share or 0), 1) == 1.7


def test_a_majority_bme_trust_needs_no_posts_where_it_is_above() -> None:
    """60 of 100 beside a workforce of 55%: no post is short, and nothing falls below zero."""
    workforce = row(1, BME, (550, 1000))
    rung = rung_of(band(Band.BAND_5, 60, 40), Band.BAND_5, workforce=workforce)
    assert rung.parity is not None and (rung.parity.swap, rung.parity.growth) == (0, 0)


LADDER = (
    band(Band.BAND_2, 200, 400),
    band(Band.BAND_5, 100, 200),
    band(Band.BAND_6, 60, 240),
    band(Band.BAND_7, 40, 160),
    band(Band.BAND_8A, 20, 130),
    band(Band.BAND_9, 12, 30),
)


def test_disparity_steps_worked_by_hand() -> None:
    """Lower 300 and 600, middle 100 and 400, upper 32 and 160: 2.0, then 1.25, together 2.5."""
    found = disparities_of(published(*LADDER), staff_group=StaffGroup.ALL)
    assert found is not None and not found.merged and found.multiplies
    first, second, whole = (step.ratio.estimate for step in found.steps)
    assert first.value == pytest.approx(2.0, abs=1e-12)
    assert second.value == pytest.approx(1.25, abs=1e-12)
    assert whole.value == pytest.approx(2.5, abs=1e-12)
    # Woolf: ln 2 +- 1.959964 sqrt(1/600 + 1/400 + 1/300 + 1/100).
    reach = 1.959964 * math.sqrt(1 / 600 + 1 / 400 + 1 / 300 + 1 / 100)
    assert first.interval.low == pytest.approx(2 * math.exp(-reach), rel=1e-6)
    assert first.interval.high == pytest.approx(2 * math.exp(reach), rel=1e-6)


def test_steps_multiply_exactly_for_any_people() -> None:
    """Over 200 made ladders the two steps multiply to the whole way to the last digits."""
    for seed in range(200):
        counts = [20 + (seed * 37 + place * 101) % 400 for place in range(6)]
        rows = published(
            band(Band.BAND_3, counts[0], counts[1]),
            band(Band.BAND_5, 30, 40),
            band(Band.BAND_6, 30, 40),
            band(Band.BAND_7, counts[2], counts[3]),
            band(Band.BAND_8B, counts[4], counts[5]),
        )
        found = disparities_of(rows, staff_group=StaffGroup.ALL)
        assert found is not None
        first, second, whole = (step.ratio.estimate.value for step in found.steps)
        assert first * second == pytest.approx(whole, rel=1e-12)


def test_hidden_single_bands_fall_back_to_the_published_groups() -> None:
    """Band 7 holds 5 BME staff: with band 5 or 6 hidden, tiers are 1-4, 5-7 and 8a up."""
    rows = published(
        band(Band.BAND_2, 200, 400),
        band(Band.BAND_5, 100, 200),
        band(Band.BAND_6, 60, 240),
        band(Band.BAND_7, 5, 160),
        band(Band.BAND_8A, 20, 130),
    )
    found = disparities_of(rows, staff_group=StaffGroup.ALL)
    assert found is not None and found.merged
    lower, middle = found.steps[0].start, found.steps[0].end
    assert (lower.tier, lower.bme, lower.white) == (Tier.LOWER, 200, 400)
    assert (middle.bme, middle.white) == (165, 600)


def test_a_band_in_no_published_sum_is_never_taken_for_empty() -> None:
    """With 1-4 and 8a up alone there is no middle, and no ratio is made up."""
    given = [*band(Band.BANDS_1_4, 200, 400), *band(Band.BANDS_8A_VSM, 20, 130)]
    assert disparities_of(given, staff_group=StaffGroup.ALL) is None


def test_nobody_at_the_top_is_approximate_and_does_not_multiply() -> None:
    """0 BME staff at 8a and above: a half is added, the ratio is marked, the product is off."""
    rows = published(*LADDER[:4], band(Band.BAND_8A, 0, 130))
    found = disparities_of(rows, staff_group=StaffGroup.ALL)
    assert found is not None and not found.multiplies
    assert [step.ratio.approximate for step in found.steps] == [False, True, True]
    assert found.steps[2].ratio.estimate.value == pytest.approx((130.5 / 600.5) / (0.5 / 300.5))


def test_a_straight_line_to_a_goal() -> None:
    """42 of 318 to 28% in five years: 52, 61, 71, 80 and 90 posts, 48 more than now."""
    rung = rung_of(band(Band.BANDS_8A_VSM, 42, 263, 13), Band.BANDS_8A_VSM, workforce=EVERYONE)
    line = goal_line(rung, Goal(band=Band.BANDS_8A_VSM, share=0.28, year=2030), 2025)
    assert line is not None and not line.is_reached
    assert [step.people for step in line.steps] == [52, 61, 71, 80, 90]
    assert line.steps[-1].more == 48 and line.steps[-1].share == pytest.approx(0.28)


def test_a_goal_that_is_reached_asks_for_nobody_to_go() -> None:
    """A goal below today's share takes no step down in people."""
    rung = rung_of(band(Band.BANDS_8A_VSM, 42, 258), Band.BANDS_8A_VSM, workforce=EVERYONE)
    line = goal_line(rung, Goal(band=Band.BANDS_8A_VSM, share=0.10, year=2027), 2025)
    assert line is not None and line.is_reached
    assert [step.more for step in line.steps] == [0, 0]


def test_no_line_without_people_or_years() -> None:
    """A hidden band, or a goal in the past, has no line."""
    hidden = rung_of([], Band.BANDS_8A_VSM, workforce=EVERYONE)
    goal = Goal(band=Band.BANDS_8A_VSM, share=0.28, year=2025)
    shown = rung_of(band(Band.BANDS_8A_VSM, 42, 258), Band.BANDS_8A_VSM, workforce=EVERYONE)
    assert goal_line(hidden, goal, 2020) is None
    assert goal_line(shown, goal, 2025) is None
