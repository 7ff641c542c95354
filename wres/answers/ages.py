"""How old a concern is: new, going on since a year, resolved, or not to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from wres.answers.evidence import Evidence
from wres.answers.measured import Cell, assessment_of, gap_series, likelihood_series
from wres.benchmarks import BenchmarkKind
from wres.comparisons import stretches
from wres.concerns import Assessment, Strength
from wres.indicators import INDICATORS, indicator


class AgeKind(Enum):
    """What the years before say of a concern."""

    NEW = "new"
    CONTINUING = "continuing"
    RESOLVED = "resolved"
    FIRST_YEAR = "first year"
    NOT_COMPARABLE = "not comparable"
    UNTOLD = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old one concern is in a WRES year.

    ``before`` is the WRES year it is set beside, ``since`` the first year of an unbroken run of
    years with the concern, ``from_the_start`` whether no earlier year can be compared with that.
    """

    indicator: int
    wres_year: int
    kind: AgeKind
    before: int = 0
    since: int = 0
    from_the_start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSeen:
    """One year of one indicator: a concern, none, or (None) nothing to tell by."""

    wres_year: int
    stretch: int
    concern: bool | None


def age_of(number: int, years: Iterable[YearSeen]) -> Age | None:
    """Return the age of a concern from its years, the newest first; None if it never was one.

    Years are asked for one at a time, only as far back as they are needed.
    """
    walk = iter(years)
    now, before = next(walk), next(walk, None)
    bare = Age(
        indicator=number,
        wres_year=now.wres_year,
        kind=AgeKind.FIRST_YEAR,
        before=before.wres_year if before else 0,
    )
    if not now.concern and not (before and before.concern):
        return None
    if before is None:
        return bare
    if before.stretch != now.stretch:
        return replace(bare, kind=AgeKind.NOT_COMPARABLE)
    if None in (now.concern, before.concern):
        return replace(bare, kind=AgeKind.UNTOLD)
    if not now.concern:
        return replace(bare, kind=AgeKind.RESOLVED)
    return _continued(bare, before, walk) if before.concern else replace(bare, kind=AgeKind.NEW)


def _continued(bare: Age, before: YearSeen, walk: Iterator[YearSeen]) -> Age:
    """How far back an unbroken run of years with the concern goes."""
    since, open_ended = before.wres_year, True
    for earlier in walk:
        if earlier.stretch == before.stretch and earlier.concern:
            since = earlier.wres_year
            continue
        open_ended = earlier.stretch != before.stretch or earlier.concern is None
        break
    return replace(bare, kind=AgeKind.CONTINUING, since=since, from_the_start=open_ended)


def ages_of(
    evidence: Evidence, org_code: str, wres_year: int, *, kind: BenchmarkKind | None = None
) -> dict[int, Age]:
    """Return the age of each concern of a year, and of each of the year before, by indicator.

    An indicator that was no concern in either year has none.
    """
    found = {}
    for one in INDICATORS:
        cell = Cell(org_code=org_code, indicator=one.number)
        age = _age(evidence, cell, wres_year, kind)
        if age is not None:
            found[one.number] = age
    return found


def _age(evidence: Evidence, cell: Cell, wres_year: int, kind: BenchmarkKind | None) -> Age | None:
    places = [one for one in _stretches(evidence, cell) if one[0] <= wres_year]
    if not places or places[-1][0] != wres_year:
        return None

    def judged(place: tuple[int, int]) -> YearSeen:
        year, stretch = place
        found = assessment_of(evidence, cell, year, kind=kind)
        return YearSeen(wres_year=year, stretch=stretch, concern=_is_concern(found))

    return age_of(cell.indicator, (judged(place) for place in reversed(places)))


def _is_concern(found: Assessment | None) -> bool | None:
    if found is None or found.strength is Strength.CANNOT_TELL or not found.has_figure:
        return None
    return found.is_concern


def _stretches(evidence: Evidence, cell: Cell) -> list[tuple[int, int]]:
    """The years with figures and the stretch of comparable years each is on, earliest first."""
    measured = indicator(cell.indicator)
    if measured.is_likelihood:
        return [(one.wres_year, 0) for one in likelihood_series(evidence, cell)]
    if not measured.is_survey:
        return [(year, 0) for year in evidence.rows.years(cell.org_code, cell.indicator)]
    series = gap_series(evidence, cell)
    parts = stretches(tuple(one.bme for one in series))
    return [(one.wres_year, parts[one.bme.survey_year]) for one in series]
