"""Relative likelihoods: how many times as likely one group is as another.

The interval is built from the same two Wilson intervals as the gap, so the two can never
contradict each other: the ratio leaves out 1 exactly when the gap leaves out 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres.errors import NotComputable
from wres.statistics.distributions import two_sided_p, z_of
from wres.statistics.estimates import (
    CONFIDENCE,
    Cases,
    Estimate,
    Interval,
    positive,
    real_number,
)
from wres.statistics.gaps import square_and_add
from wres.statistics.proportions import wilson_of

EQUAL = 1.0
# A cell below this many people makes a ratio of head counts shaky.
SMALL_CELL = 5


def mover_ratio(first: Cases, second: Cases, *, conf: float = CONFIDENCE) -> Estimate:
    """Return the first rate over the second, with the MOVER-R interval (times as likely).

    When nobody was counted in the second group the ratio and its upper limit are infinite and
    the lower limit still holds.

    Raises:
        NotComputable: If nobody was counted in either group.

    Source:
        Donner and Zou (2012), Stat Methods Med Res 21:347-359, with Wilson limits;
        Fagerland and Newcombe (2013); docs/method.md 1.3 for the form that needs no special case.
    """
    if first.x == 0 and second.x == 0:
        raise NotComputable("There are no cases in either group, so there is no ratio.")
    z = z_of(conf)
    one, two = wilson_of(first, z), wilson_of(second, z)
    low = _mover_low(one.value, two.value, low=one.low, high=two.high)
    high = _mover_high(one.value, two.value, high=one.high, low=two.low)
    value = _ratio(first, second) if second.x > 0 else math.inf
    limits = Interval(min(low, value), max(high, value))
    return Estimate(value, _agreeing(limits, gap=square_and_add(one, two).interval))


def _ratio(first: Cases, second: Cases) -> float:
    # Cross-multiplied: whole counts then lose no digit before the one division.
    return (first.x * second.n) / (second.x * first.n)


def _mover_low(p1: float, p2: float, *, low: float, high: float) -> float:
    reach = low * (2 * p1 - low)
    if reach <= 0:
        return 0.0
    inside = (p1 * p2) ** 2 - reach * high * (2 * p2 - high)
    return reach / (p1 * p2 + math.sqrt(max(0.0, inside)))


def _mover_high(p1: float, p2: float, *, high: float, low: float) -> float:
    reach = low * (2 * p2 - low)
    if reach <= 0:
        return math.inf
    inside = (p1 * p2) ** 2 - reach * high * (2 * p1 - high)
    return (p1 * p2 + math.sqrt(max(0.0, inside))) / reach


def _agreeing(interval: Interval, *, gap: Interval) -> Interval:
    # In exact arithmetic each limit passes 1 when the gap's limit passes 0. Rounding can break
    # that in the last digit; the gap's verdict wins, so that a page never says two things.
    above_one = math.nextafter(EQUAL, math.inf)
    below_one = math.nextafter(EQUAL, 0.0)
    low = max(interval.low, above_one) if gap.low > 0 else min(interval.low, EQUAL)
    high = min(interval.high, below_one) if gap.high < 0 else max(interval.high, EQUAL)
    return Interval(low, high)


def katz_ratio(first: Cases, second: Cases, *, conf: float = CONFIDENCE) -> Estimate:
    """Return the first rate over the second, with the Katz logarithm interval (times as likely).

    For the trend and the change of ratios only; it is too wide when there are few cases.

    Raises:
        NotComputable: If nobody was counted in one of the groups.

    Source:
        Katz and others (1978), Biometrics 34:469-474.
    """
    _, se = log_ratio_and_error(first, second)
    return _log_interval(_ratio(first, second), se, conf=conf)


def log_ratio_and_error(first: Cases, second: Cases) -> tuple[float, float]:
    """Return the natural logarithm of the ratio and its standard error (both log units).

    Raises:
        NotComputable: If nobody was counted in one of the groups.

    Source:
        Katz and others (1978): 1/x1 - 1/n1 + 1/x2 - 1/n2.
    """
    if first.x == 0 or second.x == 0:
        raise NotComputable("A group with no cases has no ratio on the logarithmic scale.")
    variance = (1 / first.x - 1 / first.n) + (1 / second.x - 1 / second.n)
    return math.log(_ratio(first, second)), math.sqrt(max(0.0, variance))


def _log_interval(ratio: float, se: float, *, conf: float) -> Estimate:
    spread = math.exp(z_of(conf) * se)
    return Estimate(ratio, Interval(ratio / spread, ratio * spread))


@dataclass(frozen=True, slots=True)
class RatioChange:
    """How the ratio changed: ``estimate`` is ratio now over ratio before (1 means no change)."""

    estimate: Estimate
    before: float
    now: float
    z: float | None
    p_value: float | None


def ratio_change(
    first_before: Cases,
    second_before: Cases,
    *,
    first_now: Cases,
    second_now: Cases,
    conf: float = CONFIDENCE,
) -> RatioChange:
    """Return the ratio now over the ratio before, with its log interval and test.

    ``z`` and ``p_value`` are None when every group is at 100%, which leaves nothing to vary.

    Raises:
        NotComputable: If nobody was counted in one of the four groups.

    Source:
        docs/method.md 1.7: log-Wald interval for RR2 / RR1; Altman and Bland (2003), BMJ 326:219.
    """
    before, se_before = log_ratio_and_error(first_before, second_before)
    now, se_now = log_ratio_and_error(first_now, second_now)
    se = math.sqrt(se_before**2 + se_now**2)
    ratio_before = _ratio(first_before, second_before)
    ratio_now = _ratio(first_now, second_now)
    z = (now - before) / se if se > 0 else None
    return RatioChange(
        estimate=_log_interval(ratio_now / ratio_before, se, conf=conf),
        before=ratio_before,
        now=ratio_now,
        z=z,
        p_value=None if z is None else two_sided_p(z),
    )


def one_case_reverses(first: Cases, second: Cases) -> bool:
    """Return whether moving one case from the higher group to the lower turns the ratio round.

    Source:
        US Equal Employment Opportunity Commission, Questions and Answers (1979);
        docs/method.md 1.3.
    """
    gap = first.rate - second.rate
    if gap == 0:
        return False
    higher, lower = (first, second) if gap > 0 else (second, first)
    return (higher.x - 1) / higher.n < (lower.x + 1) / lower.n


@dataclass(frozen=True, slots=True)
class RoundingRange:
    """The ratio of two printed percentages, and the least and most it could have been."""

    ratio: float
    low: float
    high: float


def ratio_rounding_range(p1: float, p2: float, *, decimals: int = 1) -> RoundingRange:
    """Return the ratio of two rounded percentages and the range that rounding leaves open.

    Args:
        p1: First percentage as printed, 0 to 100.
        p2: Second percentage as printed, 0 to 100.
        decimals: Decimals printed, zero or more.

    Raises:
        NotComputable: If a percentage is outside 0 to 100, or both are 0.

    Source:
        docs/method.md 1.3: arithmetic, half a unit of the last printed decimal either way.
    """
    top, bottom = _percentage(p1), _percentage(p2)
    if top == 0 and bottom == 0:
        raise NotComputable("Both percentages are 0, so there is no ratio.")
    if isinstance(decimals, bool) or int(decimals) != decimals or decimals < 0:
        raise NotComputable("The number of decimals must be a whole number of zero or more.")
    half = 0.5 * 10.0**-decimals
    low = max(0.0, top - half) / min(100.0, bottom + half)
    high = min(100.0, top + half) / (bottom - half) if bottom > half else math.inf
    return RoundingRange(top / bottom if bottom > 0 else math.inf, low, high)


def _percentage(value: float) -> float:
    number = real_number(value, "percentage")
    if not 0 <= number <= 100:
        raise NotComputable(f"A percentage must lie between 0 and 100, not {number:g}.")
    return number


@dataclass(frozen=True, slots=True)
class DisparityRatio:
    """How many times as far up the ladder White staff are, and how far to trust it.

    ``approximate``: a count was 0, so one half was added to all four.
    ``small_numbers``: a count was below 5.
    """

    estimate: Estimate
    approximate: bool
    small_numbers: bool


def disparity_ratio(
    white_lower: float,
    white_upper: float,
    *,
    bme_lower: float,
    bme_upper: float,
    conf: float = CONFIDENCE,
) -> DisparityRatio:
    """Return (White upper / White lower) over (BME upper / BME lower), with Woolf's interval.

    Args:
        white_lower: White staff in the lower bands (people).
        white_upper: White staff in the upper bands (people).
        bme_lower: BME staff in the lower bands (people).
        bme_upper: BME staff in the upper bands (people).
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If a count is below zero, or a group has no staff in either tier.

    Source:
        Woolf (1955), Ann Hum Genet 19:251-253; one half added after Haldane (1956);
        docs/method.md 1.10.
    """
    given = [
        real_number(count, "count of staff")
        for count in (white_lower, white_upper, bme_lower, bme_upper)
    ]
    if min(given) < 0:
        raise NotComputable("A count of staff cannot be below zero.")
    positive(given[0] + given[1], "number of White staff in the two tiers")
    positive(given[2] + given[3], "number of BME staff in the two tiers")
    zero, small = min(given) == 0, min(given) < SMALL_CELL
    cells = [count + 0.5 for count in given] if zero else given
    ratio = (cells[1] / cells[0]) / (cells[3] / cells[2])
    se = math.sqrt(math.fsum(1 / cell for cell in cells))
    return DisparityRatio(_log_interval(ratio, se, conf=conf), zero, small)
