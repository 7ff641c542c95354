"""What a whole country costs beside one trust: the same work on both stores, in the same run."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bench.counting import apart
from bench.extracts import write_extract
from bench.nation.figures import TRUSTS, YEARS, code_of, figures_of
from bench.nation.filling import fill, write_data
from bench.nation.visiting import APP, ORG, Visit, idle_after, middle, opened, when_ready
from bench.serving import ROOT, Server, memory_megabytes, processor_seconds, served
from wres.answers.guarding import guard_with
from wres.results import Results
from wres.store import open_store

ONE, FEW, NATION, ON_POSTGRESQL = "one trust", "25 trusts", "nation", "nation on PostgreSQL"
# As few as draw the charts of a country: the funnel needs ten others of the same group.
FEW_TRUSTS = 25
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Store:
    """A filled store, the program served on it, and what was found of it so far."""

    home: Path
    trusts: int
    url: str | None
    server: Server
    found: dict[str, Any]


def measure() -> dict[str, Any]:
    """Return what one trust and the nation cost in the same run, and ten years of answers.

    All are served at once, and each visit is made to one after the other, so that what else the
    machine does meets all alike.
    """
    url = os.environ.get(URL_VARIABLE)
    wanted = {ONE: (1, None), FEW: (FEW_TRUSTS, None), NATION: (TRUSTS, None)}
    wanted |= {ON_POSTGRESQL: (TRUSTS, url)} if url else {}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as served_now:
        stores = {
            name: _store(Path(folder) / str(place), trusts, url, served_now)
            for place, (name, (trusts, url)) in enumerate(wanted.items())
        }
        asyncio.run(_visits(tuple(stores.values())))
        found = {name: store.found for name, store in stores.items()}
        return {"stores": found, "answers": _answers(Path(folder) / "answers.csv")}


def _store(folder: Path, trusts: int, url: str | None, served_now: ExitStack) -> _Store:
    """A store that was filled, and a server on it that has answered its first visitor."""
    folder.mkdir()
    home, data = folder / "home", folder / "data"
    write_data(data, trusts)
    begun = time.perf_counter()
    found: dict[str, Any] = dict(fill(home, trusts, url=url))
    found["fill_s"] = round(time.perf_counter() - begun, 1)
    size = sum(file.stat().st_size for file in home.iterdir()) if home.is_dir() else 0
    found["megabytes"] = round(size / 1e6, 1)
    settings = {"WRES_BENCH_DATA": str(data)} | ({"WRES_DATABASE_URL": url} if url else {})
    found["when_ready"] = when_ready(home, settings)
    server = served_now.enter_context(served(APP, ROOT, home, settings=settings))
    first, _ = asyncio.run(opened(server, "", f"org={ORG}&year={YEARS[-1]}"))
    found |= {
        "answers_after_s": round(server.healthy_after, 2),
        "usable_after_s": round(server.healthy_after + first, 2),
        "usable_after_processor_s": middle([processor_seconds(server.process)]),
        "memory_at_first_mb": memory_megabytes(server.process),
        "idle_after_s": idle_after(server),
        "views": {},
    }
    return _Store(home=home, trusts=trusts, url=url, server=server, found=found)


async def _visits(stores: tuple[_Store, ...]) -> None:
    """What visitors wait for: each year of each view, then again with something else asked."""
    for name, (page, first, then) in VIEWS.items():
        met = [
            await _of_all(stores, page, partial(_of_the_first, more=more)) for more in (first, then)
        ]
        for store, first_met, again in zip(stores, *met, strict=True):
            store.found["views"][name] = _told(first_met, again)
    for store, visits in zip(stores, await _of_all(stores, "", _of_a_stranger), strict=True):
        store.found["another_trust_s"] = middle(seconds for seconds, _ in visits)
        store.found["another_trust_processor_s"] = middle(worked for _, worked in visits)
    for store in stores:
        store.found["export_s"] = _exported(store.server)
        store.found["memory_after_mb"] = memory_megabytes(store.server.process)
        store.found.update(await asyncio.to_thread(_accepted, store.home, store.url))
        after, _ = await opened(store.server, "", f"org={ORG}")
        store.found["first_after_acceptance_s"] = round(after, 3)


def _of_the_first(_: _Store, year: int, *, more: str) -> str:
    return f"org={ORG}&year={year}{more}"


def _of_a_stranger(store: _Store, year: int) -> str:
    """A trust nobody looked at yet, for each year another, beside what nobody compared with yet.

    In the store of one trust it is that trust again: its page is made anew as theirs is, and what
    theirs costs more is to read a trust.
    """
    place = max(1, store.trusts - YEARS.index(year))
    return f"org={code_of(place)}&year={year}&benchmark=england"


async def _of_all(
    stores: tuple[_Store, ...], page: str, query: Callable[[_Store, int], str]
) -> list[list[Visit]]:
    """The visits of a page in each year at each store, made at one store after the other."""
    met: list[list[Visit]] = [[] for _ in stores]
    for year in YEARS[::-1]:
        for store, visits in zip(stores, met, strict=True):
            visits.append(await opened(store.server, page, query(store, year)))
    return met


def _told(first: list[Visit], then: list[Visit]) -> dict[str, float | None]:
    """Medians over the years: the first opening reads what is not kept yet, the second does not."""
    return {
        "first_s": middle(seconds for seconds, _ in first),
        "first_processor_s": middle(worked for _, worked in first),
        "median_s": middle(seconds for seconds, _ in then),
        "processor_s": middle(worked for _, worked in then),
    }


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
