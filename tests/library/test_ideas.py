"""Ideas: each has a source that can be opened, a case keeps its evidence, bad files are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.errors import DataFileBroken
from wres.indicators import INDICATORS
from wres.library.case_studies import EvidenceGrade, load_case_studies
from wres.library.ideas import Idea, load_ideas, rank_ideas
from wres.library.matching import Criterion, Need
from wres.terms import BenchmarkGroup
from wres.text import safe_url

DATA = Path(__file__).parents[2] / "data"
CASES = load_case_studies(DATA / "case_studies")[0]
IDEAS = load_ideas(DATA / "ideas" / "ideas.toml", CASES)
SMALL = """[sources.plan]
title = "A plan"
url = "https://example.org/plan"
checked_on = 2026-11-27

[[ideas]]
id = "one"
title = "Do one thing"
what = "It is done."
indicators = [4]
interventions = ["training"]
link_basis = "The plan names it."
source = "plan"
"""


@pytest.mark.parametrize("idea", IDEAS, ids=lambda one: one.id)
def test_every_idea_has_a_source_that_can_be_opened(idea: Idea) -> None:
    """A title, a safe address, and why it answers its indicators."""
    assert idea.source.title
    assert safe_url(idea.source.url) == idea.source.url
    assert idea.source.url.startswith("https://")
    assert idea.link_basis
    assert (idea.case is None) != (idea.national_action is None)


@pytest.mark.parametrize("number", [one.number for one in INDICATORS])
def test_every_indicator_has_at_least_two_ideas(number: int) -> None:
    """From two sources that differ, so that one lost page does not empty it."""
    about = [idea for idea in IDEAS if number in idea.indicators]
    assert len(about) >= 2
    assert len({idea.source.url for idea in about}) >= 2


def test_an_idea_of_a_case_is_about_indicators_of_that_case() -> None:
    """No idea claims an indicator that its case is not about."""
    wrong = [
        idea.id
        for idea in IDEAS
        if idea.case and not set(idea.indicators) <= set(idea.case.indicators)
    ]
    assert wrong == []


def test_an_idea_takes_source_and_evidence_of_its_case() -> None:
    """The letter to the chief executive stands in the one controlled study."""
    (letter,) = [idea for idea in IDEAS if idea.id == "panels_and_a_letter"]
    assert letter.evidence_grade is EvidenceGrade.CONTROLLED
    assert letter.source.url == "https://tomesphere.com/paper/PMC12096476"


def test_ideas_for_an_acute_trust_on_indicator_8_worked_by_hand() -> None:
    """Chesterfield's two are of its type; the national ones have none; Northamptonshire another."""
    need = Need(indicator=8, benchmark_group=BenchmarkGroup.ACUTE, bme_share=0.10)
    assert [idea.id for idea, _ in rank_ideas(IDEAS, need)] == [
        "bias_in_all_management_training",
        "local_survey_response",
        "board_reviews_concerns",
        "end_bullying_and_discrimination",
        "plan_with_staff_network",
        "reverse_mentoring",
        "respect_campaign",
        "visible_leadership",
    ]


def test_a_measured_outcome_can_be_put_first() -> None:
    """Then the national plan, which measures nothing, comes after Northamptonshire."""
    need = Need(indicator=8, benchmark_group=BenchmarkGroup.ACUTE, bme_share=0.10)
    ranked = [idea.id for idea, _ in rank_ideas(IDEAS, need, first=Criterion.EVIDENCE)]
    assert ranked.index("reverse_mentoring") < ranked.index("board_reviews_concerns")


def test_an_idea_says_why_it_is_there() -> None:
    """Six reasons, the first of them how it is tied to the indicator."""
    need = Need(indicator=4, benchmark_group=BenchmarkGroup.COMMUNITY)
    for idea, like in rank_ideas(IDEAS, need):
        assert len(like.reasons) == len(Criterion)
        assert like.reasons[0] == f"For indicator 4. {idea.link_basis}"


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('source = "plan"', 'source = "rumour"', "rumour"),
        ('source = "plan"', 'case = "unheard_of"', "unheard_of"),
        ('source = "plan"', "", "neither a case nor a source"),
        ('url = "https://example.org/plan"', 'url = "javascript:alert(1)"', "https://"),
        ("indicators = [4]", "indicators = [10]", "no indicator 10"),
        ('source = "plan"', 'source = "plan"\nnational_action = 7', "1 to 6"),
        ('link_basis = "The plan names it."', 'link_basis = ""', "link_basis"),
        ("[[ideas]]", "[[ideas]]\nstars = 3", "stars"),
    ],
)
def test_a_mistake_in_an_idea_is_named(tmp_path: Path, old: str, new: str, hint: str) -> None:
    """Nothing without a source gets in, and the message names the place."""
    path = tmp_path / "ideas.toml"
    path.write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileBroken, match=r"ideas\.toml") as refusal:
        load_ideas(path, ())
    assert hint in str(refusal.value)


def test_an_idea_is_there_once(tmp_path: Path) -> None:
    """Two of one id are a slip of copying."""
    path = tmp_path / "ideas.toml"
    path.write_text(SMALL + SMALL[SMALL.index("[[ideas]]") :], encoding="utf-8")
    with pytest.raises(DataFileBroken, match="twice"):
        load_ideas(path, ())
