"""How often the rules are wrong: made-up trusts with a known truth, drawn many times.

Every trust goes through the program's own rules (``assess_survey``), not through a copy of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from wres.benchmarks import BenchmarkFigure, BenchmarkKind
from wres.concerns import Assessment, assess_survey, still_clear
from wres.measures import Gap, gap_between, rate_of
from wres.results import Result
from wres.terms import EthnicGroup, Trigger

TRUSTS = 10_000
YEARS = (2022, 2023, 2024)
# Usual levels of the four survey indicators (BME, White), close to those of England.
LEVELS = {5: (0.28, 0.24), 6: (0.25, 0.20), 7: (0.49, 0.59), 8: (0.15, 0.07)}
BASES = (100, 300, 1_000)
WHITE_TO_BME = 5
EXCESS, EXCESS_BASE = 0.10, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is true of every trust of a run: people who answer, and how far from the benchmark."""

    bme_base: int
    trusts: int = TRUSTS
    excess: float = 0.0
    seed: int = 5


def trust_years(truth: Truth) -> Iterator[tuple[Assessment, ...]]:
    """Give each made-up trust's four survey indicators, assessed in its third year."""
    chance = np.random.default_rng(truth.seed)
    shape = (truth.trusts, len(YEARS))
    drawn = {}
    for number, (bme, white) in LEVELS.items():
        adverse = -truth.excess if number == 7 else truth.excess
        drawn[number] = (
            chance.binomial(truth.bme_base, bme + adverse, shape),
            chance.binomial(truth.bme_base * WHITE_TO_BME, white, shape),
        )
    benchmarks = {number: _benchmark(number, bme) for number, (bme, _) in LEVELS.items()}
    for place in range(truth.trusts):
        found = []
        for number, (bme, white) in drawn.items():
            gaps = tuple(
                _gap(number, year, int(bme[place, at]), int(white[place, at]), truth.bme_base)
                for at, year in enumerate(YEARS)
            )
            assessed = assess_survey(gaps, benchmarks[number])
            found += [] if assessed is None else [assessed]
        yield tuple(found)


def _benchmark(number: int, value: float) -> BenchmarkFigure:
    return BenchmarkFigure(
        kind=BenchmarkKind.NATIONAL,
        scope="England",
        label="England",
        wres_year=YEARS[-1] + 1,
        indicator=number,
        ethnic_group=EthnicGroup.BME,
        value=value,
    )


def _gap(number: int, year: int, bme: int, white: int, base: int) -> Gap:
    rates = [
        rate_of(
            Result(
                org_code="ZZP",
                wres_year=year + 1,
                survey_year=year,
                indicator=number,
                ethnic_group=group,
                numerator=count,
                denominator=people,
            )
        )
        for group, count, people in (
            (EthnicGroup.BME, bme, base),
            (EthnicGroup.WHITE, white, base * WHITE_TO_BME),
        )
    ]
    return gap_between(*rates)


def nothing_wrong(bme_base: int, trusts: int = TRUSTS) -> dict[str, float]:
    """Return flags a trust-year where nothing is wrong: printed, clear, and to act on first.

    Each mean comes with its Monte-Carlo standard error, in flags a trust-year.
    """
    counted = np.array(
        [
            (
                sum(f.raised for one in found for f in one.findings),
                sum(f.raised and f.clear for one in found for f in one.findings),
                len({number for number, _ in still_clear(found)}),
            )
            for found in trust_years(Truth(bme_base=bme_base, trusts=trusts))
        ]
    )
    told: dict[str, float] = {"bme_base": bme_base, "trusts": trusts}
    for at, name in enumerate(("printed", "clear", "act")):
        told[name] = round(float(counted[:, at].mean()), 3)
        told[f"{name}_error"] = round(float(counted[:, at].std() / trusts**0.5), 4)
        told[f"any_{name}"] = round(float((counted[:, at] > 0).mean()), 4)
    return told


def planted(trusts: int = TRUSTS) -> dict[str, Any]:
    """Return how often an excess of 10 points is found, by indicator, as shares (0 to 1)."""
    clear = dict.fromkeys(LEVELS, 0)
    act = dict.fromkeys(LEVELS, 0)
    for found in trust_years(Truth(bme_base=EXCESS_BASE, trusts=trusts, excess=EXCESS)):
        to_act = still_clear(found)
        for one in found:
            worse = one.finding(Trigger.WORSE_THAN_BENCHMARK)
            clear[one.indicator] += worse is not None and worse.raised and worse.clear
            act[one.indicator] += (one.indicator, Trigger.WORSE_THAN_BENCHMARK) in to_act
    return {
        "excess_points": EXCESS * 100,
        "bme_base": EXCESS_BASE,
        "trusts": trusts,
        "clear": {str(number): round(count / trusts, 4) for number, count in clear.items()},
        "act": {str(number): round(count / trusts, 4) for number, count in act.items()},
    }
