"""The figures of ``wres.statistics`` against published ones, and what it refuses to work out."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.statistics_vectors import failure, load, main, mdc_two_prop_equal_n
from wres.errors import NotComputable
from wres.statistics import (
    Cases,
    Projection,
    YearsToParity,
    base_needed,
    benjamini_hochberg,
    binomial_test,
    cochran_armitage,
    design_effect,
    direct_standardised,
    disparity_ratio,
    fisher_test,
    funnel_limits,
    gap_against_whole,
    gap_change,
    gap_standard_error,
    gap_test,
    gap_trend,
    headcount_to_parity,
    katz_ratio,
    kitagawa_rates,
    mantel_haenszel,
    mover_ratio,
    newcombe_gap,
    one_case_reverses,
    overdispersed_limits,
    overdispersion,
    people_behind_gap,
    poisson_interval,
    pooled_score_test,
    power_two_proportions,
    projection,
    ratio_change,
    ratio_rounding_range,
    ratio_trend,
    score_test,
    seven_one_side,
    seven_point_trend,
    smallest_detectable_change,
    smallest_detectable_rise,
    spoken_years,
    standard_error_fpc,
    standardised_ratio,
    two_of_three,
    weighted_line,
    wilson,
    xmr_limits,
    years_to_parity,
)
from wres.statistics.estimates import Interval

PUBLIC = Path(__file__).parent / "data" / "stats_vectors_public.json"

IMPOSSIBLE: list[tuple[Any, Any]] = [
    (1, 0),
    (0, 0),
    (3, 2),
    (-1, 10),
    (1, -10),
    (math.nan, 10),
    (1, math.nan),
    (1, math.inf),
    (True, 10),
    (1, True),
    (None, 10),
    ("3", 10),
    (np.bool_(True), 10),
    (10**400, 10**401),
]


@pytest.mark.parametrize("vector", load(PUBLIC), ids=lambda vector: vector["id"])
def test_public_vector_is_reproduced(vector: dict[str, Any]) -> None:
    """Each published or independently computed figure comes back within its tolerance."""
    assert failure(vector) is None


def test_runner_counts_what_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong expectation is counted, and the run ends with 1."""
    vectors = (
        '{"vectors": [{"id": "a", "fn": "wilson_ci", "inputs": {"x": 1, "n": 0},'
        ' "expected": {"error": true}}, {"id": "b", "fn": "wilson_ci",'
        ' "inputs": {"x": 1, "n": 2}, "expected": {"p": 0.4}, "tol": {"abs": 0.01}}]}'
    )
    (tmp_path / "v.json").write_text(vectors, encoding="utf-8")
    assert main(str(tmp_path / "v.json")) == 1
    assert capsys.readouterr().out.endswith("1 passed, 1 failed\n")


@pytest.mark.parametrize(("x", "n"), IMPOSSIBLE)
def test_impossible_counts_are_refused(x: Any, n: Any) -> None:
    """No people, more than everybody, fewer than none, or not a number: one sentence, no figure."""
    with pytest.raises(NotComputable, match=r"^[A-Z].*\.$"):
        wilson(x, n)


@pytest.mark.parametrize("conf", [0, 1, 1.5, -0.95, math.nan, True, "0.95", None])
def test_impossible_confidence_is_refused(conf: Any) -> None:
    """A confidence must lie strictly between 0 and 1."""
    with pytest.raises(NotComputable):
        newcombe_gap(Cases(1, 10), Cases(2, 10), conf=conf)


def test_numpy_counts_give_the_same_answer() -> None:
    """Counts read from a table as NumPy integers are taken like any others."""
    assert wilson(np.int64(12), np.int32(150)) == wilson(12, 150)


def test_decimal_count_is_taken() -> None:
    """A count worked back from a percentage may be a decimal (0.445 of 1 in published data)."""
    found = wilson(0.445, 1)
    assert found.low < 0.445 < found.high


def test_nobody_of_fourteen_reaches_a_fifth() -> None:
    """0 of 14 gives exactly 0 to 21.5% (docs/method.md 1.1)."""
    found = wilson(0, 14)
    assert (found.low, round(found.high, 3)) == (0.0, 0.215)


