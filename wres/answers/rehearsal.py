"""What an upload would change, before it is accepted: rows, and the verdicts that turn on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence
from wres.answers.measured import Cell, assessment_of
from wres.answers.new_benchmarks import benchmarks_from
from wres.concerns import Strength
from wres.publication import Extent, Withheld, publish
from wres.results import Result, Results
from wres.terms import Trigger


@dataclass(frozen=True, slots=True)
class Verdict:
    """How firm the concern about an indicator is, and what raised it."""

    strength: Strength
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """One indicator whose verdict would change; None stands for no figures to judge."""

    org_code: str
    wres_year: int
    indicator: int
    before: Verdict | None
    after: Verdict | None

    @property
    def begins(self) -> bool:
        """Whether this would become an area of concern."""
        return bool(self.after and self.after.triggers) and not self._was_concern

    @property
    def ends(self) -> bool:
        """Whether this would no longer be an area of concern."""
        return self._was_concern and not (self.after and self.after.triggers)

    @property
    def _was_concern(self) -> bool:
        return bool(self.before and self.before.triggers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What an upload adds, changes, removes and leaves alone, and which verdicts turn.

    ``removed`` pairs each uploaded figure that would go with the shipped one that would show
    again in its place, or None.
    """

    added: tuple[Result, ...]
    changed: tuple[tuple[Result, Result], ...]
    removed: tuple[tuple[Result, Result | None], ...]
    unchanged: int
    verdicts: tuple[VerdictChange, ...]
    organisations: tuple[str, ...]
    years: tuple[int, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether accepting would leave everything as it is."""
        return not (self.added or self.changed or self.removed)


def rehearse(
    evidence: Evidence,
    offered: Iterable[Result],
    *,
    uploaded: Results,
    replaces: bool = False,
    withheld: Iterable[Withheld] = (),
) -> Rehearsal:
    """Return what accepting these rows would change.

    ``uploaded`` are the unprotected rows of the store; they go no further than here. When the
    file ``replaces`` what it is about, an uploaded figure of the same organisation, WRES year
    and indicator that is not in it goes. ``withheld`` is what the attack on the rows asked for.
    """
    rows = tuple(offered)
    codes = {row.org_code for row in rows}
    # What is held of anybody else neither changes nor turns a verdict.
    uploaded = Results(row for code in sorted(codes) for row in uploaded.of(code))
    shipped = Results(row for code in sorted(codes) for row in evidence.shipped.results.of(code))
    known = {row.key: row for row in shipped.merged(uploaded)}
    removed = _removed(rows, uploaded) if replaces else ()
    gone = {row.key for row in removed}
    added = tuple(row for row in rows if row.key not in known)
    both = [(known[row.key], row) for row in rows if row.key in known]
    changed = tuple(pair for pair in both if _figure(pair[0]) != _figure(pair[1]))
    left = shipped.merged(row for row in uploaded if row.key not in gone).merged(rows)
    asked = tuple(withheld)
    touched = {one.org_year for one in asked}
    standing = (one for one in evidence.publication.withheld if one.org_year not in touched)
    shown = publish(left, (*standing, *asked))
    beside = evidence.publication.beside(Extent.WHOLES, {row.wres_year for row in rows})
    made = benchmarks_from(beside.rows.merged(shown.rows), rows, shipped=evidence.shipped)
    after = replace(evidence, publication=shown, made_benchmarks=(*made, *evidence.made_benchmarks))
    return Rehearsal(
        added=added,
        changed=changed,
        removed=tuple((row, _shipped_in_place(shipped, row)) for row in removed),
        unchanged=len(both) - len(changed),
        verdicts=tuple(verdict_changes(evidence, after, (*rows, *removed))),
        organisations=tuple(sorted(codes)),
        years=tuple(sorted({row.wres_year for row in rows})),
    )


def _removed(rows: Iterable[Result], uploaded: Results) -> tuple[Result, ...]:
    offered = tuple(rows)
    keys = {row.key for row in offered}
    about = {(row.org_code, row.wres_year, row.indicator) for row in offered}
    return tuple(
        row
        for row in uploaded
        if row.key not in keys and (row.org_code, row.wres_year, row.indicator) in about
    )


def _shipped_in_place(shipped: Results, row: Result) -> Result | None:
    return shipped.get(
        row.org_code,
        row.wres_year,
        indicator=row.indicator,
        ethnic_group=row.ethnic_group,
        staff_group=row.staff_group,
        band=row.band,
        unit=row.unit,
    )


def _figure(row: Result) -> tuple[object, ...]:
    value = None if row.value is None else round(row.value, 6)
    return (row.numerator, row.denominator, value, row.status, row.calc_basis)


def verdict_changes(
    before: Evidence, after: Evidence, rows: Iterable[Result]
) -> Iterator[VerdictChange]:
    """Give the verdicts that turn: of the rows' years, and of later ones, whose trends they are in.

    ``rows`` are the figures that may have changed.
    """
    for org_code, number, first in _touched(rows):
        cell = Cell(org_code=org_code, indicator=number)
        years = set(before.years(org_code)) | set(after.years(org_code))
        for year in sorted(year for year in years if year >= first):
            then, now = _verdict(before, cell, year), _verdict(after, cell, year)
            if then != now:
                yield VerdictChange(
                    org_code=org_code,
                    wres_year=year,
                    indicator=number,
                    before=then,
                    after=now,
                )


def _touched(rows: Iterable[Result]) -> list[tuple[str, int, int]]:
    """Organisation, indicator and the earliest year given; the board is judged by indicator 1."""
    first: dict[tuple[str, int], int] = {}
    for row in rows:
        for number in (1, 9) if row.indicator == 1 else (row.indicator,):
            place = (row.org_code, number)
            first[place] = min(row.wres_year, first.get(place, row.wres_year))
    return [(code, number, year) for (code, number), year in sorted(first.items())]


def _verdict(evidence: Evidence, cell: Cell, year: int) -> Verdict | None:
    found = assessment_of(evidence, cell, year)
    # With nothing to judge by there is no verdict, whether figures are there or not.
    if found is None or found.strength is Strength.CANNOT_TELL:
        return None
    raised = tuple(finding.trigger for finding in found.findings if finding.raised)
    return Verdict(found.strength, raised)
