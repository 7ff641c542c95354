"""What is kept of organisations from one version to the next, by what it follows from.

An organisation that a version leaves as it is keeps its mark, so what was worked out for the
versions before serves the new one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from wres.publication import Withheld

Kept = TypeVar("Kept")
# What the publication of an organisation follows from: code, last change, what is withheld.
Mark = tuple[str, int, tuple[Withheld, ...]]
# What gives something for each of the marks that are wanted, at a version.
MadeOfMarks = Callable[[list[Mark], int], Mapping[Mark, Kept]]


@dataclass(frozen=True, slots=True)
class _Versions(Generic[Kept]):
    """What is kept of the newest version asked for, and of the earlier one asked for last."""

    newest: int
    of_newest: Mapping[Mark, Kept]
    of_earlier: Mapping[Mark, Kept]


class ByMark(Generic[Kept]):
    """Something of every organisation: made for the marks that are new, in one go."""

    def __init__(self, make: MadeOfMarks[Kept]) -> None:
        self._make = make
        self._kept: _Versions[Kept] = _Versions(-1, {}, {})

    def of(self, marks: Collection[Mark], version: int) -> Mapping[Mark, Kept]:
        """Return what is kept of these organisations at a version.

        A look at an earlier version takes nothing from the newest, which the next one follows from.
        """
        # Looked at once: somebody who asks for another version may put another in its place.
        kept = self._kept
        here = kept.of_newest if version >= kept.newest else kept.of_earlier
        if all(mark in here for mark in marks):
            return here
        known = {**kept.of_earlier, **kept.of_newest}
        wanted = [mark for mark in marks if mark not in known]
        if wanted:
            known.update(self._make(wanted, version))
        found = {mark: known[mark] for mark in marks}
        self._keep(found, version)
        return found

    def kept(self, mark: Mark) -> Kept | None:
        """Return what is kept of an organisation, None where nothing is."""
        kept = self._kept
        return kept.of_newest[mark] if mark in kept.of_newest else kept.of_earlier.get(mark)

    def _keep(self, found: Mapping[Mark, Kept], version: int) -> None:
        kept = self._kept
        if version >= kept.newest:
            self._kept = _Versions(version, found, kept.of_earlier)
        else:
            self._kept = _Versions(kept.newest, kept.of_newest, found)