def test_everybody_mirrors_nobody() -> None:
    """14 of 14 gives 78.5% to exactly 100%."""
    found = wilson(14, 14)
    assert (round(found.low, 3), found.high) == (0.785, 1.0)


@pytest.mark.parametrize("p0", [0, 1, -0.1, math.nan])
def test_score_test_needs_a_value_that_can_vary(p0: float) -> None:
    """A reference of 0 or 1 has no standard error."""
    with pytest.raises(NotComputable):
        score_test(1, 10, p0=p0)


def test_kent_and_medway_ratio_is_not_clear() -> None:
    """9 of 725 against 17 of 2,505 gives 0.83 to 4.05 (docs/method.md 1.3)."""
    found = mover_ratio(Cases(9, 3296 * 0.22), Cases(17, 3296 * 0.76))
    assert (round(found.low, 2), round(found.high, 2)) == (0.83, 4.05)
    assert not found.clear_of(1)


def test_ratio_with_no_cases_in_second_group_keeps_its_lower_limit() -> None:
    """5 of 56 over 0 of 29: the ratio is infinite, the lower limit is not."""
    found = mover_ratio(Cases(5, 56), Cases(0, 29))
    assert found.value == found.high == math.inf
    assert 0 < found.low < 1


def test_ratio_of_nothing_is_refused() -> None:
    """No cases in either group makes no ratio."""
    with pytest.raises(NotComputable, match="no cases in either group"):
        mover_ratio(Cases(0, 20), Cases(0, 30))


@pytest.mark.parametrize("pair", [(Cases(0, 9), Cases(1, 9)), (Cases(1, 9), Cases(0, 9))])
def test_log_ratio_needs_cases_in_both_groups(pair: tuple[Cases, Cases]) -> None:
    """The logarithm of nothing is refused."""
    with pytest.raises(NotComputable):
        katz_ratio(*pair)


def test_both_groups_at_zero_have_no_gap_and_an_honest_interval() -> None:
    """0% against 0% is a gap of 0 with a range round it."""
    found = newcombe_gap(Cases(0, 20), Cases(0, 20))
    assert found.value == 0
    assert round(found.high, 4) == 0.1611


@pytest.mark.parametrize("x", [0, 20])
def test_pooled_test_needs_something_to_vary(x: int) -> None:
    """Both at 0% or both at 100% leave nothing to test."""
    with pytest.raises(NotComputable):
        pooled_score_test(Cases(x, 20), Cases(x, 20))


def test_gap_test_is_exact_when_counts_are_few() -> None:
    """Three of four against one of four gives Fisher mid-P 18/70 (tea tasting)."""
    found = gap_test(Cases(3, 4), Cases(1, 4))
    assert found.exact
    assert found.p_value == pytest.approx(18 / 70)


def test_gap_test_is_normal_when_counts_are_many() -> None:
    """12 of 150 against 75 of 1,500 has expected cells above 5."""
    assert not gap_test(Cases(12, 150), Cases(75, 1500)).exact


def test_exact_tests_refuse_part_people() -> None:
    """A count worked back from a percentage has no exact test."""
    with pytest.raises(NotComputable, match="whole numbers"):
        fisher_test(Cases(1.5, 4), Cases(1, 4))


def test_board_of_fourteen_without_bme_members() -> None:
    """0 of 14 with a 22% workforce is 3.1% in that direction (docs/method.md 1.9)."""
    assert round(binomial_test(0, 14, p0=0.22).lower_tail, 3) == 0.031


def test_excess_is_counted_in_people() -> None:
    """12 of 150 against 5% is 4.5 people more, from 0.9 fewer to 12.8 more."""
    found = people_behind_gap(Cases(12, 150), Cases(75, 1500))
    assert [round(v, 1) for v in (found.value, found.low, found.high)] == [4.5, -0.9, 12.8]


def test_one_case_reverses_a_thin_difference() -> None:
    """2 of 20 against 1 of 20 turns round when one case moves."""
    assert one_case_reverses(Cases(2, 20), Cases(1, 19))


