"""What single pieces of work cost inside the program (milliseconds), and the command line cold."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.serving import ROOT
from wres.answers import View, areas_of_concern, explore, gather, where_we_stand
from wres.answers.opening import DATA_FOLDER, shipped
from wres.results import Results
from wres.upload.examine import examine
from wres.upload.source import Source

SURVEY = DATA_FOLDER / "templates" / "wres_template_example.csv"


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of a piece of work (milliseconds), after one unmeasured time."""
    work()
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(taken), 2)


def pieces(rounds: int) -> dict[str, float]:
    """Return what each piece of work costs (milliseconds)."""
    data = shipped()
    evidence = gather(data, Results(), 0)
    view = View(org_code="ZZP", wres_year=2025, indicator=8)
    file = SURVEY.read_bytes()
    return {
        "read everything shipped": milliseconds(shipped, rounds),
        "publish everything": milliseconds(lambda: gather(data, Results(), 0), rounds),
        "where we stand": milliseconds(lambda: where_we_stand(evidence, view), rounds),
        "explore": milliseconds(lambda: explore(evidence, view), rounds),
        "areas of concern": milliseconds(lambda: areas_of_concern(evidence, view), rounds),
        "examine the example file": milliseconds(
            lambda: examine(Source(SURVEY.name, file), organisations=data.organisations),
            rounds,
        ),
    }


def cold_commands(rounds: int) -> dict[str, float]:
    """Return the median time of a cold command (milliseconds), beside bare interpreters."""
    commands = {
        "python -m wres read": ["-m", "wres", "read", str(SURVEY)],
        "python -m wres concerns": ["-m", "wres", "concerns", "--org", "ZZP"],
        "python, import pandas": ["-c", "import pandas"],
        "python, nothing": ["-c", "pass"],
    }
    return {
        name: milliseconds(lambda given=given: _run(given), rounds)  # type: ignore[misc]
        for name, given in commands.items()
    }


def _run(given: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [sys.executable, *given],
            cwd=ROOT,
            env={"WRES_HOME": str(Path(home)), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL,
            check=False,
        )
