"""Indicators 1 and 9: posts, which the trust must publish; small counts of a group are masked."""

from __future__ import annotations

from dataclasses import replace

from wres.publication.rules import LEAST_BASE, merged
from wres.results import Result
from wres.terms import (
    BAND_CUTS,
    BAND_GROUP_MEMBERS,
    PAY_BANDS,
    Band,
    EthnicGroup,
    StaffGroup,
    Status,
    is_band_group,
    members,
)


def post_cells(rows: list[Result]) -> list[Result]:
    """Return the publishable cells of one organisation and year, indicators 1 and 9."""
    board = [row for row in rows if row.indicator == 9]
    workforce = [row for row in rows if row.indicator == 1]
    singles = [row for row in workforce if row.band in PAY_BANDS]
    others = [row for row in workforce if row.band is Band.ALL or is_band_group(row.band)]
    medical = [row for row in workforce if row.band in members(Band.MEDICAL)]
    groups = _post_groups([row for row in singles + medical if row.staff_group is StaffGroup.ALL])
    # A group the trust gave itself comes last, so that it stands over our sum of its bands.
    return [*board, *groups, *others, *_single_bands(singles)]


def _post_groups(rows: list[Result]) -> list[Result]:
    """Every band group's posts, for all staff: sums of records the trust publishes by band."""
    counted = [row for row in rows if row.has_counts]
    found: dict[tuple[EthnicGroup, Band], Result] = {}
    for cut in (*BAND_CUTS, (Band.BANDS_8A_VSM,)):
        for row in merged(counted, cut):
            found[row.ethnic_group, row.band] = row
    wanted = set(BAND_GROUP_MEMBERS) - {Band.BANDS_5_VSM}
    return [row for (_, band), row in found.items() if band in wanted]


def _single_bands(rows: list[Result]) -> list[Result]:
    shown = [row for row in rows if row.staff_group is StaffGroup.ALL]
    small = _small_bands(shown)
    return [
        replace(row, numerator=None, value=None, status=Status.HIDDEN) if row.band in small else row
        for row in shown
    ]


def _small_bands(rows: list[Result]) -> set[Band]:
    """Bands where some group has 1 to 10 people, and a second band to hide it behind."""
    small: set[Band] = set()
    for group in BAND_CUTS[0]:
        inside = [r for r in rows if r.band in members(group) and r.has_counts]
        bands = {r.band for r in inside}
        few = {r.band for r in inside if 0 < (r.numerator or 0) < LEAST_BASE}
        if len(few) == 1 and len(bands) > 1:
            few.add(min(bands - few, key=lambda band: (_posts_in(inside, band), band.value)))
        small |= few
    return small


def _posts_in(rows: list[Result], band: Band) -> int:
    return min((row.denominator or 0 for row in rows if row.band is band), default=0)
