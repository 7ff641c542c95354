"""The bench of a hundred sessions: what it tells of an hour's worth of changes."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest

from bench import hour, hundred
from bench.choosing import Box, ChoosingWindow, Habit

MET = {
    "times": 897,
    "median_s": 0.02,
    "p95_s": 0.04,
    "longest_s": 0.1,
    "complaints": 0,
    "processor_ms": 17.0,
    "memory_before_mb": 200.0,
    "memory_after_mb": 204.0,
}


def to_the_end(work: Coroutine[Any, Any, Any]) -> Any:
    """Give what the work comes to; a test of a browser may have left a loop in this thread."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, work).result()


def noted(*found: tuple[int, float]) -> dict[str, Any]:
    """What one page met, its memory noted after these numbers of changes."""
    return MET | {"noted": [{"changes": made, "megabytes": held} for made, held in found]}


def told(ours: dict[str, Any], bare: dict[str, Any]) -> str:
    """The section of the page."""
    measured = {"measured_at": "now", "others_running": 0.1}
    return hundred.section(measured | {"ours": ours, "bare": bare})


def test_a_hundred_sessions_make_36_000_changes_in_an_hour() -> None:
    """One every ten seconds each: 360 times a hundred."""
    assert hour.changes_in_an_hour(100, 10.0) == hundred.HOUR == 36_000


def test_growth_is_of_the_most_that_was_held_on_the_way() -> None:
    """From 200 to 208 and back to 206 are four per cent, and no growth is none."""
    rose = noted((897, 204.0), (3_600, 208.0), (36_000, 206.0))["noted"]
    assert hour.growth_percent(200.0, rose) == 4.0
    assert hour.growth_percent(208.0, rose) == 0.0


def test_growth_is_told_from_both_beginnings_and_read_against_the_stricter() -> None:
    """Six per cent from open pages and four from the first changes on: the goal is not met."""
    page = told(noted((897, 204.0), (36_000, 212.0)), noted((897, 202.0), (36_000, 203.0)))
    assert "ours grew by 6.0%, the bare page by 1.5%" in page
    assert "ours grew by 3.9%, the bare page by 0.5%" in page
    assert "| after 36,000 changes | 212.0 | 203.0 |" in page
    assert page.endswith("the first and stricter of the two: **not met**.")


@pytest.mark.parametrize(
    ("made", "verdict"),
    [(36_000, ": met."), (20_000, "**not settled**, as 20,000 of the 36,000 changes")],
)
def test_less_than_an_hours_worth_settles_nothing(made: int, verdict: str) -> None:
    """A growth of three per cent meets the goal once an hour's worth was played."""
    page = told(noted((897, 204.0), (made, 206.0)), noted((897, 202.0), (36_000, 203.0)))
    assert verdict in page
    assert f"| after {made:,} changes | 206.0 |" in page


def test_figures_of_a_run_without_the_hour_are_told_without_it() -> None:
    """What was measured before is still a page."""
    assert told(MET, MET).endswith("An hour's worth is 36,000 changes, and was not played.")


class Counted:
    """A session that counts its changes."""

    def __init__(self) -> None:
        self.boxes = {"Year": Box(identity="year", options=("2024", "2025"), shown="2025")}
        self.changes = 0

    async def pick(self, label: str, words: str) -> None:
        """Count one."""
        assert words in self.boxes[label].options
        self.changes += 1


def test_each_session_has_its_turn_and_memory_is_noted_on_the_way() -> None:
    """40 sessions that change once in an hour: 4, 10, 20, 30 and 40 changes, one of each."""
    sessions, memory = [Counted() for _ in range(40)], iter(range(200, 210))
    habit = Habit(box="Year", choices=slice(None), pace=3_600.0, seed=1)
    waiting = [cast(ChoosingWindow, one) for one in sessions]
    found = to_the_end(hour.played(waiting, lambda: next(memory), habit=habit, begun_with=0))
    assert [one["changes"] for one in found] == [0, 4, 10, 20, 30, 40]
    assert [one["megabytes"] for one in found] == [200, 201, 202, 203, 204, 205]
    assert {one.changes for one in sessions} == {1}


def test_what_does_not_fit_the_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no time nothing is played, and the memory before is all that is noted."""
    monkeypatch.setattr(hour, "LONGEST_SECONDS", 0.0)
    habit = Habit(box="Year", choices=slice(None), pace=10.0, seed=1)
    waiting = [cast(ChoosingWindow, Counted())]
    found = to_the_end(hour.played(waiting, lambda: 200.0, habit=habit, begun_with=9))
    assert found == [{"changes": 9, "megabytes": 200.0}]
