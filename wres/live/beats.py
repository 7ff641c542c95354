"""The beats of a session: what one press of the clicker leads to, and what is on the screen.

A clicker has one key that goes on. So a step is told in beats: the step itself, its question open
to the phones, what the room answered. A guess comes before its step, because the step tells it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from wres.live.questions import Question, QuestionKind, QuestionState
from wres.live.sessions import LiveSession


class Showing(Enum):
    """What the screen of the room shows."""

    STEP = "step"
    QUESTION = "question"
    TALLY = "tally"


class BeatKind(Enum):
    """What the presenter's next press does."""

    OPEN = "open"
    REVEAL = "reveal"
    PASS = "pass"
    STEP = "step"
    STAY = "stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One press: of which question, or to which step (its index)."""

    kind: BeatKind
    question_id: str = ""
    step: int = 0


def round_mark(question: Question) -> str:
    """Return the name of one round of a question: a reset makes another."""
    return f"{question.question_id} {question.round}"


def question_now(
    session: LiveSession, questions: Iterable[Question], *, passed: frozenset[str]
) -> Question | None:
    """Return the question this step is at, None when it has none or all were told.

    ``passed`` are the rounds whose tally was shown and left behind.
    """
    mine = (one for one in questions if one.step == session.step)
    return next((one for one in mine if not _is_over(one, passed)), None)


def _is_over(question: Question, passed: frozenset[str]) -> bool:
    return question.state is QuestionState.REVEALED and round_mark(question) in passed


def showing(question: Question | None) -> Showing:
    """Return what the screen shows at a step that is at this question."""
    if question is None:
        return Showing.STEP
    if question.state is QuestionState.REVEALED:
        return Showing.TALLY
    hides_the_step = question.kind is QuestionKind.GUESS
    is_asked = question.state is not QuestionState.WAITING
    return Showing.QUESTION if hides_the_step or is_asked else Showing.STEP


def forward(session: LiveSession, question: Question | None) -> Beat:
    """Return what one press forward does where the step is at this question."""
    if question is None:
        return onward(session)
    kinds = {
        QuestionState.WAITING: BeatKind.OPEN,
        QuestionState.OPEN: BeatKind.REVEAL,
        QuestionState.CLOSED: BeatKind.REVEAL,
        QuestionState.REVEALED: BeatKind.PASS,
    }
    return Beat(kind=kinds[question.state], question_id=question.question_id)


def onward(session: LiveSession, *, by: int = 1) -> Beat:
    """Return the beat to the step so many further on, or to stay at the first or the last."""
    step = session.step + by
    if not 0 <= step < len(session.steps):
        return Beat(kind=BeatKind.STAY)
    return Beat(kind=BeatKind.STEP, step=step)