def test_one_case_does_not_reverse_a_thick_difference() -> None:
    """24 of 73 against 53 of 65 does not depend on one person."""
    assert not one_case_reverses(Cases(24, 73), Cases(53, 65))


def test_rounding_leaves_the_kent_ratio_open() -> None:
    """1.2% over 0.7% could be 1.53 to 1.92 (docs/method.md 1.3)."""
    found = ratio_rounding_range(1.2, 0.7)
    assert (round(found.low, 2), round(found.high, 2)) == (1.53, 1.92)


def test_rounding_range_of_a_printed_zero_has_no_top() -> None:
    """8.1% over 0.0% could be any size."""
    assert ratio_rounding_range(8.1, 0.0).high == math.inf


def test_gap_and_ratio_can_move_apart() -> None:
    """10%/5% to 16%/10% opens the gap to 6 points while the ratio falls from 2.0 to 1.6."""
    before, now = (Cases(50, 500), Cases(100, 2000)), (Cases(80, 500), Cases(200, 2000))
    change = gap_change(*before, bme_now=now[0], white_now=now[1])
    ratio = ratio_change(*before, first_now=now[0], second_now=now[1])
    assert change.value == pytest.approx(0.01)
    assert (ratio.before, ratio.now, ratio.estimate.value) == (2.0, 1.6, 0.8)


def test_gap_standard_error_is_never_zero() -> None:
    """0 of 10 against 10 of 10 uses 2/14 and 12/14 (docs/method.md 1.7)."""
    expected = math.sqrt(2 * (2 / 14) * (12 / 14) / 10)
    assert gap_standard_error(Cases(0, 10), Cases(10, 10)) == pytest.approx(expected)


def test_two_year_trend_has_no_departure() -> None:
    """Two years always lie on a straight line."""
    found = cochran_armitage([Cases(25, 200), Cases(24, 210)], [2022, 2023])
    assert found.p_departure is None
    assert found.chi2 == pytest.approx(pooled_score_test(Cases(25, 200), Cases(24, 210)).chi2)


@pytest.mark.parametrize(
    ("x", "years"), [([5], [2020]), ([5, 6], [2020, 2020]), ([0, 0], [2020, 2021]), ([5], [1, 2])]
)
def test_trend_without_years_or_variation_is_refused(x: list[int], years: list[int]) -> None:
    """One year, one year twice, nobody at all, or lists that do not match: no trend."""
    with pytest.raises(NotComputable):
        cochran_armitage([Cases(one, 100) for one in x], years)


@pytest.mark.parametrize("error", [0, -0.1, math.nan])
def test_line_needs_errors_above_zero(error: float) -> None:
    """A figure without a standard error cannot be weighted."""
    with pytest.raises(NotComputable):
        weighted_line([2020, 2021], [0.1, 0.2], errors=[0.01, error])


def test_gap_trend_follows_the_gap() -> None:
    """Gaps of 10, 8 and 6 points on equal bases fall by 2 points a year."""
    bme = [Cases(200, 1000), Cases(180, 1000), Cases(160, 1000)]
    line = gap_trend(bme, [Cases(100, 1000)] * 3, years=[2021, 2022, 2023])
    assert line.slope == pytest.approx(-0.02, abs=0.0005)


def test_ratio_trend_is_a_yearly_factor() -> None:
    """Ratios of 1, 2 and 4 double every year."""
    first = [Cases(10, 100), Cases(20, 100), Cases(40, 100)]
    line = ratio_trend(first, [Cases(10, 100)] * 3, years=[1, 2, 3])
    assert math.exp(line.slope) == pytest.approx(2)


