"""Survey indicators: bases of 11, nobody given away, one cut of bands for all indicators."""

from __future__ import annotations

from dataclasses import replace

from wres.indicators import SURVEY_INDICATORS
from wres.organisations import ENGLAND
from wres.publication.breakdowns import breakdown_cells
from wres.publication.rules import (
    BOUND_PEOPLE,
    LEAST_BASE,
    NEAR_NOBODY,
    all_alike,
    hide,
    is_safe,
    rest_is_safe,
    said_yes,
)
from wres.publication.suppression import tells_of_its_parts
from wres.results import Result
from wres.terms import DETAILED_GROUPS, WRES_GROUPS, Band, EthnicGroup, StaffGroup, Status

WIDE_GROUPS = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)


def survey_cells(rows: list[Result]) -> list[Result]:
    """Return the publishable cells of one organisation and year, indicators 5 to 8."""
    given = [_as_given(row) for row in rows if row.indicator in SURVEY_INDICATORS]
    survey = [row for row in given if row.ethnic_group not in DETAILED_GROUPS]
    counted = [row for row in survey if _counted(row)]
    totals = [r for r in counted if r.band is Band.ALL and r.staff_group is StaffGroup.ALL]
    official = _official([row for row in survey if not _counted(row)], totals)
    by_band = [r for r in counted if r.band is not Band.ALL and r.staff_group is StaffGroup.ALL]
    by_staff = [r for r in counted if r.band is Band.ALL and r.staff_group is not StaffGroup.ALL]
    return [
        *official,
        *_totals(totals),
        *_detail(totals),
        *breakdown_cells(by_band, by_staff, totals),
        *(_bounded(row) for row in given if row.ethnic_group in DETAILED_GROUPS),
    ]


def may_be_cut_so_fine(row: Result) -> bool:
    """Return whether a row is of a group wide enough for its organisation.

    A single ethnic background names too few people of a trust; for England it is published.
    """
    if row.ethnic_group not in DETAILED_GROUPS:
        return True
    is_total = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
    return row.org_code == ENGLAND and row.indicator in SURVEY_INDICATORS and is_total


def _as_given(row: Result) -> Result:
    """Return the row without figures its own status says are not to be shown."""
    if row.status is Status.HIDDEN:
        return hide(row)
    # A count beside a percentage gives its base away.
    return row if _counted(row) else replace(row, numerator=None)


def _official(rows: list[Result], totals: list[Result]) -> list[Result]:
    """Percentages without a base, as they are; but no way round a hidden group of this trust."""
    if _adds_up_safely(totals):
        return rows
    return [hide(row) if _is_whole(row) else row for row in rows]


def _is_whole(row: Result) -> bool:
    everyone = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
    return everyone and row.ethnic_group in (EthnicGroup.ALL, EthnicGroup.UNKNOWN)


def _counted(row: Result) -> bool:
    return row.denominator is not None


def _bounded(row: Result) -> Result:
    """Return a small cell as it may be shown: hidden, under a bound, over a bound, or whole."""
    base = row.denominator or 0
    if base < LEAST_BASE:
        return hide(row)
    if not all_alike(row):
        return row
    bound = BOUND_PEOPLE / base
    low = round(said_yes(row) or 0.0) <= NEAR_NOBODY
    status = Status.BELOW if low else Status.ABOVE
    return replace(row, numerator=None, value=bound if low else 1 - bound, status=status)


def _totals(totals: list[Result]) -> list[Result]:
    parts = _parts(totals)
    safe = _adds_up_safely(totals)
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


def _parts(totals: list[Result]) -> list[Result]:
    return [r for r in totals if r.ethnic_group is not EthnicGroup.ALL and not _is_wide(r)]


def _adds_up_safely(totals: list[Result]) -> bool:
    """Whether every part of the total can be shown, and so can the people in none of them."""
    parts = _parts(totals)
    whole = [row for row in totals if row.ethnic_group is EthnicGroup.ALL]
    return all(is_safe(row) for row in parts) and rest_is_safe(whole, parts)


def _is_wide(row: Result) -> bool:
    return row.ethnic_group in WIDE_GROUPS


def _detail(totals: list[Result]) -> list[Result]:
    """The wide groups inside BME: all of them or none, since they add up to BME.

    Where BME itself tells how they answered, they are not even listed.
    """
    detail = [row for row in totals if _is_wide(row)]
    bme = [row for row in totals if row.ethnic_group is EthnicGroup.BME]
    safe = all(is_safe(row) for row in detail) and rest_is_safe(bme, detail)
    if safe:
        return detail
    return [] if tells_of_its_parts(bme) else [hide(row) for row in detail]
