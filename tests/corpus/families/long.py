"""Survey results with a row for each group: by number, by name, by question of the survey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.corpus.cases import Case, Expect, Figure, Fires, Read, accepted, refused, warned
from tests.corpus.made import GROUPS, NAMES, SURVEY, TRUSTS, printed, survey_count
from tests.corpus.writing import Row, csv_text

HEADER = ("org_code", "survey_year", "indicator", "ethnicity", "base", "percentage")
_LABELS = {"bme": "All other ethnic groups combined", "white": "White"}
_OFFICIAL = {
    5: "Percentage of staff experiencing harassment, bullying or abuse from patients, relatives "
    "or the public in last 12 months",
    6: "Percentage of staff experiencing harassment, bullying or abuse from staff in last 12 "
    "months",
    7: "Percentage of staff believing that the trust provides equal opportunities for career "
    "progression or promotion",
    8: "In the last 12 months have you personally experienced discrimination at work from "
    "manager / team leader or other colleagues",
}
_SHORT = {i: f"Indicator {i}" for i in SURVEY}
_PADDED = {i: f"WRES Indicator {i}: see the technical guidance" for i in SURVEY}
_Q2024 = {5: "Q14a", 6: "Q14b or Q14c", 7: "Q15", 8: "Q16b"}
_Q2018 = {5: "Q13a", 6: "Q13b or Q13c", 7: "Q14", 8: "Q15b"}


def long_rows(names: Mapping[int, object], year: object = 2024, wres_year: int = 2025) -> list[Row]:
    """Return a row for each trust, indicator and group, naming the indicator as asked."""
    rows: list[Row] = []
    for org in TRUSTS:
        for i, name in names.items():
            for group in GROUPS:
                count = survey_count(org, i, group, wres_year)
                cells = (_LABELS[group], count.of, count.printed())
                rows.append((org, year, name, *cells))  # type: ignore[arg-type]
    return rows


def long_figures(wres_year: int = 2025) -> tuple[Figure, ...]:
    """Return what the rows must come out as."""
    found = []
    for org in TRUSTS:
        for i in SURVEY:
            for group in GROUPS:
                count = survey_count(org, i, group, wres_year)
                found.append(printed(org, wres_year, i, group, count.printed(), base=count.of))
    return tuple(found)


def _case(file: str, about: str, rows: list[Row], expect: Expect, header: Row = HEADER) -> Case:
    data = csv_text((header, *rows)).encode()
    return Case(file=file, about=about, data=data, read=Read(rows=len(rows)), expects=(expect,))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    fine, numbers = accepted(*long_figures()), {i: i for i in SURVEY}
    yield _case("long_by_number.csv", "indicators 5 to 8", long_rows(numbers), fine)
    yield _case("long_by_short_name.csv", "“Indicator 5”", long_rows(_SHORT), fine)
    yield _case("long_by_number_and_text.csv", "number, then words", long_rows(_PADDED), fine)
    yield _case(
        "long_by_official_wording.csv",
        "the wording of the standard as trusts print it, without a number",
        long_rows(_OFFICIAL),
        fine,
    )
    yield from _questions()
    yield from _names()


def _questions() -> Iterator[Case]:
    rows = long_rows(_Q2024)
    yield _case("long_questions_2024.csv", "questions of 2024", rows, accepted(*long_figures()))
    old = accepted(*long_figures(2019))
    rows = long_rows(_Q2018, 2018, 2019)
    yield _case("long_questions_2018.csv", "questions of 2018, other numbers", rows, old)
    other = {5: "Q13a"}
    yield _case(
        "long_question_of_another_year.csv",
        "Q13a of 2018 was harassment; in 2024 it is another question, and none of the nine",
        long_rows(other),
        refused(Fires("", ("Q13a",))),
    )
    part = {6: "Q14b"}
    yield _case(
        "long_managers_only.csv",
        "Q14b alone is managers only; indicator 6 counts managers or colleagues",
        long_rows(part),
        refused(Fires("", ("Q14b",))),
    )
    mixed = [*long_rows(_Q2018, 2018, 2019), *long_rows(_Q2024)]
    yield _case(
        "long_questions_two_years.csv",
        "two surveys in one file: Q15 means another thing in each, and indicator 7 has a break",
        mixed,
        warned(
            *long_figures(2019),
            *long_figures(),
            fires=(Fires("indicator_7_basis", ("2021",)),),
        ),
    )


def _names() -> Iterator[Case]:
    header = ("Trust name", *HEADER[1:])
    rows = [(NAMES[str(row[0])].upper(), *row[1:]) for row in long_rows({i: i for i in SURVEY})]
    fine = accepted(*long_figures())
    yield _case("long_names_of_trusts.csv", "names in capitals, no codes", rows, fine, header)
    rows = [(str(row[0]).replace("RX1", "QQQ"), *row[1:]) for row in long_rows({5: 5})]
    yield _case(
        "long_unknown_trust.csv",
        "a code nobody has",
        rows,
        refused(Fires("known_organisation", ("QQQ",), (4, 5))),
    )
    ten = [*long_rows({5: 5}), ("ZZP", 2024, 10, "White", 500, "12.5")]
    yield _case(
        "long_indicator_10.csv",
        "an indicator the standard does not have",
        ten,
        refused(Fires("known_indicator", ("10",), (8,))),
    )
    wide = {"Asian": "31.0", "Black": "33.5", "Mixed": "28.4", "Other": "29.9", "White": "25.1"}
    rows = [("ZZP", 2024, 5, name, 211, share) for name, share in wide.items()]
    rows.append(("ZZP", 2024, 5, "BME", 844, "31.2"))
    figures = [printed("ZZP", 2025, 5, n.lower(), s, base=211) for n, s in wide.items()]
    figures.append(printed("ZZP", 2025, 5, "bme", "31.2", base=844))
    yield _case(
        "long_five_groups.csv",
        "the five wide groups beside BME, each a figure of its own",
        rows,
        accepted(*figures),
    )
