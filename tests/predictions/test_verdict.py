"""What came of one prediction: the change beyond the benchmark's, and why it cannot be told."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from tests.measures.building import BME, WHITE, Counted, benchmark, gap, likelihood, rate, row
from tests.predictions.by_hand import Limits, apart, difference, fixed, ratio_factor
from wres.measures import Gap, Likelihood, Rate, printed_likelihood, protected, representation_of
from wres.predictions import (
    Aim,
    Direction,
    Moved,
    Outcome,
    Prediction,
    Reach,
    Reading,
    Reason,
    Verdict,
    expected_by_chance,
    judge,
    still_clear,
)
from wres.terms import EthnicGroup, StaffGroup, Status, Unit

FELL: tuple[Counted, Counted] = ((180, 600), (120, 600))


def prediction(
    number: int = 8,
    aim: Aim = Aim.BME,
    direction: Direction = Direction.DOWN,
    *,
    size: float = 0.05,
    record: str = "a",
) -> Prediction:
    """Return a prediction from WRES 2024 to WRES 2025."""
    return Prediction(
        org_code="ABC",
        activity_id="one",
        activity="Reverse mentoring",
        indicator=number,
        aim=aim,
        direction=direction,
        size=size,
        base_year=2024,
        result_year=2025,
        record_id=record,
    )


def reading(
    figure: Rate | Gap | Likelihood,
    *values: float,
    base: int | None = None,
    groups: tuple[EthnicGroup, ...] = (BME, WHITE),
) -> Reading:
    """Return a figure with the benchmark's figures of its year."""
    unit = Unit.RATIO if isinstance(figure, Likelihood) else Unit.PROPORTION
    year = figure.wres_year
    beside = tuple(
        benchmark(figure.indicator, value, base=base, year=year, unit=unit, group=group)
        for value, group in zip(values, groups, strict=False)
    )
    return Reading(wres_year=year, figure=figure, beside=beside)


def two_rates(
    counted: tuple[Counted, Counted],
    beside: tuple[float, float] = (0.25, 0.25),
    *,
    number: int = 8,
    base: int | None = None,
) -> tuple[Reading, Reading]:
    """Return both years of BME staff with a benchmark beside them."""
    first, last = counted
    return (
        reading(rate(number, first, year=2024), beside[0], base=base),
        reading(rate(number, last, year=2025), beside[1], base=base),
    )


def close_to(found: Moved | None, expected: Limits) -> bool:
    """Return whether a change and its range are those worked out by hand, to nine decimals."""
    assert found is not None
    assert found.interval is not None
    given = (found.value, found.interval.low, found.interval.high)
    return given == pytest.approx(expected, abs=1e-9)


def test_a_clear_fall_beyond_a_fixed_benchmark_is_as_hoped() -> None:
    """30% to 20% of 600, the benchmark from 25% to 24%: nine points beyond it."""
    found = judge(prediction(), *two_rates(FELL, (0.25, 0.24)))
    own = difference(FELL[1], FELL[0])
    assert (found.outcome, found.reason, found.reach) == (Outcome.AS_HOPED, None, Reach.AS_FAR)
    assert close_to(found.own, own)
    assert close_to(found.beyond, apart(own, fixed(-0.01)))


def test_a_benchmark_with_a_base_brings_its_own_error() -> None:
    """Of 3,000 answers, five times the trust's: squared and added; of 12,000 it is fixed."""
    own = difference(FELL[1], FELL[0])
    small = judge(prediction(), *two_rates(FELL, (0.25, 0.24), base=3000))
    others = difference((720, 3000), (750, 3000))
    assert close_to(small.beyond, apart(own, others))
    assert close_to(small.others, others)
    large = judge(prediction(), *two_rates(FELL, (0.25, 0.24), base=12_000))
    assert close_to(large.beyond, apart(own, fixed(-0.01)))


