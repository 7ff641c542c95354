"""What a row or column of a return counts: people shortlisted, appointed, or on the board.

The words are those of the national submission form and of the forms trusts make after it. A row
that is worked out from others, such as the likelihood of one group, is known and left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wres.upload.cells import words_of


class Part(Enum):
    """Which part of an indicator's figure some words name."""

    TOP = "numerator"
    BASE = "denominator"
    BOARD = "board members"
    WORKFORCE = "everyone in the workforce"
    PERCENTAGE = "percentage"
    RATIO = "ratio"
    WORKED_OUT = "worked out from other rows"


@dataclass(frozen=True, slots=True)
class CountWord:
    """What some words count; no indicator where its number must come from the rows around."""

    part: Part
    indicator: int | None = None
    staff_group: str = ""


_WORDS: tuple[tuple[str, CountWord], ...] = (
    (r"\brelative likelihood\b.*\b(?:appoint|shortlist)", CountWord(Part.RATIO, 2)),
    (r"\brelative likelihood\b.*\bdisciplinary\b", CountWord(Part.RATIO, 3)),
    (r"\brelative likelihood\b.*\b(?:training|cpd)\b", CountWord(Part.RATIO, 4)),
    (r"\brelative likelihood\b", CountWord(Part.RATIO)),
    (r"\blikelihood\b|\bdifference\b|\bratio of\b", CountWord(Part.WORKED_OUT)),
    (r"%.*\bboard\b|\bboard\b.*%|%.*\bworkforce\b|\bworkforce\b.*%", CountWord(Part.WORKED_OUT)),
    (
        r"\b(?:harassment|bullying|abuse)\b.*\b(?:patients|public|relatives)\b",
        CountWord(Part.PERCENTAGE, 5),
    ),
    (
        r"\b(?:harassment|bullying|abuse)\b.*\bfrom (?:other )?(?:staff|colleagues|managers)\b",
        CountWord(Part.PERCENTAGE, 6),
    ),
    (
        r"\bequal opportunities\b.*\b(?:career|promotion)\b|\bcareer progression\b",
        CountWord(Part.PERCENTAGE, 7),
    ),
    (
        r"\bdiscrimination\b.*\b(?:manager|team leader|colleagues?)\b",
        CountWord(Part.PERCENTAGE, 8),
    ),
    (r"\bnon (?:executive|exec|voting)\b|\bneds?\b", CountWord(Part.WORKED_OUT)),
    (r"\bexec(?:utive|utives|s)?\b", CountWord(Part.BOARD, 9, "board executive")),
    (r"\bvoting\b", CountWord(Part.BOARD, 9, "board voting")),
    (
        r"\bboard members?(?:hip)?\b|\b(?:total|whole|all|trust|on the) board\b|^board$",
        CountWord(Part.BOARD, 9, "board"),
    ),
    (r"\bappointed\b|\bappointments\b|\bappointees\b", CountWord(Part.TOP, 2)),
    (r"\bshortlisted\b", CountWord(Part.BASE, 2)),
    (
        r"\b(?:entering|entered|enter|entries|number|cases|staff in)\b.*\bdisciplinar(?:y|ies)\b"
        r"|\bdisciplinar(?:y|ies)\b.*\b(?:entries|cases|number|entered|entering)\b",
        CountWord(Part.TOP, 3),
    ),
    (
        r"\b(?:access|accessing|accessed|number|attended|attending)\b.*"
        r"\b(?:non mandatory|cpd|training)\b"
        r"|\b(?:training|cpd)\b.*\b(?:accessed|number|attended)\b",
        CountWord(Part.TOP, 4),
    ),
    (r"\b(?:overall|whole|entire) workforce\b", CountWord(Part.WORKFORCE, 1)),
    (
        r"^(?:number of )?(?:all )?(?:staff )?(?:in (?:the )?)?(?:total )?workforce(?: headcount)?$"
        r"|^(?:number of )?staff in post$",
        CountWord(Part.BASE),
    ),
)
_PATTERNS = tuple((re.compile(pattern), word) for pattern, word in _WORDS)
_ORDER = re.compile(r"^(?:\d{1,2}[a-z]?|[a-z]|[ivx]+) (?=[a-z%])")


@lru_cache(maxsize=4_000)
def count_word(text: str) -> CountWord | None:
    """Return what a row or column with these words counts, or None when they name no count."""
    words = _ORDER.sub("", words_of(text))
    return next((word for pattern, word in _PATTERNS if pattern.search(words)), None)


def without_number(text: str) -> str:
    """Return a line's words without the “1a)” it is numbered with."""
    return _ORDER.sub("", words_of(text))
