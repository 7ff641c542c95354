"""Made survey extracts: people drawn by chance, written in many ways, and counted by hand.

The counts come from the drawn answers, one person at a time, never from the written file.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

# Label, code in surveys 2021 to 2024, code in survey 2025, group.
ETHNIC = (
    ("White - English / Welsh / Scottish / Northern Irish / British", 1, 1, "white"),
    ("White - Irish", 2, 2, "white"),
    ("White - Any other White background", 4, 4, "white"),
    ("Mixed - White and Black Caribbean", 5, 5, "mixed"),
    ("Asian / Asian British - Indian", 9, 9, "asian"),
    ("Chinese", 12, 12, "asian"),
    ("Asian / Asian British - Any other Asian background", 13, 14, "asian"),
    ("Black / Black British - African", 14, 15, "black"),
    ("Any other Black, Black British or Caribbean background", 16, 17, "black"),
    ("Arab", 17, 18, "other"),
    ("Any other ethnic background", 18, 19, "other"),
    ("Not stated", 99, 99, "unknown"),
    ("", 99, 99, "unknown"),
)
BANDS = (("Band 5", "5"), ("Band 6", "6"), ("8a", "8a"), ("Medical - Consultant", "consultant"))
STAFF = (("Clinical", "clinical"), ("Non-clinical", "non-clinical"), ("", ""))
TIMES = ("Never", "1-2", "3-5", "6-10", "More than 10")
CAREER = ("Yes", "No", "Don't know")
CAREER_CODES = ("1", "2", "9")
LATER = ("q14a", "q14b", "q14c", "q15", "q16b")
EARLIER = ("q13a", "q13b", "q13c", "q14", "q15b")
Key = tuple[str, int, int, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What somebody made up answered; ``answers`` are places in the lists above, None if none."""

    org: str = "R0A"
    year: int = 2023
    ethnic: int = 0
    band: int | None = 0
    staff: int = 0
    answers: tuple[int | None, ...] = (0, 0, 0, 0, 1)


def people(
    number: int,
    *,
    seed: int = 7,
    years: Sequence[int] = (2021, 2022, 2023),
    orgs: Sequence[str] = ("R0A", "R1H"),
) -> list[Person]:
    """Return people drawn by chance, always the same for the same seed."""
    draw = random.Random(seed)
    return [
        Person(
            org=draw.choice(orgs),
            year=draw.choice(years),
            ethnic=draw.randrange(len(ETHNIC)),
            band=draw.choice((None, *range(len(BANDS)))),
            staff=draw.randrange(len(STAFF)),
            answers=(
                *(draw.choice((None, 0, 0, 0, 1, 2, 3, 4)) for _ in range(3)),
                draw.choice((None, 0, 0, 1, 2)),
                draw.choice((None, 0, 1, 1, 1)),
            ),
        )
        for _ in range(number)
    ]


def as_words(person: Person) -> list[str]:
    """Return the cells of a person in words: who it is, then the five answers."""
    *times, career, discrimination = person.answers
    return [
        *_who(person, ETHNIC[person.ethnic][0]),
        *("" if one is None else TIMES[one] for one in times),
        "" if career is None else CAREER[career],
        "" if discrimination is None else ("Yes", "No")[discrimination],
    ]


def as_codes(person: Person) -> list[str]:
    """Return the cells of a person in the codes of the survey, 99 where nothing was answered."""
    *times, career, discrimination = person.answers
    code = ETHNIC[person.ethnic][2 if person.year >= 2025 else 1]
    return [
        *_who(person, str(code)),
        *("99" if one is None else str(one + 1) for one in times),
        "99" if career is None else CAREER_CODES[career],
        "99" if discrimination is None else str(discrimination + 1),
    ]


def _who(person: Person, ethnicity: str) -> list[str]:
    band = "" if person.band is None else BANDS[person.band][0]
    return [person.org, str(person.year), ethnicity, band, STAFF[person.staff][0]]


WHO = ("org_code", "survey_year", "ethnicity", "band", "clinical")


def written(
    found: Iterable[Person],
    *,
    cells: Callable[[Person], list[str]] = as_words,
    questions: Sequence[str] = LATER,
    delimiter: str = ",",
    line_end: str = "\n",
    more: Sequence[tuple[str, str]] = (),
) -> str:
    """Return an extract as text; ``more`` are further columns, a heading and a cell for all."""
    header = [*WHO, *questions, *(heading for heading, _ in more)]
    lines = [header, *([*cells(one), *(cell for _, cell in more)] for one in found)]
    return "".join(delimiter.join(_cell(c, delimiter) for c in line) + line_end for line in lines)


def _cell(text: str, delimiter: str) -> str:
    if any(sign in text for sign in (delimiter, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text


def counted(found: Iterable[Person]) -> dict[Key, tuple[int, int]]:
    """Return how many count of how many who answered, by everything a figure is about.

    Before survey 2021 those who do not know are not in the base of indicator 7.
    """
    tops: Counter[Key] = Counter()
    bases: Counter[Key] = Counter()
    for one in found:
        for indicator, (counts, answered) in _indicators(one).items():
            for key in _keys(one, indicator):
                tops[key] += counts
                bases[key] += answered
    return {key: (tops[key], base) for key, base in bases.items() if base}


def _indicators(one: Person) -> dict[int, tuple[bool, bool]]:
    public, managers, colleagues, career, discrimination = one.answers
    any_staff = bool(managers) or bool(colleagues)
    knows = one.year >= 2021 or career != 2
    return {
        5: (bool(public), public is not None),
        6: (any_staff, any_staff or (managers == 0 and colleagues == 0)),
        7: (career == 0, career is not None and knows),
        8: (discrimination == 0, discrimination is not None),
    }


def _keys(one: Person, indicator: int) -> list[Key]:
    group = ETHNIC[one.ethnic][3]
    place = (one.org, one.year, indicator)
    main = group if group in ("white", "unknown") else "bme"
    groups = dict.fromkeys(("all", main, group))
    keys = [(*place, "all", "all", name) for name in groups]
    if main != "unknown":
        if one.band is not None:
            keys.append((*place, "all", BANDS[one.band][1], main))
        if STAFF[one.staff][1]:
            keys.append((*place, STAFF[one.staff][1], "all", main))
    return keys


def in_year(found: Iterable[Person], year: int) -> list[Person]:
    """Return the same people, all of one survey year."""
    return [replace(one, year=year) for one in found]
