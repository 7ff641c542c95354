"""Relative likelihoods: plain numbers, of indicators 2, 3 and 4 only, and the right way up."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Fires, accepted, refused, warned
from tests.corpus.families.template import APPOINTED, HEADER
from tests.corpus.made import GROUPS, counted, ratio
from tests.corpus.writing import Row, csv_text

_SHORT = ("org_code", "wres_year", "indicator", "relative likelihood")
_PRINTED = {2: "1.43", 3: "1.64", 4: "1.09"}


def _rows(**other: str) -> list[Row]:
    told = _PRINTED | {int(name[1:]): text for name, text in other.items()}
    return [_SHORT, *(("ZZP", 2025, i, text) for i, text in told.items())]


def _case(file: str, about: str, rows: list[Row], expect: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=(expect,))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    figures = [ratio("ZZP", 2025, i, text) for i, text in _PRINTED.items()]
    yield _case("ratio_plain.csv", "three ratios", _rows(), accepted(*figures))
    yield _case(
        "ratio_with_percent.csv",
        "143% is no ratio",
        _rows(i2="143%"),
        refused(Fires("ratio_without_percent", ("143%",), (2,))),
    )
    yield _case(
        "ratio_as_text.csv",
        "words around the ratio",
        _rows(i3="1.64 times more likely"),
        refused(Fires("numbers", ("1.64 times",), (3,))),
    )
    yield _case(
        "ratio_of_survey.csv",
        "indicator 5 has no ratio in the standard",
        _rows(i5="1.20"),
        refused(Fires("ratio_indicator", ("indicator 5",), (5,))),
    )
    yield _case(
        "ratio_below_zero.csv",
        "a ratio below zero",
        _rows(i4="-1.09"),
        refused(Fires("ratio_range", ("-1.09",), (4,))),
    )
    yield _case(
        "ratio_huge.csv",
        "a point was lost: 164 for 1.64",
        _rows(i3="164"),
        warned(
            figures[0],
            ratio("ZZP", 2025, 3, "164"),
            figures[2],
            fires=(Fires("ratio_size", ("164",), (3,)),),
        ),
    )
    yield from _upside_down()


def _upside_down() -> Iterator[Case]:
    rows: list[Row] = [
        ("ZZP", 2025, 2, "all", "all", g, APPOINTED[g].yes, APPOINTED[g].of, None, None)
        for g in GROUPS
    ]
    rows.append(("ZZP", 2025, 2, "all", "all", "all", None, None, None, "0.70"))
    counts = [counted("ZZP", 2025, 2, g, APPOINTED[g]) for g in GROUPS]
    yield _case(
        "ratio_upside_down.csv",
        "BME over White where White stands over BME: 0.70 for 1.43",
        [HEADER, *rows],
        warned(
            *counts,
            ratio("ZZP", 2025, 2, "0.70"),
            fires=(Fires("", ("0.70",), (4,)),),
        ),
    )
    alone = [HEADER, ("ZZP", 2025, 2, "all", "all", "bme", None, None, "15.0", None)]
    yield _case(
        "ratio_percentage_alone.csv",
        "a percentage of one group where a ratio of two belongs",
        alone,
        refused(Fires("ratio_among_percentages", ("15.0",), (2,))),
    )