def _closing(*gaps: float, error: float = 0.001) -> Projection:
    years = range(2024 - len(gaps), 2024)
    return projection(weighted_line(list(years), gaps, errors=[error] * len(gaps)))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (_closing(0.1, 0.09, 0.08, 0.07, 0.06), Projection.SHOWN),
        (_closing(0.1, 0.09, 0.08, 0.07), Projection.TOO_FEW_YEARS),
        (_closing(0.06, 0.07, 0.08, 0.09, 0.1), Projection.NOT_CLOSING_CLEARLY),
        (_closing(0.1, 0.09, 0.08, 0.07, 0.06, error=0.1), Projection.NOT_CLOSING_CLEARLY),
        (_closing(0.1, 0.07, 0.08, 0.05, 0.06), Projection.UNEVEN),
        (_closing(0.1, 0.099, 0.098, 0.097, 0.096, error=0.0001), Projection.TOO_FAR),
        (_closing(0.03, 0.02, 0.01, -0.01, -0.02), Projection.NO_GAP),
    ],
)
def test_projection_is_shown_only_when_earned(found: Projection, expected: Projection) -> None:
    """Five years, closing clearly, evenly and within 30 years; otherwise the reason (1.12)."""
    assert found is expected


def test_level_line_never_reaches_parity() -> None:
    """A line that does not move has no year of parity."""
    line = weighted_line([1, 2, 3], [0.1, 0.1, 0.1], errors=[0.01] * 3)
    found = years_to_parity(line)
    assert (found.years, found.bounded) == (None, False)


def test_spoken_years_round_limits_outwards() -> None:
    """9.4 years (5.9 to 17.1) is said as 9 (5 to 18)."""
    assert spoken_years(YearsToParity(9.4, Interval(5.9, 17.1))) == (9, 5, 18)


def test_unbounded_years_are_not_spoken() -> None:
    """Without a finite range nothing is said."""
    with pytest.raises(NotComputable):
        spoken_years(YearsToParity(9.4, None))


@pytest.mark.parametrize(
    ("x", "n", "target", "swap", "growth"),
    [
        (6, 30, 0.2, 0, 0),
        (6, 80, 0.2, 10, 13),
        (0, 10, 1, 10, None),
        (10, 10, 1, 0, 0),
        (5, 10, 0, 0, 0),
        (0, 3, 0.1, 1, 1),
    ],
)
def test_headcount_by_hand(x: int, n: int, target: float, swap: int, growth: int | None) -> None:
    """Posts still needed, worked out by counting."""
    found = headcount_to_parity(x, n, target=target)
    assert (found.swap, found.growth) == (swap, growth)


def test_target_below_one_person_is_marked() -> None:
    """20% of 4 posts is less than one person."""
    assert headcount_to_parity(0, 4, target=0.2).too_few_posts
    assert not headcount_to_parity(0, 5, target=0.2).too_few_posts


@pytest.mark.parametrize("target", [-0.1, 1.1, math.nan])
def test_impossible_target_is_refused(target: float) -> None:
    """A target share lies between 0 and 1."""
    with pytest.raises(NotComputable):
        headcount_to_parity(1, 10, target=target)


def test_disparity_ratio_with_an_empty_cell_is_approximate() -> None:
    """No BME staff above: one half is added to all four counts, (5.5/10.5) / (0.5/20.5)."""
    found = disparity_ratio(10, 5, bme_lower=20, bme_upper=0)
    assert (found.approximate, found.small_numbers) == (True, True)
    assert found.estimate.value == pytest.approx((5.5 / 10.5) / (0.5 / 20.5))


def test_disparity_ratio_with_few_people_is_marked() -> None:
    """Four people in a cell are small numbers, but not approximate."""
    found = disparity_ratio(10, 5, bme_lower=20, bme_upper=4)
    assert (found.approximate, found.small_numbers) == (False, True)


@pytest.mark.parametrize("counts", [(0, 0, 5, 5), (5, 5, 0, 0), (-1, 5, 5, 5)])
def test_disparity_ratio_needs_staff(counts: tuple[int, int, int, int]) -> None:
    """A group without staff, or a count below zero, has no disparity ratio."""
    with pytest.raises(NotComputable):
        disparity_ratio(counts[0], counts[1], bme_lower=counts[2], bme_upper=counts[3])


def test_benchmark_must_hold_the_organisation() -> None:
    """An organisation cannot be bigger than a benchmark that counts it."""
    with pytest.raises(NotComputable):
        gap_against_whole(Cases(10, 100), Cases(20, 100))
    with pytest.raises(NotComputable):
        gap_against_whole(Cases(10, 100), Cases(5, 1000))


