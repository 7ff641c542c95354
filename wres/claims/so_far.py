"""What was read of a clause so far, and a run of its signs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from wres.claims.mark import Mark
from wres.claims.record import Claim, Figure, Kind, When
from wres.claims.signs import Sign
from wres.terms import EthnicGroup


@dataclass
class SoFar:
    """What is read of a clause from the left: its claims, and what waits to be used."""

    claims: list[Claim] = field(default_factory=list)
    waiting: list[EthnicGroup] = field(default_factory=list)
    last: EthnicGroup | None = None
    times: list[When] = field(default_factory=list)
    since: list[When] = field(default_factory=list)
    ratio_of: tuple[EthnicGroup, ...] = ()
    names_ratio: bool = False
    has_moved: bool = False
    is_broken: bool = False

    def add(self, kind: Kind, **more: Any) -> None:
        """Return nothing; note a claim."""
        self.claims.append(replace(Claim(kind=kind, quote="", paragraph=0), **more))

    def whom(self) -> tuple[EthnicGroup | None, ...]:
        """Return the groups named and not used yet, else the last one used."""
        of_ratio = self.ratio_of[0] if self.ratio_of else None
        groups = tuple(dict.fromkeys(self.waiting)) or (self.last or of_ratio,)
        self.waiting = []
        return groups


@dataclass(frozen=True, slots=True)
class Found:
    """A run of signs: its letters, and the marks they stand for."""

    letters: str
    marks: tuple[Mark, ...]

    def part(self, start: int, end: int) -> Found:
        """Return the letters from one place to another."""
        return Found(self.letters[start:end], self.marks[start:end])

    def figures(self) -> tuple[Figure, ...]:
        """Return the numbers in order."""
        return tuple(mark.figure for mark in self.marks if mark.figure is not None)

    def figure(self, nth: int = 0) -> Figure | None:
        """Return the nth number, or None."""
        return self.figures()[nth] if nth < len(self.figures()) else None

    def groups(self) -> tuple[EthnicGroup, ...]:
        """Return the groups in order."""
        return tuple(mark.group for mark in self.marks if mark.group is not None)

    def whens(self) -> tuple[When, ...]:
        """Return the years in order."""
        return tuple(mark.when for mark in self.marks if mark.when is not None)

    def first(self, sign: Sign) -> Mark | None:
        """Return the first mark of a sign, or None."""
        return next((mark for mark in self.marks if mark.sign is sign), None)
