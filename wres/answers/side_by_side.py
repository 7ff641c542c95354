"""Any two years, trusts or bands side by side on one scale, with the difference where it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from wres import statistics
from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, gap_at, gap_series, likelihood_series, senior_cell
from wres.answers.questions import Exploration
from wres.indicators import SURVEY_INDICATORS, Indicator, break_between, indicator
from wres.measures import Gap, Likelihood, Rate
from wres.organisations import Organisation
from wres.results import editions_apart
from wres.statistics import Interval
from wres.terms import Band, StaffGroup


class Across(Enum):
    """What two things side by side differ in."""

    BAND = "band"
    ORGANISATION = "org"
    YEAR = "year"


class Apart(Enum):
    """Why two figures stand side by side without a difference between them."""

    COUNTED_DIFFERENTLY = "counted differently"
    EDITION = "edition"
    NO_FIGURE = "no figure"
    PART_OF_IT = "part of it"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: whose, when and which people, and their figures."""

    organisation: Organisation
    wres_year: int
    band: Band
    gap: Gap
    likelihood: Likelihood | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first figure minus the second, a difference of proportions, with its interval."""

    value: float
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two sides of one indicator; the differences are None where the two are not compared."""

    measured: Indicator
    across: Across
    first: Side
    second: Side
    apart: Apart | None
    bme: Difference | None = None
    white: Difference | None = None
    gap: Difference | None = None


def side_by_side(evidence: Evidence, view: View, *, across: Across, other: str) -> SideBySide:
    """Return a view beside another year, organisation or band, each looked up as it is published.

    Source:
        Newcombe (1998), method 10, for two rates; Newcombe (2001) for two gaps.
    """
    first, second = _side(evidence, view), _side(evidence, _other_view(view, across, other))
    bare = SideBySide(
        measured=indicator(view.indicator),
        across=across,
        first=first,
        second=second,
        apart=_apart(first, second),
    )
    if bare.apart is not None:
        return bare
    # Posts are counted, not sampled: their difference has no interval.
    tested = bare.measured.is_survey
    return replace(
        bare,
        bme=_difference(first.gap.bme, second.gap.bme, tested=tested),
        white=_difference(first.gap.white, second.gap.white, tested=tested),
        gap=_gap_difference(first.gap, second.gap) if tested else None,
    )


def _other_view(view: View, across: Across, other: str) -> View:
    if across is Across.YEAR:
        return replace(view, wres_year=int(other))
    if across is Across.BAND:
        return replace(view, band=Band(other))
    # Another trust need not have the same bands, staff groups or single backgrounds.
    return replace(view, org_code=other)


def _side(evidence: Evidence, view: View) -> Side:
    cell = Cell(
        org_code=view.org_code,
        indicator=view.indicator,
        group=view.ethnic_group,
        band=view.band,
        staff_group=view.staff_group,
    )
    if view.staff_group is StaffGroup.ALL:
        cell = senior_cell(cell)
    series = likelihood_series(evidence, cell, view.wres_year)
    now = [one for one in series if one.wres_year == view.wres_year]
    return Side(
        organisation=evidence.organisations.get(view.org_code),
        wres_year=view.wres_year,
        band=cell.band,
        gap=gap_at(evidence, cell, view.wres_year),
        likelihood=now[0] if now else None,
    )


def _apart(first: Side, second: Side) -> Apart | None:
    if first.likelihood is not None or second.likelihood is not None:
        return Apart.RATIO
    one, other = first.gap.bme, second.gap.bme
    if not one.is_shown or not other.is_shown:
        return Apart.NO_FIGURE
    years = sorted((one.survey_year, other.survey_year))
    if one.calc_basis is not other.calc_basis or break_between(one.indicator, *years):
        return Apart.COUNTED_DIFFERENTLY
    if editions_apart(one.edition, other.edition):
        return Apart.EDITION
    # All bands hold each band: the two share people, and no test of two samples fits.
    same = (first.organisation, first.wres_year) == (second.organisation, second.wres_year)
    if same and Band.ALL in (first.band, second.band):
        return Apart.PART_OF_IT
    return None


