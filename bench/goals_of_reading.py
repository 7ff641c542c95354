"""The goals on one trust's file, a workbook, questions, pages, slides and cold commands."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path

import numpy as np
import pandas as pd

from bench.extracts import write_extract
from bench.figures import ROUNDS, middle
from bench.goals_of_counting import Figures
from bench.national import ONE_TRUST, national
from bench.pages_with_charts import Charts, run_page
from bench.serving import ROOT
from wres.answers import View, gather
from wres.answers.opening import shipped
from wres.organisations import Organisation, Organisations
from wres.reports.deck import deck
from wres.results import Result, Results
from wres.upload.examine import Verdict, examine
from wres.upload.respondents.counting import count
from wres.upload.source import Source
from wres.upload.workbook import sheets_of

ONE = "Z000"
ONE_TRUSTS_ROWS, KEPT_ROWS, WORKBOOK_ROWS, WORKBOOK_COLUMNS = 4_000, 50_000, 50_000, 12
QUESTIONS = 9
# What a frame of figures holds; every made-up one was counted, so none is missing.
COLUMNS = {"wres_year": int, "indicator": int, "numerator": int, "denominator": int, "value": float}
Times = list[float]


def figures_of_reading() -> Figures:
    """Return the figures of P6, P8 to P10 and P13 to P16."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "extract.csv"
        write_extract(path, ONE_TRUSTS_ROWS, in_words=True, codes=(ONE,), years=(2024,))
        found = {"P6": _milliseconds(processor_times(lambda: _examined(path), QUESTIONS))}
        found["P16"] = _cold(path)
        write_extract(path, KEPT_ROWS)
        counts = count(Source(path.name, path=path))
        found["P15"] = middle(processor_times(lambda: list(counts.cells()), QUESTIONS))
    return found | _workbooks() | _questions() | _pages()


def times(
    work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> Times:
    """Return how long a piece of work takes each time (seconds), after one unmeasured time."""
    work()
    taken = []
    for _ in range(rounds):
        begun = clock()
        work()
        taken.append(clock() - begun)
    return taken


def in_turn(
    one: Callable[[], object],
    other: Callable[[], object],
    *,
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[Times, Times]:
    """Return how long two pieces of work take (seconds), taking turns, after one time each."""
    works = (one, other)
    pairs = [[_once(work, clock) for work in works] for _ in range(rounds + 1)]
    first, second = map(list, zip(*pairs[1:], strict=True))
    return first, second


def processor_times(work: Callable[[], object], rounds: int) -> Times:
    """Return the processor seconds of a piece of work each time; who else works changes little."""
    return times(work, rounds, time.process_time)


def over(ones: Times, others: Times) -> dict[str, float]:
    """Return how often as long each round of one took as that of the other."""
    return middle([one / other for one, other in zip(ones, others, strict=True)])


def _milliseconds(taken: Times) -> dict[str, float]:
    return middle([1000 * one for one in taken])


def _examined(path: Path) -> None:
    known = Organisations((Organisation(code=ONE, name="One"),))
    found = examine(Source(path.name, path=path), organisations=known)
    assert found.verdict is not Verdict.REFUSED, found.reason


def _cold(path: Path) -> dict[str, float]:
    ours = [sys.executable, "-m", "wres", "read", str(path)]
    pandas = [sys.executable, "-c", "import pandas"]
    pairs = [(_ended(ours), _ended(pandas)) for _ in range(ROUNDS + 1)]
    return over(*map(list, zip(*pairs[1:], strict=True)))


def _ended(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begun


def _workbooks() -> Figures:
    from openpyxl import load_workbook
    from python_calamine import CalamineWorkbook

    book = _workbook()

    def by_calamine() -> object:
        sheets = CalamineWorkbook.from_filelike(io.BytesIO(book))
        return sheets.get_sheet_by_index(0).to_python()

    def by_openpyxl() -> object:
        sheet = load_workbook(io.BytesIO(book), read_only=True).worksheets[0]
        return sum(1 for _ in sheet.iter_rows(values_only=True))

    with left_alone():
        ours, calamine = in_turn(lambda: sheets_of(book), by_calamine, rounds=ROUNDS)
    return {
        "P8 calamine": over(ours, calamine),
        # One time is enough: it takes ten times as long.
        "P8 openpyxl": over([min(ours)], [_once(by_openpyxl)]),
    }


@contextmanager
def left_alone() -> Iterator[None]:
    """Yield while the collector leaves what was loaded alone, as it does in the server.

    To look through all that the bench holds takes a fifth of what is measured, and falls on one
    of two that take turns or on both.
    """
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _once(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    begun = clock()
    work()
    return clock() - begun


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Figures")
    sheet.append([f"Column {number}" for number in range(WORKBOOK_COLUMNS)])
    for row in range(WORKBOOK_ROWS):
        sheet.append([f"Z{row % 200:03}", "Band 5", *(row % (7 + n) for n in range(10))])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _questions() -> Figures:
    everybody = Results(national())
    alone = Results(row for row in everybody if row.org_code == ONE_TRUST)
    one = processor_times(lambda: _frame(everybody.of(ONE_TRUST)), QUESTIONS)
    year = processor_times(lambda: _frame(everybody.beside(2025, 7)), QUESTIONS)
    return {
        "P9 trust": _milliseconds(one),
        "P9 year": _milliseconds(year),
        "P10": over(one, processor_times(lambda: _frame(alone.of(ONE_TRUST)), QUESTIONS)),
    }


def _frame(rows: Sequence[Result]) -> pd.DataFrame:
    columns = {
        name: np.fromiter(map(attrgetter(name), rows), kind, len(rows))
        for name, kind in COLUMNS.items()
    }
    return pd.DataFrame(columns)


def _pages() -> Figures:
    evidence = gather(shipped(), Results(), 0)
    view, day = View(org_code="ZZP", wres_year=2025), date(2026, 1, 5)
    # A copy of the evidence has answered nothing yet: what pages were asked before counts here.
    slides = processor_times(lambda: deck(replace(evidence), view, made_on=day), ROUNDS)
    return {
        "P13 first": _beside_no_charts(Charts.FIRST),
        "P13 again": _beside_no_charts(Charts.AGAIN),
        "P14": _milliseconds(slides),
    }


def _beside_no_charts(charts: Charts) -> dict[str, float]:
    """How often the processor time of the page without charts the page with them takes."""
    pages = (partial(run_page, charts), partial(run_page, Charts.NONE))
    return over(*in_turn(*pages, rounds=QUESTIONS, clock=time.process_time))
