"""What figures there are, and what is missing and why: by year, and by organisation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from wres.answers.evidence import Evidence
from wres.indicators import INDICATORS, LIKELIHOOD_INDICATORS
from wres.organisations import Organisation
from wres.publication import Extent, extent_of
from wres.results import Result
from wres.terms import Status, Unit


class Held(Enum):
    """What there is of one indicator, organisation and year, most first."""

    COUNTS = "counts"
    PERCENTAGES = "percentages"
    HIDDEN = "hidden"
    NOT_COLLECTED = "not collected"
    NOTHING = "nothing"


_PLACE_OF = {kind: place for place, kind in enumerate(Held)}


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
            tuple(held_of(evidence, org_code, wres_year=year, number=one.number) for year in years)
            for one in INDICATORS
        ),
    )


def trust_board(evidence: Evidence, wres_year: int) -> TrustBoard:
    """Return what there is of every organisation with anything that year, by name."""
    shown = tuple(one for one in evidence.with_figures() if wres_year in evidence.years(one.code))
    codes = tuple(one.code for one in shown)
    columns = [_held_beside(evidence, codes, wres_year, one.number) for one in INDICATORS]
    return TrustBoard(
        wres_year=wres_year, organisations=shown, held=tuple(zip(*columns, strict=True))
    )


def _held_beside(
    evidence: Evidence, codes: Iterable[str], wres_year: int, number: int
) -> list[Held]:
    """What there is of one indicator, of each organisation."""
    of_year = evidence.beside(extent_of(number), wres_year)
    rows: dict[str, list[Result]] = {}
    for row in of_year.rows.beside(wres_year, number):
        rows.setdefault(row.org_code, []).append(row)
    found = []
    for code in codes:
        told = Held.NOTHING
        if number in evidence.indicators(code, wres_year):
            told = _best(of_year, rows.get(code, ()), code, wres_year=wres_year, number=number)
            # A part may be shown where the whole is not: only then are the parts looked at.
            # Relative likelihoods and the board have none.
            if told is not Held.COUNTS and number in Extent.COMPARED.indicators:
                told = held_of(evidence, code, wres_year=wres_year, number=number)
        found.append(told)
    return found


def held_of(evidence: Evidence, org_code: str, *, wres_year: int, number: int) -> Held:
    """Return what there is of one indicator, organisation and year, as it may be shown."""
    rows = evidence.rows.where(org_code=org_code, wres_year=wres_year, indicator=number)
    return _best(evidence, rows, org_code, wres_year=wres_year, number=number)


def _best(
    evidence: Evidence, rows: Iterable[Result], org_code: str, *, wres_year: int, number: int
) -> Held:
    if number in LIKELIHOOD_INDICATORS:
        of_org = evidence.publication.likelihoods_of(org_code)
        place = (number, wres_year)
        found = next((one for one in of_org if (one.indicator, one.wres_year) == place), None)
        if found is not None and found.ratio is not None:
            # Small counts stand behind a ratio and are not shown; the ratio is.
            return Held.PERCENTAGES if found.interval is None else Held.COUNTS
    most = Held.NOTHING
    for row in rows:
        kind = _held(row)
        # There is no more than counts, so where they are the other rows need no look.
        if kind is Held.COUNTS:
            return kind
        most = min(most, kind, key=_PLACE_OF.__getitem__)
    return most


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
