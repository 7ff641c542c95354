"""Case studies: what others did, what came of it, what did not work, and the figures printed.

The source's claim and its figures are kept as printed. Whether a figure is better than a
benchmark is worked out elsewhere from those figures, never taken from the claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from wres.errors import DataFileBroken
from wres.library.front_matter import Fields, load_folder, read_page
from wres.terms import BenchmarkGroup, EthnicGroup

NOT_STATED = "Not stated in the source."


class EvidenceGrade(Enum):
    """How much the source lets us say about the outcome, strongest first.

    Controlled: set beside people or posts without the action. Before and after: figures of the
    same place at two times. Anecdote: told, with no figure of what came of it.
    """

    CONTROLLED = "controlled"
    BEFORE_AND_AFTER = "before and after"
    ANECDOTE = "anecdote"


class Intervention(Enum):
    """The kinds of things that were done; a grouping of ours, for searching."""

    ACCOUNTABILITY = "accountability"
    ALLIES_AND_MENTORS = "allies and mentors"
    CAMPAIGN = "campaign"
    FORMAL_PROCESS = "formal process"
    LEADERSHIP = "leadership"
    LISTENING = "listening"
    POLICE = "police"
    POLICY = "policy"
    RECRUITMENT = "recruitment"
    SPEAKING_UP = "speaking up"
    STAFF_NETWORK = "staff network"
    SURVEY_RESPONSE = "survey response"
    TRAINING = "training"


class ShareLevel(Enum):
    """A BME share of staff that a source gives in a word and not as a number."""

    LOW = "low"


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
    count: int | None = None
    base: int | None = None

    @property
    def has_counts(self) -> bool:
        """Whether the source gives the people behind the figure: how many, and of how many."""
        return self.count is not None and self.base is not None

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
    """One case: what was done, what came of it, and how far the source can be trusted.

    A local case is told by a trust of this installation and has no source elsewhere.
    """

    id: str
    title: str
    organisation: str
    org_code: str
    org_type: BenchmarkGroup
    indicators: tuple[int, ...]
    wres_years: tuple[int, ...]
    claim: str
    evidence_grade: EvidenceGrade
    grade_reason: str
    interventions: tuple[Intervention, ...]
    setting: str
    duration: str
    cost: str
    what_was_done: str
    outcome: str
    what_did_not_work: str
    sample_sizes: str
    bme_share: float | None
    bme_share_level: ShareLevel | None
    bme_share_words: str
    caution: str
    source_title: str
    source_url: str
    more_sources: tuple[str, ...]
    checked_on: date
    reported: tuple[ReportedFigure, ...]
    benchmark: tuple[ReportedFigure, ...]
    body: str
    is_local: bool = False

    def figures_for(self, indicator: int) -> tuple[ReportedFigure, ...]:
        """Return the reported figures that are this indicator's own, in file order."""
        return tuple(one for one in self.reported if one.indicator == indicator)

    def benchmark_for(self, indicator: int, group: EthnicGroup) -> ReportedFigure | None:
        """Return the benchmark the source quotes for a group, or None when it quotes none."""
        quoted = (one for one in self.benchmark if one.group is group)
        return next((one for one in quoted if one.indicator == indicator), None)


def load_case_study(path: Path) -> CaseStudy:
    """Return the case study in a Markdown file; its id is the file name without the ending.

    Raises:
        DataFileBroken: If the file cannot be read, lacks a key, or has one we do not know.
    """
    page = read_page(path)
    fields = page.header
    fields.refuse_keys_outside(CaseStudy, but=("id", "body", "is_local"))
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
        grade_reason=fields.filled_text("grade_reason"),
        interventions=fields.some_of("interventions", Intervention, "kind of action"),
        setting=fields.filled_text("setting"),
        duration=fields.filled_text("duration"),
        cost=fields.filled_text("cost"),
        what_was_done=fields.filled_text("what_was_done"),
        outcome=fields.filled_text("outcome"),
        what_did_not_work=fields.filled_text("what_did_not_work"),
        sample_sizes=fields.filled_text("sample_sizes"),
        bme_share=fields.optional_proportion("bme_share"),
        bme_share_level=_level(fields),
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


def _figure(fields: Fields) -> ReportedFigure:
    fields.refuse_keys_outside(ReportedFigure)
    figure = ReportedFigure(
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
        count=fields.whole_number("count") if "count" in fields.table else None,
        base=fields.whole_number("base") if "base" in fields.table else None,
    )
    _refuse_counts_that_differ(figure, fields)
    return figure


def _refuse_grade_without_figures(case: CaseStudy, fields: Fields) -> None:
    moments = {one.moment for one in case.reported}
    shows_change = Moment.CHANGE in moments or {Moment.BEFORE, Moment.AFTER} <= moments
    if case.evidence_grade is not EvidenceGrade.ANECDOTE and not shows_change:
        grade = case.evidence_grade.value
        raise fields.broken(f"the grade is “{grade}”, but no [[reported]] figures show a change.")


def _refuse_counts_that_differ(figure: ReportedFigure, fields: Fields) -> None:
    """Counts are the source's own, so they must give the figure it prints."""
    if figure.count is None and figure.base is None:
        return
    if figure.count is None or not figure.base or not 0 <= figure.count <= figure.base:
        raise fields.broken("“count” and “base” go together: some people out of at least as many.")
    apart = abs(figure.count / figure.base - figure.value)
    if figure.unit is not ReportedUnit.PERCENT or apart > 0.5 * 10 ** -(figure.decimals + 2) + 1e-9:
        raise fields.broken(f"{figure.count} of {figure.base} is not the {figure.printed} printed.")


def _level(fields: Fields) -> ShareLevel | None:
    if "bme_share_level" not in fields.table:
        return None
    return fields.one_of("bme_share_level", ShareLevel, "word for a BME share")
