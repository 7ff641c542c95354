"""The smallest visitor: a server of its own, a raw websocket, one run of one page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

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
    """What one run sent to the browser: kinds of elements, words of alerts, the toolbar's mode."""

    kinds: set[str] = field(default_factory=set)
    alerts: list[str] = field(default_factory=list)
    toolbar_mode: int = -1
    bytes_sent: int = 0


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


def visit(port: int, page: str, query: str = "") -> Seen:
    """Return what a first visit to a page was sent, as a browser without a browser."""
    request = BackMsg()
    request.rerun_script.page_name = page
    request.rerun_script.query_string = query
    seen = Seen()
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit", "none"], max_size=None) as stream:  # type: ignore[list-item]
        stream.send(request.SerializeToString())
        while True:
            frame = stream.recv(timeout=RUN_SECONDS)
            message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
            seen.bytes_sent += len(frame)
            _note(seen, message)
            if message.WhichOneof("type") == "script_finished":
                return seen


def _note(seen: Seen, message: ForwardMsg) -> None:
    kind = message.WhichOneof("type")
    if kind == "new_session":
        seen.toolbar_mode = message.new_session.config.toolbar_mode
    if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
        element = message.delta.new_element
        seen.kinds.add(str(element.WhichOneof("type")))
        if element.WhichOneof("type") == "alert":
            seen.alerts.append(element.alert.body)
