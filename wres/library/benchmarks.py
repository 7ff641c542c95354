"""Read published figures to compare with: England, regions, groups, and England by background.

Lines of kind ``context`` (targets, shares of trusts, head counts) stay in the file for the reader
of the file; they are checked and are not benchmarks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wres.benchmarks import BenchmarkFigure, BenchmarkKind
from wres.indicators import calc_basis, indicator
from wres.library.tables import Line, read_table
from wres.results import Result, check_result
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Unit, survey_year_of

BENCHMARK_COLUMNS = (
    "kind",
    "scope",
    "label",
    "wres_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "value",
    "unit",
    "calc_basis",
    "base",
    "organisations",
    "doubtful",
    "note",
    "source_id",
    "source_title",
    "source_url",
)
ENGLAND_COLUMNS = (
    "wres_year",
    "survey_year",
    "indicator",
    "breakdown",
    "subgroup",
    "ethnic_group",
    "value",
    "responses",
    "calc_basis",
    "weighting",
    "calculation",
    "source_id",
)
CONTEXT = "context"
_NEVER_IN_A_FILE = (
    BenchmarkKind.LAST_YEAR,
    BenchmarkKind.PARITY,
    BenchmarkKind.PEERS,
    BenchmarkKind.TARGET,
)
COUNT = "count"
ALL_STAFF = "All staff"
REGION = "Region"
DETAILED_BACKGROUND = "Ethnic background (detailed)"
SUMMARY_BACKGROUND = "Ethnic background (summary)"
OCCUPATION = "Occupation group (summary)"
BREAKDOWNS = (ALL_STAFF, REGION, DETAILED_BACKGROUND, SUMMARY_BACKGROUND, OCCUPATION)

Seen = set[tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalBreakdown:
    """One national survey figure of a published breakdown; ``value`` is a proportion, 0 to 1.

    ``responses`` is the number of people who answered. ``ethnic_group`` is the wide group a
    detailed background belongs to.
    """

    breakdown: str
    subgroup: str
    wres_year: int
    survey_year: int
    indicator: int
    ethnic_group: EthnicGroup
    value: float
    responses: int
    calc_basis: CalcBasis
    weighting: str = ""
    calculation: str = ""
    source_id: str = ""


def load_benchmarks(path: Path) -> tuple[BenchmarkFigure, ...]:
    """Return the figures of a benchmark file that can be compared with, and the doubtful ones.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used, or two sound lines are the
            same figure.
    """
    seen: Seen = set()
    lines = read_table(path, BENCHMARK_COLUMNS, lambda line: _figure(line, seen))
    return tuple(figure for figure in lines if figure is not None)


def load_national_breakdowns(path: Path) -> tuple[NationalBreakdown, ...]:
    """Return England by region, ethnic background and occupation, as published.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    return read_table(path, ENGLAND_COLUMNS, _breakdown)


def national_benchmarks(
    breakdowns: Iterable[NationalBreakdown],
) -> tuple[BenchmarkFigure, ...]:
    """Return the breakdowns an organisation is compared with: all staff, BME, White, regions.

    Detailed backgrounds and occupation groups are left out: the standard compares two groups.
    """
    kept = (ALL_STAFF, REGION, SUMMARY_BACKGROUND)
    return tuple(_from_breakdown(one) for one in breakdowns if one.breakdown in kept)


