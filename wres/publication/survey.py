"""Survey indicators: bases of 11, nobody given away, one cut of bands for all indicators."""

from __future__ import annotations

from dataclasses import replace

from wres.indicators import SURVEY_INDICATORS
from wres.organisations import ENGLAND
from wres.publication.rules import (
    BOUND_PEOPLE,
    LEAST_BASE,
    NEAR_NOBODY,
    SMALL_BASE,
    hide,
    left_over,
    merged,
    said_yes,
)
from wres.results import Result
from wres.terms import (
    BAND_CUTS,
    DETAILED_GROUPS,
    WRES_GROUPS,
    Band,
    EthnicGroup,
    StaffGroup,
    Status,
    members,
)

WIDE_GROUPS = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
STAFF_CUT = (StaffGroup.CLINICAL, StaffGroup.MEDICAL, StaffGroup.NON_CLINICAL)


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
        *_bands(by_band, totals),
        *_staff_groups(by_staff, totals),
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


def _is_safe(row: Result) -> bool:
    """Whether a survey cell can be shown as it is: enough people, and not all alike."""
    return (row.denominator or 0) >= LEAST_BASE and not _all_alike(row)


def _all_alike(row: Result) -> bool:
    base = row.denominator or 0
    if base >= SMALL_BASE:
        return False
    yes = round(said_yes(row) or 0.0)
    return yes <= NEAR_NOBODY or base - yes <= NEAR_NOBODY


def _bounded(row: Result) -> Result:
    """Return a small cell as it may be shown: hidden, under a bound, over a bound, or whole."""
    base = row.denominator or 0
    if base < LEAST_BASE:
        return hide(row)
    if not _all_alike(row):
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
    return all(_is_safe(row) for row in parts) and _rest_is_safe(whole, parts)


def _rest_is_safe(wholes: list[Result], parts: list[Result]) -> bool:
    """Whether taking the parts of each indicator from its whole leaves nobody, or enough people."""
    for whole in wholes:
        inside = [part for part in parts if part.indicator == whole.indicator]
        rest = left_over(whole, inside)
        # Parts that add up to more than the whole come from elsewhere and give nothing away.
        if inside and (rest.denominator or 0) > 0 and not _is_safe(rest):
            return False
    return True


def _is_wide(row: Result) -> bool:
    return row.ethnic_group in WIDE_GROUPS


def _detail(totals: list[Result]) -> list[Result]:
    """The wide groups inside BME: all of them or none, since they add up to BME."""
    detail = [row for row in totals if _is_wide(row)]
    bme = [row for row in totals if row.ethnic_group is EthnicGroup.BME]
    safe = all(_is_safe(row) for row in detail) and _rest_is_safe(bme, detail)
    return detail if safe else [hide(row) for row in detail]


def _bands(by_band: list[Result], totals: list[Result]) -> list[Result]:
    wanted = [row for row in by_band if row.ethnic_group in WRES_GROUPS]
    if not wanted:
        return []
    for cut in _cuts_for(wanted):
        cells = merged(wanted, cut)
        if all(_is_safe(row) for row in cells) and _nothing_left_over(cells, totals):
            return cells
    return [hide(row) for row in merged(wanted, BAND_CUTS[-1])]


def _cuts_for(rows: list[Result]) -> list[tuple[Band, ...]]:
    """The cuts with a place for every row, finest first; all of them when no cut has."""
    given = {row.band for row in rows}

    def has_place(band: Band, cut: tuple[Band, ...]) -> bool:
        inside = {member for group in cut for member in members(group)}
        return band in cut or band in inside or set(members(band)) <= given

    fitting = [cut for cut in BAND_CUTS if all(has_place(band, cut) for band in given)]
    return fitting or list(BAND_CUTS)


def _nothing_left_over(cells: list[Result], totals: list[Result]) -> bool:
    """Whether the people outside the cells (band not known) are none, or enough to show."""
    return all(
        _rest_is_safe(
            [row for row in totals if row.ethnic_group is group],
            [cell for cell in cells if cell.ethnic_group is group],
        )
        for group in WRES_GROUPS
    )


def _staff_groups(by_staff: list[Result], totals: list[Result]) -> list[Result]:
    wanted = [r for r in by_staff if r.ethnic_group in WRES_GROUPS and r.staff_group in STAFF_CUT]
    if all(_is_safe(row) for row in wanted) and _nothing_left_over(wanted, totals):
        return wanted
    return [hide(row) for row in wanted]
