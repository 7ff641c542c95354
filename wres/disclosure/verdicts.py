"""What an attack says of one figure: how closely it can be worked out, and from which cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wres.disclosure.places import Place
from wres.publication import PublishedCell

# A hidden number that lies within this many people counts as worked out.
NARROW_WIDTH = 4


class Verdict(Enum):
    """How closely a figure nobody should know is pinned down."""

    EXACT = "exact"
    NARROW = "narrow"
    ALIKE = "alike"
    BREACH = "breach"
    SAFE = "safe"


class Kind(Enum):
    """What sort of figure was looked for."""

    HIDDEN = "hidden"
    BOUNDED = "bounded"
    NEVER_LISTED = "never listed"
    REMAINDER = "remainder"
    CHANGED = "changed between versions"
    SHOWN = "shown"
    BEHIND_RATIO = "behind a ratio"


class Quantity(Enum):
    """Whether people or their yes-answers were looked for."""

    PEOPLE = "people"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One figure that was looked for: the people it lies between, and the cells that prove it.

    ``minus`` is set for a remainder: the people of ``place`` who are not in ``minus``.
    """

    org_code: str
    wres_year: int
    indicator: int
    place: Place
    kind: Kind
    quantity: Quantity
    low: float
    high: float
    verdict: Verdict
    minus: Place | None = None
    proof: tuple[PublishedCell, ...] = ()

    @property
    def width(self) -> float:
        """How many people the figure is open by."""
        return self.high - self.low

    @property
    def is_recovered(self) -> bool:
        """Whether the figure counts as worked out."""
        return self.verdict is not Verdict.SAFE


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What an attack on one organisation found.

    ``contradicting`` are the (WRES year, indicator) pairs whose published cells cannot all be
    true of the same people: nothing was worked out from those together. ``behind_ratios`` are
    counts that ratios on small numbers narrow down: the standard wants the ratio published, so
    they are told and do not fail the attack.
    """

    org_code: str
    cells: int = 0
    looked_for: int = 0
    recovered: tuple[Recovery, ...] = ()
    behind_ratios: tuple[Recovery, ...] = ()
    contradicting: tuple[tuple[int, int], ...] = ()

    @property
    def passed(self) -> bool:
        """Whether no survey figure was worked out."""
        return not self.recovered
