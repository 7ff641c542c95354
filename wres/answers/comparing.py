"""One trust beside everything it can be compared with: each with its year, edition and verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, View
from wres.answers.measured import (
    Cell,
    benchmark_for,
    gap_at,
    gap_series,
    likelihood_series,
    representation_at,
    senior_cell,
)
from wres.answers.peers import PeersAnswer, peers
from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind, NoBenchmark
from wres.comparisons import (
    BenchmarkComparison,
    against_benchmark,
    comparable_years,
    likelihood_against_benchmark,
)
from wres.indicators import Indicator, break_between, indicator
from wres.measures import Gap, Likelihood, Rate
from wres.terms import EthnicGroup, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One comparator: its figures, its gap (BME minus White, 0 to 1), and how the own one stands.

    ``bme`` of a relative likelihood is the ratio; then there is no White figure and no gap.
    """

    kind: BenchmarkKind
    label: str
    bme: Benchmark
    white: Benchmark | None
    gap: float | None
    compared: BenchmarkComparison


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedWith:
    """The own figures of a year, and each comparator in the order a reader meets them."""

    measured: Indicator
    wres_year: int
    gap: Gap
    likelihood: Likelihood | None
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A trust's own aim for one indicator: a proportion (0 to 1) of BME staff, or a ratio."""

    indicator: int
    value: float


def compared_with(
    evidence: Evidence, view: View, *, chosen: PeersAnswer, target: Target | None = None
) -> ComparedWith:
    """Return an organisation beside every comparator of the chosen year.

    The published ones first (group, region, England), then the chosen trusts, its own year
    before, parity, and its own target when there is one for this indicator.
    """
    cell = senior_cell(Cell(org_code=view.org_code, indicator=view.indicator))
    own = _Own(evidence, cell, view.wres_year)
    kinds = [c.kind for c in evidence.comparators(view.org_code)]
    # The median of the trusts' gaps is not the gap between their medians.
    gaps = (
        {BenchmarkKind.GROUP: evidence.answer(peers, view).gap_median}
        if own.measured.is_survey
        else {}
    )
    found = [own.published(kind, gaps.get(kind)) for kind in kinds]
    if own.measured.is_survey and kinds:
        found.append(own.beside(BenchmarkKind.PEERS, *_chosen(own, chosen)))
    found.append(own.year_before())
    found.append(own.parity())
    if target is not None and target.indicator == view.indicator:
        found.append(own.beside(BenchmarkKind.TARGET, own.made_of(target.value, "own target")))
    return ComparedWith(
        measured=own.measured,
        wres_year=view.wres_year,
        gap=own.gap,
        likelihood=own.likelihood,
        beside=tuple(found),
    )