@pytest.mark.parametrize(
    ("counted", "beside", "outcome", "reason"),
    [
        # It rose by ten points, and was to fall.
        (((120, 600), (180, 600)), (0.25, 0.25), Outcome.OTHER_WAY, None),
        # Two points of 600 are within chance.
        (((180, 600), (168, 600)), (0.25, 0.25), Outcome.CANNOT_TELL, Reason.WITHIN_CHANCE),
        # A clear fall, and the benchmark fell as much.
        (FELL, (0.35, 0.25), Outcome.CANNOT_TELL, Reason.OTHERS_TOO),
        # It stood still, and the benchmark alone moved.
        (((150, 600), (150, 600)), (0.25, 0.35), Outcome.CANNOT_TELL, Reason.ONLY_OTHERS),
        # It fell a little, and others fell by far more.
        (((150, 600), (144, 600)), (0.35, 0.24), Outcome.CANNOT_TELL, Reason.ONLY_OTHERS),
    ],
)
def test_each_outcome_against_the_benchmarks_own_movement(
    counted: tuple[Counted, Counted],
    beside: tuple[float, float],
    outcome: Outcome,
    reason: Reason | None,
) -> None:
    """The difference in differences decides, and never against what the figure itself did."""
    found = judge(prediction(), *two_rates(counted, beside))
    assert (found.outcome, found.reason) == (outcome, reason)


def test_higher_is_better_turns_nothing_round() -> None:
    """Indicator 7 was to rise and rose from 40% to 50%; a fall is the other way."""
    up = prediction(7, direction=Direction.UP)
    rose = two_rates(((240, 600), (300, 600)), number=7)
    fell = two_rates(((300, 600), (240, 600)), number=7)
    assert judge(up, *rose).outcome is Outcome.AS_HOPED
    assert judge(up, *fell).outcome is Outcome.OTHER_WAY


@pytest.mark.parametrize(
    ("size", "reach"),
    [(0.08, Reach.AS_FAR), (0.10, Reach.AS_FAR), (0.12, Reach.LESS), (0.2, Reach.CLEARLY_LESS)],
)
def test_as_hoped_and_how_far(size: float, reach: Reach) -> None:
    """A fall of 10 points, 5.1 to 14.9 likely: 12 is more, and 20 is outside the range."""
    found = judge(prediction(size=size), *two_rates(FELL))
    assert found.beyond is not None
    assert found.beyond.interval is not None
    assert found.beyond.interval.low == pytest.approx(-0.149, abs=0.001)
    assert found.reach is reach


def test_a_gap_narrows_beyond_the_gap_of_the_benchmark() -> None:
    """20 points of 8 fewer; the benchmark's gap narrowed by 1."""
    before, now = gap(8, (180, 600), (200, 2000), year=2024), gap(8, (120, 600), (200, 2000))
    found = judge(prediction(aim=Aim.GAP), reading(before, 0.25, 0.10), reading(now, 0.24, 0.10))
    first, last = (
        difference((180, 600), (200, 2000)),
        difference((120, 600), (200, 2000)),
    )
    own = apart(last, first)
    assert close_to(found.own, own)
    assert close_to(found.beyond, apart(own, fixed(-0.01)))
    assert found.outcome is Outcome.AS_HOPED


def test_a_gap_of_indicator_7_is_adverse_when_bme_staff_are_lower() -> None:
    """From 20 points lower to 10: the gap against BME staff narrowed, with the limits turned."""
    before, now = gap(7, (240, 600), (1200, 2000), year=2024), gap(7, (300, 600), (1200, 2000))
    found = judge(prediction(7, Aim.GAP), reading(before, 0.45, 0.60), reading(now, 0.45, 0.60))
    value, low, high = apart(
        difference((300, 600), (1200, 2000)), difference((240, 600), (1200, 2000))
    )
    assert close_to(found.own, (-value, -high, -low))
    assert found.outcome is Outcome.AS_HOPED


