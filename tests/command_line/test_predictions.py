"""``predictions`` and what ``concerns`` says of ages and judgements."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.command_line.conftest import Run
from wres.answers.judging import keep
from wres.answers.locking import lock
from wres.answers.opening import evidence_at, shipped
from wres.answers.written import add_comment
from wres.errors import PredictionRefused
from wres.judgements import Judgement, Level
from wres.predictions import Aim, Direction, Prediction
from wres.store import open_store

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
ONE = Prediction(
    org_code="ZZP",
    activity_id="zzp-2025-26-1-1",
    activity="One response to abuse",
    indicator=5,
    aim=Aim.BME,
    direction=Direction.DOWN,
    size=0.05,
    base_year=2025,
    result_year=2026,
)


@pytest.fixture
def written(home: Path) -> Prediction:
    """A prediction of the Practice Trust with a comment, and two judgements."""
    with open_store(home) as store:
        evidence = evidence_at(store, 0, data=shipped())
        one = lock(store, evidence, ONE, made_by="Ada", made_at=NOW)
        add_comment(store, one, "=HYPERLINK() is only text", made_by="Ada", made_at=NOW)
        for number, level in ((8, Level.LOWERED), (4, Level.RAISED)):
            judged = Judgement(
                org_code="ZZP",
                indicator=number,
                wres_year=2025,
                level=level,
                reason="The panel heard more.",
            )
            keep(store, evidence, judged, made_by="Ben", made_at=NOW)
    return one


def test_a_locked_prediction_is_listed_with_what_it_waits_for(
    run: Run, written: Prediction
) -> None:
    """As data and as text: what, by whom, when, what could be seen, and its comment."""
    (told,) = run("predictions", "--org", "ZZP", "--json").data["predictions"]
    assert (told["id"], told["verdict"], told["result_year"]) == (
        written.record_id,
        "waiting",
        2026,
    )
    # 37.9% of 642 answers: 2.80 times the root of twice p q / n.
    assert told["needed_to_be_seen"] == pytest.approx(0.0758, abs=0.0005)
    assert told["comments"][0]["text"] == "=HYPERLINK() is only text"
    text = run("predictions", "--org", "zzp").out
    for said in ("to fall by 5.0 points", "by Ada", "7.6 points", "Waiting for the result"):
        assert said in text


def test_without_a_store_no_prediction_is_locked(run: Run) -> None:
    """The Practice Trust as it is shipped."""
    ended = run("predictions", "--org", "ZZP")
    assert (ended.code, "No prediction is locked." in ended.out) == (0, True)


@pytest.mark.usefixtures("written")
def test_concerns_show_both_verdicts_and_the_age(run: Run) -> None:
    """The strength of 8 is clear as before; lowered by Ben stands beside; 4 was raised alone."""
    said = run("concerns", "--org", "ZZP", "--json").data
    cards = {card["indicator"]: card for card in said["concerns"]}
    judged = cards[8]["local_judgement"]
    assert (cards[8]["strength"], judged["level"], judged["by"]) == ("clear", "lowered", "Ben")
    assert (judged["strength_then"], judged["reason"]) == ("clear", "The panel heard more.")
    assert cards[5]["local_judgement"] is None
    assert [one["indicator"] for one in said["judged_without_a_concern"]] == [4]
    assert (cards[5]["age"]["age"], cards[5]["age"]["since_wres_year"]) == ("continuing", 2022)
    gone = {one["indicator"]: one["age"] for one in said["gone_since_the_year_before"]}
    assert gone == {6: "resolved", 7: "resolved"}
    text = run("concerns", "--org", "ZZP").out
    for part in ("Lowered here by the trust (Ben", "Raised here by the trust", "since WRES 2022"):
        assert part in text


@pytest.mark.usefixtures("written")
def test_a_comment_that_says_nothing_is_refused(home: Path) -> None:
    """Blank, or longer than a thousand letters."""
    with open_store(home) as store:
        for text in ("  ", "x" * 1001):
            with pytest.raises(PredictionRefused):
                add_comment(store, ONE, text, made_by="Ada", made_at=NOW)
