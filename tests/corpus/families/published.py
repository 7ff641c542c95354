"""Tables as reports print them: years in the header, notes glued to headings, bases in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Figure, Fires, accepted, refused, warned
from tests.corpus.made import GROUPS, SURVEY, printed, survey_count
from tests.corpus.writing import Row, csv_text

_YEARS = (2023, 2024, 2025)
_LABELS = {"bme": "BME", "white": "White"}


def _figures(years: tuple[int, ...] = _YEARS) -> tuple[Figure, ...]:
    return tuple(
        printed("ZZP", year, i, g, survey_count("ZZP", i, g, year).printed())
        for i in SURVEY
        for g in GROUPS
        for year in years
    )


def _rows() -> list[Row]:
    return [
        ("ZZP", i, _LABELS[g], *(survey_count("ZZP", i, g, y).printed() for y in _YEARS))
        for i in SURVEY
        for g in GROUPS
    ]


def _case(file: str, about: str, rows: list[Row], *expects: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=expects)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    keys = ("org_code", "Indicator", "Ethnic group")
    unsure = warned(*_figures(), fires=(Fires("year_meaning", ("2023", "2022")),))
    bare = (*keys, *_YEARS)
    yield _case("published_years_across.csv", "2023 to 2025 as headings", [bare, *_rows()], unsure)
    wres = (*keys, *(f"WRES {year}" for year in _YEARS))
    clear = accepted(*_figures())
    yield _case("published_wres_years_across.csv", "“WRES 2023”", [wres, *_rows()], clear)
    spans = (*keys, *(f"{year - 1}/{year % 100}" for year in _YEARS))
    yield _case("published_financial_years.csv", "“2022/23”", [spans, *_rows()], clear)
    survey = (*keys, *(f"{year - 1} survey" for year in _YEARS))
    yield _case("published_surveys_across.csv", "“2022 survey”", [survey, *_rows()], clear)
    unnamed: list[Row] = [(*spans[1:],), *((*row[1:],) for row in _rows())]
    yield _case(
        "published_without_trust.csv",
        "a trust's own report does not name the trust in its table",
        unnamed,
        refused(asks=("org_code",)),
        accepted(*_figures(), org_code="ZZP"),
    )
    yield from _columns()


def _columns() -> Iterator[Case]:
    heads = [f"{label} {year}" for year in (2024, 2025) for label in _LABELS.values()]
    rows = [
        (
            "ZZP",
            i,
            *(survey_count("ZZP", i, g, year).printed() for year in (2024, 2025) for g in _LABELS),
        )
        for i in SURVEY
    ]
    figures = _figures((2024, 2025))
    yield _case(
        "published_group_and_year.csv",
        "“BME 2024” as a heading",
        [("org_code", "Indicator", *heads), *rows],
        warned(*figures, fires=(Fires("year_meaning"),)),
    )
    glued = ("org_code", "wres_year", "Indicator", "White % 2", "BME % (n=806)")
    now = [
        ("ZZP", 2025, i, *(survey_count("ZZP", i, g).printed() for g in ("white", "bme")))
        for i in SURVEY
    ]
    yield _case(
        "published_notes_in_headings.csv",
        "a footnote number and a base glued to headings",
        [glued, *now],
        accepted(*_figures((2025,))),
    )
    across = ("org_code", "wres_year")
    across += tuple(f"Indicator {i} {g} %" for i in SURVEY for g in _LABELS.values())
    line = ("ZZP", 2025, *(survey_count("ZZP", i, g).printed() for i in SURVEY for g in GROUPS))
    yield _case(
        "published_indicators_across.csv",
        "one row for a trust, the indicator in the heading",
        [across, line],
        accepted(*_figures((2025,))),
    )
