"""The interface for other programs: a thousand questions in a row, their time and the memory."""

from __future__ import annotations

import statistics
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench.serving import ROOT, Server, memory_megabytes, served, wait_until_ready

QUESTIONS = 1_000
# More kinds of question than a reader asks, some of them refused.
ASKED = (
    *(f"/api/v1/results?org={org}" for org in ("ZZP", "R0A", "RYA", "RRP", "RNN")),
    *(f"/api/v1/concerns?org=ZZP&year={year}" for year in range(2021, 2026)),
    *("/api/v1/actions?org=RRP", "/api/v1/export?org=ZZP", "/api/v1/organisations", "/api/v1"),
    *("/api/v1/results?org=NOPE", "/api/v1/results?band=99", "/api/v1/nothing"),
)
# Slower than the limit, so that every question is answered.
EACH_SECONDS = 1 / 40
INTERFACE = """## Other programs

`python -m bench interface`: one program asks a thousand questions at `/api/v1`, one after another
and below the limit, of 17 kinds, three of which are refused. Memory is compared once every kind has
been asked twice, and again after the thousand.
"""


def measure() -> dict[str, Any]:
    """Return what a thousand questions cost: times in milliseconds, memory in megabytes.

    Memory is compared once every kind of question has been asked, and again after all of them.
    """
    with (
        tempfile.TemporaryDirectory() as home,
        served("app:app", ROOT, Path(home)) as server,
    ):
        wait_until_ready(server)
        for asked in (*ASKED, *ASKED):
            _ask(server, asked)
        before = memory_megabytes(server.process)
        met = [_ask(server, asked) for asked in islice(cycle(ASKED), QUESTIONS)]
        after = memory_megabytes(server.process)
    times = sorted(seconds for _, seconds in met)
    codes = [status for status, _ in met]
    return {
        "questions": QUESTIONS,
        "median_ms": round(statistics.median(times) * 1000, 1),
        "p95_ms": round(times[int(len(times) * 0.95)] * 1000, 1),
        "answered": codes.count(200),
        "refused_in_a_sentence": sum(400 <= code < 429 for code in codes),
        "told_to_wait": codes.count(429),
        "server_errors": sum(code >= 500 for code in codes),
        "memory_before_mb": before,
        "memory_after_mb": after,
    }


def _ask(server: Server, asked: str) -> tuple[int, float]:
    time.sleep(EACH_SECONDS)
    begun = time.perf_counter()
    try:
        with urllib.request.urlopen(f"{server.address}{asked}", timeout=20) as answer:
            answer.read()
            status = int(answer.status)
    except urllib.error.HTTPError as refused:
        refused.read()
        status = refused.code
    return status, time.perf_counter() - begun


def section(found: Mapping[str, Any]) -> str:
    """Return the part about other programs, as Markdown."""
    told = (
        ("Questions in a row", "questions"),
        ("Median, milliseconds", "median_ms"),
        ("p95, milliseconds", "p95_ms"),
        ("Answered", "answered"),
        ("Refused in a sentence, as they should be", "refused_in_a_sentence"),
        ("Told to wait", "told_to_wait"),
        ("Errors of the server", "server_errors"),
        ("Memory before, megabytes", "memory_before_mb"),
        ("Memory after, megabytes", "memory_after_mb"),
    )
    lines = [INTERFACE, f"Measured {found['measured_at']}.", "", "| | |", "|---|---|"]
    return "\n".join(lines + [f"| {words} | {found[name]} |" for words, name in told])
