"""The tables of Explore beside its charts: two sides, and what figures there are."""

from __future__ import annotations

from wres.answers import SideBySide, TrustBoard, YearBoard
from wres.indicators import INDICATORS, Indicator
from wres.measures import Gap
from wres.reports.tables import Table, group_cells, group_columns
from wres.terms import Band, EthnicGroup
from wres.words import (
    SPOKEN,
    Labels,
    gap_text,
    group_label,
    held_text,
    indicator_label,
    multiple_name,
    organisation_title,
    side_name,
)


def sides_table(found: SideBySide, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a side: both groups with n and likely range, and the gap."""
    columns = ("Side", *_group_and_white(found.first.gap, labels))
    rows = tuple(
        (
            side_name(side, found.across),
            *_group_and_white_cells(side.gap, labels),
        )
        for side in (found.first, found.second)
    )
    return Table(caption=caption, columns=columns, rows=rows)


def multiples_table(
    found: tuple[tuple[Indicator, Band, tuple[Gap, ...]], ...],
    *,
    caption: str,
    labels: Labels = SPOKEN,
) -> Table:
    """Return one row a small chart and year: both groups with n and likely range, and the gap."""
    columns = ("What", "WRES year", *_group_and_white(found[0][2][0], labels))
    rows = tuple(
        (
            multiple_name(measured, band),
            str(one.wres_year),
            *_group_and_white_cells(one, labels),
        )
        for measured, band, gaps in found
        for one in gaps
    )
    return Table(caption=caption, columns=columns, rows=rows)


def _group_and_white(gap: Gap, labels: Labels) -> tuple[str, ...]:
    """The columns of a group beside White staff; White staff alone have no second side."""
    first = group_columns(group_label(gap.bme.group, labels))
    alone = gap.bme.group is EthnicGroup.WHITE
    return first if alone else (*first, *group_columns(labels.white), "Gap")


def _group_and_white_cells(gap: Gap, labels: Labels) -> tuple[str, ...]:
    first = group_cells(gap.bme)
    alone = gap.bme.group is EthnicGroup.WHITE
    return first if alone else (*first, *group_cells(gap.white), gap_text(gap, labels))


def year_board_table(board: YearBoard, *, caption: str) -> Table:
    """Return one row an indicator and one column a year: what is held."""
    rows = tuple(
        (indicator_label(one.number), *(held_text(held) for held in line))
        for one, line in zip(INDICATORS, board.held, strict=True)
    )
    years = tuple(f"WRES {year}" for year in board.years)
    return Table(caption=caption, columns=("Indicator", *years), rows=rows)


def trust_board_table(board: TrustBoard, *, caption: str) -> Table:
    """Return one row an organisation by name and one column an indicator: what is held."""
    rows = tuple(
        (f"{organisation_title(one)} ({one.code})", *(held_text(held) for held in line))
        for one, line in zip(board.organisations, board.held, strict=True)
    )
    numbers = tuple(f"Indicator {one.number}" for one in INDICATORS)
    return Table(caption=caption, columns=("Organisation", *numbers), rows=rows)
