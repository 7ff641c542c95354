"""The database server goes away and comes back: told, outlived, and nothing lost.

How long it stays away changes nothing that is done here; ``WRES_TEST_GONE_SECONDS=30`` tries the
long form.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import insert
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.faults.own_server import OwnServer, own_server
from tests.live.sessions import GUESS
from tests.pages.conftest import Open, said
from tests.store.examples import counts, load, survey, undo
from tests.ui.socket_client import SIGN_IN
from tests.web.test_room import answers, form_of, session_of, vote
from wres.access import Grant, Role
from wres.errors import StoreProblem
from wres.store import Store, open_store
from wres.store.server import PAUSE_SECONDS
from wres.store.tables import mappings
from wres.ui import held, loading, visitor
from wres.ui.held import ROLES_HELD_SECONDS, Held
from wres.web import api, ready, room

ROOT = Path(__file__).resolve().parents[2]
GONE_SECONDS = float(os.environ.get("WRES_TEST_GONE_SECONDS", "0"))
EXPLORE = {"org": "R0A", "indicator": "8", "year": "2025"}
GONE, SHOWN_LAST = "The database server does not answer", "version 1, as it was read last"
# Pages of figures show the copy in memory; the others can only say why they cannot.
FIGURES = ("areas_of_concern", "benchmarks", "explore", "reports", "where_we_stand", "workforce")
OF_THE_STORE = ("changes", "history", "present", "upload")
RESULTS = "/api/v1/results?org=R0A&indicator=8&group=bme"
COOKIE = "_streamlit_user"


@pytest.fixture(scope="module")
def server() -> Iterator[OwnServer]:
    """A server of this file's own."""
    with own_server() as running:
        yield running


