"""What helped elsewhere: for every concern of every organisation, and searched by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.answers import (
    Evidence,
    View,
    Wanted,
    areas_of_concern,
    case_of,
    gather,
    matches,
    need_of,
    read_case,
    search_cases,
)
from wres.indicators import INDICATORS
from wres.library.case_studies import CaseStudy, EvidenceGrade, Intervention, load_case_study
from wres.library.matching import Criterion
from wres.library.shipped import load_shipped
from wres.results import Results
from wres.terms import BenchmarkGroup, Trigger
from wres.text import safe_url
from wres.words.cases import cases_headline, claim_sentences, ideas_sentence

DATA = Path(__file__).parents[2] / "data"
CUMBRIA = View(org_code="RNN", wres_year=2025, indicator=8)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """The shipped data alone."""
    return gather(load_shipped(DATA), Results(), 0)


def test_no_concern_of_any_shipped_organisation_is_without_two_ideas(evidence: Evidence) -> None:
    """England, the Practice Trust, the plan’s trust and every trust of the survey, each year.

    Each idea has a source whose address may become a link.
    """
    looked_at = 0
    for organisation in evidence.with_figures():
        for year in evidence.years(organisation.code):
            view = View(org_code=organisation.code, wres_year=year)
            for number in _concerns(evidence, view):
                looked_at += 1
                ideas = matches(evidence, view, number).ideas
                sourced = [one for one, _ in ideas if safe_url(one.source.url) and one.source.title]
                assert len(sourced) >= 2, (organisation.code, year, number)
                assert all(len(like.reasons) == len(Criterion) for _, like in ideas)
    assert len(evidence.with_figures()) >= 122
    assert looked_at > 300


def _concerns(evidence: Evidence, view: View) -> list[int]:
    """Every indicator that a trigger or a plan makes a concern."""
    return [one.number for one in INDICATORS if need_of(evidence, view, one.number).triggers]


def test_the_cards_of_concerns_are_the_concerns_looked_at(evidence: Evidence) -> None:
    """What the walk above calls a concern is what the page shows as one."""
    for code in ("ZZP", "RRP", "R0A", "RNN", "ENG"):
        for year in evidence.years(code):
            view = View(org_code=code, wres_year=year)
            shown = [card.measured.number for card in areas_of_concern(evidence, view).cards]
            assert sorted(shown) == _concerns(evidence, view)


def test_chesterfield_is_first_for_a_real_acute_trust_with_few_bme_staff(
    evidence: Evidence,
) -> None:
    """North Cumbria: acute, 12.0% of those who answered in 2024, indicator 8 worse than benchmark.

    Its reasons are there to be printed.
    """
    need = need_of(evidence, CUMBRIA, 8)
    assert need.benchmark_group is BenchmarkGroup.ACUTE
    assert need.bme_share == pytest.approx(0.119621)
    assert Trigger.WORSE_THAN_BENCHMARK in need.triggers
    case, like = matches(evidence, CUMBRIA, 8).cases[0]
    assert case.id == "chesterfield_indicator_8"
    assert like.for_it[:4] == (
        "Same indicator: 8.",
        "Same type of trust: acute.",
        "Outcome measured: before and after, without counts.",
        "BME share of staff is low there, as its source says; low here too: 12%.",
    )


def test_the_practice_trusts_share_is_of_its_staff(evidence: Evidence) -> None:
    """Head counts come before survey answers; the year looked at comes before older ones."""
    view = View(org_code="ZZP", wres_year=2025)
    row = evidence.rows.where(org_code="ZZP", wres_year=2025, indicator=1)
    (whole,) = [
        one
        for one in row
        if (one.band.value, one.staff_group.value, one.ethnic_group.value) == ("all", "all", "bme")
    ]
    assert whole.numerator is not None
    assert whole.denominator is not None
    share = need_of(evidence, view, 8).bme_share
    assert share == pytest.approx(whole.numerator / whole.denominator)


def test_an_indicator_that_is_no_concern_has_its_card_when_asked_for(evidence: Evidence) -> None:
    """It stands apart from the concerns, with ideas and cases of its own."""
    view = View(org_code="ZZP", wres_year=2025)
    answer = areas_of_concern(evidence, view, first=4)
    assert 4 not in [card.measured.number for card in answer.cards]
    assert answer.asked_for is not None
    assert answer.asked_for.measured.number == 4
    assert len(answer.asked_for.ideas) >= 2
    assert areas_of_concern(evidence, view, first=8).asked_for is None


def found_ids(evidence: Evidence, wanted: Wanted) -> set[str]:
    """Return the ids of the cases found."""
    return {case.id for case, _ in search_cases(evidence, CUMBRIA, wanted).cases}


def test_the_library_is_filtered_by_each_field_and_by_all_together(evidence: Evidence) -> None:
    """Counted by hand in the files: three name the police, two of them at one trust."""
    police = Wanted(intervention=Intervention.POLICE)
    assert found_ids(evidence, police) == {
        "hampshire_indicator_5",
        "kent_and_medway_indicators_5_6_9",
        "operation_cavell_london_indicator_5",
    }
    assert found_ids(
        evidence, Wanted(intervention=Intervention.POLICE, org_type=BenchmarkGroup.ACUTE)
    ) == {"hampshire_indicator_5"}
    assert found_ids(evidence, Wanted(grade=EvidenceGrade.CONTROLLED)) == {
        "london_acute_panels_indicator_2"
    }
    assert len(found_ids(evidence, Wanted(indicator=8))) == 4
    assert len(found_ids(evidence, Wanted())) == 16


def test_a_search_finds_words_in_any_order_and_case(evidence: Evidence) -> None:
    """Also in what did not work, which is where the poorly attended events stand."""
    assert found_ids(evidence, Wanted(text="ATTENDED poorly")) == {"chesterfield_indicator_8"}
    assert found_ids(evidence, Wanted(text="mentoring reverse")) == {
        "northamptonshire_indicators_3_7_8"
    }


def test_an_empty_result_says_what_is_nearest(evidence: Evidence) -> None:
    """Police work at ambulance trusts: none; without the type three, without the work one."""
    wanted = Wanted(intervention=Intervention.POLICE, org_type=BenchmarkGroup.AMBULANCE)
    found = search_cases(evidence, CUMBRIA, wanted)
    assert found.cases == ()
    assert found.nearest == (("org_type", 3), ("intervention", 1))


def test_one_case_and_one_idea_stand_in_no_order() -> None:
    """“Most like this trust first” and “the best fit first” need two."""
    assert cases_headline(1, 3) == "1 case study for indicator 3."
    assert (
        cases_headline(2, 3) == "2 case studies for indicator 3, those most like this trust first."
    )
    assert ideas_sentence(1, 3) == "1 idea for indicator 3, with its source."


def test_a_search_that_nothing_is_near_says_nothing_is(evidence: Evidence) -> None:
    """Two things missing at once."""
    wanted = Wanted(text="zebra", org_type=BenchmarkGroup.COMMUNITY)
    assert search_cases(evidence, CUMBRIA, wanted).nearest == ()


def test_a_case_is_found_by_its_id_and_by_no_other(evidence: Evidence) -> None:
    """A path or a part of an id is nobody."""
    known = case_of(evidence, "chesterfield_indicator_8")
    assert known is not None
    for wrong in ("", "chesterfield", "../chesterfield_indicator_8", "Chesterfield_Indicator_8"):
        assert case_of(evidence, wrong) is None


COUNTED = """+++
title = "A case with counts"
organisation = "An Example Trust"
org_code = "X01"
org_type = "community"
indicators = [8]
wres_years = [2022, 2023]
claim = ""
evidence_grade = "before and after"
grade_reason = "Two surveys."
interventions = ["training"]
setting = "One trust."
duration = "One year."
cost = "Not stated in the source."
what_was_done = "A thing."
outcome = "From 15% to 10%."
what_did_not_work = "Not stated in the source."
sample_sizes = "Given."
caution = "Made for this test."
source_title = "Written for this test"
source_url = "https://example.org/case"
checked_on = 2026-11-23
+++

