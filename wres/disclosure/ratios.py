"""Behind a ratio: which counts of people fit a relative likelihood and the known headcounts.

Disciplinary cases and training (indicators 3 and 4) are counted out of the whole workforce, whose
headcounts indicator 1 publishes. Every pair of counts that would be printed as the same ratio is
tried. Indicator 2 is counted out of those shortlisted, whose number is not published.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres.disclosure.places import Place, place_of
from wres.disclosure.verdicts import NARROW_WIDTH, Kind, Quantity, Recovery, Verdict
from wres.indicators import calc_basis, indicator
from wres.measures import likelihood_of, protected
from wres.publication import LEAST_BASE, PublishedCell
from wres.results import Result
from wres.terms import WRES_GROUPS, EthnicGroup, Unit, survey_year_of

OUT_OF_THE_WORKFORCE = (3, 4)
HALF_A_STEP = 0.05

Pair = dict[EthnicGroup, int]


def behind_ratios(cells: Iterable[PublishedCell]) -> list[Recovery]:
    """Return what ratios on small numbers tell of the counts behind them, within four people."""
    held = tuple(cells)
    found: list[Recovery] = []
    for cell in held:
        small = cell.unit is Unit.RATIO and cell.decimals == 1 and cell.ratio is not None
        if small and cell.indicator in OUT_OF_THE_WORKFORCE:
            staff = _headcounts(held, cell.wres_year)
            if len(staff) == len(WRES_GROUPS):
                found += _told(cell, staff, tuple(staff.values()))
    return [one for one in found if one.is_recovered]


def _headcounts(cells: tuple[PublishedCell, ...], year: int) -> dict[EthnicGroup, PublishedCell]:
    return {
        cell.ethnic_group: cell
        for cell in cells
        if (cell.wres_year, cell.indicator) == (year, 1)
        and cell.ethnic_group in WRES_GROUPS
        and place_of(cell) == Place(cell.ethnic_group.value)
        and cell.count
    }


def _told(
    cell: PublishedCell, staff: dict[EthnicGroup, PublishedCell], proof: tuple[PublishedCell, ...]
) -> Iterator[Recovery]:
    people = {group: one.count or 0 for group, one in staff.items()}
    fitting = [pair for pair in _pairs(cell, people) if _is_printed_so(cell, pair, people)]
    if not fitting:
        return
    for group in WRES_GROUPS:
        counts = [pair[group] for pair in fitting]
        width = max(counts) - min(counts)
        narrow = Verdict.NARROW if width <= NARROW_WIDTH else Verdict.SAFE
        yield Recovery(
            org_code=cell.org_code,
            wres_year=cell.wres_year,
            indicator=cell.indicator,
            place=Place(group.value),
            kind=Kind.BEHIND_RATIO,
            quantity=Quantity.YES,
            low=min(counts),
            high=max(counts),
            verdict=narrow if width else Verdict.EXACT,
            proof=(cell, *proof),
        )


def _pairs(cell: PublishedCell, people: Pair) -> Iterator[Pair]:
    """Every pair with a count under 11 whose ratio lies near the printed one."""
    top = indicator(cell.indicator).ratio_top or EthnicGroup.BME
    (under,) = (group for group in WRES_GROUPS if group is not top)
    low, high = max((cell.ratio or 0) - HALF_A_STEP, 0.0), (cell.ratio or 0) + HALF_A_STEP
    for small in range(LEAST_BASE):
        # The small group below the line, then above it.
        per_case = people[top] / people[under] * small
        for other in range(math.floor(low * per_case), math.ceil(high * per_case) + 1):
            yield {top: min(other, people[top]), under: min(small, people[under])}
        per_case = people[under] / people[top] * small
        most = math.ceil(per_case / low) if low else people[under]
        for other in range(math.floor(per_case / high), most + 1):
            yield {top: min(small, people[top]), under: min(other, people[under])}


def _is_printed_so(cell: PublishedCell, pair: Pair, people: Pair) -> bool:
    counted = {group: _row(cell, group, pair[group], people[group]) for group in WRES_GROUPS}
    found = protected(
        likelihood_of(counted[EthnicGroup.BME], counted[EthnicGroup.WHITE]), LEAST_BASE
    )
    clear = cell.is_clear in (None, found.is_clear)
    return found.small_numbers and found.shown_ratio == cell.ratio and clear


def _row(cell: PublishedCell, group: EthnicGroup, counted: int, people: int) -> Result:
    survey_year = survey_year_of(cell.wres_year)
    bare = Result(
        org_code=cell.org_code,
        wres_year=cell.wres_year,
        survey_year=survey_year,
        indicator=cell.indicator,
        ethnic_group=group,
        calc_basis=calc_basis(cell.indicator, survey_year),
    )
    return replace(bare, numerator=counted, denominator=people)
