"""Compared with whom: the organisations of a benchmarking group, and every published figure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, benchmark_for, row_at
from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind
from wres.indicators import Indicator, indicator
from wres.measures import Rate, rate_of
from wres.organisations import Organisation
from wres.terms import BenchmarkGroup, EthnicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One organisation in a distribution of peers."""

    organisation: Organisation
    bme: Rate
    white: Rate
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeersAnswer:
    """One survey indicator over the organisations of a benchmarking group, own one marked."""

    measured: Indicator
    wres_year: int
    group_label: str
    peers: tuple[Peer, ...]
    own: Peer | None
    bme_benchmark: Benchmark
    white_benchmark: Benchmark


def peers(evidence: Evidence, view: View) -> PeersAnswer:
    """Return the published BME and White rates of similar trusts in the chosen year."""
    own = evidence.organisations.get(view.org_code)
    cell = Cell(org_code=view.org_code, indicator=view.indicator)
    codes = _same_group(evidence, own)
    found = tuple(_peer(evidence, code, view) for code in codes)
    shown = tuple(p for p in found if p.bme.is_shown and p.white.is_shown)
    white = replace(cell, group=EthnicGroup.WHITE)
    return PeersAnswer(
        measured=indicator(view.indicator),
        wres_year=view.wres_year,
        group_label=own.group_label or own.benchmark_group.value,
        peers=shown,
        own=next((p for p in shown if p.is_own), None),
        bme_benchmark=benchmark_for(evidence, cell, view.wres_year, kind=BenchmarkKind.GROUP),
        white_benchmark=benchmark_for(evidence, white, view.wres_year, kind=BenchmarkKind.GROUP),
    )


def _same_group(evidence: Evidence, own: Organisation) -> list[str]:
    group = own.benchmark_group
    # Organisations outside every group have nothing in common but that.
    if group is BenchmarkGroup.NONE:
        return []
    return [
        code
        for code in evidence.rows.organisations()
        if code in evidence.organisations
        and evidence.organisations.get(code).benchmark_group is group
    ]


def _peer(evidence: Evidence, code: str, view: View) -> Peer:
    both = []
    for group in (EthnicGroup.BME, EthnicGroup.WHITE):
        cell = Cell(org_code=code, indicator=view.indicator, group=group)
        both.append(rate_of(row_at(evidence, cell, view.wres_year)))
    return Peer(
        organisation=evidence.organisations.get(code),
        bme=both[0],
        white=both[1],
        is_own=code == view.org_code,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkList:
    """Every published figure of an indicator an organisation can be set beside, by year."""

    measured: Indicator
    figures: tuple[BenchmarkFigure, ...]


def benchmark_list(evidence: Evidence, view: View) -> BenchmarkList:
    """Return the figures of every comparator and year for both groups, doubtful ones included."""
    places = {(c.kind, c.scope) for c in evidence.comparators(view.org_code)}
    wanted = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.ALL)
    found = [
        figure
        for figure in evidence.benchmarks
        if (figure.kind, figure.scope) in places
        and figure.indicator == view.indicator
        and figure.ethnic_group in wanted
    ]
    order = sorted(found, key=lambda f: (-f.wres_year, f.label, f.ethnic_group.value))
    return BenchmarkList(measured=indicator(view.indicator), figures=tuple(order))
