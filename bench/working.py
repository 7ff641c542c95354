"""What single pieces of work cost inside the program (milliseconds), and the command line cold."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.serving import ROOT
from wres.answers import View, areas_of_concern, explore, gather, where_we_stand
from wres.answers.narrative import check_text
from wres.answers.opening import DATA_FOLDER, shipped
from wres.library.shipped import load_shipped
from wres.organisations import Organisation, Organisations
from wres.results import Results
from wres.upload.examine import examine
from wres.upload.source import Source

MADE = Organisations(
    Organisation(code=f"T{number:03}", name=f"Made-up Trust {number}") for number in range(320)
)
# Words the checker knows and a group and indicator in each sentence, so that every one is read.
PROSE = "We report on harassment from staff among BME staff in WRES 2025 again. " * 2_800
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


def survey_of(first_year: int) -> bytes:
    """Return made-up survey results of 320 trusts over eight years, both groups side by side."""
    chance = random.Random(5)
    lines = [
        f"{org.code},{year},{number},{white + chance.uniform(-1, 1):.2f},"
        f"{bme + chance.uniform(-1, 1):.2f}"
        for org in MADE
        for year in range(first_year, first_year + 8)
        for number, (white, bme) in {5: (24, 28), 6: (20, 25), 7: (58, 48), 8: (7, 15)}.items()
    ]
    return "\n".join(("org_code,wres_year,indicator,White %,BME %", *lines)).encode()


def pieces(rounds: int) -> dict[str, float]:
    """Return what each piece of work costs (milliseconds)."""
    data = shipped()
    evidence = gather(data, Results(), 0)
    view = View(org_code="ZZP", wres_year=2025, indicator=8)
    file = SURVEY.read_bytes()
    held = Results(examine(Source("f.csv", survey_of(2017)), organisations=MADE).results)
    return {
        # The program reads it once and keeps it, so what it keeps is not asked.
        "read everything shipped": milliseconds(lambda: load_shipped(DATA_FOLDER), rounds),
        "publish everything": milliseconds(lambda: gather(data, Results(), 0), rounds),
        "where we stand": milliseconds(lambda: where_we_stand(evidence, view), rounds),
        "explore": milliseconds(lambda: explore(evidence, view), rounds),
        "areas of concern": milliseconds(lambda: areas_of_concern(evidence, view), rounds),
        "check a text of 198,800 characters": milliseconds(
            lambda: check_text(evidence, PROSE, "ZZP"), min(rounds, 3)
        ),
        "examine 20,480 figures beside as many held": milliseconds(
            lambda: examine(Source("f.csv", survey_of(2018)), organisations=MADE, held=held),
            rounds,
        ),
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
