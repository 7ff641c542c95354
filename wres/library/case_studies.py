"""Case studies: what others did, the figures they printed, and how like this trust they are.

The source's claim and its figures are kept as printed. Whether a figure is better than a
benchmark is worked out elsewhere from those figures, never taken from the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path

from wres.errors import DataFileBroken
from wres.library.front_matter import INDICATOR_NUMBERS, Fields, load_folder, read_page
from wres.terms import BenchmarkGroup, EthnicGroup

# A choice of ours: published shares of staff run from a few per cent to most of the staff.
CLOSE_BME_SHARE = 0.10


class EvidenceGrade(Enum):
    """How much the source lets us say about the outcome, strongest first."""

    ASSOCIATION = "association in a published study"
    BEFORE_AND_AFTER = "before and after"
    DESCRIBED_ONLY = "described only"


class Moment(Enum):
    """When a reported figure was taken, seen from the work described."""

    BEFORE = "before"
    AFTER = "after"
    CHANGE = "change"
    SINGLE = "single"


class ReportedUnit(Enum):
    """What a printed figure counts."""

    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    ODDS_RATIO = "odds ratio"
    COUNT = "count"


@dataclass(frozen=True)
class ReportedFigure:
    """One figure as its source prints it; ``indicator`` is None when it measures another thing."""

    indicator: int | None
    measure: str
    group: EthnicGroup
    moment: Moment
    year_label: str
    wres_year: int | None
    printed: str
    unit: ReportedUnit
    doubtful: bool
    note: str

    @property
    def value(self) -> float:
        """Return the figure: a proportion 0 to 1 for percent and points, else as printed."""
        scale = 100 if self.unit in (ReportedUnit.PERCENT, ReportedUnit.POINTS) else 1
        return float(Decimal(self.printed) / scale)

    @property
    def decimals(self) -> int:
        """Return how many decimal places the source prints."""
        return len(self.printed.partition(".")[2])


@dataclass(frozen=True)
class CaseStudy:
    """One case: what was done, what came of it, and how far the source can be trusted."""

    id: str
    title: str
    organisation: str
    org_code: str
    org_type: BenchmarkGroup
    indicators: tuple[int, ...]
    wres_years: tuple[int, ...]
    claim: str
    evidence_grade: EvidenceGrade
    what_was_done: str
    outcome: str
    what_did_not_work: str
    sample_sizes: str
    bme_share: float | None
    bme_share_words: str
    caution: str
    source_title: str
    source_url: str
    more_sources: tuple[str, ...]
    checked_on: date
    reported: tuple[ReportedFigure, ...]
    benchmark: tuple[ReportedFigure, ...]
    body: str

    def figures_for(self, indicator: int) -> tuple[ReportedFigure, ...]:
        """Return the reported figures that are this indicator's own, in file order."""
        return tuple(one for one in self.reported if one.indicator == indicator)

    def benchmark_for(self, indicator: int, group: EthnicGroup) -> ReportedFigure | None:
        """Return the benchmark the source quotes for a group, or None when it quotes none."""
        quoted = (one for one in self.benchmark if one.group is group)
        return next((one for one in quoted if one.indicator == indicator), None)


class Criterion(Enum):
    """One way a case can be like this trust."""

    INDICATOR = "indicator"
    BENCHMARK_GROUP = "benchmark group"
    MEASURED = "measured outcome"
    BME_SHARE = "BME share"


@dataclass(frozen=True)
class Mark:
    """The answer to one criterion: yes, no, or None for not known; and why, in one sentence."""

    criterion: Criterion
    met: bool | None
    reason: str


