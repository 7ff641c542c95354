"""Percentages with a column for each group: every way of writing a number, and every mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.corpus.cases import Case, Figure, Fires, Read, accepted, refused, warned
from tests.corpus.made import (
    SURVEY,
    TRUSTS,
    Count,
    printed,
    survey_count,
    survey_percentages,
    unsaid,
)
from tests.corpus.writing import Row, csv_text

HEADER = ("org_code", "wres_year", "indicator", "White %", "BME %")
WITH_BASES = (*HEADER, "White n", "BME n")
Written = Callable[[Count], str]


def wide_rows(white: Written, bme: Written, orgs: tuple[str, ...] = TRUSTS) -> list[Row]:
    """Return a row for each trust and survey indicator, its two figures written as asked."""
    return [
        (org, 2025, i, white(survey_count(org, i, "white")), bme(survey_count(org, i, "bme")))
        for org in orgs
        for i in SURVEY
    ]


def one_place(count: Count) -> str:
    """Return a percentage to one decimal place."""
    return count.printed()


PERCENT = wide_rows(one_place, one_place)
FIGURES = survey_percentages(*TRUSTS)


def _wide(file: str, about: str, rows: list[Row], *figures: Figure, delimiter: str = ",") -> Case:
    data = csv_text((HEADER, *rows), delimiter).encode()
    read = Read(rows=len(rows), delimiter=delimiter)
    expects = (accepted(*(figures or FIGURES)),)
    return Case(file=file, about=about, data=data, read=read, expects=expects)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _scales()
    yield from _mixed()
    yield from _numbers()
    yield from _marks()


def _scales() -> Iterator[Case]:
    yield _wide("wide_0_to_100.csv", "percentages without a sign", PERCENT)
    parts = wide_rows(Count.proportion, Count.proportion)
    yield _wide("wide_0_to_1.csv", "proportions", parts, *survey_percentages(*TRUSTS, places=2))
    signed = wide_rows(lambda c: f"{c.printed()}%", lambda c: f"{c.printed()} %")
    yield _wide("wide_percent_text.csv", "text with a percent sign", signed)
    low = [("ZZP", 2025, 3, "0.9", "0.8")]
    low_figures = (printed("ZZP", 2025, 3, "white", "0.9"), printed("ZZP", 2025, 3, "bme", "0.8"))
    yield Case(
        file="wide_scale_unclear.csv",
        about="0.9 under “White %” for indicator 3 may be 0.9% or 90%: only a person knows",
        data=csv_text((HEADER, *low)).encode(),
        expects=(
            refused(Fires("scale_known", ("White %",)), asks=("scale",)),
            accepted(*low_figures, scale="0-100"),
        ),
    )


def _mixed() -> Iterator[Case]:
    mixed = [list(row) for row in PERCENT]
    mixed[3][4] = survey_count("ZZP", 8, "bme").proportion()
    yield Case(
        file="wide_mixed_in_column.csv",
        about="one proportion among percentages",
        data=csv_text((HEADER, *mixed)).encode(),
        expects=(refused(Fires("scale_not_mixed", (str(mixed[3][4]),), (5,))),),
    )
    signs = [list(row) for row in PERCENT]
    signs[6][3] = f"{signs[6][3]}%"
    yield Case(
        file="wide_mixed_signs.csv",
        about="one cell with a percent sign in a column of plain percentages: 22.4% beside 22.4",
        data=csv_text((HEADER, *signs)).encode(),
        expects=(refused(Fires("scale_not_mixed", ("%",), (8,))),),
    )
    between = wide_rows(Count.proportion, one_place)
    yield Case(
        file="wide_mixed_between_columns.csv",
        about="White as proportions, BME as percentages",
        data=csv_text((HEADER, *between)).encode(),
        expects=(refused(Fires("scales_agree", ("White %", "BME %"))),),
    )


def _numbers() -> Iterator[Case]:
    comma = wide_rows(*(lambda c: c.printed().replace(".", ","),) * 2)
    yield _wide("wide_decimal_comma.csv", "a comma for the point", comma, delimiter=";")
    hard = wide_rows(lambda c: f"{c.printed()}\u00a0%", lambda c: f"\u00a0{c.printed()}%\u00a0")
    yield _wide("wide_no_break_spaces.csv", "no-break spaces around figures", hard)
    based: list[Row] = []
    for org in TRUSTS:
        for i in SURVEY:
            white, bme = (survey_count(org, i, g) for g in ("white", "bme"))
            figures = (white.printed(), bme.printed(), f"{white.of:,}", f"{bme.of:,}")
            based.append((org, 2025, i, *figures))
    yield Case(
        file="wide_thousands_commas.csv",
        about="bases of 1,284 people, quoted",
        data=csv_text((WITH_BASES, *based)).encode(),
        read=Read(rows=12),
        expects=(accepted(*survey_percentages(*TRUSTS, bases=True)),),
    )
    minus = [list(row) for row in PERCENT]
    minus[2][3] = "−58.3"
    yield Case(
        file="wide_minus_sign.csv",
        about="a typographic minus: a number below zero, and no share of people",
        data=csv_text((HEADER, *minus)).encode(),
        expects=(refused(Fires("percentage_range", ("58.3",), (4,))),),
    )
    over = [list(row) for row in PERCENT]
    over[2][3] = "583"
    yield Case(
        file="wide_over_100.csv",
        about="a decimal point was lost",
        data=csv_text((HEADER, *over)).encode(),
        expects=(refused(Fires("percentage_range", ("583",), (4,))),),
    )
    words = [list(row) for row in PERCENT]
    words[2][3] = "about half"
    yield Case(
        file="wide_words_for_number.csv",
        about="words where a figure belongs",
        data=csv_text((HEADER, *words)).encode(),
        expects=(refused(Fires("numbers", ("about half",), (4,))),),
    )


# What published files print where they may not or cannot say, and what it means.
_MARKS = (
    ("dash", "-", "hidden"),
    ("two_dots", "..", "hidden"),
    ("star", "*", "hidden"),
    ("under_ten", "<10", "hidden"),
    ("c", "[c]", "hidden"),
    ("z", "[z]", "not applicable"),
    ("x", "[x]", "missing"),
    ("blank", "", "missing"),
)
# A check that counts marks is named where there is one; “[z]” must be quoted by any.
_FIRES = {
    "hidden": Fires("hidden_marks", (), (9,)),
    "missing": Fires("missing_figures", (), (9,)),
    "not applicable": Fires("", ("[z]",), (9,)),
}


def _marks() -> Iterator[Case]:
    for name, mark, status in _MARKS:
        rows = [list(row) for row in PERCENT]
        rows[7][3] = rows[7][4] = mark
        figures = tuple(
            unsaid("RX1", 2025, 8, f[6], status) if (f[0], f[3]) == ("RX1", 8) else f
            for f in FIGURES
        )
        yield Case(
            file=f"wide_mark_{name}.csv",
            about=f"“{mark}” in two cells: {status}, never zero",
            data=csv_text((HEADER, *rows)).encode(),
            expects=(warned(*figures, fires=(_FIRES[status],)),),
        )
    rows = [list(row) for row in PERCENT]
    rows[7][3] = rows[7][4] = "99"
    figures = tuple(
        printed("RX1", 2025, 8, f[6], "99") if (f[0], f[3]) == ("RX1", 8) else f for f in FIGURES
    )
    yield Case(
        file="wide_mark_99.csv",
        about="99 stands for missing in survey extracts; as a percentage it must be questioned",
        data=csv_text((HEADER, *rows)).encode(),
        expects=(warned(*figures, fires=(Fires("", ("99",), (9,)),)),),
    )