def test_a_ratio_moves_on_the_scale_of_logarithms() -> None:
    """Indicator 2, White over BME, from 2.00 to 1.25; the benchmark from 1.60 to 1.55."""
    before = likelihood(2, (100, 1000), (400, 2000), year=2024)
    now = likelihood(2, (160, 1000), (400, 2000))
    one = prediction(2, Aim.RATIO, size=0.9)
    found = judge(one, reading(before, 1.60), reading(now, 1.55))
    factor, low, high = ratio_factor(((400, 2000), (100, 1000)), ((400, 2000), (160, 1000)))
    others = 1.55 / 1.60
    assert close_to(found.own, (factor, low, high))
    assert close_to(found.beyond, (factor / others, low / others, high / others))
    # 2.00 to 1.10 was predicted, 0.55 times as much; 0.645 was reached, 0.50 to 0.83 is likely.
    assert (found.outcome, found.reach) == (Outcome.AS_HOPED, Reach.LESS)


def test_a_ratio_of_nobody_cannot_be_told() -> None:
    """Nobody in one group: no ratio now, or a ratio of nothing that has no logarithm."""
    whole = reading(likelihood(3, (20, 1000), (20, 2000), year=2024), 1.1)
    none_below = reading(likelihood(3, (20, 1000), (0, 2000)), 1.1)
    none_above = reading(likelihood(3, (0, 1000), (20, 2000)), 1.1)
    none_below = replace(none_below, status=Status.NOT_APPLICABLE)
    one = prediction(3, Aim.RATIO, size=0.5)
    assert judge(one, whole, none_below).reason is Reason.NO_RATIO
    assert judge(one, whole, none_above).reason is Reason.NO_RATIO


def test_small_counts_behind_a_ratio_show_no_range() -> None:
    """Six cases now: the verdict stands on a rounded error, and no range is told."""
    before = reading(likelihood(3, (60, 600), (60, 2000), year=2024), 1.1)
    few = protected(likelihood(3, (6, 600), (60, 2000)), 11)
    found = judge(prediction(3, Aim.RATIO, size=1.0), before, reading(few, 1.1))
    assert found.small_numbers
    assert found.outcome is Outcome.AS_HOPED
    assert [one and one.interval for one in (found.own, found.beyond)] == [None, None]


def test_printed_figures_are_never_called_clear() -> None:
    """30% to 20% without the number of responses, and 1.8 to 1.2 without counts."""
    first, last = rate(8, value=0.30, year=2024), rate(8, value=0.20)
    found = judge(prediction(), reading(first, 0.25), reading(last, 0.25))
    assert (found.outcome, found.reason) == (Outcome.CANNOT_TELL, Reason.NO_BASE)
    assert found.own is not None
    assert (round(found.own.value, 6), found.own.interval, found.p_value) == (-0.1, None, None)
    ratios = [
        printed_likelihood(row(2, EthnicGroup.ALL, year=year, value=value, unit=Unit.RATIO))
        for year, value in ((2024, 1.8), (2025, 1.2))
    ]
    one = prediction(2, Aim.RATIO, size=0.5)
    assert judge(one, *(reading(r, 1.5) for r in ratios)).reason is Reason.NO_BASE


def test_a_doubtful_figure_decides_nothing() -> None:
    """A published figure that is doubted is shown and never judged by."""
    first = rate(8, (180, 600), year=2024)
    last = rate(8, (120, 600), status=Status.DOUBTFUL)
    found = judge(prediction(), reading(first, 0.25), reading(last, 0.25))
    assert found.reason is Reason.DOUBTFUL


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (Status.HIDDEN, Reason.HIDDEN),
        (Status.BELOW, Reason.HIDDEN),
        (Status.ABOVE, Reason.HIDDEN),
        (Status.MISSING, Reason.MISSING),
        (Status.NOT_COLLECTED, Reason.MISSING),
    ],
)
def test_no_figure_says_why(status: Status, reason: Reason) -> None:
    """A hidden figure, one printed as a bound, and one nobody gave."""
    before, now = two_rates(FELL)
    bound = 0.14 if status in (Status.BELOW, Status.ABOVE) else None
    gone = replace(now, figure=rate(8, value=bound, status=status), status=status)
    found = judge(prediction(), before, gone)
    assert (found.outcome, found.reason) == (Outcome.CANNOT_TELL, reason)


