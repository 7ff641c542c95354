"""``concerns``: what is raised, why, what answers it, and what others did."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.command_line.conftest import ROOT, Run


@pytest.fixture
def answer_key() -> dict[str, Any]:
    """The Practice Trust's planted truths, worked out by its generator."""
    text = (ROOT / "data" / "practice" / "answer_key.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_practice_concerns_equal_the_answer_key(run: Run, answer_key: dict[str, Any]) -> None:
    """Every planted concern in its order, with its strength and both answers; none invented."""
    said = run("concerns", "--org", "ZZP", "--json").data
    assert [card["indicator"] for card in said["concerns"]] == answer_key["concerns_in_order"]
    assert [card["indicator"] for card in said["concerns"]] == [5, 8, 2, 3, 9, 1]
    truths = {one["indicator"]: one for one in answer_key["latest"]}
    for card in said["concerns"]:
        truth = truths[card["indicator"]]
        assert card["strength"] == truth["strength"]
        assert {
            one["trigger"]: {"point": one["point"], "qualified": one["qualified"]}
            for one in card["triggers"]
        } == truth["triggers"]


def test_practice_activities_equal_the_answer_key(run: Run, answer_key: dict[str, Any]) -> None:
    """Concerns with and without an activity are the planted ones."""
    cards = run("concerns", "--org", "ZZP", "--json").data["concerns"]
    planted = answer_key["action_plan"]
    answered = sorted(card["indicator"] for card in cards if card["activities"])
    unanswered = sorted(card["indicator"] for card in cards if not card["activities"])
    assert answered == planted["concerns_with_an_activity"]
    assert unanswered == planted["concerns_without_an_activity"]


def test_declared_concerns_stand_with_their_reasons(run: Run) -> None:
    """The 2022 plan declares indicators 5, 8, 1 and 9; each has activities that answer it."""
    said = run("concerns", "--org", "RRP", "--json").data
    cards = {card["indicator"]: card for card in said["concerns"]}
    assert set(cards) == {1, 5, 8, 9}
    assert all(card["origin"] == "declared" and card["activities"] for card in cards.values())
    assert cards[5]["declared"]["reasons"] == [
        "worse_than_benchmark",
        "trend_in_decline",
        "differential_opening",
    ]
    assert cards[8]["declared"]["reasons"] == ["worse_than_benchmark"]


def test_what_a_plan_leaves_open_is_named(run: Run) -> None:
    """Every “TBC” lead is named as missing, in JSON and in words."""
    cards = run("concerns", "--org", "rrp", "--json").data["concerns"]
    activities = [one for card in cards for one in card["activities"]]
    to_come = [one for one in activities if one["lead"] == "TBC"]
    assert to_come and all("lead is TBC" in one["missing"] for one in to_come)
    assert "lead is TBC" in run("concerns", "--org", "RRP").out


def test_each_concern_leads_to_case_studies(run: Run) -> None:
    """Indicator 8 leads to Chesterfield, with what did not work."""
    cards = run("concerns", "--org", "ZZP", "--json").data["concerns"]
    (eight,) = [card for card in cards if card["indicator"] == 8]
    found = {case["id"]: case for case in eight["case_studies"]}
    assert "chesterfield_indicator_8" in found
    assert all(case["what_did_not_work"] for case in found.values())


def test_the_latest_year_is_the_usual_one(run: Run) -> None:
    """Without --year the latest is taken; an earlier one can be asked for."""
    assert run("concerns", "--org", "ZZP", "--json").data["wres_year"] == 2025
    assert run("concerns", "--org", "ZZP", "--year", "2024", "--json").data["wres_year"] == 2024


def test_plain_text_says_how_many_chance_would_light_up(run: Run) -> None:
    """18 checks, about 0.5 by chance, and no line wider than 80 characters."""
    said = run("concerns", "--org", "ZZP").out
    assert "18 checks against chance" in said and "about 0.5 would light up" in said
    assert max(map(len, said.splitlines())) <= 80
    assert "Made-up figures, for practice." in said
