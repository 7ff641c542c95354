"""The word for a load balancer: ready or not, at once, and nothing else."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.store import old_release
from wres.errors import StoreProblem
from wres.store import FILE_NAME, Store, open_store
from wres.store.tables import SCHEMA, schema_version
from wres.web.ready import NOT_READY, READY, Readiness, routes, routes_of

# Long enough for a page of the store, short enough to be asked again while a server is silent.
PATIENCE = 0.15
ASKED = 5
FIRST_COMES = 20.0


def asked(store: Callable[[], Store]) -> tuple[int, str]:
    """Return what a program with this store answers: the status and all of its words."""
    answer = TestClient(Starlette(routes=routes(store))).get("/ready")
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.text


def test_a_store_that_answers_is_ready(store: Store) -> None:
    """On both kinds of store: 200 and one word."""
    assert asked(lambda: store) == (200, READY)


def test_a_store_of_a_newer_release_is_not_ready(store: Store) -> None:
    """Another copy was upgraded while this one ran: it gets no visitors until it is too."""
    with store._database.writing() as connection:
        connection.execute(insert(schema_version), {"version": SCHEMA + 1})
    assert asked(lambda: store) == (503, NOT_READY)


def test_a_store_of_an_older_release_is_not_ready(tmp_path: Path) -> None:
    """It is shown where it may only be read; a balancer should find another copy."""
    old_release.on_sqlite(tmp_path)
    with open_store(tmp_path, read_only=True) as store:
        assert asked(lambda: store) == (503, NOT_READY)


def test_a_store_that_cannot_be_opened_is_told_without_its_name(tmp_path: Path) -> None:
    """No path, no sentence, no cause; and once it is mended the next question finds it so."""
    path = tmp_path / FILE_NAME
    path.write_bytes(b"no store at all, but long enough to look like one" * 100)
    assert asked(lambda: open_store(tmp_path)) == (503, NOT_READY)
    path.unlink()
    assert asked(lambda: open_store(tmp_path)) == (200, READY)


def test_a_server_that_is_silent_is_told_in_time_and_asked_once() -> None:
    """Five questions, five answers in less than the server is waited for, one connection made."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql+psycopg://nobody@127.0.0.1:{silent.getsockname()[1]}/none"
        readiness = Readiness(store=lambda: open_store(Path(), url=url), seconds=PATIENCE)
        client = TestClient(Starlette(routes=routes_of(readiness)))
        answers = [client.get("/ready") for _ in range(ASKED)]
        assert [one.status_code for one in answers] == [503] * ASKED
        assert {one.text for one in answers} == {NOT_READY}
        assert connections(silent) == 1


def test_a_server_that_is_silent_is_given_up_in_one_sentence() -> None:
    """Each look ends in seconds; the next one within a moment asks nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql+psycopg://nobody@127.0.0.1:{silent.getsockname()[1]}/none"
        url += "?connect_timeout=2"
        told = [problem_of(url) for _ in range(3)]
        assert set(told) == {told[0]} and told[0].startswith("The database server does not answer")
        assert connections(silent) == 1


def problem_of(url: str) -> str:
    """Return the sentence that opening a store ends with."""
    try:
        open_store(Path(), url=url).close()
    except StoreProblem as problem:
        return str(problem)
    return ""


def connections(silent: socket.socket) -> int:
    """Return how many have connected to a server that says nothing, and let them go."""
    # The first may still be importing its driver; whoever else comes is not later than it.
    silent.settimeout(FIRST_COMES)
    found = 0
    while True:
        try:
            silent.accept()[0].close()
        except TimeoutError:
            return found
        silent.settimeout(PATIENCE)
        found += 1
