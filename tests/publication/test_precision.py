"""What a reader can work out from exactly what is displayed of a cell, over every small cell."""

from __future__ import annotations

from collections import Counter

import pytest

from wres.measures import percent
from wres.publication import PublishedCell, publish, published_cells
from wres.results import Result
from wres.statistics import wilson
from wres.terms import EthnicGroup, Status

BASES = range(11, 200)


def _cell(base: int, yes: int) -> PublishedCell:
    row = Result(
        org_code="ABC",
        wres_year=2025,
        survey_year=2024,
        indicator=8,
        ethnic_group=EthnicGroup.BME,
        numerator=yes,
        denominator=base,
    )
    (found,) = published_cells(publish([row]), "ABC")
    return found


def _narrowed(decimals: int) -> float:
    """The share of (base, count), rates up to a third, that percentage and range give away."""
    told = Counter(
        (
            round(100 * yes / base, decimals),
            round(100 * wilson(yes, base).interval.low, decimals),
            round(100 * wilson(yes, base).interval.high, decimals),
        )
        for base in BASES
        for yes in range(base // 3 + 1)
    )
    return sum(number == 1 for number in told.values()) / sum(told.values())


def test_a_percentage_and_its_range_would_give_their_base_away() -> None:
    """86% of pairs at one decimal, 4% at none: so the pair never stands without base and count."""
    assert _narrowed(1) == pytest.approx(0.864, abs=0.02)
    assert _narrowed(0) == pytest.approx(0.045, abs=0.01)


def test_percentage_and_range_are_shown_only_beside_base_and_count() -> None:
    """All 20,034 cells of 11 to 199 people: either all is told, or a bound of three people."""
    seen: Counter[Status] = Counter()
    for base in BASES:
        for yes in range(base + 1):
            cell = _cell(base, yes)
            seen[cell.status] += 1
            if cell.status is Status.SHOWN:
                assert (cell.base, cell.count) == (base, yes)
                assert cell.percentage == percent(yes / base)
                continue
            assert (cell.percentage, cell.low, cell.high, cell.count) == (None,) * 4
            alike = _told_alike(cell, base)
            assert len(alike) == 3 and yes in alike
    assert sum(seen.values()) == sum(base + 1 for base in BASES)
    # Bases 11 to 29, with 0, 1 or 2 who said yes, or who did not.
    assert seen[Status.BELOW] == seen[Status.ABOVE] == 19 * 3


def _told_alike(cell: PublishedCell, base: int) -> list[int]:
    """The counts of this base that would be shown with the same bound."""
    shown = ((yes, _cell(base, yes)) for yes in range(base + 1))
    return [yes for yes, other in shown if (other.status, other.bound) == (cell.status, cell.bound)]
