"""A figure called safe without a program is one that the programs call safe as well."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement, product

import pytest

from tests.disclosure.building import cell
from tests.disclosure.made_trusts import people, rows
from tests.disclosure.test_made_trusts import only_small_bases_hidden, shown_of
from wres.disclosure import Attack, Kind, Quantity, Verdict, attack, weighing
from wres.disclosure.facts import Fact
from wres.disclosure.places import Place
from wres.disclosure.programs import Program
from wres.disclosure.weighing import Ends
from wres.publication import PublishedCell

LOOKED_FOR = [kind for kind in Kind if kind is not Kind.BEHIND_RATIO]
# Both sides of every bound a verdict asks for: 1, 2, 4, 11 and 30.
NUMBERS = (0, 1, 2, 3, 5, 6, 10, 11, 16, 29, 30, 35)


def intervals() -> list[Ends]:
    return [Ends(low, high) for low, high in combinations_with_replacement(NUMBERS, 2)]


def further_out(met: Ends) -> Iterator[Ends]:
    """All ends that are no nearer than these."""
    for low, high in product(NUMBERS, NUMBERS):
        if low <= met.low and met.high <= high:
            yield Ends(low, high)


@pytest.mark.parametrize("kind", LOOKED_FOR)
@pytest.mark.parametrize("is_shown", [False, True])
def test_people_called_safe_are_safe_however_far_out_the_ends_lie(
    kind: Kind, is_shown: bool
) -> None:
    """Every kind, every pair of numbers met, every pair of ends around it."""
    safe = [met for met in intervals() if weighing.people_are_safe(kind, met, is_shown=is_shown)]
    assert 0 < len(safe) < len(intervals())
    for met in safe:
        for ends in further_out(met):
            assert weighing.verdict_on_people(kind, ends, is_shown=is_shown) is Verdict.SAFE, (
                met,
                ends,
            )


@pytest.mark.parametrize("kind", LOOKED_FOR)
def test_answers_called_safe_are_safe_however_far_out_the_ends_lie(kind: Kind) -> None:
    """Where yes and no are open, whoever the people are; and where there may be nobody."""
    opened = [met for met in intervals() if met.is_open]
    for yes, no in product(opened[::3], opened[::4]):
        assert weighing.yes_is_safe(kind, Ends(5, 5), yes=yes, no=no)
        for people_of in intervals():
            assert weighing.verdict_on_yes(kind, people_of, yes=yes, no=no) is Verdict.SAFE
    for met in intervals():
        if weighing.may_be_nobody(kind, met):
            for people_of in further_out(met):
                assert weighing.verdict_on_yes(kind, people_of, yes=met, no=met) is Verdict.SAFE


def test_a_number_near_its_end_is_never_called_safe() -> None:
    """Four apart is narrow and five is open; hidden people are not nobody because they may be."""
    assert not weighing.people_are_safe(Kind.HIDDEN, Ends(0, 4))
    assert weighing.people_are_safe(Kind.HIDDEN, Ends(0, 5))
    assert not weighing.yes_is_safe(Kind.HIDDEN, Ends(0, 30), yes=Ends(0, 5), no=Ends(0, 4))


def fact(inside: set[int], low: float, high: float) -> Fact:
    return Fact(inside=frozenset(inside), of_yes=1, of_no=1, low=low, high=high, cell=cell())


def test_what_was_met_lies_within_the_ends() -> None:
    """Two groups of 20 together, 3 to 8 in the first: asked for the second, both are met."""
    program = Program(2, [fact({0, 1}, 20, 20), fact({0}, 3, 8)])
    first, second = frozenset({0}), frozenset({1})
    assert program.met(first, yes=True, no=True) == (math.inf, -math.inf)
    assert program.most(second, yes=True, no=True) == 17
    assert program.least(second, yes=True, no=True) == 12
    assert program.met(second, yes=True, no=True) == (12, 17)
    assert program.met(first, yes=True, no=True) == (3, 8)
    program.add(fact({0}, 5, 5))
    assert program.met(first, yes=True, no=True) == (math.inf, -math.inf)


def worked_out(found: Attack) -> set[tuple[Place, Place | None, Kind, Quantity, str, float, float]]:
    return {
        (one.place, one.minus, one.kind, one.quantity, one.verdict.value, one.low, one.high)
        for one in found.recovered
    }


@pytest.mark.parametrize("number", range(5, 9) if os.environ.get("WRES_ALL_SEEDS") else [8])
def test_what_is_worked_out_is_the_same_with_every_program_run(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A trust of 300 without protection, and two versions of it a person apart.

    On one question; ``WRES_ALL_SEEDS=1`` on all four.
    """
    trust = people(300, 1)
    bare = _asked(only_small_bases_hidden(rows(trust)), number)
    shown, later = (_asked(shown_of(rows(one)), number) for one in (trust, trust[:-1]))
    found = attack(bare), attack(later, earlier=shown)
    monkeypatch.setattr(Program, "met", lambda *_, **__: (math.inf, -math.inf))
    in_full = attack(bare), attack(later, earlier=shown)
    # Of one question alone a trust without protection may give nothing away.
    assert any(len(worked_out(one)) > 5 for one in found)
    assert [worked_out(one) for one in found] == [worked_out(one) for one in in_full]


def _asked(cells: Iterable[PublishedCell], number: int) -> list[PublishedCell]:
    return [one for one in cells if one.indicator == number]
