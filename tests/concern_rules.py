"""The three concern rules, put to bare counts: how the vectors of the method ask for them."""

from __future__ import annotations

from typing import Any

from wres.benchmarks import BenchmarkFigure, BenchmarkKind
from wres.comparisons import against_benchmark, gap_change, trend
from wres.measures import Gap, Rate, gap_between, rate_of, rounded
from wres.results import Result
from wres.terms import EthnicGroup


def _rate(x: float, n: float, *, higher_is_worse: bool, year: int, group: EthnicGroup) -> Rate:
    # Indicator 8 is worse when higher; 7 is better when higher, and unbroken from 2021 to 2024.
    row: Any = {"numerator": x, "denominator": n}
    return rate_of(
        Result(
            org_code="ZZP",
            wres_year=year + 1,
            survey_year=year,
            indicator=8 if higher_is_worse else 7,
            ethnic_group=group,
            **row,
        )
    )


def flag_worse_than_benchmark(
    *, x: float, n: float, benchmark: float, higher_is_worse: bool
) -> dict[str, str]:
    """Return the point and qualified answer of rule A against a fixed benchmark."""
    rate = _rate(x, n, higher_is_worse=higher_is_worse, year=2022, group=EthnicGroup.BME)
    figure = BenchmarkFigure(
        kind=BenchmarkKind.NATIONAL,
        scope="England",
        label="England",
        wres_year=2023,
        indicator=rate.indicator,
        ethnic_group=EthnicGroup.BME,
        value=benchmark,
    )
    found = against_benchmark(rate, figure)
    return {"point": found.point.value, "qualified": found.qualified.value}


def flag_trend_in_decline(
    *, x: list[float], n: list[float], year: list[int], higher_is_worse: bool
) -> dict[str, str]:
    """Return the point and qualified answer of rule B over a series."""
    # The vectors' years are labels without a break, and indicator 7 has one from 2021: the whole
    # series is moved before it, which changes no distance between years.
    earlier = 2020 - max(year)
    rates = tuple(
        _rate(a, b, higher_is_worse=higher_is_worse, year=y + earlier, group=EthnicGroup.BME)
        for a, b, y in zip(x, n, year, strict=True)
    )
    found = trend(rates)
    return {"point": found.point.value, "qualified": found.qualified.value}


def flag_differential_opening(
    *,
    bme_x1: float,
    bme_n1: float,
    white_x1: float,
    white_n1: float,
    bme_x2: float,
    bme_n2: float,
    white_x2: float,
    white_n2: float,
    higher_is_worse: bool,
) -> dict[str, Any]:
    """Return both answers of rule C, the ratio's direction and both adverse gaps (proportions)."""
    years = ((2021, bme_x1, bme_n1, white_x1, white_n1), (2022, bme_x2, bme_n2, white_x2, white_n2))
    found = gap_change(tuple(_gap(*one, higher_is_worse=higher_is_worse) for one in years))
    before, now = found.before, found.now
    return {
        "point": found.point.value,
        "qualified": found.qualified.value,
        "ratio_direction": found.ratio_direction.value,
        "gap_prev": rounded(before.adverse, 3) if before and before.adverse is not None else None,
        "gap_now": rounded(now.adverse, 3) if now and now.adverse is not None else None,
    }


def _gap(year: int, bx: float, bn: float, wx: float, wn: float, *, higher_is_worse: bool) -> Gap:
    bme = _rate(bx, bn, higher_is_worse=higher_is_worse, year=year, group=EthnicGroup.BME)
    white = _rate(wx, wn, higher_is_worse=higher_is_worse, year=year, group=EthnicGroup.WHITE)
    return gap_between(bme, white)
