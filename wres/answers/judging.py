"""Judgements of leads: kept beside the verdicts worked out, with their age and their history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from wres.answers.evidence import Evidence
from wres.answers.measured import Cell, assessment_of
from wres.errors import StoreMoved
from wres.judgements import Judgement, from_body, refuse_empty, standing_by_place, to_body
from wres.store import Known, Place, Record, RecordKind, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement that stands, and what is newer than it.

    ``newer_version`` is a later version that wrote figures of its year and indicator,
    ``newer_year`` a later WRES year with figures; 0 when there is none.
    """

    judgement: Judgement
    newer_version: int = 0
    newer_year: int = 0


@dataclass(frozen=True, slots=True)
class JudgedYear(Mapping[int, Judged]):
    """The judgements that stand for an organisation in a WRES year, by indicator, never changed.

    What is made from them alone may be kept by them.
    """

    judged: tuple[Judged, ...] = ()

    def __getitem__(self, indicator: int) -> Judged:
        """Return the judgement of an indicator.

        Raises:
            KeyError: If none stands.
        """
        for one in self.judged:
            if one.judgement.indicator == indicator:
                return one
        raise KeyError(indicator)

    def __iter__(self) -> Iterator[int]:
        """Give the indicators that are judged."""
        return (one.judgement.indicator for one in self.judged)

    def __len__(self) -> int:
        """Return how many indicators are judged."""
        return len(self.judged)


def judgements_in(records: Iterable[Record]) -> tuple[Judgement, ...]:
    """Return the judgements that records hold, in the order they began.

    Raises:
        JudgementRefused: If one cannot be read.
    """
    return tuple(
        from_body(
            one.body,
            org_code=one.org_code,
            record_id=one.record_id,
            revision=one.revision,
            judged_by=one.made_by,
            judged_at=one.made_at,
        )
        for one in records
    )


def judged_of(
    evidence: Evidence,
    judgements: Iterable[Judgement],
    wres_year: int,
    *,
    known: Mapping[Place, Known],
) -> JudgedYear:
    """Return the judgements that stand for a WRES year, by indicator, each with its age."""
    standing = standing_by_place(judgements).values()
    return JudgedYear(
        tuple(_aged(evidence, one, known) for one in standing if one.wres_year == wres_year)
    )


def _aged(evidence: Evidence, one: Judgement, known: Mapping[Place, Known]) -> Judged:
    held = known.get(one.place)
    last = held.last_version if held else 0
    years = evidence.years(one.org_code)
    later = [y for y in years if y > one.wres_year and _has(evidence, one, y)]
    return Judged(
        judgement=one,
        newer_version=last if last > one.version else 0,
        newer_year=max(later, default=0),
    )


def _has(evidence: Evidence, one: Judgement, year: int) -> bool:
    return one.indicator in evidence.indicators(one.org_code, year)


def keep(
    store: Store, evidence: Evidence, one: Judgement, *, made_by: str, made_at: datetime
) -> Judgement:
    """Return a judgement as it was kept, as the next revision of what was judged before.

    ``revision`` of the one given is the revision that was looked at, 0 for none.

    Raises:
        JudgementRefused: If it gives no reason.
        StoreMoved: If somebody else judged the same in the meantime.
        StoreProblem: If the store cannot be written.
    """
    refuse_empty(one)
    held = judgements_in(store.records(RecordKind.JUDGEMENT, one.org_code))
    before = next((other for other in held if other.place == one.place), None)
    seen = before.revision if before else 0
    if seen != one.revision:
        raise StoreMoved(
            "Somebody else judged this since you looked; look at it again.",
            seen=one.revision,
            current=seen,
        )
    found = assessment_of(
        evidence, Cell(org_code=one.org_code, indicator=one.indicator), one.wres_year
    )
    ready = replace(one, version=evidence.version, strength=found.strength.value if found else "")
    written = store.write_record(
        RecordKind.JUDGEMENT,
        before.record_id if before else uuid4().hex,
        revision=seen + 1,
        org_code=one.org_code,
        body=to_body(ready),
        made_by=made_by,
        made_at=made_at,
    )
    return judgements_in([written])[0]
