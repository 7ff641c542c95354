"""The many words for the two groups, in one header row or in two, and the words nobody lists."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Figure, Fires, Read, accepted, refused, warned
from tests.corpus.families.wide import FIGURES, HEADER, PERCENT
from tests.corpus.made import SURVEY, TRUSTS, Count, counted, printed, survey_count
from tests.corpus.writing import Row, csv_text, xlsx

_KEYS = ("org_code", "wres_year", "indicator")
_TERMS = (
    ("bame", "White", "BAME"),
    ("global_majority", "White staff", "Global majority staff"),
    ("all_other", "White %", "All other ethnic groups %"),
    ("all_other_combined", "White", "All other ethnic groups combined"),
    ("ethnic_minority", "% White", "% Ethnic minority"),
    ("minority_ethnic", "White staff (%)", "Minority ethnic staff (%)"),
    ("black_and_minority", "White", "Black and Minority Ethnic"),
)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _terms()
    yield from _unknown()
    yield from _parts()
    yield from _two_rows()


def _terms() -> Iterator[Case]:
    for name, white, bme in _TERMS:
        yield Case(
            file=f"words_{name}.csv",
            about=f"“{white}” beside “{bme}”",
            data=csv_text(((*_KEYS, white, bme), *PERCENT)).encode(),
            read=Read(rows=12),
            expects=(accepted(*FIGURES),),
        )


def _unknown() -> Iterator[Case]:
    shares = {5: "29.4", 6: "27.1", 7: "41.2", 8: "14.8"}
    for name, word in (("not_stated", "Not stated %"), ("not_disclosed", "Not disclosed %")):
        rows = [(*row, shares[row[2]]) for row in PERCENT[:4]]  # type: ignore[index]
        unknown = tuple(printed("ZZP", 2025, i, "unknown", shares[i]) for i in SURVEY)
        yield Case(
            file=f"words_{name}.csv",
            about=f"a third column, “{word}”: its own group, in neither of the two",
            data=csv_text(((*HEADER, word), *rows)).encode(),
            read=Read(rows=4),
            expects=(accepted(*FIGURES[:8], *unknown),),
        )
    rows = [(*row, "33.3") for row in PERCENT]
    rows = [(*row[:5], f"3{at}.1") for at, row in enumerate(rows)]
    yield Case(
        file="words_unlisted_heading.csv",
        about="a group nobody lists, as a column: left out and named, not guessed",
        data=csv_text(((*HEADER, "Southern European %"), *rows)).encode(),
        expects=(warned(*FIGURES, fires=(Fires("unknown_columns", ("Southern European",)),)),),
    )
    tidy = _group_rows((("White", "white"), ("BME", "bme"), ("Martian", "bme")))
    yield Case(
        file="words_unlisted_label.csv",
        about="a group nobody lists, as a row: named with its line, not guessed",
        data=csv_text(tidy).encode(),
        expects=(refused(Fires("known_ethnic_group", ("Martian",), (4,))),),
    )


def _group_rows(labels: tuple[tuple[str, str], ...]) -> list[Row]:
    header = ("org_code", "wres_year", "indicator", "ethnicity", "base", "percentage")
    rows: list[Row] = [header]
    for i in SURVEY:
        for label, like in labels:
            count = survey_count("ZZP", i, like)
            rows.append(("ZZP", 2025, i, label, count.of, count.printed()))
    return rows


def _based(group: str) -> tuple[Figure, ...]:
    found = []
    for i in SURVEY:
        count = survey_count("ZZP", i, group)
        found.append(printed("ZZP", 2025, i, group, count.printed(), base=count.of))
    return tuple(found)


def _parts() -> Iterator[Case]:
    yield Case(
        file="words_white_irish_row.csv",
        about="“White Irish” alone is a part of White and never stands for it",
        data=csv_text(_group_rows((("White Irish", "white"), ("BME", "bme")))).encode(),
        expects=(
            warned(
                *_based("bme"),
                fires=(Fires("left_out", ("White Irish",)), Fires("both_groups")),
            ),
        ),
    )
    header = (*_KEYS, "White Irish %", "BME %")
    bme = tuple(figure for figure in FIGURES if figure[6] == "bme")
    yield Case(
        file="words_white_irish_column.csv",
        about="“White Irish” as a heading is never taken for White",
        data=csv_text((header, *PERCENT)).encode(),
        expects=(
            warned(
                *bme,
                fires=(Fires("unknown_columns", ("White Irish",)), Fires("both_groups")),
            ),
        ),
    )
    non_white = tuple(_based(g) for g in ("bme", "white"))
    labels = (("White British", "white"), ("White", "white"), ("Indian", "bme"), ("BME", "bme"))
    yield Case(
        file="words_parts_beside_wholes.csv",
        about="single groups beside the two wide ones: kept apart, not added",
        data=csv_text(_group_rows(labels)).encode(),
        read=Read(rows=16),
        expects=(warned(*non_white[0], *non_white[1], fires=(Fires("left_out", ("Indian",)),)),),
    )


def _two_rows() -> Iterator[Case]:
    top = ("", "", "", "White", "", "BME", "")
    below = (*_KEYS, "%", "n", "%", "n")
    rows: list[Row] = []
    figures: list[Figure] = []
    for org in TRUSTS:
        for i in SURVEY:
            pair = {g: survey_count(org, i, g) for g in ("white", "bme")}
            cells = [cell for c in pair.values() for cell in (c.printed(), c.of)]
            rows.append((org, 2025, i, *cells))
            figures += [printed(org, 2025, i, g, c.printed(), base=c.of) for g, c in pair.items()]
    yield Case(
        file="words_two_header_rows.csv",
        about="the group over the measure, in two rows",
        data=csv_text((top, below, *rows)).encode(),
        expects=(accepted(*figures),),
    )
    numbers = [(*row[:3], float(str(row[3])), row[4], float(str(row[5])), row[6]) for row in rows]
    merged = {"WRES": ("D1:E1", "F1:G1")}
    yield Case(
        file="words_merged_header.xlsx",
        about="the group merged over the measure, in a workbook",
        data=xlsx({"WRES": (top, below, *numbers)}, merged),
        expects=(accepted(*figures),),
    )
    counts = [(org, 2025, i, *_people(org, i)) for org in TRUSTS for i in SURVEY]
    heads = (*_KEYS, "White yes", "White n", "BME yes", "BME n")
    people = [
        counted(org, 2025, i, g, survey_count(org, i, g))
        for org in TRUSTS
        for i in SURVEY
        for g in ("white", "bme")
    ]
    yield Case(
        file="words_counts_in_columns.csv",
        about="people who said yes and people who answered, for each group",
        data=csv_text((heads, *counts)).encode(),
        read=Read(rows=12),
        expects=(accepted(*people),),
    )


def _people(org: str, indicator: int) -> list[int]:
    pair: tuple[Count, ...] = tuple(survey_count(org, indicator, g) for g in ("white", "bme"))
    return [number for count in pair for number in (count.yes, count.of)]
