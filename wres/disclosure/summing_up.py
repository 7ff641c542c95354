"""What a lead reads of the gate: how many bands were merged, and numbers with their words."""

from __future__ import annotations

from collections.abc import Iterable

from wres.indicators import SURVEY_INDICATORS
from wres.publication.withholding import OrgYear
from wres.results import Result
from wres.terms import BAND_CUTS, Band, members


def bands_merged(rows: Iterable[Result], shown: Iterable[Result]) -> int:
    """Return how many band groups of the finest cut, with people in them, are in a larger one."""
    given: dict[OrgYear, set[Band]] = {}
    cuts: dict[OrgYear, set[Band]] = {}
    for row in rows:
        given.setdefault((row.org_code, row.wres_year), set()).add(row.band)
    for row in shown:
        if row.indicator in SURVEY_INDICATORS and row.band is not Band.ALL:
            cuts.setdefault((row.org_code, row.wres_year), set()).add(row.band)
    return sum(_merged_in(cut, given.get(year, set())) for year, cut in cuts.items())


def _merged_in(cut: set[Band], given: set[Band]) -> int:
    return sum(
        any(set(members(fine)) < set(members(band)) for band in cut)
        for fine in BAND_CUTS[0]
        if (set(members(fine)) | {fine}) & given
    )


def counted(number: int, what: str, done: str) -> str:
    """Return a number of things with what was done to them: “2 bands merged”."""
    return f"{number:,} {what if number == 1 else f'{what}s'} {done}"
