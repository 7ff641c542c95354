"""How far from parity: in years if the pace continues, and in posts.

The arithmetic is kept apart from the rule that says whether it may be shown, because a
projection can always be worked out and is only rarely worth saying.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from wres.errors import NotComputable
from wres.statistics.distributions import z_of
from wres.statistics.estimates import CONFIDENCE, Cases, Interval, proportion_of
from wres.statistics.trends import Line

FEWEST_YEARS_SHOWN = 5
LONGEST_YEARS_SHOWN = 30.0
UNEVEN_BELOW = 0.05
# Keeps a target met to the last digit (0.2 * 30 = 6.000000000000001) from costing a post.
CEILING_GUARD = 1e-9


@dataclass(frozen=True, slots=True)
class YearsToParity:
    """Years after the last one until the line reaches zero.

    ``interval`` is None when no finite range exists. ``years`` is None for a level line.
    """

    years: float | None
    interval: Interval | None

    @property
    def bounded(self) -> bool:
        """Whether the range has two ends."""
        return self.interval is not None


class Projection(Enum):
    """Whether years to parity may be shown, and if not, why."""

    SHOWN = "shown"
    NO_GAP = "no gap to close"
    TOO_FEW_YEARS = "too few years"
    NOT_CLOSING_CLEARLY = "not closing clearly"
    UNEVEN = "uneven"
    TOO_FAR = "too far ahead"


def years_to_parity(line: Line, *, conf: float = CONFIDENCE) -> YearsToParity:
    """Return how many years after the last one the line reaches zero, with the Fieller range.

    Below zero means the line crossed zero in the past. Ask :func:`projection` before showing it.

    Raises:
        NotComputable: If the confidence is not strictly between 0 and 1.

    Source:
        Fieller (1954), J R Stat Soc B 16:175-185; docs/method.md 1.12.
    """
    zz = z_of(conf) ** 2
    height, slope = line.fitted_last, line.slope
    years = -height / slope if slope != 0 else None
    # Roots of (height + slope t)^2 = z^2 var(t), written a t^2 + 2 b t + c = 0.
    a = slope**2 - zz * line.se_slope**2
    b = height * slope - zz * line.covariance
    c = height**2 - zz * line.se_fitted_last**2
    inside = b * b - a * c
    if a <= 0 or inside < 0:
        return YearsToParity(years, None)
    reach = math.sqrt(inside)
    return YearsToParity(years, Interval((-b - reach) / a, (-b + reach) / a))


def projection(line: Line, *, conf: float = CONFIDENCE) -> Projection:
    """Return whether years to parity may be shown.

    Args:
        line: The line through the adverse gap: above zero means BME staff are worse off.
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If the confidence is not strictly between 0 and 1.

    Source:
        docs/method.md 1.12: at least 5 years, clearly closing, even, and at most 30 years.
    """
    found = years_to_parity(line, conf=conf)
    if line.fitted_last <= 0:
        return Projection.NO_GAP
    if line.years < FEWEST_YEARS_SHOWN:
        return Projection.TOO_FEW_YEARS
    if found.interval is None or line.slope >= 0:
        return Projection.NOT_CLOSING_CLEARLY
    if line.p_residual is not None and line.p_residual < UNEVEN_BELOW:
        return Projection.UNEVEN
    if found.interval.high > LONGEST_YEARS_SHOWN:
        return Projection.TOO_FAR
    return Projection.SHOWN


def spoken_years(found: YearsToParity) -> tuple[int, int, int]:
    """Return middle, least and most as whole years: the limits are rounded outwards.

    Raises:
        NotComputable: If there is no finite range.

    Source:
        docs/method.md 1.12: "about 9 years (5 to 18)".
    """
    if found.years is None or found.interval is None:
        raise NotComputable("The gap is not closing clearly enough to project.")
    low, high = found.interval.low, found.interval.high
    return math.floor(found.years + 0.5), max(0, math.floor(low)), math.ceil(high)


@dataclass(frozen=True, slots=True)
class HeadcountToParity:
    """Posts still needed to reach a target share.

    ``swap``: posts that change hands, the total unchanged. ``growth``: posts added, all filled
    from the group; None when no number would do. ``too_few_posts``: the target is less than
    one person.
    """

    swap: int
    growth: int | None
    too_few_posts: bool


def headcount_to_parity(x: float, n: float, *, target: float) -> HeadcountToParity:
    """Return how many more posts would bring a group to its target share (whole posts).

    Args:
        x: The group's posts now.
        n: All posts.
        target: The share aimed at, a proportion, 0 to 1.

    Raises:
        NotComputable: If the counts are impossible or the target is outside 0 to 1.

    Source:
        docs/method.md 1.11.
    """
    posts, share = Cases(x, n), proportion_of(target, "target share")
    short = share * posts.n - posts.x
    return HeadcountToParity(
        swap=_posts(short), growth=_growth(short, share), too_few_posts=share * posts.n < 1
    )


def _growth(short: float, share: float) -> int | None:
    if short <= CEILING_GUARD:
        return 0
    return _posts(short / (1 - share)) if share < 1 else None


def _posts(short: float) -> int:
    return max(0, math.ceil(short - CEILING_GUARD))
