"""What the arrays say of figures is what the figures say, one by one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from wres.indicators import break_between
from wres.library.shipped import load_shipped
from wres.results import Result, Results, with_value
from wres.statistics import Cases, pooled_score_test
from wres.terms import EthnicGroup, Status, Unit
from wres.upload.checking import Upload
from wres.upload.checks_history import stand_clear
from wres.upload.examine import examine
from wres.upload.figures import Figure
from wres.upload.mapping import Choices
from wres.upload.read import read_tables
from wres.upload.source import Source
from wres.upload.understanding import understood

from .corruptions import KINDS, Kind

KNOWN = load_shipped(Path(__file__).resolve().parents[2] / "data").organisations
Ratio = tuple[object, ...]


def upload_of(data: bytes, held: Results) -> Upload:
    """Return a file as an upload, beside what is held."""
    (reading,) = read_tables(data, "f.csv")
    return understood(reading, Choices(), organisations=KNOWN, held=held)


def spoilt(kind: Kind, seed: int) -> Upload:
    """A corrupted table beside a clean one that is held, of which a part is a year older."""
    sheet = kind.made(random.Random(seed))
    kind.spoil(sheet, random.Random(1000 + seed))
    clean = kind.made(random.Random(seed + 5)).data()
    rows = examine(Source("g.csv", clean), organisations=KNOWN).results
    return upload_of(sheet.data(), Results(row for row in rows if row.wres_year == 2024))


def pairs_by_hand(figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """Every figure for BME with the one for White beside it; of two the later."""
    places: dict[object, dict[EthnicGroup | None, Figure]] = {}
    for figure in figures:
        if not figure.is_ratio:
            places.setdefault(figure.place, {})[figure.group] = figure
    for groups in places.values():
        if EthnicGroup.BME in groups and EthnicGroup.WHITE in groups:
            yield groups[EthnicGroup.BME], groups[EthnicGroup.WHITE]


def is_of(row: Result, figure: Figure, year: int) -> bool:
    """Whether a row is the same figure of a year."""
    about = (row.org_code, row.indicator, row.staff_group, row.band, row.unit is Unit.RATIO)
    terms = figure.terms
    said = (figure.place[0], terms.indicator, terms.staff_group, terms.band, figure.is_ratio)
    return about == said and row.ethnic_group is figure.group and row.wres_year == year


def before_by_hand(upload: Upload, figure: Figure) -> float | None:
    """The same figure a year before: the last of the file, else what is held."""
    year = (figure.wres_year or 0) - 1
    if figure.indicator == 7 and break_between(7, year - 1, figure.survey_year or 0):
        return None
    same = [
        other
        for other in upload.figures
        if other.wres_year == year
        and (other.place[0], other.place[2:], other.key[1:])
        == (figure.place[0], figure.place[2:], figure.key[1:])
    ]
    if same:
        return same[-1].share
    held = [row for row in upload.held if is_of(row, figure, year) and row.status is Status.SHOWN]
    return with_value(held[0]) if held else None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_pairs_and_years_before_are_those_found_figure_by_figure(kind: Kind) -> None:
    """Every corrupted table, beside a clean one of the year before."""
    upload = spoilt(kind, seed=3)
    figures, arrays = upload.figures, upload.arrays
    found = [(figures[b], figures[w]) for b, w in zip(*arrays.pairs, strict=True)]
    assert found == list(pairs_by_hand(tuple(figures)))
    before, now = upload.known.year_before(arrays.every)
    known = dict(zip(now.tolist(), upload.known.share[before].tolist(), strict=True))
    by_hand = {
        at: value
        for at, figure in enumerate(figures)
        if figure.share is not None and (value := before_by_hand(upload, figure)) is not None
    }
    assert known == by_hand


def test_a_change_stands_clear_of_chance_where_the_test_says_so() -> None:
    """10,000 pairs of shares, tested at once and one by one."""
    rng = random.Random(8)
    pairs = []
    while len(pairs) < 10_000:
        here, there = rng.randint(1, 900), rng.randint(1, 900)
        top = rng.randint(0, here)
        was = min(there, max(0, round(there * (top / here + rng.uniform(-0.25, 0.25)))))
        if 0 < top + was < here + there:
            pairs.append((was, there, top, here))
    was, there, top, here = np.array(pairs).T
    found = stand_clear(was / there, there, now=top / here, here=here)
    one_by_one = [
        pooled_score_test(Cases(top, here), Cases(was, there)).p_value < 0.001
        for was, there, top, here in pairs
    ]
    assert found.tolist() == one_by_one
    assert 1_000 < sum(one_by_one) < 9_000


def test_nobody_or_everybody_in_both_years_is_no_jump() -> None:
    """40% of one person is nobody when it is counted, and then nothing can be tested."""
    found = stand_clear(np.array([0.4]), np.array([1]), now=np.array([0.0]), here=np.array([1]))
    assert found.tolist() == [False]
