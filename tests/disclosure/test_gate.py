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


def hidden_too_thinly(year: int = 2025) -> list[Result]:
    """A file that hides bands 1 to 4 of 100 BME staff and shows the 80 in bands 5 to 7."""
    return [
        *(row(8, BME, (50, 100), year=year), row(8, WHITE, (200, 400), year=year)),
        row(8, BME, (40, 80), band=Band.BANDS_5_7, year=year),
        row(8, BME, band=Band.BANDS_1_4, status=Status.HIDDEN, year=year),
    ]


def test_what_a_file_hides_and_gives_away_is_withheld() -> None:
    """100 less 80 are 20, of whom 10 said yes: the bands are no longer listed."""
    held = hidden_too_thinly()
    assert not attack(published_cells(publish(held), "ABC")).passed
    report = gate(held)
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
    old = [one for one in hidden_too_thinly(2024) if one.status is Status.SHOWN]
    report = gate([*hidden_too_thinly(), *old])
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
    assert gate(hidden_too_thinly()).summary(1) == (
        "0 cells hidden, 0 bands merged, breakdowns by band and staff group withheld, "
        "attack passed, 2 cells, 1.0 s"
    )


def test_figures_that_contradict_each_other_do_not_pass() -> None:
    """More White staff than staff: nothing could be attacked, so nothing has passed."""
    held = [row(8, ALL, (20, 60)), row(8, BME, (15, 40)), row(8, WHITE, (30, 100))]
    report = gate(held)
    assert not report.passed
    assert "attack not passed" in report.summary(1)
