"""How much of a year is asked for without the rest: all staff, the board, the senior posts.

Each extent is published by itself, because no rule that shows or hides one of its figures looks at
a figure outside it. ``tests/answers/test_published.py`` proves that they come out the same.
"""

from __future__ import annotations

from enum import Enum

from wres.indicators import INDICATORS, LIKELIHOOD_INDICATORS, SURVEY_INDICATORS
from wres.results import Result
from wres.terms import SENIOR_BANDS, WRES_GROUPS, Band, EthnicGroup, StaffGroup

WORKFORCE, BOARD = 1, 9
# No group of bands here has a band outside, so each is summed and masked without the others.
SENIOR_POSTS = (*SENIOR_BANDS, Band.BANDS_8A_8B, Band.BANDS_8C_VSM, Band.BANDS_8A_VSM)


class Extent(Enum):
    """Which figures are meant.

    Trusts stand side by side with the survey and the workforce of both groups: a fifth of the
    figures of all staff. The records are the relative likelihoods and the board. The senior posts
    are those of all staff at bands 8a and above.
    """

    COMPARED = "compared"
    RECORDS = "records"
    SENIOR = "senior posts"
    WHOLES = "wholes"

    @property
    def indicators(self) -> tuple[int, ...]:
        """The indicators it holds figures of."""
        return _INDICATORS[self]

    def holds(self, row: Result) -> bool:
        """Return whether a row is one of them."""
        return self.covers(row.indicator, row.ethnic_group, staff=row.staff_group, band=row.band)

    def covers(self, indicator: int, group: EthnicGroup, *, staff: StaffGroup, band: Band) -> bool:
        """Return whether a figure of these people would be one of them."""
        if indicator not in _INDICATORS[self]:
            return False
        if self is Extent.SENIOR:
            return staff is StaffGroup.ALL and band in SENIOR_POSTS
        everyone = staff is StaffGroup.ALL and band is Band.ALL
        if self is Extent.COMPARED:
            return everyone and group in WRES_GROUPS
        return everyone or indicator == BOARD


_INDICATORS = {
    Extent.COMPARED: (WORKFORCE, *SURVEY_INDICATORS),
    Extent.RECORDS: (*LIKELIHOOD_INDICATORS, BOARD),
    Extent.SENIOR: (WORKFORCE,),
    Extent.WHOLES: tuple(one.number for one in INDICATORS),
}


def extent_of(indicator: int) -> Extent:
    """Return the smallest extent with what organisations show of an indicator side by side."""
    return Extent.COMPARED if indicator in Extent.COMPARED.indicators else Extent.RECORDS
