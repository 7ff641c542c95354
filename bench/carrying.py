"""How many sessions copies of the program carry: sessions that come step by step, and the search.

A step can be unlucky on a machine that others use, and lucky: a number that is not answered in time
is looked at again, twice as long, until two of its tries agree, and so is the most that is held.
Every step says what others took of the cores.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

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
CLOSE = 20

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


@dataclass(frozen=True, slots=True)
class Search:
    """What is known of how many sessions are carried: each number tried, and if it was in time.

    A number that was late once is tried until two of its tries agree, as the median of three does.
    """

    tries: tuple[tuple[int, bool], ...] = ()

    def after(self, sessions: int, in_time: bool) -> Search:
        """Return what is known after a step."""
        return Search((*self.tries, (sessions, in_time)))

    @property
    def too_many(self) -> int | None:
        """The fewest sessions that were late twice before they were in time twice."""
        return min((number for number in self._tried if self._is(number, False)), default=None)

    @property
    def held(self) -> int:
        """The most sessions that were in time, fewer than are too many; 0 where there are none."""
        return max((one for one in self._below if self._was(one)), default=0)

    @property
    def sure(self) -> bool:
        """Whether those held were in time twice."""
        return self._is(self.held, True)

    @property
    def _tried(self) -> list[int]:
        return [number for number, _ in self.tries]

    @property
    def _below(self) -> list[int]:
        """The numbers tried that are not known to be too many."""
        return [one for one in self._tried if self.too_many is None or one < self.too_many]

    def _is(self, number: int, in_time: bool) -> bool:
        """Whether a number was so twice, which its first two or three tries tell."""
        told = [was for tried, was in self.tries if tried == number][:3]
        return told.count(in_time) > 1

    def _was(self, number: int) -> bool:
        """Whether a number was in time: each try of it, or two of three."""
        return self._is(number, True) or (number, False) not in self.tries

    def wanted(self, likely: int, *, at_last: bool = False) -> int:
        """Return how many sessions to try next, 0 when it is known closely enough.

        As many as are ``likely`` to be right, then an eighth more or fewer until there is one
        number that is held and one that is too many; then the middle, until a twentieth is left;
        then once more what is held, as soon as there is any when the time is up (``at_last``).
        """
        held, too_many = self.held, self.too_many
        if at_last and held:
            return self._once_more()
        if doubted := [one for one in self._below if not self._was(one) and one > held]:
            return doubted[-1]
        if too_many is None:
            more = max(held * 9 // 8, held + 2, likely)
            return min(more, MOST) if held < MOST else 0
        if not held:
            return too_many * 7 // 8 if too_many > 1 else 0
        near = too_many - held <= max(2, held // CLOSE)
        return self._once_more() if near else (held + too_many) // 2

    def _once_more(self) -> int:
        return 0 if self.sure else self.held

    def decides(self, sessions: int) -> bool:
        """Return whether a step is close to the answer, so that it is worth a longer look."""
        return sessions in self._tried or bool(self.held and self.too_many)


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
        seconds = CLOSE_SECONDS if self.search.decides(sessions) else STEP_SECONDS
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
            "p95_s": round(median(one["p95_s"] for one in held or [best]), 3),
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
