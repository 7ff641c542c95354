"""A8: the program calls nobody but the sign-in service, whatever page is asked for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.walls.conftest import WATCHING, Walls
from tests.walls.test_pages import PAGES, QUERIES

HERE = re.compile(r"'(127\.0\.0\.1|::1|localhost)'|^socket\.connect '?/|^socket\.connect b?'")


def leaving(calls: Path) -> list[str]:
    """Return the calls that go to another computer, one line each."""
    lines = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
    return [line for line in lines if not HERE.search(line)]


def test_no_call_of_the_program_leaves_this_computer(walls: Walls) -> None:
    """Every page as its lead, and a phone's page: what was written down is the sign-in alone."""
    for page in PAGES:
        for query in QUERIES:
            walls.callers["ama"].visit(page, query)
    walls.newcomer("vera").ask("/room")
    called = walls.calls.read_text(encoding="utf-8").splitlines()
    assert any("127.0.0.1" in line for line in called)
    assert leaving(walls.calls) == []


def test_a_call_that_leaves_is_written_down(tmp_path: Path) -> None:
    """One name that is looked up, and one address that is tried: both are seen."""
    calls = tmp_path / "calls.txt"
    tries = (
        "import socket\n"
        "try: socket.getaddrinfo('elsewhere.invalid', 80)\n"
        "except OSError: pass\n"
        "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))\n"
    )
    environment = {"PYTHONPATH": str(WATCHING), "WATCHED_CALLS": str(calls)}
    subprocess.run([sys.executable, "-c", tries], env=environment, check=True, timeout=60)
    assert [line.split(" ", 1)[0] for line in leaving(calls)] == [
        "socket.getaddrinfo",
        "socket.connect",
    ]