def _figure(line: Line, seen: Seen) -> BenchmarkFigure | None:
    if line.text("kind") == CONTEXT:
        _check_context(line)
        return None
    figure = BenchmarkFigure(
        kind=line.one_of("kind", BenchmarkKind, "kind of benchmark"),
        scope=line.filled("scope"),
        label=line.filled("label"),
        wres_year=line.wres_year(),
        indicator=indicator(line.whole("indicator")).number,
        ethnic_group=line.one_of("ethnic_group", EthnicGroup, "ethnic group"),
        value=line.number_of("value"),
        staff_group=line.one_of("staff_group", StaffGroup, "staff group"),
        band=line.one_of("band", Band, "band"),
        unit=line.one_of("unit", Unit, "unit"),
        calc_basis=line.one_of("calc_basis", CalcBasis, "calculation basis"),
        base=line.whole_or_none("base"),
        organisations=line.whole_or_none("organisations"),
        doubtful=line.text("doubtful"),
        note=line.text("note"),
        source_id=line.filled("source_id"),
        source_title=line.filled("source_title"),
        source_url=line.text("source_url"),
    )
    _check_figure(line, figure, seen)
    return figure


def _check_context(line: Line) -> None:
    for name in ("label", "source_id", "source_title", "source_url"):
        line.filled(name)
    line.wres_year()
    line.number_of("value")
    if line.text("unit") != COUNT:
        line.one_of("unit", Unit, "unit")


def _check_figure(line: Line, figure: BenchmarkFigure, seen: Seen) -> None:
    if figure.kind in _NEVER_IN_A_FILE:
        raise line.broken(f"{figure.kind.value} is worked out, not read from a file.")
    if not figure.source_url and figure.kind is not BenchmarkKind.PRACTICE:
        raise line.broken("“source_url” is empty.")
    check_result(_as_result(figure))
    if figure.doubtful:
        return
    expected = calc_basis(figure.indicator, survey_year_of(figure.wres_year))
    if figure.calc_basis is not expected:
        raise line.broken(
            f"indicator {figure.indicator} in WRES {figure.wres_year} is on the basis "
            f"{expected.value}; say in “doubtful” why this figure is not."
        )
    key = (figure.kind, figure.scope, _as_result(figure).key)
    if key in seen:
        raise line.broken("it is the same figure as a line above it.")
    seen.add(key)


def _as_result(figure: BenchmarkFigure) -> Result:
    return Result(
        org_code=figure.scope,
        wres_year=figure.wres_year,
        survey_year=survey_year_of(figure.wres_year),
        indicator=figure.indicator,
        ethnic_group=figure.ethnic_group,
        staff_group=figure.staff_group,
        band=figure.band,
        value=figure.value,
        unit=figure.unit,
    )


def _breakdown(line: Line) -> NationalBreakdown:
    breakdown = line.text("breakdown")
    if breakdown not in BREAKDOWNS:
        raise line.broken(f"“{breakdown}” is not a known breakdown.")
    one = NationalBreakdown(
        breakdown=breakdown,
        subgroup=line.filled("subgroup"),
        wres_year=line.wres_year(),
        survey_year=line.survey_year(),
        indicator=indicator(line.whole("indicator")).number,
        ethnic_group=line.one_of("ethnic_group", EthnicGroup, "ethnic group"),
        value=line.number_of("value"),
        responses=line.whole("responses"),
        calc_basis=line.one_of("calc_basis", CalcBasis, "calculation basis"),
        weighting=line.text("weighting"),
        calculation=line.text("calculation"),
        source_id=line.filled("source_id"),
    )
    if one.calc_basis is not calc_basis(one.indicator, one.survey_year):
        raise line.broken("its calculation basis is not the one of its survey year.")
    check_result(_as_result(_from_breakdown(one)))
    return one


def _from_breakdown(one: NationalBreakdown) -> BenchmarkFigure:
    in_region = one.breakdown == REGION
    return BenchmarkFigure(
        kind=BenchmarkKind.REGION if in_region else BenchmarkKind.NATIONAL,
        scope=one.subgroup if in_region else "England",
        label=f"{one.subgroup} region" if in_region else "England",
        wres_year=one.wres_year,
        indicator=one.indicator,
        ethnic_group=one.ethnic_group,
        value=one.value,
        calc_basis=one.calc_basis,
        base=one.responses,
        note=f"{one.calculation}; weighting: {one.weighting or 'none given'}.",
        source_id=one.source_id,
    )
