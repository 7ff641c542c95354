"""Visits to a served store: at any moment, right after a start, and once nothing is read ahead."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.nation.figures import YEARS, code_of
from bench.serving import ROOT, Server, processor_seconds, served, wait_until_ready
from bench.window import Window, stream

APP = "bench.nation.app:app"
ORG = code_of(1)
IDLE_SECONDS, IDLE_SHARE, MOST_PAUSES = 0.5, 0.04, 60
STARTS = 3
# The page and the year that is opened first of all when the program says it is ready. What years
# are compared by is read ahead from the newest on, so the oldest is the last that gets it.
FIRST_OF_ALL = {
    "front door": ("", YEARS[-1]),
    "benchmarks": ("benchmarks", YEARS[0]),
    "areas of concern": ("areas_of_concern", YEARS[0]),
}
# The seconds that passed, and those of the server's processor where they are told.
Visit = tuple[float, float | None]


async def opened(server: Server, page: str, query: str) -> Visit:
    """Return the seconds until a new visitor's page has run to its end, and what it worked."""
    before, begun = processor_seconds(server.process), time.perf_counter()
    async with stream(server) as connection:
        await Window(connection, page, query).run()
    seconds = time.perf_counter() - begun
    return seconds, _since(before, processor_seconds(server.process))


def _since(before: float | None, now: float | None) -> float | None:
    return None if before is None or now is None else now - before


def middle(values: Iterable[float | None]) -> float | None:
    """Return the median (seconds), or None where one of the values is not told."""
    every = list(values)
    told = [value for value in every if value is not None]
    return round(statistics.median(told), 3) if len(told) == len(every) else None


def idle_after(server: Server) -> float | None:
    """Return the seconds until the server did no more beside its first visitors.

    None where it went on for as long as one waits for it, and where its processor time is not told.
    """
    begun = time.perf_counter()
    for _ in range(MOST_PAUSES):
        before = processor_seconds(server.process)
        time.sleep(IDLE_SECONDS)
        worked = _since(before, processor_seconds(server.process))
        if worked is None:
            return None
        if worked < IDLE_SHARE * IDLE_SECONDS:
            return round(time.perf_counter() - begun, 1)
    return None


def when_ready(home: Path, settings: Mapping[str, str]) -> dict[str, dict[str, float | None]]:
    """Return what the first visit of all to some pages costs, each right after a start.

    Every visit has a server of its own, that is asked as soon as it says it is ready: what it
    goes on to read ahead begins a moment later, and is in the processor time as far as it came.
    """
    return {
        view: _told([_after_a_start(home, settings, page, year) for _ in range(STARTS)])
        for view, (page, year) in FIRST_OF_ALL.items()
    }


def _after_a_start(home: Path, settings: Mapping[str, str], page: str, year: int) -> Visit:
    with served(APP, ROOT, home, settings=settings) as server:
        wait_until_ready(server)
        return asyncio.run(opened(server, page, f"org={ORG}&year={year}"))


def _told(visits: list[Visit]) -> dict[str, float | None]:
    return {
        "seconds": middle(seconds for seconds, _ in visits),
        "processor_s": middle(worked for _, worked in visits),
    }
