"""The interface for other programs: a thousand questions in a row, their time and the memory."""

from __future__ import annotations

import statistics
import tempfile
import time
import urllib.error
import urllib.request
from itertools import cycle, islice
from pathlib import Path

from bench.serving import ROOT, Server, memory_megabytes, served

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


def interface() -> dict[str, object]:
    """Return what a thousand questions cost: times in milliseconds, memory in megabytes.

    Memory is compared once every kind of question has been asked, and again after all of them.
    """
    with (
        tempfile.TemporaryDirectory() as home,
        served("app:app", ROOT, Path(home)) as server,
    ):
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