def test_nothing_is_judged_across_a_break() -> None:
    """However clear the fall."""
    found = judge(prediction(), *two_rates(FELL), cut="Counted differently.")
    assert (found.outcome, found.reason, found.own) == (Outcome.CANNOT_TELL, Reason.BREAK, None)


def test_without_a_benchmark_of_both_years_a_clear_fall_stays_open() -> None:
    """It fell, and nobody can say whether it fell everywhere."""
    before, now = two_rates(FELL)
    found = judge(prediction(), replace(before, beside=()), now)
    assert (found.outcome, found.reason) == (Outcome.CANNOT_TELL, Reason.NO_BENCHMARK)
    assert close_to(found.own, difference(FELL[1], FELL[0]))


def _board(people: int, posts: int, year: int, workforce: Counted = (220, 1000)) -> Reading:
    seats = row(9, BME, (people, posts), year=year, staff_group=StaffGroup.BOARD)
    staff = row(1, BME, workforce, year=year)
    return Reading(wres_year=year, figure=representation_of(seats, staff))


@pytest.mark.parametrize(
    ("before", "now", "outcome", "reason"),
    [
        (_board(2, 14, 2024), _board(3, 14, 2025), Outcome.CANNOT_TELL, Reason.ONE_PERSON),
        (_board(2, 14, 2024), _board(4, 14, 2025), Outcome.AS_HOPED, None),
        (_board(4, 14, 2024), _board(2, 14, 2025), Outcome.OTHER_WAY, None),
        (_board(2, 14, 2024), _board(2, 14, 2025), Outcome.CANNOT_TELL, Reason.UNCHANGED),
        # A smaller board makes the share larger without any appointment.
        (_board(3, 14, 2024), _board(3, 12, 2025), Outcome.CANNOT_TELL, Reason.ONE_PERSON),
        # The workforce share alone moved.
        (
            _board(2, 14, 2024),
            _board(2, 14, 2025, (300, 1000)),
            Outcome.CANNOT_TELL,
            Reason.ONLY_OTHERS,
        ),
    ],
)
def test_posts_are_people_and_one_appointment_decides_nothing(
    before: Reading, now: Reading, outcome: Outcome, reason: Reason | None
) -> None:
    """A board of 14: two seats more are two people, one seat more is one."""
    found = judge(prediction(9, direction=Direction.UP), before, now)
    assert (found.outcome, found.reason, found.p_value) == (outcome, reason, None)


def test_the_p_value_and_the_verdict_never_disagree() -> None:
    """Of every count from 120 to 240 after 180 of 600: decided exactly where p is below 0.05."""
    for yes in range(120, 241):
        found = judge(prediction(), *two_rates(((180, 600), (yes, 600))))
        assert found.p_value is not None
        decided = found.outcome is not Outcome.CANNOT_TELL
        assert decided == (found.p_value < 0.05), yes


def test_many_predictions_are_allowed_for_together() -> None:
    """One clear fall (p of 0.00006) stays clear among ten; one that is barely clear does not."""
    found: list[Verdict] = [judge(prediction(record="sure"), *two_rates(FELL))]
    found.append(judge(prediction(record="barely"), *two_rates(((180, 600), (149, 600)))))
    found += [
        judge(prediction(record=f"still {i}"), *two_rates(((180, 600), (180, 600))))
        for i in range(8)
    ]
    assert found[1].outcome is Outcome.AS_HOPED
    assert found[1].p_value == pytest.approx(0.043, abs=0.003)
    assert still_clear(found) == {"sure"}
    # Ten tests at 0.025 each.
    assert expected_by_chance(found) == (10, 0.3)


def test_what_the_survey_could_have_seen_is_worked_out_from_both_years() -> None:
    """2.80 standard errors of the change: 0.30 and 0.20 of 600."""
    found = judge(prediction(), *two_rates(FELL))
    expected = (1.959964 + 0.841621) * math.sqrt(0.3 * 0.7 / 600 + 0.2 * 0.8 / 600)
    assert found.needed == pytest.approx(expected, abs=1e-6)
