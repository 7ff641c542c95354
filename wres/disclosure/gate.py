"""The gate: rows become a publication only once the attack on it fails.

The publication has its own rules for merging and hiding. Where the attack still works something
out, more is withheld from that organisation and year, step by step, until nothing is recovered.
What no step can protect is hidden whole, never published first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from wres.disclosure.attack import attack
from wres.disclosure.verdicts import Attack
from wres.indicators import SURVEY_INDICATORS
from wres.publication import Publication, publish, published_cells
from wres.publication.rules import hide
from wres.publication.survey import WIDE_GROUPS
from wres.results import Result, Results
from wres.terms import BAND_CUTS, WRES_GROUPS, Band, StaffGroup, Status, members


class Step(Enum):
    """What is withheld in turn, from least to most."""

    DETAIL = "ethnic groups within BME"
    BREAKDOWNS = "breakdowns by band and staff group"
    ALL_STAFF = "figures of all staff"
    EVERYTHING = "all survey figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What had to be withheld of an organisation and year, beyond the publication's own rules."""

    org_code: str
    wres_year: int
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReport:
    """The publication that passed the attack, and what it took."""

    publication: Publication
    attacks: tuple[Attack, ...]
    repairs: tuple[Repair, ...] = ()
    hidden: int = 0
    merged: int = 0

    @property
    def passed(self) -> bool:
        """Whether nothing can be worked out of what would be published."""
        return all(one.passed and not one.contradicting for one in self.attacks)

    def summary(self, seconds: float) -> str:
        """Return what a lead reads: “4 cells hidden, 2 bands merged, attack passed, 294 cells”."""
        cells = sum(one.cells for one in self.attacks)
        withheld = dict.fromkeys(repair.step.value for repair in self.repairs)
        parts = [
            _counted(self.hidden, "cell", "hidden"),
            _counted(self.merged, "band", "merged"),
            *(f"{what} withheld" for what in withheld),
            "attack passed" if self.passed else "attack not passed",
            f"{cells:,} cells",
            f"{seconds:.1f} s",
        ]
        return ", ".join(parts)


def gate(rows: Iterable[Result], *, before: Publication | None = None) -> GateReport:
    """Return the publication of these rows, repaired until the attack on it fails.

    ``before`` is what viewers could see until now and may have kept.

    Raises:
        AttackFailed: If a program was not solved; nothing may then be published.
    """
    held = tuple(rows)
    publication = publish(held)
    attacks, repairs = [], []
    for org_code in publication.rows.organisations():
        found = _attacked(publication, org_code, before)
        years = sorted({one.wres_year for one in found.recovered})
        for year in years:
            publication, made = _repaired(publication, org_code, year, before)
            repairs.append(made)
        attacks.append(_attacked(publication, org_code, before) if years else found)
    return GateReport(
        publication=publication,
        attacks=tuple(attacks),
        repairs=tuple(repairs),
        hidden=sum(row.status is Status.HIDDEN for row in publication.rows),
        merged=_bands_merged(held, publication),
    )


def _attacked(publication: Publication, org_code: str, before: Publication | None) -> Attack:
    earlier = published_cells(before, org_code) if before is not None else ()
    return attack(published_cells(publication, org_code), earlier=earlier)


def _repaired(
    publication: Publication, org_code: str, year: int, before: Publication | None
) -> tuple[Publication, Repair]:
    """The publication after the first step that, by itself, lets nothing be recovered."""
    for step in Step:
        tried = _withhold(publication, org_code, year, step)
        found = _attacked(tried, org_code, before)
        if not any(one.wres_year == year for one in found.recovered):
            break
    return tried, Repair(org_code=org_code, wres_year=year, step=step)


def _withhold(publication: Publication, org_code: str, year: int, step: Step) -> Publication:
    kept = []
    for row in publication.rows:
        ours = (row.org_code, row.wres_year) == (org_code, year)
        if not (ours and row.indicator in SURVEY_INDICATORS and _IS_PART_OF[step](row)):
            kept.append(row)
        elif step in (Step.ALL_STAFF, Step.EVERYTHING):
            kept.append(hide(row))
    return replace(publication, rows=Results(kept))


def _is_broken_down(row: Result) -> bool:
    return row.band is not Band.ALL or row.staff_group is not StaffGroup.ALL


_IS_PART_OF: dict[Step, Callable[[Result], bool]] = {
    Step.DETAIL: lambda row: row.ethnic_group in WIDE_GROUPS,
    Step.BREAKDOWNS: _is_broken_down,
    Step.ALL_STAFF: lambda row: row.ethnic_group not in WRES_GROUPS,
    Step.EVERYTHING: lambda row: True,
}


def _bands_merged(rows: tuple[Result, ...], publication: Publication) -> int:
    """How many band groups of the finest cut that people are in stand inside a larger one."""
    found: set[tuple[str, int, Band]] = set()
    places = {(row.org_code, row.wres_year) for row in publication.rows}
    for org_code, year in places:
        shown = publication.rows.where(org_code=org_code, wres_year=year)
        given = {r.band for r in rows if (r.org_code, r.wres_year) == (org_code, year)}
        cut = {row.band for row in shown if row.indicator in SURVEY_INDICATORS} - {Band.ALL}
        for fine in BAND_CUTS[0]:
            inside = set(members(fine))
            larger = any(inside < set(members(band)) for band in cut)
            if larger and (inside | {fine}) & given:
                found.add((org_code, year, fine))
    return len(found)


def _counted(number: int, what: str, done: str) -> str:
    return f"{number:,} {what if number == 1 else f'{what}s'} {done}"
