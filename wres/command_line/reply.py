"""What a command answers: data for programs, lines for people, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from wres.errors import WresError


class Exit(IntEnum):
    """How a command ended, as the number a script reads."""

    FINE = 0
    WARNINGS = 1
    REFUSED = 2


class BadCommand(WresError):
    """A command that asks for something there is not; the sentence says what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer of a command: ``data`` becomes JSON, ``lines`` are plain text.

    ``records`` become a CSV table, where one was asked for with ``--csv``.
    ``problem`` is the one sentence of a refusal; ``notes`` are told beside the answer.
    """

    data: object
    lines: tuple[str, ...] = ()
    exit: Exit = Exit.FINE
    problem: str = ""
    notes: tuple[str, ...] = ()
    records: Sequence[Mapping[str, object]] = ()


def refusal(sentence: str) -> Reply:
    """Return the answer of a command that could not be carried out."""
    return Reply(
        data={"verdict": "refused", "reason": sentence}, exit=Exit.REFUSED, problem=sentence
    )
