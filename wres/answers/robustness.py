"""Robust or fragile: is it still an area of concern when the same figures are counted another way?

Only published cells are counted anew, and nothing here takes the place of the verdict shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from wres.answers.evidence import Evidence
from wres.answers.measured import (
    Cell,
    assessment_of,
    benchmark_for,
    gap_series,
    likelihood_series,
    row_at,
    senior_cell,
)
from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind
from wres.concerns import (
    Assessment,
    Strength,
    assess_likelihood,
    assess_representation,
    assess_survey,
)
from wres.indicators import Kind, indicator
from wres.measures import (
    Likelihood,
    gap_between,
    likelihood_of,
    printed_likelihood,
    rate_of,
    representation_of,
)
from wres.results import Result
from wres.terms import EthnicGroup, Status, Unit

NOT_RAISED = (Strength.NONE, Strength.CANNOT_TELL)


class Way(Enum):
    """A way of counting the same published figures."""

    COMPARATOR = "comparator"
    UNKNOWN_AS_BME = "unknown as BME"
    UNKNOWN_AS_WHITE = "unknown as White"
    OTHER_BASE = "other base"
    YEAR_BEFORE = "benchmark of the year before"
    YEAR_AFTER = "benchmark of the year after"


UNKNOWN_WAYS = (Way.UNKNOWN_AS_BME, Way.UNKNOWN_AS_WHITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount:
    """One way of counting and the strength it gives; None when it could not be tried."""

    way: Way
    strength: Strength | None
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """The verdict shown, and the verdict under each other way of counting."""

    indicator: int
    shown: Strength
    recounts: tuple[Recount, ...]

    @property
    def tried(self) -> tuple[Recount, ...]:
        """The ways that could be tried and could tell."""
        return tuple(
            one for one in self.recounts if one.strength not in (None, Strength.CANNOT_TELL)
        )

    @property
    def holding(self) -> int:
        """How many of the ways tried agree on whether this is an area of concern."""
        return sum(self.agrees(one) for one in self.tried)

    def agrees(self, one: Recount) -> bool:
        """Return whether a way of counting gives the same answer: a concern, or none."""
        return (one.strength in NOT_RAISED) == (self.shown in NOT_RAISED)


def robustness_of(
    evidence: Evidence, cell: Cell, wres_year: int, *, kind: BenchmarkKind | None = None
) -> Robustness | None:
    """Return one indicator's verdict under every other way of counting, or None without figures."""
    shown = assessment_of(evidence, cell, wres_year, kind=kind)
    if shown is None or shown.strength is Strength.CANNOT_TELL:
        return None
    what = indicator(cell.indicator).kind
    if what is Kind.SURVEY:
        found = _survey(evidence, cell, wres_year, kind)
    elif what is Kind.LIKELIHOOD:
        found = _likelihoods(evidence, cell, wres_year, kind)
    else:
        found = _posts(evidence, cell, wres_year)
    return Robustness(indicator=cell.indicator, shown=shown.strength, recounts=found)


def _recount(way: Way, found: Assessment | None, beside: str = "") -> Recount:
    return Recount(way=way, strength=found.strength if found else None, beside=beside)


def _survey(
    evidence: Evidence, cell: Cell, year: int, kind: BenchmarkKind | None
) -> tuple[Recount, ...]:
    usual = benchmark_for(evidence, cell, year, kind=kind)
    series = gap_series(evidence, cell, year)
    found = [
        _recount(way, assess_survey(series, one), one.label)
        for way, one in _other_benchmarks(evidence, cell, year, usual=usual)
    ]
    years = [one.wres_year for one in series]
    for way in UNKNOWN_WAYS:
        pairs = _with_unknown(evidence, cell, years, way)
        gaps = tuple(gap_between(rate_of(bme), rate_of(white)) for bme, white in pairs)
        found.append(_recount(way, assess_survey(gaps, usual)))
    return tuple(found)


