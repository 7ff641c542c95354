"""F5, F8, F10 and F12: several people and processes at one store, and one that dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

from tests.store.examples import counts, load, survey
from wres.errors import StoreMoved
from wres.store import open_store

processes = multiprocessing.get_context("spawn")
ROUNDS = int(os.environ.get("WRES_TEST_ROUNDS", "50"))
VIEWERS = 30


def race(home: Path, address: str | None, number: int, together: Barrier, said: object) -> None:
    """Accept into each round what this writer has, over the version both saw."""
    with open_store(home, url=address) as store:
        for turn in range(ROUNDS):
            seen = store.current()
            together.wait(60)
            count = 2 * turn % 90 + number
            try:
                load(store, survey(count), expected=seen)
                said.put((turn, number, count, None))  # type: ignore[attr-defined]
            except StoreMoved as moved:
                since = store.changes_since(moved.seen)
                shown = {after.numerator for _, after in since.changes.changed}
                shown |= {row.numerator for row in since.changes.added}
                said.put((turn, number, count, shown))  # type: ignore[attr-defined]
            together.wait(60)


def test_f5_of_two_leads_one_wins_every_round_and_the_other_is_shown_why(
    tmp_path: Path, address: str | None
) -> None:
    """F5: 50 rounds, 50 versions, each the winner's, and the loser is shown what came."""
    open_store(tmp_path, url=address).close()
    together, said = processes.Barrier(2), processes.Queue()
    writers = [
        processes.Process(target=race, args=(tmp_path, address, number, together, said))
        for number in (1, 2)
    ]
    for writer in writers:
        writer.start()
    told = sorted((said.get(timeout=120) for _ in range(2 * ROUNDS)), key=lambda one: one[:2])
    for writer in writers:
        writer.join(60)
    with open_store(tmp_path, url=address) as store:
        assert store.current() == ROUNDS
        assert store.verify_figures() and store.verify_audit().holds
        for turn in range(ROUNDS):
            of_turn = told[2 * turn : 2 * turn + 2]
            (won,) = [count for _, _, count, shown in of_turn if shown is None]
            (seen,) = [shown for _, _, _, shown in of_turn if shown is not None]
            assert counts(store, turn + 1) == {won}
            assert seen == {won}


def preview(home: Path, previewed: Event) -> None:
    """Show what an upload would change, and wait for the person to decide."""
    with open_store(home) as store:
        assert len(store.changes(survey(20)).changed) == 8
        previewed.set()
        time.sleep(60)


def test_f8_a_server_killed_between_preview_and_acceptance_stored_nothing(tmp_path: Path) -> None:
    """F8: the lead can start again at once, and it is stored."""
    with open_store(tmp_path) as store:
        load(store, survey(16))
    previewed = processes.Event()
    server = processes.Process(target=preview, args=(tmp_path, previewed))
    server.start()
    assert previewed.wait(60)
    os.kill(server.pid or 0, signal.SIGKILL)
    server.join()
    with open_store(tmp_path) as store:
        assert (store.current(), counts(store), len(store.audit())) == (1, {16}, 1)
        assert load(store, survey(20), expected=1).id == 2


def hold_the_lock(home: Path, address: str | None, held: Event) -> None:
    """Begin to write and never end."""
    with open_store(home, url=address) as store, store._database.writing():
        held.set()
        time.sleep(60)


def test_f12_the_lock_of_a_dead_process_is_given_back(tmp_path: Path, address: str | None) -> None:
    """F12: who held the store was killed; the next one writes within a second or so."""
    with open_store(tmp_path, url=address) as store:
        load(store, survey(16))
        held = processes.Event()
        holder = processes.Process(target=hold_the_lock, args=(tmp_path, address, held))
        holder.start()
        assert held.wait(60)
        assert counts(store) == {16}
        os.kill(holder.pid or 0, signal.SIGKILL)
        holder.join()
        begun = time.monotonic()
        load(store, survey(20))
        # Without it the next one would wait for the sixty seconds of the other.
        assert time.monotonic() - begun < 30
        assert counts(store) == {20}


def test_f10_thirty_viewers_each_see_one_version_while_others_are_stored(
    tmp_path: Path, address: str | None
) -> None:
    """F10: a view that took its version keeps it; twelve versions come while thirty look."""
    with open_store(tmp_path, url=address) as store:
        load(store, survey(1))
        has_second = threading.Event()

        def look(_viewer: int) -> set[int]:
            seen = set()
            for turn in range(8):
                # On a busy machine they could all be done before anything is stored.
                assert turn < 7 or has_second.wait(60)
                pinned = store.current()
                halves = [counts(store, pinned) for _ in range(2)]
                assert halves == [{pinned}, {pinned}]
                seen.add(pinned)
            return seen

        with ThreadPoolExecutor(VIEWERS + 1) as pool:
            views = [pool.submit(look, number) for number in range(VIEWERS)]
            for version in range(2, 14):
                load(store, survey(version))
                has_second.set()
            seen = set().union(*(view.result(60) for view in views))
        assert seen <= set(range(1, 14)) and max(seen) > 1
