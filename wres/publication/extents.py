"""How much of a year is asked of every organisation at once: all staff and the board, no parts.

Each extent is published by itself, because no rule that shows or hides one of its figures looks at
a figure outside it. ``tests/answers/test_published.py`` proves that they come out the same.
"""

from __future__ import annotations

from enum import Enum

from wres.indicators import INDICATORS, LIKELIHOOD_INDICATORS, SURVEY_INDICATORS
from wres.results import Result, is_whole
from wres.terms import WRES_GROUPS, Band, StaffGroup

WORKFORCE, BOARD = 1, 9


class Extent(Enum):
    """Which figures are meant.

    Trusts stand side by side with the survey and the workforce of both groups: a fifth of the
    figures of all staff. The records are the relative likelihoods and the board.
    """

    COMPARED = "compared"
    RECORDS = "records"
    WHOLES = "wholes"

    @property
    def indicators(self) -> tuple[int, ...]:
        """The indicators it holds figures of."""
        return _INDICATORS[self]

    def holds(self, row: Result) -> bool:
        """Return whether a row is one of them."""
        if row.indicator not in _INDICATORS[self]:
            return False
        if self is not Extent.COMPARED:
            return is_whole(row)
        everyone = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
        return everyone and row.ethnic_group in WRES_GROUPS


_INDICATORS = {
    Extent.COMPARED: (WORKFORCE, *SURVEY_INDICATORS),
    Extent.RECORDS: (*LIKELIHOOD_INDICATORS, BOARD),
    Extent.WHOLES: tuple(one.number for one in INDICATORS),
}


def extent_of(indicator: int) -> Extent:
    """Return the smallest extent with what organisations show of an indicator side by side."""
    return Extent.COMPARED if indicator in Extent.COMPARED.indicators else Extent.RECORDS