def test_berkeley_odds_are_even_within_departments() -> None:
    """Admissions to Berkeley in 1973: the pooled odds ratio is 0.905 (docs/method.md 1.13)."""
    men = [(512, 825), (353, 560), (120, 325), (138, 417), (53, 191), (22, 373)]
    women = [(89, 108), (17, 25), (202, 593), (131, 375), (94, 393), (24, 341)]
    found = mantel_haenszel([Cases(*one) for one in men], [Cases(*one) for one in women])
    assert round(found.odds_ratio, 3) == 0.905


def test_pooled_ratio_survives_without_an_odds_ratio() -> None:
    """Everybody counted in every band: the ratio is 1 and there are no odds."""
    found = mantel_haenszel([Cases(9, 9)], [Cases(5, 5)])
    assert (found.risk_ratio.value, found.odds_ratio, found.risk_difference) == (1, None, 0)


def test_pooled_ratio_needs_cases() -> None:
    """No cases in one group of every band: no pooled ratio."""
    with pytest.raises(NotComputable):
        mantel_haenszel([Cases(0, 10)], [Cases(3, 10)])


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2], [1]])
def test_unusable_weights_are_refused(weights: list[float]) -> None:
    """Weights below zero, all zero, or too few cannot standardise."""
    with pytest.raises(NotComputable):
        direct_standardised([Cases(1, 10), Cases(2, 10)], weights)


def test_das_gupta_two_factors_sum_to_the_gap() -> None:
    """Shares in people and shares in parts give the same split: 0.1 = -0.035 + 0.135."""
    found = kitagawa_rates([0.75, 0.25], [0.2, 0.4], white_mix=[40, 60], white_rates=[0.15, 0.15])
    assert (found.gap, found.composition, found.rate) == pytest.approx((0.1, -0.035, 0.135))


def test_funnel_is_cut_off_at_the_ends() -> None:
    """A centre of 2% on 20 people cannot reach below 0."""
    assert funnel_limits(0.02, 20).action.low == 0


def test_overdispersion_needs_ten_organisations() -> None:
    """Nine organisations are too few (docs/method.md 1.14)."""
    with pytest.raises(NotComputable, match="10 organisations"):
        overdispersion([Cases(10, 100)] * 9)


def test_identical_organisations_are_not_overdispersed() -> None:
    """Ten organisations with one percentage differ by nothing, so the plain funnel stays."""
    found = overdispersion([Cases(10, 100)] * 10)
    assert found.tau2 == 0
    assert found.phi == pytest.approx(0, abs=1e-20)


def test_overdispersed_funnel_is_wider() -> None:
    """Real differences between organisations widen the limits."""
    narrow, wide = (overdispersed_limits(0.2, 300, tau2=tau2).action for tau2 in (0, 0.001))
    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize(
    ("n", "points", "decimals"),
    [
        (30, 31, 0),
        (50, 24, 0),
        (100, 16, 0),
        (200, 11, 0),
        (300, 9.0, 1),
        (500, 6.8, 1),
        (1000, 4.7, 1),
        (2000, 3.3, 1),
    ],
)
def test_detectable_rise_matches_the_printed_table(n: int, points: float, decimals: int) -> None:
    """A year-on-year rise from 15% that would be noticed, in points (docs/method.md 1.16)."""
    assert round(smallest_detectable_rise(0.15, n) * 100, decimals) == points


def test_smallest_rise_for_the_pooled_test_is_what_r_prints() -> None:
    """From 50% with 50 a group at 90% power: to 80.26% (R power.prop.test example).

    R stops its own search for the root within 0.00012.
    """
    found = mdc_two_prop_equal_n(p1=0.5, n_per_group=50, power=0.9)
    assert found["p2"] == pytest.approx(0.8026141, abs=1.2e-4)


