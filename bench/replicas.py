"""How many sessions one and two copies of the program carry, and what a killed copy costs them.

The sessions are spread over the copies as nginx spreads browsers; nginx itself is left out. The
copies share one store. Whoever asks runs on the same cores, so its processor time is told too.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL
from typing import Any

from websockets.exceptions import ConnectionClosed

from bench.choosing import ChoosingWindow, Habit, goes_on
from bench.serving import ROOT, Server, processor_seconds, served
from bench.window import Times, stream

PAGE, QUERY, BOX = "explore", "org=ZZP&year=2025&indicator=8", "Indicator"
# Each session changes a filter this often, on average; a step of the search lasts this long.
PACE, STEP_SECONDS = 5.0, 12.0
HABIT = Habit(box=BOX, choices=slice(4, 8), pace=PACE, seed=9)
FIRST, MOST, STEPS = 12, 384, 6
LIMIT_SECONDS = 1.0
# The share of what the processor could do at which changes still seldom wait for each other.
EASE = 0.75
UNDER_A_KILL, AGAIN_SECONDS = 100, 60.0
GOAL = 1.7
# No more copies than this are compared, so no more times the sessions can be carried.
COPIES = 2
# Fewer programs than this waiting for the cores count as none.
QUIET = 1.0
TOLD = """## One copy and two

`python -m bench replicas`: sessions over Streamlit's own protocol on `explore`, each changing the
indicator every {pace:.0f} seconds on average, {step:.0f} seconds a step. How many there should be
room for is worked out from what a change costs the processor. From there the most are searched of
whose changes 95 of 100 end within {limit:.1f} second, to an eighth and in {steps} steps.
They are spread over the copies evenly and keep to
theirs. Whoever asks runs on the same {cores} cores. Then {killed} sessions on two copies, one of
them killed.
"""


@dataclass
class Crowd:
    """Sessions that are open on some copies, and how their windows are closed."""

    servers: Sequence[Server]
    windows: AsyncExitStack
    sessions: list[ChoosingWindow] = field(default_factory=list)

    async def grow(self, number: int) -> None:
        """Return once there are so many sessions, each with its page drawn."""
        while len(self.sessions) < number:
            server = self.servers[len(self.sessions) % len(self.servers)]
            self.sessions.append(await opened(self.windows, server))


async def opened(windows: AsyncExitStack, server: Server) -> ChoosingWindow:
    """Return a session with its page drawn."""
    session = ChoosingWindow(await windows.enter_async_context(stream(server)), "", "")
    await session.open(PAGE, QUERY)
    return session


def measure() -> dict[str, Any]:
    """Return what one copy and two carry, and what became of sessions whose copy was killed."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        found: dict[str, Any] = {
            "cores": os.cpu_count(),
            "others_running": round(os.getloadavg()[0], 1),
        }
        for name, copies in (("one", 1), ("two", 2)):
            with ExitStack() as servers:
                running = [servers.enter_context(_copy(home)) for _ in range(copies)]
                begin = likely(found["one"], copies) if copies > 1 else FIRST
                found[name] = asyncio.run(_carried(running, begin))
        with ExitStack() as servers:
            found["killed"] = asyncio.run(
                _under_a_kill([servers.enter_context(_copy(home)) for _ in range(2)])
            )
    return found


def _copy(home: Path) -> Any:
    return served("app:app", ROOT, home)


async def _carried(servers: Sequence[Server], begin: int) -> dict[str, Any]:
    """Return the step with the most sessions that was answered in time, else the smallest."""
    async with AsyncExitStack() as windows:
        crowd, best = Crowd(servers, windows), dict[str, float]()
        held, too_many, wanted = 0, None, begin
        for _ in range(STEPS):
            met = await _step(crowd, wanted)
            if met["p95_s"] <= LIMIT_SECONDS:
                best, held = met, wanted
            else:
                too_many = wanted
            wanted = next_size(held, too_many, likely(met, len(servers)))
            if not wanted:
                break
        return best or met


def likely(met: Mapping[str, float], copies: int) -> int:
    """Return how many sessions so many copies should carry, by what a change cost in a step."""
    cores = os.cpu_count() or 1
    return int(EASE * PACE * changes_a_second(met["processor_ms"], met["asking_ms"], copies, cores))


def changes_a_second(change_ms: float, asking_ms: float, copies: int, cores: int) -> float:
    """Return the most changes a second, by processor time alone.

    A copy uses one core at a time; whoever asks needs its share of all of them.
    """
    return 1000 * min(copies / change_ms, cores / (change_ms + asking_ms))


