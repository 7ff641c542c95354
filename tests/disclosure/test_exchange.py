"""The table other attack programs read."""

from __future__ import annotations

from tests.disclosure.building import ALL, BME, WHITE, cell, hidden
from wres.disclosure import EXCHANGE_COLUMNS, exchange_rows
from wres.publication import PublishedCell
from wres.terms import Band, EthnicGroup, StaffGroup, Status


def test_each_figure_is_a_line() -> None:
    """People, yes-answers and per cent of a shown cell; a mark for each of a hidden one."""
    lines = exchange_rows([cell(BME, base=40, count=6, percentage=15.0), hidden(WHITE)])
    assert EXCHANGE_COLUMNS[0] == "measure"
    assert [(line[0], line[3], line[7]) for line in lines] == [
        ("n", "bme", "40"),
        ("y", "bme", "6"),
        ("pct", "bme", "15.0"),
        ("n", "white", "[c]"),
        ("pct", "white", "[c]"),
    ]


def test_a_margin_is_total_and_a_group_is_its_parts() -> None:
    """BME beside Asian and Black is written as those two; everyone as Total."""
    groups = (EthnicGroup.ASIAN, EthnicGroup.BLACK)
    cells = [cell(ALL, base=100), cell(BME, base=60), *(cell(g, base=30) for g in groups)]
    names = [line[3] for line in exchange_rows([*cells, cell(WHITE, base=40)])]
    assert names == ["Total", "asian|black", "asian", "black", "white"]


def test_people_in_no_listed_group_have_a_part_of_their_own() -> None:
    """60 BME, 30 Asian and 20 Black: ten of another group."""
    groups = {EthnicGroup.ASIAN: 30, EthnicGroup.BLACK: 20}
    cells = [cell(BME, base=60), *(cell(g, base=b) for g, b in groups.items())]
    assert exchange_rows(cells)[0][3] == "asian|black|bme, not listed"


def test_bands_and_staff_groups_keep_their_codes() -> None:
    """A band group is one part where no other cell cuts it finer."""
    lines = exchange_rows(
        [
            cell(BME, Band.BANDS_1_4, base=40),
            cell(BME, base=30, staff_group=StaffGroup.CLINICAL),
        ]
    )
    assert [line[3:6] for line in lines] == [("bme", "1-4", "Total"), ("bme", "Total", "clinical")]


def test_a_bound_is_written_as_one() -> None:
    """Under 15% of 20, and over 85%."""
    both = [
        PublishedCell(
            org_code="ABC",
            wres_year=2025,
            indicator=8,
            ethnic_group=group,
            status=status,
            base=20,
            bound=bound,
        )
        for group, status, bound in ((BME, Status.BELOW, 15), (WHITE, Status.ABOVE, 85))
    ]
    assert [line[7] for line in exchange_rows(both)] == ["20", "<15", "20", ">85"]


def test_only_survey_indicators_are_written() -> None:
    """Posts are public and have no yes-answers."""
    assert exchange_rows([cell(BME, base=40, count=6, number=1)]) == ()


def test_two_versions_name_the_people_of_each() -> None:
    """34 then 35 staff: those of both versions, with those of the one or the other."""
    lines = exchange_rows([cell(BME, base=35)], earlier=[cell(BME, base=34)])
    assert [(line[6], line[7]) for line in lines] == [
        ("both versions|current version only", "35"),
        ("both versions|earlier version only", "34"),
    ]
