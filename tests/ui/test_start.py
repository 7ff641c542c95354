"""What the program takes into memory before anybody has asked for anything, and on the side."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from wres.errors import StoreProblem
from wres.ui import loading, warm
from wres.web import api, card

ROOT = Path(__file__).resolve().parents[2]
# Writers of reports, readers of workbooks, the solver, the pictures, and the other database.
WHEN_USED = (
    *("docx", "pptx", "openpyxl", "lxml", "vl_convert", "python_calamine", "highspy"),
    *("psycopg", "segno", "scipy", "statsmodels", "sqlalchemy.orm"),
)
# What a server answers without, as its first answer would wait for it.
DRAWN_WITH = ("numpy", "pandas", "pyarrow", "altair")
ON_THE_SIDE = (*DRAWN_WITH, "PIL", "wres.ui.glances")
# Longer than anything here takes (seconds), and as short as makes no difference.
LONG, SHORT = 20.0, 0.05
EARLY = ("/card/ZZP/8", "/card/ZZP/8.png", "/api/v1/results?org=ZZP")
# A browser is on its way; the page it opens is run here, and looked at as it says its finding and
# when it goes on to the charts.
STARTED = """
import asyncio, json, sys
from streamlit.testing.v1 import AppTest
import app
from wres.ui import loading, panels, warm

def loaded(moment):
    told[moment] = sorted(sys.modules)

def after(work, moment):
    def both(*asked):
        found = work(*asked)
        loaded(moment)
        return found
    return both

async def answer(*asked):
    pass

told = {}
loaded("started")
panels.finding, warm.wait = after(panels.finding, "said"), after(warm.wait, "warm")
browser = {"type": "http", "path": "/static/js/index.js"}
# Longer than a busy machine takes for the page.
warm.GIVES_WAY_SECONDS = 60
warm.begin(loading.warm, lambda: asyncio.run(warm.Arrivals(answer)(browser, None, None)))
warm.wait_for_words()
loaded("worded")
page = AppTest.from_file(sys.argv[1], default_timeout=60).run()
assert not page.exception and len(list(page.main)) > 10
loaded("shown")
kinds = (name for name in sys.modules if name.startswith("wres.charts."))
specs = {name: getattr(sys.modules[name], "_spec", None) for name in kinds}
told["described"] = [name for name, spec in specs.items() if spec and spec.cache_info().currsize]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What is imported once the program has started, can say its first words, and so on."""
    home = tmp_path_factory.mktemp("home")
    found = subprocess.run(
        [sys.executable, "-c", STARTED, str(ROOT / "wres/ui/shell.py")],
        cwd=ROOT,
        env=os.environ | {"WRES_HOME": str(home), "WRES_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return {name: set(names) for name, names in json.loads(found.stdout.splitlines()[-1]).items()}


def test_what_few_visitors_need_waits_until_it_is_used(told: dict[str, set[str]]) -> None:
    """The first page is there without a single library of reports, workbooks or solving."""
    assert told["shown"] & set(WHEN_USED) == set()


def test_a_server_answers_before_the_heavy_libraries_are_there(told: dict[str, set[str]]) -> None:
    """They come on the side, with what the first page is made of."""
    assert told["started"] & set(ON_THE_SIDE) == set()
    assert set(ON_THE_SIDE) <= told["warm"]


def test_the_finding_waits_for_no_chart(told: dict[str, set[str]]) -> None:
    """With a browser on its way, what draws charts comes after the words of the first page."""
    assert told["said"] & set(DRAWN_WITH) == set()
    assert set(DRAWN_WITH) <= told["warm"]


def test_the_first_page_waits_for_no_import(told: dict[str, set[str]]) -> None:
    """Everything it is made of was imported while a browser was still loading the program."""
    late = (told["said"] - told["worded"]) | (told["shown"] - told["warm"])
    assert {name for name in late if not name.startswith("streamlit.")} == set()


def test_the_first_to_look_beside_other_trusts_waits_for_no_description(
    told: dict[str, set[str]],
) -> None:
    """How its two charts look is made once in a process, and longer than the figures take."""
    beside = {f"wres.charts.{name}" for name in ("strip", "funnel")}
    assert told["described"] == {*beside, "wres.charts.spark"}


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A program that starts with a store of its own and imports one library, which is there."""
    monkeypatch.setenv("WRES_HOME", str(tmp_path))
    for name, value in {"FIRST": (), "HEAVY": ("json",), "_drawn_once": lambda: None}.items():
        monkeypatch.setattr(warm, name, value)
    monkeypatch.setattr("gc.freeze", lambda: None)
    # What takes time the first time is done here, so that nothing but the waiting takes any.
    loading.known()
    yield monkeypatch
    assert warm.wait()
    with warm._turn:
        pass


