"""``workforce``: the same people, ratios and seats as the page, as text and as JSON."""

from __future__ import annotations

import pytest

from tests.command_line.conftest import Run


def test_practice_posts_in_json(run: Run) -> None:
    """Rungs hold every post once; the steps multiply; 28% by 2030 takes 90 posts."""
    said = run("workforce", "--org", "ZZP", "--goal", "28", "--by", "2030", "--json").data
    (ladder,) = said["ladders"]
    assert sum(rung["posts"] for rung in ladder["rungs"]) == said["workforce"]["posts"] == 4207
    first, second, whole = (step["ratio"] for step in ladder["disparity_ratios"])
    # (854 / 1563) / (195 / 763), (263 / 854) / (42 / 195), (263 / 1563) / (42 / 763)
    assert (first, second, whole) == (2.1379, 1.4298, 3.0568)
    assert said["senior"]["posts_by_swap"] == 46 and said["senior"]["posts_by_growth"] == 63
    assert [step["posts"] for step in said["goal"]["steps"]] == [52, 61, 71, 80, 90]
    assert said["board"][0]["sentence"].startswith("1 of 13 is BME (7.7%)")


def test_a_trust_without_posts_is_an_answer(run: Run) -> None:
    """Manchester has no counts of posts: fine, and said."""
    said = run("workforce", "--org", "R0A")
    assert said.code == 0
    assert "Indicator 1 has no figures here for WRES 2025." in said.out
    assert "Indicator 9 has no figures here for WRES 2025." in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--goal", "28"), "A goal needs both --goal, a percentage, and --by, a WRES year."),
        (("--goal", "nan", "--by", "2030"), "A goal is a percentage from 0.1 to 100"),
        (("--goal", "28", "--by", "2020"), "by a year from 2026 to 2035."),
        (("--goal", "28", "--by", "2030", "--band", "2"), "A goal can be set for the bands"),
    ],
)
def test_a_goal_that_cannot_be_is_refused(run: Run, words: tuple[str, ...], sentence: str) -> None:
    """One sentence, and exit 2."""
    said = run("workforce", "--org", "ZZP", *words)
    assert said.code == 2 and sentence in " ".join(said.err.split())
