"""An hour's worth of changes by many sessions, played faster, and how memory grows meanwhile."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bench.choosing import ChoosingWindow, Habit

HOUR_SECONDS = 3600.0
# Memory is noted after these shares of an hour.
SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)
# No longer than this for one page (seconds): what fits is played.
LONGEST_SECONDS = 660.0
# So many changes are asked for at a time. At the pace of a real hour, ten changes a second of some
# 20 ms each, there are seldom more than two.
AT_A_TIME = 4
GOAL_PERCENT = 5.0

Noted = Sequence[Mapping[str, float]]


def changes_in_an_hour(sessions: int, pace: float) -> int:
    """Return how many changes so many sessions make in an hour, one in ``pace`` seconds each."""
    return round(sessions * HOUR_SECONDS / pace)


async def played(
    sessions: Sequence[ChoosingWindow],
    megabytes: Callable[[], float | None],
    *,
    habit: Habit,
    begun_with: int,
) -> list[dict[str, float]]:
    """Return the memory of a server after more and more changes, up to an hour's worth.

    ``begun_with`` were played before. Every session has its turn before one has a second.
    """
    hour = changes_in_an_hour(len(sessions), habit.pace)
    waiting: asyncio.Queue[ChoosingWindow] = asyncio.Queue()
    for one in sessions:
        waiting.put_nowait(one)
    chance, end = random.Random(habit.seed), time.perf_counter() + LONGEST_SECONDS
    done, noted = begun_with, [{"changes": begun_with, "megabytes": megabytes() or 0.0}]
    for share in SHARES:
        turns = iter(range(max(0, round(share * hour) - done)))
        hands = (
            _plays(waiting, turns, until=end, habit=habit, chance=chance) for _ in range(AT_A_TIME)
        )
        made = sum(await asyncio.gather(*hands))
        done += made
        if made:
            noted.append({"changes": done, "megabytes": megabytes() or 0.0})
    return noted


async def _plays(
    waiting: asyncio.Queue[ChoosingWindow],
    turns: Iterator[int],
    *,
    until: float,
    habit: Habit,
    chance: random.Random,
) -> int:
    """Return how many of the turns were taken before an end, by the clock of performance."""
    made = 0
    while time.perf_counter() < until and next(turns, None) is not None:
        session = await waiting.get()
        options = session.boxes[habit.box].options[habit.choices]
        await session.pick(habit.box, chance.choice(options))
        waiting.put_nowait(session)
        made += 1
    return made


def growth_percent(before: float, noted: Noted) -> float:
    """Return by how much the most that was noted is above what was held before, in per cent."""
    most = max(one["megabytes"] for one in noted)
    return round((most / before - 1) * 100, 1) if before else 0.0


def lines(found: Mapping[str, Any], *, hour: int) -> list[str]:
    """Return what is told of an hour's worth of changes on both pages, as lines of Markdown."""
    ours, bare = found["ours"], found["bare"]
    if "noted" not in ours:
        return [f"An hour's worth is {hour:,} changes, and was not played."]
    return [
        "| Memory, megabytes | ours | bare page, same charts |",
        "|---|---|---|",
        f"| all pages open, no change | {ours['memory_before_mb']} | {bare['memory_before_mb']} |",
        *_rows(ours["noted"], bare["noted"]),
        "",
        _told(ours, bare, hour=hour),
    ]


def _rows(ours: Noted, bare: Noted) -> list[str]:
    """Both pages after the first changes, then one row for each number that either came to."""
    begun = " and ".join(f"{int(one[0]['changes']):,}" for one in (ours, bare))
    held = [{int(one["changes"]): one["megabytes"] for one in noted[1:]} for noted in (ours, bare)]
    return [
        f"| after {begun} changes | {ours[0]['megabytes']} | {bare[0]['megabytes']} |",
        *(
            f"| after {made:,} changes | {held[0].get(made, '')} | {held[1].get(made, '')} |"
            for made in sorted(held[0].keys() | held[1].keys())
        ),
    ]


def _told(ours: Mapping[str, Any], bare: Mapping[str, Any], *, hour: int) -> str:
    """The growth from both beginnings, and whether the goal is met by the stricter."""
    first, last = int(ours["noted"][0]["changes"]), int(ours["noted"][-1]["changes"])
    opened = [growth_percent(one["memory_before_mb"], one["noted"]) for one in (ours, bare)]
    settled = [growth_percent(one["noted"][0]["megabytes"], one["noted"]) for one in (ours, bare)]
    is_met = opened[0] <= GOAL_PERCENT
    verdict = "met" if is_met and last >= hour else "**not met**"
    if is_met and last < hour:
        verdict = f"**not settled**, as {last:,} of the {hour:,} changes were played in the time"
    return (
        f"From the moment all pages were open to the most that was held, ours grew by "
        f"{opened[0]}%, the bare page by {opened[1]}%. From {first:,} changes, by when each "
        f"session has made its first, ours grew by {settled[0]}%, the bare page by {settled[1]}%. "
        f"The goal, at most {GOAL_PERCENT:.0f}%, is read against the first and stricter of the "
        f"two: {verdict}."
    )
