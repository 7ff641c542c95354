"""A store whose hash was made of “-0” where SQLite says 0: the same figures, and no others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from wres.results import COLUMNS, Result
from wres.store import open_store
from wres.store.backup import back_up
from wres.store.minus_zero import MOST_ZEROS

from .examples import figure, load, survey, undo
from .test_audit import meddle


def zeros(how_many: int) -> list[Result]:
    """Return printed shares of 0, each of a place of its own."""
    return [
        replace(figure(year=2016 + n % 10, indicator=5 + n // 10), numerator=None, value=0.0)
        for n in range(how_many)
    ]


def hash_of(rows: Iterable[Result]) -> str:
    """Return the hash of figures as each release works it out, the sign of a zero in it."""
    total = 0
    for row in rows:
        told = [getattr(value, "value", value) for value in (getattr(row, c) for c in COLUMNS)]
        total += int(hashlib.sha256(json.dumps(told).encode()).hexdigest(), 16)
    return f"{total % 2**256:064x}"


def of_a_release_before(home: Path, rows: list[Result]) -> None:
    """Make a store with the hash a release before made of figures, some of which say -0."""
    with open_store(home) as store:
        made = load(store, rows)
    assert made.content_hash == hash_of(replace(row, value=row.value + 0) for row in rows)
    meddle(home, f"UPDATE versions SET content_hash = '{hash_of(rows)}'")


def with_minus(rows: list[Result], *places: int) -> list[Result]:
    """Return the figures with some of them -0."""
    return [replace(row, value=-0.0) if n in places else row for n, row in enumerate(rows)]


@pytest.mark.parametrize("places", [(3,), (0, 1, 7, 31)], ids=["one", "several"])
def test_it_is_whole_now_and_after_what_comes_later(tmp_path: Path, places: tuple[int]) -> None:
    """What was made of -0 stays in every later hash: after a correction, an undo and a backup."""
    rows = zeros(MOST_ZEROS)
    of_a_release_before(tmp_path / "old", [*with_minus(rows, *places), *survey(16, "RRP")])
    with open_store(tmp_path / "old") as store:
        assert store.verify_figures()
        load(store, [replace(row, value=0.25) for row in rows[:4]])
        assert store.verify_figures()
        assert undo(store).content_hash == store.history()[-1].content_hash
        assert store.verify_figures()
    assert back_up(tmp_path / "old", tmp_path / "backup").figures_hold


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE result_rows SET value = 0.5 WHERE wres_year = 2019",
        "UPDATE result_rows SET denominator = 99 WHERE wres_year = 2017",
        "UPDATE result_rows SET removed = 1 WHERE wres_year = 2016",
        "UPDATE versions SET content_hash = 'no hash at all'",
    ],
)
def test_any_other_change_shows_all_the_same(tmp_path: Path, change: str) -> None:
    """Of the figure that said -0, and of one that said 0."""
    of_a_release_before(tmp_path, with_minus(zeros(10), 3))
    meddle(tmp_path, change)
    with open_store(tmp_path) as store:
        assert not store.verify_figures()


def test_of_very_many_zeros_it_is_not_told(tmp_path: Path) -> None:
    """There are too many ways for it to be worked out, and nothing is guessed."""
    of_a_release_before(tmp_path, with_minus(zeros(MOST_ZEROS + 1), 3))
    with open_store(tmp_path) as store:
        assert not store.verify_figures()
