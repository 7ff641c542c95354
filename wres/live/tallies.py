"""What the room answered, as it may be shown: never before it is safe, and only once.

The rule:

1. Nothing but the number of answers is told while a question is open. A tally that grew before
   everybody's eyes would tell what the one phone said that was sent in between.
2. A closed question takes no further answer and none is changed. So there is one tally of a round
   and no second one that could be taken away from it. Asking again is a new round: everybody
   answers anew, and what was answered before is gone.
3. Nothing is told of fewer than ``LEAST_ANSWERS`` answers.
4. Where fewer than 30 answered a closed question and all but 2 or fewer chose the same, the counts
   are left out, as with survey figures (R2): "at least 17 of 20 chose" instead.
5. Nothing is broken down by anything. The program knows nothing of who answers.
6. Ideas are shown when a moderator let them through, in the order of the alphabet.
"""

from __future__ import annotations

import hashlib
import json
import statistics
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from wres.errors import StoreProblem
from wres.live.questions import Question, QuestionKind, QuestionState
from wres.live.rankings import Placed, ranking
from wres.publication.rules import BOUND_PEOPLE, NEAR_NOBODY, SMALL_BASE

LEAST_ANSWERS = 10
BIN_WIDTH = 10
BINS = 10
_TOLD = (QuestionState.CLOSED, QuestionState.REVEALED)


class Held(Enum):
    """Why there is no tally to show."""

    NOT_ASKED = "not asked"
    OPEN = "open"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessSpread:
    """How guesses spread, each from 0 to 100: the middle one, and the middle half.

    ``bins`` counts guesses from 0 to 9, 10 to 19 and so on; the last is 90 to 100.
    """

    median: float
    lower_quartile: float
    upper_quartile: float
    bins: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many chose one answer."""

    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the room answered, or why that is not told; ``answers`` counts phones.

    ``nearly_all`` names the answer all but a few chose, with ``at_least`` people, and then there
    are no ``counts``.
    """

    answers: int
    held: Held | None = None
    spread: GuessSpread | None = None
    counts: tuple[Count, ...] = ()
    nearly_all: str = ""
    at_least: int = 0
    ranking: tuple[Placed, ...] = ()
    ideas: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show."""
        return self.held is None


def tally(question: Question, answers: tuple[str, ...]) -> Tally:
    """Return the tally of a question, one answer per phone, by the rule above."""
    if question.state is QuestionState.WAITING:
        return Tally(answers=0, held=Held.NOT_ASKED)
    if question.state not in _TOLD:
        return Tally(answers=len(answers), held=Held.OPEN)
    if len(answers) < LEAST_ANSWERS:
        return Tally(answers=len(answers), held=Held.TOO_FEW)
    return _TALLIES[question.kind](question, answers)


def _guessed(_question: Question, answers: tuple[str, ...]) -> Tally:
    return Tally(answers=len(answers), spread=guess_spread([int(one) for one in answers]))


def _ranked(question: Question, answers: tuple[str, ...]) -> Tally:
    texts = tuple(option.text for option in question.options)
    return Tally(answers=len(answers), ranking=ranking(texts, answers))


def _moderated(question: Question, answers: tuple[str, ...]) -> Tally:
    let_through = {one for one in answers if idea_id(one) in question.accepted}
    return Tally(answers=len(answers), ideas=tuple(sorted(let_through, key=str.casefold)))


def guess_spread(guesses: list[int]) -> GuessSpread:
    """Return how guesses spread; there are at least two, each from 0 to 100.

    Source: quartiles by linear interpolation, type 7 of Hyndman and Fan (1996), The American
        Statistician 50, 361-365.
    """
    lower, median, upper = statistics.quantiles(guesses, n=4, method="inclusive")
    bins = Counter(min(guess // BIN_WIDTH, BINS - 1) for guess in guesses)
    return GuessSpread(
        median=median,
        lower_quartile=lower,
        upper_quartile=upper,
        bins=tuple(bins[one] for one in range(BINS)),
    )


def _counted(question: Question, answers: tuple[str, ...]) -> Tally:
    chosen = Counter(int(answer) for answer in answers)
    top, most = chosen.most_common(1)[0]
    if len(answers) < SMALL_BASE and len(answers) - most <= NEAR_NOBODY:
        return Tally(
            answers=len(answers),
            nearly_all=question.options[top].text,
            at_least=len(answers) - BOUND_PEOPLE,
        )
    return Tally(
        answers=len(answers),
        counts=tuple(
            Count(text=option.text, number=chosen[number])
            for number, option in enumerate(question.options)
        ),
    )


_TALLIES: dict[QuestionKind, Callable[[Question, tuple[str, ...]], Tally]] = {
    QuestionKind.CLOSED: _counted,
    QuestionKind.GUESS: _guessed,
    QuestionKind.IDEAS: _moderated,
    QuestionKind.RANKING: _ranked,
}


def idea_id(text: str) -> str:
    """Return the name of an idea: of its words alone, so that it leads to no phone."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def tally_text(told: Tally) -> str:
    """Return a tally as JSON text, to be kept."""
    return json.dumps({**asdict(told), "held": told.held and told.held.value}, ensure_ascii=False)


def tally_from(text: str) -> Tally:
    """Return the tally that was kept as this text.

    Raises:
        StoreProblem: If the text is no tally.
    """
    try:
        return _tally_of(json.loads(text))
    except (TypeError, ValueError, KeyError) as error:
        raise StoreProblem("A vote in the store is damaged; put a backup there.") from error


def _tally_of(kept: dict[str, Any]) -> Tally:
    spread, held = kept["spread"], kept["held"]
    return Tally(
        answers=int(kept["answers"]),
        held=None if held is None else Held(held),
        spread=spread and GuessSpread(**{**spread, "bins": tuple(spread["bins"])}),
        counts=tuple(Count(**one) for one in kept["counts"]),
        nearly_all=str(kept["nearly_all"]),
        at_least=int(kept["at_least"]),
        ranking=tuple(Placed(**one) for one in kept["ranking"]),
        ideas=tuple(kept["ideas"]),
    )
