"""Counting a survey extract with a row a person: ours beside others, each in its own process.

``python -m bench.counting WAY FILE`` takes one way once and prints what it cost.
"""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.extracts import write_extract
from bench.figures import ROUNDS
from bench.serving import ROOT
from bench.ways import WAYS

CAT, READING = "cat, to nowhere", "every byte read, nothing done"
POLARS, DUCKDB = "Polars, lazy and streaming", "DuckDB"


@dataclass(frozen=True, slots=True)
class Extract:
    """A made extract, and which ways are taken on it."""

    rows: int
    ways: tuple[str, ...]
    in_words: bool = False


# With more rows, and in words, only what has to be ahead and what has to stay small.
EXTRACTS = (
    Extract(100_000, ("ours",)),
    Extract(1_000_000, tuple(WAYS)),
    Extract(5_000_000, ("ours", CAT, READING, POLARS, DUCKDB)),
    Extract(1_000_000, ("ours", POLARS), in_words=True),
)
NOT_INSTALLED = "not installed"
_WRITE = ("write", "write in words")
COUNTING = """## Counting a survey extract with a row a person

One file of 71 columns, made by `bench/extracts.py`: who counts and who answered for indicators 5 to
8 by organisation, survey year, BME and White, and band. Every way runs in a process of its own, the
rounds interleaved, imports not in the time and in the memory. Ours counts the totals, the wide
groups and the staff groups beside that, and makes rows of what the others make rows of. `cat` is a
program of its own, its start in the time; what reads every byte does so within one process, into
the same two megabytes again and again, which takes a fraction of that.
`python -m bench counting` measures this part alone; `bench/requirements.txt` names what it is
compared with. With every check means that the counts of all organisations and years, more than
100,000 figures, go through what any upload goes through.
"""


def measure() -> dict[str, Any]:
    """Return what every way costs on extracts of several sizes, the rounds interleaved."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "extract.csv"
        return {"rounds": ROUNDS, "files": [_on_file(path, one) for one in EXTRACTS]}


def _on_file(path: Path, extract: Extract) -> dict[str, Any]:
    _in_a_process(_WRITE[extract.in_words], path, str(extract.rows))
    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in extract.ways}
    for _ in range(ROUNDS):
        for name in extract.ways:
            taken[name].append(apart(name, path))
    return {
        "rows": extract.rows,
        "in_words": extract.in_words,
        "megabytes": round(path.stat().st_size / 1_000_000),
        "ways": {name: _summed_up(found, taken["ours"][0]) for name, found in taken.items()},
    }


def _summed_up(found: list[dict[str, Any]], ours: dict[str, Any]) -> dict[str, Any] | str:
    if NOT_INSTALLED in found[0]:
        return NOT_INSTALLED
    return {
        "seconds": round(statistics.median(one["seconds"] for one in found), 3),
        "fastest": round(min(one["seconds"] for one in found), 3),
        "processor": round(statistics.median(one["processor"] for one in found), 3),
        "each_s": [round(one["seconds"], 3) for one in found],
        "each_processor_s": [round(one["processor"], 3) for one in found],
        "peak_mb": round(statistics.median(one["peak_mb"] or 0 for one in found)),
        "same_table": found[0]["table"] == ours["table"] if found[0]["cells"] else None,
    }


def apart(name: str, path: Path) -> dict[str, Any]:
    """Return what one way costs in a process of its own, see ``once``."""
    found: dict[str, Any] = json.loads(_in_a_process(name, path))
    return found


def _in_a_process(name: str, path: Path, *more: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "bench.counting", name, str(path), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def once(name: str, path: Path) -> dict[str, Any]:
    """Return the seconds, processor seconds, peak memory (megabytes) and table of one way.

    A hundred rows are counted first, so that no import is in the time; all of it is in the memory.
    """
    few = path.with_name("few.csv")
    write_extract(few, 100)
    try:
        list(WAYS[name](few))
    except ModuleNotFoundError:
        return {NOT_INSTALLED: True}
    begun, used = time.perf_counter(), _processor()
    rows = list(WAYS[name](path))
    seconds, processor = time.perf_counter() - begun, _processor() - used
    lines = sorted(",".join(str(cell) for cell in row) for row in rows)
    return {
        "seconds": seconds,
        "processor": processor,
        "peak_mb": None if name == CAT else peak_megabytes(),
        "cells": len(lines),
        "table": hashlib.sha256("\n".join(lines).encode()).hexdigest(),
    }


def _processor() -> float:
    """Seconds this process and the programs it waited for have kept processors busy."""
    told = os.times()
    return time.process_time() + told.children_user + told.children_system


def peak_megabytes() -> float | None:
    """Return the most memory this process has held (megabytes), or None where it is not told.

    What the process it was started from held is not counted, as ``getrusage`` would.
    """
    told = Path("/proc/self/status")
    if not told.is_file():
        return None
    lines = [line for line in told.read_text().splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) / 1024 if lines else None


def section(found: Mapping[str, Any]) -> str:
    """Return the part about survey extracts, as Markdown."""
    lines = [COUNTING, f"Measured {found['measured_at']}, medians of {found['rounds']} rounds."]
    for file in found["files"]:
        words = ", the other questions in words" if file["in_words"] else ""
        lines += ["", f"**{file['rows']:,} rows, {file['megabytes']:,} MB{words}**", ""]
        lines += ["| | seconds | processor seconds | peak memory, MB | same table |"]
        lines += ["|---|---|---|---|---|"]
        lines += [_way(words, one) for words, one in file["ways"].items()]
    return "\n".join(lines)


def _way(words: str, one: Mapping[str, Any] | str) -> str:
    if isinstance(one, str):
        return f"| {words} | {one} | | | |"
    same = {True: "yes", False: "**no**", None: "makes none"}[one["same_table"]]
    seconds = f"{one['seconds']:.2f} (best {one['fastest']:.2f})"
    peak = f"{one['peak_mb']:,}" if one["peak_mb"] else "not told"
    return f"| {words} | {seconds} | {one['processor']:.2f} | {peak} | {same} |"


if __name__ == "__main__":
    if sys.argv[1] in _WRITE:
        write_extract(Path(sys.argv[2]), int(sys.argv[3]), in_words=sys.argv[1] == _WRITE[True])
    else:
        print(json.dumps(once(sys.argv[1], Path(sys.argv[2]))))
