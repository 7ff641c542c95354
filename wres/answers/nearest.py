"""The nearest figure that can be shown, where the one asked for is hidden."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, rate_at
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Status

# All staff together is no choice of the ethnic group filter, so no link may lead there.
_WIDER = (EthnicGroup.BME, EthnicGroup.WHITE)
BOUNDED = (Status.BELOW, Status.ABOVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenHere:
    """What a view hides: how many of its cells, and the nearest view that shows its figure."""

    cells: int
    chosen: bool
    nearest: View | None


def hidden_here(evidence: Evidence, view: View) -> HiddenHere:
    """Return how many cells of an indicator's view are hidden, and where to look instead."""
    chosen = _status(evidence, view) is Status.HIDDEN
    return HiddenHere(
        cells=len(_hidden_cells(evidence, view)),
        chosen=chosen,
        nearest=nearest_shown(evidence, view) if chosen else None,
    )


def _hidden_cells(evidence: Evidence, view: View) -> list[Result]:
    rows = evidence.rows.where(
        org_code=view.org_code, wres_year=view.wres_year, indicator=view.indicator
    )
    return [row for row in rows if row.status is Status.HIDDEN]


def nearest_shown(evidence: Evidence, view: View) -> View | None:
    """Return the view closest to this one whose figure is shown, or None when there is none.

    First all bands and all staff of the same ethnic group; then the wider ethnic groups.
    """
    whole = replace(view, band=Band.ALL, staff_group=StaffGroup.ALL)
    tried = [whole, *(replace(whole, ethnic_group=group) for group in _WIDER)]
    return next((one for one in tried if one != view and _is_told(evidence, one)), None)


def _is_told(evidence: Evidence, view: View) -> bool:
    rate = rate_at(evidence, _cell(view), view.wres_year)
    return rate.is_shown or rate.status in BOUNDED


def _status(evidence: Evidence, view: View) -> Status:
    return rate_at(evidence, _cell(view), view.wres_year).status


def _cell(view: View) -> Cell:
    return Cell(
        org_code=view.org_code,
        indicator=view.indicator,
        group=view.ethnic_group,
        band=view.band,
        staff_group=view.staff_group,
    )
