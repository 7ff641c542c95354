"""Everything known at one version: shipped figures, uploads laid over them, and what is published.

One ``Evidence`` serves every visitor until the version moves. It holds nothing unprotected: the
rows it gives out have been through the publication.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

from wres.answers.kept import Shelf
from wres.answers.new_benchmarks import benchmarks_from
from wres.benchmarks import (
    Benchmark,
    BenchmarkFigure,
    BenchmarkKind,
    Comparator,
    NoBenchmark,
    comparators_for,
    find_benchmark,
)
from wres.indicators import calc_basis
from wres.library.shipped import Shipped
from wres.organisations import PRACTICE_TRUST, Organisation, Organisations
from wres.plans import ActionPlan, combined, current
from wres.publication import Extent, Publication, Withheld, publish
from wres.results import Result, Results, by_year
from wres.store import uk_day, uk_day_text
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit, survey_year_of

# What a first visitor sees before choosing: a trust with every indicator, labelled made-up.
FIRST_ORGANISATION = PRACTICE_TRUST
# How a figure of an uploaded file names its source.
UPLOAD_MARK = "upload:"
# Of each question; one answer about two hundred trusts is large.
ANSWERS_KEPT = 100
_NONE: Mapping[int, tuple[int, ...]] = {}

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One person's choice: whose figures, which, and beside what."""

    org_code: str = FIRST_ORGANISATION
    wres_year: int = 0
    indicator: int = 8
    staff_group: StaffGroup = StaffGroup.ALL
    band: Band = Band.ALL
    ethnic_group: EthnicGroup = EthnicGroup.BME
    comparator: BenchmarkKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadedFile:
    """When a file was uploaded, and the version it made; its name and sender are for leads."""

    version: int
    made_at: datetime


