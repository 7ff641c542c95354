"""Layouts of the field's own files: a column an indicator, days of the year, words and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Figure, accepted, refused, says, warned
from tests.corpus.made import Count as Of
from tests.corpus.made import counted, printed
from tests.corpus.writing import Row, csv_text

_SHARES = {5: ("30.2", "25.1"), 6: ("26.8", "22.1"), 7: ("46.3", "58.3"), 8: ("16.1", "6.7")}
_GROUPS = ("bme", "white")
_PATIENTS = "Harassment, bullying or abuse from patients, relatives or the public"
_STAFF = "Harassment, bullying or abuse from staff"


def _figures(*indicators: int) -> tuple[Figure, ...]:
    return tuple(
        printed("ZZP", 2025, i, group, share)
        for i in indicators or _SHARES
        for group, share in zip(_GROUPS, _SHARES[i], strict=True)
    )


def _case(file: str, about: str, rows: list[Row], *expects: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=expects)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _columns_of_indicators()
    yield from _columns_of_questions()
    yield from _words()
    yield from _days()
    yield from _people_or_shares()
    yield from _below_and_beside()


def _across(heads: list[str], first: str = "wres_year", year: object = 2025) -> list[Row]:
    shares = [share for pair in _SHARES.values() for share in pair]
    return [("org_code", first, *heads), ("ZZP", str(year), *shares)]


def _columns_of_indicators() -> Iterator[Case]:
    rows: list[Row] = [
        ("ZZP", 2025, label, *(pair[at] for pair in _SHARES.values()))
        for at, label in enumerate(("BME", "White"))
    ]
    named = [f"Indicator {i}" for i in _SHARES]
    yield _case(
        "layout_indicator_columns.csv",
        "a column for each indicator, a row for each group",
        [("org_code", "wres_year", "Ethnicity", *named), *rows],
        accepted(*_figures()),
    )
    words = [_PATIENTS, _STAFF, "Equal opportunities for career progression or promotion"]
    words.append("Discrimination from a manager, team leader or other colleagues")
    yield _case(
        "layout_wording_columns.csv",
        "the printed wording as headings",
        [("org_code", "wres_year", "Ethnicity", *words), *rows],
        accepted(*_figures()),
    )
    yield _case(
        "layout_bare_number_columns.csv",
        "5 to 8 as headings above ethnic groups may be pay bands: not guessed",
        [("org_code", "wres_year", "Ethnicity", 5, 6, 7, 8), *rows],
        refused(),
    )
    numbers = [f"{i} {g} %" for i in _SHARES for g in ("BME", "White")]
    yield _case(
        "layout_number_and_group.csv",
        "“5 BME %” beside all of 6 to 8",
        _across(numbers),
        accepted(*_figures()),
    )
    yield _case(
        "layout_two_numbers_only.csv",
        "“5 BME %” and “6 BME %” alone may be pay bands: not guessed",
        [row[:6] for row in _across(numbers)],
        refused(says("5 BME %")),
    )


def _columns_of_questions() -> Iterator[Case]:
    numbers = {5: "Q14a", 6: "Q14b or c", 7: "Q15", 8: "Q16b"}
    heads = [f"{q} {g}" for q in numbers.values() for g in ("BME", "White")]
    yield _case(
        "layout_questions_2024.csv",
        "questions of 2024 as headings, with the survey year",
        _across(heads, "survey_year", 2024),
        accepted(*_figures()),
    )
    yield _case(
        "layout_questions_2018.csv",
        "questions of 2024 over figures of 2018 are other questions",
        _across(heads, "survey_year", 2018),
        refused(says("Q14a".lower())),
    )
    bare = [(*row[:1], *row[2:]) for row in _across(heads)]
    yield _case(
        "layout_questions_no_year.csv",
        "a question number means nothing without its year",
        bare,
        refused(asks=("wres_year",)),
        accepted(*_figures(), wres_year=2025),
    )


def _words() -> Iterator[Case]:
    header = ("org_code", "wres_year", "Indicator", "BME %", "White %")
    for name, text in (
        ("colon", f"Indicator 5: Percentage of staff experiencing {_PATIENTS.lower()}"),
        ("dash", f"WRES 5 - {_PATIENTS}"),
        ("full_stop", f"5. {_PATIENTS} in the last 12 months"),
    ):
        yield _case(
            f"layout_words_{name}.csv",
            f"“{text[:14]}…”",
            [header, ("ZZP", 2025, text, *_SHARES[5])],
            accepted(*_figures(5)),
        )
    yield _case(
        "layout_words_contradict.csv",
        "number 5 before the words of indicator 6",
        [header, ("ZZP", 2025, f"5. {_STAFF}", *_SHARES[5])],
        refused(says("indicator 5", "indicator 6", "Line 2")),
    )
    yield _case(
        "layout_columns_contradict.csv",
        "number 5 in one column and the words of indicator 6 in the next",
        [(*header, "Description"), ("ZZP", 2025, 5, *_SHARES[5], _STAFF)],
        refused(says("indicator 5", "indicator 6", "Line 2")),
    )
    yield _case(
        "layout_words_half.csv",
        "“Harassment” alone is indicator 5 or 6: not guessed",
        [header, ("ZZP", 2025, "Harassment", *_SHARES[5])],
        refused(says("Harassment")),
    )


_PEOPLE = {"White": 60, "BME": 31, "Unknown": 11}
_OF_102 = (("bme", 31), ("white", 60), ("unknown", 11))


def _counted(*bands: str, staff: str = "all") -> tuple[Figure, ...]:
    return tuple(
        counted("ZZP", 2022, 1, group, Of(number, 102), band=band, staff=staff)
        for band in bands
        for group, number in _OF_102
    )


def _of_day(day: str) -> list[Row]:
    return [("ZZP", day, "Band 5", group, number) for group, number in _PEOPLE.items()]


def _days() -> Iterator[Case]:
    header = ("org_code", "Time", "Grade", "Ethnicity", "Value")
    whole = says("whole workforce")
    for name, days in (
        ("year_first", ("2022 March", "2022 June", "2021 September")),
        ("month_first", ("March 2022", "June 2022", "September 2021")),
        ("dates", ("31/03/2022", "30/06/2022", "30/09/2021")),
    ):
        yield _case(
            f"layout_months_{name}.csv",
            "only March is the day the WRES counts; the others are left out, and that is said",
            [header, *(row for day in days for row in _of_day(day))],
            warned(*_counted("5"), fires=(says("6 rows", "June 2022", "September 2021"), whole)),
        )
    yield _case(
        "layout_month_of_june.csv",
        "one day that is not in March: the WRES year must be chosen",
        [header, *_of_day("June 2022")],
        refused(says("June 2022"), asks=("wres_year",)),
        warned(*_counted("5"), fires=(says("June 2022"),), wres_year=2022),
    )
    yield _case(
        "layout_two_other_months.csv",
        "two days and none in March",
        [header, *_of_day("June 2022"), *_of_day("September 2021")],
        refused(says("June 2022", "September 2021", "31 March")),
    )


def _people_or_shares() -> Iterator[Case]:
    header = ("org_code", "wres_year", "Band", "BME", "White", "Unknown")
    rows: list[Row] = [("ZZP", 2025, "Band 5", 30, 60, 10), ("ZZP", 2025, "Band 6", 25, 70, 5)]
    told = [
        counted("ZZP", 2025, 1, group, Of(number, 100), band=band)
        for band, numbers in (("5", (30, 60, 10)), ("6", (25, 70, 5)))
        for group, number in zip((*_GROUPS, "unknown"), numbers, strict=True)
    ]
    people = [f"{name} headcount" for name in header[3:]]
    yield _case(
        "layout_hundred_people.csv",
        "exactly a hundred people in each band, and the headings say people",
        [(*header[:3], *people), *rows],
        warned(*told, fires=(says("whole workforce"),)),
    )
    yield _case(
        "layout_hundred_unsaid.csv",
        "three numbers that make a hundred in each band, and nothing says people",
        [header, *rows],
        refused(),
    )
    yield _case(
        "layout_shares_of_headcount.csv",
        "parts of a hundred beside a head count of 840 are percentages, never people",
        [(*header, "Total headcount"), (*rows[0], 840), (*rows[1], 400)],
        refused(),
    )


def _below_and_beside() -> Iterator[Case]:
    header = ("org_code", "wres_year", "Band", "BME", "White", "Unknown", "Total")
    yield _case(
        "layout_under_band_1.csv",
        "eight apprentices below band 1 are in no band, and that is said with their number",
        [
            header,
            ("ZZP", 2022, "Under Band 1", 3, 4, 1, 8),
            ("ZZP", 2022, "Band 1", 31, 60, 11, 102),
        ],
        warned(*_counted("1"), fires=(says("Under Band 1", "8 staff"), says("whole workforce"))),
    )
    yield _case(
        "layout_staff_record_codes.csv",
        "grade codes of the staff record, of which there is no public list: named, not guessed",
        [header, ("ZZP", 2022, "XR05", 31, 60, 11, 102)],
        refused(says("XR05")),
    )
    shares = ("org_code", "wres_year", "Indicator", "BME %1", "White % 2")
    yield _case(
        "layout_notes_glued.csv",
        "footnote numbers behind the sign of per cent",
        [shares, *(("ZZP", 2025, i, *pair) for i, pair in _SHARES.items())],
        accepted(*_figures()),
    )
    quoted = "'org_code';'wres_year';'indicator';'BME %';'White %'\n"
    quoted += "".join(f"'ZZP';'2025';'{i}';'{p[0]}';'{p[1]}'\n" for i, p in _SHARES.items())
    yield Case(
        file="layout_single_quotes_semicolons.csv",
        about="single quotes and semicolons",
        data=quoted.encode(),
        expects=(accepted(*_figures()),),
    )
