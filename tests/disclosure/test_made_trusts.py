"""Made trusts of three sizes, through the real publication: nothing hidden can be worked out.

``WRES_ALL_SEEDS=1`` tries five trusts of each size, and sixty of 800 for what is hidden; without
it one, and six.
"""

from __future__ import annotations

import os
import time
from functools import cache

import pytest

from tests.disclosure.made_trusts import SIZES, YEAR, people, rows
from wres.disclosure import Kind, Recovery, Verdict, attack, gate, people_cells
from wres.publication import PublishedCell, publish, published_cells
from wres.publication.cells import cell_of
from wres.publication.rules import hide
from wres.results import Result
from wres.terms import Band, StaffGroup, Status

SEEDS = range(5 if os.environ.get("WRES_ALL_SEEDS") else 1)
MIDDLING = range(60) if os.environ.get("WRES_ALL_SEEDS") else (0, 1, 6, 13, 26, 41)
MOST_SECONDS = 15
TRUSTS = [(size, seed) for size in SIZES for seed in SEEDS]


def shown_of(held: list[Result]) -> tuple[PublishedCell, ...]:
    return published_cells(publish(held), "ABC")


@pytest.mark.parametrize(("size", "seed"), TRUSTS)
def test_nothing_hidden_can_be_worked_out(size: int, seed: int) -> None:
    """Exact, narrow, alike, breach: none of any, in less than fifteen seconds of work."""
    cells = shown_of(rows(people(size, seed)))
    begun = time.process_time()
    found = attack(cells)
    assert time.process_time() - begun < MOST_SECONDS
    assert found.recovered == ()
    assert found.contradicting == ()
    assert found.looked_for > len(cells)


def only_small_bases_hidden(held: list[Result]) -> list[PublishedCell]:
    """Return what a publication would show that hides cells under 11 and nothing else."""
    small = (row if (row.denominator or 0) >= 11 else hide(row) for row in held)
    return [cell_of(row) for row in small]


@cache
def found_without_protection(size: int, seed: int) -> tuple[Recovery, ...]:
    """Return what the attack finds in a trust that hides small cells alone; found once."""
    return attack(only_small_bases_hidden(rows(people(size, seed)))).recovered


@pytest.mark.parametrize("size", SIZES)
def test_hiding_small_cells_alone_protects_nobody(size: int) -> None:
    """The same trusts with cells under 11 hidden and nothing else: the attack finds them."""
    found = found_without_protection(size, 0)
    hidden = [one for one in found if one.kind is Kind.HIDDEN]
    assert {one.verdict for one in hidden} <= {Verdict.EXACT, Verdict.NARROW, Verdict.ALIKE}
    assert len(hidden) > 10


@pytest.mark.parametrize(("size", "seed"), TRUSTS)
def test_what_the_attack_finds_is_true(size: int, seed: int) -> None:
    """Every number worked out lies where the made-up people say.

    A base read off another question is near and not exact, so it is left out.
    """
    held = rows(people(size, seed))
    truth = {
        (r.indicator, r.ethnic_group.value, r.band.value, r.staff_group.value): r for r in held
    }
    checked = 0
    for one in found_without_protection(size, seed):
        place = (one.place.ethnic_group, one.place.band, one.place.staff_group)
        row = truth.get((one.indicator, *place))
        read_off = any(cell.indicator != one.indicator for cell in one.proof)
        if row is None or one.minus is not None or read_off:
            continue
        people_of = row.denominator if one.quantity.value == "people" else row.numerator
        assert one.low <= (people_of or 0) <= one.high
        checked += 1
    assert checked > 2


@pytest.mark.parametrize("size", SIZES)
def test_a_correction_of_one_person_is_found(size: int) -> None:
    """Nobody wires versions together yet; the attack says what the pair would give away."""
    trust = people(size, 1)
    before, now = shown_of(rows(trust)), shown_of(rows(trust[:-1]))
    changed = [one for one in attack(now, earlier=before).recovered if one.kind is Kind.CHANGED]
    assert changed


def two_way(cells: tuple[PublishedCell, ...]) -> list[PublishedCell]:
    return [
        cell
        for cell in cells
        if cell.indicator == 8
        and (cell.band is not Band.ALL or cell.staff_group is not StaffGroup.ALL)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_large_trust_shows_every_breakdown(seed: int) -> None:
    """2,500 respondents: no cell by band or staff group is hidden."""
    cells = two_way(shown_of(rows(people(2500, seed))))
    assert len(cells) >= 12
    assert not [cell for cell in cells if cell.status is Status.HIDDEN]


@pytest.mark.parametrize("seed", MIDDLING)
def test_a_middling_trust_hides_few_cells(seed: int) -> None:
    """800 respondents: at most 4 cells by band or staff group of indicator 8 are hidden.

    Of sixty such trusts, the ones chosen hid 8 or 10 while medical staff were not merged.
    """
    cells = two_way(shown_of(rows(people(800, seed))))
    assert len(cells) >= 10
    assert sum(cell.is_hidden for cell in cells) <= 4


@pytest.mark.parametrize(("size", "seed"), TRUSTS)
def test_two_versions_one_person_apart_tell_nothing(size: int, seed: int) -> None:
    """C4: somebody more, and somebody fewer: the gate lets through what gives nobody away."""
    trust = people(size, seed)
    first = shown_of(rows(trust))
    for other in ([*trust, *people(1, 100 + seed)], trust[:-1]):
        held = rows(other)
        before = people_cells(first)
        report = gate(held, shown_before={("ABC", YEAR): [first]})
        assert report.passed
        now = published_cells(report.publication, "ABC")
        assert attack(now, earlier=before).recovered == ()
        # Had the gate not hidden them, both versions together would have told.
        assert report.withheld or not attack(shown_of(held), earlier=before).recovered
