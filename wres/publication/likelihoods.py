"""Indicators 2 to 4: the ratio is published; its counts only when both are large enough."""

from __future__ import annotations

from wres.indicators import LIKELIHOOD_INDICATORS
from wres.measures import Likelihood, likelihood_of, printed_likelihood, protected
from wres.publication.rules import LEAST_BASE
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Unit


def likelihood_cells(rows: list[Result]) -> list[tuple[list[Result], Likelihood]]:
    """Return the rows and the likelihood of one organisation and year, indicators 2 to 4."""
    found = []
    for number in LIKELIHOOD_INDICATORS:
        of_all = [
            r
            for r in rows
            if r.indicator == number and r.band is Band.ALL and r.staff_group is StaffGroup.ALL
        ]
        groups = {r.ethnic_group: r for r in of_all if r.unit is Unit.PROPORTION}
        printed = next((r for r in of_all if r.unit is Unit.RATIO), None)
        likelihood = _one_likelihood(groups, printed)
        if likelihood is not None:
            kept = list(groups.values()) if not likelihood.small_numbers else []
            found.append((kept + ([printed] if printed and not kept else []), likelihood))
    return found


def _one_likelihood(groups: dict[EthnicGroup, Result], printed: Result | None) -> Likelihood | None:
    bme, white = groups.get(EthnicGroup.BME), groups.get(EthnicGroup.WHITE)
    if bme is not None and white is not None:
        return protected(
            likelihood_of(bme, white, printed=printed.value if printed else None), LEAST_BASE
        )
    return printed_likelihood(printed) if printed is not None else None
