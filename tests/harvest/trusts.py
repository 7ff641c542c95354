"""Made-up trusts with hidden cells, in pairs that differ in nothing but what is not published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.disclosure import made_trusts
from wres.publication import PublishedCell, publish, published_cells
from wres.results import Result
from wres.store import open_store

ORG = "RRP"
MOMENT = datetime(2026, 3, 31, 12, 30, tzinfo=UTC)


def uploaded(size: int, seed: int = 1) -> list[Result]:
    """Return what a made-up trust of this many respondents uploads."""
    return made_trusts.rows(made_trusts.people(size, seed), org_code=ORG)


def twin(rows: list[Result]) -> list[Result]:
    """Return other figures with the same publication: every count that can move has moved by one.

    All counts are moved at once; where a reader of the publication could tell, each half of them
    is tried alone, down to single counts, which then stay as they were.
    """
    shown = cells(rows)
    now = list(rows)
    waiting = [range(len(now))]
    while waiting:
        places = waiting.pop()
        tried = [_moved(row) if place in places else row for place, row in enumerate(now)]
        if cells(tried) == shown:
            now = tried
        elif len(places) > 1:
            middle = places.start + len(places) // 2
            waiting += [range(places.start, middle), range(middle, places.stop)]
    return now


def cells(rows: Iterable[Result]) -> tuple[PublishedCell, ...]:
    """Return everything that is published of these rows."""
    return published_cells(publish(rows), ORG)


def _moved(row: Result) -> Result:
    count = row.numerator or 0
    return replace(row, numerator=count - 1 if count else min(1, row.denominator or 0))


# What is kept with every file.
FILED: dict[str, Any] = {
    "made_by": "lead@example.org",
    "made_at": MOMENT,
    "file_name": "survey.csv",
    "file_sha256": "ab" * 32,
    "shape": "tidy",
    "report": '{"warnings": []}',
}


def keep(home: Path, rows: Iterable[Result]) -> None:
    """Return nothing; these figures are the current version of the store in a folder."""
    with open_store(home) as store:
        store.accept(rows, expected_version=store.current(), **FILED)


def keep_draft(home: Path, rows: Iterable[Result], *, until: date) -> None:
    """Return nothing; these figures wait under embargo in the store in a folder."""
    with open_store(home) as store:
        store.keep_draft(rows, release_on=until, **FILED)
