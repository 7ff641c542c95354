"""Sessions, questions and decisions as rows of the store, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy.engine import Row

from wres.errors import StoreProblem
from wres.live import (
    Decision,
    LiveSession,
    Option,
    Question,
    QuestionKind,
    QuestionState,
    Step,
)
from wres.store.versions import utc_text


def session_values(session: LiveSession) -> dict[str, object]:
    """Return a session as the values of its row, its secret apart."""
    values = {
        "started_at": utc_text(session.started_at),
        "steps": _text([asdict(step) for step in session.steps]),
        "shown": _text(session.shown),
    }
    names = LiveSession.__dataclass_fields__
    return {name: getattr(session, name) for name in names} | values


def session_of(row: Row) -> LiveSession:
    """Return the session of a row.

    Raises:
        StoreProblem: If the row is damaged.
    """
    values = dict(row._mapping)
    values.pop("secret", None)
    try:
        values["started_at"] = datetime.fromisoformat(values["started_at"])
        values["steps"] = tuple(Step(**step) for step in json.loads(values["steps"]))
        values["shown"] = tuple(json.loads(values["shown"]))
        return LiveSession(**values)
    except (TypeError, ValueError) as error:
        raise StoreProblem("A live session in the store is damaged.") from error


def question_values(question: Question) -> dict[str, object]:
    """Return what a row holds of a question, its place and tally apart."""
    body = {
        "prompt": question.prompt,
        "step": question.step,
        "options": [asdict(option) for option in question.options],
        "truth": question.truth,
        "answer": question.answer,
    }
    return {
        "question_id": question.question_id,
        "kind": question.kind.value,
        "body": _text(body),
        "state": question.state.value,
        "round": question.round,
        "accepted": _text(question.accepted),
    }


def question_of(row: Row) -> Question:
    """Return the question of a row.

    Raises:
        StoreProblem: If the row is damaged.
    """
    values = row._mapping
    try:
        body = json.loads(values["body"])
        options = tuple(Option(**option) for option in body.pop("options"))
        return Question(
            question_id=values["question_id"],
            kind=QuestionKind(values["kind"]),
            options=options,
            state=QuestionState(values["state"]),
            round=values["round"],
            accepted=tuple(json.loads(values["accepted"])),
            **body,
        )
    except (TypeError, ValueError, KeyError) as error:
        raise StoreProblem("A question in the store is damaged.") from error


def decision_text(decision: Decision) -> str:
    """Return a decision as JSON text, to be kept."""
    due = decision.due.isoformat() if decision.due else None
    return _text({**asdict(decision), "due": due})


def decision_of(text: str) -> Decision:
    """Return the decision that was kept as this text.

    Raises:
        StoreProblem: If the text is no decision.
    """
    try:
        kept: Mapping[str, Any] = json.loads(text)
        due = kept["due"]
        return Decision(**{**kept, "due": None if due is None else date.fromisoformat(due)})
    except (TypeError, ValueError, KeyError) as error:
        raise StoreProblem("A decision in the store is damaged.") from error


def _text(told: object) -> str:
    # Text no database can hold must be refused now, so it is not hidden behind codes.
    return json.dumps(told, ensure_ascii=False)
