"""The guard of the store: no figures become current before the attack on them has failed.

Shipped figures lie under the uploaded ones, so the guard sees both, as every page does. What was
shown at each earlier version is worked out again from what the store kept of it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from itertools import product

from wres.disclosure import GateReport, Progress, gate
from wres.publication import PublishedCell, publish, published_cells
from wres.publication.withholding import OrgYear
from wres.results import Results
from wres.store import Candidate, Guard, Protection, Stood

Cells = tuple[PublishedCell, ...]


def guard_with(shipped: Callable[[], Results]) -> Guard:
    """Return the guard for a store whose uploads are laid over shipped figures.

    The figures are asked for only when something is about to become current.
    """

    def guard(candidate: Candidate) -> Protection:
        begun = time.perf_counter()
        report = judged(candidate, shipped())
        return _protection(report, time.perf_counter() - begun)

    return guard


def judged(
    candidate: Candidate, shipped: Results, *, progress: Progress | None = None
) -> GateReport:
    """Return what the gate says of figures that would become current.

    Raises:
        AttackFailed: If a program was not solved; nothing may then become current.
    """
    codes = {code for code, _ in candidate.touched}
    return gate(
        _laid_over(shipped, candidate.rows, codes),
        touched=candidate.touched,
        shown_before=sets_shown(candidate.before, candidate.touched, shipped),
        progress=progress,
    )


def sets_shown(
    before: Iterable[Stood], wanted: Iterable[OrgYear], shipped: Results
) -> dict[OrgYear, tuple[Cells, ...]]:
    """Return the different sets of cells that were shown of organisations and years, in order."""
    found: dict[OrgYear, dict[Cells, None]] = {one: {} for one in wanted}
    years: dict[str, list[int]] = {}
    for code, year in found:
        years.setdefault(code, []).append(year)
    for stood, (code, of_code) in product(before, years.items()):
        # One organisation at a time: its cells are then found without a look at all others.
        rows = Results(stood.rows.of(code))
        shown = publish(_laid_over(shipped, rows, [code]), stood.withheld)
        for year in of_code:
            cells = published_cells(shown, code, year)
            if cells:
                found[code, year].setdefault(cells)
    return {one: tuple(sets) for one, sets in found.items()}


def _laid_over(shipped: Results, rows: Results, codes: Iterable[str]) -> Results:
    under = [row for code in codes for row in shipped.of(code)]
    return Results(under).merged(rows)


def _protection(report: GateReport, seconds: float) -> Protection:
    return Protection(
        withheld=report.withheld,
        summary=report.summary(seconds),
        proof=json.dumps(
            {
                "passed": report.passed,
                "organisations_and_years": [list(one) for one in report.years],
                "cells": report.cells,
                "looked_for": report.looked_for,
                "sets_shown_before": report.sets_before,
                "hidden": report.hidden,
                "bands_merged": report.merged,
                "seconds": round(seconds, 1),
            }
        ),
    )
