"""Warnings accepted with a reason: what was said of each, and which still wait for an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wres.errors import NotAllowed
from wres.text import one_line
from wres.upload.checking import CheckResult
from wres.upload.checks import asks_for_reason
from wres.upload.examine import Examination

# Any group of the standard, or people at large, right behind a number of one or two figures.
_FEW_PEOPLE = re.compile(
    r"\b(?:[0-9]|10|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+){0,2}?"
    r"(?:bme|white|asian|black|mixed|staff|people|person|colleagues?|nurses?|doctors?|women|men)\b",
    re.I,
)
SHORTEST_REASON = 3
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Why a person accepts the warning of one check, on one sheet (empty for a text file)."""

    check: str
    sheet: str
    reason: str


def acknowledged(answer: CheckResult, reason: str) -> Acknowledgement:
    """Return the acknowledgement of a warning, its reason on one line without hidden characters.

    Raises:
        NotAllowed: If the reason is shorter than 3 or longer than 500 characters.
    """
    said = one_line(reason)
    if not _is_reason(said):
        raise NotAllowed(
            f"The reason has {len(said)} letters; write {SHORTEST_REASON} to {LONGEST_REASON}, so "
            "that the next reader understands why the figure was accepted."
        )
    return Acknowledgement(answer.check, answer.sheet, said)


def wanted(examination: Examination) -> tuple[CheckResult, ...]:
    """Return the warnings that need a reason before the file may be accepted."""
    return tuple(answer for answer in examination.warnings if asks_for_reason(answer))


def unanswered(
    examination: Examination, acknowledgements: Sequence[Acknowledgement]
) -> tuple[CheckResult, ...]:
    """Return the warnings that need a reason and have none that is long enough."""
    given = {(a.check, a.sheet) for a in acknowledgements if _is_reason(a.reason)}
    return tuple(a for a in wanted(examination) if (a.check, a.sheet) not in given)


def kept(
    examination: Examination, acknowledgements: Sequence[Acknowledgement]
) -> tuple[tuple[str, str, str], ...]:
    """Return what is stored of each accepted warning: its check, its message and the reason."""
    reasons = {(a.check, a.sheet): a.reason for a in acknowledgements if _is_reason(a.reason)}
    return tuple(
        (answer.check, answer.message, one_line(reasons[answer.check, answer.sheet]))
        for answer in wanted(examination)
        if (answer.check, answer.sheet) in reasons
    )


def names_few_people(text: str) -> bool:
    """Return whether a text for everybody puts a number of ten or fewer beside people."""
    return bool(_FEW_PEOPLE.search(text))


def _is_reason(reason: str) -> bool:
    return SHORTEST_REASON <= len(one_line(reason)) <= LONGEST_REASON
