"""What must hold for every set of counts, whatever the numbers are (docs/method.md, section 3)."""

from __future__ import annotations

import math
from itertools import product
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from wres.statistics import (
    Cases,
    FunnelPosition,
    benjamini_hochberg,
    clear_side,
    cochran_armitage,
    direct_standardised,
    disparity_ratio,
    funnel_limits,
    funnel_position,
    gap_change,
    headcount_to_parity,
    kitagawa,
    mantel_haenszel,
    mover_ratio,
    newcombe_gap,
    overdispersion,
    ratio_change,
    score_test,
    standardised_gap,
    weighted_line,
    wilson,
    z_of,
)

# Where a value lies on a limit to within this, two ways of writing one formula may round apart.
SLIVER = 1e-12


@some.composite
def cases(draw: some.DrawFn, *, least: int = 0) -> Cases:
    """Return any count of any base up to 5,000."""
    n = draw(some.integers(max(1, least), 5000))
    return Cases(draw(some.integers(least, n)), n)


@some.composite
def decimal_cases(draw: some.DrawFn) -> Cases:
    """Return a count worked back from a percentage: a decimal number of people."""
    n = draw(some.integers(1, 5000))
    return Cases(draw(some.floats(0, 1)) * n, n)


@some.composite
def bands(draw: some.DrawFn) -> tuple[list[Cases], list[Cases]]:
    """Return the counts of two groups in one to six bands, with a case somewhere in each."""
    size = draw(some.integers(1, 6))
    groups = [[draw(cases()) for _ in range(size - 1)] + [draw(cases(least=1))] for _ in "bw"]
    return groups[0], groups[1]


years = some.lists(some.integers(2015, 2030), min_size=2, max_size=8, unique=True)


@given(cases(), cases())
def test_swapping_groups_negates_the_gap(one: Cases, two: Cases) -> None:
    """White minus BME is the same gap with the sign turned, limits included, to the last digit."""
    there, back = newcombe_gap(one, two), newcombe_gap(two, one)
    assert (there.value, there.low, there.high) == (-back.value, -back.high, -back.low)


@given(cases(least=1), cases(least=1))
def test_swapping_groups_inverts_the_ratio(one: Cases, two: Cases) -> None:
    """White over BME is one over BME over White, limits included."""
    there, back = mover_ratio(one, two), mover_ratio(two, one)
    assert there.value == pytest.approx(1 / back.value)
    assert there.low == pytest.approx(1 / back.high, rel=1e-6)
    assert there.high == pytest.approx(1 / back.low, rel=1e-6)


def _agree(one: Cases, two: Cases) -> bool:
    gap, ratio = newcombe_gap(one, two), mover_ratio(one, two)
    return (gap.low > 0, gap.high < 0) == (ratio.low > 1, ratio.high < 1)


@given(some.one_of(cases(), decimal_cases()), some.one_of(cases(), decimal_cases()))
def test_gap_and_ratio_never_disagree(one: Cases, two: Cases) -> None:
    """The gap leaves out 0 exactly when the ratio leaves out 1, on the same side: no sliver."""
    assume(one.x + two.x > 0)
    assert _agree(one, two)


def test_gap_and_ratio_agree_in_every_small_table() -> None:
    """All two-by-two tables with bases up to 14, the empty ones apart."""
    groups = [Cases(x, n) for n in range(1, 15) for x in range(n + 1)]
    assert all(_agree(a, b) for a, b in product(groups, groups) if a.x + b.x > 0)


@given(decimal_cases(), some.floats(0.01, 0.99))
def test_gap_and_ratio_agree_at_the_edge_itself(two: Cases, conf: float) -> None:
    """Agreement holds at the count where the verdict turns, found by bisection on decimals."""
    low, high = two.rate * 1000, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        clear = newcombe_gap(Cases(middle, 1000), two, conf=conf).low > 0
        low, high = (low, middle) if clear else (middle, high)
    for edge in (low, high):
        one = Cases(edge, 1000)
        assume(one.x + two.x > 0)
        gap, ratio = newcombe_gap(one, two, conf=conf), mover_ratio(one, two, conf=conf)
        assert (gap.low > 0) == (ratio.low > 1)


@given(cases(least=1), cases(least=1))
def test_ratio_limits_are_not_moved_beyond_rounding(one: Cases, two: Cases) -> None:
    """Making the verdicts agree moves no limit by more than rounding: MOVER-R solved directly.

    A limit t of the ratio is where the square-and-add interval of p1 - t p2 touches zero.
    """
    ratio = mover_ratio(one, two)
    first, second = wilson(one.x, one.n), wilson(two.x, two.n)
    for t, a, b in (
        (ratio.low, first.low, second.high),
        (ratio.high, first.high, second.low),
    ):
        touch = (first.value - t * second.value) ** 2
        reach = (first.value - a) ** 2 + t * t * (second.value - b) ** 2
        scale = first.value**2 + (t * second.value) ** 2
        assert touch == pytest.approx(reach, abs=1e-9 * scale)


