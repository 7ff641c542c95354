"""The gate: what would be published is repaired until the attack on it fails."""

from __future__ import annotations

import pytest

from tests.disclosure.made_trusts import SIZES, people, rows
from tests.measures.building import ALL, BME, WHITE, Counted, row
from wres.disclosure import Step, attack, gate
from wres.publication import publish, published_cells
from wres.results import Result
from wres.terms import Band, Status

BIG = (30, 100)


def moved(people: int, year: int = 2025) -> list[Result]:
    """100 BME and 400 White staff; ``people`` BME staff have moved up from bands 1 to 4."""
    return [
        *(row(8, BME, (50, 100), year=year), row(8, WHITE, (200, 400), year=year)),
        row(8, BME, (10, 20 - people), band=Band.BANDS_1_4, year=year),
        row(8, BME, (40, 80 + people), band=Band.BANDS_5_7, year=year),
    ]


def test_a_breakdown_that_tells_who_moved_is_withheld() -> None:
    """One person moved up and had said no; the totals are the same and stay."""
    before = publish(moved(0))
    told = attack(published_cells(publish(moved(1)), "ABC"), earlier=published_cells(before, "ABC"))
    assert {(one.quantity.value, one.high) for one in told.recovered} >= {("people", 1), ("yes", 0)}
    report = gate(moved(1), before=before)
    assert report.passed
    assert [one.step for one in report.repairs] == [Step.BREAKDOWNS]
    assert [one.ethnic_group for one in report.publication.rows] == [BME, WHITE]
    assert all(one.status is Status.SHOWN for one in report.publication.rows)


@pytest.mark.parametrize("size", SIZES)
def test_made_trusts_need_no_repair(size: int) -> None:
    """The publication's own rules are enough, and what passes is what is published."""
    held = rows(people(size, 0))
    report = gate(held)
    assert report.passed
    assert report.repairs == ()
    assert list(report.publication.rows) == list(publish(held).rows)


def test_one_person_more_hides_the_survey_figures_of_that_year() -> None:
    """34 then 35 BME staff: both versions side by side would tell the new one's answer."""
    before = publish([row(8, BME, (7, 34)), row(8, WHITE, (30, 100))])
    report = gate([row(8, BME, (8, 35)), row(8, WHITE, (30, 100))], before=before)
    assert report.passed
    assert [one.step for one in report.repairs] == [Step.EVERYTHING]
    assert {one.status for one in report.publication.rows} == {Status.HIDDEN}


def test_other_years_are_left_as_they_are() -> None:
    """A repair of 2025 takes nothing from 2024."""
    old = moved(0, 2024)
    report = gate([*moved(1), *old], before=publish([*moved(0), *old]))
    assert report.passed
    assert [(one.org_code, one.wres_year) for one in report.repairs] == [("ABC", 2025)]
    assert report.publication.rows.where(wres_year=2024) == tuple(old)


def bands(senior: Counted, doctors: Counted) -> list[Result]:
    counted = {Band.BAND_2: BIG, Band.BAND_5: (50, 160), Band.BAND_8A: (20, 60)}
    counted |= {Band.BAND_9: senior, Band.CONSULTANT: doctors}
    return [row(8, BME, pair, band=band) for band, pair in counted.items()]


def test_the_summary_is_one_line_a_lead_can_read() -> None:
    """Ten in band 9 join 8a and 8b; ten doctors are hidden with the smallest other band."""
    merged, hidden = gate(bands((3, 10), BIG)), gate(bands(BIG, (4, 10)))
    assert merged.summary(3.14) == "0 cells hidden, 2 bands merged, attack passed, 4 cells, 3.1 s"
    assert hidden.summary(0.04) == "2 cells hidden, 0 bands merged, attack passed, 5 cells, 0.0 s"
    assert gate(moved(1), before=publish(moved(0))).summary(1) == (
        "0 cells hidden, 0 bands merged, breakdowns by band and staff group withheld, "
        "attack passed, 2 cells, 1.0 s"
    )


def test_figures_that_contradict_each_other_do_not_pass() -> None:
    """More White staff than staff: nothing could be attacked, so nothing has passed."""
    held = [row(8, ALL, (20, 60)), row(8, BME, (15, 40)), row(8, WHITE, (30, 100))]
    report = gate(held)
    assert not report.passed
    assert "attack not passed" in report.summary(1)
