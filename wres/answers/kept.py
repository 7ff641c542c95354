"""Answers worked out once: of each question, as many as fit, the one asked for last the longest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

# Of each question; one answer about two hundred trusts is large.
ANSWERS_KEPT = 100

Answer = TypeVar("Answer")


class Answers:
    """What was answered so far, shared by everybody who asks."""

    def __init__(self) -> None:
        self._of_each: defaultdict[Hashable, dict[Hashable, object]] = defaultdict(dict)
        self._turn = Lock()

    def clear(self) -> None:
        """Return nothing; whatever was answered is let go."""
        with self._turn:
            self._of_each.clear()

    def to(self, question: Hashable, asked: Hashable, find: Callable[[], Answer]) -> Answer:
        """Return the answer to a question asked in these words, found once."""
        with self._turn:
            answers = self._of_each[question]
            if asked in answers:
                # Asked last, so thrown away last.
                return answers.setdefault(asked, answers.pop(asked))  # type: ignore[return-value]
        found = find()
        with self._turn:
            answers[asked] = found
            while len(answers) > ANSWERS_KEPT:
                del answers[next(iter(answers))]
        return found