@given(cases(), some.floats(0.001, 0.999))
def test_inside_the_funnel_is_wilson_holding_the_centre(one: Cases, centre: float) -> None:
    """The drawn limits, the position and the Wilson interval tell one story.

    A percentage within rounding of a drawn limit is left out: the limit is a square root and
    may round either way, while position and Wilson interval agree always.
    """
    position = funnel_position(one.x, one.n, centre=centre)
    holds = wilson(one.x, one.n).interval.contains(centre)
    assert (position is FunnelPosition.WITHIN) == holds
    drawn = funnel_limits(centre, one.n).warning
    assume(min(abs(one.rate - drawn.low), abs(one.rate - drawn.high)) > SLIVER)
    assert drawn.contains(one.rate) == holds


@given(cases(), some.floats(0.001, 0.999))
def test_score_test_and_wilson_give_one_verdict(one: Cases, centre: float) -> None:
    """|z| above 1.96 is the same as an interval that leaves out the value."""
    z = score_test(one.x, one.n, p0=centre).z
    assume(abs(abs(z) - z_of(0.95)) > 1e-9)
    assert (abs(z) > z_of(0.95)) == wilson(one.x, one.n).clear_of(centre)


@given(cases(), cases())
def test_identical_years_have_no_change(bme: Cases, white: Cases) -> None:
    """The same counts twice: the gap changed by 0, and the range holds 0."""
    change = gap_change(bme, white, bme_now=bme, white_now=white)
    assert change.value == 0
    assert change.interval.contains(0)


@given(cases(least=1), cases(least=1))
def test_identical_years_keep_the_ratio(bme: Cases, white: Cases) -> None:
    """The same counts twice: the ratio changed by a factor of 1."""
    assert ratio_change(bme, white, first_now=bme, second_now=white).estimate.value == 1


@given(some.lists(some.integers(1, 5000), min_size=6, max_size=6))
def test_two_steps_up_the_ladder_multiply(staff: list[int]) -> None:
    """Lower to upper is lower to middle times middle to upper."""
    wl, wm, wu, bl, bm, bu = staff
    whole = disparity_ratio(wl, wu, bme_lower=bl, bme_upper=bu).estimate.value
    first = disparity_ratio(wl, wm, bme_lower=bl, bme_upper=bm).estimate.value
    second = disparity_ratio(wm, wu, bme_lower=bm, bme_upper=bu).estimate.value
    assert whole == pytest.approx(first * second, rel=1e-12)


@given(bands())
def test_kitagawa_parts_sum_to_the_gap(groups: tuple[list[Cases], list[Cases]]) -> None:
    """Where people work plus what happens within bands is the whole gap."""
    bme, white = groups
    split = kitagawa(bme, white)
    crude = sum(b.x for b in bme) / sum(b.n for b in bme) - sum(w.x for w in white) / sum(
        w.n for w in white
    )
    assert split.composition + split.rate == pytest.approx(split.gap, abs=SLIVER)
    assert split.gap == pytest.approx(crude, abs=SLIVER)


@given(bands(), some.integers(1, 5))
def test_equal_composition_needs_no_standardising(
    groups: tuple[list[Cases], list[Cases]], times: int
) -> None:
    """When both groups are spread over bands alike, the standardised gap is the crude one."""
    bme = groups[0]
    white = [Cases(b.n - b.x, b.n * times) for b in bme]
    split = kitagawa(bme, white)
    assert split.composition == pytest.approx(0, abs=SLIVER)
    assert standardised_gap(bme, white).value == pytest.approx(split.gap, abs=SLIVER)


@given(some.lists(some.floats(0, 1), max_size=40))
def test_adjusted_p_values_keep_order_and_never_fall(p_values: list[float]) -> None:
    """Adjusting makes no check stronger and swaps no two."""
    adjusted = benjamini_hochberg(p_values)
    assert all(after >= before for before, after in zip(p_values, adjusted, strict=True))
    assert all(after <= 1 for after in adjusted)
    for p, a in zip(p_values, adjusted, strict=True):
        assert all(a <= b for q, b in zip(p_values, adjusted, strict=True) if p <= q)


@given(cases(), cases())
def test_doubling_counts_narrows_every_interval(one: Cases, two: Cases) -> None:
    """Twice the answers with the same percentages: narrower percentage and gap."""
    more, other = Cases(2 * one.x, 2 * one.n), Cases(2 * two.x, 2 * two.n)
    assert wilson(more.x, more.n).interval.width < wilson(one.x, one.n).interval.width
    assert newcombe_gap(more, other).interval.width < newcombe_gap(one, two).interval.width


