"""The flags and what they add up to: raised, clear, how firm, and in which order."""

from __future__ import annotations

import pytest

from tests.measures.building import (
    BME,
    benchmark,
    gap,
    likelihood,
    printed_gap,
    rate,
    row,
)
from wres.benchmarks import NoBenchmark
from wres.concerns import (
    Assessment,
    Strength,
    assess_likelihood,
    assess_representation,
    assess_survey,
    expected_by_chance,
    in_order,
)
from wres.measures import Gap, gap_between, rate_of, representation_of
from wres.terms import StaffGroup, Status, Trigger, Unit

NONE = NoBenchmark(label="England", wres_year=2025, reason="There is none.")
FLAGS = (
    Trigger.WORSE_THAN_BENCHMARK,
    Trigger.TREND_IN_DECLINE,
    Trigger.DIFFERENTIAL_OPENING,
)


def flags(found: Assessment | None) -> tuple[tuple[bool, bool], ...]:
    """Return (raised, clear) for each trigger, in the plan's order."""
    assert found is not None
    answers = (found.finding(trigger) for trigger in FLAGS)
    return tuple((one.raised, one.clear) for one in answers if one is not None)


def two_years(number: int, *counted: tuple[tuple[int, int], tuple[int, int]]) -> tuple[Gap, ...]:
    first = 2026 - len(counted)
    return tuple(gap(number, b, w, year=first + i) for i, (b, w) in enumerate(counted))


def test_all_three_flags_can_be_raised_and_clear() -> None:
    """Worse than 15%, three rising years, and a gap that jumps."""
    white = (100, 1000)
    series = two_years(8, ((100, 1000), white), ((150, 1000), white), ((300, 1000), white))
    found = assess_survey(series, benchmark(8, 0.15))
    assert flags(found) == ((True, True),) * 3
    assert found is not None
    assert (found.is_concern, found.strength, found.checks) == (True, Strength.CLEAR, 3)


def test_worse_on_the_figures_only_is_possible() -> None:
    """16 of 100 against 15%, one year: raised, tested, not clear."""
    found = assess_survey((gap(8, (16, 100), (10, 100)),), benchmark(8, 0.15))
    assert flags(found) == ((True, False), (False, False), (False, False))
    assert found is not None
    assert (found.strength, found.checks) == (Strength.POSSIBLE, 1)


def test_without_counts_a_concern_is_not_tested() -> None:
    """16.1% against 15.7%, percentages only: raised, and nobody can say how firm."""
    found = assess_survey((printed_gap(8, 0.161, 0.066),), benchmark(8, 0.157))
    assert flags(found) == ((True, False), (False, False), (False, False))
    assert found is not None
    assert (found.strength, found.checks, found.people) == (Strength.NOT_TESTED, 0, None)


@pytest.mark.parametrize(
    ("now", "raised"), [((105, 1000), (False, False)), ((150, 1000), (True, True))]
)
def test_two_years_raise_a_trend_only_when_clear(
    now: tuple[int, int], raised: tuple[bool, bool]
) -> None:
    """Half of all unchanged trusts are worse than last year; 10.0% to 15.0% is more than that."""
    white = (100, 1000)
    found = assess_survey(two_years(8, ((100, 1000), white), (now, white)), NONE)
    assert flags(found)[1] == raised


def test_two_printed_years_raise_no_trend() -> None:
    """Without counts a worse year is never a trend."""
    series = (printed_gap(8, 0.1, 0.05, year=2024), printed_gap(8, 0.3, 0.05, year=2025))
    found = assess_survey(series, NONE)
    assert flags(found) == ((False, False), (False, False), (True, False))


def test_a_clear_decline_with_a_better_last_year_is_not_raised() -> None:
    """10%, 20%, 19%: clear over the years, and the printed rule does not light up."""
    white = (100, 1000)
    series = two_years(8, ((100, 1000), white), ((200, 1000), white), ((190, 1000), white))
    found = assess_survey(series, NONE)
    assert flags(found)[1] == (False, True)
    assert found is not None
    assert found.strength is Strength.NONE


def test_a_gap_in_favour_of_bme_staff_raises_no_opening() -> None:
    """From -5.0 to -2.0 points “opens”, and BME staff are still better off."""
    series = (printed_gap(8, 0.05, 0.10, year=2024), printed_gap(8, 0.08, 0.10, year=2025))
    found = assess_survey(series, NONE)
    assert flags(found)[2] == (False, False)


