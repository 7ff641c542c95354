"""An answer is worked out once for the same asking, and never outlives what it was made of."""

from __future__ import annotations

from dataclasses import replace

from wres.answers import Evidence, View, gather, peers
from wres.answers.kept import ANSWERS_KEPT
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