@pytest.fixture
def url(server: OwnServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty database on it, which the program uses."""
    name = f"d{time.monotonic_ns()}"
    server.run("createdb", f"--host={server.folder}", "--username=postgres", name)
    address = server.url.replace("/postgres?", f"/{name}?")
    monkeypatch.setenv("WRES_DATABASE_URL", address)
    yield address
    # What the program keeps of this server must not meet the tests that follow.
    st.cache_resource.clear()


@pytest.fixture
def store(url: str, tmp_path: Path) -> Iterator[Store]:
    """The store there, with one version of figures."""
    with open_store(tmp_path, url=url) as opened:
        load(opened, survey(50))
        yield opened


def back() -> None:
    """Return nothing once the server is asked again."""
    time.sleep(PAUSE_SECONDS)


def alerts(app: AppTest) -> str:
    """Everything that warns on a page."""
    told = [str(one.value) for kind in ("warning", "error") for one in app.get(kind)]
    return "\n".join(told).replace("\\", "")


def test_pages_show_what_they_hold_and_say_so_until_it_is_back(
    open_page: Open, server: OwnServer, store: Store
) -> None:
    """Every page opens; figures are those of before; a change is refused; then all goes on."""
    app = open_page("explore", **EXPLORE)
    assert "50.0% of BME staff" in said(app) and not alerts(app)
    with server.gone():
        time.sleep(GONE_SECONDS)
        for page in sorted(path.stem for path in (ROOT / "pages").glob("*.py")):
            app.switch_page(f"../../pages/{page}.py").run()
            assert not app.exception and "incident" not in alerts(app), page
            assert page not in (*FIGURES, *OF_THE_STORE) or GONE in alerts(app), page
            assert page not in FIGURES or SHOWN_LAST in alerts(app), page
        app.switch_page("../../pages/explore.py").run()
        assert "50.0% of BME staff" in said(app)
        with pytest.raises(StoreProblem, match=GONE):
            load(store, survey(60), expected=1)
    back()
    app.run()
    assert "50.0% of BME staff" in said(app) and not alerts(app)
    load(store, survey(60))
    app.run()
    assert "60.0% of BME staff" in said(app) and not alerts(app)
    assert store.verify_figures() and store.verify_audit().holds
    assert [counts(store, version.id) for version in store.history()] == [{60}, {50}]


def test_a_press_while_it_is_gone_changes_nothing_and_says_so(
    open_page: Open, server: OwnServer, store: Store
) -> None:
    """Undo is pressed on a page that was drawn before; once back, the same press works."""
    load(store, survey(60))
    app = open_page("history")
    press = app.button(key="undo_2")
    with server.gone():
        press.click().run()
        assert GONE in alerts(app) and not app.exception
    back()
    assert store.current() == 2
    app.run()
    app.button(key="undo_2").click().run()
    assert counts(store) == {50} and store.current() == 3


def test_a_hidden_figure_is_not_shown_without_its_line_in_the_log(
    open_page: Open, server: OwnServer, store: Store
) -> None:
    """The look cannot be written down, so there is none, however often it is asked for."""
    app = open_page("hidden_figures", org="R0A", year="2025")
    box = app.checkbox[0]
    with server.gone():
        box.check().run()
        assert GONE in alerts(app) and not app.table and not app.dataframe
        app.run()
        assert GONE in alerts(app) and not app.table and not app.dataframe
    back()


def test_a_start_without_it_shows_what_is_shipped_and_finds_it_later(
    open_page: Open, server: OwnServer, store: Store
) -> None:
    """Nothing to restart: the first click after it is back shows the figures."""
    with server.gone():
        app = open_page("explore", **EXPLORE)
        assert "16.1% of BME staff" in said(app)
        assert GONE in alerts(app) and "the rest works" in alerts(app)
    back()
    app.run()
    assert "50.0% of BME staff" in said(app) and not alerts(app)


def test_phones_and_programs_are_told_and_no_answer_is_lost(
    server: OwnServer, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 and a sentence while it is gone; then the answer of before and the new one count."""
    st.cache_resource.clear()
    session = session_of(store, GUESS)
    routes = [*room.routes(lambda: store), *ready.routes(lambda: store)]
    program = Starlette(routes=[*routes, *api.routes(loading.known, loading.today)])
    first, second = (TestClient(program, base_url="http://room.example") for _ in range(2))
    page, paths = f"/room/{session.code}", [f"/room/{session.code}/state", "/ready", RESULTS]
    assert "Thank you." in vote(first, session, answer="30").text
    form = form_of(second.get(page).text) | {"answer": "40"}
    assert [first.get(path).status_code for path in paths] == [200] * 3
    with server.gone():
        assert [first.get(path).status_code for path in paths] == [503] * 3
        refused = second.post(f"{page}/vote", data=form)
        assert refused.status_code == 503 and GONE in refused.text
        assert GONE in json.loads(first.get(RESULTS).text)["error"]["sentence"]
    back()
    assert [first.get(path).status_code for path in paths] == [200] * 3
    assert second.post(f"{page}/vote", data=form).status_code == 200
    assert answers(store, session, GUESS) == 2


def test_a_balancer_hears_of_a_server_that_only_holds_the_line(
    server: OwnServer, store: Store
) -> None:
    """Every connection stands and nothing comes back: not ready in time, ready once it does."""
    readiness = ready.Readiness(store=lambda: store, seconds=10.0)
    balancer = TestClient(Starlette(routes=ready.routes_of(readiness)))
    assert balancer.get("/ready").status_code == 200
    with server.silent():
        readiness.seconds = 0.3
        assert [balancer.get("/ready").status_code for _ in range(3)] == [503] * 3
    readiness.seconds = 10.0
    assert balancer.get("/ready").status_code == 200
    assert store.current() == 1


def test_what_was_being_stored_is_not_there_by_half(server: OwnServer, store: Store) -> None:
    """The server goes in the middle of a turn: one sentence, and nothing of that turn later."""
    with pytest.raises(StoreProblem, match=r"was lost. Look|does not answer"):
        stop_in_the_middle(server, store)
    server.start()
    back()
    assert store.remembered_mappings() == ()
    assert counts(store) == {50} and store.verify_audit().lines == 1
    load(store, survey(60))
    undo(store)
    assert counts(store) == {50} and store.verify_figures() and store.verify_audit().holds


def stop_in_the_middle(server: OwnServer, store: Store) -> None:
    """Write a line, and lose the server before it is kept."""
    with store._database.writing() as connection:
        line = {"id": 1, "org_code": "R0A", "shape": "tidy", "mapping": "[]"}
        connection.execute(insert(mappings), line)
        server.stop()


def test_whoever_had_a_role_reads_for_five_minutes_and_changes_nothing(
    server: OwnServer, store: Store, signing_in: Callable[[str], dict[str, str]]
) -> None:
    """A lead is a viewer while the list cannot be read; who had no role is told why not."""
    lead = Grant(identity="ama", role=Role.LEAD, organisation="R0A")
    store.change_role(lead, given=True, made_by="admin", made_at=datetime.now(UTC))
    assert behind(signing_in("ama")).leads == {"R0A"}
    assert not behind(signing_in("nobody")).roles
    with server.gone():
        cut_off = behind(signing_in("ama"))
        assert (cut_off.roles, cut_off.leads) == ({Role.VIEWER}, frozenset())
        stranger = behind(signing_in("nobody"))
        assert not stranger.roles and GONE in stranger.reason
        kept = held.everything()
        kept.hold_grants([lead], seconds_now=held.seconds() - ROLES_HELD_SECONDS - 1)
        assert not behind(signing_in("ama")).roles
    back()
    assert behind(signing_in("ama")).leads == {"R0A"}


def test_nobody_is_held_who_was_never_read() -> None:
    """A copy that never saw the list lets nobody in by it."""
    assert Held().readers(seconds_now=1.0) == ()


def behind(cookies: dict[str, str]) -> visitor.Visitor:
    """Return whom the program takes this for."""
    return visitor.behind(cookies=cookies, headers={}, ip=None)


@pytest.fixture
def signing_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], dict[str, str]]]:
    """Set sign-in up, and give what signs a person in, as their cookies."""
    told = "\n".join(f"{name} = {json.dumps(text)}" for name, text in SIGN_IN.items())
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(f"[auth]\n{told}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WRES_HOME", str(tmp_path))
    secrets_singleton._reset()
    st.cache_resource.clear()
    now = time.time()
    times = {"iat": now, "exp": now + 3600}

    def signed(person: str) -> dict[str, str]:
        claims = {"is_logged_in": True, "sub": person, "iss": "example", **times}
        value = create_signed_value(SIGN_IN["cookie_secret"], COOKIE, json.dumps(claims))
        return {COOKIE: value.decode()}

    yield signed
    secrets_singleton._reset()
