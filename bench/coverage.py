"""How often a 95% interval holds the truth, for the four quantities that carry one."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from wres.statistics import Cases, Interval, gap_change, mover_ratio, newcombe_gap, wilson

BASES = (20, 50, 100, 300, 1_000, 5_000)
# Shares of the BME group and of the White group beside it, as the indicators have them.
SHARES = ((0.08, 0.05), (0.15, 0.07), (0.25, 0.20), (0.50, 0.58))
DRAWS = 20_000
WHITE_TO_BME = 5


def rate_coverage(base: int, share: float) -> float:
    """Return how often the interval of a rate holds the truth (0 to 1), by exact enumeration."""
    held = 0.0
    for x in range(base + 1):
        if not wilson(x, base).interval.contains(share):
            continue
        ways = math.lgamma(base + 1) - math.lgamma(x + 1) - math.lgamma(base - x + 1)
        held += math.exp(ways + x * math.log(share) + (base - x) * math.log(1 - share))
    return held


def _simulated(
    base: int, shares: tuple[float, float], work: Callable[[list[Cases]], Interval], truth: float
) -> float:
    chance = np.random.default_rng(base + round(1_000 * shares[0]))
    sizes = [base, base * WHITE_TO_BME] * 2
    drawn = chance.binomial(sizes, [*shares, *shares], (DRAWS, 4)).tolist()
    held = 0
    for four in drawn:
        cells = [Cases(x, n) for x, n in zip(four, sizes, strict=True)]
        held += work(cells).contains(truth)
    return held / DRAWS


def _gap(cells: list[Cases]) -> Interval:
    return newcombe_gap(cells[0], cells[1]).interval


def _ratio(cells: list[Cases]) -> Interval:
    if not cells[0].x and not cells[1].x:
        return Interval(0.0, math.inf)
    return mover_ratio(cells[0], cells[1]).interval


def _change(cells: list[Cases]) -> Interval:
    return gap_change(cells[0], cells[1], bme_now=cells[2], white_now=cells[3]).interval


def coverage() -> dict[str, object]:
    """Return how often each interval holds the truth, by base: mean, lowest and highest share."""
    told: dict[str, object] = {
        "draws": DRAWS,
        "error": round(math.sqrt(0.95 * 0.05 / DRAWS), 4),
        "shares": [list(pair) for pair in SHARES],
        "white_to_bme": WHITE_TO_BME,
    }
    ways = {
        "gap": (_gap, lambda b, w: b - w),
        "ratio": (_ratio, lambda b, w: b / w),
        "gap change": (_change, lambda b, w: 0.0),
    }
    rows = []
    for base in BASES:
        found = {"rate": [rate_coverage(base, bme) for bme, _ in SHARES]}
        for name, (work, truth) in ways.items():
            found[name] = [_simulated(base, pair, work, truth(*pair)) for pair in SHARES]
        rows += [_row(base, name, held) for name, held in found.items()]
    return {**told, "rows": rows}


def _row(base: int, name: str, held: list[float]) -> dict[str, object]:
    return {
        "base": base,
        "quantity": name,
        "mean": round(sum(held) / len(held), 4),
        "lowest": round(min(held), 4),
        "highest": round(max(held), 4),
    }
