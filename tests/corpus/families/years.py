"""The year: WRES year or survey year, written in six ways, or nowhere in the table at all."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Fires, accepted, refused, warned
from tests.corpus.families.long import HEADER, long_figures, long_rows
from tests.corpus.made import SURVEY
from tests.corpus.writing import Row, csv_text

_NUMBERS = {i: i for i in SURVEY}
_WAYS = (
    ("financial_year", "year", "2024/25"),
    ("financial_year_long", "year", "2024-2025"),
    ("snapshot", "year", "31 March 2025"),
    ("snapshot_numbers", "as_at", "31/03/2025"),
    ("wres", "year", "WRES 2025"),
    ("survey", "year", "2024 survey"),
    ("wres_column", "wres_year", "2025"),
    ("survey_column", "survey_year", "2024"),
)


def _rows(year: object, heading: str) -> list[Row]:
    header = tuple(heading if h == "survey_year" else h for h in HEADER)
    return [header, *long_rows(_NUMBERS, year)]


def _case(file: str, about: str, text: str, *expects: Expect) -> Case:
    return Case(file=file, about=about, data=text.encode(), expects=expects)


def _without_year() -> list[Row]:
    return [(*row[:1], *row[2:]) for row in (HEADER, *long_rows(_NUMBERS))]


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    fine = accepted(*long_figures())
    for name, heading, written in _WAYS:
        text = csv_text(_rows(written, heading))
        yield _case(f"year_{name}.csv", f"“{written}” under “{heading}”", text, fine)
    yield _case(
        "year_kind_unsaid.csv",
        "2025 under “Year” may be either kind: taken for the WRES year, and said",
        csv_text(_rows("2025", "Year")),
        warned(*long_figures(), fires=(Fires("year_meaning", ("2025", "2024")),)),
    )
    yield from _nowhere()
    yield from _wrong()


def _nowhere() -> Iterator[Case]:
    asks = refused(Fires("year_given"), asks=("wres_year",))
    chosen = accepted(*long_figures(), wres_year=2025)
    text = csv_text(_without_year())
    yield _case("year_nowhere.csv", "no year at all", text, asks, chosen)
    yield _case("wres_results_2025.csv", "the year is in the name of the file", text, asks, chosen)
    titled = "WRES results by ethnic group 2025\n\n" + text
    yield _case("year_in_title.csv", "the year is in a title above", titled, asks, chosen)
    blank = [
        (*row[:1], "", *row[2:]) if at == 3 else row
        for at, row in enumerate(_rows("2024", "survey_year"))
    ]
    yield _case(
        "year_blank_in_row.csv",
        "one row without its year",
        csv_text(blank),
        refused(Fires("year_range", (), (4,))),
    )


def _wrong() -> Iterator[Case]:
    early = csv_text(_rows("1999", "wres_year"))
    yield _case(
        "year_before_standard.csv",
        "the standard began in 2015",
        early,
        refused(Fires("year_range", ("1999",))),
    )
    both = [
        (*row, "wres_year" if at == 0 else 2024)
        for at, row in enumerate(_rows(2024, "survey_year"))
    ]
    yield _case(
        "year_kinds_disagree.csv",
        "WRES 2024 beside survey 2024: unusual, true of some early years, and kept as written",
        csv_text(both),
        warned(
            *((f[0], 2024, 2024, *f[3:]) for f in long_figures()),
            fires=(Fires("years_agree", ("2024", "2023")),),
        ),
    )
    three = csv_text(_rows("2023/25", "year"))
    yield _case(
        "year_of_two_years.csv",
        "“2023/25” is no financial year",
        three,
        refused(Fires("year_range", ("2023/25",))),
    )