Words.
"""
FIGURE = """
[[reported]]
indicator = 8
measure = "Discrimination"
group = "{group}"
moment = "{moment}"
year_label = ""
printed = "{printed}"
unit = "percent"
count = {count}
base = {base}
"""


@pytest.fixture
def counted(tmp_path: Path) -> CaseStudy:
    """BME 60 of 400 then 40 of 400; White 100 of 2,000 then 90 of 2,000."""
    rows = (
        ("bme", "before", "15", 60, 400),
        ("bme", "after", "10", 40, 400),
        ("white", "before", "5", 100, 2000),
        ("white", "after", "4.5", 90, 2000),
    )
    names = ("group", "moment", "printed", "count", "base")
    figures = "".join(FIGURE.format(**dict(zip(names, row, strict=True))) for row in rows)
    path = tmp_path / "counted.md"
    path.write_text(COUNTED.replace("\n+++\n\nWords", f"\n{figures}+++\n\nWords"), encoding="utf-8")
    return load_case_study(path)


def test_our_reading_of_counts_has_a_likely_range(counted: CaseStudy) -> None:
    """Newcombe's interval, method 10, from Wilson limits worked out here by hand.

    Wilson at 95%: 60/400 is 0.1184 to 0.1883, 40/400 is 0.0743 to 0.1333. After minus before is
    -0.05; lower: 0.05 + sqrt(0.0257^2 + 0.0383^2) below zero; upper: sqrt(0.0333^2 + 0.0316^2).
    """
    found = read_case(counted, 8)
    assert found is not None
    bme = found.checks[0]
    assert bme.change is not None
    assert bme.change.value == pytest.approx(-0.05)
    assert bme.change.low == pytest.approx(-0.05 - (0.0257**2 + 0.0383**2) ** 0.5, abs=2e-4)
    assert bme.change.high == pytest.approx(-0.05 + (0.0333**2 + 0.0316**2) ** 0.5, abs=2e-4)
    assert bme.bases == (400, 400)
    assert bme.needed is None
    assert found.gap_change is not None
    assert found.gap_change.value == pytest.approx(-0.045)
    told = " ".join(claim_sentences(counted, found))
    assert "BME staff: a change of -5.0 points, likely range -9.6 to -0.4" in told
    assert "(400 and 400 answered). That is clear of chance." in told
    assert "The gap changed by -4.5 points" in told
    assert "No counts are published" not in told


def test_without_counts_the_reading_says_how_many_would_have_to_answer(
    evidence: Evidence,
) -> None:
    """From 8.1% to 7.1%: about 11,000 each time, by the usual formula worked out by hand.

    (1.960 sqrt(2 x 0.076 x 0.924) + 0.842 sqrt(0.081 x 0.919 + 0.071 x 0.929))^2 / 0.01^2.
    """
    case = case_of(evidence, "chesterfield_indicator_8")
    assert case is not None
    found = read_case(case, 8)
    assert found is not None
    by_hand = (
        1.959964 * (2 * 0.076 * 0.924) ** 0.5 + 0.841621 * (0.081 * 0.919 + 0.071 * 0.929) ** 0.5
    ) ** 2 / 0.01**2
    assert found.checks[0].needed == pytest.approx(by_hand, abs=2)
    told = " ".join(claim_sentences(case, found))
    assert "BME staff: to see such a change, about 11,000 of them must answer each time." in told
    assert "+3.1 to +2.7 points" in told
    assert "nothing here can be called clear" in told


def test_a_printed_ratio_is_placed_beside_four_fifths(evidence: Evidence) -> None:
    """1.98 is above the range and 0.59 below it; who is on top is named."""
    case = case_of(evidence, "yorkshire_ambulance_indicator_3")
    assert case is not None
    found = read_case(case, 3)
    assert found is not None
    told = " ".join(claim_sentences(case, found))
    assert "(BME over White) went from 1.98, above 1.25, to 0.59, below 0.8." in told
    assert "better" not in told
