"""Everything shipped in ``data/``, read once at the start.

A broken file is named, and the rest works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from wres.benchmarks import BenchmarkFigure, group_medians
from wres.errors import DataFileBroken
from wres.library.action_plans import load_action_plan, load_action_plans
from wres.library.benchmarks import (
    NationalBreakdown,
    load_benchmarks,
    load_national_breakdowns,
    national_benchmarks,
)
from wres.library.case_studies import CaseStudy, load_case_studies
from wres.library.ideas import Idea, load_ideas
from wres.library.organisations import PRACTICE, load_organisations
from wres.library.profiles import SurveyProfile, load_profiles
from wres.library.reference import (
    EthnicityCode,
    MeasuredRule,
    Sources,
    SurveyQuestion,
    load_ethnicity_codes,
    load_measured_rules,
    load_sources,
    load_survey_questions,
)
from wres.library.standards import Standard, load_standards
from wres.library.survey_results import load_results, load_survey_results
from wres.organisations import Organisations
from wres.plans import ActionPlan
from wres.results import Result, Results

MEDIANS_SOURCE = "medians_nss_2024"

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """The files of ``data/`` as the program uses them; ``problems`` names what could not be read.

    ``results`` holds the trusts of survey 2024 and the Practice Trust; ``benchmarks`` the
    published figures, England 2024, the medians worked out over the trusts of survey 2024, and
    the practice peers.
    """

    organisations: Organisations
    results: Results
    benchmarks: tuple[BenchmarkFigure, ...]
    breakdowns: tuple[NationalBreakdown, ...]
    sources: Sources
    ethnicity_codes: tuple[EthnicityCode, ...]
    survey_questions: tuple[SurveyQuestion, ...]
    plans: tuple[ActionPlan, ...]
    cases: tuple[CaseStudy, ...]
    ideas: tuple[Idea, ...] = ()
    profiles: tuple[SurveyProfile, ...] = ()
    measured_rules: tuple[MeasuredRule, ...] = ()
    standards: tuple[Standard, ...] = ()
    problems: tuple[DataFileBroken, ...] = ()


@dataclass(frozen=True)
class _Reading:
    """One pass over a data folder, which gathers the problems it meets."""

    folder: Path
    problems: list[DataFileBroken] = field(default_factory=list)

    def read(self, name: str, load: Callable[[Path], Loaded], without: Loaded) -> Loaded:
        """Return what a file holds, or what to go on with when it cannot be used."""
        try:
            return load(self.folder / name)
        except DataFileBroken as problem:
            # The folder tells apart files of one name, such as the two benchmark files.
            self.problems.append(DataFileBroken(name, problem.reason))
            return without

    def rows(self, name: str, load: Callable[[Path], tuple[Loaded, ...]]) -> tuple[Loaded, ...]:
        """Return the rows of a file, or none when it cannot be used."""
        return self.read(name, load, ())

    def read_folder(
        self,
        name: str,
        load: Callable[[Path], tuple[tuple[Loaded, ...], tuple[DataFileBroken, ...]]],
    ) -> tuple[Loaded, ...]:
        """Return what the sound files of a folder hold."""
        loaded, broken = load(self.folder / name)
        self.problems.extend(broken)
        return loaded


def load_shipped(data_folder: Path) -> Shipped:
    """Return everything shipped in a data folder; nothing in it can make this fail.

    A file that is missing or broken is left out and named in ``problems``.
    """
    reading = _Reading(data_folder)
    sources = reading.read("reference/sources.csv", load_sources, Sources())
    organisations = reading.read(
        "reference/organisations.csv", load_organisations, Organisations((PRACTICE,))
    )
    trusts = reading.rows("benchmarks/survey_2024_trusts.csv", load_survey_results)
    breakdowns = reading.rows("benchmarks/survey_2024_england.csv", load_national_breakdowns)
    figures = (
        *reading.rows("benchmarks/published.csv", load_benchmarks),
        *national_benchmarks(breakdowns),
        *_medians(trusts, organisations),
        *reading.rows("practice/benchmarks.csv", load_benchmarks),
    )
    cases = reading.read_folder("case_studies", load_case_studies)
    return Shipped(
        organisations=organisations,
        results=Results((*trusts, *reading.rows("practice/results.csv", load_results))),
        benchmarks=_with_sources(figures, sources),
        breakdowns=breakdowns,
        sources=sources,
        ethnicity_codes=reading.rows("reference/ethnicity_codes.csv", load_ethnicity_codes),
        survey_questions=reading.rows("reference/survey_questions.csv", load_survey_questions),
        plans=_plans(reading),
        cases=cases,
        ideas=reading.rows("ideas/ideas.toml", lambda path: _ideas(path, cases, reading)),
        profiles=reading.rows("benchmarks/discrimination_all_staff_2021_2024.csv", load_profiles),
        measured_rules=reading.rows("reference/measured_rules.csv", load_measured_rules),
        standards=reading.read_folder("standards", load_standards),
        problems=tuple(reading.problems),
    )


def _plans(reading: _Reading) -> tuple[ActionPlan, ...]:
    shipped = reading.read_folder("action_plans", load_action_plans)
    practice = reading.rows("practice/action_plan.toml", _one_plan)
    return (*shipped, *practice)


def _ideas(path: Path, cases: Iterable[CaseStudy], reading: _Reading) -> tuple[Idea, ...]:
    # An idea of a case that cannot be used goes with it; the file of ideas is not to blame.
    broken = frozenset(Path(problem.file_name).stem for problem in reading.problems)
    return load_ideas(path, cases, without=broken)


def _one_plan(path: Path) -> tuple[ActionPlan, ...]:
    return (load_action_plan(path),)


def _medians(trusts: Iterable[Result], organisations: Organisations) -> tuple[BenchmarkFigure, ...]:
    group_of = {one.code: one.benchmark_group for one in organisations}
    return group_medians(trusts, group_of=group_of, source_id=MEDIANS_SOURCE)


def _with_sources(
    figures: Iterable[BenchmarkFigure], sources: Sources
) -> tuple[BenchmarkFigure, ...]:
    return tuple(_with_source(figure, sources) for figure in figures)


def _with_source(figure: BenchmarkFigure, sources: Sources) -> BenchmarkFigure:
    if figure.source_title or figure.source_id not in sources:
        return figure
    source = sources.get(figure.source_id)
    return replace(figure, source_title=source.title, source_url=source.url)
