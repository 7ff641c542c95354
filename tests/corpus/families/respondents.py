"""Survey extracts with a row for each person who answered, without anything that names them.

Rules: an answer of 99 is missing and leaves the base of that question; “don't know” stays in the
base of indicator 7 from the survey of 2021 on and was left out before; indicator 6 counts people
harassed by managers or by colleagues once; a person without an ethnic group is in neither group;
bank staff are not part of the standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tests.corpus.cases import Case, Expect, Figure, Fires, accepted, refused, says, warned
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
    year: int = 2024

    @property
    def wide_group(self) -> str:
        """The wide group of the person's code in the survey of the year, or unknown."""
        if self.ethnicity == MISSING:
            return "unknown"
        # The survey of 2025 put one more Asian group in front of “any other Asian”.
        shift = 1 if self.year >= 2025 else 0
        edges = ((4, "white"), (8, "mixed"), (13 + shift, "asian"), (16 + shift, "black"))
        return next((name for last, name in edges if self.ethnicity <= last), "other")

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
                year=2025 if codes == 19 else 2024,
            )
        )
    return found


def _times(number: int, of_ten: int) -> int:
    return 2 + number % 4 if number % 10 < of_ten else 1


def _worked_out(
    everyone: Iterable[Person], wres_year: int, *, band: str = "all", staff: str = "all"
) -> Iterator[Figure]:
    """The figures of BME and White."""
    everyone = list(everyone)
    for group in GROUPS:
        of = [person for person in everyone if person.group == group]
        yield from _of_group(of, group, wres_year, band=band, staff=staff)


def _with_detail(everyone: list[Person], wres_year: int = 2025) -> tuple[Figure, ...]:
    """The figures of BME and White, of everybody, and of the wide groups inside BME."""
    found = [*_worked_out(everyone, wres_year), *_of_group(everyone, "all", wres_year)]
    for name in ("asian", "black", "mixed", "other", "unknown"):
        of = [person for person in everyone if person.wide_group == name]
        found += _of_group(of, name, wres_year) if of else ()
    return tuple(found)


def _of_group(
    of: list[Person], group: str, wres_year: int, *, band: str = "all", staff: str = "all"
) -> Iterator[Figure]:
    asked = [person.public for person in of if person.public != MISSING]
    fair = [p.fair for p in of if p.fair in ((1, 2, 9) if wres_year >= 2022 else (1, 2))]
    said = [p.discriminated for p in of if p.discriminated != MISSING]
    counts = {
        5: Count(sum(1 for answer in asked if answer > 1), len(asked)),
        6: Count(sum(1 for p in of if p.managers > 1 or p.colleagues > 1), len(of)),
        7: Count(fair.count(1), len(fair)),
        8: Count(said.count(1), len(said)),
    }
    for i, count in counts.items():
        yield counted("ZZP", wres_year, i, group, count, band=band, staff=staff)


def _stored(*figures: Figure, also: tuple[Fires, ...] = (), **chosen: object) -> Expect:
    """The figures, with a word where any is about fewer than eleven people."""
    is_small = any((figure[8] or 0) < 11 for figure in figures)
    fires = (*also, *((Fires("small_bases", ("11",)),) if is_small else ()))
    return warned(*figures, fires=fires, **chosen) if fires else accepted(*figures, **chosen)


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
    fine = _stored(*_with_detail(everyone))
    rows: list[Row] = [_CODED, *map(_coded, everyone)]
    yield _case("respondents_coded_2024.csv", "numeric codes, survey 2024", rows, fine)
    header = ("Survey year", "ODS code", "Ethnicity", "Q14a", "Q14b", "Q14c", "Q15", "Q16b")
    yield _case(
        "respondents_words_2024.csv",
        "answers in words",
        [header, *map(_worded, everyone)],
        _stored(*_with_detail(list(map(_as_worded, everyone)))),
    )
    short = [(*row[:1], *row[2:]) for row in rows]
    yield _case(
        "respondents_without_trust.csv",
        "the trust is not named",
        short,
        refused(asks=("org_code",)),
        _stored(*_with_detail(everyone), org_code="ZZP"),
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


# The codes of the survey of 2024 that the words stand for.
_WORD_CODES = (2, 1, 9, 15, 16, 12)


def _word_of(person: Person) -> int:
    return person.ethnicity % 2 if person.group == "white" else 2 + person.ethnicity % 4


def _as_worded(person: Person) -> Person:
    return replace(person, ethnicity=_WORD_CODES[_word_of(person)])


def _worded(person: Person) -> Row:
    name = _ETHNIC_WORDS[_word_of(person)]
    times = (person.public, person.managers, person.colleagues)
    said = (_YES_NO[person.fair], _YES_NO[person.discriminated])
    return (2024, "ZZP", name, *(_TIMES_WORDS[t] for t in times), *said)


def _years() -> Iterator[Case]:
    everyone = people()
    yield _case(
        "respondents_2018.csv",
        "the numbers of 2018: Q15b is discrimination, Q14 is progression, “don't know” left out",
        [_OLD, *((*_coded(p, 2018)[:3], _worded(p)[2], *_coded(p)[4:]) for p in everyone)],
        _stored(*_with_detail(list(map(_as_worded, everyone)), 2019)),
    )
    later = people(codes=19)
    yield _case(
        "respondents_2025.csv",
        "19 ethnic groups from the survey of 2025 on",
        [_CODED, *(_coded(person, 2025) for person in later)],
        _stored(*_with_detail(later, 2026)),
    )


def _missing_and_bank() -> Iterator[Case]:
    some = people(missing=True)
    yield _case(
        "respondents_missing_codes.csv",
        "99 for answers and groups nobody gave: out of the base, the people in neither group",
        [_CODED, *map(_coded, some)],
        _stored(*_with_detail(some)),
    )
    everyone = people()
    bank = [_coded(person, kind="Bank") for person in everyone[40:52]]
    yield _case(
        "respondents_bank_staff.csv",
        "12 bank staff are left out, and that is said",
        [_CODED, *map(_coded, everyone), *bank],
        _stored(*_with_detail(everyone), also=(says("bank", "12"),)),
    )


def _breakdowns() -> Iterator[Case]:
    everyone = people()
    total = _with_detail(everyone)
    by_band = _by(everyone, lambda p: p.band, lambda name: {"band": name.split()[-1]}, _BANDS)
    by_staff = _by(everyone, lambda p: p.staff, lambda name: {"staff": name.lower()}, _STAFF)
    rows: list[Row] = [(*_CODED, "Pay band"), *((*_coded(p), p.band) for p in everyone)]
    yield _case(
        "respondents_by_band.csv",
        "the trust added the pay band: the same figures, for all staff and for each band",
        rows,
        _stored(*total, *by_band),
    )
    rows = [(*_CODED, "Staff group"), *((*_coded(p), p.staff) for p in everyone)]
    yield _case(
        "respondents_by_staff_group.csv",
        "clinical and non-clinical staff apart",
        rows,
        _stored(*total, *by_staff),
    )
    rows = [
        (*_CODED, "weight"),
        *((*_coded(p), f"{0.8 + at % 5 / 10:.1f}") for at, p in enumerate(everyone)),
    ]
    yield _case(
        "respondents_weighted.csv",
        "a weight beside each answer: the standard counts people, unweighted",
        rows,
        _stored(*total),
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
