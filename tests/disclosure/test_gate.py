"""The gate: what would be published is repaired until the attack on it fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.disclosure.made_trusts import SIZES, people, rows
from tests.measures.building import ALL, BME, WHITE, Counted, row
from wres.disclosure import GateReport, attack, gate
from wres.disclosure.attack import believed
from wres.publication import PublishedCell, Step, publish, published_cells
from wres.results import Result
from wres.terms import Band, EthnicGroup, Status

BIG = (30, 100)
ORG = "ABC"


def cells_of(held: list[Result], year: int = 2025) -> tuple[PublishedCell, ...]:
    return published_cells(publish(held), ORG, year)


def passed_after(held: list[Result], *before: list[Result]) -> GateReport:
    """Return the gate's report when these sets of rows were shown before, oldest first."""
    return gate(held, shown_before={(ORG, 2025): [cells_of(rows_of) for rows_of in before]})


def moved(people: int, year: int = 2025) -> list[Result]:
    """100 BME and 400 White staff; ``people`` BME staff have moved up from bands 1 to 4."""
    return [
        *(row(8, BME, (50, 100), year=year), row(8, WHITE, (200, 400), year=year)),
        row(8, BME, (10, 20 - people), band=Band.BANDS_1_4, year=year),
        row(8, BME, (40, 80 + people), band=Band.BANDS_5_7, year=year),
    ]


def test_a_breakdown_that_tells_who_moved_is_withheld() -> None:
    """One person moved up and had said no; the totals are the same and stay."""
    told = attack(cells_of(moved(1)), earlier=cells_of(moved(0)))
    assert {(one.quantity.value, one.high) for one in told.recovered} >= {("people", 1), ("yes", 0)}
    report = passed_after(moved(1), moved(0))
    assert report.passed
    assert [one.step for one in report.withheld] == [Step.CORRECTED_PARTS]
    shown = {
        one.ethnic_group: one.status for one in report.publication.rows if one.band is Band.ALL
    }
    assert shown == {BME: Status.SHOWN, WHITE: Status.SHOWN}
    hidden = [one for one in report.publication.rows if one.status is Status.HIDDEN]
    assert {one.band for one in hidden} == {Band.BANDS_1_4, Band.BANDS_5_7}


@pytest.mark.parametrize("size", SIZES)
def test_made_trusts_need_no_repair(size: int) -> None:
    """The publication's own rules are enough, and what passes is what is published."""
    held = rows(people(size, 0))
    report = gate(held)
    assert report.passed
    assert report.withheld == ()
    assert list(report.publication.rows) == list(publish(held).rows)


def one_more(answer: int = 1) -> list[Result]:
    return [row(8, BME, (7 + answer, 35)), row(8, WHITE, (30, 100))]


def test_one_person_more_hides_the_figures_that_person_is_in() -> None:
    """34 then 35 BME staff: both side by side would tell the new one's answer. White stay."""
    first = [row(8, BME, (7, 34)), row(8, WHITE, (30, 100))]
    report = passed_after(one_more(), first)
    assert report.passed
    assert report.because_of_a_correction
    assert [one.step for one in report.withheld] == [Step.CORRECTED]
    assert [one.status for one in report.publication.rows] == [Status.HIDDEN, Status.SHOWN]


def test_what_a_hidden_correction_protects_stays_protected() -> None:
    """34 shown, 35 hidden, then 35 again and 36: neither is shown beside the first."""
    first = [row(8, BME, (7, 34)), row(8, WHITE, (30, 100))]
    sets = [cells_of(first), cells_of(one_more())[1:]]
    for held in (one_more(), [row(8, BME, (8, 36)), row(8, WHITE, (30, 100))]):
        report = gate(held, shown_before={(ORG, 2025): sets})
        assert report.passed
        assert report.publication.rows.where(ethnic_group=BME)[0].status is Status.HIDDEN


def test_figures_that_were_shown_are_shown_again() -> None:
    """An undo leads back to what everybody has seen, so nothing is hidden."""
    first = [row(8, BME, (7, 34)), row(8, WHITE, (30, 100))]
    report = passed_after(first, first, one_more())
    assert passed_after(first, first).withheld == ()
    # Had the correction been shown, going back would tell as much as the correction did.
    assert [one.step for one in report.withheld] == [Step.CORRECTED]


def test_a_correction_of_many_people_is_shown() -> None:
    """60 people more of a group are no secret."""
    first = [row(8, BME, (40, 100)), row(8, WHITE, (90, 300))]
    report = passed_after([row(8, BME, (60, 160)), row(8, WHITE, (90, 300))], first)
    assert report.withheld == ()
    assert report.passed


def test_a_first_upload_and_a_new_year_lose_nothing() -> None:
    """Other answers of another year are shown beside them."""
    old = moved(0, 2024)
    report = gate([*moved(1), *old], shown_before={(ORG, 2024): [cells_of(old, 2024)]})
    assert report.passed
    assert report.withheld == ()


