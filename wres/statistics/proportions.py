"""A percentage of one group: its Wilson interval and the test against a fixed value.

A percentage of a few people moves a great deal by chance. The Wilson interval says how far,
and stays honest at 0% and 100%, where "p plus or minus 1.96 standard errors" breaks down.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from wres.errors import NotComputable
from wres.statistics.distributions import two_sided_p, z_of
from wres.statistics.estimates import (
    CONFIDENCE,
    Cases,
    Estimate,
    Interval,
    ScoreTest,
    between_0_and_1,
    positive,
    proportion_of,
    real_numbers,
)


def wilson(x: float, n: float, *, conf: float = CONFIDENCE) -> Estimate:
    """Return the percentage of a group with its Wilson score interval, as proportions (0 to 1).

    Args:
        x: People counted, 0 to ``n``; a decimal is accepted.
        n: People who answered, above zero.
        conf: Confidence, strictly between 0 and 1.

    Raises:
        NotComputable: If ``n`` is not above zero, ``x`` is outside 0 to ``n``, or either is not
            a finite number.

    Source:
        Wilson (1927), J Am Stat Assoc 22:209-212; Newcombe (1998), Stat Med 17:857-872, method 3.
    """
    return wilson_of(Cases(x, n), z_of(conf))


def wilson_of(cases: Cases, z: float) -> Estimate:
    """Return the percentage with its Wilson interval of ``z`` standard errors (0 to 1).

    Source:
        As :func:`wilson`.
    """
    x, n, zz = cases.x, cases.n, z * z
    spread = z * math.sqrt(zz + 4 * x * (1 - cases.rate))
    scale = 2 * (n + zz)
    # At 0% and 100% the end of the scale is exact; rounding must not push the limit past it,
    # nor past the percentage itself.
    low = 0.0 if x == 0 else max(0.0, (2 * x + zz - spread) / scale)
    high = 1.0 if x == n else min(1.0, (2 * x + zz + spread) / scale)
    return Estimate(cases.rate, Interval(min(low, cases.rate), max(high, cases.rate)))


def score_test(x: float, n: float, *, p0: float) -> ScoreTest:
    """Return the test of a percentage against a fixed value.

    Args:
        x: People counted, 0 to ``n``.
        n: People who answered, above zero.
        p0: The fixed value, a proportion strictly between 0 and 1.

    Raises:
        NotComputable: If the counts are impossible or ``p0`` is not strictly between 0 and 1.

    Source:
        docs/method.md 1.5; the score test that the Wilson interval inverts (Wilson 1927).
    """
    cases, reference = Cases(x, n), between_0_and_1(p0, "reference value")
    z = (cases.rate - reference) / math.sqrt(reference * (1 - reference) / cases.n)
    return ScoreTest(z, two_sided_p(z))


def design_effect(weights: Sequence[float]) -> float:
    """Return how many times weighting multiplies the variance (1 when all weights are equal).

    Args:
        weights: One weight a person, zero or more, not all zero.

    Raises:
        NotComputable: If there are no weights, one is below zero, or all are zero.

    Source:
        Kish (1965), Survey Sampling; docs/method.md 1.1: n * sum(w^2) / sum(w)^2.
    """
    given = real_numbers(weights, "weight")
    total = math.fsum(given)
    if any(weight < 0 for weight in given) or total <= 0:
        raise NotComputable("Weights must be zero or more, and at least one above zero.")
    return len(given) * math.fsum(weight * weight for weight in given) / (total * total)


def effective_base(weights: Sequence[float]) -> float:
    """Return how many unweighted answers the weighted answers are worth (people).

    Raises:
        NotComputable: As :func:`design_effect`.

    Source:
        Kish (1965), Survey Sampling: n / design effect.
    """
    return len(weights) / design_effect(weights)


def finite_population_factor(n: float, population: float) -> float:
    """Return what a half-width is multiplied by when most of the staff answered (0 to 1).

    Args:
        n: People who answered, above zero.
        population: People who could have answered, more than 1 and at least ``n``.

    Raises:
        NotComputable: If more people answered than there are, or there is only one person.

    Source:
        docs/method.md 1.18: sqrt((N - n) / (N - 1)). Not used unless a specialist asks for it.
    """
    answered, everyone = positive(n, "base"), positive(population, "number of staff")
    if everyone <= 1 or answered > everyone:
        raise NotComputable("The number of staff must be above one and at least the base.")
    return math.sqrt((everyone - answered) / (everyone - 1))


def standard_error_fpc(p: float, n: float, *, population: float) -> float:
    """Return the standard error of a percentage when most of the staff answered (proportion).

    Args:
        p: The percentage, as a proportion, 0 to 1.
        n: People who answered, above zero.
        population: People who could have answered.

    Raises:
        NotComputable: If a value is impossible.

    Source:
        docs/method.md 1.18: sqrt(p(1 - p) / n) times the finite population factor.
    """
    rate = proportion_of(p, "percentage")
    return math.sqrt(rate * (1 - rate) / positive(n, "base")) * finite_population_factor(
        n, population
    )
