"""Every cell anybody can reach, as it is shown."""

from __future__ import annotations

import pytest

from tests.measures.building import ALL, BME, WHITE, row
from wres.measures import rate_of
from wres.publication import PublishedCell, publish, published_cells
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit
from wres.words import range_text, rate_text, ratio_range_text, ratio_text


def cells_of(*rows: Result) -> tuple[PublishedCell, ...]:
    return published_cells(publish(rows), "ABC")


def test_a_cell_has_its_margins_and_what_is_shown() -> None:
    """243 of 642: 37.9%, likely range 34.2% to 41.7%."""
    found = cells_of(row(5, BME, (243, 642)), row(5, WHITE, (486, 2086)))[0]
    assert (found.org_code, found.wres_year, found.indicator) == ("ABC", 2025, 5)
    assert (found.ethnic_group, found.band, found.staff_group) == (BME, Band.ALL, StaffGroup.ALL)
    assert (found.base, found.count, found.percentage) == (642, 243, 37.9)
    assert (found.low, found.high) == (34.2, 41.7)


def test_a_hidden_cell_keeps_its_place_and_no_figure() -> None:
    """Five of ten: the cell is listed, and empty."""
    found = cells_of(row(8, BME, (5, 10)), row(8, WHITE, (30, 100)))[0]
    assert found.is_hidden
    assert not found.says_something
    assert (found.low, found.high) == (None, None)


@pytest.mark.parametrize("yes", [1, 19])
def test_a_bound_is_the_one_people_read(yes: int) -> None:
    """1 of 20 reads “under 15%” and 19 of 20 “over 85%”, without count or range."""
    rows = (row(8, BME, (yes, 20)), row(8, WHITE, (30, 100)))
    found = cells_of(*rows)[0]
    side = "under" if yes == 1 else "over"
    shown = next(r for r in publish(rows).rows if r.ethnic_group is BME)
    assert rate_text(rate_of(shown)) == f"{side} {found.bound}%"
    assert (found.base, found.count, found.percentage, found.low) == (20, None, None, None)


def test_figures_are_those_of_the_sentences() -> None:
    """The percentage and the range of a cell are the ones the words room prints."""
    rows = (row(6, BME, (37, 173)), row(6, WHITE, (1, 1403)))
    for one, cell in zip(publish(rows).rows, cells_of(*rows), strict=True):
        rate = rate_of(one)
        assert rate_text(rate) == f"{cell.percentage:.1f}%"
        assert range_text(rate.interval) == f"{cell.low:.1f}% to {cell.high:.1f}%"


def test_a_ratio_on_small_numbers_has_one_decimal_and_no_counts() -> None:
    """Three of 137 BME and 14 of 1,863 White staff: 2.9 times, and nothing to count from."""
    rows = (row(3, BME, (3, 137)), row(3, WHITE, (14, 1863)))
    publication = publish(rows)
    *hidden, ratio = cells_of(*rows)
    assert all(cell.is_hidden and not cell.says_something for cell in hidden)
    assert (ratio.unit, ratio.ratio, ratio.decimals) == (Unit.RATIO, 2.9, 1)
    (shown,) = publication.likelihoods
    assert ratio_text(shown) == f"{ratio.ratio:.1f}"
    assert ratio_range_text(shown) == "hidden to protect confidentiality"
    assert (ratio.low, ratio.high, ratio.is_clear) == (None, None, shown.is_clear)


def test_a_ratio_nobody_can_give_is_no_figure() -> None:
    """Nobody in the lower group: no ratio, and no range that would tell of the other one."""
    found = cells_of(row(3, BME, (30, 137)), row(3, WHITE, (0, 1863)))[-1]
    assert (found.ratio, found.low, found.high) == (None, None, None)


def test_a_ratio_on_larger_numbers_has_its_range() -> None:
    """Thirty of 137 and forty of 1,863: two decimals and a range."""
    rows = (row(3, BME, (30, 137)), row(3, WHITE, (40, 1863)))
    found = cells_of(*rows)[-1]
    (shown,) = publish(rows).likelihoods
    assert (found.decimals, found.ratio) == (2, 10.2)
    assert ratio_range_text(shown) == f"{found.low:.2f} to {found.high:.2f}"


def test_posts_have_no_range() -> None:
    """62 of 166 posts: a share of complete counts."""
    found = cells_of(row(1, BME, (62, 166)))[0]
    assert (found.count, found.base, found.percentage, found.low) == (62, 166, 37.3, None)


def test_a_printed_ratio_comes_once() -> None:
    """A ratio without counts is the row and the likelihood; it is one cell."""
    found = cells_of(row(2, ALL, value=1.376, unit=Unit.RATIO))
    assert [(cell.ratio, cell.decimals) for cell in found] == [(1.38, 2)]


def test_one_year_can_be_asked_for() -> None:
    """Two years, and one of them."""
    publication = publish((row(8, BME, value=0.16), row(8, BME, value=0.15, year=2024)))
    assert {cell.wres_year for cell in published_cells(publication, "ABC")} == {2024, 2025}
    assert {cell.wres_year for cell in published_cells(publication, "ABC", 2024)} == {2024}
    assert published_cells(publication, "XYZ") == ()


def test_every_published_row_is_a_cell() -> None:
    """Shown, hidden, bounded, doubtful and missing: one cell each, in the publication's order."""
    statuses = (Status.SHOWN, Status.DOUBTFUL, Status.MISSING, Status.NOT_COLLECTED)
    groups = (BME, WHITE, ALL, EthnicGroup.UNKNOWN)
    rows = [
        row(8, group, value=None if status is Status.MISSING else 0.2, status=status)
        for group, status in zip(groups, statuses, strict=True)
    ]
    shown = publish(rows).rows
    found = [(cell.ethnic_group, cell.status) for cell in cells_of(*rows)]
    assert found == [(one.ethnic_group, one.status) for one in shown]
