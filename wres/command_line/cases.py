"""The commands ``cases`` and ``review-case``: cases of this installation, and sharing them."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from wres.answers.local_cases import Step, move_case, newest_steps
from wres.answers.opening import local_store
from wres.command_line.evidence import stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.library.local_cases import Stage
from wres.text import cut, one_line
from wres.words.local_cases import moved_sentence, stage_sentence, told_lines

NONE = "No case study of this installation is kept."


def cases(_asked: Namespace) -> Reply:
    """Return every case study of this installation, with how far it is."""
    store = stored()
    if store is None:
        return Reply(data=[], lines=(NONE,))
    with store:
        found = newest_steps(store)
    lines = [line for step in found for line in _lines(step)]
    return Reply(data=[_data(one) for one in found], lines=tuple(lines) or (NONE,))


def review_case(asked: Namespace) -> Reply:
    """Return that a case was shared with everybody, or went back with a reason.

    Raises:
        BadCommand: If there is no such case, or nobody is named as the reviewer.
        CaseRefused: If it was not offered, or the reviewer wrote it.
    """
    reviewer, why = one_line(asked.by), one_line(asked.give_back)
    if not reviewer:
        raise BadCommand("Say who reviews it: --by NAME, somebody who did not write it.")
    with local_store() as store:
        step = _named(newest_steps(store), one_line(asked.case))
        moved = move_case(
            store,
            step,
            Stage.RETURNED if why else Stage.SHARED,
            made_by=reviewer,
            made_at=datetime.now(UTC),
            reviewing=True,
            note=why,
        )
    said = f"{moved.case.title}. {moved_sentence(moved.stage)}"
    return Reply(data=_data(moved), lines=tuple(wrapped(said)))


def _named(found: tuple[Step, ...], case_id: str) -> Step:
    for step in found:
        if step.record_id == case_id:
            return step
    raise BadCommand(f"There is no case “{cut(case_id)}” here; see python -m wres cases.")


def _lines(step: Step) -> list[str]:
    lines = [*wrapped(f"{step.record_id}  {step.case.title}"), *wrapped(stage_sentence(step))]
    told = (
        ("What was done", step.case.what_was_done),
        ("What came of it", step.case.outcome),
        ("What did not work", step.case.what_did_not_work),
        *told_lines(step.case),
    )
    for name, text in told:
        lines += wrapped(f"{name}: {text}", indent=2, hang=2)
    return [*lines, ""]


def _data(step: Step) -> dict[str, object]:
    return {
        "id": step.record_id,
        "revision": step.revision,
        "organisation": step.org_code,
        "title": step.case.title,
        "stage": step.stage.value,
        "reason": step.note,
        "indicator": step.case.indicator,
        "what_was_done": step.case.what_was_done,
        "outcome": step.case.outcome,
        "what_did_not_work": step.case.what_did_not_work,
    }
