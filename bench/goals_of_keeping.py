"""The goals on keeping: what an upload costs to keep, and what kills and several writers leave."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import middle
from bench.goals_of_counting import Figures
from bench.national import of_trust
from wres.errors import StoreMoved
from wres.results import Result
from wres.store import Store, open_store

KILLS, WRITERS, EACH = 200, 3, 20
COMMITS = 30
# What is held at first, and then each correction: a trust, and the count of each of its figures.
Corrections = tuple[list[tuple[str, int]], list[tuple[str, int]]]
MOMENT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
# A writer that is forked starts at once; one that is started anew would be mostly imports.
_processes = multiprocessing.get_context("fork")


def figures_of_keeping() -> Figures:
    """Return the figures of P11 and P12."""
    return {
        "P11 once": _over_a_bare_file(each_once()),
        "P11 again": _over_a_bare_file(one_again_and_again()),
        "P12 lost": middle([float(lost_to_kills(KILLS))]),
        "P12 kept": middle([100 * kept_of_writers(WRITERS, EACH) / (WRITERS * EACH)]),
    }


def keep(store: Store, rows: Iterable[Result], *, seen: int | None = None) -> int:
    """Return the version the rows became; ``seen`` is the one they were checked against."""
    return store.accept(
        rows,
        expected_version=store.current() if seen is None else seen,
        made_by="bench",
        made_at=MOMENT,
        file_name="bench.csv",
        file_sha256="ab" * 32,
        shape="tidy",
        report="{}",
    ).id


def each_once() -> Corrections:
    """Return a year of each of thirty trusts, held and then corrected: every figure is another."""
    codes = [f"T{number:03}" for number in range(COMMITS)]
    return [(code, 1) for code in codes], [(code, 2) for code in codes]


def one_again_and_again() -> Corrections:
    """Return a year of one trust corrected as often: every row has its older ones beside it."""
    return [("T000", 1)], [("T000", count + 2) for count in range(COMMITS)]


def _over_a_bare_file(corrections: Corrections) -> dict[str, float]:
    """How often as long as a bare file each correction takes.

    Which version is the current one is asked before: the program asks it when it examines a file,
    and hands over with the rows the version they were checked against.
    """
    held, corrected = corrections
    ratios = []
    with tempfile.TemporaryDirectory() as home, open_store(Path(home)) as store:
        for code, count in held:
            keep(store, of_trust(code, count))
        for code, count in corrected:
            rows, seen = list(of_trust(code, count)), store.current()
            # How long a file takes depends on what was written just before, so one is written on
            # either side.
            before = _written(Path(home) / "bare")
            begun = time.perf_counter()
            keep(store, rows, seen=seen)
            took = time.perf_counter() - begun
            ratios.append(2 * took / (before + _written(Path(home) / "bare")))
    return middle(ratios)


def _written(path: Path) -> float:
    """Seconds to write one file so that it outlives a power cut: written, synced, renamed."""
    begun = time.perf_counter()
    with path.with_suffix(".new").open("wb") as file:
        file.write(b"x" * 20_000)
        file.flush()
        os.fsync(file.fileno())
    path.with_suffix(".new").rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return time.perf_counter() - begun


def _keep_on(home: Path, told: int) -> None:
    with open_store(home) as store:
        while True:
            version = keep(store, of_trust("T000", (store.current() + 1) % 90 + 1))
            os.write(told, version.to_bytes(4, "big"))


def lost_to_kills(kills: int) -> int:
    """Return how many uploads that were told kept are gone, or are there in part."""
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_store(home) as store:
            keep(store, of_trust("T000", 1))
        for kill in range(kills):
            acknowledged = _killed(home, 0.03 + 0.007 * (kill % 10))
            with open_store(home) as store:
                counts = {row.numerator for row in store.results()}
                lost += store.current() < acknowledged or len(counts) != 1
    return lost


def _killed(home: Path, after: float) -> int:
    """The last version a writer said it had kept before it was killed; 0 for none."""
    read, write = os.pipe()
    writer = _processes.Process(target=_keep_on, args=(home, write))
    writer.start()
    os.close(write)
    time.sleep(after)
    os.kill(writer.pid or 0, signal.SIGKILL)
    writer.join()
    told = b""
    while more := os.read(read, 4096):
        told += more
    os.close(read)
    return int.from_bytes(told[-4:], "big")


def _keep_some(home: Path, name: str, uploads: int) -> None:
    kept = 0
    with open_store(home) as store:
        while kept < uploads:
            try:
                keep(store, of_trust(name, kept + 1))
                kept += 1
            except StoreMoved:
                continue


def kept_of_writers(writers: int, uploads: int) -> int:
    """Return how many uploads of several writers at once the store holds afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_store(home):
            pass
        running = [
            _processes.Process(target=_keep_some, args=(home, f"T{n:03}", uploads))
            for n in range(writers)
        ]
        for one in running:
            one.start()
        for one in running:
            one.join()
        with open_store(home) as store:
            return store.current()
