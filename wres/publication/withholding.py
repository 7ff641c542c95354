"""What is withheld of an organisation and year beyond the publication's own rules.

The gate in ``wres/disclosure`` decides it, the store keeps it with the version it was decided for,
and the publication carries it out, so that what is shown is exactly what passed the attack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from wres.indicators import SURVEY_INDICATORS
from wres.publication.rules import hide
from wres.publication.survey import WIDE_GROUPS
from wres.results import Result
from wres.terms import WRES_GROUPS, Band, EthnicGroup, StaffGroup

# A group, a band and a staff group.
Cell = tuple[EthnicGroup, Band, StaffGroup]
OrgYear = tuple[str, int]


class Step(Enum):
    """What is withheld in turn, from least to most; the words are what a lead reads."""

    CORRECTED_PARTS = "corrected breakdowns"
    CORRECTED = "corrected figures"
    DETAIL = "ethnic groups within BME"
    BREAKDOWNS = "breakdowns by band and staff group"
    ALL_STAFF = "figures of all staff"
    EVERYTHING = "all survey figures"


# A correction is told apart from a small group: the figure was shown, and may be shown again.
OF_A_CORRECTION = (Step.CORRECTED_PARTS, Step.CORRECTED)
# Taken off the page rather than marked, since a mark inside a total says that it is there.
_UNLISTED = (Step.DETAIL, Step.BREAKDOWNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What is withheld of the survey figures of an organisation and year.

    ``cells`` names them for a correction: the same on all survey indicators of the year.
    """

    org_code: str
    wres_year: int
    step: Step
    cells: frozenset[Cell] = frozenset()

    @property
    def org_year(self) -> OrgYear:
        """Whose figures, and of which WRES year."""
        return (self.org_code, self.wres_year)


def withhold(rows: Iterable[Result], withheld: Iterable[Withheld]) -> list[Result]:
    """Return published rows without what is withheld, hidden or no longer listed."""
    by_year: dict[OrgYear, list[Withheld]] = {}
    for one in withheld:
        by_year.setdefault(one.org_year, []).append(one)
    kept = []
    for row in rows:
        steps = [
            one.step
            for one in by_year.get((row.org_code, row.wres_year), ())
            if row.indicator in SURVEY_INDICATORS and _concerns(one, row)
        ]
        if not steps:
            kept.append(row)
        elif not any(step in _UNLISTED for step in steps):
            kept.append(hide(row))
    return kept


def cell_place(row: Result) -> Cell:
    """Return whose figure a row is: group, band and staff group."""
    return (row.ethnic_group, row.band, row.staff_group)


def is_broken_down(row: Result) -> bool:
    """Return whether a row is of one band or staff group only."""
    return row.band is not Band.ALL or row.staff_group is not StaffGroup.ALL


def _concerns(one: Withheld, row: Result) -> bool:
    if one.step in OF_A_CORRECTION:
        return cell_place(row) in one.cells
    return _IS_PART_OF[one.step](row)


_IS_PART_OF: dict[Step, Callable[[Result], bool]] = {
    Step.DETAIL: lambda row: row.ethnic_group in WIDE_GROUPS,
    Step.BREAKDOWNS: is_broken_down,
    Step.ALL_STAFF: lambda row: row.ethnic_group not in WRES_GROUPS,
    Step.EVERYTHING: lambda row: True,
}