def _difference(first: Rate, second: Rate, *, tested: bool) -> Difference | None:
    if not (first.is_shown and second.is_shown):
        return None
    interval = None
    if tested and first.tested and second.tested:
        interval = statistics.newcombe_gap(first.cases, second.cases).interval
    return Difference(value=(first.value or 0.0) - (second.value or 0.0), interval=interval)


def _gap_difference(first: Gap, second: Gap) -> Difference | None:
    if first.value is None or second.value is None:
        return None
    interval = None
    if first.interval is not None and second.interval is not None:
        interval = statistics.gap_change(
            second.bme.cases,
            second.white.cases,
            bme_now=first.bme.cases,
            white_now=first.white.cases,
        ).interval
    return Difference(value=first.value - second.value, interval=interval)


def within_years(found: Exploration, first: int) -> Exploration:
    """Return an exploration whose charts and tables begin with a year; its verdicts stay whole."""
    years = [gap.wres_year for gap in found.gaps] or [one.wres_year for one in found.likelihoods]
    return replace(
        found,
        gaps=tuple(gap for gap in found.gaps if gap.wres_year >= first),
        likelihoods=tuple(one for one in found.likelihoods if one.wres_year >= first),
        yearly_benchmarks=tuple(
            one for year, one in zip(years, found.yearly_benchmarks, strict=True) if year >= first
        ),
    )


def multiples(
    evidence: Evidence, view: View, first: int
) -> tuple[tuple[Indicator, Band, tuple[Gap, ...]], ...]:
    """Return series that belong on one scale: the bands of an indicator, or the survey's four.

    Each is a gap a year from ``first`` to the view's year. None for ratios, which have a scale of
    their own, and where no series has two years.
    """
    if indicator(view.indicator).is_likelihood:
        return ()
    bands = evidence.bands(view.org_code, view.wres_year, view.indicator)[1:]
    if bands:
        cells = [(view.indicator, band) for band in bands]
    elif view.indicator in SURVEY_INDICATORS:
        cells = [(number, Band.ALL) for number in SURVEY_INDICATORS]
    else:
        return ()
    found = [(indicator(n), band, _series(evidence, view, n, band, first)) for n, band in cells]
    shown = [one for one in found if one[2]]
    return tuple(shown) if any(len(gaps) > 1 for _, _, gaps in shown) else ()


def _series(evidence: Evidence, view: View, number: int, band: Band, first: int) -> tuple[Gap, ...]:
    cell = Cell(org_code=view.org_code, indicator=number, group=view.ethnic_group, band=band)
    gaps = gap_series(evidence, cell, view.wres_year)
    return tuple(gap for gap in gaps if gap.wres_year >= first)


def beside_options(evidence: Evidence, view: View) -> dict[Across, tuple[str, ...]]:
    """Return what a view can be set beside: other years, bands and trusts there are figures for.

    A made-up organisation stands beside no real one. Without a figure of its own a view stands
    beside nothing.
    """
    if view.indicator not in evidence.indicators(view.org_code, view.wres_year):
        return {}
    made_up = evidence.organisations.get(view.org_code).made_up
    years = [
        str(year)
        for year in reversed(evidence.years(view.org_code))
        if year != view.wres_year and view.indicator in evidence.indicators(view.org_code, year)
    ]
    bands = evidence.bands(view.org_code, view.wres_year, view.indicator)
    others = [
        one.code
        for one in evidence.with_figures()
        if one.code != view.org_code
        and one.made_up == made_up
        and view.indicator in evidence.indicators(one.code, view.wres_year)
    ]
    found = {
        Across.YEAR: tuple(years),
        Across.BAND: tuple(band.value for band in bands if band is not view.band),
        Across.ORGANISATION: tuple(others),
    }
    return {across: codes for across, codes in found.items() if codes}
