"""Several processes and threads at one store: one wins, no half is seen, no kill tears."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import select

from wres.errors import StoreMoved
from wres.store import FILE_NAME, Store, open_store
from wres.store.tables import SCHEMA, schema_version

from .examples import MOMENT, counts, load, survey, undo

processes = multiprocessing.get_context("spawn")
KILLS = int(os.environ.get("WRES_TEST_KILLS", "8"))
# Fifty rounds of two leads are in tests/faults; here it is four processes, once.
RACES = int(os.environ.get("WRES_TEST_RACES", "1"))
WIDE = 30


def wide_survey(count: int) -> list:
    """Return 240 figures of 30 organisations, every one ``count`` of 100 people."""
    return [row for number in range(WIDE) for row in survey(count, f"R{number:02}")]


def write_forever(home: Path, address: str | None, ready: Event) -> None:
    """Accept one version after another until killed."""
    store = open_store(home, url=address)
    ready.set()
    while True:
        load(store, wide_survey((store.current() + 1) % 100))


def write_once(home: Path, address: str | None, count: int, start: Event) -> None:
    """Exit 0 when this writer's rows were accepted over version 1, and 7 when it moved."""
    with open_store(home, url=address) as store:
        start.wait()
        try:
            load(store, survey(count), expected=1)
        except StoreMoved:
            raise SystemExit(7) from None


def open_new(home: Path, address: str | None, start: Event) -> None:
    """Open a store that may or may not be there yet, and accept into it."""
    start.wait()
    with open_store(home, url=address) as store:
        store.remember_mapping(str(os.getpid()), "tidy", (("a", "b"),))


def refuse_often(home: Path, address: str | None, name: str, start: Event) -> None:
    """Write twenty lines of the log under one name."""
    with open_store(home, url=address) as store:
        start.wait()
        for number in range(20):
            store.record_refusal(
                made_by=name,
                made_at=MOMENT,
                file_name=f"{number}.csv",
                file_sha256="",
                reason="Not a table.",
            )


def run_at_once(writers: list[SpawnProcess], start: Event) -> None:
    """Start every process, let all of them go at one moment, and wait for their ends."""
    for writer in writers:
        writer.start()
    time.sleep(0.8)
    start.set()
    for writer in writers:
        writer.join(60)


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_version(tmp_path: Path) -> None:
    """F1: twenty writers killed among their commits: no mix, no broken chain, nothing to repair."""
    for kill in range(KILLS):
        ready = processes.Event()
        writer = processes.Process(target=write_forever, args=(tmp_path, None, ready))
        writer.start()
        assert ready.wait(60)
        time.sleep(0.02 + 0.013 * (kill % 10))
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
        with open_store(tmp_path) as store:
            assert_whole(store)


def assert_whole(store: Store) -> None:
    """Check that the current version is one upload, complete, hashed and in the log."""
    current = store.current()
    if current:
        assert counts(store) == {current % 100}
        assert len(store.results()) == 8 * WIDE
    assert store.verify_figures()
    assert store.verify_audit().holds
    assert store.verify_audit().lines == current


@pytest.mark.parametrize("round_", range(RACES))
def test_of_two_who_accept_at_once_one_wins_and_the_other_is_told(
    tmp_path: Path, address: str | None, round_: int
) -> None:
    """Four processes saw version 1; one makes version 2, three learn that it moved."""
    with open_store(tmp_path, url=address) as store:
        load(store, survey(1))
        start = processes.Event()
        writers = [
            processes.Process(target=write_once, args=(tmp_path, address, count, start))
            for count in (10, 20, 30, 40)
        ]
        run_at_once(writers, start)
        assert sorted(writer.exitcode or 0 for writer in writers) == [0, 7, 7, 7]
        winner = [writer.exitcode for writer in writers].index(0)
        assert counts(store) == {(10, 20, 30, 40)[winner]}
        assert store.current() == 2


def test_processes_that_write_the_log_at_once_keep_one_chain(
    tmp_path: Path, address: str | None
) -> None:
    """Three processes with twenty lines each: sixty lines, each writer's in order, one chain."""
    with open_store(tmp_path, url=address) as store:
        start = processes.Event()
        writers = [
            processes.Process(target=refuse_often, args=(tmp_path, address, name, start))
            for name in ("Ann", "Ben", "Sam")
        ]
        run_at_once(writers, start)
        assert [writer.exitcode for writer in writers] == [0, 0, 0]
        lines = store.audit()
        assert store.verify_audit().holds
        for name in ("Ann", "Ben", "Sam"):
            told = [line.file_name for line in lines if line.made_by == name]
            assert told == [f"{number}.csv" for number in range(20)]
        assert len(lines) == 60


def test_a_reader_sees_one_version_while_others_write(tmp_path: Path, address: str | None) -> None:
    """F10: every reading during two seconds of commits is one whole version, never going back."""
    ready = processes.Event()
    writer = processes.Process(target=write_forever, args=(tmp_path, address, ready))
    writer.start()
    try:
        assert ready.wait(60)
        with open_store(tmp_path, url=address) as store:
            seen = read_for(store, seconds=2)
    finally:
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
    assert len(set(seen)) > 1
    assert seen == sorted(seen)


def read_for(store: Store, *, seconds: float) -> list[int]:
    """Return the version numbers seen, after checking that each reading was whole."""
    seen = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        before = store.current()
        found = counts(store)
        after = store.current()
        assert found in [{number % 100} if number else set() for number in range(before, after + 1)]
        seen.append(before)
    return seen


def test_a_version_once_read_reads_the_same_for_ever(store: Store) -> None:
    """A page that pins its version is not moved by what others accept or undo."""
    load(store, survey(16))
    pinned = list(store.results(version=1))
    load(store, survey(20))
    undo(store)
    undo(store)
    assert list(store.results(version=1)) == pinned


def test_processes_that_make_the_store_at_once_make_one(
    tmp_path: Path, address: str | None
) -> None:
    """F12: nobody's first line is lost in a store that was replaced; the layout is made once."""
    start = processes.Event()
    openers = [processes.Process(target=open_new, args=(tmp_path, address, start)) for _ in "four"]
    run_at_once(openers, start)
    assert [opener.exitcode for opener in openers] == [0, 0, 0, 0]
    with open_store(tmp_path, url=address) as store:
        assert store.remembered_mappings() == ((("a", "b"),),) * len(openers)
        with store._database.reading() as connection:
            assert connection.execute(select(schema_version.c.version)).scalars().all() == [SCHEMA]
    assert [path.name for path in tmp_path.iterdir()] == ([] if address else [FILE_NAME])


def test_threads_share_one_store(store: Store) -> None:
    """Forty readings and ten acceptances on eight threads: every figure is there."""
    load(store, survey(1))

    def work(number: int) -> int:
        if number % 5:
            return len(store.results(org_code="R0A"))
        while True:
            try:
                return load(store, survey(7, f"T{number:02}")).id
            except StoreMoved:
                continue

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(work, range(50)))
    assert sorted(answers[0::5]) == list(range(2, 12))
    assert len(store.organisations()) == 11
