"""What figures there are, and what is missing and why: by year, and by organisation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wres.answers.evidence import Evidence
from wres.indicators import INDICATORS, SURVEY_INDICATORS, indicator
from wres.organisations import Organisation
from wres.results import Result
from wres.terms import Status, Unit


class Held(Enum):
    """What there is of one indicator, organisation and year, most first."""

    COUNTS = "counts"
    PERCENTAGES = "percentages"
    HIDDEN = "hidden"
    NOT_COLLECTED = "not collected"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBoard:
    """One organisation: what is held of each indicator (rows 1 to 9) in each year."""

    organisation: Organisation
    years: tuple[int, ...]
    held: tuple[tuple[Held, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustBoard:
    """One year: what is held of each indicator (columns 1 to 9) of each organisation, by name."""

    wres_year: int
    organisations: tuple[Organisation, ...]
    held: tuple[tuple[Held, ...], ...]


def year_board(evidence: Evidence, org_code: str) -> YearBoard:
    """Return what there is of an organisation, nine rows by its years, earliest first."""
    years = evidence.years(org_code)
    return YearBoard(
        organisation=evidence.organisations.get(org_code),
        years=years,
        held=tuple(
            tuple(held_of(evidence, org_code, year, one.number) for year in years)
            for one in INDICATORS
        ),
    )


def trust_board(evidence: Evidence, wres_year: int) -> TrustBoard:
    """Return what there is of every organisation with anything that year, by name."""
    shown = [one for one in evidence.with_figures() if wres_year in evidence.years(one.code)]
    of_year = evidence.wholes(wres_year)
    return TrustBoard(
        wres_year=wres_year,
        organisations=tuple(shown),
        held=tuple(
            tuple(
                _held_beside(evidence, of_year, one.code, wres_year, measured.number)
                for measured in INDICATORS
            )
            for one in shown
        ),
    )


def _held_beside(
    evidence: Evidence, of_year: Evidence, code: str, wres_year: int, number: int
) -> Held:
    if number not in evidence.indicators(code, wres_year):
        return Held.NOTHING
    told = held_of(of_year, code, wres_year, number)
    # A part may be shown where the whole is not: only then are the parts looked at. Relative
    # likelihoods and the board have none.
    if told is Held.COUNTS or number not in (1, *SURVEY_INDICATORS):
        return told
    return held_of(evidence, code, wres_year, number)


def held_of(evidence: Evidence, org_code: str, wres_year: int, number: int) -> Held:
    """Return what there is of one indicator, organisation and year, as it may be shown."""
    rows = evidence.rows.where(org_code=org_code, wres_year=wres_year, indicator=number)
    if indicator(number).is_likelihood:
        series = evidence.publication.likelihood_series(org_code, number)
        found = [one for one in series if one.wres_year == wres_year]
        if found and found[0].ratio is not None:
            # Small counts stand behind a ratio and are not shown; the ratio is.
            counted = found[0].interval is not None
            return Held.COUNTS if counted else Held.PERCENTAGES
    kinds = {_held(row) for row in rows}
    return next((kind for kind in Held if kind in kinds), Held.NOTHING)


def _held(row: Result) -> Held:
    if row.status is Status.NOT_COLLECTED:
        return Held.NOT_COLLECTED
    if row.status in (Status.HIDDEN, Status.BELOW, Status.ABOVE):
        return Held.HIDDEN
    if row.status is not Status.SHOWN and row.status is not Status.DOUBTFUL:
        return Held.NOTHING
    if row.denominator is not None:
        return Held.COUNTS
    return Held.PERCENTAGES if row.value is not None or row.unit is Unit.RATIO else Held.NOTHING