@dataclass(frozen=True)
class Likeness:
    """How like this trust a case is, one mark for each criterion."""

    marks: tuple[Mark, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the sentence of every mark, in the order of the criteria."""
        return tuple(mark.reason for mark in self.marks)

    def met(self, criterion: Criterion) -> bool:
        """Return whether a criterion is known to be met."""
        return any(mark.met is True for mark in self.marks if mark.criterion is criterion)


def load_case_study(path: Path) -> CaseStudy:
    """Return the case study in a Markdown file; its id is the file name without the ending.

    Raises:
        DataFileBroken: If the file cannot be read, lacks a key, or has one we do not know.
    """
    page = read_page(path)
    fields = page.header
    fields.refuse_keys_outside(CaseStudy, but=("id", "body"))
    case = CaseStudy(
        id=path.stem,
        title=fields.filled_text("title"),
        organisation=fields.filled_text("organisation"),
        org_code=fields.text("org_code"),
        org_type=fields.one_of("org_type", BenchmarkGroup, "benchmarking group"),
        indicators=fields.indicators("indicators"),
        wres_years=fields.wres_years("wres_years"),
        claim=fields.text("claim"),
        evidence_grade=fields.one_of("evidence_grade", EvidenceGrade, "evidence grade"),
        what_was_done=fields.filled_text("what_was_done"),
        outcome=fields.filled_text("outcome"),
        what_did_not_work=fields.filled_text("what_did_not_work"),
        sample_sizes=fields.filled_text("sample_sizes"),
        bme_share=fields.optional_proportion("bme_share"),
        bme_share_words=fields.optional_text("bme_share_words"),
        caution=fields.filled_text("caution"),
        source_title=fields.filled_text("source_title"),
        source_url=fields.optional_address("source_url") or fields.filled_text("source_url"),
        more_sources=fields.texts("more_sources"),
        checked_on=fields.day("checked_on"),
        reported=tuple(_figure(one) for one in fields.tables("reported")),
        benchmark=tuple(_figure(one) for one in fields.tables("benchmark")),
        body=page.body,
    )
    _refuse_grade_without_figures(case, fields)
    return case


def load_case_studies(folder: Path) -> tuple[tuple[CaseStudy, ...], tuple[DataFileBroken, ...]]:
    """Return the case studies of a folder, and an error naming each file that cannot be used."""
    return load_folder(folder, ".md", load_case_study)


def likeness(
    case: CaseStudy,
    *,
    benchmark_group: BenchmarkGroup,
    indicator: int,
    bme_share: float | None = None,
) -> Likeness:
    """Return how like the trust that is looking a case is, with a reason for each criterion.

    ``bme_share`` is the trust's BME share of staff, a proportion 0 to 1.
    """
    about, group = _same_indicator(case, indicator), _same_group(case, benchmark_group)
    return Likeness((about, group, _measured(case, indicator), _close_share(case, bme_share)))


def rank_for(
    cases: Iterable[CaseStudy],
    *,
    benchmark_group: BenchmarkGroup,
    indicator: int,
    bme_share: float | None = None,
    order: Sequence[Criterion] = tuple(Criterion),
) -> tuple[tuple[CaseStudy, Likeness], ...]:
    """Return the cases, most like this trust first, each with its likeness.

    The criteria decide in ``order``; then the stronger evidence grade, then the id.
    """
    here = partial(
        likeness, benchmark_group=benchmark_group, indicator=indicator, bme_share=bme_share
    )

    def place(pair: tuple[CaseStudy, Likeness]) -> tuple[object, ...]:
        grade = tuple(EvidenceGrade).index(pair[0].evidence_grade)
        return tuple(not pair[1].met(criterion) for criterion in order), grade, pair[0].id

    return tuple(sorted(((case, here(case)) for case in cases), key=place))


def _same_indicator(case: CaseStudy, indicator: int) -> Mark:
    met = indicator in case.indicators
    if met and case.indicators == INDICATOR_NUMBERS:
        reason = f"About all nine indicators, {indicator} among them."
    elif met:
        reason = f"Same indicator: {indicator}."
    else:
        reason = f"Different indicator: the case is about {', '.join(map(str, case.indicators))}."
    return Mark(Criterion.INDICATOR, met, reason)


def _same_group(case: CaseStudy, group: BenchmarkGroup) -> Mark:
    if case.org_type is BenchmarkGroup.NONE:
        met, reason = False, "The case is not one trust in a benchmarking group."
    elif case.org_type is group:
        met, reason = True, f"Same benchmarking group: {group.value}."
    else:
        there = case.org_type.value
        met, reason = False, f"Different benchmarking group: the case's is {there}."
    return Mark(Criterion.BENCHMARK_GROUP, met, reason)


def _measured(case: CaseStudy, indicator: int) -> Mark:
    met = False
    if case.evidence_grade is EvidenceGrade.DESCRIBED_ONLY:
        reason = "The outcome of the work is not measured with numbers in the source."
    elif not case.figures_for(indicator):
        reason = f"The outcome has numbers, but not for indicator {indicator} itself."
    else:
        met, reason = True, f"Outcome measured with numbers: {case.evidence_grade.value}."
    return Mark(Criterion.MEASURED, met, reason)


def _close_share(case: CaseStudy, bme_share: float | None) -> Mark:
    met = None
    if case.bme_share is None:
        reason = case.bme_share_words or "BME share of staff: not stated in the source."
    elif bme_share is None:
        reason = "BME share of this trust's staff: not known here."
    else:
        met = abs(case.bme_share - bme_share) <= CLOSE_BME_SHARE
        word = "close" if met else "not close"
        reason = f"BME share of staff is {word}: {case.bme_share:.0%} there, {bme_share:.0%} here."
    return Mark(Criterion.BME_SHARE, met, reason)


def _figure(fields: Fields) -> ReportedFigure:
    fields.refuse_keys_outside(ReportedFigure)
    return ReportedFigure(
        indicator=fields.indicator("indicator") if "indicator" in fields.table else None,
        measure=fields.filled_text("measure"),
        group=fields.one_of("group", EthnicGroup, "group"),
        moment=fields.one_of("moment", Moment, "moment"),
        year_label=fields.text("year_label"),
        wres_year=fields.wres_year("wres_year") if "wres_year" in fields.table else None,
        printed=fields.printed_number("printed"),
        unit=fields.one_of("unit", ReportedUnit, "unit"),
        doubtful=fields.flag("doubtful"),
        note=fields.optional_text("note"),
    )


def _refuse_grade_without_figures(case: CaseStudy, fields: Fields) -> None:
    moments = {one.moment for one in case.reported}
    shows_change = Moment.CHANGE in moments or {Moment.BEFORE, Moment.AFTER} <= moments
    if case.evidence_grade is not EvidenceGrade.DESCRIBED_ONLY and not shows_change:
        grade = case.evidence_grade.value
        raise fields.broken(f"the grade is “{grade}”, but no [[reported]] figures show a change.")
