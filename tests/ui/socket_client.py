"""The smallest visitor: a server of its own, a raw websocket, one run of one page after another."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests import prose_read

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
RUN_SECONDS = 30
UVICORN = ("-m", "uvicorn", "--app-dir", str(ROOT), "app:app", "--host", "127.0.0.1", "--port")
STREAMLIT = ("-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port")

# Sign-in set up in full, with a service that nobody can reach.
SIGN_IN = {
    "redirect_uri": "http://localhost/oauth2callback",
    "cookie_secret": "only for tests, and long enough to be taken",
    "client_id": "wres",
    "client_secret": "known to both",
    "server_metadata_url": "http://localhost:1/.well-known/openid-configuration",
}


@dataclass
class Seen:
    """What one run sent to the browser, and what of it one asks about."""

    elements: list[Element] = field(default_factory=list)
    frames: list[bytes] = field(default_factory=list)
    session_id: str = ""
    sent_to: str = ""
    fragment: str = ""
    page_hash: str = ""
    toolbar_mode: int = -1

    @property
    def headings(self) -> list[str]:
        """The words of every title and heading."""
        kept = [one for one in self.elements if one.WhichOneof("type") == "heading"]
        return [*(one.heading.body for one in kept), *prose_read.headings_in(self.elements)]

    @property
    def kinds(self) -> set[str]:
        """The kinds of elements."""
        return {str(element.WhichOneof("type")) for element in self.elements}

    @property
    def alerts(self) -> list[str]:
        """The words of the alerts."""
        return [e.alert.body for e in self.elements if e.WhichOneof("type") == "alert"]

    @property
    def links(self) -> list[str]:
        """The pages linked to, by their words."""
        drawn = [e.page_link.label for e in self.elements if e.WhichOneof("type") == "page_link"]
        return [*drawn, *(str(link["text"]) for link in prose_read.links_in(self.elements))]

    @property
    def bytes_sent(self) -> int:
        """How much was sent, in bytes."""
        return sum(map(len, self.frames))

    def widget(self, label: str) -> str:
        """Return the id of the button or box with these words."""
        for element in self.elements:
            drawn = getattr(element, str(element.WhichOneof("type")))
            if getattr(drawn, "label", None) == label:
                return str(drawn.id)
        raise AssertionError(f"no {label!r} among {self.kinds}, alerts {self.alerts}")


@contextmanager
def server(home: Path, *, command: tuple[str, ...] = UVICORN, role: str = "") -> Iterator[int]:
    """Give the port of a server that nobody has visited yet; it stands in another folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    env = os.environ | {"WRES_HOME": str(home), "WRES_ROLE_WITHOUT_SIGN_IN": role}
    log = (home / f"server-{port}.log").open("wb")
    started = subprocess.Popen(
        [sys.executable, *command, str(port)], cwd=home, env=env, stdout=log, stderr=log
    )
    try:
        _wait_until_healthy(port, started)
        yield port
    finally:
        started.terminate()
        started.wait(timeout=20)
        log.close()


