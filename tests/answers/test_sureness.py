"""How sure: other ways of counting, made-up years, and what to act on first."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from tests.measures.building import BME, UNKNOWN, WHITE, benchmark, gap, row
from wres.answers import Cell, Recount, Robustness, View, Way, areas_of_concern, explore, gather
from wres.answers.evidence import Evidence
from wres.answers.replays import replays
from wres.answers.robustness import robustness_of
from wres.benchmarks import BenchmarkKind
from wres.concerns import Strength, assess_survey, still_clear
from wres.library.shipped import load_shipped
from wres.results import Result, Results
from wres.statistics import Cases, Interval, newcombe_gap, p_from_interval, wilson
from wres.terms import Trigger
from wres.words import sureness as words

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def test_a_p_value_and_its_interval_never_disagree() -> None:
    """Of 200 counts out of 300 against 15%, the two never disagree."""
    for x in range(200):
        found = wilson(x, 300)
        p = p_from_interval(found.value, found.interval, reference=0.15)
        assert (p < 0.05) == (not found.interval.contains(0.15)), x


def test_the_p_value_of_a_ratio_is_that_of_the_paper() -> None:
    """Altman and Bland's example: 0.81 with an interval of 0.70 to 0.94 has a p-value of 0.005."""
    p = p_from_interval(0.81, Interval(0.70, 0.94), reference=1.0, is_ratio=True)
    assert p == pytest.approx(0.005, abs=0.002)


def test_an_endless_interval_is_evidence_of_nothing() -> None:
    """With no upper end, a reference above says nothing."""
    assert p_from_interval(1.0, Interval(0.5, math.inf), reference=2.0) == 1.0


def test_a_gap_in_the_middle_of_nowhere_has_a_p_value_near_one() -> None:
    """Equal rates have a p-value of 1."""
    found = newcombe_gap(Cases(15, 100), Cases(15, 100))
    assert p_from_interval(found.value, found.interval, reference=0.0) == 1.0


def test_a_clear_trigger_alone_among_many_checks_is_not_for_acting_on_first() -> None:
    """19.5% of 300 against 15% is clear alone (p about 0.01 to 0.02), not among twelve checks."""
    barely = _assessed(8, (58, 300), 0.15)
    calm = [_assessed(number, (45, 300), 0.15) for number in (5, 6)]
    alone = barely.finding(Trigger.WORSE_THAN_BENCHMARK)
    assert alone is not None and alone.clear
    assert still_clear([barely]) == {(8, Trigger.WORSE_THAN_BENCHMARK)}
    assert still_clear([barely, *calm]) == frozenset()


def test_a_large_excess_is_acted_on_first_among_many() -> None:
    """25% of 500 against 15% survives beside calm indicators."""
    found = [_assessed(8, (125, 500), 0.15)] + [_assessed(n, (45, 300), 0.15) for n in (5, 6)]
    assert still_clear(found) == {(8, Trigger.WORSE_THAN_BENCHMARK)}


def _assessed(number: int, bme: tuple[int, int], against: float):  # type: ignore[no-untyped-def]
    found = assess_survey((gap(number, bme, (150, 1500)),), benchmark(number, against))
    assert found is not None
    return found


def test_the_practice_trust_says_under_how_many_ways_it_holds(evidence: Evidence) -> None:
    """Every concern of the Practice Trust has its line; indicator 8 holds under all three."""
    answer = areas_of_concern(evidence, View(org_code="ZZP", wres_year=2025))
    told = {c.measured.number: words.robustness_sentence(c.robustness) for c in answer.cards}
    assert told[8] == "Holds under 3 of 3 other ways of counting."
    assert all(told.values())
    assert words.act_sentence(answer).startswith("Act on this first: indicators ")


def test_unknown_ethnicity_can_make_a_concern_fragile(evidence: Evidence) -> None:
    """30% of 100 is a concern beside 25%; with 200 of unknown ethnicity at 5% among them, not."""
    found = robustness_of(_beside(evidence, (10, 200)), Cell(org_code="R0A", indicator=5), 2025)
    assert found is not None
    by_way = {one.way: found.agrees(one) for one in found.tried}
    assert by_way[Way.UNKNOWN_AS_BME] is False
    assert words.robustness_sentence(found).startswith("Fragile: holds under ")


def _beside(evidence: Evidence, unknown: tuple[int, int]) -> Evidence:
    made = [
        _of_trust(row(5, BME, (30, 100))),
        _of_trust(row(5, WHITE, (240, 1000))),
        _of_trust(row(5, UNKNOWN, unknown)),
    ]
    return gather(evidence.shipped, Results(made), 1)


def _of_trust(one: Result) -> Result:
    return replace(one, org_code="R0A")


def test_an_unpublished_count_is_not_tried(evidence: Evidence) -> None:
    """Without counts the unknown cannot be moved, and the table says so."""
    found = robustness_of(evidence, Cell(org_code="R0A", indicator=8), 2025)
    assert found is not None
    unknown = next(one for one in found.recounts if one.way is Way.UNKNOWN_AS_BME)
    assert unknown.strength is None
    assert words.recount_words(unknown) == "Cannot be tried: not published"
    assert words.agreement_words(found, unknown) == "not counted"


def test_no_other_way_is_said_so() -> None:
    """A verdict with nothing to set beside it is not called robust."""
    one = Recount(way=Way.OTHER_BASE, strength=None)
    found = Robustness(indicator=5, shown=Strength.CLEAR, recounts=(one,))
    assert words.robustness_sentence(found).startswith("No other way of counting could be tried")


def test_made_up_years_are_the_same_for_everybody() -> None:
    """Twenty years, the same at every call, others for another trust; the level is the mean."""
    gaps = (gap(8, (60, 400), (70, 1000), year=2024), gap(8, (120, 400), (70, 1000), year=2025))
    first, again, other = replays(gaps, "R0A"), replays(gaps, "R0A"), replays(gaps, "RXX")
    assert first == again != other
    assert [len(one.simulated) for one in first] == [20, 20]
    assert first[0].level == 0.15
    assert 0.12 < sum(first[0].simulated) / 20 < 0.18
    assert first[0].outside == 0


def test_made_up_years_need_counts_of_two_years() -> None:
    """One year gives no level to hold fixed."""
    assert replays((gap(8, (60, 400), (70, 1000)),), "R0A") == ()


def test_the_strip_of_made_up_years_says_that_it_is_simulated(evidence: Evidence) -> None:
    """The text alternative opens with what the ticks are and gives the real figure."""
    found = explore(evidence, View(org_code="ZZP", wres_year=2025, indicator=8)).replays
    told = words.replays_alt(found)
    assert "Simulated: the ticks are twenty made-up years" in told
    assert "this year is 19.5%" in told


def test_a_comparator_is_named(evidence: Evidence) -> None:
    """England is one of the other ways of a trust compared with its own group."""
    found = robustness_of(
        evidence, Cell(org_code="R0A", indicator=8), 2025, kind=BenchmarkKind.GROUP
    )
    assert found is not None
    assert "Compared with England" in [words.way_words(one) for one in found.recounts]
