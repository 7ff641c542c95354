"""What a ratio on small numbers tells of the counts behind it."""

from __future__ import annotations

from tests.disclosure.building import BME, WHITE, cell
from tests.measures.building import row
from wres.disclosure import Verdict, attack
from wres.publication import PublishedCell, publish, published_cells
from wres.terms import EthnicGroup, Unit


def ratio_of(ratio: float, *, number: int = 3, clear: bool | None = None) -> PublishedCell:
    """Return a ratio on small numbers."""
    return PublishedCell(
        org_code="ABC",
        wres_year=2025,
        indicator=number,
        ethnic_group=EthnicGroup.ALL,
        unit=Unit.RATIO,
        ratio=ratio,
        is_clear=clear,
    )


def staff(bme: int, white: int) -> list[PublishedCell]:
    """Return the headcounts of indicator 1."""
    base = bme + white
    return [cell(g, count=n, base=base, number=1) for g, n in ((BME, bme), (WHITE, white))]


def test_a_ratio_that_one_pair_of_counts_fits_tells_both() -> None:
    """20 BME and 200 White staff: ten times b over w is 7.0 only for 7 and 10 cases."""
    found = attack([ratio_of(7.0), *staff(20, 200)])
    assert [(one.low, one.high, one.verdict) for one in found.behind_ratios] == [
        (7, 7, Verdict.EXACT),
        (10, 10, Verdict.EXACT),
    ]
    assert found.passed


def test_a_ratio_many_pairs_fit_tells_nothing() -> None:
    """As many BME as White staff, and twice as likely: 2 and 1, 4 and 2, up to 20 and 10."""
    assert attack([ratio_of(2.0), *staff(100, 100)]).behind_ratios == ()


def test_whether_it_is_clear_narrows_the_counts() -> None:
    """3 over 1 case of 50 is not clear of chance, and 15 over 5 is."""
    held = staff(50, 50)
    not_clear = attack([ratio_of(3.0, clear=False), *held]).behind_ratios
    assert [(one.low, one.high) for one in not_clear] == [(1, 3)]
    assert attack([ratio_of(3.0), *held]).behind_ratios == ()


def test_without_headcounts_or_on_large_numbers_nothing_is_told() -> None:
    """Nobody knows out of how many; and two decimals are for eleven cases or more."""
    assert attack([ratio_of(7.0)]).behind_ratios == ()
    assert attack([ratio_of(7.0, number=2), *staff(20, 200)]).behind_ratios == ()


def test_the_truth_lies_among_the_counts_that_fit() -> None:
    """7 of 20 BME and 10 of 200 White staff, through the publication."""
    rows = [
        *(row(1, BME, (20, 220)), row(1, WHITE, (200, 220))),
        *(row(3, BME, (7, 20)), row(3, WHITE, (10, 200))),
    ]
    found = attack(published_cells(publish(rows), "ABC")).behind_ratios
    assert {(one.place.ethnic_group, one.low) for one in found} == {("bme", 7), ("white", 10)}
