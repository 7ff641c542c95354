"""The ethnic group of a person's answer: a label, or the survey's code together with its year.

Filipino came in as code 13 in survey 2025 and moved every later code, so a number alone is never
placed. The lists are those of ``data/reference/ethnicity_codes.csv``; a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from wres.errors import FileRefused
from wres.terms import EthnicGroup
from wres.upload.cells import words_of
from wres.upload.ethnic_words import ethnic_word


class Group(IntEnum):
    """The groups people are counted in; each person is in exactly one."""

    WHITE = 0
    ASIAN = 1
    BLACK = 2
    MIXED = 3
    OTHER = 4
    BME_UNSAID = 5
    UNKNOWN = 6


BME_GROUPS = (Group.ASIAN, Group.BLACK, Group.MIXED, Group.OTHER, Group.BME_UNSAID)
WIDE_GROUPS = {
    EthnicGroup.ASIAN: Group.ASIAN,
    EthnicGroup.BLACK: Group.BLACK,
    EthnicGroup.MIXED: Group.MIXED,
    EthnicGroup.OTHER: Group.OTHER,
}
_GROUP_OF = {
    **WIDE_GROUPS,
    EthnicGroup.WHITE: Group.WHITE,
    EthnicGroup.BME: Group.BME_UNSAID,
    EthnicGroup.UNKNOWN: Group.UNKNOWN,
}
_CODE = re.compile(r"^0?(\d{1,2})(?:\.0+)?$")
_MISSING_CODE = 99
# Summary lists, such as 1 White, 2 Mixed, 3 Asian, 4 Black, 5 Other, have at most nine codes with
# those for no answer; a code above that is of the detailed list.
_HIGHEST_OF_A_SUMMARY = 9
_SUMMARY_HEADINGS = frozenset(
    (
        *("grouped", "grouping", "groups", "summary", "summarised", "broad", "binary", "collapsed"),
        *("aggregated", "aggregate", "combined", "recoded", "recode", "derived", "high", "bme"),
        *("bame", "white", "two", "five", "six", "2", "5", "6", "2way", "5way"),
    )
)
_Lists = dict[Group, range]
_SURVEY_2021: _Lists = {
    Group.WHITE: range(1, 5),
    Group.MIXED: range(5, 9),
    Group.ASIAN: range(9, 14),
    Group.BLACK: range(14, 17),
    Group.OTHER: range(17, 19),
}
_SURVEY_2025: _Lists = {
    Group.WHITE: range(1, 5),
    Group.MIXED: range(5, 9),
    Group.ASIAN: range(9, 15),
    Group.BLACK: range(15, 18),
    Group.OTHER: range(18, 20),
}
_LISTS = {**dict.fromkeys(range(2021, 2025), _SURVEY_2021), 2025: _SURVEY_2025}


def group_of(label: str, survey_year: int) -> Group | None:
    """Return the group a label or code stands for in a survey year, or None if it is not listed."""
    code = _CODE.match(label)
    if code:
        return _group_of_code(int(code[1]), survey_year)
    if not words_of(label):
        return Group.UNKNOWN
    word = ethnic_word(label)
    return _GROUP_OF.get(word.group) if word else None


def refuse_summary_codes(heading: str, met: Iterable[tuple[int, str]]) -> None:
    """Return nothing if the bare codes met are surely of the survey's detailed list.

    ``met`` are survey years with a label of the rows that are used. A summary list has the same
    low numbers for other groups, so each year has to hold a code that only the detailed list has.

    Raises:
        FileRefused: If the heading speaks of a summary, or a year holds low codes alone.
    """
    codes: dict[int, set[int]] = {}
    for year, label in met:
        code = _CODE.match(label)
        if code and int(code[1]) != _MISSING_CODE:
            codes.setdefault(year, set()).add(int(code[1]))
    fix = "Write the labels of the ethnic groups in place of the codes, such as “Asian” or “White”"
    if codes and _SUMMARY_HEADINGS & set(words_of(heading).split()):
        raise FileRefused(
            f"The column “{heading[:60]}” holds codes of a summary of ethnic groups, and lists "
            f"number those differently. {fix}."
        )
    low = [str(year) for year in sorted(codes) if max(codes[year]) <= _HIGHEST_OF_A_SUMMARY]
    if low:
        raise FileRefused(
            f"In the column “{heading[:60]}” survey {', '.join(low)} has no code above "
            f"{_HIGHEST_OF_A_SUMMARY}. They may be those of a summary (1 White, 2 Mixed, 3 Asian). "
            f"Those are not the detailed codes of the survey. {fix}."
        )


def _group_of_code(code: int, survey_year: int) -> Group | None:
    if code == _MISSING_CODE:
        return Group.UNKNOWN
    groups = _LISTS.get(survey_year, {})
    return next((group for group, codes in groups.items() if code in codes), None)