def test_a_hidden_year_raises_nothing() -> None:
    """What happened before a hidden figure is not a concern about this year."""
    white = (100, 1000)
    earlier = (
        gap(8, (100, 1000), white, year=2022),
        gap(8, (200, 1000), white, year=2023),
        gap(8, (300, 1000), white, year=2024),
    )
    hidden = gap_between(rate_of(row(8, BME, status=Status.HIDDEN)), rate(8, (1, 100)))
    found = assess_survey((*earlier, hidden), benchmark(8, 0.1))
    assert flags(found) == ((False, False),) * 3
    assert found is not None
    assert not found.has_figure


def test_nothing_given_is_no_assessment() -> None:
    """No rows, no verdict."""
    assert assess_survey((), NONE) is None
    assert assess_likelihood((), NONE) is None
    assert assess_representation(None) is None


@pytest.mark.parametrize(("bme", "raised"), [((200, 1000), True), ((100, 1000), False)])
def test_a_ratio_at_or_below_one_raises_nothing(bme: tuple[int, int], raised: bool) -> None:
    """2.0 against 0.8 is a concern; 1.0 against 0.8 is not: BME staff are not disadvantaged."""
    found = assess_likelihood(
        (likelihood(3, bme, (100, 1000)),), benchmark(3, 0.8, unit=Unit.RATIO)
    )
    assert flags(found)[0][0] is raised


def test_a_falling_disadvantage_of_white_staff_is_no_decline() -> None:
    """0.5, 0.6, 0.7 moves up and stays below 1."""
    series = tuple(
        likelihood(3, (x, 2000), (200, 2000), year=2023 + i) for i, x in enumerate((100, 120, 140))
    )
    assert flags(assess_likelihood(series, NONE))[1] == (False, False)


def test_a_ratio_above_one_that_rises_is_a_decline() -> None:
    """1.0, 1.5, 2.5 over three years, clearly."""
    series = tuple(
        likelihood(3, (x, 2000), (100, 2000), year=2023 + i) for i, x in enumerate((100, 150, 250))
    )
    assert flags(assess_likelihood(series, NONE))[1] == (True, True)


def board(people: int, posts: int) -> Assessment:
    found = assess_representation(
        representation_of(
            row(9, BME, (people, posts), staff_group=StaffGroup.BOARD), row(1, BME, (275, 1000))
        )
    )
    assert found is not None
    return found


def test_too_few_on_the_board_is_a_concern_in_people() -> None:
    """1 of 13 against 27.5%: raised, never called clear, never tested."""
    found = board(1, 13)
    assert (found.is_concern, found.strength, found.checks) == (True, Strength.IN_PEOPLE, 0)


def test_a_shortfall_of_part_of_a_post_is_one_person() -> None:
    """27.5% of 13 is 3.6: with three on the board one is missing, with four none."""
    assert board(3, 13).is_concern
    assert not board(4, 13).is_concern


def test_the_order_is_clear_flags_then_raised_then_size() -> None:
    """Two clear before one clear, wider before narrower, people last."""
    white = (100, 1000)
    one_clear = assess_survey((gap(8, (300, 1000), white),), benchmark(8, 0.15))
    narrower = assess_survey((gap(6, (250, 1000), white),), benchmark(6, 0.15))
    possible = assess_survey((gap(5, (16, 100), (10, 100)),), benchmark(5, 0.15))
    two_clear = assess_survey(
        two_years(5, ((100, 1000), white), ((200, 1000), white)), benchmark(5, 0.15)
    )
    given = [one for one in (board(1, 13), possible, narrower, one_clear, two_clear) if one]
    assert list(in_order(given)) == [two_clear, one_clear, narrower, possible, given[0]]


def test_chance_alone_lights_up_one_check_in_forty() -> None:
    """Twelve checks, 0.3 by chance."""
    white = (100, 1000)
    series = two_years(8, ((100, 1000), white), ((150, 1000), white), ((300, 1000), white))
    found = assess_survey(series, benchmark(8, 0.15))
    assert found is not None
    assert expected_by_chance([found] * 4) == (12, 0.3)


def test_with_nothing_to_judge_by_no_concern_is_not_claimed() -> None:
    """One year, no benchmark: that no concern was found would be a promise nobody can keep."""
    found = assess_survey((printed_gap(8, 0.16, 0.07),), NONE)
    assert found is not None
    assert (found.is_concern, found.strength) == (False, Strength.CANNOT_TELL)
