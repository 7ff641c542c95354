"""``python -m bench``: measure, and write the figures beside this file.

``python -m bench counting`` measures the counting of survey extracts alone and keeps the rest;
``python -m bench rules`` how often the rules and the intervals are right, and writes those figures
where the method page and the program read them; ``python -m bench room`` a session with 150 phones,
``python -m bench interface`` a thousand questions of another program.
"""

from __future__ import annotations

import json
import platform
import statistics
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from bench.browsing import Change, changes, chromium, first_page
from bench.counting import counting
from bench.interface import interface
from bench.report import page
from bench.room import room
from bench.rules import rules, write_rules
from bench.serving import ROOT, memory_megabytes, served
from bench.working import cold_commands, pieces

HERE = Path(__file__).resolve().parent
ROUNDS = 3
# Each application, the folder it is served from, and the pages opened and changed.
OURS = ("app:app", ROOT, "/?org=ZZP", "/explore?org=ZZP&indicator=8")
BARE = ("bare_app:app", HERE, "/", "/")


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


def middle(values: list[float]) -> dict[str, float]:
    """Return the median and the range of some figures."""
    return {
        "median": round(statistics.median(values), 4),
        "lowest": round(min(values), 4),
        "highest": round(max(values), 4),
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


def pages_and_pieces() -> dict[str, object]:
    """Return what starting, changing a filter and single pieces of work cost."""
    ours, bare = [], []
    with chromium() as browser:
        for _ in range(ROUNDS):
            bare.append(one_round(browser, BARE))
            ours.append(one_round(browser, OURS))
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.system(),
        "rounds": ROUNDS,
        "ours": summed_up(ours),
        "bare": summed_up(bare),
        "pieces_ms": pieces(9),
        "cold_commands_ms": cold_commands(5),
    }


def main(asked: list[str]) -> None:
    """Return nothing; measure what is asked for, or everything, and write both files."""
    found = json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    measured_at = datetime.now(UTC).isoformat(timespec="seconds")
    if not asked:
        found |= pages_and_pieces()
    if asked in ([], ["counting"]):
        found["counting"] = {"measured_at": measured_at, **counting(ROUNDS)}
    if asked in ([], ["rules"]):
        found["rules"] = {"measured_at": measured_at, **rules()}
        write_rules(found["rules"])
    if asked in ([], ["room"]):
        found["room"] = {"measured_at": measured_at, **room()}
    if asked in ([], ["interface"]):
        found["interface"] = {"measured_at": measured_at, **interface()}
    text = json.dumps(found, indent=2)
    (HERE / "results.json").write_text(text + "\n", encoding="utf-8")
    (HERE / "README.md").write_text(page(found), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
