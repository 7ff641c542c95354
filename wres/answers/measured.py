"""One organisation's measures, looked up in the publication: rates, gaps, series, shares."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, blank_row
from wres.benchmarks import Benchmark, BenchmarkKind
from wres.concerns import Assessment, assess_likelihood, assess_representation, assess_survey
from wres.indicators import LIKELIHOOD_INDICATORS, Kind, indicator
from wres.measures import (
    Gap,
    Likelihood,
    Rate,
    Representation,
    gap_between,
    rate_of,
    representation_of,
)
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A place in the published lattice, in any year: whose, which indicator, which people."""

    org_code: str
    indicator: int
    group: EthnicGroup = EthnicGroup.BME
    band: Band = Band.ALL
    staff_group: StaffGroup = StaffGroup.ALL


def row_at(evidence: Evidence, cell: Cell, wres_year: int) -> Result:
    """Return the published row of a cell, or a row that says the figure is missing."""
    found = evidence.rows.get(
        cell.org_code,
        wres_year,
        indicator=cell.indicator,
        ethnic_group=cell.group,
        band=cell.band,
        staff_group=cell.staff_group,
    )
    if found is not None:
        return found
    missing = blank_row(cell.org_code, wres_year, cell.indicator, ethnic_group=cell.group)
    return replace(missing, band=cell.band, staff_group=cell.staff_group)


def rate_at(evidence: Evidence, cell: Cell, wres_year: int) -> Rate:
    """Return the rate of a cell."""
    return rate_of(row_at(evidence, cell, wres_year))


def gap_at(evidence: Evidence, cell: Cell, wres_year: int) -> Gap:
    """Return the cell's rate minus the White rate of the same band and staff."""
    white = replace(cell, group=EthnicGroup.WHITE)
    return gap_between(rate_at(evidence, cell, wres_year), rate_at(evidence, white, wres_year))


def gap_series(evidence: Evidence, cell: Cell, until: int | None = None) -> tuple[Gap, ...]:
    """Return one gap a year, earliest first, for the years with figures of this indicator."""
    years = evidence.rows.years(cell.org_code, cell.indicator)
    return tuple(gap_at(evidence, cell, year) for year in years if until is None or year <= until)


def likelihood_series(
    evidence: Evidence, cell: Cell, until: int | None = None
) -> tuple[Likelihood, ...]:
    """Return one relative likelihood a year, earliest first; none of an indicator without them."""
    # In a large store a trust's are read when somebody asks for them.
    if cell.indicator not in LIKELIHOOD_INDICATORS:
        return ()
    series = evidence.publication.likelihood_series(cell.org_code, cell.indicator)
    return tuple(one for one in series if until is None or one.wres_year <= until)


def representation_at(evidence: Evidence, cell: Cell, wres_year: int) -> Representation | None:
    """Return a share of posts beside the workforce share: senior bands (1) or the board (9).

    Unless the cell names a band or staff group, indicator 1 looks at bands 8a and above and
    indicator 9 at the whole board.
    """
    workforce = row_at(evidence, Cell(org_code=cell.org_code, indicator=1), wres_year)
    return representation_of(row_at(evidence, senior_cell(cell), wres_year), workforce)


def senior_cell(cell: Cell) -> Cell:
    """Return the posts indicators 1 and 9 are about when no band or staff group is named."""
    if cell.indicator == 9 and cell.staff_group is StaffGroup.ALL:
        return replace(cell, staff_group=StaffGroup.BOARD)
    if cell.indicator == 1 and cell.band is Band.ALL:
        return replace(cell, band=Band.BANDS_8A_VSM)
    return cell


def benchmark_for(
    evidence: Evidence, cell: Cell, wres_year: int, *, kind: BenchmarkKind | None = None
) -> Benchmark:
    """Return what a cell's figure of this year is compared with, or why nothing is."""
    if indicator(cell.indicator).is_likelihood:
        everyone = EthnicGroup.ALL
        row = blank_row(cell.org_code, wres_year, cell.indicator, ethnic_group=everyone)
        return evidence.benchmark(replace(row, unit=Unit.RATIO), kind)
    return evidence.benchmark(row_at(evidence, cell, wres_year), kind)


def assessment_of(
    evidence: Evidence, cell: Cell, wres_year: int, *, kind: BenchmarkKind | None = None
) -> Assessment | None:
    """Return one indicator looked at for every trigger, or None without figures for the year."""
    measured = indicator(cell.indicator)
    benchmark = benchmark_for(evidence, cell, wres_year, kind=kind)
    if measured.kind is Kind.SURVEY:
        gaps = gap_series(evidence, cell, wres_year)
        latest = bool(gaps) and gaps[-1].wres_year == wres_year
        return assess_survey(gaps, benchmark) if latest else None
    if measured.kind is Kind.LIKELIHOOD:
        series = likelihood_series(evidence, cell, wres_year)
        latest = bool(series) and series[-1].wres_year == wres_year
        return assess_likelihood(series, benchmark) if latest else None
    return assess_representation(representation_at(evidence, cell, wres_year))
