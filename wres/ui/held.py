"""What this copy of the program holds in memory, for while its store does not answer.

The figures it showed last, what was written about the trusts it showed, and who may read. Nothing
can be stored from it, and nobody gets more than reading.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st

from wres import access
from wres.access import Grant
from wres.answers import Evidence
from wres.answers.written import Written

# Another copy may have taken a role away meanwhile, so the list counts for this long and no more.
ROLES_HELD_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Marked:
    """What was written about a trust, and the version and the number of revisions it is of."""

    written: Written
    marks: tuple[int, int]


@dataclass(slots=True)
class Held:
    """The last of everything that was read from the store."""

    evidence: Evidence | None = None
    written: dict[str, Marked] = field(default_factory=dict)
    _grants: tuple[Grant, ...] = ()
    _read_at: float = 0.0

    def hold(self, newest: Evidence) -> Evidence:
        """Return the evidence that is held from now on; of another, what was worked out goes.

        A page kept of it holds it in turn, and such a circle is never collected where it was there
        before the collector was told to leave everything alone.
        """
        if self.evidence is not None and self.evidence is not newest:
            self.evidence.let_go_of_answers()
        self.evidence = newest
        return newest

    def hold_grants(self, grants: Iterable[Grant], *, seconds_now: float) -> None:
        """Return nothing once a list of roles that was just read is held."""
        self._grants, self._read_at = tuple(grants), seconds_now

    def readers(self, *, seconds_now: float) -> tuple[Grant, ...]:
        """Return everybody who had a role a moment ago, as viewers; nobody after five minutes."""
        if seconds_now - self._read_at > ROLES_HELD_SECONDS:
            return ()
        return access.as_viewers(self._grants)


@st.cache_resource(show_spinner=False)
def everything() -> Held:
    """Return what is held, one for all visitors."""
    return Held()


def seconds() -> float:
    """Return the seconds of a clock that never goes back."""
    return time.monotonic()
