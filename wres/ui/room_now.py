"""Where a session is at this moment: its step, the question the step is at, what is answered.

Everything the room must not lose is in the store, so another run of the page, another device or
another start of the program goes on where the room is. Only which tallies were left behind is
remembered by the screen itself: who comes back sees the tally once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from wres.answers import View, presenting
from wres.answers.story import StepKind, StoryStep, of_step
from wres.live import (
    LiveSession,
    Question,
    QuestionKind,
    QuestionState,
    Tally,
    question_now,
    round_mark,
)
from wres.ui import loading, state

_PASSED = "room_passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """A session with all its questions, and the one its step is at, if any."""

    session: LiveSession
    questions: tuple[Question, ...]
    question: Question | None

    @property
    def step(self) -> StoryStep:
        """The step on the screen."""
        told = self.session.steps[self.session.step]
        return StoryStep(kind=StepKind(told.kind), indicator=told.indicator)

    @property
    def view(self) -> View:
        """Whose figures of which year and indicator the step is about."""
        year = self.session.steps[self.session.step].wres_year
        return of_step(View(org_code=self.session.org_code, wres_year=year), self.step)

    @property
    def ranking(self) -> Question | None:
        """The ranking of this step, if it has one."""
        here = (one for one in self.questions if one.step == self.session.step)
        return next((one for one in here if one.kind is QuestionKind.RANKING), None)

    @property
    def next_title(self) -> str:
        """The title of the step after this one, empty at the last."""
        place = self.session.step + 1
        return self.session.steps[place].title if place < len(self.session.steps) else ""


def now_of(session: LiveSession) -> Now:
    """Return where a session is."""
    questions = loading.store().live.questions(session.session_id)
    question = question_now(session, questions, passed=_passed())
    return Now(session=session, questions=questions, question=question)


def running(org_code: str) -> LiveSession | None:
    """Return the session an organisation is in at this moment, None when it is in none."""
    return loading.store().live.running(org_code, now=datetime.now(UTC))


def leave_behind(question: Question) -> None:
    """Return nothing; the tally of this round was looked at, and the step goes on."""
    state.keep(_PASSED, _passed() | {round_mark(question)})


def _passed() -> frozenset[str]:
    return state.kept(_PASSED, frozenset) or frozenset()


def told_tally(now: Now, question: Question | None) -> Tally | None:
    """Return what the room answered to a question that is revealed, None before."""
    if question is None or question.state is not QuestionState.REVEALED:
        return None
    return _tally(now, question)


def how_many_answers(now: Now) -> int:
    """Return how many phones answered the question of this step so far."""
    if now.question is None or now.question.state is QuestionState.WAITING:
        return 0
    return _tally(now, now.question).answers


def _tally(now: Now, question: Question) -> Tally:
    return presenting.tally(
        loading.store(), session_id=now.session.session_id, question_id=question.question_id
    )
