"""A trust that is read in parts answers every question as the plain list of its figures would."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from wres.answers.in_parts import InParts, Part, Source, part_of
from wres.publication import Extent, Publication, Step, Withheld, publish
from wres.results import Result, ResultKey, Results, is_whole
from wres.store import Store, open_store
from wres.terms import Band, EthnicGroup, StaffGroup, Unit

from .test_published import YEARS, accepted, practice

QUESTIONS = 80
CODES = ("R0A", "ZZZ")
SOME_YEARS = (2023, *YEARS)
COLUMNS: dict[str, Sequence[object]] = {
    "wres_year": SOME_YEARS,
    "indicator": range(1, 10),
    "band": tuple(Band),
    "staff_group": tuple(StaffGroup),
    "ethnic_group": tuple(EthnicGroup),
    "unit": tuple(Unit),
}
STEPS = (Step.BREAKDOWNS, Step.ALL_STAFF)
KEPT = (Extent.COMPARED, Extent.RECORDS, Extent.SENIOR)


@pytest.fixture(params=range(12))
def drawn(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[random.Random, Store]]:
    """Drawn numbers, and a store with a drawn part of the figures of a trust."""
    draw = random.Random(request.param)
    given = [*practice("R0A", draw.choice((1, 9, 40)))]
    with open_store(tmp_path) as store:
        accepted(store, draw.sample(given, draw.randrange(1, len(given))))
        yield draw, store


def in_parts(
    draw: random.Random, store: Store, whole: Publication, shipped: tuple[Result, ...]
) -> InParts:
    """Return the figures in parts, some years' standing beside others already as drawn."""
    held = Results(shipped).merged(store.results())
    ahead = {(extent, year) for extent in KEPT for year in YEARS if draw.random() < 0.4}

    def kept(extent: Extent, year: int) -> Part | None:
        rows = (row for row in held if row.wres_year == year and extent.holds(row))
        is_ahead = (extent, year) in ahead
        return part_of(publish(rows, whole.withheld), "R0A") if is_ahead else None

    found = Source(
        store=store,
        shipped=shipped,
        mark=("R0A", 1, whole.withheld),
        version=1,
        places=whole.rows.places().get("R0A", frozenset()),
        kept=kept,
    ).published()
    assert found.likelihoods == whole.likelihoods
    assert isinstance(found.rows, InParts)
    return found.rows


def ask(draw: random.Random, found: InParts, plain: list[Result]) -> None:
    """Return nothing once a drawn question has the answer the plain list gives."""
    some = {name: draw.choice(of) for name, of in COLUMNS.items() if draw.random() < 0.4}
    code, year, number = draw.choice(CODES), draw.choice(SOME_YEARS), draw.randrange(10)
    years = draw.sample(SOME_YEARS, draw.randrange(4))
    # Nearly every drawn key has no figure, so half of them are of one that has.
    one = draw.choice(plain).key if plain and draw.random() < 0.5 else key_of(draw, code)
    of_it = [row for row in plain if row.org_code == code]
    match draw.randrange(8):
        case 0 | 1:
            assert found.at(one) == {row.key: row for row in plain}.get(one)
        case 2:
            told = found.where(org_code=code, **some)
            assert [*told] == [row for row in of_it if fits(row, some)]
        case 3:
            assert [*found.where(**some)] == [row for row in plain if fits(row, some)]
        case 4:
            assert found.years(code) == tuple(sorted({row.wres_year for row in of_it}))
            of_number = {row.wres_year for row in of_it if row.indicator == number}
            assert found.years(code, number) == tuple(sorted(of_number))
        case 5:
            assert [*found.of_years(years)] == [row for row in plain if row.wres_year in years]
        case 6:
            beside = {"wres_year": year, "indicator": number}
            assert [*found.beside(year, number)] == [row for row in plain if fits(row, beside)]
            assert [*found.wholes()] == [row for row in plain if is_whole(row)]
        case _:
            assert [*found.of(code)] == of_it and [*found] == plain and len(found) == len(plain)


def key_of(draw: random.Random, code: str) -> ResultKey:
    """Return a drawn key of an organisation, of a figure or of none."""
    staff, band = draw.choice(tuple(StaffGroup)), draw.choice(tuple(Band))
    group, unit = draw.choice(tuple(EthnicGroup)), draw.choice(tuple(Unit))
    year = draw.choice(SOME_YEARS)
    return code, year, draw.randrange(1, 10), staff, band, group, unit


def fits(row: Result, wanted: dict[str, object]) -> bool:
    """Return whether a row has the values wanted of it."""
    return all(getattr(row, name) == value for name, value in wanted.items())


def test_whatever_is_asked_in_whatever_order(drawn: tuple[random.Random, Store]) -> None:
    """Of a drawn part of a trust's figures, some shipped, some withheld, some worked out ahead."""
    draw, store = drawn
    uploaded = store.results()
    shipped = tuple(row for row in practice("R0A", 2) if draw.random() < 0.1)
    steps = [Withheld(org_code="R0A", wres_year=y, step=s) for y in YEARS for s in STEPS]
    withheld = tuple(draw.sample(steps, draw.randrange(2)))
    whole = publish(Results(shipped).merged(uploaded), withheld)
    found = in_parts(draw, store, whole, shipped)
    for _ in range(QUESTIONS):
        ask(draw, found, [*whole.rows])