class _Own:
    """The own figure of one cell and year, set beside one comparator after the other."""

    def __init__(self, evidence: Evidence, cell: Cell, wres_year: int) -> None:
        self.evidence, self.cell, self.year = evidence, cell, wres_year
        self.measured = indicator(cell.indicator)
        self.gap = gap_at(evidence, cell, wres_year)
        # Posts are counted, not sampled: without an interval nothing can be called clear.
        if not self.measured.is_survey:
            self.gap = replace(self.gap, bme=replace(self.gap.bme, interval=None))
        series = likelihood_series(evidence, cell, wres_year)
        now = [one for one in series if one.wres_year == wres_year]
        self.likelihood = now[0] if now else None

    def published(self, kind: BenchmarkKind, gap: float | None) -> Beside:
        bme = benchmark_for(self.evidence, self.cell, self.year, kind=kind)
        white = None
        if self.measured.is_survey:
            white_cell = replace(self.cell, group=EthnicGroup.WHITE)
            white = benchmark_for(self.evidence, white_cell, self.year, kind=kind)
        return self.beside(kind, bme, white, gap if isinstance(bme, BenchmarkFigure) else None)

    def made_of(
        self, value: float, label: str, *, rate: Rate | None = None, year: int | None = None
    ) -> BenchmarkFigure:
        """Return a figure to compare with that was worked out here, of this year unless said."""
        return BenchmarkFigure(
            kind=BenchmarkKind.TARGET,
            scope=self.cell.org_code,
            label=label,
            wres_year=year or self.year,
            indicator=self.cell.indicator,
            ethnic_group=rate.group if rate else EthnicGroup.BME,
            value=value,
            unit=Unit.RATIO if self.measured.is_likelihood else Unit.PROPORTION,
            calc_basis=rate.calc_basis if rate else self.gap.bme.calc_basis,
            base=rate.base if rate else None,
            edition=rate.edition if rate else "",
        )

    def none(self, label: str, reason: str) -> NoBenchmark:
        return NoBenchmark(label=label, wres_year=self.year, reason=reason)

    def beside(
        self,
        kind: BenchmarkKind,
        bme: Benchmark,
        white: Benchmark | None = None,
        gap: float | None = None,
    ) -> Beside:
        if gap is None and isinstance(bme, BenchmarkFigure) and isinstance(white, BenchmarkFigure):
            gap = bme.value - white.value
        return Beside(
            kind=kind,
            label=bme.label,
            bme=replace(bme, kind=kind) if isinstance(bme, BenchmarkFigure) else bme,
            white=white,
            gap=gap,
            compared=self.compared(bme),
        )

    def compared(self, benchmark: Benchmark) -> BenchmarkComparison:
        if self.likelihood is not None:
            return likelihood_against_benchmark(self.likelihood, benchmark)
        return against_benchmark(self.gap.bme, benchmark)

    def year_before(self) -> Beside:
        label = "this trust the year before"
        kind = BenchmarkKind.LAST_YEAR
        if self.measured.is_likelihood:
            series = likelihood_series(self.evidence, self.cell, self.year - 1)
            before = series[-1] if series and series[-1].wres_year == self.year - 1 else None
            if before is None or before.shown_ratio is None:
                return self.beside(kind, self.none(label, _no_year(self.year - 1)))
            return self.beside(kind, self.made_of(before.shown_ratio, label, year=self.year - 1))
        gaps = gap_series(self.evidence, self.cell, self.year)
        joined = {rate.wres_year for rate in comparable_years(tuple(g.bme for g in gaps))}
        last = next((g for g in gaps if g.wres_year == self.year - 1 and g.bme.is_shown), None)
        if last is None or last.bme.value is None:
            return self.beside(kind, self.none(label, _no_year(self.year - 1)))
        if last.wres_year not in joined:
            return self.beside(kind, self.none(label, self._why_apart()))
        white = self._white_of(last.white)
        bme = self.made_of(last.bme.value, label, rate=last.bme, year=last.wres_year)
        return self.beside(kind, bme, white)

    def _white_of(self, rate: Rate) -> Benchmark | None:
        if not self.measured.is_survey or rate.value is None or not rate.is_shown:
            return None
        label = "this trust the year before"
        return self.made_of(rate.value, label, rate=rate, year=rate.wres_year)

    def _why_apart(self) -> str:
        cut = break_between(self.cell.indicator, self.year - 2, self.year - 1)
        if cut is not None:
            return f"The year before was counted differently, so it is not compared. {cut.reason}"
        return "The year before is of another issue of the survey, so it is not compared."

    def parity(self) -> Beside:
        kind = BenchmarkKind.PARITY
        if self.measured.is_likelihood:
            return self.beside(kind, self.made_of(1.0, "parity, a ratio of 1"))
        if self.measured.is_survey:
            white = self.gap.white
            if white.value is None or not white.is_shown:
                reason = "There is no White figure of this trust to be level with."
                return self.beside(kind, self.none("parity", reason))
            bme = self.made_of(white.value, "parity, the White figure of this trust", rate=white)
            return self.beside(kind, replace(bme, ethnic_group=EthnicGroup.BME), gap=0.0)
        return self._parity_of_posts()

    def _parity_of_posts(self) -> Beside:
        found = representation_at(self.evidence, self.cell, self.year)
        if found is None:
            reason = "There are no counts of people for this year to work parity out from."
            return self.beside(BenchmarkKind.PARITY, self.none("parity", reason))
        label = "parity, the BME share of the workforce"
        return self.beside(BenchmarkKind.PARITY, self.made_of(found.workforce_share, label))


def _no_year(year: int) -> str:
    return f"There is no figure of this trust for {year}."


def _chosen(own: _Own, chosen: PeersAnswer) -> tuple[Benchmark, Benchmark | None, float | None]:
    label = "the median of the trusts chosen below"
    if chosen.bme_median is None or chosen.white_median is None:
        few = len(chosen.peers)
        reason = f"A median needs three other trusts with figures of this year; {few} chosen here."
        return own.none(label, reason), None, None
    sample = chosen.peers[0]
    figures = []
    for rate, value in ((sample.bme, chosen.bme_median), (sample.white, chosen.white_median)):
        figure = own.made_of(value, label, rate=replace(rate, base=None))
        figures.append(replace(figure, organisations=len(chosen.peers)))
    return figures[0], figures[1], chosen.gap_median
