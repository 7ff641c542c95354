"""The many spellings of indicators, years and staff groups. Unlisted words are not guessed.

Each function takes a cell as a person wrote it and gives back the term, or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wres.terms import GIVEN_STAFF_GROUPS, StaffGroup
from wres.upload.cells import words_of
from wres.upload.indicator_words import indicator_of_wording, numbered_wording


class YearKind(Enum):
    """What a year in a cell says of itself."""

    SURVEY = "survey year"
    UNSAID = "year"
    WRES = "WRES year"


@dataclass(frozen=True, slots=True)
class YearWord:
    """A year, and whether the cell itself says which kind it is."""

    year: int
    kind: YearKind


_INDICATOR_NUMBER = re.compile(
    r"^(?:the )?(?:wres )?(?:indicator|indicators|ind|i|metric|measure|wres)?"
    r"(?: number| no)? ?0?(\d{1,3})(?: 0)?\b(?P<rest>.*)$"
)
_COLUMN_STEMS = (
    ("har from pat", 5),
    ("har from staff", 6),
    ("equal eth", 7),
    ("q16b eth", 8),
)
_QUESTION = re.compile(r"^(?:question )?q ?(\d{1,2}) ?([a-d]?)(.*)$")
_JOINED_6 = ("b or q14c", "b or c", "b c", "bc", "b and c", "b and q14c", "b q14c")
# Surveys 2018 to 2020, then 2021 on: the same number asked for another thing.
_QUESTIONS_TO_2020 = {"13a": 5, "14": 7, "15b": 8}
_QUESTIONS_FROM_2021 = {"14a": 5, "15": 7, "16b": 8}


@lru_cache(maxsize=4_000)
def indicator_number(cell: str, survey_year: int | None = None) -> int | None:
    """Return the number an indicator cell names, even one the standard does not have.

    A survey question number is understood only with its survey year: numbers were reused.
    """
    words = words_of(cell)
    named = indicator_of_wording(cell)
    if named is not None:
        return named
    twice = numbered_wording(cell)
    if twice is not None:
        # A number and words that contradict each other name neither indicator.
        return twice[0] if twice[0] == twice[1] else None
    numbered = _INDICATOR_NUMBER.match(words)
    if numbered and (not words[0].isdigit() or not numbered["rest"]):
        return int(numbered[1])
    for stem, number in _COLUMN_STEMS:
        if words.startswith(stem):
            return number
    return _question_indicator(words, survey_year)


def _question_indicator(words: str, survey_year: int | None) -> int | None:
    found = _QUESTION.match(words)
    if not found or survey_year is None or not 2018 <= survey_year <= 2025:
        return None
    number, part, rest = found.groups()
    table = _QUESTIONS_FROM_2021 if survey_year >= 2021 else _QUESTIONS_TO_2020
    union = "14" if survey_year >= 2021 else "13"
    if number == union and f"{part}{rest}".replace("q13", "q14").strip() in _JOINED_6:
        return 6
    return table.get(f"{number}{part}") if not rest.strip() else None


_PLAIN_YEAR = re.compile(r"^(\d{4})(?: 0)?$")
_TWO_YEARS = re.compile(r"\b(20\d\d) (?:to )?(?:20)?(\d\d)\b")
_ONE_YEAR = re.compile(r"\b(20\d\d)\b")
_SNAPSHOT = re.compile(
    r"^(?:(?:as )?(?:at|on) )?(?:31 0?3 (20\d\d)|(20\d\d) 0?3 31(?: 00 00 00)?|"
    r"(?:31(?:st)? (?:of )?)?mar(?:ch)? (20\d\d)|(20\d\d) mar(?:ch)?(?: 31)?|"
    r"mar(?:ch)? 31(?:st)? (20\d\d))$"
)
# A day, a month in letters and two figures can only be read as one date.
_SHORT_SNAPSHOT = re.compile(r"^31(?:st)? mar(?:ch)? (\d\d)$")


@lru_cache(maxsize=4_000)
def year_word(cell: str) -> YearWord | None:
    """Return the year a cell names: 2025, “2024/25”, “WRES 2025”, “2024 survey”, “31 March 2025”.

    A financial year is the WRES year it ends in, as the workforce is counted on 31 March.
    """
    words = words_of(cell)
    plain = _PLAIN_YEAR.match(words)
    if plain:
        return YearWord(int(plain[1]), YearKind.UNSAID)
    snapshot = _SNAPSHOT.match(words)
    if snapshot:
        return YearWord(int(next(filter(None, snapshot.groups()))), YearKind.WRES)
    short = _SHORT_SNAPSHOT.match(words)
    if short:
        return YearWord(2000 + int(short[1]), YearKind.WRES)
    two = _TWO_YEARS.search(words)
    if two:
        first, last = int(two[1]), int(two[2])
        return YearWord(first + 1, YearKind.WRES) if (first + 1) % 100 == last else None
    return _labelled_year(words)


def _labelled_year(words: str) -> YearWord | None:
    years = _ONE_YEAR.findall(words)
    if len(years) != 1:
        return None
    rest = set(words.split())
    if rest & {"survey", "nss", "ss"}:
        return YearWord(int(years[0]), YearKind.SURVEY)
    return YearWord(int(years[0]), YearKind.WRES) if rest & {"wres", "data"} else None


_STAFF_GROUPS: dict[str, StaffGroup] = {
    **{words_of(group.value): group for group in GIVEN_STAFF_GROUPS},
    "": StaffGroup.ALL,
    "all staff": StaffGroup.ALL,
    "total": StaffGroup.ALL,
    "overall": StaffGroup.ALL,
    "workforce": StaffGroup.ALL,
    "overall workforce": StaffGroup.ALL,
    "all workforce": StaffGroup.ALL,
    "whole workforce": StaffGroup.ALL,
    "total workforce": StaffGroup.ALL,
    "total staff": StaffGroup.ALL,
    "grand total": StaffGroup.ALL,
    "all staff groups": StaffGroup.ALL,
    "trust": StaffGroup.ALL,
    "total clinical": StaffGroup.CLINICAL,
    "clinical total": StaffGroup.CLINICAL,
    "all clinical": StaffGroup.CLINICAL,
    "total clinical staff": StaffGroup.CLINICAL,
    "total clinical workforce": StaffGroup.CLINICAL,
    "clinical excluding medical": StaffGroup.CLINICAL,
    "clinical of which non medical": StaffGroup.CLINICAL,
    "clinical workforce of which non medical": StaffGroup.CLINICAL,
    "clinical workforce non medical": StaffGroup.CLINICAL,
    "clinical non medical workforce": StaffGroup.CLINICAL,
    "clinical staff non medical": StaffGroup.CLINICAL,
    "clinical staff": StaffGroup.CLINICAL,
    "clinical workforce": StaffGroup.CLINICAL,
    "clinical non medical": StaffGroup.CLINICAL,
    "nonclinical": StaffGroup.NON_CLINICAL,
    "non clinical staff": StaffGroup.NON_CLINICAL,
    "non clinical workforce": StaffGroup.NON_CLINICAL,
    "total non clinical": StaffGroup.NON_CLINICAL,
    "non clinical total": StaffGroup.NON_CLINICAL,
    "all non clinical": StaffGroup.NON_CLINICAL,
    "total non clinical staff": StaffGroup.NON_CLINICAL,
    "total non clinical workforce": StaffGroup.NON_CLINICAL,
    "nonclinical staff": StaffGroup.NON_CLINICAL,
    "medical": StaffGroup.MEDICAL,
    "total medical and dental": StaffGroup.MEDICAL,
    "of which medical and dental": StaffGroup.MEDICAL,
    "medical and dental total": StaffGroup.MEDICAL,
    "all medical and dental": StaffGroup.MEDICAL,
    "total medical": StaffGroup.MEDICAL,
    "medical and dental workforce": StaffGroup.MEDICAL,
    "clinical workforce of which medical and dental": StaffGroup.MEDICAL,
    "hchs doctors": StaffGroup.MEDICAL,
    "medical dental": StaffGroup.MEDICAL,
    "medical and dental staff": StaffGroup.MEDICAL,
    "doctors and dentists": StaffGroup.MEDICAL,
    "board members": StaffGroup.BOARD,
    "trust board": StaffGroup.BOARD,
    "whole board": StaffGroup.BOARD,
    "total board": StaffGroup.BOARD,
    "total board members": StaffGroup.BOARD,
    "all board members": StaffGroup.BOARD,
    "executive": StaffGroup.BOARD_EXECUTIVE,
    "executive board": StaffGroup.BOARD_EXECUTIVE,
    "executive board members": StaffGroup.BOARD_EXECUTIVE,
    "board executives": StaffGroup.BOARD_EXECUTIVE,
    "exec board members": StaffGroup.BOARD_EXECUTIVE,
    "voting": StaffGroup.BOARD_VOTING,
    "voting board": StaffGroup.BOARD_VOTING,
    "voting board members": StaffGroup.BOARD_VOTING,
    "voting members": StaffGroup.BOARD_VOTING,
}


@lru_cache(maxsize=2_000)
def staff_group_word(cell: str) -> StaffGroup | None:
    """Return the staff group a cell names; an empty cell means all staff."""
    return _STAFF_GROUPS.get(words_of(cell))
