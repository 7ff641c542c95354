"""The minutes of a session: what was shown, how the room answered, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wres.live.questions import Question, QuestionState
from wres.live.sessions import LiveSession, Step
from wres.live.tallies import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the room decided: the action, who owns it, by when, and the vote beside it in words.

    ``activity_id`` names the activity of the plan, empty for a new one; ``question_id`` the
    question it was decided by, empty when there was none.
    """

    action: str
    owner: str
    due: date | None
    activity_id: str = ""
    question_id: str = ""
    vote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One question that was asked, and its tally."""

    question: Question
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Everything a session leaves behind, all of it as it was on the screen."""

    session: LiveSession
    shown: tuple[Step, ...]
    votes: tuple[Vote, ...]
    decisions: tuple[Decision, ...]
    links: tuple[tuple[str, str], ...] = ()


def minutes(
    session: LiveSession,
    votes: Iterable[Vote],
    decisions: Iterable[Decision],
    *,
    links: Mapping[str, str] | None = None,
) -> Minutes:
    """Return the minutes: the steps in the order they were first shown, the questions asked.

    ``links`` are words and the address they lead to, such as a case study and its source.
    """
    return Minutes(
        session=session,
        shown=tuple(session.steps[one] for one in session.shown if one < len(session.steps)),
        votes=tuple(one for one in votes if one.question.state is not QuestionState.WAITING),
        decisions=tuple(decisions),
        links=tuple((links or {}).items()),
    )
