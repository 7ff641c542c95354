"""Answers of phones that are not there, so that a presenter can rehearse alone.

For the made-up Practice Trust only; whatever shows them says that they are made up.
"""

from __future__ import annotations

import random

from wres.live.questions import Question, QuestionKind

_IDEAS = (
    "A named person to talk to before a formal complaint",
    "Say in the advert who sits on the panel",
    "Publish how many acting-up posts went to whom",
    "Meet the network before the plan is signed off",
    "Reverse mentoring for every board member",
    "Feedback to everybody who was not appointed",
    "Make training days visible to all bands",
    "Ask leavers, and tell us what they said",
)


def made_up_answers(question: Question, *, phones: int, seed: int) -> tuple[str, ...]:
    """Return one made-up answer per phone, as answers are kept; the same seed, the same answers."""
    chance = random.Random(seed)
    return tuple(_answer(question, chance) for _ in range(phones))


def _answer(question: Question, chance: random.Random) -> str:
    if question.kind is QuestionKind.GUESS:
        # Rooms guess high or low; around what they are about to see, and wide.
        middle = 20 if question.truth is None else question.truth
        return str(min(100, max(0, round(chance.gauss(middle, 12)))))
    if question.kind is QuestionKind.CLOSED:
        return str(min(chance.randrange(len(question.options)) for _ in range(2)))
    if question.kind is QuestionKind.IDEAS:
        return chance.choice(_IDEAS)
    return _ranking(len(question.options), chance)


def _ranking(things: int, chance: random.Random) -> str:
    # Earlier things are liked a little better, so that there is an order to see.
    liked = sorted(range(things), key=lambda thing: thing + chance.gauss(0, things / 2))
    ranked = liked[: max(1, min(things, 3))]
    return ",".join(str(ranked.index(one) + 1) if one in ranked else "" for one in range(things))
