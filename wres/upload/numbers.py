"""Cells that should be numbers: the number, or the mark that stands for one, never a guess."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from wres.terms import Status


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a cell holds: a number, a mark with its meaning, or neither (then it is wrong).

    ``is_whole`` says the number could be a count of people: whole, and zero or more.
    """

    text: str
    number: float | None = None
    mark: Status | None = None
    has_percent_sign: bool = False
    is_whole: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether the cell holds something that is neither a number nor a known mark."""
        return self.number is None and self.mark is None

    @property
    def is_blank(self) -> bool:
        """Whether the cell is empty."""
        return self.text == ""


# Seen in published workforce and survey files; each means "we may not say", not "none".
_HIDDEN = frozenset(
    (
        *("-", "–", "—", "*", "**", "..", "…", "[c]", "(c)", "c", "†", "‡", "#", "[low]", "low"),
        *("suppressed", "hidden", "redacted", "confidential", "too few", "too small"),
        *("small numbers", "number suppressed", "data suppressed"),
    )
)
_FEWER_THAN = re.compile(r"^(<|≤|fewer than|less than|under|<=|&lt;)\s*\d+(\.\d+)?\s*%?$", re.I)
_NOT_APPLICABLE = frozenset(("[z]", "n/a", "na", "n.a.", "not applicable", "(z)"))
_MISSING = frozenset(
    (
        *("", "[x]", "(x)", "x", "null", "none", "missing", "no data", "not available", "nan"),
        *("#n/a", "not known", "unknown", "not provided", "not collected", "tbc", "[u]"),
    )
)
# No count of staff comes near; larger numbers are mistakes and overflow what is worked out.
_MOST_PEOPLE = 1e9
_PLAIN = re.compile(r"^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$", re.I)
_THOUSANDS = re.compile(r"^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$")
_DECIMAL_COMMA = re.compile(r"^[+-]?\d+,\d+$")


@lru_cache(maxsize=100_000)
def quantity(cell: str) -> Quantity:
    """Return the number or mark in a cell; “16.1%” gives 16.1 and says it has a percent sign."""
    mark = _mark(cell)
    if mark is not None:
        return Quantity(cell, mark=mark)
    bare = cell.replace("−", "-").replace(" ", "")
    signed = bare.endswith("%")
    number = _number(bare.removesuffix("%"))
    whole = number is not None and 0 <= number < _MOST_PEOPLE and number == int(number)
    return Quantity(cell, number=number, has_percent_sign=signed, is_whole=whole)


def _mark(cell: str) -> Status | None:
    folded = cell.casefold().strip()
    if folded in _HIDDEN or _FEWER_THAN.match(folded):
        return Status.HIDDEN
    if folded in _NOT_APPLICABLE:
        return Status.NOT_APPLICABLE
    return Status.MISSING if folded in _MISSING else None


def _number(text: str) -> float | None:
    if _THOUSANDS.match(text):
        text = text.replace(",", "")
    elif _DECIMAL_COMMA.match(text):
        text = text.replace(",", ".")
    if not _PLAIN.match(text) or not text.isascii():
        return None
    number = float(text)
    return number if math.isfinite(number) else None
