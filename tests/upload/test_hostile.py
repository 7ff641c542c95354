"""Each hostile file is answered in one sentence, within five seconds of work and 300 MB."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from .hostile import HOSTILE, READ

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 5.0
MOST_BYTES = 300 * 1024 * 1024
WAIT_SECONDS = 240


@pytest.fixture(scope="module")
def examining() -> Iterator[subprocess.Popen[str]]:
    """The program that examines each file in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.upload.measured"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    ) as program:
        yield program
        assert program.stdin is not None
        program.stdin.close()


def _answer(program: subprocess.Popen[str], path: Path) -> str:
    assert program.stdin is not None and program.stdout is not None
    late = threading.Timer(WAIT_SECONDS, program.kill)
    late.start()
    program.stdin.write(f"{path}\n")
    program.stdin.flush()
    line = program.stdout.readline()
    late.cancel()
    return line


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_within_the_limits(
    kind: str, examining: subprocess.Popen[str], tmp_path: Path
) -> None:
    """In a process of its own, so that nothing of another file is counted."""
    make, told = HOSTILE[kind]
    given = tmp_path / "given"
    given.write_bytes(make())
    seen = json.loads(_answer(examining, given))
    assert "ended with" not in seen, seen
    assert (seen["verdict"] == "refused") == (told != READ)
    assert told in seen["reader"], seen["reader"]
    assert seen["reason"].endswith(".")
    assert seen["seconds"] < MOST_SECONDS, seen
    assert seen["bytes"] < MOST_BYTES, seen
    assert seen["bytes_of_started"] < MOST_BYTES, seen
