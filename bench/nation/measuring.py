"""What a whole country costs beside one trust: the same work on both stores, in the same run."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.counting import apart
from bench.extracts import write_extract
from bench.nation.figures import TRUSTS, YEARS, code_of, figures_of
from bench.nation.filling import fill, write_data
from bench.serving import ROOT, Server, memory_megabytes, processor_seconds, served
from bench.window import Window, stream
from wres.answers.guarding import guard_with
from wres.results import Results
from wres.store import open_store

ONE, NATION = "one trust", "nation"
APP = "bench.nation.app:app"
ORG = code_of(1)
NEW_YEAR, STAFF = YEARS[-1] + 1, 3_000
# A server for the store that is measured beside the file; it must be empty.
URL_VARIABLE = "WRES_BENCH_DATABASE_URL"
# The page, and what more is asked of each year at first and then.
VIEWS = {
    "front door": ("", "", ""),
    "explore": ("explore", "&indicator=8", "&indicator=5"),
    "benchmarks": ("benchmarks", "&indicator=8", "&indicator=5"),
    "areas of concern": ("areas_of_concern", "", ""),
    "coverage": ("coverage", "", ""),
}
ANSWERS, SURVEYS = 700_000, 10


def measure() -> dict[str, Any]:
    """Return what one trust and the nation cost in the same run, and ten years of answers."""
    with tempfile.TemporaryDirectory() as folder:
        found = {
            ONE: _of_store(Path(folder) / "one", trusts=1),
            NATION: _of_store(Path(folder) / "nation", trusts=TRUSTS),
        }
        url = os.environ.get(URL_VARIABLE)
        if url:
            found["nation on PostgreSQL"] = _of_store(Path(folder) / "pg", trusts=TRUSTS, url=url)
        return {"stores": found, "answers": _answers(Path(folder) / "answers.csv")}


def _of_store(folder: Path, *, trusts: int, url: str | None = None) -> dict[str, Any]:
    folder.mkdir()
    home, data = folder / "home", folder / "data"
    write_data(data, trusts)
    begun = time.perf_counter()
    filled = fill(home, trusts, url=url)
    seconds = time.perf_counter() - begun
    size = sum(file.stat().st_size for file in home.iterdir()) if home.is_dir() else 0
    os.environ["WRES_BENCH_DATA"] = str(data)
    if url:
        os.environ["WRES_DATABASE_URL"] = url
    try:
        with served(APP, ROOT, home) as server:
            pages = asyncio.run(_pages(server, home, trusts, url))
    finally:
        os.environ.pop("WRES_DATABASE_URL", None)
    return {**filled, "fill_s": round(seconds, 1), "megabytes": round(size / 1e6, 1), **pages}


async def _pages(server: Server, home: Path, trusts: int, url: str | None) -> dict[str, Any]:
    """What a visitor waits for: the first page, then each year of each view once."""
    first, _ = await _opened(server, "", f"org={ORG}&year={YEARS[-1]}")
    found: dict[str, Any] = {
        "answers_after_s": round(server.healthy_after, 2),
        "usable_after_s": round(server.healthy_after + first, 2),
        "usable_after_processor_s": processor_seconds(server.process),
        "memory_at_first_mb": memory_megabytes(server.process),
        "views": {},
    }
    for name, (page, first, then) in VIEWS.items():
        met = [
            [await _opened(server, page, f"org={ORG}&year={year}{more}") for year in YEARS[::-1]]
            for more in (first, then)
        ]
        found["views"][name] = _told(*met)
    found["another_trust_s"] = round((await _opened(server, "", f"org={code_of(trusts)}"))[0], 3)
    found["export_s"] = _exported(server)
    found["memory_after_mb"] = memory_megabytes(server.process)
    found |= await asyncio.to_thread(_accepted, home, url)
    found["first_after_acceptance_s"] = round((await _opened(server, "", f"org={ORG}"))[0], 3)
    return found


async def _opened(server: Server, page: str, query: str) -> tuple[float, float]:
    """The seconds until a new visitor's page has run to its end, and the processor time of it."""
    worked, begun = processor_seconds(server.process) or 0.0, time.perf_counter()
    async with stream(server) as connection:
        await Window(connection, page, query).run()
    seconds = time.perf_counter() - begun
    return seconds, (processor_seconds(server.process) or 0.0) - worked


def _told(first: list[tuple[float, float]], then: list[tuple[float, float]]) -> dict[str, float]:
    """Medians over the years: the first opening reads what is not kept yet, the second does not."""
    return {
        "first_s": _middle(seconds for seconds, _ in first),
        "first_processor_s": _middle(worked for _, worked in first),
        "median_s": _middle(seconds for seconds, _ in then),
        "processor_s": _middle(worked for _, worked in then),
    }


def _middle(values: Iterable[float]) -> float:
    return round(statistics.median(values), 3)


def _exported(server: Server) -> float:
    begun = time.perf_counter()
    address = f"{server.address}/api/v1/export?org={ORG}"
    with urllib.request.urlopen(address, timeout=120) as answer:
        answer.read()
    return round(time.perf_counter() - begun, 3)


def _accepted(home: Path, url: str | None) -> dict[str, float]:
    """The seconds to accept a trust's new year with the attack on it, its ten years held.

    The same rows are attacked in every store, so where others hold the cores the processor time
    is what compares.
    """
    rows = figures_of(1, NEW_YEAR, staff=STAFF)
    with open_store(home, url=url, guard=guard_with(Results)) as store:
        begun, worked = time.perf_counter(), time.process_time()
        store.accept(
            rows,
            expected_version=store.current(),
            made_by="bench",
            made_at=datetime.now(UTC),
            file_name="made-up.csv",
            file_sha256="0" * 64,
            shape="long",
            report="{}",
        )
        return {
            "acceptance_s": round(time.perf_counter() - begun, 2),
            "acceptance_processor_s": round(time.process_time() - worked, 2),
        }


def _answers(path: Path) -> dict[str, Any]:
    """Ten survey years of 700,000 answers: one file counted by a process of its own each time."""
    write_extract(path, ANSWERS, years=(2024,))
    met = [apart("ours", path) for _ in range(SURVEYS)]
    return {
        "rows": ANSWERS,
        "surveys": SURVEYS,
        "megabytes": round(path.stat().st_size / 1e6),
        "seconds": round(sum(one["seconds"] for one in met), 2),
        "median_s": round(statistics.median(one["seconds"] for one in met), 3),
        "peak_mb": round(max(one["peak_mb"] or 0 for one in met)),
        "cells": met[0]["cells"],
    }
