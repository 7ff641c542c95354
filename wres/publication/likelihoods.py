"""Indicators 2 to 4: the ratio is published; its counts only when both are large enough."""

from __future__ import annotations

from dataclasses import replace

from wres.indicators import LIKELIHOOD_INDICATORS
from wres.measures import Likelihood, likelihood_of, printed_likelihood, protected, rate_of
from wres.publication.rules import LEAST_BASE, hide, said_yes
from wres.results import Result
from wres.terms import WRES_GROUPS, Band, EthnicGroup, StaffGroup, Unit

Groups = dict[EthnicGroup, Result]


def likelihood_cells(rows: list[Result]) -> list[tuple[list[Result], Likelihood]]:
    """Return the rows and the likelihood of one organisation and year, indicators 2 to 4.

    Only BME and White: a total or an unknown beside them would give small counts away.
    """
    found = []
    for number in LIKELIHOOD_INDICATORS:
        of_all = [
            r
            for r in rows
            if r.indicator == number and r.band is Band.ALL and r.staff_group is StaffGroup.ALL
        ]
        rates = (r for r in of_all if r.unit is Unit.PROPORTION)
        groups = {r.ethnic_group: r for r in rates if r.ethnic_group in WRES_GROUPS}
        printed = next((r for r in of_all if r.unit is Unit.RATIO), None)
        likelihood = _one_likelihood(groups, printed)
        if likelihood is not None:
            found.append((_cells(groups, printed), likelihood))
    return found


def _cells(groups: Groups, printed: Result | None) -> list[Result]:
    people = [said_yes(row) for row in groups.values()]
    if any(count is not None and count < LEAST_BASE for count in people):
        return [hide(row) for row in groups.values()]
    if len(groups) == len(WRES_GROUPS) or printed is None:
        return list(groups.values())
    return [*groups.values(), printed]


def _one_likelihood(groups: Groups, printed: Result | None) -> Likelihood | None:
    bme, white = groups.get(EthnicGroup.BME), groups.get(EthnicGroup.WHITE)
    if bme is not None and white is not None:
        ratio = printed.value if printed else None
        return protected(likelihood_of(bme, white, printed=ratio), LEAST_BASE)
    if printed is None:
        return None
    rates = {row.ethnic_group: rate_of(row) for row in groups.values()}
    as_printed = replace(
        printed_likelihood(printed),
        bme=rates.get(EthnicGroup.BME),
        white=rates.get(EthnicGroup.WHITE),
    )
    return protected(as_printed, LEAST_BASE)
