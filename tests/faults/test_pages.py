"""F3, F4, F11, F19, F20 and F21 as a visitor meets them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.command_line.conftest import HEADER, MANCHESTER, ROOT, Run, environment
from tests.pages.conftest import Open, said
from tests.store.examples import load, survey
from tests.ui.socket_client import server
from wres.store import FILE_NAME, open_store

SHOW = """
import sys
from streamlit.testing.v1 import AppTest
from tests import prose_read
app = AppTest.from_file("wres/ui/shell.py", default_timeout=60).run()
for page in sys.argv[1:]:
    app.switch_page(f"../../pages/{page}.py").run()
    assert not app.exception, app.exception
    for kind in ("title", "warning", "error", "success", "markdown", "info"):
        for one in app.get(kind):
            print(page, kind, str(one.value).replace("\\\\", ""))
    for text in prose_read.texts(app.main):
        print(page, "prose", text)
    for button in app.button:
        print(page, "button", button.label)
"""
EXPLORE = {"org": "R0A", "indicator": "8", "year": "2025"}


def locked(home: Path) -> None:
    """Take the right to write to a folder and what is in it away."""
    for path in home.iterdir():
        path.chmod(0o444)
    home.chmod(0o555)


def test_f3_in_a_read_only_folder_the_app_starts_and_says_why(
    tmp_path: Path, without_rights: list[str]
) -> None:
    """F3: what was stored is shown, nothing can be accepted or undone, the reason is a sentence."""
    home = tmp_path / "home"
    with open_store(home) as store:
        load(store, survey(16, "R0A"))
    locked(home)
    try:
        shown = subprocess.run(
            [*without_rights, sys.executable, "-c", SHOW, "where_we_stand", "upload"],
            cwd=ROOT,
            env={**environment(home), "WRES_ROLE_WITHOUT_SIGN_IN": "lead"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    finally:
        home.chmod(0o755)
    assert shown.returncode == 0, shown.stderr
    for page in ("where_we_stand", "upload"):
        assert f"{page} warning " in shown.stdout
    assert "may not be written to" in shown.stdout and "what was stored is shown" in shown.stdout
    assert "button Undo" not in shown.stdout
    assert str(home) not in shown.stdout
    assert sorted(path.name for path in home.iterdir()) == [FILE_NAME]


@pytest.mark.parametrize("damage", ["cut short", "zero bytes", "another kind of file"])
def test_f4_with_a_damaged_store_the_pages_say_so_and_show_the_rest(
    open_page: Open, tmp_path: Path, damage: str
) -> None:
    """F4: one banner, the shipped figures under it, and the damaged file left as it is."""
    home = tmp_path / "home"
    with open_store(home) as store:
        load(store, survey(50))
    path = home / FILE_NAME
    whole = path.read_bytes()
    broken = {"cut short": whole[: len(whole) // 2], "zero bytes": b""}.get(damage, b"x" * 5000)
    path.write_bytes(broken)
    app = open_page("explore", **EXPLORE)
    assert [one for one in app.warning if "the rest works" in one.value]
    assert "16.1% of BME staff" in said(app)
    # A lead, who could judge a concern where it can be stored, reads them all the same.
    app = open_page("areas_of_concern", org="ZZP")
    assert [one for one in app.warning if "the rest works" in one.value]
    assert "6 areas of concern" in said(app) and "Judge a concern yourself" not in said(app)
    assert path.read_bytes() == broken


def test_f11_a_new_version_is_seen_by_every_session_at_its_next_click(
    open_page: Open, run: Run, home: Path, tmp_path: Path
) -> None:
    """F11: two sessions of one server, and a second process; each sees it at its next click."""
    first, second = open_page("explore", **EXPLORE), open_page("explore", **EXPLORE)
    assert "16.1% of BME staff" in said(first) and "16.1% of BME staff" in said(second)
    given = tmp_path / "corrected.csv"
    given.write_text(f"{HEADER}\n{MANCHESTER},8,0.0662,0.1713\n", encoding="utf-8")
    loaded = subprocess.run(
        [sys.executable, "-m", "wres", "load", str(given)],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        check=False,
    )
    assert loaded.returncode == 1, loaded.stderr
    for session in (first, second):
        session.run()
        assert "17.1% of BME staff" in said(session)
    elsewhere = run("results", "--org", "R0A", "--indicator", "8", "--group", "bme", "--json")
    assert elsewhere.data[0]["percent"] == 17.1


def test_f19_an_upload_cut_at_half_leaves_nothing(tmp_path: Path) -> None:
    """F19: the connection ends in the middle: no store, no part of the file in the folder."""
    canary = b"canary-4711"
    with server(tmp_path, role="lead") as port:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
            line.sendall(
                b"PUT /_stcore/upload_file/none/none HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 200000\r\n\r\n"
                b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
                + canary
                * 9_000
            )
            time.sleep(0.3)
        time.sleep(0.3)
        address = f"http://127.0.0.1:{port}/_stcore/health"
        with urllib.request.urlopen(address, timeout=5) as answer:
            assert answer.status == 200
        left = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert not [path for path in left if canary in path.read_bytes()]
        with open_store(tmp_path) as store:
            assert (store.current(), store.audit()) == (0, ())


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped data that the app uses and a test may spoil."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy, ignore=shutil.ignore_patterns("local"))
    monkeypatch.setattr("wres.answers.opening.DATA_FOLDER", copy)
    yield copy
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("name", "page", "asked"),
    [
        ("benchmarks/survey_2024_trusts.csv", "explore", {"org": "ZZP", "indicator": "8"}),
        ("case_studies/christie_indicator_8.md", "case_studies", {}),
        ("action_plans/rrp_2022_23.toml", "areas_of_concern", {"org": "R0A"}),
    ],
    ids=["benchmarks", "case study", "action plan"],
)
def test_f20_a_corrupt_file_is_named_on_the_page_and_the_rest_works(
    open_page: Open,
    own_data: Path,
    name: str,
    page: str,
    asked: dict[str, str],
) -> None:
    """F20: the page that needs it says which file cannot be used; every other page opens."""
    (own_data / name).write_bytes(b"\xff\xfe nonsense")
    app = open_page(page, **asked)
    assert Path(name).name in "\n".join(str(one.value) for one in app.warning).replace("\\", "")
    assert app.title
    for other in ("where_we_stand", "upload", "about"):
        app.switch_page(f"../../pages/{other}.py").run()
        assert not app.exception and app.title


def test_f21_a_first_start_on_an_empty_folder_guides_and_offers_samples(open_page: Open) -> None:
    """F21: every page opens, the upload page offers the template and a filled example."""
    app = open_page("upload")
    assert "Nothing has been uploaded here yet" in said(app)
    labels = [str(one.proto.label) for one in app.get("download_button")]
    assert any("template" in label.lower() for label in labels)
    assert any("example" in label.lower() for label in labels)
    for page in sorted((ROOT / "pages").glob("*.py")):
        app.switch_page(f"../../pages/{page.name}").run()
        assert not app.exception, page.name
        # The page for admins refuses a lead in one sentence.
        assert app.title or page.name == "access.py", page.name


def test_an_embargo_ends_while_the_app_runs(open_page: Open, home: Path) -> None:
    """The next click after midnight shows the figures; before, no page knows of them."""
    from datetime import UTC, datetime, timedelta

    from tests.store.test_drafts import keep
    from wres.store import uk_day

    app: AppTest = open_page("explore", **EXPLORE)
    today = uk_day(datetime.now(UTC))
    rows = [row for row in survey(50) if row.indicator == 8]
    with open_store(home) as store:
        keep(store, rows, release_on=today + timedelta(days=2))
    app.run()
    assert "50.0% of BME staff" not in said(app)
    with open_store(home) as store:
        keep(store, rows, release_on=today)
    app.run()
    assert "50.0% of BME staff" in said(app)
    assert os.environ["WRES_HOME"] == str(home)
    with open_store(home) as store:
        assert [draft.id for draft in store.drafts()] == [1]
