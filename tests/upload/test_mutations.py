"""Damaged copies of good files: a result or a sentence, never anything else, within the limits.

``WRES_TEST_MUTATIONS`` says how many; the default takes well under half a minute.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from .mutated import GOOD

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS = int(os.environ.get("WRES_TEST_MUTATIONS", "180"))
MOST_SECONDS = 5.0
MOST_BYTES = 300 * 1024 * 1024


def test_no_damage_breaks_the_reader_or_the_checks() -> None:
    """All in one process, which must also be alive at the end."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.upload.mutated", str(MUTATIONS), "1"],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr.decode()[-2000:]
    seen = json.loads(answer.stdout)
    assert seen["broken"] == []
    assert sum(seen["verdicts"].values()) == MUTATIONS
    assert seen["slowest"] < MOST_SECONDS
    assert seen["bytes"] < MOST_BYTES
    assert seen["bytes_of_started"] < MOST_BYTES
    # Damage is no reason to refuse everything: some copies of many kinds still give figures. An
    # archive that is damaged as it is never does, and of most kinds only a few copies are tried.
    read = {kind.split(":")[0] for kind in seen["verdicts"] if "accepted" in kind}
    assert len(read) > len(GOOD) // 4
