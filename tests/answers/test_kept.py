"""An answer is worked out once for the same asking, and never outlives what it was made of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Event

from wres.answers import Evidence, View, gather, peers
from wres.answers.evidence import ANSWERS_KEPT
from wres.answers.kept import Shelf
from wres.answers.opening import shipped as whole
from wres.answers.peers import Pool
from wres.results import Results

ASKED: list[tuple[int, View, int]] = []


def years(evidence: Evidence, view: View, *, more: int = 0) -> tuple[int, ...]:
    """A question that notes each time it is worked out."""
    ASKED.append((evidence.version, view, more))
    return evidence.years(view.org_code)


def test_the_same_asking_is_worked_out_once() -> None:
    """Another view, another word of the question and another version are worked out anew."""
    ASKED.clear()
    evidence = gather(whole(), Results(), 0)
    view = View(org_code="ZZP", wres_year=2025)
    first = evidence.answer(years, view)
    assert evidence.answer(years, View(org_code="ZZP", wres_year=2025)) is first
    evidence.answer(years, replace(view, indicator=5))
    evidence.answer(years, view, more=1)
    newer = replace(evidence, version=1)
    assert newer.answer(years, view) == first
    assert [(version, more) for version, _, more in ASKED] == [(0, 0), (0, 0), (0, 1), (1, 0)]


def test_a_kept_answer_is_the_answer() -> None:
    """Two pools of one trust stay two answers."""
    evidence = gather(whole(), Results(), 0)
    view = View(org_code="R0A", wres_year=2025)
    for pool in (Pool.GROUP, Pool.REGION, Pool.GROUP):
        assert evidence.answer(peers, view, pool=pool) == peers(evidence, view, pool=pool)


def test_what_was_not_asked_for_longest_goes_first() -> None:
    """Of three on a shelf for two, the second goes, since the first was asked for again."""
    shelf: Shelf[str] = Shelf(2)
    found: list[str] = []

    def find(name: str) -> str:
        found.append(name)
        return name.upper()

    for name in ("bands", "gaps", "bands", "years", "bands", "years", "gaps"):
        assert shelf.get(name, partial(find, name)) == name.upper()
    assert found == ["bands", "gaps", "years", "gaps"]


def test_one_who_looks_something_up_keeps_nobody_else_waiting() -> None:
    """Another finds a second thing on the same shelf while the first is being worked out."""
    shelf: Shelf[str] = Shelf(2)
    asked, answered = Event(), Event()

    def slow() -> str:
        asked.set()
        return "first" if answered.wait(10) else "nobody else was served"

    with ThreadPoolExecutor(1) as other:
        first = other.submit(shelf.get, 1, slow)
        assert asked.wait(10)
        assert shelf.get(2, lambda: "second") == "second"
        answered.set()
        assert first.result(10) == "first"


def test_answers_let_go_are_found_anew() -> None:
    """Nothing of what was worked out stays once nobody is shown the evidence any more."""
    ASKED.clear()
    evidence = gather(whole(), Results(), 0)
    view = View(org_code="ZZP", wres_year=2025)
    first = evidence.answer(years, view)
    evidence.let_go_of_answers()
    assert evidence.answer(years, view) == first
    assert len(ASKED) == 2


def test_only_so_many_answers_are_kept() -> None:
    """The oldest goes first, however many views are asked for."""
    ASKED.clear()
    evidence = gather(whole(), Results(), 0)
    view = View(org_code="ZZP", wres_year=2025)
    for more in range(ANSWERS_KEPT + 1):
        evidence.answer(years, view, more=more)
    evidence.answer(years, view, more=ANSWERS_KEPT)
    evidence.answer(years, view, more=0)
    assert len(ASKED) == ANSWERS_KEPT + 2
