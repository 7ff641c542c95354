"""The nine indicators of the standard: found by number, with their direction and their breaks.

Nothing elsewhere in the program knows which way an indicator points. To change the wording or the
direction of one, open ``the_nine.py``.
"""

from __future__ import annotations

from wres.errors import UnknownTerm
from wres.indicators.finding import Hit, find_indicators
from wres.indicators.record import Break, Indicator, Kind, Polarity
from wres.indicators.the_nine import (
    INDICATOR_7_BREAK_2021,
    INDICATOR_7_BREAK_2025,
    INDICATORS,
)
from wres.terms import CalcBasis

__all__ = [
    "INDICATORS",
    "INDICATOR_7_BREAK_2021",
    "INDICATOR_7_BREAK_2025",
    "INDICATOR_NUMBERS",
    "INDICATOR_NUMBER_PATTERN",
    "LIKELIHOOD_INDICATORS",
    "POSTS_INDICATORS",
    "SURVEY_INDICATORS",
    "Break",
    "Hit",
    "Indicator",
    "Kind",
    "Polarity",
    "break_between",
    "calc_basis",
    "find_indicators",
    "indicator",
    "question",
]

_BY_NUMBER = {indicator.number: indicator for indicator in INDICATORS}
INDICATOR_NUMBERS: tuple[int, ...] = tuple(_BY_NUMBER)
# For reading texts: each number, the longest first, so that no number hides in a longer one.
INDICATOR_NUMBER_PATTERN = "|".join(str(number) for number in sorted(_BY_NUMBER, reverse=True))
SURVEY_INDICATORS: tuple[int, ...] = tuple(i.number for i in INDICATORS if i.is_survey)
LIKELIHOOD_INDICATORS: tuple[int, ...] = tuple(i.number for i in INDICATORS if i.is_likelihood)
# They count who holds which post on a day.
POSTS_INDICATORS: tuple[int, ...] = tuple(i.number for i in INDICATORS if i.is_of_posts)


def indicator(number: int) -> Indicator:
    """Return the indicator with this number, 1 to 9.

    Raises:
        UnknownTerm: If the standard has no such indicator.
    """
    if number not in _BY_NUMBER:
        raise UnknownTerm("indicator", str(number), tuple(str(n) for n in _BY_NUMBER))
    return _BY_NUMBER[number]


def calc_basis(number: int, survey_year: int) -> CalcBasis:
    """Return how a figure of this indicator was worked out in this survey year."""
    if number != 7:
        return CalcBasis.STANDARD
    if survey_year < INDICATOR_7_BREAK_2021.first_survey_year:
        return CalcBasis.EXCL_DK
    if survey_year < INDICATOR_7_BREAK_2025.first_survey_year:
        return CalcBasis.INCL_DK
    return CalcBasis.INCL_DK_2025


def question(number: int, survey_year: int) -> str:
    """Return the survey question behind an indicator in a year, or an empty text if not known."""
    for first, last, label in indicator(number).questions:
        if first <= survey_year <= last:
            return label
    return ""


def break_between(number: int, earlier: int, later: int) -> Break | None:
    """Return the break that parts two survey years of an indicator, or None."""
    for found in indicator(number).breaks:
        if earlier < found.first_survey_year <= later:
            return found
    return None