def test_a_balancer_waits_until_the_program_is_warm(starts: pytest.MonkeyPatch) -> None:
    """It waits for the end, and for no other beginning."""
    go_on, answered = Event(), Event()

    def asked() -> None:
        try:
            loading.store_when_warm()
        except StoreProblem:
            return
        answered.set()

    warm.begin(partial(go_on.wait, LONG))
    warm.begin(answered.set)
    visitor = Thread(target=asked)
    visitor.start()
    assert not answered.wait(0.2)
    go_on.set()
    visitor.join(20)
    assert answered.is_set()


def test_another_program_is_told_to_come_back_until_all_is_imported(
    starts: pytest.MonkeyPatch,
) -> None:
    """503 at once, as whoever waited would hold a thread; a picture needs libraries whole."""
    go_on = Event()
    starts.setattr(warm, "PATIENCE_SECONDS", SHORT)
    starts.setattr(warm, "up", partial(go_on.wait, LONG))
    asked = (loading.known, loading.today)
    server = TestClient(Starlette(routes=[*api.routes(*asked), *card.routes(*asked)]))
    warm.begin()
    answers = [server.get(path) for path in EARLY]
    go_on.set()
    assert {(one.status_code, one.headers.get("retry-after")) for one in answers} == {(503, "2")}
    assert all(warm.GETTING_READY in one.text for one in answers)
    starts.setattr(warm, "PATIENCE_SECONDS", LONG)
    assert warm.wait() and server.get(EARLY[0]).status_code == 200


def _imported(starts: pytest.MonkeyPatch) -> Event:
    """What is set once the libraries of charts are imported."""
    came = Event()
    starts.setattr(warm, "import_module", lambda _: came.set())
    return came


def test_libraries_wait_for_whoever_wants_them(starts: pytest.MonkeyPatch) -> None:
    """With a browser on its way they come when its page asks for them."""
    came = _imported(starts)
    starts.setattr(warm, "GIVES_WAY_SECONDS", LONG)
    warm.begin(warm._is_awaited.set)
    assert warm.wait_for_words() and not came.wait(SHORT)
    assert warm.wait() and came.is_set()


def test_libraries_wait_for_no_browser_that_went_away(starts: pytest.MonkeyPatch) -> None:
    """It loaded a file and never came back, so they come without being asked for."""
    came = _imported(starts)
    starts.setattr(warm, "GIVES_WAY_SECONDS", SHORT)
    warm.begin(warm._is_awaited.set)
    assert came.wait(LONG)


def test_what_nobody_waits_for_comes_when_all_is_ready(starts: pytest.MonkeyPatch) -> None:
    """The records of a country are read once the program can be used, and not beside its start."""
    go_on, followed = Event(), Event()
    starts.setattr(loading, "BETWEEN_YEARS_SECONDS", 0.0)
    starts.setattr(loading, "worked_out_ahead", lambda *_: followed.set() or ())
    warm.begin(partial(go_on.wait, LONG))
    follower = Thread(target=loading._follow, args=(loading.evidence().publication,))
    follower.start()
    assert not followed.wait(SHORT)
    go_on.set()
    assert followed.wait(LONG)
    follower.join(LONG)


def test_after_one_wait_in_vain_nobody_waits(starts: pytest.MonkeyPatch) -> None:
    """The words do not come in time: the next visit is told so at once, until they are there."""
    go_on = Event()
    starts.setattr(warm, "PATIENCE_SECONDS", SHORT)
    warm.begin(partial(go_on.wait, LONG))
    assert not warm.wait_for_words()
    starts.setattr(warm, "PATIENCE_SECONDS", LONG)
    assert not warm.wait_for_words() and not warm.is_ready()
    go_on.set()
    with warm._turn:
        assert warm.wait_for_words() and warm.is_ready()


def test_a_second_start_knows_nothing_of_the_first(starts: pytest.MonkeyPatch) -> None:
    """Nothing is ready, no browser is on its way yet, and nobody has waited in vain."""
    marks = (warm._can_speak, warm._is_ready, warm._is_late, warm._is_awaited)
    for mark in marks:
        mark.set()
    found: list[bool] = []
    warm.begin(lambda: found.extend(mark.is_set() for mark in marks))
    assert warm.wait() and found == [False] * len(marks)


def test_work_that_fails_lets_everybody_go(starts: pytest.MonkeyPatch) -> None:
    """Whoever waits goes on, and the page says what is wrong."""

    def fails() -> None:
        raise OSError("the disk is gone")

    starts.setattr("threading.excepthook", lambda _: None)
    warm.begin(fails)
    assert warm.wait_for_words() and warm.wait()
    assert loading.known().evidence
