"""Exact tests for counts too small for a normal test; shown in the details panel only.

They need whole people: a count worked back from a percentage is refused.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres.errors import NotComputable
from wres.statistics.distributions import log_choose
from wres.statistics.estimates import Cases, between_0_and_1
from wres.statistics.gaps import pooled_score_test

# Two tables this close in probability count as equally likely, whatever the rounding.
TIE = 1 + 1e-7
# Below this expected count the normal test is not trusted.
LEAST_EXPECTED = 5


@dataclass(frozen=True, slots=True)
class ExactTest:
    """Chances (0 to 1) of a count as low, as high, and as unlikely either way."""

    lower_tail: float
    upper_tail: float
    two_sided: float
    mid_p: float


@dataclass(frozen=True, slots=True)
class GapTest:
    """The p-value (0 to 1) of "no difference", and whether it is exact."""

    p_value: float
    exact: bool


def binomial_test(x: float, n: float, *, p0: float) -> ExactTest:
    """Return how likely a count this far from a fixed share is, by chance alone (0 to 1).

    Args:
        x: People counted, a whole number.
        n: People in all, a whole number.
        p0: The fixed share, a proportion strictly between 0 and 1.

    Raises:
        NotComputable: If the counts are impossible or not whole, or ``p0`` is 0 or 1.

    Source:
        Exact binomial test, small-probability rule; docs/method.md 1.9 (0 of 14 against 22%: 3.1%).
    """
    cases, share = _whole(Cases(x, n)), between_0_and_1(p0, "share")
    chances = [
        math.exp(log_choose(cases.n, k) + k * math.log(share) + (cases.n - k) * math.log1p(-share))
        for k in range(int(cases.n) + 1)
    ]
    return _tails(chances, int(cases.x))


def fisher_test(first: Cases, second: Cases) -> ExactTest:
    """Return Fisher's exact test of no difference, with its mid-P (0 to 1).

    The tails are those of the first group's count.

    Raises:
        NotComputable: If a count is not whole.

    Source:
        Fisher (1935); mid-P: Lancaster (1961), J Am Stat Assoc 56:223-234; Fagerland, Lydersen
        and Laake (2017), Statistical Analysis of Contingency Tables, ch 4 (Fisher-Irwin order).
    """
    one, two = _whole(first), _whole(second)
    cases = one.x + two.x
    least, most = int(max(0, cases - two.n)), int(min(one.n, cases))
    everything = log_choose(one.n + two.n, cases)
    chances = [
        math.exp(log_choose(one.n, k) + log_choose(two.n, cases - k) - everything)
        for k in range(least, most + 1)
    ]
    return _tails(chances, int(one.x) - least)


def gap_test(first: Cases, second: Cases) -> GapTest:
    """Return the p-value for the details panel: the normal test, or Fisher mid-P if counts are few.

    Raises:
        NotComputable: If counts are few and not whole.

    Source:
        docs/method.md 1.2: pooled test when every expected cell is at least 5, else Fisher mid-P.
    """
    share = (first.x + second.x) / (first.n + second.n)
    if min(first.n, second.n) * min(share, 1 - share) >= LEAST_EXPECTED:
        return GapTest(pooled_score_test(first, second).p_value, exact=False)
    return GapTest(fisher_test(first, second).mid_p, exact=True)


def _whole(cases: Cases) -> Cases:
    if not (cases.x.is_integer() and cases.n.is_integer()):
        raise NotComputable("An exact test needs whole numbers of people.")
    return cases


def _tails(chances: list[float], place: int) -> ExactTest:
    seen = chances[place]
    rarer = math.fsum(chance for chance in chances if chance * TIE < seen)
    tied = math.fsum(chance for chance in chances if seen / TIE <= chance <= seen * TIE)
    return ExactTest(
        lower_tail=min(1.0, math.fsum(chances[: place + 1])),
        upper_tail=min(1.0, math.fsum(chances[place:])),
        two_sided=min(1.0, rarer + tied),
        mid_p=min(1.0, rarer + tied / 2),
    )
