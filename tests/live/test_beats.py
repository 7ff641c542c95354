"""One key takes a room from step to question to answer to the next step, and never past an end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.live.sessions import CLOSED, GUESS, NOON, RANKING, STEPS
from wres.live import (
    BeatKind,
    LiveSession,
    Question,
    QuestionState,
    Showing,
    forward,
    onward,
    question_now,
    round_mark,
    showing,
)

SESSION = LiveSession(
    session_id="one",
    code="BDHJ",
    org_code="R0A",
    organisation="An Example Trust",
    version=3,
    made_up=False,
    started_by="ama",
    started_at=NOON,
    steps=STEPS,
)
NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("state", "shown", "does"),
    [
        (QuestionState.WAITING, Showing.QUESTION, BeatKind.OPEN),
        (QuestionState.OPEN, Showing.QUESTION, BeatKind.REVEAL),
        (QuestionState.CLOSED, Showing.QUESTION, BeatKind.REVEAL),
        (QuestionState.REVEALED, Showing.TALLY, BeatKind.PASS),
    ],
)
def test_a_guess_stands_before_its_step(
    state: QuestionState, shown: Showing, does: BeatKind
) -> None:
    """Until its answers were told the step, which tells the figure, is not on the screen."""
    question = question_now(SESSION, [replace(GUESS, state=state)], passed=NOBODY)
    assert showing(question) is shown
    beat = forward(SESSION, question)
    assert (beat.kind, beat.question_id) == (does, "guess")


def test_another_question_comes_after_its_step() -> None:
    """A closed question that waits leaves the step on the screen; opened, it takes its place."""
    waiting = question_now(SESSION, [CLOSED], passed=NOBODY)
    assert showing(waiting) is Showing.STEP
    assert forward(SESSION, waiting).kind is BeatKind.OPEN
    assert showing(replace(CLOSED, state=QuestionState.OPEN)) is Showing.QUESTION


def test_once_told_a_question_gives_way_to_the_next_and_then_to_the_step() -> None:
    """Two questions at one step are asked one after the other."""
    told = replace(GUESS, state=QuestionState.REVEALED)
    both = (told, CLOSED)
    assert question_now(SESSION, both, passed=NOBODY) == told
    passed = frozenset({round_mark(told)})
    assert question_now(SESSION, both, passed=passed) == CLOSED
    assert question_now(SESSION, (told,), passed=passed) is None
    assert showing(None) is Showing.STEP
    assert forward(SESSION, None) == onward(SESSION)


def test_a_new_round_is_asked_again() -> None:
    """What was left behind was one round; a reset makes another."""
    told = replace(GUESS, state=QuestionState.REVEALED)
    again = replace(GUESS, round=2, state=QuestionState.OPEN)
    passed = frozenset({round_mark(told)})
    assert question_now(SESSION, [again], passed=passed) == again


def test_a_question_of_another_step_is_not_this_ones() -> None:
    """The ranking belongs to the second step."""
    assert question_now(SESSION, [RANKING], passed=NOBODY) is None
    there = replace(SESSION, step=1)
    assert question_now(there, [RANKING], passed=NOBODY) == RANKING


@pytest.mark.parametrize(("step", "by", "to"), [(0, 1, 1), (1, -1, 0), (0, -1, None), (1, 1, None)])
def test_the_first_and_the_last_step_are_ends(step: int, by: int, to: int | None) -> None:
    """Two steps: from the first on to the second and back, and nowhere else."""
    beat = onward(replace(SESSION, step=step), by=by)
    assert (beat.kind is BeatKind.STAY) == (to is None)
    assert beat.step == (to or 0)


def _whole_way(questions: list[Question]) -> list[str]:
    """What the screen shows press by press, with one key only."""
    session, passed, seen = SESSION, NOBODY, []
    for _ in range(12):
        question = question_now(session, questions, passed=passed)
        seen.append(f"{session.step} {showing(question).value}")
        beat = forward(session, question)
        if beat.kind is BeatKind.STAY:
            return seen
        if beat.kind is BeatKind.STEP:
            session = replace(session, step=beat.step)
        elif beat.kind is BeatKind.PASS and question:
            passed |= {round_mark(question)}
        else:
            state = {"open": QuestionState.OPEN, "reveal": QuestionState.REVEALED}[beat.kind.value]
            place = [one.question_id for one in questions].index(beat.question_id)
            questions[place] = replace(questions[place], state=state)
    raise AssertionError("the session never came to its end")


def test_a_clicker_with_one_key_gets_through_a_whole_session() -> None:
    """Guess, answers, step; then the second step, its ranking, its answers, and the end."""
    assert _whole_way([GUESS, RANKING]) == [
        "0 question",
        "0 question",
        "0 tally",
        "0 step",
        "1 step",
        "1 question",
        "1 tally",
        "1 step",
    ]