@given(cases(least=1), cases(least=1))
def test_doubling_counts_narrows_the_ratio(one: Cases, two: Cases) -> None:
    """Twice the answers with the same percentages: the ratio's limits both move inwards."""
    found = mover_ratio(one, two)
    more = mover_ratio(Cases(2 * one.x, 2 * one.n), Cases(2 * two.x, 2 * two.n))
    assert found.low < more.low < more.high < found.high


@given(some.one_of(cases(), decimal_cases()))
def test_complement_mirrors_wilson(one: Cases) -> None:
    """Those who said no have the mirror image of the interval of those who said yes."""
    yes, no = wilson(one.x, one.n), wilson(one.n - one.x, one.n)
    assert (yes.low, yes.high) == pytest.approx((1 - no.high, 1 - no.low), abs=SLIVER)


@given(some.one_of(cases(), decimal_cases()))
def test_percentage_lies_in_its_own_interval(one: Cases) -> None:
    """A range always holds its figure and stays within 0 to 1."""
    found = wilson(one.x, one.n)
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(cases(), some.integers(0, 99))
def test_headcount_target_is_met_by_k_and_not_before(one: Cases, percent: int) -> None:
    """k more posts reach the target and k - 1 do not, in whole-number arithmetic."""
    x, n = int(one.x), int(one.n)
    found = headcount_to_parity(x, n, target=percent / 100)
    assert found.growth is not None
    assert 100 * (x + found.swap) >= percent * n
    assert found.swap == 0 or 100 * (x + found.swap - 1) < percent * n
    grown = found.growth
    assert 100 * (x + grown) >= percent * (n + grown)
    assert grown == 0 or 100 * (x + grown - 1) < percent * (n + grown - 1)


@given(some.data(), years, some.randoms(use_true_random=False))
def test_order_of_years_changes_no_trend(
    data: some.DataObject, when: list[int], shuffler: Random
) -> None:
    """Rows in another order give the same trend, to the last digit."""
    rows = [(data.draw(cases()), year) for year in when]
    assume(0 < sum(c.x for c, _ in rows) < sum(c.n for c, _ in rows))
    mixed = shuffler.sample(rows, len(rows))
    trends = [cochran_armitage([c for c, _ in one], [y for _, y in one]) for one in (rows, mixed)]
    assert trends[0] == trends[1]
    lines = [
        weighted_line(
            [y for _, y in one],
            [c.rate for c, _ in one],
            errors=[math.sqrt(c.variance) for c, _ in one],
        )
        for one in (rows, mixed)
    ]
    assert lines[0] == lines[1]


@given(bands(), some.randoms(use_true_random=False))
def test_order_of_bands_changes_nothing(
    groups: tuple[list[Cases], list[Cases]], shuffler: Random
) -> None:
    """Bands in another order give the same split, pooled ratio and standardised figure."""
    rows = list(zip(*groups, strict=True))
    mixed = shuffler.sample(rows, len(rows))
    bme, white = [b for b, _ in mixed], [w for _, w in mixed]
    assert kitagawa(bme, white) == kitagawa(*groups)
    assert standardised_gap(bme, white) == standardised_gap(*groups)
    assert mantel_haenszel(bme, white) == mantel_haenszel(*groups)


@given(some.lists(cases(least=1), min_size=10, max_size=30), some.randoms(use_true_random=False))
def test_order_of_organisations_changes_nothing(
    organisations: list[Cases], shuffler: Random
) -> None:
    """Organisations in another order are as overdispersed as before."""
    assume(any(one.x < one.n for one in organisations))
    mixed = shuffler.sample(organisations, len(organisations))
    assert overdispersion(mixed) == overdispersion(organisations)


@given(bands())
def test_standardising_to_own_mix_is_the_crude_rate(
    groups: tuple[list[Cases], list[Cases]],
) -> None:
    """A group weighted by its own bases keeps its crude percentage."""
    bme = groups[0]
    crude = sum(b.x for b in bme) / sum(b.n for b in bme)
    assert direct_standardised(bme, [b.n for b in bme]).value == pytest.approx(crude)


@given(cases(), cases())
def test_a_side_is_clear_when_the_gap_leaves_out_zero(own: Cases, other: Cases) -> None:
    """Asking on which side another trust lies is asking for the gap, without working it out."""
    found = newcombe_gap(own, other)
    sign = (found.low > 0) - (found.high < 0)
    assert clear_side(wilson(own.x, own.n), other.rate, wilson(other.x, other.n).interval) == sign
