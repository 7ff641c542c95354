"""Each hostile file is answered in one sentence, within five seconds of work and 300 MB."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .hostile import HOSTILE, READ

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 5.0
MOST_BYTES = 300 * 1024 * 1024


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_within_the_limits(kind: str) -> None:
    """In a process of its own, so that nothing of another file is counted."""
    make, told = HOSTILE[kind]
    answer = subprocess.run(
        [sys.executable, "-m", "tests.upload.measured"],
        input=make(),
        capture_output=True,
        cwd=ROOT,
        timeout=240,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr.decode()[-2000:]
    seen = json.loads(answer.stdout)
    assert (seen["verdict"] == "refused") == (told != READ)
    assert told in seen["reader"], seen["reader"]
    assert seen["reason"].endswith(".")
    assert seen["seconds"] < MOST_SECONDS, seen
    assert seen["bytes"] < MOST_BYTES, seen
    assert seen["bytes_of_started"] < MOST_BYTES, seen
