"""A1: every address of the server outside the pages, as everybody: an answer, and no figure."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.browser.conftest import ROOT
from tests.walls.caller import NOBODY
from tests.walls.conftest import Walls
from tests.walls.figures import NEVER, PUBLISHED, A, found

LIST_ROUTES = """
import app
for route in app.app._build_starlette_app().routes:
    print(route.path or "/")
"""
PLAIN, NO_ROLE, LISTED = ("GET", "HEAD", "OPTIONS"), (NOBODY, "nobody"), ("vera", "ben", "ada")
EXPLORE = ("explore", f"org={A.code}&year=2025&indicator=8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One address of the server: how it is listed, what is asked of it, what it answers.

    ``without`` is for people without a role, ``listed`` for people with one.
    """

    listed: str
    asked: str = ""
    methods: tuple[str, ...] = PLAIN
    without: frozenset[int]
    held: frozenset[int] | None = None

    def expected(self, who: str) -> frozenset[int]:
        """The answers one may get."""
        return self.without if who in NO_ROLE or self.held is None else self.held


def _route(
    listed: str, *answers: int, asked: str = "", held: tuple[int, ...] = (), **more: tuple[str, ...]
) -> Route:
    return Route(
        listed=listed,
        asked=asked or listed,
        without=frozenset(answers),
        held=frozenset(held) or None,
        **more,
    )


ASKED = f"/api/v1/results?org={A.code}"
CARD = f"/card/{A.code}/8"
WRITING = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS")
EVERY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")
ROUTES = (
    _route("/_stcore/health", 200, 204),
    _route("/_stcore/metrics", 404),
    _route("/_stcore/host-config", 200, 405),
    _route("/media/{file_id:path}", 403, asked="/media/0.csv", held=(204, 404)),
    _route(
        "/_stcore/upload_file/{session_id}/{file_id}",
        403,
        asked="/_stcore/upload_file/x/y",
        methods=("PUT", "DELETE", "OPTIONS", "GET"),
        held=(403, 204, 405, 404, 200),
    ),
    _route("/component/{path:path}", 404, 204, asked="/component/x/index.html"),
    _route("/_stcore/bidi-components/{path:path}", 404, 204, asked="/_stcore/bidi-components/x/y"),
    # A socket: asked without one it is no address; with one, see test_pages and test_links.
    _route("/_stcore/stream", 200, 404, 405),
    _route("/auth/login", 200, 302, 405),
    # Asked by newcomers only: it does what it says.
    _route("/auth/logout", 200, 302, 405, methods=()),
    _route("/oauth2callback", 200, 302, 405, asked="/oauth2callback?code=x&state=y"),
    _route("/_stcore/agent/interact", 404, methods=EVERY_METHOD),
    _route("/_stcore/agent/openapi.json", 404, methods=EVERY_METHOD),
    _route("/_stcore/agent/mcp", 404, methods=EVERY_METHOD),
    # One word for a load balancer, which signs in nowhere.
    _route("/ready", 200, 405, methods=EVERY_METHOD),
    # The room's phones: open to whoever has a code; without one, a sentence and no figure.
    _route("/room", 200, 405),
    _route("/room/{code}", 404, 405, asked="/room/HJMP"),
    _route("/room/{code}/state", 404, 405, asked="/room/HJMP/state"),
    _route("/room/{code}/vote", 303, 403, 405, asked="/room/HJMP/vote", methods=EVERY_METHOD),
    # Other programs: a viewer's figures for viewers, a sentence for everybody else.
    _route("/api/v1", 403, held=(200, 405), methods=EVERY_METHOD),
    _route("/api/v1/{rest:path}", 403, asked=ASKED, held=(405,), methods=WRITING),
    _route("/api", 404, 405, methods=EVERY_METHOD),
    _route("/api/{elsewhere:path}", 403, asked="/api/v2/results", held=(404, 405)),
    # Cards to share: as the interface.
    _route("/card", 404, 405, methods=EVERY_METHOD),
    _route("/card/{elsewhere:path}", 403, asked="/card/x", held=(404, 405), methods=EVERY_METHOD),
    _route("/card/{org}/{indicator}", 403, asked=CARD, held=(405,), methods=WRITING),
    _route("/card/{org}/{indicator}.png", 403, asked=f"{CARD}.png", held=(200, 405)),
    _route("/", 200, 405),
)


