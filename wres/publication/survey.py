"""Survey indicators: bases of 11, nobody given away, one cut of bands for all indicators."""

from __future__ import annotations

from dataclasses import replace

from wres.indicators import SURVEY_INDICATORS
from wres.publication.rules import (
    BOUND_PEOPLE,
    LEAST_BASE,
    NEAR_NOBODY,
    SMALL_BASE,
    hide,
    merged,
)
from wres.results import Result
from wres.terms import BAND_CUTS, WRES_GROUPS, Band, EthnicGroup, StaffGroup, Status

WIDE_GROUPS = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
STAFF_CUT = (StaffGroup.CLINICAL, StaffGroup.MEDICAL, StaffGroup.NON_CLINICAL)


def survey_cells(rows: list[Result]) -> list[Result]:
    """Return the publishable cells of one organisation and year, indicators 5 to 8."""
    survey = [row for row in rows if row.indicator in SURVEY_INDICATORS]
    official = [row for row in survey if not _counted(row)]
    counted = [row for row in survey if _counted(row)]
    totals = [r for r in counted if r.band is Band.ALL and r.staff_group is StaffGroup.ALL]
    by_band = [r for r in counted if r.band is not Band.ALL and r.staff_group is StaffGroup.ALL]
    by_staff = [r for r in counted if r.band is Band.ALL and r.staff_group is not StaffGroup.ALL]
    return [
        *official,
        *_totals(totals),
        *_detail(totals),
        *_bands(by_band, totals),
        *_staff_groups(by_staff, totals),
    ]


def _counted(row: Result) -> bool:
    return row.denominator is not None


def _is_safe(row: Result) -> bool:
    """Whether a survey cell can be shown as it is: enough people, and not all alike."""
    return (row.denominator or 0) >= LEAST_BASE and not _all_alike(row)


def _all_alike(row: Result) -> bool:
    base = row.denominator or 0
    if base >= SMALL_BASE:
        return False
    yes = row.numerator if row.numerator is not None else round((row.value or 0.0) * base)
    return yes <= NEAR_NOBODY or base - yes <= NEAR_NOBODY


def _bounded(row: Result) -> Result:
    """Return a small cell as it may be shown: hidden, under a bound, over a bound, or whole."""
    base = row.denominator or 0
    if base < LEAST_BASE:
        return hide(row)
    if not _all_alike(row):
        return row
    yes = row.numerator if row.numerator is not None else round((row.value or 0.0) * base)
    bound = BOUND_PEOPLE / base
    low = yes <= NEAR_NOBODY
    status = Status.BELOW if low else Status.ABOVE
    return replace(row, numerator=None, value=bound if low else 1 - bound, status=status)


def _totals(totals: list[Result]) -> list[Result]:
    parts = [r for r in totals if r.ethnic_group is not EthnicGroup.ALL and not _is_wide(r)]
    safe = all(_is_safe(row) for row in parts)
    # Bases differ by a few people between questions, so a group small on one is hidden on all.
    small = {row.ethnic_group for row in parts if (row.denominator or 0) < LEAST_BASE}
    shown = []
    for row in totals:
        if row.ethnic_group in WRES_GROUPS:
            shown.append(hide(row) if row.ethnic_group in small else _bounded(row))
        elif not _is_wide(row):
            # The total and the unknown are two ways to the same subtraction: they go together.
            shown.append(row if safe else hide(row))
    return shown


def _is_wide(row: Result) -> bool:
    return row.ethnic_group in WIDE_GROUPS


def _detail(totals: list[Result]) -> list[Result]:
    """The wide groups inside BME: all of them or none, since they add up to BME."""
    detail = [row for row in totals if _is_wide(row)]
    return detail if all(_is_safe(row) for row in detail) else [hide(row) for row in detail]


def _bands(by_band: list[Result], totals: list[Result]) -> list[Result]:
    wanted = [row for row in by_band if row.ethnic_group in WRES_GROUPS]
    if not wanted:
        return []
    for cut in BAND_CUTS:
        cells = merged(wanted, cut)
        if all(_is_safe(row) for row in cells) and _nothing_left_over(cells, totals):
            return cells
    return [hide(row) for row in merged(wanted, BAND_CUTS[-1])]


def _nothing_left_over(cells: list[Result], totals: list[Result]) -> bool:
    """Whether the people outside the cells (band not known) are none, or enough to show."""
    for total in totals:
        if total.ethnic_group not in WRES_GROUPS:
            continue
        inside = [
            c
            for c in cells
            if (c.indicator, c.ethnic_group) == (total.indicator, total.ethnic_group)
        ]
        left = (total.denominator or 0) - sum(c.denominator or 0 for c in inside)
        if inside and 0 < left < LEAST_BASE:
            return False
    return True


def _staff_groups(by_staff: list[Result], totals: list[Result]) -> list[Result]:
    wanted = [r for r in by_staff if r.ethnic_group in WRES_GROUPS and r.staff_group in STAFF_CUT]
    if all(_is_safe(row) for row in wanted) and _nothing_left_over(wanted, totals):
        return wanted
    return [hide(row) for row in wanted]
