"""The gap between two groups in percentage points, and whether it opened or closed.

Always first minus second: BME minus White. The interval is clear when it leaves out zero.
The word on the page comes from the interval; the tests are for the details panel.
"""

from __future__ import annotations

import math

from wres.errors import NotComputable
from wres.statistics.distributions import two_sided_p, z_of
from wres.statistics.estimates import CONFIDENCE, Cases, Estimate, Interval, ScoreTest
from wres.statistics.proportions import wilson_of


def newcombe_gap(first: Cases, second: Cases, *, conf: float = CONFIDENCE) -> Estimate:
    """Return first minus second with Newcombe's interval, as differences of proportions.

    Args:
        first: BME staff (or the organisation).
        second: White staff (or the benchmark).
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the confidence is not strictly between 0 and 1.

    Source:
        Newcombe (1998), Stat Med 17:873-890, method 10 (hybrid score).
    """
    z = z_of(conf)
    return square_and_add(wilson_of(first, z), wilson_of(second, z))


def square_and_add(first: Estimate, second: Estimate) -> Estimate:
    """Return first minus second, its interval built from the interval each already has.

    The lower limit takes the first's lower arm and the second's upper arm, squared and added;
    the upper limit the other two.

    Source:
        Newcombe (1998), Stat Med 17:873-890; Newcombe (2001), Stat Med 20:2885-2893.
    """
    gap = first.value - second.value
    below = _root_sum_of_squares(first.value - first.low, second.high - second.value)
    above = _root_sum_of_squares(first.high - first.value, second.value - second.low)
    return Estimate(gap, Interval(gap - below, gap + above))


def clear_side(own: Estimate, value: float, interval: Interval) -> int:
    """Return 1 where the own value is clearly above another, -1 where below, 0 where it is unclear.

    The other one comes as a value with its interval. A trust is set beside each of a country, and
    the difference itself is asked of none of them.

    Source:
        The interval of ``square_and_add``, which is clear where it leaves out zero.
    """
    gap = own.value - value
    if gap > _root_sum_of_squares(own.value - own.low, interval.high - value):
        return 1
    return -1 if -gap > _root_sum_of_squares(own.high - own.value, value - interval.low) else 0


def _root_sum_of_squares(a: float, b: float) -> float:
    return math.sqrt(a * a + b * b)


def pooled_score_test(first: Cases, second: Cases) -> ScoreTest:
    """Return the pooled two-proportion test of no difference (no continuity correction).

    Raises:
        NotComputable: If nobody, or everybody, was counted in both groups.

    Source:
        Pearson's chi-squared for a two-by-two table; Fagerland, Lydersen and Laake (2017), ch 4.
    """
    pooled = (first.x + second.x) / (first.n + second.n)
    if not 0 < pooled < 1:
        raise NotComputable("Both groups are at 0%, or both at 100%, so there is nothing to test.")
    z = (first.rate - second.rate) / math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n))
    return ScoreTest(z, two_sided_p(z))


def gap_change(
    bme_before: Cases,
    white_before: Cases,
    *,
    bme_now: Cases,
    white_now: Cases,
    conf: float = CONFIDENCE,
) -> Estimate:
    """Return the gap now minus the gap before, as a difference of proportions, with its interval.

    Works for two years of one organisation, and for an organisation's gap against a benchmark's
    (give the benchmark as "before").

    Raises:
        NotComputable: If the confidence is not strictly between 0 and 1.

    Source:
        Newcombe (2001), Stat Med 20:2885-2893: square-and-add on two Newcombe intervals.
    """
    before = newcombe_gap(bme_before, white_before, conf=conf)
    now = newcombe_gap(bme_now, white_now, conf=conf)
    return square_and_add(now, before)


def gap_standard_error(first: Cases, second: Cases) -> float:
    """Return the standard error of a gap, as a difference of proportions; never zero.

    Source:
        docs/method.md 1.7: sqrt(p1 q1 / n1 + p2 q2 / n2), with (x + 2) / (n + 4) for 0% and 100%.
    """
    return math.sqrt(first.variance + second.variance)


def gap_against_whole(own: Cases, whole: Cases, *, conf: float = CONFIDENCE) -> Estimate:
    """Return an organisation minus a benchmark that counts it, as a difference of proportions.

    Args:
        own: The organisation's staff.
        whole: Everyone in the benchmark, the organisation included.
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the organisation cannot be part of the benchmark.

    Source:
        docs/method.md 1.5: Newcombe's interval against the rest, multiplied by 1 - n / N.
    """
    if own.n >= whole.n:
        raise NotComputable("The benchmark must count more people than the organisation does.")
    rest = Cases(whole.x - own.x, whole.n - own.n)
    return newcombe_gap(own, rest, conf=conf).times(1 - own.n / whole.n)


def people_behind_gap(bme: Cases, white: Cases, *, conf: float = CONFIDENCE) -> Estimate:
    """Return how many more BME staff were counted than the White rate would give (people).

    Below zero means fewer. The range is among those who answered, never the whole workforce.

    Raises:
        NotComputable: If the confidence is not strictly between 0 and 1.

    Source:
        docs/method.md 1.3: observed minus n * White rate, with n times the limits of the gap.
    """
    return newcombe_gap(bme, white, conf=conf).times(bme.n)