@dataclass(frozen=True)
class Evidence:
    """What is known at one version of the store, as it may be shown.

    ``records`` is how many revisions of plans, judgements and cases were written when those were
    read; None where they were not.
    """

    version: int
    shipped: Shipped
    publication: Publication
    uploaded: frozenset[str] = field(default_factory=frozenset)
    made_benchmarks: tuple[BenchmarkFigure, ...] = ()
    files: Mapping[str, UploadedFile] = field(default_factory=dict)
    kept_plans: tuple[ActionPlan, ...] = ()
    records: int | None = None

    def answer(
        self,
        question: Callable[Concatenate[Evidence, Asked], Answer],
        *asked: Asked.args,
        **named: Asked.kwargs,
    ) -> Answer:
        """Return what a question finds here, worked out once for the same asking.

        For questions that look at this evidence and their words alone. Answers are shared, so
        nobody may change one, and go when the evidence goes.
        """
        key = (asked, tuple(named.items()))
        answers: Shelf[Answer] = self._answers.setdefault(question, Shelf(ANSWERS_KEPT))
        return answers.get(key, lambda: question(self, *asked, **named))

    def let_go_of_answers(self) -> None:
        """Return nothing; what was worked out is let go, as nobody is shown this any more."""
        self._answers.clear()

    @cached_property
    def _answers(self) -> dict[Hashable, Shelf[Any]]:
        return {}

    @property
    def organisations(self) -> Organisations:
        """Every organisation the program knows, with figures or without."""
        return self.shipped.organisations

    @property
    def rows(self) -> Results:
        """The published rows."""
        return self.publication.rows

    @property
    def benchmarks(self) -> tuple[BenchmarkFigure, ...]:
        """Every figure to compare with: made from uploaded official results, and shipped."""
        return (*self.made_benchmarks, *self.shipped.benchmarks)

    @property
    def plans(self) -> tuple[ActionPlan, ...]:
        """Every action plan: those kept in the store, and those of files."""
        return (*self.kept_plans, *self.shipped.plans)

    def plans_of(self, org_code: str) -> tuple[ActionPlan, ...]:
        """Return the action plans of an organisation, newest WRES year first."""
        plans = (one for one in self.plans if one.organisation_code == org_code)
        return tuple(sorted(plans, key=lambda one: -one.wres_year))

    def plan_for(self, org_code: str) -> ActionPlan | None:
        """Return what the plans of an organisation that stand say together, or None."""
        return combined(current(self.plans_of(org_code)))

    def with_figures(self) -> tuple[Organisation, ...]:
        """Return the organisations there is something to show for, by name."""
        return self._listed

    @cached_property
    def _listed(self) -> tuple[Organisation, ...]:
        codes = set(self.rows.organisations()) | {p.organisation_code for p in self.plans}
        known = [self.organisations.get(code) for code in codes if code in self.organisations]
        return tuple(sorted(known, key=lambda org: (org.made_up, org.name)))

    @cached_property
    def _years(self) -> dict[str, tuple[int, ...]]:
        # Wherever a relative likelihood is shown, a row of its own is shown or marked beside it.
        found = {code: tuple(told) for code, told in self._indicators.items()}
        for plan in self.plans:
            years = {*found.get(plan.organisation_code, ()), plan.wres_year}
            found[plan.organisation_code] = tuple(sorted(years))
        return found

    @cached_property
    def _indicators(self) -> dict[str, Mapping[int, tuple[int, ...]]]:
        # Asked of every organisation at once by pages that set trusts side by side.
        return {code: by_year(told) for code, told in self.rows.places().items()}

    def years(self, org_code: str) -> tuple[int, ...]:
        """Return the WRES years an organisation has figures or a plan for, earliest first."""
        return self._years.get(org_code, ())

    def indicators(self, org_code: str, wres_year: int) -> tuple[int, ...]:
        """Return the indicators an organisation has figures for in a year."""
        return self._indicators.get(org_code, _NONE).get(wres_year, ())

    def beside(self, extent: Extent, wres_year: int) -> Evidence:
        """Return the evidence with a year's figures of every organisation, to some extent alone."""
        place = (extent, wres_year)
        if place not in self._beside:
            of_year = self.publication.beside(extent, (wres_year,))
            self._beside[place] = replace(self, publication=of_year)
        return self._beside[place]

    @cached_property
    def _beside(self) -> dict[tuple[Extent, int], Evidence]:
        return {}

    def bands(self, org_code: str, wres_year: int, indicator: int) -> tuple[Band, ...]:
        """Return the bands there are cells for, all bands first, then from the lowest up."""
        rows = self.rows.where(org_code=org_code, wres_year=wres_year, indicator=indicator)
        found = {row.band for row in rows if row.staff_group is StaffGroup.ALL}
        return (Band.ALL, *(band for band in Band if band in found and band is not Band.ALL))

    def staff_groups(self, org_code: str, wres_year: int, indicator: int) -> tuple[StaffGroup, ...]:
        """Return the staff groups there are cells for, all staff first."""
        rows = self.rows.where(org_code=org_code, wres_year=wres_year, indicator=indicator)
        found = {row.staff_group for row in rows if row.band is Band.ALL}
        first = StaffGroup.ALL
        return (first, *(group for group in StaffGroup if group in found and group is not first))

    def groups(self, org_code: str, wres_year: int, indicator: int) -> tuple[EthnicGroup, ...]:
        """Return the ethnic groups there are total cells for, in alphabetical order."""
        rows = self.rows.where(org_code=org_code, wres_year=wres_year, indicator=indicator)
        found = {row.ethnic_group for row in rows if row.band is Band.ALL}
        found.discard(EthnicGroup.ALL)
        return tuple(group for group in EthnicGroup if group in found) or (EthnicGroup.BME,)

    def source_of(self, source_id: str) -> str:
        """Return the title of a source, inside a sentence."""
        if source_id in self.shipped.sources:
            return self.shipped.sources.get(source_id).title
        if not source_id.startswith(UPLOAD_MARK):
            return source_id
        file = self.files.get(source_id)
        if file is None:
            return "a file uploaded here"
        return (
            f"a file uploaded here on {uk_day_text(uk_day(file.made_at))} (version {file.version})"
        )

    def comparators(self, org_code: str) -> tuple[Comparator, ...]:
        """Return what an organisation can be compared with, the usual choice first."""
        if org_code not in self.organisations:
            return ()
        return comparators_for(self.organisations.get(org_code))

    @cached_property
    def _figures(self) -> dict[tuple[BenchmarkKind, str, int], list[BenchmarkFigure]]:
        found: dict[tuple[BenchmarkKind, str, int], list[BenchmarkFigure]] = {}
        for figure in self.benchmarks:
            found.setdefault((figure.kind, figure.scope, figure.indicator), []).append(figure)
        return found

    def benchmark(self, row: Result, kind: BenchmarkKind | None = None) -> Benchmark:
        """Return what to compare a row with, or why there is nothing.

        With no kind chosen, the usual comparator is tried first and then the others in order;
        the figure's own label says which it is.
        """
        choices = self.comparators(row.org_code)
        if kind is not None:
            choices = tuple(c for c in choices if c.kind is kind) or choices
        answers = [
            find_benchmark(
                self._figures.get((c.kind, c.scope, row.indicator), ()), row, comparator=c
            )
            for c in choices
        ]
        found = [a for a in answers if isinstance(a, BenchmarkFigure)]
        if found:
            return found[0]
        if answers:
            return answers[0]
        return NoBenchmark(
            label="benchmark", wres_year=row.wres_year, reason="There is nothing to compare with."
        )


def gather(
    shipped: Shipped,
    uploaded: Results,
    version: int,
    *,
    withheld: Iterable[Withheld] = (),
    files: Mapping[str, UploadedFile] | None = None,
) -> Evidence:
    """Return the evidence: shipped figures with uploaded ones laid over them, published.

    Uploaded official results also make benchmarks of their years. ``withheld`` is what the attack
    on this version asked for, ``files`` are the uploaded files by the source their figures name.
    """
    publication = publish(shipped.results.merged(uploaded), withheld)
    return Evidence(
        files=files or {},
        version=version,
        shipped=shipped,
        publication=publication,
        uploaded=frozenset(uploaded.organisations()),
        made_benchmarks=benchmarks_from(publication.rows, uploaded, shipped=shipped),
    )


def blank_row(
    org_code: str,
    wres_year: int,
    indicator: int,
    *,
    ethnic_group: EthnicGroup,
    band: Band = Band.ALL,
    staff_group: StaffGroup = StaffGroup.ALL,
    unit: Unit = Unit.PROPORTION,
) -> Result:
    """Return a row for a figure nobody gave: status missing, so it is drawn and said as such."""
    survey_year = survey_year_of(wres_year)
    return Result(
        org_code=org_code,
        wres_year=wres_year,
        survey_year=survey_year,
        indicator=indicator,
        ethnic_group=ethnic_group,
        band=band,
        staff_group=staff_group,
        unit=unit,
        calc_basis=calc_basis(indicator, survey_year),
        status=Status.MISSING,
    )
