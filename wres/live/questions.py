"""What the room is asked, and how an answer from a phone is read.

An answer is kept as one short text: a number for a guess, the place of the chosen answer, the
places given to the things ranked, or the words of an idea.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from wres.errors import SessionProblem
from wres.text import cut, one_line

LONGEST_PROMPT = 200
LONGEST_OPTION = 160
LONGEST_IDEA = 140


class QuestionKind(Enum):
    """How the room answers."""

    CLOSED = "closed"
    GUESS = "guess"
    IDEAS = "ideas"
    RANKING = "ranking"


class QuestionState(Enum):
    """Where a question is: phones may answer while it is open, the screen tells once revealed."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


# The fewest and the most answers, or things to rank. A guess and an idea have none.
OPTIONS = {
    QuestionKind.CLOSED: (2, 6),
    QuestionKind.GUESS: (0, 0),
    QuestionKind.IDEAS: (0, 0),
    QuestionKind.RANKING: (2, 8),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer, or one thing to rank; ``activity_id`` names the activity of the plan it is."""

    text: str
    activity_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question to the room, asked at the step with this index.

    ``truth`` is the published figure of a guess, a whole number of 100, and ``answer`` the
    sentence that tells it with its likely range. ``round`` counts from 1; a reset makes the next.
    ``accepted`` names the ideas a moderator let through.
    """

    question_id: str
    kind: QuestionKind
    prompt: str
    step: int = 0
    options: tuple[Option, ...] = ()
    truth: int | None = None
    answer: str = ""
    state: QuestionState = QuestionState.WAITING
    round: int = 1
    accepted: tuple[str, ...] = ()


def checked(question: Question) -> Question:
    """Return the question as it may be asked: its words on one line each, its options distinct.

    Raises:
        SessionProblem: If words are missing or too long, or there are too few or many options.
    """
    fewest, most = OPTIONS[question.kind]
    options = tuple(
        Option(text=_words(option.text, LONGEST_OPTION), activity_id=option.activity_id)
        for option in question.options
    )
    if not fewest <= len(options) <= most:
        raise SessionProblem(f"A question of this kind needs {fewest} to {most} answers.")
    if len({option.text.casefold() for option in options}) < len(options):
        raise SessionProblem("Two answers of this question read the same; change one of them.")
    if question.truth is not None and not 0 <= question.truth <= 100:
        raise SessionProblem("The figure behind a guess must be a number from 0 to 100.")
    return Question(
        question_id=question.question_id,
        kind=question.kind,
        prompt=_words(question.prompt, LONGEST_PROMPT),
        step=question.step,
        options=options,
        truth=question.truth,
        answer=one_line(question.answer),
    )


def _words(text: str, longest: int) -> str:
    line = one_line(text)
    if not line:
        raise SessionProblem("A question and each of its answers need words; fill them in.")
    if len(line) > longest:
        raise SessionProblem(f"“{cut(line)}” is longer than {longest} characters; shorten it.")
    return line


def read_answer(question: Question, given: Mapping[str, str]) -> str:
    """Return an answer as it is kept, from the fields of the form a phone sent.

    The field is called ``answer``; of a ranking there is ``place-0``, ``place-1`` and so on.

    Raises:
        SessionProblem: If it is no answer to this question; the sentence says what to do.
    """
    if question.kind is QuestionKind.RANKING:
        return _places(given, len(question.options))
    answer = one_line(given.get("answer", ""))
    if question.kind is QuestionKind.IDEAS:
        return _idea(answer)
    most = 100 if question.kind is QuestionKind.GUESS else len(question.options) - 1
    number = _whole(answer)
    if number is None or not 0 <= number <= most:
        wanted = "Give a whole number from 0 to 100."
        raise SessionProblem(
            wanted if question.kind is QuestionKind.GUESS else "Choose one of the answers."
        )
    return str(number)


def _whole(text: str) -> int | None:
    """The number these digits are, None when they are anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else None


def _idea(text: str) -> str:
    if not text:
        raise SessionProblem("Write your idea first.")
    if len(text) > LONGEST_IDEA:
        raise SessionProblem(f"Make your idea shorter: {LONGEST_IDEA} characters at most.")
    return text


def _places(given: Mapping[str, str], things: int) -> str:
    """The places as text, ``2,1,,3``: empty for a thing that was given none."""
    texts = [given.get(f"place-{thing}", "").strip() for thing in range(things)]
    places = [_whole(text) for text in texts if text]
    if any(place is None or not 1 <= place <= things for place in places):
        raise SessionProblem("Choose a place from the list for each one.")
    if len(set(places)) < len(places):
        raise SessionProblem("Two have the same place; give each a place of its own.")
    if 1 not in places:
        raise SessionProblem("Choose which comes first.")
    return ",".join(text and str(_whole(text)) for text in texts)
