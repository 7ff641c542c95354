"""The closed lists of the standard: groups, bands, staff groups, organisation types, years.

A value outside these lists is refused with the list, never guessed. Codes are what files and
the store hold; the words people read come from ``wres/words.py``.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from wres.errors import UnknownTerm

FIRST_WRES_YEAR = 2015
LAST_WRES_YEAR = 2035


class _Term(Enum):
    """A term of a closed list. Each is there once, so its hash needs no look at its name."""

    __hash__ = object.__hash__


class EthnicGroup(_Term):
    """The groups figures are given for; the five wide groups nest inside BME and White.

    The detailed backgrounds of the staff survey nest inside the wide groups; only England has
    published figures for them.
    """

    ASIAN = "asian"
    ASIAN_ANY_OTHER = "asian any other"
    ASIAN_BANGLADESHI = "asian bangladeshi"
    ASIAN_CHINESE = "asian chinese"
    ASIAN_FILIPINO = "asian filipino"
    ASIAN_INDIAN = "asian indian"
    ASIAN_PAKISTANI = "asian pakistani"
    BLACK = "black"
    BLACK_AFRICAN = "black african"
    BLACK_ANY_OTHER = "black any other"
    BLACK_CARIBBEAN = "black caribbean"
    BME = "bme"
    MIXED = "mixed"
    MIXED_ANY_OTHER = "mixed any other"
    MIXED_WHITE_AND_ASIAN = "mixed white and asian"
    MIXED_WHITE_AND_BLACK_AFRICAN = "mixed white and black african"
    MIXED_WHITE_AND_BLACK_CARIBBEAN = "mixed white and black caribbean"
    OTHER = "other"
    OTHER_ANY_OTHER = "other any other"
    OTHER_ARAB = "other arab"
    WHITE = "white"
    WHITE_ANY_OTHER = "white any other"
    WHITE_BRITISH = "white british"
    WHITE_GYPSY_OR_IRISH_TRAVELLER = "white gypsy or irish traveller"
    WHITE_IRISH = "white irish"
    ALL = "all"
    UNKNOWN = "unknown"


WRES_GROUPS = (EthnicGroup.BME, EthnicGroup.WHITE)
_WIDE_GROUPS = (
    EthnicGroup.ASIAN,
    EthnicGroup.BLACK,
    EthnicGroup.MIXED,
    EthnicGroup.OTHER,
    EthnicGroup.WHITE,
)
# Which wide group each detailed background is part of: the first word of its code says it.
DETAILED_GROUPS: dict[EthnicGroup, EthnicGroup] = {
    detail: wide
    for wide in _WIDE_GROUPS
    for detail in EthnicGroup
    if detail.value.startswith(f"{wide.value} ")
}


class Band(_Term):
    """Agenda for Change bands, very senior managers, medical grades, and groups of them."""

    ALL = "all"
    BAND_1 = "1"
    BAND_2 = "2"
    BAND_3 = "3"
    BAND_4 = "4"
    BAND_5 = "5"
    BAND_6 = "6"
    BAND_7 = "7"
    BAND_8A = "8a"
    BAND_8B = "8b"
    BAND_8C = "8c"
    BAND_8D = "8d"
    BAND_9 = "9"
    VSM = "vsm"
    CONSULTANT = "consultant"
    CAREER_GRADE = "career grade"
    TRAINEE_GRADE = "trainee grade"
    OTHER_MEDICAL = "other medical"
    BANDS_1_4 = "1-4"
    BANDS_5_7 = "5-7"
    BANDS_8A_8B = "8a-8b"
    BANDS_8C_VSM = "8c-vsm"
    BANDS_8A_VSM = "8a-vsm"
    BANDS_5_VSM = "5-vsm"
    MEDICAL = "medical grades"


PAY_BANDS: tuple[Band, ...] = (
    Band.BAND_1,
    Band.BAND_2,
    Band.BAND_3,
    Band.BAND_4,
    Band.BAND_5,
    Band.BAND_6,
    Band.BAND_7,
    Band.BAND_8A,
    Band.BAND_8B,
    Band.BAND_8C,
    Band.BAND_8D,
    Band.BAND_9,
    Band.VSM,
)
MEDICAL_GRADES: tuple[Band, ...] = (
    Band.CONSULTANT,
    Band.CAREER_GRADE,
    Band.TRAINEE_GRADE,
    Band.OTHER_MEDICAL,
)
# Where a band group begins and ends is a choice, not part of the standard: national reports
# use several cuts. These follow the Model Employer cut; change them here and nowhere else.
BAND_GROUP_MEMBERS: dict[Band, tuple[Band, ...]] = {
    Band.BANDS_1_4: PAY_BANDS[0:4],
    Band.BANDS_5_7: PAY_BANDS[4:7],
    Band.BANDS_8A_8B: PAY_BANDS[7:9],
    Band.BANDS_8C_VSM: PAY_BANDS[9:13],
    Band.BANDS_8A_VSM: PAY_BANDS[7:13],
    Band.BANDS_5_VSM: PAY_BANDS[4:13],
    Band.MEDICAL: MEDICAL_GRADES,
}
# Tried in this order: the finest cut in which every group is large enough to show is published.
BAND_CUTS: tuple[tuple[Band, ...], ...] = (
    (Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_8B, Band.BANDS_8C_VSM, Band.MEDICAL),
    (Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_VSM, Band.MEDICAL),
    (Band.BANDS_1_4, Band.BANDS_5_VSM, Band.MEDICAL),
)
SENIOR_BANDS: tuple[Band, ...] = PAY_BANDS[7:13]
LOWER_BANDS: tuple[Band, ...] = PAY_BANDS[0:5]
MIDDLE_BANDS: tuple[Band, ...] = PAY_BANDS[5:7]


class StaffGroup(_Term):
    """Which staff a figure is about. Board groups belong to indicator 9 only.

    ``CLINICAL_AND_MEDICAL`` stands in no file: it is what two groups are merged into when one
    of them is too small to show.
    """

    ALL = "all"
    BOARD = "board"
    BOARD_EXECUTIVE = "board executive"
    BOARD_VOTING = "board voting"
    CLINICAL = "clinical"
    CLINICAL_AND_MEDICAL = "clinical and medical"
    MEDICAL = "medical and dental"
    NON_CLINICAL = "non-clinical"


STAFF_GROUP_MEMBERS: dict[StaffGroup, tuple[StaffGroup, ...]] = {
    StaffGroup.CLINICAL_AND_MEDICAL: (StaffGroup.CLINICAL, StaffGroup.MEDICAL),
}
# What a file may name.
GIVEN_STAFF_GROUPS = tuple(group for group in StaffGroup if group not in STAFF_GROUP_MEMBERS)


class BenchmarkGroup(Enum):
    """The survey's benchmarking groups that hold NHS trusts, by a short code of ours."""

    ACUTE = "acute"
    ACUTE_SPECIALIST = "acute specialist"
    AMBULANCE = "ambulance"
    COMMUNITY = "community"
    MENTAL_HEALTH = "mental health"
    PRACTICE = "practice"
    NONE = "none"


