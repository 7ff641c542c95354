"""The awkward trusts: each reads sensibly, with no claim that its figures cannot carry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.measures.building import BME, WHITE, likelihood, row
from wres import words
from wres.answers import View, areas_of_concern, explore, gather, where_we_stand
from wres.answers.evidence import Evidence
from wres.benchmarks import LEAST_ORGANISATIONS, group_medians
from wres.library.shipped import load_shipped
from wres.results import Result, Results
from wres.terms import Band, BenchmarkGroup, Trigger

DATA = Path(__file__).resolve().parents[2] / "data"
# A trust of no survey table, so that only the figures made here stand.
CODE = "RRE"


@pytest.fixture(scope="module")
def shipped() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def _with(shipped: Evidence, *rows: Result, code: str = CODE) -> Evidence:
    made = Results(replace(one, org_code=code) for one in rows)
    return gather(shipped.shipped, made, 1)


def _pair(
    number: int, bme: tuple[int, int], white: tuple[int, int], year: int = 2025
) -> tuple[Result, ...]:
    return row(number, BME, bme, year=year), row(number, WHITE, white, year=year)


def _told(evidence: Evidence, number: int, year: int = 2025, code: str = CODE) -> str:
    seen = explore(evidence, View(org_code=code, wres_year=year, indicator=number))
    assert seen.assessment is not None
    said = [words.finding_sentence(one) for one in seen.assessment.findings]
    found = seen.assessment
    said += [words.exploration_finding(seen), words.people_sentence(found.people, found.gap)]
    text = " ".join(said)
    assert "None" not in text and "nan" not in text and "inf" not in text.replace("information", "")
    return text


def test_missing_years_do_not_become_a_step(shipped: Evidence) -> None:
    """Figures of 2021, 2023 and 2025 make a trend over those years and name no other."""
    rows = [
        one
        for year, said in ((2021, 60), (2023, 90), (2025, 150))
        for one in _pair(5, (said, 500), (100, 1000), year)
    ]
    text = _told(_with(shipped, *rows), 5)
    assert "from 12.0% in 2021 to 30.0% in 2025" in text
    assert "2022" not in text and "2024" not in text


def test_one_year_alone_is_no_trend(shipped: Evidence) -> None:
    """The trend and the gap say that there is one year, and raise nothing."""
    evidence = _with(shipped, *_pair(5, (150, 500), (200, 1000)))
    text = _told(evidence, 5)
    assert "One year of comparable figures, so no trend." in text
    assert "so no change to look at" in text


def test_percentages_without_counts_are_never_clear(shipped: Evidence) -> None:
    """30% beside 24% without bases: said, and how firm it is is not."""
    rows = (row(5, BME, year=2025, value=0.30), row(5, WHITE, year=2025, value=0.24))
    text = _told(_with(shipped, *rows), 5)
    assert "30.0% of BME staff and 24.0% of White staff" in text
    assert "clear" not in text and "more than chance" not in text
    assert "we cannot say how many people" in text


def test_a_benchmark_group_of_one_gives_no_median() -> None:
    """One trust is not compared with itself: below three organisations there is no median."""
    rows = [replace(row(5, BME, (30, 100)), org_code=code) for code in ("R0A", "RBK", "RXC")]
    groups = dict.fromkeys(("R0A", "RBK", "RXC"), BenchmarkGroup.ACUTE)
    assert group_medians(rows[:1], group_of=groups, source_id="made") == ()
    assert len(group_medians(rows, group_of=groups, source_id="made")) == 1
    assert LEAST_ORGANISATIONS == 3


def test_a_trust_where_most_are_bme_reads_the_same_way(shipped: Evidence) -> None:
    """With 900 BME answers and 300 White ones, either side can be the higher, and is named."""
    higher = _told(_with(shipped, *_pair(5, (270, 900), (60, 300))), 5)
    assert "30.0% of BME staff and 20.0% of White staff" in higher
    assert "10.0 points higher for BME staff" in higher
    lower = _told(_with(shipped, *_pair(5, (180, 900), (90, 300))), 5)
    assert "10.0 points lower for BME staff" in lower
    assert "At the White rate" not in lower


def test_a_trust_where_most_are_bme_can_have_a_shortfall(shipped: Evidence) -> None:
    """60% of the workforce and 40% of the senior posts is a shortfall of 20 posts in 100."""
    rows = (
        row(1, BME, (1200, 2000)),
        row(1, WHITE, (800, 2000)),
        row(1, BME, (40, 100), band=Band.BANDS_8A_VSM),
        row(1, WHITE, (60, 100), band=Band.BANDS_8A_VSM),
    )
    text = _told(_with(shipped, *rows), 1)
    assert "40 of 100" in text and "20 more posts" in text


def test_a_zero_cell_is_a_bound_and_not_a_zero(shipped: Evidence) -> None:
    """0 of 25 is a bound; nothing is compared, and nobody is called better off for it."""
    text = _told(_with(shipped, *_pair(5, (0, 25), (200, 1000))), 5)
    assert " 0.0%" not in f" {text}"
    assert "There is no figure to compare." in text


def test_nobody_in_the_lower_group_leaves_no_ratio() -> None:
    """9 of 300 against 0 of 900: the ratio cannot be given, and the reason can."""
    found = likelihood(3, (9, 300), (0, 900))
    assert found.ratio is None
    assert words.likelihood_text(found) == (
        "Nobody in one group was in the formal disciplinary process."
    )


def test_both_groups_at_a_hundred_per_cent_are_equal(shipped: Evidence) -> None:
    """100% of 60 and of 400 is no gap with a range, not a division by nothing."""
    evidence = _with(shipped, *_pair(5, (60, 60), (400, 400)))
    seen = explore(evidence, View(org_code=CODE, wres_year=2025, indicator=5))
    assert seen.now.points == 0.0
    assert seen.now.interval is not None and seen.now.interval.low < 0 < seen.now.interval.high
    assert "There is no gap." in _told(evidence, 5)


def test_a_merged_trust_keeps_its_figures_apart_from_its_heir(shipped: Evidence) -> None:
    """Figures of a closed trust stay its own: the heir gets none of them, nor a trend from them."""
    closed = next(
        one
        for one in shipped.organisations
        if one.closed and one.is_trust and shipped.organisations.successors(one.code)
    )
    heir = shipped.organisations.successors(closed.code)[0]
    before = shipped.years(heir.code)
    rows = [one for year in (2021, 2022) for one in _pair(5, (150, 500), (200, 1000), year)]
    evidence = _with(shipped, *rows, code=closed.code)
    assert evidence.years(heir.code) == before
    found = explore(evidence, View(org_code=closed.code, wres_year=2022, indicator=5)).assessment
    assert found is not None and found.finding(Trigger.TREND_IN_DECLINE) is not None


def test_the_awkward_trusts_have_their_pages(shipped: Evidence) -> None:
    """Where a trust has one indicator only, the other eight say that there are no figures."""
    evidence = _with(shipped, *_pair(5, (60, 60), (400, 400)))
    view = View(org_code=CODE, wres_year=2025)
    told = [words.finding(one) for one in where_we_stand(evidence, view)]
    assert told.count("No figures for this year.") == 8
    assert [c.measured.number for c in areas_of_concern(evidence, view).cards] == [5]
