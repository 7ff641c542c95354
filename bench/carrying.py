"""How many sessions copies of the program carry: sessions that come step by step, and the search.

A step can be unlucky on a machine that others use, and lucky: a number that is not answered in time
is looked at again, twice as long, before it is believed, and so is the most that is held, at the
end. Every step says what others took of the cores.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.choosing import ChoosingWindow, Habit, goes_on
from bench.serving import Server, processor_seconds
from bench.window import Times, stream

PAGE, QUERY, BOX = "explore", "org=ZZP&year=2025&indicator=8", "Indicator"
# Each session changes a filter this often, on average.
PACE = 2.5
HABIT = Habit(box=BOX, choices=slice(4, 8), pace=PACE, seed=9)
# A step lasts this long, and this long once it decides something.
STEP_SECONDS, CLOSE_SECONDS = 8.0, 16.0
LIMIT_SECONDS = 1.0
FIRST, MOST = 24, 800
# The share of what the processor could do from which the search begins.
EASE = 0.85
# So much of the number that is held is left open at the end.
CLOSE = 16

Met = Mapping[str, float]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is known: the most sessions held, the fewest too many, and those to look at again.

    ``sure`` is whether those held were so twice; ``below`` are those held before them.
    """

    held: int = 0
    too_many: int | None = None
    doubted: int = 0
    sure: bool = False
    below: int = 0

    def after(self, sessions: int, in_time: bool) -> Search:
        """Return what is known after a step; too many are believed when they were so twice."""
        if in_time and sessions == self.held:
            return replace(self, sure=True, doubted=0)
        if in_time:
            return replace(self, held=sessions, below=self.held, sure=False, doubted=0)
        if self.doubted != sessions:
            return replace(self, doubted=sessions)
        if sessions == self.held:
            # In time once and late twice: it was luck.
            return replace(self, held=self.below, below=0, too_many=sessions, doubted=0)
        return replace(self, too_many=sessions, doubted=0)

    def wanted(self, likely: int, *, at_last: bool = False) -> int:
        """Return how many sessions to try next, 0 when it is known closely enough.

        As many as are ``likely`` to be right, then an eighth more or fewer until there is one
        number that is held and one that is too many; then the middle, until a sixteenth is left;
        then once more what is held, as soon as there is any when the time is up (``at_last``).
        """
        if at_last and self.held:
            return self._once_more()
        if self.doubted:
            return self.doubted
        if self.too_many is None:
            more = max(self.held * 9 // 8, self.held + 2, likely)
            return min(more, MOST) if self.held < MOST else 0
        if not self.held:
            return self.too_many * 7 // 8 if self.too_many > 1 else 0
        near = self.too_many - self.held <= max(2, self.held // CLOSE)
        return self._once_more() if near else (self.held + self.too_many) // 2

    def _once_more(self) -> int:
        return 0 if self.sure else self.held

    @property
    def decides(self) -> bool:
        """Whether the next step is close to the answer, so that it is worth a longer look."""
        return bool(self.doubted or (self.held and self.too_many))


@dataclass
class Carrying:
    """A search on some copies, one step after another, and what each step met."""

    crowd: Crowd
    search: Search = field(default_factory=Search)
    steps: list[dict[str, float]] = field(default_factory=list)

    async def try_next(self, likely: int, *, at_last: bool) -> bool:
        """Return whether there was anything left to try, once a step of it is done.

        ``at_last`` there is no time to find more, only to look once more at what is held.
        """
        sessions = self.search.wanted(likely, at_last=at_last)
        if not sessions:
            return False
        seconds = CLOSE_SECONDS if self.search.decides else STEP_SECONDS
        met = await step(self.crowd, sessions, seconds)
        self.steps.append(met)
        self.search = self.search.after(sessions, met["p95_s"] <= LIMIT_SECONDS)
        return True

    def told(self) -> dict[str, object]:
        """Return the step with the most sessions that was held, and the fewest too many.

        What others took of the cores is told of the steps these two were found by.
        """
        ends = (self.search.held, self.search.too_many)
        held = [one for one in self.steps if one["sessions"] == self.search.held]
        found_by = [one for one in self.steps if one["sessions"] in ends] or self.steps
        best = held[-1] if held else self.steps[-1]
        return {
            **best,
            "held": self.search.held,
            "too_many": self.search.too_many,
            "held_twice": self.search.sure,
            "steps": len(self.steps),
            "most_of_others": max(one["others_cores"] for one in found_by),
        }


def likely(met: Met, copies: int) -> int:
    """Return how many sessions so many copies should carry, by what a change cost in a step."""
    cores = os.cpu_count() or 1
    return int(EASE * PACE * changes_a_second(met["processor_ms"], met["asking_ms"], copies, cores))


def changes_a_second(change_ms: float, asking_ms: float, copies: int, cores: int) -> float:
    """Return the most changes a second, by processor time alone.

    A copy uses one core at a time; whoever asks needs its share of all of them.
    """
    return 1000 * min(copies / change_ms, cores / (change_ms + asking_ms))


async def step(crowd: Crowd, sessions: int, seconds: float) -> dict[str, float]:
    """Return what so many sessions met in one step of so many seconds."""
    await crowd.grow(sessions)
    times, begun = Times(), time.perf_counter()
    before, asked_before, busy_before = _worked(crowd.servers), time.process_time(), _busy()
    await asyncio.gather(
        *(
            goes_on(one, times, begun + seconds, habit=HABIT, number=number)
            for number, one in enumerate(crowd.sessions[:sessions])
        )
    )
    passed, changes = time.perf_counter() - begun, len(times.seconds)
    worked = _worked(crowd.servers) - before
    asked = time.process_time() - asked_before
    return {
        "sessions": sessions,
        **times.told(),
        "reruns_a_second": round(changes / passed, 1),
        "processor_ms": round(worked / changes * 1000, 1),
        "asking_ms": round(asked / changes * 1000, 1),
        "others_cores": round(max(0.0, _busy() - busy_before - worked - asked) / passed, 2),
    }


def _worked(servers: Sequence[Server]) -> float:
    return sum(processor_seconds(one.process) or 0.0 for one in servers)


def _busy() -> float:
    """The processor seconds all programs of the machine have used, where the system tells."""
    told = Path("/proc/stat")
    if not told.is_file():
        return 0.0
    user, nice, system, _, _, *rest = told.read_text().split("\n", 1)[0].split()[1:9]
    return sum(map(int, (user, nice, system, *rest))) / os.sysconf("SC_CLK_TCK")


def keep_to(server: Server, core: int) -> None:
    """Return nothing; let a copy run on one core alone, where the system can say so."""
    threads = Path(f"/proc/{server.process}/task")
    if not hasattr(os, "sched_setaffinity") or not threads.is_dir():
        return
    for thread in threads.iterdir():
        os.sched_setaffinity(int(thread.name), {core})
