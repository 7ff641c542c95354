"""One trust beside its comparators and among similar ones, from the shipped figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from tests.measures.building import BME, WHITE, row
from wres import words
from wres.answers import (
    Evidence,
    Funnel,
    NoFunnel,
    PeersAnswer,
    Pool,
    Target,
    View,
    benchmark_list,
    compared_with,
    funnel_of,
    gather,
    peer_set,
    peers,
)
from wres.benchmarks import BenchmarkFigure, BenchmarkKind, NoBenchmark
from wres.comparisons import Point, Qualified
from wres.library.shipped import load_shipped
from wres.measures import percent
from wres.reports import benchmarks_table
from wres.results import Result, Results
from wres.statistics import FunnelPosition
from wres.terms import EthnicGroup

DATA = Path(__file__).parents[2] / "data"
MANCHESTER = View(org_code="R0A", wres_year=2025, indicator=8)
PRACTICE = View(org_code="ZZP", wres_year=2025, indicator=8)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return gather(load_shipped(DATA), Results(), 0)


def beside(evidence: Evidence, view: View, target: Target | None = None) -> dict[str, object]:
    """Return the comparators by kind."""
    chosen = peers(evidence, view, pool=Pool.PEERS, chosen=peer_set(evidence, view).codes)
    found = compared_with(evidence, view, chosen=chosen, target=target)
    return {one.kind.value: one for one in found.beside}


def shipped_values(evidence: Evidence, group: EthnicGroup, *, without: str) -> list[float]:
    """The published figures of acute and combined trusts, straight from the shipped rows."""
    acute = evidence.organisations.get("R0A").benchmark_group
    return [
        one.value or 0.0
        for one in evidence.shipped.results
        if (one.indicator, one.ethnic_group, one.wres_year) == (8, group, 2025)
        and one.org_code != without
        and evidence.organisations.get(one.org_code).benchmark_group is acute
    ]


def test_the_own_trust_is_left_out_of_every_median(evidence: Evidence) -> None:
    """The strip's median, the comparator's and the other pages' are one figure, over the rest."""
    answer = peers(evidence, MANCHESTER)
    rest = shipped_values(evidence, BME, without="R0A")
    assert answer.bme_median == median(rest)
    group = beside(evidence, MANCHESTER)["group"]
    assert group.bme.value == median(rest)  # type: ignore[attr-defined]
    assert group.bme.organisations == len(rest) == 121  # type: ignore[attr-defined]
    assert group.gap == answer.gap_median  # type: ignore[attr-defined]


def test_england_says_that_the_trust_is_in_it(evidence: Evidence) -> None:
    """A published total cannot leave a trust out; a median of ours can, and parity has nobody."""
    for name, one in beside(evidence, MANCHESTER).items():
        said = words.benchmark_sentence(one.compared)  # type: ignore[attr-defined]
        assert ("England (this trust included)." in said) is (name == "england"), name


def test_the_list_of_published_figures_shows_no_names_of_files(evidence: Evidence) -> None:
    """“Also: HRreview … prints 14.0”, without the short name its source has in the data."""
    found = benchmark_list(evidence, MANCHESTER)
    rows = benchmarks_table(found, caption="Published").rows
    notes = [row[-1] for row in rows]
    assert any("Also: Nursing Direct (on WRES 2018 report) prints 14." in note for note in notes)
    assert not [note for note in notes if "[" in note]
    assert all("Source: " in note for note in notes)
    # England, survey 2024: 15.2% of 197,656 BME staff who answered.
    assert "BME: 15.2% of 197,656" in [row[2] for row in rows]
    assert "BME: 15.7%, number not given" in [row[2] for row in rows]


def test_every_comparator_is_named_with_its_year(evidence: Evidence) -> None:
    """Seven for a real trust with a target; each says its year or that there is none."""
    found = beside(evidence, MANCHESTER, Target(indicator=8, value=0.1))
    kinds = ["group", "region", "england", "peers", "last-year", "parity", "target"]
    assert list(found) == kinds
    for one in found.values():
        when = words.beside_when(one)  # type: ignore[arg-type]
        assert "WRES 2025, survey 2024" in when or when in (
            "No figure for this year",
            "Own aim, no year",
        )


