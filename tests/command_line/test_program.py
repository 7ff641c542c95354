"""The program around the commands: help, the last resort, and the app."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from argparse import Namespace
from pathlib import Path

import pytest

from tests.command_line.conftest import ROOT, Run, environment
from wres import settings
from wres.command_line import program, versions
from wres.command_line.layout import table, wrapped


def test_help_lists_every_command(apart: Run) -> None:
    """Each command is there with a line about it."""
    said = apart("--help").out
    commands = ("read", "check", "load", "results", "concerns", "history", "undo", "restore")
    assert all(f"    {command} " in said for command in (*commands, "serve"))


def test_an_unexpected_failure_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault of ours is one sentence; the cause is logged only when asked for."""

    def broken(_asked: Namespace) -> None:
        raise ZeroDivisionError("secret cause")

    monkeypatch.setattr(versions, "history", broken)
    monkeypatch.delenv(settings.DEBUG.name, raising=False)
    assert program.main(["history"]) == 2
    assert capsys.readouterr().err == f"{program.UNEXPECTED}\n"


def test_the_cause_is_logged_on_request(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With WRES_DEBUG set the log holds the cause."""

    def broken(_asked: Namespace) -> None:
        raise ZeroDivisionError("the cause")

    monkeypatch.setattr(versions, "history", broken)
    monkeypatch.setenv(settings.DEBUG.name, "1")
    assert program.main(["history"]) == 2
    assert "the cause" in caplog.text


def test_a_stop_by_the_keyboard_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C ends with 130, as in other programs, and no traceback."""

    def stopped(_asked: Namespace) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(versions, "history", stopped)
    assert program.main(["history"]) == program.STOPPED
    assert capsys.readouterr().err == "Stopped.\n"


def test_a_taken_port_is_said(apart: Run) -> None:
    """The app is not started on a port that somebody else has."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = apart("serve", "--port", str(taken.getsockname()[1]))
    assert ended.code == 2 and "choose another" in ended.err


def test_serve_starts_the_app(home: Path) -> None:
    """The front door answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "wres", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert _answers(f"http://127.0.0.1:{port}/") == 200
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(address: str) -> int:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return int(answer.status)
        except OSError:
            time.sleep(0.2)
    return 0


def test_long_text_goes_on_below_itself() -> None:
    """Text breaks between words at 80 characters, further lines moved in."""
    lines = wrapped("word " * 40, indent=2, hang=2)
    assert len(lines) == 3
    assert lines[0].startswith("  word") and lines[1].startswith("    word")


def test_a_wide_table_folds_its_first_column() -> None:
    """Figures stay in their columns however long the first cell is."""
    lines = table([("a " * 60, "1"), ("b", "2")])
    assert max(map(len, lines)) <= 80
    assert lines[0].endswith("1") and lines[-1].endswith("2")