def _wait_until_healthy(port: int, started: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and started.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("the server did not start")


@dataclass
class Window:
    """One window of a browser that is none: a session of the server, run after run."""

    stream: ClientConnection
    page: str = ""
    query: str = ""
    seen: Seen = field(default_factory=Seen)

    def open(self, page: str, query: str = "") -> Seen:
        """Return what a page shows at this address."""
        self.page, self.query = page, query
        return self._run({})

    def press(self, label: str) -> Seen:
        """Return what pressing the button with these words leads to."""
        return self._run({self.seen.widget(label): ("trigger_value", True)})

    def tick(self, label: str) -> Seen:
        """Return what ticking the box with these words leads to."""
        return self.force(self.seen.widget(label))

    def unfold(self, label: str) -> Seen:
        """Return what opening the first part under these words leads to."""
        widget, told = prose_read.press_of(self.seen.elements, label)
        return self._run({widget: ("json_trigger_value", told)}, fragment=self.seen.fragment)

    def force(self, widget: str) -> Seen:
        """Return what saying leads to that a box is ticked, wherever its id was learnt."""
        return self._run({widget: ("bool_value", True)})

    def ask(self, page: str, query: str = "") -> None:
        """Return nothing; ask for a page and listen to nothing of it."""
        self.page, self.query = page, query
        self._ask({})

    def file(self, label: str) -> str:
        """Return the address of the file that the button with these words makes when pressed."""
        buttons = (one.download_button for one in self.seen.elements if one.HasField(_BUTTON))
        request = BackMsg()
        asked = request.backend_operation_request
        asked.request_id, asked.session_id = label, self.seen.session_id
        asked.deferred_file.file_id = next(
            one.deferred_file_id for one in buttons if one.label == label
        )
        self.stream.send(request.SerializeToString())
        while True:
            frame = self.stream.recv(timeout=RUN_SECONDS)
            answer = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
            if answer.HasField("backend_operation_response"):
                return answer.backend_operation_response.deferred_file.url

    def change(self) -> Seen:
        """Return what a change in a box of the page leads to: the page runs, and nothing round it.

        A browser asks for the part of the page that the box stands in.
        """
        return self._run({}, fragment=self.seen.fragment)

    def _run(self, changed: Mapping[str, tuple[str, object]], fragment: str = "") -> Seen:
        self._ask(changed, fragment)
        self.seen = self._listen()
        return self.seen

    def _ask(self, changed: Mapping[str, tuple[str, object]], fragment: str = "") -> None:
        request = BackMsg()
        request.rerun_script.fragment_id = fragment
        request.rerun_script.page_script_hash = self.seen.page_hash if fragment else ""
        request.rerun_script.page_name = self.page
        request.rerun_script.query_string = self.query
        for widget, (kind, value) in changed.items():
            state = request.rerun_script.widget_states.widgets.add(id=widget)
            setattr(state, kind, value)
        self.stream.send(request.SerializeToString())

    def _listen(self) -> Seen:
        seen = Seen(session_id=self.seen.session_id, page_hash=self.seen.page_hash)
        while True:
            frame = self.stream.recv(timeout=RUN_SECONDS)
            taken = frame if isinstance(frame, bytes) else frame.encode()
            message = ForwardMsg.FromString(taken)
            seen.frames.append(taken)
            _note(seen, message)
            kind = message.WhichOneof("type")
            # A run that was stopped for the next one ends too, and is not the one asked for.
            if kind == "script_finished" and message.script_finished in _ENDS:
                return seen


_BUTTON = "download_button"
_ENDS = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


@contextmanager
def window(
    address: str, said: tuple[str, ...] = ("streamlit", "none"), **headers: str
) -> Iterator[Window]:
    """Give a new window onto the program at ``address`` (``127.0.0.1:8501``).

    ``said`` is what a browser says first: the protocol, its token, and a session to go on with.
    """
    with _connected(f"ws://{address}", said, headers) as stream:
        yield Window(stream)


@contextmanager
def window_by_name(
    site: str, port: int, trusted: ssl.SSLContext, *, token: str = "none", **headers: str
) -> Iterator[Window]:
    """Give a new window onto a site of this name, over TLS to this computer's own port."""
    line = socket.create_connection(("127.0.0.1", port))
    address, said = f"wss://{site}:{port}", ("streamlit", token)
    with _connected(address, said, headers, sock=line, ssl=trusted) as stream:
        yield Window(stream)


def _connected(
    address: str, said: tuple[str, ...], headers: Mapping[str, str], **how: Any
) -> ClientConnection:
    return connect(
        f"{address}/_stcore/stream",
        subprotocols=list(said),  # type: ignore[arg-type]
        additional_headers={name.replace("_", "-"): text for name, text in headers.items()},
        max_size=None,
        **how,
    )


def visit(port: int, page: str, query: str = "") -> Seen:
    """Return what a first visit to a page was sent, as a browser without a browser."""
    with window(f"127.0.0.1:{port}") as opened:
        return opened.open(page, query)


def _note(seen: Seen, message: ForwardMsg) -> None:
    kind = message.WhichOneof("type")
    if kind == "new_session":
        seen.toolbar_mode = message.new_session.config.toolbar_mode
        seen.session_id = message.new_session.initialize.session_id
    if kind == "navigation":
        seen.page_hash = message.navigation.page_script_hash
    if kind == "auth_redirect":
        seen.sent_to = message.auth_redirect.url
    if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
        seen.elements.append(message.delta.new_element)
        seen.fragment = seen.fragment or message.delta.fragment_id