def test_a_figure_of_another_year_is_only_offered(evidence: Evidence) -> None:
    """RRP in 2022: England's nearest is of 2021, with its year, and nothing is subtracted."""
    england = beside(evidence, View(org_code="RRP", wres_year=2022, indicator=8))["england"]
    assert isinstance(england.bme, NoBenchmark)  # type: ignore[attr-defined]
    assert england.gap is None and england.compared.point is Point.NOT_ASSESSABLE  # type: ignore[attr-defined]
    said = words.benchmark_sentence(england.compared)  # type: ignore[attr-defined]
    assert "for WRES 2021; figures of different years are not compared" in said


def test_the_practice_trust_beside_its_own_year_and_parity(evidence: Evidence) -> None:
    """127 of 650 after 127 of 636: better on the figures, not clear; clearly above the White rate.

    20.0% and 19.5% differ by half a point, give or take more than 4.
    """
    found = beside(evidence, PRACTICE)
    before = found["last-year"].compared  # type: ignore[attr-defined]
    assert (before.point, before.qualified) == (Point.BETTER, Qualified.NO_CLEAR_DIFFERENCE)
    parity = found["parity"].compared  # type: ignore[attr-defined]
    assert (parity.point, parity.qualified) == (Point.WORSE, Qualified.WORSE)
    assert found["parity"].gap == 0.0  # type: ignore[attr-defined]


def test_the_year_before_is_not_compared_across_a_break(evidence: Evidence) -> None:
    """Indicator 7, WRES 2022: the 2020 survey left “don’t know” out."""
    view = View(org_code="ZZP", wres_year=2022, indicator=7)
    before = beside(evidence, view)["last-year"].bme  # type: ignore[attr-defined]
    assert isinstance(before, NoBenchmark)
    assert "counted differently" in before.reason


def test_a_target_is_of_its_indicator_alone(evidence: Evidence) -> None:
    """A target for indicator 5 is not shown for indicator 8; a ratio is set beside a ratio."""
    assert "target" not in beside(evidence, MANCHESTER, Target(indicator=5, value=0.1))
    view = View(org_code="ZZP", wres_year=2025, indicator=3)
    ratio = beside(evidence, view, Target(indicator=3, value=1.1))["target"]
    assert ratio.compared.is_ratio and ratio.bme.value == 1.1  # type: ignore[attr-defined]


def test_posts_are_counted_and_never_tested(evidence: Evidence) -> None:
    """Indicator 1 beside the workforce share: points, and no word of chance."""
    view = View(org_code="ZZP", wres_year=2025, indicator=1)
    answer = compared_with(evidence, view, chosen=peers(evidence, view))
    parity = next(one for one in answer.beside if one.kind is BenchmarkKind.PARITY)
    said = words.beside_sentence(parity, answer)
    assert "points below. These are counts of people, so there is no test of chance." in said


def test_similar_trusts_are_of_the_same_type_and_nearest(evidence: Evidence) -> None:
    """Chesterfield and Dudley (RFS, RNA group apart): known sizes give a distance worked by hand.

    RFS: 3,050 answered, 14.4% from ethnic minorities; RXN: 3,959 and 20.7%, another region.
    One step for the region, log2(3959/3050) = 0.376, and 6.38 points = 0.638: 2.01 steps.
    """
    view = View(org_code="RFS", wres_year=2025, indicator=8)
    found = peer_set(evidence, view)
    assert found.is_suggestion and len(found.suggested) >= 10
    assert all(one.same_type for one in found.suggested)
    lancashire = peer_set(evidence, view, ("RXN",)).chosen[0]
    assert lancashire.known == 3
    assert lancashire.steps == pytest.approx(2.014, abs=0.001)
    said = words.likeness_words(lancashire)
    assert "1.3 times the size (3,959 answered)" in said and "6.4 points apart (20.7%)" in said


def test_what_is_not_known_is_said(evidence: Evidence) -> None:
    """Manchester's size is in no shipped file: two facts are not known, one step each."""
    found = peer_set(evidence, MANCHESTER)
    one = found.suggested[0]
    assert (one.sizes, one.known, one.same_region, one.steps) == (None, 1, True, 2.0)
    assert "size not known; BME share not known" in words.likeness_words(one)