def next_size(held: int, too_many: int | None, likely: int = 0) -> int:
    """Return how many sessions to try next, 0 when it is known closely enough.

    As many as are ``likely`` to be right, then a quarter more or a fifth fewer until there is one
    number that is held and one that is too many; then the middle, until an eighth is left.
    """
    if too_many is None:
        return min(max(held * 5 // 4, held + 2, likely), MOST) if held < MOST else 0
    if not held:
        return too_many * 4 // 5 if too_many > 2 else 0
    return 0 if too_many - held <= max(2, held // 8) else (held + too_many) // 2


async def _step(crowd: Crowd, sessions: int) -> dict[str, float]:
    """Return what so many sessions met in one step."""
    await crowd.grow(sessions)
    times, begun = Times(), time.perf_counter()
    before, asked_before = _worked(crowd.servers), time.process_time()
    end = begun + STEP_SECONDS
    await asyncio.gather(
        *(
            goes_on(one, times, end, habit=HABIT, number=number)
            for number, one in enumerate(crowd.sessions[:sessions])
        )
    )
    seconds, reruns = time.perf_counter() - begun, len(times.seconds)
    return {
        "sessions": sessions,
        **times.told(),
        "reruns_a_second": round(reruns / seconds, 1),
        "processor_ms": round((_worked(crowd.servers) - before) / reruns * 1000, 1),
        "asking_ms": round((time.process_time() - asked_before) / reruns * 1000, 1),
    }


def _worked(servers: Sequence[Server]) -> float:
    return sum(processor_seconds(one.process) or 0.0 for one in servers)


async def _under_a_kill(servers: Sequence[Server]) -> dict[str, Any]:
    """Return how many sessions broke with their copy, and how many have their page again."""
    async with AsyncExitStack() as windows:
        crowd = Crowd(servers, windows)
        await crowd.grow(UNDER_A_KILL)
        dead, alive = servers
        os.kill(dead.process, SIGKILL)
        broken = [one for one in crowd.sessions if await _is_broken(one)]
        begun, again = time.perf_counter(), Times()
        reopened = [again.of(opened(windows, alive)) for _ in broken]
        drawn = await asyncio.wait_for(asyncio.gather(*reopened), AGAIN_SECONDS)
        return {
            "sessions": UNDER_A_KILL,
            "broken": len(broken),
            "drawn_again": sum(BOX in one.boxes and not one.complaints for one in drawn),
            "went_on": sum([BOX in one.boxes for one in crowd.sessions if one not in broken]),
            "all_again_after_s": round(time.perf_counter() - begun, 1),
        }


async def _is_broken(session: ChoosingWindow) -> bool:
    """Return whether a change of the filter meets a connection that is gone."""
    try:
        await session.pick(BOX, session.boxes[BOX].shown)
    except ConnectionClosed:
        return True
    return False


def section(found: Mapping[str, Any]) -> str:
    """Return the part about copies, as Markdown."""
    killed = found["killed"]
    told = {"pace": PACE, "limit": LIMIT_SECONDS, "cores": found["cores"]}
    told |= {"step": STEP_SECONDS, "steps": STEPS}
    lines = [
        TOLD.format(**told, killed=killed["sessions"]),
        f"Measured {found['measured_at']}. {_how_quiet(found['others_running'])}",
        "",
        "| copies | sessions | p95, s | changes a second | processor of one, ms | of asking, ms |",
        "|---|---|---|---|---|---|",
    ]
    columns = ("sessions", "p95_s", "reruns_a_second", "processor_ms", "asking_ms")
    for copies, name in ((1, "one"), (2, "two")):
        cells = " | ".join(str(found[name][column]) for column in columns)
        lines.append(f"| {copies} | {cells} |")
    return "\n".join([*lines, "", _what_it_means(found), "", _after_the_kill(killed)])


def _how_quiet(others: float) -> str:
    if others < QUIET:
        return "Nothing else ran."
    return (
        f"Before it began {others} other programs wanted the same cores: the sessions and seconds "
        "are theirs as much as ours, and only processor time can be relied on. Measure again when "
        "it is quiet."
    )


def allowed(found: Mapping[str, Any]) -> float:
    """Return how many times the changes of one copy two could make, by processor time alone."""
    both = found["one"], found["two"]
    change, asking = (sum(one[name] for one in both) / 2 for name in ("processor_ms", "asking_ms"))
    of_one, of_two = (changes_a_second(change, asking, n, found["cores"]) for n in (1, 2))
    return of_two / of_one


def _what_it_means(found: Mapping[str, Any]) -> str:
    ratio = found["two"]["sessions"] / found["one"]["sessions"]
    met = "met" if ratio >= GOAL else "**not met**"
    carried = f"Two carry {ratio:.2f} times the sessions of one; the goal of {GOAL} is {met}."
    if ratio > COPIES:
        carried = (
            f"Two carried {found['two']['sessions']} sessions, {ratio:.2f} times what was found "
            f"for one. That is more than two can: the search for one ended too low, so the goal "
            f"of {GOAL} is not settled."
        )
    if max(found[name]["p95_s"] for name in ("one", "two")) > LIMIT_SECONDS:
        carried = "The fewest that were tried were too many, so nothing is known of the goal."
    return (
        f"{carried} By processor time alone these {found['cores']} cores, shared with whoever "
        f"asks, allow {allowed(found):.2f} times: a copy uses one core at a time."
    )


def _after_the_kill(killed: Mapping[str, Any]) -> str:
    return (
        f"Of {killed['sessions']} sessions {killed['broken']} broke with their copy; "
        f"{killed['drawn_again']} had their page again at the other within "
        f"{killed['all_again_after_s']} seconds, all asking at once. {killed['went_on']} never "
        "noticed."
    )
