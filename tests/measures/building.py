"""Rows and measures made short, for tests that need many of them."""

from __future__ import annotations

from wres.benchmarks import BenchmarkFigure, BenchmarkKind
from wres.indicators import calc_basis
from wres.measures import Gap, Likelihood, Rate, gap_between, likelihood_of, rate_of
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit

BME, WHITE, UNKNOWN, ALL = (
    EthnicGroup.BME,
    EthnicGroup.WHITE,
    EthnicGroup.UNKNOWN,
    EthnicGroup.ALL,
)
Counted = tuple[int, int]


def row(
    number: int,
    group: EthnicGroup,
    counted: Counted | None = None,
    *,
    year: int = 2025,
    value: float | None = None,
    base: int | None = None,
    band: Band = Band.ALL,
    staff_group: StaffGroup = StaffGroup.ALL,
    unit: Unit = Unit.PROPORTION,
    status: Status = Status.SHOWN,
) -> Result:
    """Return a row of one trust; ``counted`` is (yes, answered)."""
    return Result(
        org_code="ABC",
        wres_year=year,
        survey_year=year - 1,
        indicator=number,
        ethnic_group=group,
        staff_group=staff_group,
        band=band,
        numerator=counted[0] if counted else None,
        denominator=counted[1] if counted else base,
        value=value,
        unit=unit,
        calc_basis=calc_basis(number, year - 1),
        status=status,
    )


def rate(number: int, counted: Counted | None = None, *, year: int = 2025, **more: object) -> Rate:
    """Return the rate of BME staff."""
    return rate_of(row(number, BME, counted, year=year, **more))  # type: ignore[arg-type]


def gap(number: int, bme: Counted, white: Counted, *, year: int = 2025) -> Gap:
    """Return BME minus White from counts."""
    return gap_between(
        rate_of(row(number, BME, bme, year=year)), rate_of(row(number, WHITE, white, year=year))
    )


def printed_gap(number: int, bme: float, white: float, *, year: int = 2025) -> Gap:
    """Return BME minus White from percentages (0 to 1) without counts."""
    return gap_between(
        rate_of(row(number, BME, year=year, value=bme)),
        rate_of(row(number, WHITE, year=year, value=white)),
    )


def likelihood(number: int, bme: Counted, white: Counted, *, year: int = 2025) -> Likelihood:
    """Return the relative likelihood from counts."""
    return likelihood_of(row(number, BME, bme, year=year), row(number, WHITE, white, year=year))


def benchmark(
    number: int,
    value: float,
    *,
    base: int | None = None,
    year: int = 2025,
    unit: Unit = Unit.PROPORTION,
    group: EthnicGroup = BME,
    doubtful: str = "",
) -> BenchmarkFigure:
    """Return a figure for England to compare with."""
    return BenchmarkFigure(
        kind=BenchmarkKind.NATIONAL,
        scope="England",
        label="England",
        wres_year=year,
        indicator=number,
        ethnic_group=group,
        value=value,
        unit=unit,
        base=base,
        calc_basis=calc_basis(number, year - 1),
        doubtful=doubtful,
    )
