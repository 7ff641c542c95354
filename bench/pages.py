"""Starting and changing a filter beside a bare page, and what single pieces of work cost."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.browsing import Change, changes, chromium, first_page
from bench.figures import ROUNDS, figure, middle
from bench.serving import ROOT, memory_megabytes, served
from bench.working import cold_commands, pieces

# Each application, the folder it is served from, and the pages opened and changed.
OURS = ("app:app", ROOT, "/?org=ZZP", "/explore?org=ZZP&indicator=8")
BARE = ("bench.bare_app:app", ROOT, "/", "/")
ONE_CHART = ("bench.one_chart_app:app", ROOT, "/", "/")
APPLICATIONS = {"bare": BARE, "one_chart": ONE_CHART, "ours": OURS}
# How many times the page with one chart a start of ours may take at most.
START_GOAL = 1.3
ROWS = (
    ("Cold start until the server answers, seconds", "answers_after_s"),
    ("Cold start until the first page shows its finding, seconds", "usable_after_s"),
    ("Memory of the server after that, megabytes", "memory_mb"),
    ("A changed filter until the new finding is there, seconds", "change_s"),
    ("Processor time of the server for it, seconds", "change_processor_s"),
    ("Bytes the browser receives for it", "change_bytes"),
)


def measure() -> dict[str, Any]:
    """Return what starting, changing a filter and single pieces of work cost."""
    met: dict[str, list[dict[str, object]]] = {name: [] for name in APPLICATIONS}
    with chromium() as browser:
        for _ in range(ROUNDS):
            for name, application in APPLICATIONS.items():
                met[name].append(one_round(browser, application))
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "rounds": ROUNDS,
        **{name: summed_up(rounds) for name, rounds in met.items()},
        "pieces_ms": pieces(9),
        "cold_commands_ms": cold_commands(5),
    }


def one_round(browser: Browser, application: tuple[str, Path, str, str]) -> dict[str, object]:
    """Return one cold start, its first page, and four changed filters."""
    name, folder, front, changed = application
    with tempfile.TemporaryDirectory() as home, served(name, folder, Path(home)) as server:
        usable = server.healthy_after + first_page(browser, server, front)
        found = changes(browser, server, changed)
        return {
            "answers_after_s": server.healthy_after,
            "usable_after_s": usable,
            "memory_mb": memory_megabytes(server.process),
            "change": found,
        }


def summed_up(rounds: list[dict[str, object]]) -> dict[str, object]:
    """Return the rounds of one application as medians with their ranges."""
    met = [one["change"] for one in rounds if isinstance(one["change"], Change)]
    whole: dict[str, object] = {
        name: middle([float(str(one[name])) for one in rounds if one[name] is not None])
        for name in ("answers_after_s", "usable_after_s", "memory_mb")
    }
    every = {name: [v for one in met for v in asdict(one)[name]] for name in asdict(met[0])}
    whole["change_s"] = middle(every["seconds"])
    whole["change_processor_s"] = middle(every["processor"] or [0.0])
    whole["change_bytes"] = middle([float(v) for v in every["received"]])
    return whole


def section(found: Mapping[str, Any]) -> str:
    """Return the table beside the bare page and the pieces of work, as Markdown."""
    lines = [
        f"Measured {found['measured_at']}, Python {found['python']}, two cores shared "
        f"with other work; medians of {found['rounds']} rounds, lowest and highest.",
        "",
        "| | ours | bare page | ours over it | page with one chart | ours over it |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_row(found, words, name) for words, name in ROWS]
    over = _over(found, "usable_after_s", "one_chart")
    verdict = "met" if over <= START_GOAL else "**not met**"
    lines += [
        "",
        f"The goal for a cold start: at most {START_GOAL} times the page with one chart until the "
        f"first page shows its finding: {over:.2f}, {verdict}.",
    ]
    lines += ["", "| piece of work, warm | milliseconds |", "|---|---|"]
    lines += [f"| {words} | {value} |" for words, value in found["pieces_ms"].items()]
    lines += ["", "| command, cold | milliseconds |", "|---|---|"]
    lines += [f"| `{words}` | {value} |" for words, value in found["cold_commands_ms"].items()]
    return "\n".join(lines)


def _row(found: Mapping[str, Any], words: str, name: str) -> str:
    cells = [words, figure(found["ours"][name])]
    for other in ("bare", "one_chart"):
        cells += [figure(found[other][name]), f"{_over(found, name, other):.1f}"]
    return f"| {' | '.join(cells)} |"


def _over(found: Mapping[str, Any], name: str, other: str) -> float:
    """Return how many times another page's median ours is."""
    median = found[other][name]["median"]
    return float(found["ours"][name]["median"] / median) if median else float("nan")
