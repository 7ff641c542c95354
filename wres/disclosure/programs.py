"""Linear programs over the people of a lattice, solved by HiGHS.

Two unknowns an atom: people who said yes, and people who did not. Nobody is below zero, so a
yes-answer never outnumbers its people and needs no fact of its own.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

from wres.disclosure.facts import Fact
from wres.errors import WresError
from wres.publication import PublishedCell

# More staff than any organisation has: where nothing else bounds a number, this does.
MOST_PEOPLE = 1_000_000.0
# A share of one person that arithmetic may lose.
TINY = 1e-6
MOST_PROOFS = 6
# Answers kept of each program: with twice as many no program less was run.
MOST_KEPT = 32


class AttackFailed(WresError):
    """A linear program that was not solved; it must never pass for a safe figure."""


class Program:
    """What all the facts together allow; asked again and again for the ends of a sum."""

    def __init__(self, atoms: int, facts: Sequence[Fact]) -> None:
        # 0.2 s to import with its numpy, so only an attack pays for it.
        import highspy

        self._highs: Any = highspy.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("presolve", "off")):
            self._highs.setOptionValue(name, value)
        self._most, self._least = highspy.ObjSense.kMaximize, highspy.ObjSense.kMinimize
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._wanted: list[int] = []
        self._kept: deque[list[float]] = deque(maxlen=MOST_KEPT)
        self._facts = list(facts)
        size = 2 * atoms
        self._highs.addVars(size, [0.0] * size, [MOST_PEOPLE] * size)
        for fact in facts:
            self._add(fact)

    def _add(self, fact: Fact) -> None:
        indices, weights = [], []
        for atom in sorted(fact.inside):
            for offset, weight in ((0, fact.of_yes), (1, fact.of_no)):
                if weight:
                    indices.append(2 * atom + offset)
                    weights.append(float(weight))
        self._highs.addRow(fact.low, fact.high, len(indices), indices, weights)

    def add(self, fact: Fact) -> None:
        """Return nothing once one more fact holds."""
        self._facts.append(fact)
        self._add(fact)
        # What was found before may break the new fact.
        self._kept.clear()

    def is_possible(self) -> bool:
        """Return whether the facts can all be true of the same people."""
        self._ask((), ())
        self._highs.run()
        return bool(self._highs.getModelStatus() == self._optimal)

    def most(self, inside: Iterable[int], *, yes: bool, no: bool) -> float:
        """Return the most people of these atoms who said yes, who did not, or both."""
        return self._end(inside, yes, no, most=True)

    def least(self, inside: Iterable[int], *, yes: bool, no: bool) -> float:
        """Return the fewest people of these atoms who said yes, who did not, or both."""
        return self._end(inside, yes, no, most=False)

    def _end(self, inside: Iterable[int], yes: bool, no: bool, *, most: bool) -> float:
        indices = _columns(inside, yes, no)
        self._ask(indices, [1.0] * len(indices))
        self._highs.changeObjectiveSense(self._most if most else self._least)
        self._highs.run()
        if self._highs.getModelStatus() != self._optimal:
            self._start_afresh()
        self._kept.append(self._highs.getSolution().col_value)
        found = float(self._highs.getInfo().objective_function_value)
        # People are whole: an end between two numbers is no nearer than the inner one.
        return float(math.floor(found + TINY) if most else math.ceil(found - TINY))

    def met(self, inside: Iterable[int], *, yes: bool, no: bool) -> tuple[float, float]:
        """Return the fewest and the most people of these atoms in the answers found so far.

        Each answer fits all facts, so the ends are these or lie further out. Without any, the
        fewest are above the most.
        """
        if not self._kept:
            return math.inf, -math.inf
        columns = _columns(inside, yes, no)
        sums = [sum(map(answer.__getitem__, columns)) for answer in self._kept]
        # Half of what an end is allowed to lose, so that no end rounds to nearer than these.
        loss = TINY / 2
        return float(math.ceil(min(sums) - loss)), float(math.floor(max(sums) + loss))

    def _start_afresh(self) -> None:
        """Solve once more without what earlier answers left behind; an attack never guesses."""
        self._highs.clearSolver()
        self._highs.run()
        if self._highs.getModelStatus() != self._optimal:
            raise AttackFailed(
                "The check of what the published figures give away could not be finished. "
                "Please report the file this happened with."
            )

    def _ask(self, indices: Sequence[int], costs: Sequence[float]) -> None:
        if self._wanted:
            self._highs.changeColsCost(len(self._wanted), self._wanted, [0.0] * len(self._wanted))
        self._wanted = list(indices)
        if indices:
            self._highs.changeColsCost(len(self._wanted), self._wanted, list(costs))

    def proof(self) -> tuple[PublishedCell, ...]:
        """Return the published cells that hold the last end asked for, the weightiest first."""
        duals = self._highs.getSolution().row_dual
        weighed = sorted(
            ((abs(dual), number) for number, dual in enumerate(duals) if abs(dual) > TINY),
            reverse=True,
        )
        cells = [self._facts[number].cell for _, number in weighed]
        return tuple(dict.fromkeys(cells))[:MOST_PROOFS]


def _columns(inside: Iterable[int], yes: bool, no: bool) -> list[int]:
    """The unknowns of some atoms: their yes, their no, or both."""
    offsets = [offset for offset, wanted in ((0, yes), (1, no)) if wanted]
    return [2 * atom + offset for atom in inside for offset in offsets]