@pytest.mark.parametrize(("n", "points"), [(100, 14.9), (300, 8.6), (1000, 4.7)])
def test_detectable_gap_change_matches_the_printed_table(n: int, points: float) -> None:
    """A change of the gap with five White answers to one BME answer, 15% and 7% (1.16)."""
    year = (Cases(0.15 * n, n), Cases(0.07 * 5 * n, 5 * n))
    assert round(smallest_detectable_change(*year, *year) * 100, 1) == points


def test_base_too_small_for_any_rise_is_said() -> None:
    """Two people cannot notice anything."""
    with pytest.raises(NotComputable):
        smallest_detectable_rise(0.5, 2)


def test_base_needed_is_what_r_prints() -> None:
    """50% against 75% at 90% power needs 76.7 in each group (R power.prop.test example)."""
    assert base_needed(0.5, 0.75, power=0.9) == pytest.approx(76.7, abs=0.06)


def test_power_of_no_difference_is_half_the_false_alarm_rate() -> None:
    """With nothing to find, one tail of the test lights up 2.5% of the time."""
    assert power_two_proportions(0.3, 50, p2=0.3, n2=80) == pytest.approx(0.025)


def test_no_events_have_an_upper_limit_of_3_69() -> None:
    """A count of 0 is 0 to 3.689 (Garwood)."""
    found = poisson_interval(0)
    assert (found.low, round(found.high, 3)) == (0, 3.689)


@pytest.mark.parametrize("expected", [0, -1, math.nan])
def test_standardised_ratio_needs_something_expected(expected: float) -> None:
    """Nothing expected, no ratio."""
    with pytest.raises(NotComputable):
        standardised_ratio(5, expected)


def test_false_discovery_rate_refuses_what_is_no_chance() -> None:
    """A p-value above 1 is not one."""
    with pytest.raises(NotComputable):
        benjamini_hochberg([0.1, 1.2])


def test_no_checks_need_no_adjusting() -> None:
    """A page without checks has nothing to adjust."""
    assert benjamini_hochberg([]) == ()


def test_design_effect_by_hand() -> None:
    """Weights 1, 1 and 2: 3 * 6 / 16."""
    assert design_effect([1, 1, 2]) == 1.125


def test_response_of_71_percent_nearly_halves_the_error() -> None:
    """At 71% response the factor is 0.54 (docs/method.md 1.18)."""
    assert standard_error_fpc(0.5, 710, population=1000) == pytest.approx(
        0.54 * math.sqrt(0.25 / 710), rel=0.005
    )


def test_screened_limits_drop_one_wild_step() -> None:
    """Steps of 1 and one of 100: screening leaves a typical step of 1."""
    values = [*[0, 1] * 6, 100]
    assert xmr_limits(values).limits.width == pytest.approx(2 * 2.66)


def test_fewer_than_twelve_points_give_trial_limits() -> None:
    """Eleven points are a trial, twelve are not."""
    assert xmr_limits(list(range(11))).trial
    assert not xmr_limits(list(range(12))).trial


@pytest.mark.parametrize(
    ("values", "flags"),
    [
        ([], []),
        ([1, 2, 3, 4, 5, 6], [0] * 6),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [0] * 7 + [1, 0]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], [0] * 7 + [-1, 0]),
        ([1, 2, 3, 3, 4, 5, 6], [0] * 7),
    ],
)
def test_seven_rising_or_falling(values: list[float], flags: list[int]) -> None:
    """The seventh point in a row carries the flag."""
    assert list(seven_point_trend(values)) == flags


@pytest.mark.parametrize("side", [1, -1])
def test_seven_on_one_side(side: int) -> None:
    """Eight points on one side flag the seventh and eighth."""
    assert list(seven_one_side([side] * 8 + [-side])) == [0] * 6 + [1, 1, 0]


def test_two_of_three_near_a_limit() -> None:
    """Two near the limit with one between flag all three; a change of side does not."""
    near = [0, 0, 1, 0, 1, 0, 0]
    assert list(two_of_three(near, [1] * 7)) == [0, 0, 1, 1, 1, 0, 0]
    assert list(two_of_three([1, 0, 1], [1, -1, 1])) == [0, 0, 0]
