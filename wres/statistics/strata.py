"""Adjusting a gap for where people work: the same bands compared with the same bands.

A group can be worse off overall only because more of it works where things are worse, or the
other way round. These split the two; neither part excuses the other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wres.errors import NotComputable
from wres.statistics.distributions import z_of
from wres.statistics.estimates import (
    CONFIDENCE,
    Cases,
    Estimate,
    Interval,
    real_numbers,
    same_length,
)


@dataclass(frozen=True, slots=True)
class Standardised:
    """A standardised figure and its standard error, as proportions."""

    value: float
    se: float


def direct_standardised(cases: Sequence[Cases], weights: Sequence[float]) -> Standardised:
    """Return the percentage a group would have with a standard mix of bands (proportion).

    Args:
        cases: One count and base for each band.
        weights: The standard mix, zero or more, in any unit.

    Raises:
        NotComputable: If lists differ in length or the weights are not usable.

    Source:
        Direct standardisation; docs/method.md 1.13: sum(w p) / sum(w), with se from
        (w / sum w)^2 p q / n.
    """
    same_length(cases, weights, least=1)
    shares = _shares(weights)
    value = math.fsum(share * one.rate for share, one in zip(shares, cases, strict=True))
    variance = math.fsum(
        share * share * one.rate * (1 - one.rate) / one.n
        for share, one in zip(shares, cases, strict=True)
    )
    return Standardised(value, math.sqrt(variance))


def _shares(weights: Sequence[float]) -> list[float]:
    given = real_numbers(weights, "weight")
    total = math.fsum(given)
    if min(given) < 0 or total <= 0:
        raise NotComputable("Weights must be zero or more, and at least one above zero.")
    return [weight / total for weight in given]


def standardised_gap(bme: Sequence[Cases], white: Sequence[Cases]) -> Standardised:
    """Return BME minus White if both had the mix of bands of all who answered (proportion).

    Raises:
        NotComputable: If the lists differ in length or are empty.

    Source:
        docs/method.md 1.13(b).
    """
    same_length(bme, white, least=1)
    everyone = [one.n + two.n for one, two in zip(bme, white, strict=True)]
    first, second = direct_standardised(bme, everyone), direct_standardised(white, everyone)
    return Standardised(first.value - second.value, math.sqrt(first.se**2 + second.se**2))


@dataclass(frozen=True, slots=True)
class GapSplit:
    """A crude gap in two parts that add up to it, as differences of proportions.

    ``composition``: where people work. ``rate``: the difference within the same bands.
    """

    gap: float
    composition: float
    rate: float


def kitagawa(bme: Sequence[Cases], white: Sequence[Cases]) -> GapSplit:
    """Return the crude gap split into where people work and what happens within bands.

    Raises:
        NotComputable: If the lists differ in length or are empty.

    Source:
        Kitagawa (1955), J Am Stat Assoc 50:1168-1194; Das Gupta (1993).
    """
    same_length(bme, white, least=1)
    return kitagawa_rates(
        [one.n for one in bme],
        [one.rate for one in bme],
        white_mix=[one.n for one in white],
        white_rates=[one.rate for one in white],
    )


def kitagawa_rates(
    bme_mix: Sequence[float],
    bme_rates: Sequence[float],
    *,
    white_mix: Sequence[float],
    white_rates: Sequence[float],
) -> GapSplit:
    """Return the same split from shares and rates instead of counts (in the unit of the rates).

    Args:
        bme_mix: How BME staff are spread over the bands, in any unit.
        bme_rates: BME rate in each band.
        white_mix: How White staff are spread over the bands, in any unit.
        white_rates: White rate in each band.

    Raises:
        NotComputable: If lists differ in length or a mix is not usable.

    Source:
        As :func:`kitagawa`.
    """
    for other in (bme_rates, white_mix, white_rates):
        same_length(bme_mix, other, least=1)
    mine, theirs = _shares(bme_mix), _shares(white_mix)
    first, second = real_numbers(bme_rates, "rate"), real_numbers(white_rates, "rate")
    rows = list(zip(mine, theirs, first, second, strict=True))
    return GapSplit(
        gap=math.fsum(a * p for a, _, p, _ in rows) - math.fsum(b * q for _, b, _, q in rows),
        composition=math.fsum((a - b) * (p + q) / 2 for a, b, p, q in rows),
        rate=math.fsum((p - q) * (a + b) / 2 for a, b, p, q in rows),
    )


@dataclass(frozen=True, slots=True)
class MantelHaenszel:
    """BME against White within bands, pooled: risk ratio, odds ratio, risk difference."""

    risk_ratio: Estimate
    odds_ratio: float | None
    risk_difference: float


def mantel_haenszel(
    bme: Sequence[Cases], white: Sequence[Cases], *, conf: float = CONFIDENCE
) -> MantelHaenszel:
    """Return the ratio, odds ratio and gap within bands, pooled over the bands.

    The odds ratio is infinite when its lower part is zero, and None when both parts are.

    Raises:
        NotComputable: If lists differ in length, or a group has no cases in any band.

    Source:
        Mantel and Haenszel (1959), J Natl Cancer Inst 22:719-748; interval: Greenland and
        Robins (1985), Biometrics 41:55-68.
    """
    same_length(bme, white, least=1)
    pairs = list(zip(bme, white, strict=True))
    mine = math.fsum(one.x * two.n / (one.n + two.n) for one, two in pairs)
    theirs = math.fsum(two.x * one.n / (one.n + two.n) for one, two in pairs)
    if mine <= 0 or theirs <= 0:
        raise NotComputable("A group has no cases in any band, so there is no pooled ratio.")
    scatter = math.fsum(_greenland_robins(one, two) for one, two in pairs)
    spread = math.exp(z_of(conf) * math.sqrt(max(0.0, scatter) / (mine * theirs)))
    ratio = mine / theirs
    weight = math.fsum(one.n * two.n / (one.n + two.n) for one, two in pairs)
    return MantelHaenszel(
        risk_ratio=Estimate(ratio, Interval(ratio / spread, ratio * spread)),
        odds_ratio=_pooled_odds(pairs),
        risk_difference=(mine - theirs) / weight,
    )


def _greenland_robins(one: Cases, two: Cases) -> float:
    everyone = one.n + two.n
    cases = one.x + two.x
    return (one.n * two.n * cases - one.x * two.x * everyone) / (everyone * everyone)


def _pooled_odds(pairs: Sequence[tuple[Cases, Cases]]) -> float | None:
    top = math.fsum(one.x * (two.n - two.x) / (one.n + two.n) for one, two in pairs)
    bottom = math.fsum(two.x * (one.n - one.x) / (one.n + two.n) for one, two in pairs)
    if bottom > 0:
        return top / bottom
    return math.inf if top > 0 else None


def within_parts(bme: Sequence[Cases], white: Sequence[Cases]) -> tuple[float, ...]:
    """Return each band's part of the rate side of :func:`kitagawa`; the parts add up to it.

    Raises:
        NotComputable: If the lists differ in length or are empty.

    Source:
        As :func:`kitagawa`: (p - q)(a + b) / 2 of each band.
    """
    same_length(bme, white, least=1)
    mine, theirs = _shares([one.n for one in bme]), _shares([one.n for one in white])
    rows = zip(bme, white, mine, theirs, strict=True)
    return tuple((one.rate - two.rate) * (a + b) / 2 for one, two, a, b in rows)
