"""A hundred sessions that each change a filter every ten seconds, beside bare pages that do."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

from bench.carrying import Crowd
from bench.choosing import Habit, goes_on
from bench.comparators.kept import NAMED_IN
from bench.hour import AT_A_TIME, GOAL_PERCENT, LONGEST_SECONDS, changes_in_an_hour, lines, played
from bench.latency import BARE, BARE_BOX, CHANGED, what_ours_draws
from bench.serving import ROOT, Server, memory_megabytes, processor_seconds, served
from bench.window import Times

PAGE = "explore"
SESSIONS, PACE, SECONDS, SEED = 100, 10.0, 90.0, 11
GOAL = 2.0
HOUR = changes_in_an_hour(SESSIONS, PACE)
TOLD = f"""## A hundred at once

`python -m bench hundred`: {SESSIONS} sessions over Streamlit's own protocol on `explore`, each
changing the indicator every {PACE:.0f} seconds on average, for {SECONDS:.0f} seconds; then as many
on the bare page with the same charts. Whoever asks runs on the same cores. The goal: the 95th
percentile at most {GOAL:.0f} times that of the bare page, and no error. Then the same sessions go
on until an hour's worth of changes is made, {HOUR:,}, as fast as the server takes them, {AT_A_TIME}
asked for at a time and for {LONGEST_SECONDS / 60:.0f} minutes at most, and the memory is noted. The
goal: no growth beyond {GOAL_PERCENT:.0f}%. Memory is what the system counts as held by the process.
Most of the growth is in the first changes, when Streamlit lays by the state of each session.
"""


def measure() -> dict[str, Any]:
    """Return how long changes took with a hundred sessions, on ours and on the bare page."""
    with tempfile.TemporaryDirectory() as folder:
        home, kept_in = Path(folder), Path(folder) / "kept.json"
        named = {NAMED_IN: str(kept_in)}
        found: dict[str, Any] = {"others_running": round(os.getloadavg()[0], 1)}
        with served("app:app", ROOT, home) as ours:
            kept_in.write_text(json.dumps(asyncio.run(what_ours_draws(ours))), encoding="utf-8")
            found["ours"] = asyncio.run(_met(ours, *CHANGED[PAGE][1:]))
        with served(*BARE, home, settings=named) as bare:
            found["bare"] = asyncio.run(_met(bare, BARE_BOX, slice(None)))
    return found


async def _met(server: Server, box: str, choices: slice) -> dict[str, Any]:
    """Return what the sessions met: seconds, errors, processor time, memory on the way."""
    async with AsyncExitStack() as windows:
        crowd, times = Crowd([server], windows), Times()
        await crowd.grow(SESSIONS)
        held = partial(memory_megabytes, server.process)
        memory, before = held(), processor_seconds(server.process)
        habit = Habit(box=box, choices=choices, pace=PACE, seed=SEED)
        end = time.perf_counter() + SECONDS
        changing = (
            goes_on(one, times, end, habit=habit, number=number)
            for number, one in enumerate(crowd.sessions)
        )
        await asyncio.gather(*changing)
        worked = (processor_seconds(server.process) or 0.0) - (before or 0.0)
        noted = await played(crowd.sessions, held, habit=habit, begun_with=len(times.seconds))
        return {
            **times.told(),
            "complaints": sum(one.complaints for one in crowd.sessions),
            "processor_ms": round(worked / len(times.seconds) * 1000, 1),
            "memory_before_mb": memory or 0.0,
            "memory_after_mb": noted[0]["megabytes"],
            "noted": noted,
        }


def section(found: Mapping[str, Any]) -> str:
    """Return the part about a hundred sessions, as Markdown."""
    rows = (
        ("Changes", "times"),
        ("Median, seconds", "median_s"),
        ("p95, seconds", "p95_s"),
        ("Longest, seconds", "longest_s"),
        ("Errors", "complaints"),
        ("Processor of the server for a change, ms", "processor_ms"),
        ("Memory with all pages open, megabytes", "memory_before_mb"),
        ("Memory after these changes, megabytes", "memory_after_mb"),
    )
    ours, bare = found["ours"], found["bare"]
    ratio = ours["p95_s"] / bare["p95_s"] if bare["p95_s"] else float("inf")
    verdict = "met" if ratio <= GOAL and not ours["complaints"] else "**not met**"
    return "\n".join(
        [
            TOLD,
            f"Measured {found['measured_at']}; {found['others_running']} other programs wanted "
            "the same cores when it began.",
            "",
            "| | ours | bare page, same charts |",
            "|---|---|---|",
            *(f"| {words} | {ours[name]} | {bare[name]} |" for words, name in rows),
            "",
            f"The 95th percentile is {ratio:.1f} times that of the bare page: {verdict}. A copy of "
            "the program uses one core at a time: where changes cost more than one core has, they "
            "wait for each other. Several copies share them (deploy/README.md).",
            "",
            *lines(found, hour=HOUR),
        ]
    )
