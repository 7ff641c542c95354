"""The survey questions behind indicators 5 to 8: how columns are headed, how answers are written.

Question numbers moved in survey 2021, and the same number asked for another thing before: “q14”
was career progression and “q15b” discrimination. Answers are words or the codes of the survey.
"""

from __future__ import annotations

import re
from enum import Enum, IntEnum

from wres.upload.cells import words_of

FIRST_SURVEY = 2018
FIRST_OF_LATER_NUMBERS = 2021
LAST_SURVEY = 2025


class Question(Enum):
    """What was asked; the value is the number of the question since survey 2021."""

    PUBLIC = "q14a"
    MANAGERS = "q14b"
    COLLEAGUES = "q14c"
    CAREER = "q15"
    DISCRIMINATION = "q16b"


class Answer(IntEnum):
    """What an answer counts as: ``YES`` is any harassment at all, or Yes to the question."""

    BLANK = 0
    NO = 1
    YES = 2
    DONT_KNOW = 3


LATER_NUMBERS = {question.value[1:]: question for question in Question}
EARLIER_NUMBERS = {
    "13a": Question.PUBLIC,
    "13b": Question.MANAGERS,
    "13c": Question.COLLEAGUES,
    "14": Question.CAREER,
    "15b": Question.DISCRIMINATION,
}
_HEADING = re.compile(r"^(?:[a-z]+ ?\d* )?q(?:uestion)? ?0?(\d{1,2}) ?([a-d]?)$")
_WHOLE = re.compile(r"^(\d{1,3})(?:\.0+)?$")
_BLANK = frozenset(
    (
        *("", "99", "missing", "na", "n a", "nan", "null", "none given", "not answered"),
        *("no answer", "no response", "prefer not to say", "prefer not to answer", "blank"),
    )
)
_NEVER = {"never": Answer.NO, "1": Answer.NO}
# Spreadsheets turn “1-2”, “3-5” and “6-10” into days of a month.
_AT_LEAST_ONCE = (
    "2; 3; 4; 5; 1 2; 3 5; 6 10; 1 to 2; 3 to 5; 6 to 10; more than 10; more than ten; 10 +; "
    "11 or more; 1 feb; 01 feb; feb 1; feb 01; 2 jan; 02 jan; jan 2; jan 02; 3 may; 03 may; "
    "may 3; may 03; 5 mar; 05 mar; mar 5; mar 05; 6 oct; 06 oct; oct 6; oct 06; 10 jun; jun 10"
)
_TIMES = _NEVER | dict.fromkeys(_AT_LEAST_ONCE.split("; "), Answer.YES)
_YES_NO = {
    **dict.fromkeys(("yes", "y", "1"), Answer.YES),
    **dict.fromkeys(("no", "n", "2"), Answer.NO),
}
_CAREER = _YES_NO | dict.fromkeys(
    ("9", "don t know", "dont know", "do not know", "dk", "don t know can t say"),
    Answer.DONT_KNOW,
)
_ANSWERS = {
    Question.PUBLIC: _TIMES,
    Question.MANAGERS: _TIMES,
    Question.COLLEAGUES: _TIMES,
    Question.CAREER: _CAREER,
    Question.DISCRIMINATION: _YES_NO,
}


def question_number(heading: str) -> str:
    """Return the number a heading such as “Q14a” or “nss_q14a” names, “14a”, or an empty text."""
    found = _HEADING.match(words_of(heading))
    return f"{found[1]}{found[2]}" if found else ""


def answer(question: Question, label: str) -> Answer | None:
    """Return what an answer as it stands in the file counts as, or None when it is not listed."""
    number = _WHOLE.match(label.strip())
    words = str(int(number[1])) if number else words_of(label)
    if words in _BLANK:
        return Answer.BLANK
    return _ANSWERS[question].get(words)