def test_other_years_are_left_as_they_are() -> None:
    """A repair of 2025 takes nothing from 2024."""
    old = moved(0, 2024)
    before = {
        (ORG, 2025): [cells_of([*moved(0), *old])],
        (ORG, 2024): [cells_of(old, 2024)],
    }
    report = gate([*moved(1), *old], shown_before=before)
    assert report.passed
    assert [one.org_year for one in report.withheld] == [(ORG, 2025)]
    assert report.publication.rows.where(wres_year=2024) == tuple(old)


def test_only_what_is_touched_is_attacked_and_each_is_told() -> None:
    """Progress names each organisation and year it comes to; the others are left alone."""
    told: list[tuple[int, int, str]] = []
    report = gate(
        [*moved(0), *moved(0, 2024)],
        touched=[(ORG, 2024)],
        progress=lambda *done: told.append(done),
    )
    assert told == [(0, 1, ORG)]
    assert report.cells == 4
    assert len(report.attacks) == 1


def test_counts_of_ones_own_do_not_correct_official_percentages() -> None:
    """The survey's weighted 16.1% and our 41 of 250 (16.4%) are not one person apart."""
    official = [row(8, BME, value=0.161), row(8, WHITE, value=0.066)]
    report = passed_after([row(8, BME, (41, 250)), row(8, WHITE, (60, 900))], official)
    assert report.withheld == ()
    assert report.passed


def test_more_sets_than_are_attacked_hide_whatever_differs_from_the_oldest() -> None:
    """After thirteen sets the oldest is not attacked: what differs from it is hidden unasked."""
    steps = [[row(8, BME, (40 + 60 * n, 100 + 200 * n)), row(8, WHITE, BIG)] for n in range(14)]
    report = passed_after(steps[13], *steps[:13])
    assert report.passed
    assert [one.status for one in report.publication.rows] == [Status.HIDDEN, Status.SHOWN]
    assert passed_after(steps[12], *steps[:12]).withheld == ()


def test_of_more_years_than_can_be_attacked_in_one_go_breakdowns_are_withheld() -> None:
    """101 trusts: the totals are shown, and no band that nobody has attacked."""
    held = [replace(one, org_code=f"T{number:03}") for number in range(101) for one in moved(0)]
    report = gate(held)
    assert report.passed and report.is_of_many
    assert {one.step for one in report.withheld} == {Step.BREAKDOWNS}
    assert {one.band for one in report.publication.rows} == {Band.ALL}
    assert len(report.publication.rows) == 202
    few = gate(held[: 4 * 100])
    assert not few.is_of_many and few.withheld == ()


def bands(senior: Counted, doctors: Counted) -> list[Result]:
    counted = {Band.BAND_2: BIG, Band.BAND_5: (50, 160), Band.BAND_8A: (20, 60)}
    counted |= {Band.BAND_9: senior, Band.CONSULTANT: doctors}
    return [row(8, BME, pair, band=band) for band, pair in counted.items()]


def test_the_summary_is_one_line_a_lead_can_read() -> None:
    """Ten in band 9 join 8a and 8b; ten doctors are hidden with the smallest other band."""
    merged, hidden = gate(bands((3, 10), BIG)), gate(bands(BIG, (4, 10)))
    assert merged.summary(3.14) == "0 cells hidden, 2 bands merged, attack passed, 4 cells, 3.1 s"
    assert hidden.summary(0.04) == "2 cells hidden, 0 bands merged, attack passed, 5 cells, 0.0 s"
    assert passed_after(moved(1), moved(0)).summary(1) == (
        "2 cells hidden, 0 bands merged, corrected breakdowns withheld, attack passed, "
        "4 cells, 1.0 s"
    )


def test_figures_that_contradict_each_other_lose_what_contradicts() -> None:
    """More White staff than staff: without the figure of all staff, the rest can be attacked."""
    held = [row(8, ALL, (20, 60)), row(8, BME, (15, 40)), row(8, WHITE, (30, 100))]
    assert attack(cells_of(held)).contradicting == ((2025, 8),)
    report = gate(held)
    assert report.passed
    assert [one.step for one in report.withheld] == [Step.ALL_STAFF]


def test_cells_that_hold_nobody_of_each_other_need_no_program() -> None:
    """BME and White apart are skipped; with all staff, or with Asian staff, they are not."""
    both = [row(8, BME, (50, 100)), row(8, WHITE, (200, 400))]
    assert attack(cells_of(both)).looked_for == 0
    for more in (row(8, ALL, (260, 520)), row(8, EthnicGroup.ASIAN, (30, 60))):
        assert attack(cells_of([*both, more])).looked_for > 0


def test_percentages_without_a_base_bound_no_number_of_people() -> None:
    """No program is solved for them; had it been, any number of people would have fitted."""
    cells = cells_of([row(8, BME, value=0.11), row(8, WHITE, value=0.07)])
    found = attack(cells)
    assert (found.recovered, found.looked_for, found.cells) == ((), 0, 2)
    made = believed(cells, ())
    assert made is not None
    lattice, program = made
    for place in lattice.places():
        inside = lattice.inside(place)
        assert program.least(inside, yes=True, no=True) == 0
        assert program.most(inside, yes=True, no=True) >= 1_000_000
