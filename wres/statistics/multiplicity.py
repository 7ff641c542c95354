"""Many checks on one page: which survive when some are bound to light up by chance."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wres.statistics.distributions import two_sided_p, z_of
from wres.statistics.estimates import CONFIDENCE, Interval, proportion_of


def p_from_interval(
    value: float, interval: Interval, *, reference: float, is_ratio: bool = False
) -> float:
    """Return the two-sided p-value (0 to 1) that a 95% interval stands for.

    Below 0.05 exactly when the interval leaves out the reference, so that the two never disagree.

    Args:
        value: The estimate inside the interval, in the interval's own unit.
        interval: Its 95% interval; only the side that faces the reference is used.
        reference: What the estimate is set against: 0, 1, or a benchmark.
        is_ratio: Whether to measure on the scale of logarithms, where none is zero.

    Source:
        Altman and Bland (2011), BMJ 343:d2304, with the facing side in place of half the width.
    """
    facing = interval.high if reference > value else interval.low
    if not math.isfinite(facing):
        return 1.0
    if is_ratio and min(value, facing, reference) > 0:
        value, facing, reference = math.log(value), math.log(facing), math.log(reference)
    side, distance = abs(facing - value), abs(reference - value)
    if side == 0:
        return 1.0 if distance == 0 else 0.0
    return two_sided_p(z_of(CONFIDENCE) * distance / side)


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return the adjusted p-values (0 to 1), in the order given; none is lower than before.

    Args:
        p_values: The p-values of all checks on the page, each 0 to 1.

    Raises:
        NotComputable: If one is not a number from 0 to 1.

    Source:
        Benjamini and Hochberg (1995), J R Stat Soc B 57:289-300.
    """
    given = [proportion_of(value, "p-value") for value in p_values]
    checks = len(given)
    adjusted = [1.0] * checks
    smallest = 1.0
    order = sorted(range(checks), key=lambda place: given[place])
    for rank, place in zip(range(checks, 0, -1), reversed(order), strict=True):
        # Rounding in checks / rank must not take a p-value below itself.
        smallest = min(smallest, max(given[place], given[place] * checks / rank))
        adjusted[place] = smallest
    return tuple(adjusted)
