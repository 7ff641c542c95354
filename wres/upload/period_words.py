"""Words for a part of a year: “Q1 2024/25”, “H1”, “Mar-26”, “14/07/2026”.

A figure of the standard is of a whole year; only the workforce and the board are of one day.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wres.upload.cells import words_of

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PIECE = re.compile(r"\b(?:q[1-4]|[1-4]q|qtr|quarter|quarterly|h[12]|half|halfyear|ytd|monthly)\b")
_ALONE = re.compile(rf"^(?:{_MONTH} (?:20)?\d\d|(?:20)?\d\d {_MONTH})$")
_DAY = re.compile(
    rf"^(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH}|\d{{1,2}}) (?:20)?\d\d|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)? 20\d\d|20\d\d \d{{1,2}} \d{{1,2}})(?: 00 00 00)?$"
)


@lru_cache(maxsize=2_000)
def is_quarter(cell: str) -> bool:
    """Return whether a cell names a quarter, a half-year or a year that is not over."""
    return bool(_PIECE.search(words_of(cell)))


@lru_cache(maxsize=2_000)
def is_month(cell: str) -> bool:
    """Return whether a cell names one month and its year, and no day."""
    return bool(_ALONE.match(words_of(cell)))


@lru_cache(maxsize=2_000)
def is_day(cell: str) -> bool:
    """Return whether a cell names one day."""
    return bool(_DAY.match(words_of(cell)))
