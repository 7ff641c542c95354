"""Made-up trusts, person by person: who answered the survey, and what they said."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wres.indicators import SURVEY_INDICATORS, calc_basis
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup

SIZES = (300, 800, 2500)
YEAR = 2025
E, B, S = EthnicGroup, Band, StaffGroup
WIDE = {E.ASIAN: 45, E.BLACK: 30, E.MIXED: 13, E.OTHER: 12}
# Out of a hundred, from band 2 up to very senior managers, then the medical grades.
BANDS = (B.BAND_2, B.BAND_3, B.BAND_4, B.BAND_5, B.BAND_6, B.BAND_7, B.BAND_8A, B.BAND_8B)
BANDS += (B.BAND_8C, B.BAND_8D, B.BAND_9, B.VSM, B.CONSULTANT, B.CAREER_GRADE, B.TRAINEE_GRADE)
BME_BANDS = (13, 12, 7, 27, 15, 7, 3, 1.5, 0.8, 0.4, 0.2, 0.1, 5, 4, 4)
WHITE_BANDS = (13, 13, 11, 16, 18, 13, 5, 2.5, 1.5, 0.8, 0.4, 0.4, 3, 1.4, 1)
# The share of BME and of White (and unknown) staff who say yes to indicators 5 to 8.
SAY_YES = {5: (0.28, 0.25), 6: (0.25, 0.21), 7: (0.47, 0.60), 8: (0.16, 0.07)}
MEDICAL = (B.CONSULTANT, B.CAREER_GRADE, B.TRAINEE_GRADE)


@dataclass(frozen=True)
class Person:
    """One made-up respondent: answers are yes, no, or none where the question was left out."""

    group: EthnicGroup
    band: Band
    staff_group: StaffGroup
    answers: dict[int, bool]


def people(size: int, seed: int) -> list[Person]:
    """Return the respondents of a made-up trust."""
    chance = random.Random(f"{size}-{seed}")
    return [_person(chance) for _ in range(size)]


def _person(chance: random.Random) -> Person:
    kind = chance.choices(("bme", "white", "unknown"), (21, 75, 4))[0]
    group = {"white": E.WHITE, "unknown": E.UNKNOWN}.get(kind)
    if group is None:
        group = chance.choices(tuple(WIDE), tuple(WIDE.values()))[0]
    band = chance.choices(BANDS, BME_BANDS if kind == "bme" else WHITE_BANDS)[0]
    if band in MEDICAL:
        staff_group = S.MEDICAL
    else:
        clinical = 0.75 if band in BANDS[3:6] else 0.4
        staff_group = S.CLINICAL if chance.random() < clinical else S.NON_CLINICAL
    rates = {number: rate[kind != "bme"] for number, rate in SAY_YES.items()}
    answers = {n: chance.random() < rate for n, rate in rates.items() if chance.random() > 0.03}
    return Person(group, band, staff_group, answers)


def _places(person: Person) -> Iterator[tuple[EthnicGroup, Band, StaffGroup]]:
    """Every cell of a file that this person is counted in."""
    everyone = (B.ALL, S.ALL)
    yield (E.ALL, *everyone)
    yield (person.group, *everyone)
    of_standard = E.BME if person.group in WIDE else person.group
    if of_standard is E.BME:
        yield (E.BME, *everyone)
    if of_standard is not E.UNKNOWN:
        yield (of_standard, person.band, S.ALL)
        yield (of_standard, B.ALL, person.staff_group)


def rows(trust: list[Person], *, org_code: str = "ABC") -> list[Result]:
    """Return the counts a trust would upload: totals, single bands, staff groups, wide groups."""
    answered: Counter[tuple[int, EthnicGroup, Band, StaffGroup]] = Counter()
    yes: Counter[tuple[int, EthnicGroup, Band, StaffGroup]] = Counter()
    for person in trust:
        for number, said in person.answers.items():
            for place in _places(person):
                answered[number, *place] += 1
                yes[number, *place] += said
    return [
        Result(
            org_code=org_code,
            wres_year=YEAR,
            survey_year=YEAR - 1,
            indicator=number,
            ethnic_group=group,
            band=band,
            staff_group=staff_group,
            numerator=yes[number, group, band, staff_group],
            denominator=base,
            calc_basis=calc_basis(number, YEAR - 1),
        )
        for (number, group, band, staff_group), base in sorted(
            answered.items(), key=lambda item: (item[0][0], *(part.value for part in item[0][1:]))
        )
        if number in SURVEY_INDICATORS
    ]
