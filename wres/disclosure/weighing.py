"""From the ends of a number to a verdict: when is a figure nobody should know worked out."""

from __future__ import annotations

from dataclasses import dataclass

from wres.disclosure.programs import Program
from wres.disclosure.verdicts import NARROW_WIDTH, Kind, Verdict
from wres.publication import PublishedCell
from wres.publication.rules import LEAST_BASE, NEAR_NOBODY, SMALL_BASE

IMPLIED = (Kind.NEVER_LISTED, Kind.REMAINDER, Kind.CHANGED)


@dataclass(frozen=True, slots=True)
class Ends:
    """The fewest and the most people, and the published cells that hold both ends."""

    low: float
    high: float
    proof: tuple[PublishedCell, ...] = ()

    @classmethod
    def of(cls, program: Program, inside: frozenset[int], *, yes: bool, no: bool) -> Ends:
        """Return both ends of the people of some atoms."""
        high = program.most(inside, yes=yes, no=no)
        above = program.proof()
        low = program.least(inside, yes=yes, no=no)
        return cls(low, high, tuple(dict.fromkeys((*above, *program.proof()))))

    @classmethod
    def met(cls, program: Program, inside: frozenset[int], *, yes: bool, no: bool) -> Ends:
        """Return how far apart both ends are at least, without a program."""
        return cls(*program.met(inside, yes=yes, no=no))

    @property
    def is_open(self) -> bool:
        """Whether more than five whole numbers are left."""
        return self.high - self.low > NARROW_WIDTH

    @property
    def is_exact(self) -> bool:
        """Whether only one whole number is left."""
        return self.high - self.low < 1

    @property
    def is_narrow(self) -> bool:
        """Whether at most five whole numbers are left."""
        return self.high - self.low <= NARROW_WIDTH

    @property
    def is_large(self) -> bool:
        """Whether these are 11 people or more for certain."""
        return self.low >= LEAST_BASE

    @property
    def is_no_small_group(self) -> bool:
        """Whether these may be 11 people or more, or are nobody."""
        return self.high >= LEAST_BASE or self.high < 1


def verdict_on_people(kind: Kind, people: Ends, *, is_shown: bool = False) -> Verdict:
    """Return how closely a number of people is known.

    People nobody listed count only when it is shown that they exist and are few. Hidden people
    who are known to be 11 or more could be shown by the rules and are no secret by themselves.
    """
    if kind in (Kind.SHOWN, Kind.BOUNDED) or is_shown:
        return Verdict.BREACH if 1 <= people.high < LEAST_BASE else Verdict.SAFE
    if people.high < 1 or (kind in IMPLIED and (people.is_no_small_group or people.low < 1)):
        return Verdict.SAFE
    if people.is_large:
        return Verdict.SAFE
    if people.is_exact:
        return Verdict.EXACT
    return Verdict.NARROW if people.is_narrow else Verdict.SAFE


def may_be_nobody(kind: Kind, met: Ends) -> bool:
    """Return whether these are people whom no cell lists, and who need not exist.

    Nothing is told of them then, however near the ends are: both verdicts are safe.
    """
    return kind in IMPLIED and met.low < 1


def people_are_safe(kind: Kind, met: Ends, *, is_shown: bool = False) -> bool:
    """Return whether ``verdict_on_people`` is safe for any ends that are no nearer than these."""
    if kind in (Kind.SHOWN, Kind.BOUNDED) or is_shown:
        return met.high >= LEAST_BASE
    return met.is_open or may_be_nobody(kind, met)


def yes_is_safe(kind: Kind, people: Ends, *, yes: Ends, no: Ends) -> bool:
    """Return whether ``verdict_on_yes`` is safe for any ends that are no nearer than these."""
    return may_be_nobody(kind, people) or (yes.is_open and no.is_open)


def verdict_on_yes(kind: Kind, people: Ends, *, yes: Ends, no: Ends) -> Verdict:
    """Return how closely the answers of some people are known, by their yes or by their no.

    An answer that may be anything from nobody to everybody tells nothing, however few the people
    are. A bound is a published range: it counts when other cells close it to one number.
    """
    if people.high < 1 or (kind in IMPLIED and people.low < 1):
        return Verdict.SAFE
    if kind in (Kind.SHOWN, Kind.BOUNDED):
        closed = _few(yes, no) < 1 or (kind is Kind.BOUNDED and yes.is_exact)
        return Verdict.ALIKE if closed and people.high < SMALL_BASE else Verdict.SAFE
    if people.is_large:
        nearly = _few(yes, no) <= NEAR_NOBODY and people.high < SMALL_BASE
        return Verdict.ALIKE if nearly else Verdict.SAFE
    if _few(yes, no) < 1:
        return Verdict.ALIKE
    narrow = yes.is_narrow or no.is_narrow
    if not narrow or not (_tells(yes, people) or _tells(no, people)):
        return Verdict.SAFE
    return Verdict.EXACT if yes.is_exact or no.is_exact else Verdict.NARROW


def _few(yes: Ends, no: Ends) -> float:
    return min(yes.high, no.high)


def _tells(answers: Ends, people: Ends) -> bool:
    return answers.low >= 1 or answers.high < people.high