class Unit(_Term):
    """What ``value`` means: a proportion 0 to 1, a ratio, or a difference of proportions."""

    PROPORTION = "proportion"
    RATIO = "ratio"
    DIFFERENCE = "difference"


class Status(_Term):
    """Whether a figure can be shown, and if not, why. Never an empty cell, never a zero."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    BELOW = "below"
    ABOVE = "above"
    MISSING = "missing"
    NOT_COLLECTED = "not collected"
    NOT_APPLICABLE = "not applicable"
    DOUBTFUL = "doubtful"


class CalcBasis(Enum):
    """How a figure was worked out. Figures on different bases are never compared."""

    STANDARD = "standard"
    EXCL_DK = "excl_dk"
    INCL_DK = "incl_dk"
    INCL_DK_2025 = "incl_dk_2025"


class Trigger(Enum):
    """Why an indicator can be an area of concern."""

    WORSE_THAN_BENCHMARK = "worse_than_benchmark"
    TREND_IN_DECLINE = "trend_in_decline"
    DIFFERENTIAL_OPENING = "differential_opening"
    REPRESENTATION = "representation"


Term = TypeVar("Term", bound=Enum)


def term(kind: type[Term], code: str, name: str) -> Term:
    """Return the member of a closed list that has this code.

    Raises:
        UnknownTerm: If the list has no such code; the message names the list.
    """
    try:
        return kind(code)
    except ValueError:
        raise UnknownTerm(name, code, tuple(str(member.value) for member in kind)) from None


def wres_year_of(survey_year: int) -> int:
    """Return the WRES year that reports a survey: the year after it."""
    return survey_year + 1


def survey_year_of(wres_year: int) -> int:
    """Return the survey a WRES year reports: the autumn before it."""
    return wres_year - 1


def members(band: Band) -> tuple[Band, ...]:
    """Return the single bands inside a band or band group, lowest first."""
    if band is Band.ALL:
        return PAY_BANDS + MEDICAL_GRADES
    return BAND_GROUP_MEMBERS.get(band, (band,))


def is_band_group(band: Band) -> bool:
    """Return whether this is a group of bands (not one band, and not all of them)."""
    return band in BAND_GROUP_MEMBERS
