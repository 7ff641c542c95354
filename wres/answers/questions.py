"""The questions people ask, answered: where do we stand, what is it about, who, and what now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, View
from wres.answers.matches import Matches, RankedCases, RankedIdeas, matches
from wres.answers.measured import (
    Cell,
    assessment_of,
    benchmark_for,
    gap_at,
    gap_series,
    likelihood_series,
    representation_at,
    senior_cell,
)
from wres.answers.nearest import HiddenHere, hidden_here
from wres.answers.replays import Replay, replays
from wres.answers.robustness import Robustness, robustness_of
from wres.answers.where_it_sits import CutBy, NoSplit, Sitting, where_it_sits
from wres.benchmarks import Benchmark
from wres.concerns import Assessment, Strength, expected_by_chance, in_order, still_clear
from wres.indicators import INDICATORS, POSTS_INDICATORS, SURVEY_INDICATORS, Indicator, indicator
from wres.library.case_studies import CaseStudy
from wres.library.matching import Criterion
from wres.measures import Gap, Likelihood, Representation
from wres.organisations import Organisation
from wres.plans import ActionPlan, Activity, DeclaredConcern
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One indicator at a glance: the figures, the comparison, and the years before."""

    measured: Indicator
    assessment: Assessment | None
    benchmark: Benchmark
    white_benchmark: Benchmark
    gaps: tuple[Gap, ...] = ()
    likelihoods: tuple[Likelihood, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Whether there is any figure for the year."""
        return self.assessment is not None


def glance(evidence: Evidence, view: View, number: int) -> Glance:
    """Return one indicator at a glance for the chosen organisation and year."""
    cell = Cell(org_code=view.org_code, indicator=number)
    white = replace(cell, group=EthnicGroup.WHITE)
    year, kind = view.wres_year, view.comparator
    return Glance(
        measured=indicator(number),
        assessment=assessment_of(evidence, cell, year, kind=kind),
        benchmark=benchmark_for(evidence, cell, year, kind=kind),
        white_benchmark=benchmark_for(evidence, white, year, kind=kind),
        gaps=gap_series(evidence, senior_cell(cell), year),
        likelihoods=likelihood_series(evidence, cell, year),
    )


def where_we_stand(evidence: Evidence, view: View) -> tuple[Glance, ...]:
    """Return all nine indicators at a glance, in the standard's order."""
    return tuple(glance(evidence, view, one.number) for one in INDICATORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """One indicator in depth, for the chosen people: this year, the years, the bands, the staff."""

    view: View
    measured: Indicator
    assessment: Assessment | None
    now: Gap
    gaps: tuple[Gap, ...]
    likelihoods: tuple[Likelihood, ...]
    benchmark: Benchmark
    white_benchmark: Benchmark
    yearly_benchmarks: tuple[Benchmark, ...]
    by_band: tuple[Gap, ...]
    by_staff_group: tuple[Gap, ...]
    posts: tuple[Result, ...]
    representation: Representation | None
    robustness: Robustness | None
    replays: tuple[Replay, ...]
    hidden: HiddenHere
    years: tuple[int, ...] = ()
    elsewhere: tuple[int, ...] = ()

    @property
    def has_figure(self) -> bool:
        """Whether there is any figure of the indicator for the year, shown or hidden."""
        found = (one.wres_year for one in self.likelihoods)
        return self.view.wres_year in (*self.years, *found)


def explore(evidence: Evidence, view: View) -> Exploration:
    """Return one indicator in depth for a view."""
    cell = Cell(
        org_code=view.org_code,
        indicator=view.indicator,
        group=view.ethnic_group,
        band=view.band,
        staff_group=_seats(view),
    )
    white = replace(cell, group=EthnicGroup.WHITE)
    year, kind = view.wres_year, view.comparator
    gaps = gap_series(evidence, cell, year)
    likelihoods = likelihood_series(evidence, cell, year)
    years = [g.wres_year for g in gaps] or [one.wres_year for one in likelihoods]
    return Exploration(
        view=view,
        measured=indicator(view.indicator),
        assessment=assessment_of(evidence, cell, year, kind=kind),
        now=gap_at(evidence, cell, year),
        gaps=gaps,
        likelihoods=likelihoods,
        benchmark=benchmark_for(evidence, cell, year, kind=kind),
        white_benchmark=benchmark_for(evidence, white, year, kind=kind),
        yearly_benchmarks=tuple(benchmark_for(evidence, cell, y, kind=kind) for y in years),
        by_band=_across_bands(evidence, cell, year),
        by_staff_group=_across_staff(evidence, cell, year),
        posts=_posts(evidence, view),
        representation=representation_at(evidence, cell, year),
        robustness=robustness_of(evidence, cell, year, kind=kind),
        replays=replays(gaps, view.org_code) if view.indicator in SURVEY_INDICATORS else (),
        hidden=hidden_here(evidence, view),
        years=evidence.rows.years(view.org_code, view.indicator),
        elsewhere=evidence.indicators(view.org_code, year),
    )


def _seats(view: View) -> StaffGroup:
    """Indicator 9 has no figure for all staff: without a choice it is about the whole board."""
    everyone = view.staff_group is StaffGroup.ALL
    return StaffGroup.BOARD if view.indicator == 9 and everyone else view.staff_group


def _across_bands(evidence: Evidence, cell: Cell, year: int) -> tuple[Gap, ...]:
    bands = evidence.bands(cell.org_code, year, cell.indicator)[1:]
    whole = replace(cell, staff_group=StaffGroup.ALL)
    return tuple(gap_at(evidence, replace(whole, band=band), year) for band in bands)


def _across_staff(evidence: Evidence, cell: Cell, year: int) -> tuple[Gap, ...]:
    groups = evidence.staff_groups(cell.org_code, year, cell.indicator)[1:]
    whole = replace(cell, band=Band.ALL)
    return tuple(gap_at(evidence, replace(whole, staff_group=group), year) for group in groups)


def _posts(evidence: Evidence, view: View) -> tuple[Result, ...]:
    if view.indicator not in POSTS_INDICATORS:
        return ()
    return evidence.rows.where(
        org_code=view.org_code, wres_year=view.wres_year, indicator=view.indicator
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernCard:
    """One area of concern with what answers it: computed, declared in a plan if held, or both."""

    measured: Indicator
    assessment: Assessment | None
    has_plan: bool
    declared: DeclaredConcern | None
    activities: tuple[Activity, ...]
    helped: Matches
    benchmark: Benchmark
    robustness: Robustness | None
    sitting: Sitting | None = None

    @property
    def is_computed(self) -> bool:
        """Whether the figures raise it."""
        return self.assessment is not None and self.assessment.is_concern

    @property
    def cases(self) -> RankedCases:
        """The case studies of its indicator, those most like this trust first."""
        return self.helped.cases

    @property
    def ideas(self) -> RankedIdeas:
        """The ideas for its indicator, those that fit this trust best first."""
        return self.helped.ideas


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernsAnswer:
    """The areas of concern of an organisation and year, and what was looked at to find them."""

    organisation: Organisation
    wres_year: int
    plan: ActionPlan | None
    cards: tuple[ConcernCard, ...]
    clear_of_concern: tuple[Assessment, ...]
    cannot_tell: tuple[Assessment, ...]
    without_figures: tuple[int, ...]
    checks: int
    by_chance: float
    act_first: tuple[int, ...]
    unclaimed: tuple[Activity, ...]
    asked_for: ConcernCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """How what helped elsewhere is ranked: what counts most, and which local cases take part."""

    first: Criterion | None = None
    local: tuple[CaseStudy, ...] = ()


USUAL_LENS = Lens()


def areas_of_concern(
    evidence: Evidence, view: View, *, first: int | None = None, lens: Lens = USUAL_LENS
) -> ConcernsAnswer:
    """Return every area of concern, computed or declared, most urgent first.

    ``first`` names an indicator to put before the others; if it is no concern, it has its card in
    ``asked_for``. The ``lens`` says how what helped elsewhere is ranked.
    """
    cells = [Cell(org_code=view.org_code, indicator=one.number) for one in INDICATORS]
    assessed = [
        assessment_of(evidence, cell, view.wres_year, kind=view.comparator) for cell in cells
    ]
    found = in_order(one for one in assessed if one is not None)
    plan = evidence.plan_for(view.org_code)
    raised = [one for one in found if one.is_concern]
    declared = [c.indicator for c in plan.concerns] if plan else []
    only_declared = [n for n in declared if n not in {one.indicator for one in raised}]
    by_number = {one.indicator: one for one in found}
    # A hidden figure is neither a concern nor clear of one.
    looked_at = {one.indicator for one in found if one.has_figure}
    numbers = [one.indicator for one in raised] + only_declared
    numbers.sort(key=lambda number: number != first)
    rest = [one for one in found if one.indicator in looked_at - set(numbers)]
    checks, by_chance = expected_by_chance(found)

    def card(number: int) -> ConcernCard:
        return _card(evidence, view, number, assessed=by_number.get(number), lens=lens)

    return ConcernsAnswer(
        organisation=evidence.organisations.get(view.org_code),
        wres_year=view.wres_year,
        plan=plan,
        cards=tuple(card(number) for number in numbers),
        clear_of_concern=tuple(one for one in rest if one.strength is Strength.NONE),
        cannot_tell=tuple(one for one in rest if one.strength is Strength.CANNOT_TELL),
        without_figures=tuple(i.number for i in INDICATORS if i.number not in looked_at),
        checks=checks,
        by_chance=by_chance,
        act_first=tuple(sorted({number for number, _ in still_clear(found)})),
        unclaimed=_unclaimed(plan, numbers),
        asked_for=None if first is None or first in numbers else card(first),
    )


def concern_card(evidence: Evidence, view: View) -> ConcernCard:
    """Return the card of the indicator of a view alone, whether it is a concern or not."""
    cell = Cell(org_code=view.org_code, indicator=view.indicator)
    assessed = assessment_of(evidence, cell, view.wres_year, kind=view.comparator)
    return _card(evidence, view, view.indicator, assessed=assessed, lens=USUAL_LENS)


def _card(
    evidence: Evidence, view: View, number: int, *, assessed: Assessment | None, lens: Lens
) -> ConcernCard:
    plan = evidence.plan_for(view.org_code)
    cell = Cell(org_code=view.org_code, indicator=number)
    sits = where_it_sits(evidence, replace(view, indicator=number), CutBy.BANDS)
    return ConcernCard(
        sitting=None if isinstance(sits, NoSplit) else sits,
        measured=indicator(number),
        assessment=assessed,
        has_plan=plan is not None,
        declared=plan.concern_about(number) if plan else None,
        activities=plan.activities_for(number) if plan else (),
        helped=matches(evidence, view, number, first=lens.first, local=lens.local),
        benchmark=benchmark_for(evidence, cell, view.wres_year, kind=view.comparator),
        robustness=robustness_of(evidence, cell, view.wres_year, kind=view.comparator),
    )


def _unclaimed(plan: ActionPlan | None, numbers: list[int]) -> tuple[Activity, ...]:
    activities = plan.activities if plan else ()
    return tuple(a for a in activities if not set(a.indicators) & set(numbers))
