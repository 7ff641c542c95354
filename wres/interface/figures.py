"""The published figures that are asked for, as plain data: one record a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from wres.answers import Evidence
from wres.errors import NotThere
from wres.indicators import indicator
from wres.interface.asked import organisation_asked, year_asked
from wres.reports.figure_rows import Figure, data_of, figures_of, in_order, published
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, term
from wres.text import cut
from wres.words.confidentiality import corrected_notes

Term = TypeVar("Term", Band, EthnicGroup, StaffGroup)


def notes_of(evidence: Evidence, org_code: str) -> list[str]:
    """Return what is doubted of the shipped figures, and what an organisation corrected."""
    return [*map(str, evidence.shipped.problems), *corrected_notes(evidence, org_code)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which figures are asked for; None is everything."""

    org_code: str | None = None
    year: int | None = None
    indicator: int | None = None
    band: Band | None = None
    group: EthnicGroup | None = None
    staff_group: StaffGroup | None = None

    def takes(self, row: Result) -> bool:
        """Return whether a row is one of those asked for."""
        pairs = (
            (self.org_code, row.org_code),
            (self.year, row.wres_year),
            (self.indicator, row.indicator),
            (self.band, row.band),
            (self.group, row.ethnic_group),
            (self.staff_group, row.staff_group),
        )
        return all(asked is None or asked == found for asked, found in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody typed or another program sent; an empty text or None is everything."""

    org: str = ""
    year: int | None = None
    indicator: int | None = None
    band: str = ""
    group: str = ""
    staff: str = ""


def found_figures(evidence: Evidence, asked: Asked) -> list[Figure]:
    """Return the published figures asked for, in their order.

    Raises:
        NotThere: If there are none; the sentence says what there is.
        UnknownTerm: If a band, group, staff group or indicator is not one of the standard's.
    """
    wanted = _wanted(evidence, asked)
    found = sorted(figures_of(evidence, wanted.takes, org_code=wanted.org_code), key=in_order)
    if not found:
        raise NotThere(_why_nothing(evidence, wanted))
    return found


def results_data(figures: list[Figure]) -> list[dict[str, object]]:
    """Return figures as plain data: one record a figure, see ``schema``."""
    return [data_of(figure) for figure in figures]


def _wanted(evidence: Evidence, asked: Asked) -> Wanted:
    organisation = organisation_asked(evidence, asked.org) if asked.org else None
    if organisation is not None and asked.year is not None:
        year_asked(evidence, organisation, asked.year)
    return Wanted(
        org_code=organisation.code if organisation else None,
        year=asked.year,
        indicator=None if asked.indicator is None else indicator(asked.indicator).number,
        band=_term(Band, asked.band, "band"),
        group=_term(EthnicGroup, asked.group, "ethnic group"),
        staff_group=_term(StaffGroup, asked.staff, "staff group"),
    )


def _term(kind: type[Term], code: str, name: str) -> Term | None:
    return term(kind, code.strip().casefold(), name) if code else None


def _why_nothing(evidence: Evidence, wanted: Wanted) -> str:
    rows = [row for row, _ in published(evidence, wanted.org_code)]
    if not rows:
        return f"There are no published figures for {wanted.org_code}, only an action plan."
    nothing = "There are no published figures for"
    years = {row.wres_year for row in rows}
    if wanted.year is not None and wanted.year not in years:
        return f"{nothing} WRES year {cut(str(wanted.year))}; there are for {_listed(years)}."
    numbers = {row.indicator for row in rows if wanted.year in (None, row.wres_year)}
    if wanted.indicator is not None and wanted.indicator not in numbers:
        return f"{nothing} indicator {wanted.indicator}; there are for {_listed(numbers)}."
    return (
        f"{nothing} these people; leave out band, group and staff to see what there is "
        f"(indicators {_listed(numbers)})."
    )


def _listed(numbers: set[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
