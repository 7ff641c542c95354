"""Manchester, the declared plan, and the Chesterfield case study, as published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.measures.building import BME, WHITE, row
from wres.answers import (
    Cell,
    Evidence,
    View,
    areas_of_concern,
    assessment_of,
    benchmark_for,
    gap_at,
    gather,
    peers,
    read_case,
    where_we_stand,
)
from wres.benchmarks import BenchmarkFigure, NoBenchmark
from wres.comparisons import Point
from wres.concerns import Strength
from wres.library.shipped import load_shipped
from wres.measures import percent
from wres.results import Results
from wres.terms import EthnicGroup, Trigger

DATA = Path(__file__).parents[2] / "data"
MANCHESTER = Cell(org_code="R0A", indicator=8)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return gather(load_shipped(DATA), Results(), 0)


def test_manchester_equals_the_published_survey(evidence: Evidence) -> None:
    """Survey 2024, indicator 8: BME 16.1%, White 6.6%, 9.5 points, no interval."""
    found = gap_at(evidence, MANCHESTER, 2025)
    assert found.bme.value is not None
    assert found.white.value is not None
    assert (percent(found.bme.value), percent(found.white.value)) == (16.1, 6.6)
    assert (found.points, found.interval, found.bme.interval) == (9.5, None, None)


@pytest.mark.parametrize(("group", "expected"), [(BME, 15.7), (WHITE, 6.7)])
def test_manchester_stands_beside_121_other_acute_and_combined_trusts(
    evidence: Evidence, group: EthnicGroup, expected: float
) -> None:
    """The medians of its benchmarking group, with no base."""
    cell = Cell(org_code="R0A", indicator=8, group=group)
    found = benchmark_for(evidence, cell, 2025)
    assert isinstance(found, BenchmarkFigure)
    assert (percent(found.value), found.organisations, found.base) == (expected, 121, None)


def test_manchester_is_a_concern_that_was_not_tested(evidence: Evidence) -> None:
    """Worse on the figures; without counts nothing is clear and nothing is in people."""
    found = assessment_of(evidence, MANCHESTER, 2025)
    assert found is not None
    assert (found.strength, found.checks, found.people) == (Strength.NOT_TESTED, 0, None)
    assert [f.trigger for f in found.findings if f.raised] == [Trigger.WORSE_THAN_BENCHMARK]
    assert not any(f.clear for f in found.findings)


def test_manchesters_peers_are_its_own_group(evidence: Evidence) -> None:
    """121 other trusts, itself apart."""
    found = peers(evidence, View(org_code="R0A", wres_year=2025, indicator=8))
    assert len(found.peers) == 121
    assert found.own is not None
    assert found.own.organisation.code == "R0A"
    assert "R0A" not in {one.organisation.code for one in found.peers}


def test_a_year_without_a_benchmark_says_so(evidence: Evidence) -> None:
    """No group median of WRES 2019; the nearest travels with its own year."""
    found = benchmark_for(evidence, MANCHESTER, 2035)
    assert isinstance(found, NoBenchmark)
    assert found.nearest is not None
    assert found.nearest.wres_year != 2035


def test_the_plan_of_rrp_declares_5_8_1_and_9(evidence: Evidence) -> None:
    """With the stated reasons, each linked to its activities, none of them computed."""
    plan = evidence.plan_for("RRP")
    assert plan is not None
    found = areas_of_concern(evidence, View(org_code="RRP", wres_year=plan.wres_year))
    assert [card.measured.number for card in found.cards] == [5, 8, 1, 9]
    reasons = {c.measured.number: c.declared.reasons for c in found.cards if c.declared}
    assert reasons == {
        5: (
            Trigger.WORSE_THAN_BENCHMARK,
            Trigger.TREND_IN_DECLINE,
            Trigger.DIFFERENTIAL_OPENING,
        ),
        8: (Trigger.WORSE_THAN_BENCHMARK,),
        1: (Trigger.REPRESENTATION,),
        9: (Trigger.REPRESENTATION,),
    }
    assert [len(card.activities) for card in found.cards] == [4, 8, 7, 7]
    assert not any(card.is_computed for card in found.cards)
    assert found.unclaimed == ()


def test_what_the_plan_leaves_open_is_named(evidence: Evidence) -> None:
    """“TBC” leads on indicator 5, no timeframe on 8, neither on 1 and 9."""
    plan = evidence.plan_for("RRP")
    assert plan is not None
    missing = {a.id: " ".join(a.missing) for a in plan.activities}
    assert sum("lead" in words for words in missing.values()) == 4 + 7
    assert sum("date" in words for words in missing.values()) == 8 + 7
    tbc = [a for a in plan.activities if "TBC" in a.lead]
    assert [a.indicators for a in tbc] == [(5,)] * 4
    assert all("lead" in missing[a.id] for a in tbc)


def test_a_trust_without_figures_is_not_clear_of_concern(evidence: Evidence) -> None:
    """RRP has a plan and no figures: nothing was looked at."""
    plan = evidence.plan_for("RRP")
    assert plan is not None
    found = areas_of_concern(evidence, View(org_code="RRP", wres_year=plan.wres_year))
    assert found.clear_of_concern == ()
    assert (found.checks, len(found.without_figures)) == (0, 9)


def test_hidden_figures_are_not_clear_of_concern() -> None:
    """Seven BME answers are hidden, so nobody can say there is no concern."""
    rows = [
        replace(r, org_code="R0A", wres_year=2030, survey_year=2029)
        for r in (row(8, BME, (3, 7)), row(8, WHITE, (30, 100)))
    ]
    small = gather(load_shipped(DATA), Results(rows), 1)
    found = areas_of_concern(small, View(org_code="R0A", wres_year=2030))
    assert found.clear_of_concern == ()
    assert 8 in found.without_figures


def test_chesterfield_is_read_off_its_own_figures(evidence: Evidence) -> None:
    """BME 7.1 is the same as 7.1, which is doubtful; White 4.4 is better than 6.6."""
    (case,) = (c for c in evidence.shipped.cases if c.id == "chesterfield_indicator_8")
    found = read_case(case, 8)
    assert found is not None
    bme, white = found.checks
    assert (bme.before, bme.after, bme.benchmark, bme.point) == (8.1, 7.1, 7.1, Point.SAME)
    assert bme.benchmark_doubtful
    assert bme.benchmark_note
    assert (white.before, white.after, white.benchmark, white.point) == (
        5.0,
        4.4,
        6.6,
        Point.BETTER,
    )
    assert (found.gap_before, found.gap_after) == (3.1, 2.7)
    assert (found.ratio_before, found.ratio_after) == (1.62, 1.61)


def test_a_case_study_without_figures_reads_nothing(evidence: Evidence) -> None:
    """Chesterfield prints nothing about indicator 3."""
    (case,) = (c for c in evidence.shipped.cases if c.id == "chesterfield_indicator_8")
    assert read_case(case, 3) is None


def test_every_trust_of_the_survey_can_be_looked_at(evidence: Evidence) -> None:
    """All nine indicators of every organisation and year, without an error."""
    for organisation in evidence.with_figures():
        for year in evidence.years(organisation.code):
            found = where_we_stand(evidence, View(org_code=organisation.code, wres_year=year))
            assert [one.measured.number for one in found] == list(range(1, 10))
