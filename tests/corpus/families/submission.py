"""Counts as they are sent in to the national collection: indicators 2, 3, 4 and 9."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Figure, Fires, accepted, refused, says
from tests.corpus.made import Count, counted
from tests.corpus.writing import Row, csv_text, xlsx

_COUNTS: dict[int, dict[str, Count]] = {
    2: {"white": Count(151, 705), "bme": Count(96, 640)},
    3: {"white": Count(21, 2310), "bme": Count(22, 1480)},
    4: {"white": Count(1040, 2310), "bme": Count(612, 1480)},
}
_ITEMS = {
    2: ("Number of shortlisted applicants", "Number appointed from shortlisting"),
    3: ("Number of staff in workforce", "Number of staff entering the formal disciplinary process"),
    4: (
        "Number of staff in workforce",
        "Number of staff accessing non-mandatory training and CPD",
    ),
}
_BOARD = {"board": (11, 2, 1), "board voting": (7, 1, 1), "board executive": (4, 1, 0)}
_BOARD_ITEMS = {
    "board": "Total Board members",
    "board voting": "of which: Voting Board members",
    "board executive": "of which: Executive Board members",
}
_HEADER = ("Indicator", "Item", "White", "BME")
_BOARD_GROUPS = ("white", "bme", "unknown")


def _rows(indicator: int) -> list[Row]:
    people, happened = _ITEMS[indicator]
    both = [_COUNTS[indicator][group] for group in ("white", "bme")]
    return [
        (indicator, people, *(count.of for count in both)),
        (indicator, happened, *(count.yes for count in both)),
    ]


def _figures(*indicators: int) -> tuple[Figure, ...]:
    return tuple(
        counted("ZZP", 2025, i, group, count)
        for i in indicators
        for group, count in _COUNTS[i].items()
    )


def _board_figures() -> tuple[Figure, ...]:
    return tuple(
        counted("ZZP", 2025, 9, group, Count(number, sum(numbers)), staff=staff)
        for staff, numbers in _BOARD.items()
        for group, number in zip(_BOARD_GROUPS, numbers, strict=True)
    )


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    asks = refused(asks=("org_code", "wres_year"))
    chosen = {"org_code": "ZZP", "wres_year": 2025}
    for i in _COUNTS:
        yield Case(
            file=f"submission_indicator_{i}.csv",
            about="people it could happen to over people it happened to, trust and year unsaid",
            data=csv_text((_HEADER, *_rows(i))).encode(),
            expects=(asks, accepted(*_figures(i), **chosen)),
        )
    board = [(9, _BOARD_ITEMS[staff], *numbers) for staff, numbers in _BOARD.items()]
    wide = (*_HEADER, "Ethnicity unknown")
    yield Case(
        file="submission_indicator_9.csv",
        about="the board, its voting and its executive members",
        data=csv_text((wide, *board)).encode(),
        expects=(asks, accepted(*_board_figures(), **chosen)),
    )
    keyed = [("ZZP", 2025, *row) for i in _COUNTS for row in _rows(i)]
    every = accepted(*_figures(2, 3, 4))
    header = ("org_code", "wres_year", *_HEADER)
    yield Case(
        file="submission_combined.csv",
        about="indicators 2, 3 and 4 below each other",
        data=csv_text((header, *keyed)).encode(),
        expects=(every,),
    )
    yield Case(
        file="submission_combined.xlsx",
        about="the same as a workbook",
        data=xlsx({"Submission": [header, *keyed]}),
        expects=(every,),
    )
    heads = ("org_code", "wres_year", "indicator", "White appointed", "White shortlisted")
    heads += ("BME appointed", "BME shortlisted")
    white, bme = (_COUNTS[2][group] for group in ("white", "bme"))
    across = ("ZZP", 2025, 2, white.yes, white.of, bme.yes, bme.of)
    yield Case(
        file="submission_appointed_columns.csv",
        about="appointed and shortlisted as columns for each group",
        data=csv_text((heads, across)).encode(),
        expects=(accepted(*_figures(2)),),
    )
    swapped = [(*row[:4], row[5], row[4]) if at == 0 else row for at, row in enumerate(keyed[:2])]
    swapped[0] = (*keyed[1][:3], keyed[0][3], *keyed[1][4:])
    swapped[1] = (*keyed[0][:3], keyed[1][3], *keyed[0][4:])
    yield Case(
        file="submission_more_appointed.csv",
        about="more people appointed than shortlisted: the rows were swapped",
        data=csv_text((header, *swapped)).encode(),
        expects=(refused(Fires("numerator_within_base", ("705",))),),
    )
    half = [("ZZP", 2025, *_rows(2)[1])]
    yield Case(
        file="submission_appointed_only.csv",
        about="people appointed, and nowhere of how many",
        data=csv_text((header, *half)).encode(),
        expects=(refused(says("151")),),
    )