def test_every_address_of_the_server_is_in_this_list(walls: Walls) -> None:
    """A new one, ours or Streamlit's, fails here until it is asked for below."""
    listed = subprocess.run(
        [sys.executable, "-c", LIST_ROUTES],
        cwd=ROOT,
        env=os.environ | {"WRES_HOME": str(walls.home)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert set(listed) == {route.listed for route in ROUTES}


@pytest.mark.parametrize("who", [*NO_ROLE, *LISTED])
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.listed)
def test_an_address_answers_without_a_figure(walls: Walls, route: Route, who: str) -> None:
    """Signed out, without a role, as viewer, as the other lead, as admin."""
    caller = walls.callers[who]
    for method in route.methods:
        answer = caller.ask(route.asked, method=method)
        first = (answer.history or [answer])[0]
        assert first.status_code in route.expected(who), (method, first.status_code)
        assert not found(PUBLISHED + NEVER, [answer.content])


def test_other_programs_get_what_a_viewer_may_see(walls: Walls) -> None:
    """Everything of the interface: nothing without a role, published figures with one, no more."""
    questions = [f"/api/v1/{path}?org={A.code}" for path in ("results", "concerns", "export")]
    questions += [f"{ASKED}&format=csv", "/api/v1/organisations"]
    for who in NO_ROLE:
        for asked in questions:
            refused = walls.callers[who].ask(asked)
            assert refused.status_code == 403 and refused.json()["error"]["sentence"]
            assert not found(PUBLISHED + NEVER, [refused.content])
    for who in LISTED:
        sent = [walls.callers[who].ask(asked).content for asked in questions]
        assert found(A.published, sent) and not found(NEVER, sent)


def test_a_card_is_for_viewers(walls: Walls) -> None:
    """A sentence and the way to sign in without a role; with one, published figures alone."""
    for who in NO_ROLE:
        refused = walls.callers[who].ask(CARD)
        assert refused.status_code == 403 and "explore?org=" in refused.text
        assert "script" not in refused.headers["content-security-policy"]
        assert not found(PUBLISHED + NEVER, [refused.content])
    for who in LISTED:
        answer = walls.callers[who].ask(CARD)
        assert "script" not in answer.headers["content-security-policy"]
        assert found(A.published, [answer.content]) and not found(NEVER, [answer.content])


@pytest.mark.parametrize("who", NO_ROLE)
def test_the_address_of_a_file_is_not_enough(walls: Walls, who: str) -> None:
    """Whoever learnt it needs a role all the same; with one, the file comes, in parts too."""
    viewer, other = walls.callers["vera"], walls.callers[who]
    with viewer.window() as opened:
        opened.open(*EXPLORE)
        opened.unfold("Files of this chart")
        address = opened.file("Table as CSV")
        assert found(A.published, [viewer.ask(address).content])
        part = viewer.ask(address, headers={"Range": "bytes=0-9"})
        assert (part.status_code, len(part.content)) == (206, 10)
        for headers in ({}, {"Range": "bytes=0-99"}):
            assert other.ask(address, headers=headers).status_code == 403
            # Any other spelling is answered by the empty page that every address has.
            for path in (f"/{address}", f"/explore{address}", address.replace("media", "Media")):
                answer = other.ask(path, headers=headers)
                assert not found(PUBLISHED, [answer.content])


def test_a_file_is_taken_from_a_lead_alone(walls: Walls) -> None:
    """Nobody else fills the memory of the server, into an own session or another's."""
    ama, refused = walls.callers["ama"], []
    with ama.window() as lead:
        hers = f"/_stcore/upload_file/{lead.open('upload').session_id}/made-up"
        for who in (*NO_ROLE, "vera", "ada"):
            caller = walls.callers[who]
            with caller.window() as own:
                theirs = f"/_stcore/upload_file/{own.open('about').session_id}/made-up"
                refused += [caller.put(path, b"a,b").status_code for path in (hers, theirs)]
        assert refused == [403] * 8
        assert ama.put(hers, b"a,b").status_code == 204


def test_a_window_of_somebody_else_cannot_be_taken_over(walls: Walls) -> None:
    """A viewer who learnt the session of a lead gets a session of their own."""
    with walls.callers["ama"].window() as lead:
        hers = lead.open("upload").session_id
    for who in (NOBODY, "vera"):
        with walls.callers[who].window(resume=hers) as taken:
            seen = taken.open("upload")
            assert seen.session_id != hers
            assert "file_uploader" not in seen.kinds and "Upload" not in seen.links
