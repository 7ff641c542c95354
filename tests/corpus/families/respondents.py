"""Survey extracts with a row for each person who answered, without anything that names them.

Rules: an answer of 99 is missing and leaves the base of that question; “don't know” stays in the
base of indicator 7 from the survey of 2021 on and was left out before; indicator 6 counts people
harassed by managers or by colleagues once; a person without an ethnic group is in neither group;
bank staff are not part of the standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.corpus.cases import Case, Expect, Figure, accepted, refused, says, warned
from tests.corpus.made import GROUPS, Count, counted
from tests.corpus.writing import Row, csv_text

MISSING = 99
_BANDS = ("Band 5", "Band 6", "Band 8a")
_STAFF = ("Clinical", "Non-clinical")


@dataclass(frozen=True, slots=True)
class Person:
    """One made-up answer sheet, in the codes of the survey."""

    ethnicity: int
    public: int
    managers: int
    colleagues: int
    fair: int
    discriminated: int
    band: str = ""
    staff: str = ""

    @property
    def group(self) -> str:
        """The group of the standard: codes 1 to 4 are White, 99 is missing."""
        if self.ethnicity == MISSING:
            return ""
        return "white" if self.ethnicity <= 4 else "bme"


def people(*, codes: int = 18, missing: bool = False) -> list[Person]:
    """Return 50 White and 36 BME people, and with ``missing`` some answers nobody gave."""
    found = []
    for at in range(90 if missing else 86):
        is_white = at < 50
        ethnicity = 1 + at % 4 if is_white else 5 + at % (codes - 4)
        more = 3 if is_white else 4
        found.append(
            Person(
                ethnicity=MISSING if at >= 86 else ethnicity,
                public=MISSING if missing and at % 17 == 3 else _times(at * 7, more),
                managers=_times(at * 3 + 1, more - 2),
                colleagues=_times(at * 9 + 2, more - 1),
                fair=(1, 2, 1, 9, 1, 2, 1)[(at + more) % 7],
                discriminated=MISSING
                if missing and at % 19 == 5
                else 1
                if at % 9 < more - 2
                else 2,
                band=_BANDS[at % 3],
                staff=_STAFF[at // 3 % 2],
            )
        )
    return found


def _times(number: int, of_ten: int) -> int:
    return 2 + number % 4 if number % 10 < of_ten else 1


def _worked_out(
    everyone: Iterable[Person], wres_year: int, *, band: str = "all", staff: str = "all"
) -> Iterator[Figure]:
    everyone = list(everyone)
    dont_know = wres_year >= 2022
    for group in GROUPS:
        of = [person for person in everyone if person.group == group]
        asked = [person.public for person in of if person.public != MISSING]
        fair = [p.fair for p in of if p.fair in ((1, 2, 9) if dont_know else (1, 2))]
        said = [p.discriminated for p in of if p.discriminated != MISSING]
        staff_did = [p for p in of if p.managers > 1 or p.colleagues > 1]
        counts = {
            5: Count(sum(1 for answer in asked if answer > 1), len(asked)),
            6: Count(len(staff_did), len(of)),
            7: Count(fair.count(1), len(fair)),
            8: Count(said.count(1), len(said)),
        }
        for i, count in counts.items():
            yield counted("ZZP", wres_year, i, group, count, band=band, staff=staff)


_CODED = (
    "year_date",
    "org_id",
    "main_or_bank_indicator",
    "ethnicity",
    "q14a",
    "q14b",
    "q14c",
    "q15",
    "q16b",
)
_OLD = (*_CODED[:4], "q13a", "q13b", "q13c", "q14", "q15b")


def _coded(person: Person, year: int = 2024, kind: str = "Main") -> Row:
    answers = (person.public, person.managers, person.colleagues, person.fair)
    return (f"NSS {year}", "ZZP", kind, person.ethnicity, *answers, person.discriminated)


def _case(file: str, about: str, rows: list[Row], *expects: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=expects)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _plain()
    yield from _years()
    yield from _missing_and_bank()
    yield from _breakdowns()


def _plain() -> Iterator[Case]:
    everyone = people()
    fine = accepted(*_worked_out(everyone, 2025))
    rows: list[Row] = [_CODED, *map(_coded, everyone)]
    yield _case("respondents_coded_2024.csv", "numeric codes, survey 2024", rows, fine)
    header = ("Survey year", "ODS code", "Ethnicity", "Q14a", "Q14b", "Q14c", "Q15", "Q16b")
    yield _case(
        "respondents_words_2024.csv",
        "answers in words",
        [header, *map(_worded, everyone)],
        fine,
    )
    short = [(*row[:1], *row[2:]) for row in rows]
    yield _case(
        "respondents_without_trust.csv",
        "the trust is not named",
        short,
        refused(asks=("org_code",)),
        accepted(*_worked_out(everyone, 2025), org_code="ZZP"),
    )
    bare = [(*row[:3], *row[4:]) for row in rows]
    yield _case(
        "respondents_without_ethnicity.csv",
        "no ethnic group: nothing can be split",
        bare,
        refused(says("ethnic")),
    )


_ETHNIC_WORDS = ("White - Irish", "White - British", "Indian", "African", "Caribbean", "Chinese")
_TIMES_WORDS = {1: "Never", 2: "1-2", 3: "3-5", 4: "6-10", 5: "More than 10"}
_YES_NO = {1: "Yes", 2: "No", 9: "Don't know"}


def _worded(person: Person) -> Row:
    white = person.group == "white"
    name = _ETHNIC_WORDS[person.ethnicity % 2 if white else 2 + person.ethnicity % 4]
    times = (person.public, person.managers, person.colleagues)
    said = (_YES_NO[person.fair], _YES_NO[person.discriminated])
    return (2024, "ZZP", name, *(_TIMES_WORDS[t] for t in times), *said)


def _years() -> Iterator[Case]:
    everyone = people()
    yield _case(
        "respondents_2018.csv",
        "the numbers of 2018: Q15b is discrimination, Q14 is progression, “don't know” left out",
        [_OLD, *(_coded(person, 2018) for person in everyone)],
        accepted(*_worked_out(everyone, 2019)),
    )
    later = people(codes=19)
    yield _case(
        "respondents_2025.csv",
        "19 ethnic groups from the survey of 2025 on",
        [_CODED, *(_coded(person, 2025) for person in later)],
        accepted(*_worked_out(later, 2026)),
    )


def _missing_and_bank() -> Iterator[Case]:
    some = people(missing=True)
    yield _case(
        "respondents_missing_codes.csv",
        "99 for answers and ethnic groups nobody gave: out of the base, and said",
        [_CODED, *map(_coded, some)],
        warned(*_worked_out(some, 2025), fires=(says("4", "ethnic"),)),
    )
    everyone = people()
    bank = [_coded(person, kind="Bank") for person in everyone[40:52]]
    yield _case(
        "respondents_bank_staff.csv",
        "12 bank staff are left out, and that is said",
        [_CODED, *map(_coded, everyone), *bank],
        warned(*_worked_out(everyone, 2025), fires=(says("bank", "12"),)),
    )


def _breakdowns() -> Iterator[Case]:
    everyone = people()
    total = tuple(_worked_out(everyone, 2025))
    by_band = _by(everyone, lambda p: p.band, lambda name: {"band": name.split()[-1]}, _BANDS)
    by_staff = _by(everyone, lambda p: p.staff, lambda name: {"staff": name.lower()}, _STAFF)
    rows: list[Row] = [(*_CODED, "Pay band"), *((*_coded(p), p.band) for p in everyone)]
    yield _case(
        "respondents_by_band.csv",
        "the trust added the pay band: the same figures, for all staff and for each band",
        rows,
        accepted(*total, *by_band),
    )
    rows = [(*_CODED, "Staff group"), *((*_coded(p), p.staff) for p in everyone)]
    yield _case(
        "respondents_by_staff_group.csv",
        "clinical and non-clinical staff apart",
        rows,
        accepted(*total, *by_staff),
    )
    rows = [
        (*_CODED, "weight"),
        *((*_coded(p), f"{0.8 + at % 5 / 10:.1f}") for at, p in enumerate(everyone)),
    ]
    yield _case(
        "respondents_weighted.csv",
        "a weight beside each answer: the standard counts people, unweighted",
        rows,
        accepted(*total),
    )


def _by(
    everyone: list[Person],
    told: Callable[[Person], str],
    place: Callable[[str], dict[str, str]],
    names: tuple[str, ...],
) -> tuple[Figure, ...]:
    return tuple(
        figure
        for name in names
        for figure in _worked_out((p for p in everyone if told(p) == name), 2025, **place(name))
    )
