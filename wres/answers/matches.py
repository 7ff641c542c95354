"""What helped elsewhere with one concern: ideas and case studies, ranked with their reasons.

Also the library as a whole: searched, filtered, and with what is nearest when nothing is found.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, assessment_of
from wres.answers.similar import sizes_of
from wres.concerns import Assessment
from wres.library.case_studies import CaseStudy, EvidenceGrade, Intervention
from wres.library.ideas import Idea, rank_ideas
from wres.library.matching import Criterion, Likeness, Need, rank_for
from wres.terms import BenchmarkGroup

RankedCases = tuple[tuple[CaseStudy, Likeness], ...]
RankedIdeas = tuple[tuple[Idea, Likeness], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The ideas and the case studies for one indicator, those that fit this trust best first."""

    need: Need
    ideas: RankedIdeas
    cases: RankedCases


def matches(
    evidence: Evidence,
    view: View,
    number: int,
    *,
    first: Criterion | None = None,
    local: tuple[CaseStudy, ...] = (),
) -> Matches:
    """Return what helped elsewhere with an indicator; ``first`` is what counts most.

    ``local`` are the reviewed cases of this installation; they stand among the others.
    """
    need = need_of(evidence, view, number)
    about = [case for case in _library(evidence, local) if number in case.indicators]
    return Matches(
        need=need,
        ideas=rank_ideas(evidence.shipped.ideas, need, first=first),
        cases=rank_for(about, need, first=first),
    )


def need_of(evidence: Evidence, view: View, number: int) -> Need:
    """Return what help is wanted with: the indicator, its raised triggers, its size, the trust."""
    organisation = evidence.organisations.get(view.org_code)
    cell = Cell(org_code=view.org_code, indicator=number)
    found = assessment_of(evidence, cell, view.wres_year, kind=view.comparator)
    plan = evidence.plan_for(view.org_code)
    declared = plan.concern_about(number) if plan else None
    raised = tuple(one.trigger for one in found.findings if one.raised) if found else ()
    return Need(
        indicator=number,
        benchmark_group=organisation.benchmark_group,
        triggers=raised or (declared.reasons if declared else ()),
        gap=found.gap.value if found and found.gap else None,
        ratio=_ratio(found),
        bme_share=_share(evidence, view),
    )


def _ratio(found: Assessment | None) -> float | None:
    return found.likelihood.shown_ratio if found and found.likelihood else None


def _share(evidence: Evidence, view: View) -> float | None:
    """The latest known BME share up to the year looked at: of staff, else of who answered."""
    for year in range(view.wres_year, view.wres_year - YEARS_BACK, -1):
        sizes = sizes_of(evidence, view.org_code, year)
        if sizes:
            return sizes[0].share
    return None


# A share of staff moves by a point or two a year; older ones say little of today.
YEARS_BACK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for in the library; what is None or empty does not narrow it."""

    indicator: int | None = None
    org_type: BenchmarkGroup | None = None
    intervention: Intervention | None = None
    grade: EvidenceGrade | None = None
    text: str = ""

    def fits(self, case: CaseStudy) -> bool:
        """Return whether a case has everything that is looked for."""
        return (
            (self.indicator is None or self.indicator in case.indicators)
            and (self.org_type is None or case.org_type is self.org_type)
            and (self.intervention is None or self.intervention in case.interventions)
            and (self.grade is None or case.evidence_grade is self.grade)
            and all(word in _text_of(case) for word in self.text.casefold().split())
        )

    def without(self, name: str) -> Wanted:
        """Return the same with one thing no longer looked for."""
        emptied: dict[str, object] = {name: "" if name == "text" else None}
        return replace(self, **emptied)  # type: ignore[arg-type]

    @property
    def named(self) -> tuple[str, ...]:
        """Return the names of what narrows the search, in the order of the fields."""
        names = ("indicator", "org_type", "intervention", "grade", "text")
        return tuple(name for name in names if getattr(self, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The cases found, and when there are none, what is nearest.

    ``nearest`` holds, for each thing that narrowed the search, how many would be found without it.
    """

    wanted: Wanted
    cases: RankedCases
    nearest: tuple[tuple[str, int], ...] = ()


def search_cases(
    evidence: Evidence,
    view: View,
    wanted: Wanted,
    *,
    first: Criterion | None = None,
    local: tuple[CaseStudy, ...] = (),
) -> Found:
    """Return the cases that have everything looked for, those most like this trust first."""
    library = _library(evidence, local)
    need = need_of(evidence, view, wanted.indicator or view.indicator)
    found = rank_for([case for case in library if wanted.fits(case)], need, first=first)
    near = [(name, sum(map(wanted.without(name).fits, library))) for name in wanted.named]
    return Found(
        wanted=wanted,
        cases=found,
        nearest=() if found else tuple((name, count) for name, count in near if count),
    )


def case_of(
    evidence: Evidence, case_id: str, local: tuple[CaseStudy, ...] = ()
) -> CaseStudy | None:
    """Return the case with this id, or None when there is none that may be shown."""
    return next((case for case in _library(evidence, local) if case.id == case_id), None)


def _library(evidence: Evidence, local: tuple[CaseStudy, ...]) -> tuple[CaseStudy, ...]:
    return (*evidence.shipped.cases, *local)


def _text_of(case: CaseStudy) -> str:
    parts = (
        *(case.title, case.organisation, case.what_was_done, case.outcome, case.setting),
        *(case.what_did_not_work, case.body, *(one.value for one in case.interventions)),
    )
    return " ".join(parts).casefold()
