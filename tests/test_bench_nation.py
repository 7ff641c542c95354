"""The part of the bench about a country tells what was measured, and what was not."""

from __future__ import annotations

import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest

from bench.figures import last_run
from bench.nation import section, visiting
from bench.nation.measuring import NATION, ONE
from bench.nation.visiting import idle_after, middle
from bench.serving import Server


def row_of(found: dict[str, Any], start: str) -> str:
    """Return the first row of the table that begins so."""
    return next(line for line in section(found).splitlines() if line.startswith(f"| {start}"))


def newly_measured() -> dict[str, Any]:
    """Return the last run with what is new in it, for one trust and the nation."""
    found = deepcopy(last_run()["nation"])
    found["stores"] = {name: found["stores"][name] for name in (ONE, NATION)}
    for seconds, name in ((0.1, ONE), (0.3, NATION)):
        each = {"seconds": seconds, "processor_s": seconds}
        pages = dict.fromkeys(("front door", "benchmarks", "areas of concern"), each)
        found["stores"][name] |= {"when_ready": pages, "idle_after_s": 5 * seconds}
    return found


def test_the_first_visit_after_a_start_has_a_row_for_both_sizes() -> None:
    """0.1 and 0.3 seconds are three times as long; a run before has no figure and says so."""
    first = "Benchmarks, the first visit right after the program is ready"
    found = newly_measured()
    assert row_of(found, first).endswith("| 0.1 | 0.3 | 3.0 |")
    del found["stores"][ONE]["when_ready"], found["stores"][NATION]["when_ready"]
    assert row_of(found, first).endswith("| not measured | not measured |  |")


def test_what_the_system_does_not_tell_is_left_out() -> None:
    """A processor time that is not told is no figure and no ratio, and a median of none is none."""
    found = newly_measured()
    found["stores"][NATION]["usable_after_processor_s"] = None
    found["stores"][ONE]["usable_after_processor_s"] = 1.7
    assert row_of(found, "Processor time of the server").endswith("| 1.7 |  |  |")
    assert middle([1.0, None, 2.0]) is None
    assert middle([1.0, 3.0]) == 2.0


def test_visits_to_a_program_that_may_still_read_ahead_are_told_as_such() -> None:
    """The nation was not idle within the time one waits: a sentence above the table names it."""
    found = newly_measured()
    assert "Not known to have been idle" not in section(found)
    found["stores"][NATION]["idle_after_s"] = None
    assert "**Not known to have been idle before the visits: nation.**" in section(found)


def test_a_busy_program_is_not_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that waits is idle after a pause; one that counts on is not, however long one waits."""
    monkeypatch.setattr(visiting, "IDLE_SECONDS", 0.1)
    monkeypatch.setattr(visiting, "MOST_PAUSES", 3)
    for script, is_idle in (("print(1, flush=True); input()", True), (BUSY, False)):
        with subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout is not None
            running.stdout.readline()
            server = Server(address="", process=running.pid, healthy_after=0.0)
            assert (idle_after(server) is not None) == is_idle
            running.kill()


BUSY = "print(1, flush=True)\nwhile True: pass"
