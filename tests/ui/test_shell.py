"""The one door: the menu, the guard, and what happens when a page fails."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.ui.socket_client import SIGN_IN, STREAMLIT, UVICORN, server, visit
from wres.access import Role
from wres.errors import NotComputable
from wres.ui import incidents, menu

ROOT = Path(__file__).resolve().parents[2]
VIEWER_MODE = 2
NAMES = [entry.name for entry in menu.entries()]


def shell(role: str, monkeypatch: pytest.MonkeyPatch, page: str = "") -> AppTest:
    """Return the app opened by somebody with this role, on the front door or another page."""
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", role)
    app = AppTest.from_file(str(ROOT / "wres/ui/shell.py"), default_timeout=30).run()
    return app.switch_page(f"../../pages/{page}.py").run() if page else app


def linked(app: AppTest) -> list[str]:
    """Return the pages the menu offers."""
    return [str(link["text"]) for link in prose_read.links(app.sidebar)]


def test_every_page_of_the_menu_exists() -> None:
    """Nothing in the menu waits for its file."""
    assert [entry.name for entry in menu.ENTRIES if not entry.path.is_file()] == []


def test_every_page_file_is_in_the_menu() -> None:
    """A page that nobody can find does not exist."""
    assert {path.stem for path in menu.PAGES.glob("*.py")} <= {e.name for e in menu.ENTRIES}


@pytest.mark.parametrize("name", NAMES)
def test_every_page_names_who_may_open_it(name: str) -> None:
    """The call of page_for is read by the menu; without it the page opens to nobody."""
    assert menu.needs(menu.PAGES / f"{name}.py") is not None


def test_a_page_without_the_line_opens_to_nobody(tmp_path: Path) -> None:
    """A forgotten line closes the page."""
    page = tmp_path / "open.py"
    page.write_text('"""No line."""\n', encoding="utf-8")
    assert menu.needs(page) is None


def test_uploads_need_a_lead() -> None:
    """The page that changes figures is for leads."""
    path = menu.PAGES / "upload.py"
    if not path.is_file():
        pytest.skip("the upload page is not there yet")
    assert menu.needs(path) is Role.LEAD


@pytest.mark.parametrize("name", NAMES)
def test_without_a_role_every_page_is_the_refusal_only(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title of the page and one sentence, no menu, no figure."""
    app = shell("none", monkeypatch, page=name)
    assert not app.exception
    assert [error.value for error in app.error] == ["Please sign in to see this page\\."]
    title = next(entry.title for entry in menu.ENTRIES if entry.name == name)
    assert [shown.value for shown in app.title] == [title]
    assert not app.header and not app.markdown
    assert prose_read.texts(app.main) == []
    assert linked(app) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "access"])
def test_a_lead_can_open_every_page_but_the_admins(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page opens with its heading and without an incident."""
    app = shell("lead", monkeypatch, page=name)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1


def test_the_menu_shows_only_what_may_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A viewer is not offered the pages for leads."""
    needs = {entry.title: menu.needs(entry.path) for entry in menu.entries()}
    for_leads = [title for title, need in needs.items() if need is not Role.ADMIN]
    assert linked(shell("lead", monkeypatch)) == for_leads
    for_viewers = [title for title, need in needs.items() if need is Role.VIEWER]
    assert linked(shell("viewer", monkeypatch)) == for_viewers


def test_the_menu_keeps_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every link of the menu carries what is in the address."""
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    app = AppTest.from_file(str(ROOT / "wres/ui/shell.py"), default_timeout=30)
    app.query_params.update({"org": "R0A", "indicator": "8"})
    app.run()
    queries = {link["href"].partition("?")[2] for link in prose_read.links(app.sidebar)}
    assert queries == {"org=R0A&indicator=8"}


def test_a_setting_nobody_knows_lets_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt setting closes the door."""
    assert linked(shell("laed", monkeypatch)) == []


def failing(kind: str) -> AppTest:
    """Return a page that fails in this way."""

    def script(kind: str) -> None:
        import streamlit as st

        from wres.errors import NotComputable
        from wres.ui import incidents

        def page() -> None:
            st.title("Before")
            if kind == "known":
                raise NotComputable("The file *x* has no rows.")
            if kind == "stop":
                st.stop()
            raise KeyError("/home/someone/secret")

        incidents.run(page)
        st.text("after")

    return AppTest.from_function(script, kwargs={"kind": kind}).run()


def test_a_known_problem_is_its_own_sentence() -> None:
    """The sentence is shown letter by letter, and the page before it stays."""
    app = failing("known")
    assert [error.value for error in app.error] == ["The file \\*x\\* has no rows\\."]
    assert app.title[0].value == "Before"
    assert not app.exception


def test_an_unknown_problem_shows_a_number_and_nothing_of_itself(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """F22: the log gets the cause under the same number; the page gets no path and no traceback."""
    with caplog.at_level(logging.ERROR, logger="wres"):
        app = failing("unknown")
    (error,) = app.error
    number = error.value.split("incident ")[1][:8]
    assert "secret" not in error.value
    assert not app.exception
    assert number in caplog.text
    assert "KeyError" in caplog.text


def test_stopping_a_page_is_no_problem() -> None:
    """A page may stop early without an error."""
    app = failing("stop")
    assert not app.error
    assert not app.exception


def test_a_problem_that_was_told_is_not_shown_twice() -> None:
    """The handler of callbacks and fragments says that it has shown the problem."""
    assert incidents.tell(NotComputable("x")) is True


@pytest.mark.parametrize("command", [UVICORN, STREAMLIT], ids=["uvicorn", "streamlit run"])
def test_the_app_serves_from_any_folder(command: tuple[str, ...], tmp_path: Path) -> None:
    """Both commands, started elsewhere, find the shell and the settings of this program."""
    with server(tmp_path, command=command, role="viewer") as port:
        seen = visit(port, "about")
    assert not seen.alerts
    assert "heading" in seen.kinds
    assert seen.toolbar_mode == VIEWER_MODE


def signed_in(monkeypatch: pytest.MonkeyPatch, home: Path, **claims: object) -> AppTest:
    """Return the app of a server with sign-in set up, opened by somebody with these claims."""
    monkeypatch.setenv("WRES_HOME", str(home))
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "lead")
    (home / "access.csv").write_text("identity,role\nama@trust.example,viewer\n", encoding="utf-8")
    app = AppTest.from_file(str(ROOT / "wres/ui/shell.py"), default_timeout=30)
    app.secrets = {"auth": SIGN_IN}
    app.user.update({"iat": time.time(), **claims})
    return app.run().switch_page("../../pages/about.py").run()


def test_with_sign_in_the_setting_for_this_computer_counts_for_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nobody is a lead by sitting at the server, and a button offers to sign in."""
    app = signed_in(monkeypatch, tmp_path)
    assert [error.value for error in app.error] == ["Please sign in to see this page\\."]
    assert [button.label for button in app.button] == ["Sign in"]


def test_with_sign_in_the_list_gives_the_role(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A listed viewer reads; somebody else who signed in is told whom to ask."""
    claims = {"is_logged_in": True, "email_verified": True}
    listed = signed_in(monkeypatch, tmp_path, email="ama@trust.example", **claims)
    assert not listed.error
    assert "Upload" not in linked(listed)
    other = signed_in(monkeypatch, tmp_path, email="x@trust.example", **claims)
    assert "nobody has given you a role" in other.error[0].value
