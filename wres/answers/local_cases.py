"""The case studies of this installation: kept, offered, reviewed, shared and taken back.

Each step is a revision of a record, so the way of a case can be seen whole. Two people see to it
that a case is shared: whoever wrote or offered it does not review it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import uuid4

from wres.access import Role, Visitor, may_write
from wres.errors import CaseRefused
from wres.library.case_studies import CaseStudy
from wres.library.local_cases import (
    LEADS_STEPS,
    MAY_BE_TOLD,
    MUST_BE_TOLD,
    REVIEWERS_STEPS,
    LocalCase,
    Stage,
    as_case_study,
    body_of,
    case_from,
    checked_case,
)
from wres.organisations import Organisations
from wres.plans import written
from wres.store import Plain, Record, RecordKind, Store, uk_day
from wres.upload.personal_details import kind_of_detail, number_of_a_person_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One revision of a local case: what it says, its stage, and whose step it was."""

    record_id: str
    revision: int
    org_code: str
    case: LocalCase
    stage: Stage
    note: str
    made_by: str
    made_at: datetime


def newest_steps(store: Store, org_code: str | None = None) -> tuple[Step, ...]:
    """Return the newest step of every local case, of one organisation or of all."""
    return tuple(_step(one) for one in store.records(RecordKind.CASE_STUDY, org_code))


def steps_of(store: Store, record_id: str) -> tuple[Step, ...]:
    """Return every step of a local case, the first first."""
    history = store.record_history(record_id)
    return tuple(_step(one) for one in history if one.kind is RecordKind.CASE_STUDY)


def may_see(visitor: Visitor, step: Step) -> bool:
    """Return whether somebody may see a case before it is shared: its leads and administrators."""
    return may_write(visitor, step.org_code) or Role.ADMIN in visitor.roles


def shared_cases(store: Store, organisations: Organisations) -> tuple[CaseStudy, ...]:
    """Return the local cases everybody may see, each as it was when it was last shared.

    What is written anew after that waits for its own review. A case taken back is seen no more.
    """
    found = []
    for newest in newest_steps(store):
        step = newest if newest.revision == 1 else _last_shared(steps_of(store, newest.record_id))
        if step is None or step.stage is not Stage.SHARED or step.org_code not in organisations:
            continue
        found.append(
            as_case_study(
                step.case,
                organisations.get(step.org_code),
                case_id=shown_id(step.record_id),
                reviewed_on=uk_day(step.made_at),
            )
        )
    return tuple(found)


def shown_id(record_id: str) -> str:
    """Return the id of a local case in an address."""
    return f"local_{record_id}"


def keep_case(
    store: Store,
    case: LocalCase,
    *,
    org_code: str,
    made_by: str,
    made_at: datetime,
    record_id: str = "",
    seen: int = 0,
) -> Step:
    """Return the draft that keeps a case; with an id, the next revision after ``seen``.

    Raises:
        CaseRefused: If the case cannot be kept as it is.
        StoreMoved: If somebody else changed it since.
    """
    sound = checked_case(case)
    _refuse_people(sound)
    return _write(
        store,
        record_id or uuid4().hex,
        seen + 1,
        org_code=org_code,
        told={"case": body_of(sound), "stage": Stage.DRAFT.value, "note": ""},
        by=(made_by, made_at),
    )


def move_case(
    store: Store,
    step: Step,
    to: Stage,
    *,
    made_by: str,
    made_at: datetime,
    reviewing: bool,
    note: str = "",
) -> Step:
    """Return the step that takes a case to another stage.

    Raises:
        CaseRefused: If it cannot go there, the reviewer wrote or offered it, or a returned case
            has no reason.
        StoreMoved: If somebody else moved or changed it since.
    """
    allowed = (REVIEWERS_STEPS if reviewing else LEADS_STEPS).get(step.stage, ())
    if to not in allowed:
        raise CaseRefused(f"A case that is {step.stage.value} cannot become {to.value}.")
    reason = written(note, "the reason")
    if reviewing and to in (Stage.SHARED, Stage.RETURNED):
        _refuse_own_review(store, step, made_by)
    if to is Stage.RETURNED and not reason:
        raise CaseRefused("Say in a few words why the case goes back.")
    return _write(
        store,
        step.record_id,
        step.revision + 1,
        org_code=step.org_code,
        told={"case": body_of(step.case), "stage": to.value, "note": reason},
        by=(made_by, made_at),
    )


def _refuse_own_review(store: Store, step: Step, reviewer: str) -> None:
    hands = {one.made_by for one in steps_of(store, step.record_id) if one.stage in _WRITTEN}
    if reviewer in hands:
        raise CaseRefused("Whoever wrote or offered a case cannot review it; ask somebody else.")


_WRITTEN = (Stage.DRAFT, Stage.OFFERED)


def _refuse_people(case: LocalCase) -> None:
    for name in (*MUST_BE_TOLD, *MAY_BE_TOLD):
        text = getattr(case, name)
        found = number_of_a_person_in(text)
        found = found or next((kind for one in text.split() if (kind := kind_of_detail(one))), "")
        if found:
            raise CaseRefused(
                f"“{name.replace('_', ' ')}” holds a detail of a person ({found}); take it out."
            )


def _last_shared(steps: tuple[Step, ...]) -> Step | None:
    for step in reversed(steps):
        if step.stage in (Stage.SHARED, Stage.TAKEN_BACK):
            return step
    return None


def _write(
    store: Store,
    record_id: str,
    revision: int,
    *,
    org_code: str,
    told: dict[str, object],
    by: tuple[str, datetime],
) -> Step:
    made_by, made_at = by
    record = store.write_record(
        RecordKind.CASE_STUDY,
        record_id,
        revision=revision,
        org_code=org_code,
        body=cast("dict[str, Plain]", told),
        made_by=made_by,
        made_at=made_at,
    )
    return _step(record)


def _step(record: Record) -> Step:
    told = record.body["case"]
    return Step(
        record_id=record.record_id,
        revision=record.revision,
        org_code=record.org_code,
        case=case_from(told if isinstance(told, dict) else {}),
        stage=Stage(str(record.body["stage"])),
        note=str(record.body["note"]),
        made_by=record.made_by,
        made_at=record.made_at,
    )
