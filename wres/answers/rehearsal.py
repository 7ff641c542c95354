"""What an upload would change, before it is accepted: rows, and the verdicts that turn on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence
from wres.answers.measured import Cell, assessment_of
from wres.answers.new_benchmarks import benchmarks_from
from wres.concerns import Strength
from wres.indicators import INDICATORS
from wres.publication import publish
from wres.results import Result, Results


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """One indicator whose strength of concern would change."""

    org_code: str
    wres_year: int
    indicator: int
    before: Strength | None
    after: Strength | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """How many figures an upload adds, changes and leaves alone, and which verdicts turn."""

    added: int
    changed: tuple[tuple[Result, Result], ...]
    unchanged: int
    verdicts: tuple[VerdictChange, ...]
    organisations: tuple[str, ...]
    years: tuple[int, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether accepting would leave everything as it is."""
        return not self.added and not self.changed


def rehearse(evidence: Evidence, held: Results, offered: Iterable[Result]) -> Rehearsal:
    """Return what laying these rows over the held ones would change.

    ``held`` are the unprotected rows of shipped data and store; they go no further than here.
    """
    rows = tuple(offered)
    known = {row.key: row for row in held}
    added = [row for row in rows if row.key not in known]
    both = [(known[row.key], row) for row in rows if row.key in known]
    changed = tuple(pair for pair in both if _figure(pair[0]) != _figure(pair[1]))
    touched = sorted({(row.org_code, row.wres_year) for row in rows})
    codes = {code for code, _ in touched}
    shown = publish(row for row in held.merged(rows) if row.org_code in codes)
    made = benchmarks_from(
        evidence.rows.merged(shown.rows), Results(rows), shipped=evidence.shipped
    )
    after = replace(evidence, publication=shown, made_benchmarks=(*made, *evidence.made_benchmarks))
    return Rehearsal(
        added=len(added),
        changed=changed,
        unchanged=len(both) - len(changed),
        verdicts=tuple(_verdicts(evidence, after, touched)),
        organisations=tuple(sorted(codes)),
        years=tuple(sorted({year for _, year in touched})),
    )


def _figure(row: Result) -> tuple[object, ...]:
    value = None if row.value is None else round(row.value, 6)
    return (row.numerator, row.denominator, value, row.status, row.calc_basis)


def _verdicts(
    before: Evidence, after: Evidence, touched: list[tuple[str, int]]
) -> list[VerdictChange]:
    found = []
    for org_code, year in touched:
        for one in INDICATORS:
            cell = Cell(org_code=org_code, indicator=one.number)
            then, now = _strength(before, cell, year), _strength(after, cell, year)
            if then is not now:
                found.append(
                    VerdictChange(
                        org_code=org_code,
                        wres_year=year,
                        indicator=one.number,
                        before=then,
                        after=now,
                    )
                )
    return found


def _strength(evidence: Evidence, cell: Cell, year: int) -> Strength | None:
    found = assessment_of(evidence, cell, year)
    return found.strength if found else None