def test_two_chosen_trusts_have_no_median(evidence: Evidence) -> None:
    """A median needs three others; the strip still shows them."""
    answer = peers(evidence, MANCHESTER, pool=Pool.PEERS, chosen=("RXN", "RBT"))
    assert len(answer.peers) == 2 and answer.bme_median is None
    found = compared_with(evidence, MANCHESTER, chosen=answer)
    median_of_two = next(one for one in found.beside if one.kind is BenchmarkKind.PEERS)
    assert (
        isinstance(median_of_two.bme, NoBenchmark) and "2 chosen here" in median_of_two.bme.reason
    )


@pytest.mark.parametrize(
    ("view", "says"),
    [
        (PRACTICE, "group of one"),
        (replace(MANCHESTER, indicator=3), "No figures by trust are published"),
        (View(org_code="RRP", wres_year=2022, indicator=8), "no mental health trusts"),
        (replace(MANCHESTER, wres_year=2024), "some for WRES 2025; years are not mixed"),
    ],
)
def test_an_empty_strip_says_why(evidence: Evidence, view: View, says: str) -> None:
    """A group of one, no figures by trust, mental health trusts, no figure that year."""
    answer = peers(evidence, view)
    assert not answer.peers
    assert says in words.no_peers(answer)


def test_percentages_alone_make_no_funnel(evidence: Evidence) -> None:
    """The published table has no numbers of responses, and that is said."""
    found = funnel_of(peers(evidence, MANCHESTER))
    assert isinstance(found, NoFunnel)
    assert "percentages only" in words.no_funnel(found)


def with_bases(evidence: Evidence, own: tuple[int, int]) -> PeersAnswer:
    """Manchester among twelve acute trusts that all have counts: 80 to 135 of 1,000."""
    codes = [one.organisation.code for one in peers(evidence, MANCHESTER).peers[:12]]
    rows: list[Result] = []
    for i, code in enumerate(codes):
        rows += [
            replace(row(8, BME, (80 + 5 * i, 1000)), org_code=code),
            replace(row(8, WHITE, (60, 1000)), org_code=code),
        ]
    rows += [
        replace(row(8, BME, own), org_code="R0A"),
        replace(row(8, WHITE, (60, 1000)), org_code="R0A"),
    ]
    made = gather(load_shipped(DATA), Results(rows), 1)
    return peers(made, MANCHESTER, pool=Pool.PEERS, chosen=tuple(codes))


@pytest.mark.parametrize(
    ("own", "position"),
    [
        ((107, 1000), FunnelPosition.WITHIN),
        ((400, 1000), FunnelPosition.HIGH_998),
        ((10, 1000), FunnelPosition.LOW_998),
    ],
)
def test_a_funnel_is_drawn_where_bases_exist(
    evidence: Evidence, own: tuple[int, int], position: FunnelPosition
) -> None:
    """The centre is 1,290 of 12,000, the own trust left out of it; 40% and 1% stand out."""
    found = funnel_of(with_bases(evidence, own))
    assert isinstance(found, Funnel)
    assert found.centre == pytest.approx(1290 / 12000)
    assert found.position is position
    assert len(found.points) == 12


def test_with_bases_the_place_allows_for_chance(evidence: Evidence) -> None:
    """107 of 1,000: 8.0% is not yet clearly lower (2.7 points, give or take 2.6 is), 13.5% is.

    Newcombe by hand: against 80 the interval is 0.1 to 5.3 points, so one trust is lower; against
    135 it is -5.7 to 0.1 points, so none is higher.
    """
    answer = with_bases(evidence, (107, 1000))
    assert answer.bme_position is not None
    assert (answer.bme_position.low, answer.bme_position.high) == (2, 13)
    said = words.position_sentence(answer.bme_position, "BME staff")
    assert said == (
        "BME staff: somewhere between 2nd and 13th of 13, from the lowest figure up. The "
        "range allows for chance."
    )


def test_percentages_of_the_comparators_are_the_published_ones(evidence: Evidence) -> None:
    """England, survey 2024: 15.2% of 197,656 BME staff."""
    england = beside(evidence, MANCHESTER)["england"].bme  # type: ignore[attr-defined]
    assert isinstance(england, BenchmarkFigure)
    assert (percent(england.value), england.base) == (15.2, 197656)