def _likelihoods(
    evidence: Evidence, cell: Cell, year: int, kind: BenchmarkKind | None
) -> tuple[Recount, ...]:
    usual = benchmark_for(evidence, cell, year, kind=kind)
    series = likelihood_series(evidence, cell, year)
    others = _other_benchmarks(evidence, cell, year, usual=usual)
    found = [_recount(way, assess_likelihood(series, one), one.label) for way, one in others]
    years = [one.wres_year for one in series if not one.small_numbers]
    whole = years if year in years else []
    for way in UNKNOWN_WAYS:
        again = tuple(likelihood_of(*p) for p in _with_unknown(evidence, cell, whole, way))
        found.append(_recount(way, assess_likelihood(again, usual)))
    printed = tuple(_printed(evidence, cell, years))
    latest = bool(printed) and printed[-1].wres_year == year
    found.append(_recount(Way.OTHER_BASE, assess_likelihood(printed, usual) if latest else None))
    return tuple(found)


def _printed(evidence: Evidence, cell: Cell, years: list[int]) -> Iterator[Likelihood]:
    """The ratios of these years as they were printed beside counts."""
    for year in years:
        row = evidence.rows.get(
            cell.org_code,
            year,
            indicator=cell.indicator,
            ethnic_group=EthnicGroup.ALL,
            unit=Unit.RATIO,
        )
        if row is not None:
            yield printed_likelihood(row)


def _other_benchmarks(
    evidence: Evidence, cell: Cell, year: int, *, usual: Benchmark
) -> list[tuple[Way, Benchmark]]:
    """The other comparators of the year, then the usual one with its year label one out."""
    if not isinstance(usual, BenchmarkFigure):
        return []
    others = [
        benchmark_for(evidence, cell, year, kind=one.kind)
        for one in evidence.comparators(cell.org_code)
        if one.kind is not usual.kind
    ]
    found = [(Way.COMPARATOR, one) for one in others if isinstance(one, BenchmarkFigure)]
    for way, step in ((Way.YEAR_BEFORE, -1), (Way.YEAR_AFTER, 1)):
        near = benchmark_for(evidence, cell, year + step, kind=usual.kind)
        same = isinstance(near, BenchmarkFigure) and (near.kind, near.calc_basis) == (
            usual.kind,
            usual.calc_basis,
        )
        found += [(way, near)] if isinstance(near, BenchmarkFigure) and same else []
    return list(found)


def _with_unknown(
    evidence: Evidence, cell: Cell, years: list[int], way: Way
) -> list[tuple[Result, Result]]:
    """The BME and White rows of each year with everyone of unknown ethnicity in one of the two.

    Years without the counts are left out; without those of the latest year there is nothing.
    """
    found = []
    for year in years:
        bme, white, unknown = (
            row_at(evidence, replace(cell, group=group), year)
            for group in (cell.group, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
        )
        counted = all(r.has_counts and r.status is Status.SHOWN for r in (bme, white, unknown))
        if counted and way is Way.UNKNOWN_AS_BME:
            found.append((_together(bme, unknown), white))
        elif counted:
            found.append((bme, _together(white, unknown)))
    return found if found and found[-1][0].wres_year == years[-1] else []


def _together(row: Result, more: Result) -> Result:
    return replace(
        row,
        numerator=(row.numerator or 0) + (more.numerator or 0),
        denominator=(row.denominator or 0) + (more.denominator or 0),
        value=None,
    )


def _posts(evidence: Evidence, cell: Cell, year: int) -> tuple[Recount, ...]:
    """Shares of posts: unknown ethnicity counts as not BME where shown, so two ways are left."""
    senior, whole = senior_cell(cell), Cell(org_code=cell.org_code, indicator=1)
    pairs = [
        (
            row_at(evidence, one, year),
            row_at(evidence, replace(one, group=EthnicGroup.UNKNOWN), year),
        )
        for one in (senior, whole)
    ]
    if not all(row.has_counts for pair in pairs for row in pair):
        return tuple(_recount(way, None) for way in (Way.UNKNOWN_AS_BME, Way.OTHER_BASE))
    as_bme = [
        replace(row, numerator=(row.numerator or 0) + (more.numerator or 0), value=None)
        for row, more in pairs
    ]
    without = [
        replace(row, denominator=(row.denominator or 0) - (more.numerator or 0), value=None)
        for row, more in pairs
    ]
    return (
        _recount(Way.UNKNOWN_AS_BME, assess_representation(representation_of(*as_bme))),
        _recount(Way.OTHER_BASE, assess_representation(representation_of(*without))),
    )
