"""The many spellings of pay bands and medical grades. An unlisted band is not guessed.

The grade codes of the electronic staff record (XR, XN) are not read: no public list of them was
found, so a file with such codes is told to write the bands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wres.terms import Band, StaffGroup
from wres.upload.cells import words_of

_BAND_FILLER = re.compile(
    r"\b(nhs|agenda for change|afc|a4c|pay|non review body|review body|bands?|grades?|scale|range|"
    r"total|bd)\b"
)
# “Band08a” sticks letters to figures.
_STUCK = re.compile(r"\b(bands?|afc|grade|bd)(?=\d)")
_OTHER_GRADE = frozenset(("other", "others", "other grades", "other grade", "any other"))
_UNDER_BAND_1 = re.compile(r"^(?:afc )?(?:under|below|less than|<) ?(?:afc )?(?:band )?1$")
_BANDS: dict[str, Band] = {
    **{band.value: band for band in Band if band not in (Band.BANDS_1_4, Band.BANDS_5_7)},
    "vsms": Band.VSM,
    "very senior management": Band.VSM,
    "v senior manager": Band.VSM,
    "vsm including executive board members": Band.VSM,
    "vsm incl exec board members": Band.VSM,
    "vsm and executive board members": Band.VSM,
    "vsm inc exec": Band.VSM,
    "consultants medical and dental": Band.CONSULTANT,
    "consultant medical and dental": Band.CONSULTANT,
    "medical and dental consultant": Band.CONSULTANT,
    "medical and dental consultants": Band.CONSULTANT,
    "medical and dental non consultant career": Band.CAREER_GRADE,
    "medical and dental trainee": Band.TRAINEE_GRADE,
    "medical and dental other": Band.OTHER_MEDICAL,
    "medical and dental trainees": Band.TRAINEE_GRADE,
    "medical and dental career": Band.CAREER_GRADE,
    "non consultant career doctors": Band.CAREER_GRADE,
    "specialty and specialist doctors": Band.CAREER_GRADE,
    "specialty and associate specialist doctors": Band.CAREER_GRADE,
    "sas and specialty doctors": Band.CAREER_GRADE,
    "consultants including medical directors": Band.CONSULTANT,
    "trainee doctors": Band.TRAINEE_GRADE,
    "junior doctors": Band.TRAINEE_GRADE,
    "training": Band.TRAINEE_GRADE,
    "other medical": Band.OTHER_MEDICAL,
    "very senior manager": Band.VSM,
    "very senior managers": Band.VSM,
    "very senior managers vsm": Band.VSM,
    "very senior manager vsm": Band.VSM,
    "consultants": Band.CONSULTANT,
    "medical consultant": Band.CONSULTANT,
    "medical consultants": Band.CONSULTANT,
    "career": Band.CAREER_GRADE,
    "non consultant career": Band.CAREER_GRADE,
    "medical non consultant career": Band.CAREER_GRADE,
    "nonconsultant career": Band.CAREER_GRADE,
    "non consultants career": Band.CAREER_GRADE,
    "sas": Band.CAREER_GRADE,
    "sas doctors": Band.CAREER_GRADE,
    "trainee": Band.TRAINEE_GRADE,
    "trainees": Band.TRAINEE_GRADE,
    "medical trainee": Band.TRAINEE_GRADE,
    "doctors in training": Band.TRAINEE_GRADE,
    "resident doctors": Band.TRAINEE_GRADE,
    "other medical and dental": Band.OTHER_MEDICAL,
    "medical other": Band.OTHER_MEDICAL,
    "medical": Band.MEDICAL,
    "medical and dental": Band.MEDICAL,
    "all medical": Band.MEDICAL,
    "": Band.ALL,
    "total": Band.ALL,
    "overall": Band.ALL,
    "all staff": Band.ALL,
    "all": Band.ALL,
    "grand": Band.ALL,
    "workforce": Band.ALL,
    "all workforce": Band.ALL,
    "overall workforce": Band.ALL,
    "staff": Band.ALL,
    "1 4": Band.BANDS_1_4,
    "1 to 4": Band.BANDS_1_4,
    "5 7": Band.BANDS_5_7,
    "5 to 7": Band.BANDS_5_7,
    "8a 8b": Band.BANDS_8A_8B,
    "8a to 8b": Band.BANDS_8A_8B,
    "8a and 8b": Band.BANDS_8A_8B,
    "5 vsm": Band.BANDS_5_VSM,
    "5 to vsm": Band.BANDS_5_VSM,
    "5 9 and vsm": Band.BANDS_5_VSM,
    "5 to 9 and vsm": Band.BANDS_5_VSM,
    "8c vsm": Band.BANDS_8C_VSM,
    "8c to vsm": Band.BANDS_8C_VSM,
    "8c and above": Band.BANDS_8C_VSM,
    "8c +": Band.BANDS_8C_VSM,
    "8a vsm": Band.BANDS_8A_VSM,
    "8a to vsm": Band.BANDS_8A_VSM,
    "8a and above": Band.BANDS_8A_VSM,
    "8a +": Band.BANDS_8A_VSM,
    "8a and over": Band.BANDS_8A_VSM,
    "8a or above": Band.BANDS_8A_VSM,
    "8a upwards": Band.BANDS_8A_VSM,
    "8a 9 and vsm": Band.BANDS_8A_VSM,
    "8a to 9 and vsm": Band.BANDS_8A_VSM,
    "8c 9 and vsm": Band.BANDS_8C_VSM,
    "8c to 9 and vsm": Band.BANDS_8C_VSM,
    "8c upwards": Band.BANDS_8C_VSM,
    "8c or above": Band.BANDS_8C_VSM,
    "senior": Band.BANDS_8A_VSM,
}


@lru_cache(maxsize=4_000)
def band_word(cell: str) -> Band | None:
    """Return the band, medical grade or band group a cell names; an empty cell means all."""
    words = words_of(cell).replace("v s m", "vsm")
    words = _STUCK.sub(r"\1 ", words)
    for spelling in (words, " ".join(_BAND_FILLER.sub(" ", words).split())):
        squeezed = re.sub(r"\b0?(\d) ?([abcd])?\b", r"\1\2", spelling)
        squeezed = re.sub(r"\b(\d) ([abcd])\b", r"\1\2", squeezed)
        for tried in (spelling, squeezed):
            if tried in _BANDS:
                return _BANDS[tried] if tried or not words else None
    return None


def band_in(cell: str, staff_group: StaffGroup | None) -> Band | None:
    """Return the band a cell names among these staff: “Other” is a grade of doctors only."""
    if staff_group is StaffGroup.MEDICAL and words_of(cell) in _OTHER_GRADE:
        return Band.OTHER_MEDICAL
    return band_word(cell)


def is_under_band_1(cell: str) -> bool:
    """Return whether a cell names posts below band 1, such as apprentices on their own rate."""
    return bool(_UNDER_BAND_1.match(words_of(cell)))
