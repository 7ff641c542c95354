"""What a survey of this size could have noticed.

"No clear evidence" is not "no problem": these say how big a change had to be to show up.
"""

from __future__ import annotations

import math

from wres.errors import NotComputable
from wres.statistics.distributions import STANDARD_NORMAL, normal_below, z_of
from wres.statistics.estimates import Cases, between_0_and_1, positive, proportion_of

# Found four times out of five, at 95% confidence: the usual promise of a survey.
USUAL_POWER = 0.8
USUAL_ALPHA = 0.05


def smallest_detectable_change(*cells: Cases, power: float = USUAL_POWER) -> float:
    """Return the smallest change likely to be noticed, as a difference of proportions.

    Args:
        cells: Every count and base compared: two for a change of one rate, four for a change
            of a gap.
        power: The chance of noticing it, strictly between 0 and 1.

    Raises:
        NotComputable: If fewer than two cells are given, or the power is not usable.

    Source:
        docs/method.md 1.16: about 2.80 * sqrt(sum of p q / n), at 80% power and 95% confidence.
    """
    if len(cells) < 2:
        raise NotComputable("A change needs at least two figures to compare.")
    reach = z_of(1 - USUAL_ALPHA) + _power_quantile(power)
    return reach * math.sqrt(math.fsum(cell.variance for cell in cells))


def smallest_detectable_difference(cell: Cases, *, power: float = USUAL_POWER) -> float:
    """Return the smallest distance from a fixed figure likely to be noticed (a proportion).

    Source:
        docs/method.md 1.16: about 2.80 * sqrt(p q / n), at 80% power and 95% confidence.
    """
    return (z_of(1 - USUAL_ALPHA) + _power_quantile(power)) * math.sqrt(cell.variance)


def smallest_detectable_factor(*log_errors: float, power: float = USUAL_POWER) -> float:
    """Return the least factor between two ratios likely to be noticed (times as much).

    Args:
        log_errors: The standard error of the logarithm of each ratio compared.
        power: The chance of noticing it, strictly between 0 and 1.

    Source:
        docs/method.md 1.16, on the scale of logarithms: exp(2.80 * sqrt(sum of squared errors)).
    """
    reach = z_of(1 - USUAL_ALPHA) + _power_quantile(power)
    return math.exp(reach * math.hypot(*log_errors))


def _power_quantile(power: float) -> float:
    return STANDARD_NORMAL.inv_cdf(between_0_and_1(power, "power"))


def power_two_proportions(
    p1: float, n1: float, *, p2: float, n2: float, alpha: float = USUAL_ALPHA
) -> float:
    """Return the chance that the pooled test notices a difference this big (0 to 1).

    Args:
        p1: True share in the first group, a proportion, 0 to 1.
        n1: Base of the first group, above zero.
        p2: True share in the second group, a proportion, 0 to 1.
        n2: Base of the second group, above zero.
        alpha: Accepted false alarm rate, strictly between 0 and 1.

    Raises:
        NotComputable: If a value is impossible.

    Source:
        Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, ch 4; the
        far tail is left out.
    """
    first, second = proportion_of(p1, "first share"), proportion_of(p2, "second share")
    base1, base2 = positive(n1, "first base"), positive(n2, "second base")
    z = z_of(1 - between_0_and_1(alpha, "false alarm rate"))
    pooled = (first * base1 + second * base2) / (base1 + base2)
    under_none = math.sqrt(pooled * (1 - pooled) * (1 / base1 + 1 / base2))
    under_true = math.sqrt(first * (1 - first) / base1 + second * (1 - second) / base2)
    beyond = abs(first - second) - z * under_none
    if under_true == 0:
        return 1.0 if beyond > 0 else 0.0
    return normal_below(beyond / under_true)


def base_needed(
    p1: float, p2: float, *, power: float = USUAL_POWER, alpha: float = USUAL_ALPHA
) -> float:
    """Return the base each of two equal groups needs to notice this difference (people).

    A decimal: round it up.

    Args:
        p1: True share in the first group, a proportion, 0 to 1.
        p2: True share in the second group, a proportion, 0 to 1.
        power: The chance of noticing it, strictly between 0 and 1.
        alpha: Accepted false alarm rate, strictly between 0 and 1.

    Raises:
        NotComputable: If the shares are equal or a value is impossible.

    Source:
        As :func:`power_two_proportions`, solved for the base.
    """
    first, second = proportion_of(p1, "first share"), proportion_of(p2, "second share")
    if first == second:
        raise NotComputable("Equal shares leave no difference to notice.")
    z = z_of(1 - between_0_and_1(alpha, "false alarm rate"))
    middle = (first + second) / 2
    under_none = z * math.sqrt(2 * middle * (1 - middle))
    spread = math.sqrt(first * (1 - first) + second * (1 - second))
    under_true = _power_quantile(power) * spread
    return ((under_none + under_true) / (first - second)) ** 2


def smallest_detectable_rise(p: float, n: float, *, power: float = USUAL_POWER) -> float:
    """Return the smallest rise two equal bases are likely to notice, as a difference.

    Unlike :func:`smallest_detectable_change` it lets the spread grow with the rise itself. For
    a fall, give 1 minus the share.

    Args:
        p: The lower share, a proportion, 0 to below 1.
        n: The base of each group, above zero.
        power: The chance of noticing it, strictly between 0 and 1.

    Raises:
        NotComputable: If even a rise to 100% would be missed, or a value is impossible.

    Source:
        docs/method.md 1.16, table: d = 2.80 * sqrt((p q + (p + d)(q - d)) / n), a quadratic in d.
    """
    start, base = proportion_of(p, "share"), positive(n, "base")
    reach = z_of(1 - USUAL_ALPHA) + _power_quantile(power)
    a, b = 1 + base / (reach * reach), 1 - 2 * start
    rise = (b + math.sqrt(b * b + 8 * a * start * (1 - start))) / (2 * a)
    if reach <= 0 or rise <= 0 or start + rise > 1:
        raise NotComputable("The base is too small to notice any rise.")
    return rise
