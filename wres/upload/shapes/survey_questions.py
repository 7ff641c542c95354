"""Which indicator a survey question stands for: by its number and year, checked against its text.

Numbers were used again for other questions, so a number counts only with its survey year, and a
text that speaks of something else is never overruled by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from wres.terms import wres_year_of
from wres.upload.cells import words_of
from wres.upload.term_words import indicator_number

_QUESTION = re.compile(r"^q\s*(\d{1,2})([a-z]?)(_\d+)?\b(.*)$", re.I | re.S)
# Harassment by managers and by colleagues, asked apart: one person can have met both.
QUESTIONS_KNOWN = range(2018, 2026)
_PARTS_OF_6 = {True: ("14b", "14c"), False: ("13b", "13c")}
_FIRST_NEW_NUMBERS = 2021
_SUBJECTS = {
    5: ("harassment", "bullying", "abuse"),
    6: ("harassment", "bullying", "abuse"),
    7: ("career", "promotion", "fairly"),
    8: ("discrimination", "discriminated"),
}
_OTHER_SUBJECTS = ("violence", "unwanted", "incident", "appraisal", "pressure")
_FROM_PUBLIC = ("patients", "public", "patient", "service users")
_FROM_STAFF = ("manager", "managers", "colleagues", "team leader", "staff")
# Discrimination and harassment are asked twice, of the public and of staff.
_SOURCES = {5: (_FROM_PUBLIC, _FROM_STAFF), 8: (_FROM_STAFF, _FROM_PUBLIC)}


@dataclass(frozen=True, slots=True)
class Question:
    """A survey question: its number such as “14a”, and what it asks, as far as the file says."""

    number: str
    text: str

    @property
    def name(self) -> str:
        """The question as people write it: “Q14a”."""
        return f"Q{self.number}"


@lru_cache(maxsize=4_000)
def question_of(text: str) -> Question | None:
    """Return the question a cell begins with, or None when it names none."""
    found = _QUESTION.match(text.strip())
    if not found:
        return None
    number, part, item, rest = found.groups()
    return Question(f"{int(number)}{part.lower()}{item or ''}", rest.strip(" -–:.\n"))


@lru_cache(maxsize=4_000)
def indicator_of(question: Question, survey_year: int) -> int | None:
    """Return the indicator a question is counted for in a survey, or None; 6 is never one."""
    number = indicator_number(question.name, survey_year)
    return number if number in (5, 7, 8) else None


def is_part_of_6(question: Question, survey_year: int) -> bool:
    """Return whether a question is one of the two that indicator 6 joins."""
    return question.number in _PARTS_OF_6[survey_year >= _FIRST_NEW_NUMBERS]


@lru_cache(maxsize=4_000)
def contradicts(question: Question, indicator: int) -> bool:
    """Return whether the text of a question speaks of something else than the indicator does.

    A text that says nothing of either is no contradiction.
    """
    words = f" {words_of(question.text)} "
    if _has(words, _SUBJECTS[indicator]):
        right, wrong = _SOURCES.get(indicator, ((), ()))
        return _has(words, wrong) and not _has(words, right)
    others = [word for number, words in _SUBJECTS.items() if number != indicator for word in words]
    return _has(words, (*others, *_OTHER_SUBJECTS))


def is_of_the_standard(question: Question) -> bool:
    """Return whether a text speaks of what indicators 5 to 8 measure, whatever its number."""
    words = f" {words_of(question.text)} "
    return any(_has(words, subject) for subject in _SUBJECTS.values())


def unknown_year_remark(survey_year: int) -> str:
    """Return why the questions of a survey are not taken: its numbers have not been checked."""
    return (
        f"The question numbers of survey {survey_year} are not known to this program, so nothing "
        "was taken from its questions. The survey's benchmark workbook can be used for any year."
    )


def _has(words: str, wanted: Iterable[str]) -> bool:
    return any(f" {one} " in words for one in wanted)


def union_remark(survey_years: Iterable[int]) -> str:
    """Return why indicator 6 is not taken from a file that asks of managers and colleagues."""
    listed = ", ".join(f"WRES {wres_year_of(year)}" for year in sorted(set(survey_years)))
    return (
        f"Indicator 6 ({listed}) cannot be had from this file. It gives harassment by managers and "
        "by colleagues apart. How many staff met either cannot be recovered from the two."
    )


def contradiction_remark(question: Question, survey_year: int) -> str:
    """Return what is wrong with a question whose text does not fit its number and year."""
    return (
        f"{question.name} of survey {survey_year} speaks of something else than that number asked "
        f"(“{question.text[:80]}”), so it was left out. Check the year and the number."
    )
