"""Indicator 1: people by band and ethnic group, as ESR reports and trusts' own tables have them.

The base of a share is everybody in the band, unknown ethnicity included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.corpus.cases import Case, Expect, Figure, Fires, accepted, refused, warned
from tests.corpus.made import Count, counted
from tests.corpus.writing import Row, csv_text, ods, xls, xlsx

_PEOPLE: dict[str, tuple[int, int, int]] = {
    "5": (420, 380, 40),
    "6": (263, 401, 31),
    "8a": (60, 190, 12),
    "vsm": (3, 18, 1),
}
_GROUPS = ("bme", "white", "unknown")
_LABELS = ("BME", "White", "Unknown")
_WRITTEN = {"5": "Band 5", "6": "Band 6", "8a": "Band 8a", "vsm": "VSM"}
_KEYS = ("ZZP", "31/03/2025")
_LONG = ("org_code", "as_at", "band", "ethnicity", "headcount")
_WIDE = ("Org code", "WRES year", "Indicator", "Band", "BME", "White", "Unknown", "Total")


def figures(
    bands: Mapping[str, tuple[int, ...]], *, staff: str = "all", groups: tuple[str, ...] = _GROUPS
) -> tuple[Figure, ...]:
    """Return the people of each group among everybody in the band."""
    return tuple(
        counted("ZZP", 2025, 1, group, Count(number, sum(numbers)), band=band, staff=staff)
        for band, numbers in bands.items()
        for group, number in zip(groups, numbers, strict=True)
    )


def _summed() -> tuple[int, int, int]:
    bme, white, unknown = zip(*_PEOPLE.values(), strict=True)
    return sum(bme), sum(white), sum(unknown)


def _long_rows(written: Mapping[str, str] = _WRITTEN) -> list[Row]:
    return [
        (*_KEYS, written[band], label, number)
        for band, numbers in _PEOPLE.items()
        for label, number in zip(_LABELS, numbers, strict=True)
    ]


def _wide_rows() -> list[Row]:
    bands = {**_PEOPLE, "all": _summed()}
    return [
        ("ZZP", 2025, 1, {**_WRITTEN, "all": "All bands"}[band], *numbers, sum(numbers))
        for band, numbers in bands.items()
    ]


def _case(file: str, about: str, data: bytes, *expects: Expect) -> Case:
    return Case(file=file, about=about, data=data, expects=expects)


def _partly(*told: Figure, **chosen: object) -> Expect:
    """The figures of some bands, with a word that the whole workforce is not among them."""
    return warned(*told, fires=(Fires("not_in_this_file"),), **chosen)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _long()
    yield from _wide()
    yield from _labels()
    yield from _wrong()


def _long() -> Iterator[Case]:
    rows = _long_rows()
    fine = _partly(*figures(_PEOPLE))
    yield _case(
        "workforce_long.csv",
        "a row for each band and group; the base is their sum",
        csv_text((_LONG, *rows)).encode(),
        fine,
    )
    totals: list[Row] = [
        (*_KEYS, _WRITTEN[band], "All", sum(numbers)) for band, numbers in _PEOPLE.items()
    ]
    totals += [
        (*_KEYS, "All bands", label, number)
        for label, number in zip(_LABELS, _summed(), strict=True)
    ]
    totals.append((*_KEYS, "All bands", "All", sum(_summed())))
    every = accepted(*figures({**_PEOPLE, "all": _summed()}))
    yield _case(
        "workforce_totals_as_rows.csv",
        "totals stand as rows: they are never added to their parts",
        csv_text((_LONG, *rows, *totals)).encode(),
        every,
    )
    header = ("org_code", "wres_year", "clinical / non-clinical", "band", "ethnicity", "headcount")
    halves = {"Clinical": {"5": (400, 300, 30)}, "Non-clinical": {"5": (20, 80, 10)}}
    split = [
        ("ZZP", 2025, staff, "Band 5", label, number)
        for staff, bands in halves.items()
        for label, number in zip(_LABELS, bands["5"], strict=True)
    ]
    both = [f for staff, bands in halves.items() for f in figures(bands, staff=staff.lower())]
    yield _case(
        "workforce_clinical.csv",
        "clinical and non-clinical staff apart: together they are everybody in the band",
        csv_text((header, *split)).encode(),
        _partly(*both, *figures({"5": (420, 380, 40)})),
    )


def _wide() -> Iterator[Case]:
    rows = _wide_rows()
    every = accepted(*figures({**_PEOPLE, "all": _summed()}))
    table = [_WIDE, *rows]
    about = "a row for each band, a column for each group and the total"
    yield _case("workforce_wide.csv", about, csv_text(table).encode(), every)
    yield _case("workforce_wide.xls", f"{about}, as .xls", xls({"Indicator 1": table}), every)
    yield _case("workforce_wide.ods", f"{about}, as .ods", ods({"Indicator 1": table}), every)
    yield _case("workforce_wide.xlsx", f"{about}, as .xlsx", xlsx({"Indicator 1": table}), every)
    bare = [(*row[3:7],) for row in table[:-1]]
    yield _case(
        "workforce_bare.csv",
        "bands and groups only: the trust and the year must be asked for",
        csv_text(bare).encode(),
        refused(asks=("org_code", "wres_year")),
        _partly(*figures(_PEOPLE), org_code="ZZP", wres_year=2025),
    )


def _labels() -> Iterator[Case]:
    spelt = {"5": "AfC Band 05", "6": "Pay band: 6", "8a": "8A", "vsm": "Very Senior Managers"}
    yield _case(
        "workforce_band_spellings.csv",
        "bands in other words",
        csv_text((_LONG, *_long_rows(spelt))).encode(),
        _partly(*figures(_PEOPLE)),
    )
    grades = {
        "consultant": (72, 138, 9),
        "career grade": (41, 22, 4),
        "trainee grade": (88, 97, 15),
        "other medical": (12, 14, 2),
    }
    names = ("Consultants", "Non-consultant career grade", "Trainee grades", "Other")
    header = ("org_code", "wres_year", "staff_group", *_LONG[2:])
    rows = [
        ("ZZP", 2025, "Medical and Dental", name, label, number)
        for name, numbers in zip(names, grades.values(), strict=True)
        for label, number in zip(_LABELS, numbers, strict=True)
    ]
    yield _case(
        "workforce_medical.csv",
        "medical and dental grades; “Other” is the fourth of them",
        csv_text((header, *rows)).encode(),
        # No other staff group holds these grades, so they are read among all staff.
        _partly(*figures(grades)),
    )
    labels = ("A White - British", "B White - Irish", "H Asian - Indian", "N Black - African")
    numbers = (150, 30, 40, 25)
    rest = (("S Any Other Ethnic Group", 15), ("Z Not Stated", 10))
    listed = [*zip(labels, numbers, strict=True), *rest]
    yield _case(
        "workforce_esr_categories.csv",
        "the sixteen categories of ESR: counts are added into BME, White and unknown",
        csv_text((_LONG, *((*_KEYS, "Band 7", name, n) for name, n in listed))).encode(),
        _partly(*figures({"7": (80, 180, 10)})),
    )


def _wrong() -> Iterator[Case]:
    strange = {**_WRITTEN, "6": "Band 15"}
    yield _case(
        "workforce_unknown_band.csv",
        "a band nobody has",
        csv_text((_LONG, *_long_rows(strange))).encode(),
        refused(Fires("known_band", ("Band 15",))),
    )
    rows = [list(row) for row in _wide_rows()]
    rows[1][7] = 650
    yield _case(
        "workforce_sum_differs.csv",
        "the groups of band 6 add up to 695 and the total says 650",
        csv_text((_WIDE, *rows)).encode(),
        refused(Fires("parts_within_total", ("695", "650"), (3,))),
    )
    rows[1][7] = 700
    short = {**_PEOPLE, "all": _summed()}
    told = [
        (*f[:8], 700, round((f[7] or 0) / 700, 6), *f[10:]) if f[5] == "6" else f
        for f in figures(short)
    ]
    yield _case(
        "workforce_total_larger.csv",
        "the groups of band 6 add up to 695 and the total says 700: five people are in no group",
        csv_text((_WIDE, *rows)).encode(),
        warned(*told, fires=(says_700(),)),
    )


def says_700() -> Fires:
    """Return that both the sum and the printed total are named."""
    return Fires("", ("695", "700"))
