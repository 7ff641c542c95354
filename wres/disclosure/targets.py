"""What an attacker looks for: hidden cells, places never listed, what is left over, changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from wres.disclosure.places import BOTH, JOINED, LEFT, Lattice, Place, place_of
from wres.disclosure.verdicts import Kind
from wres.publication import PublishedCell
from wres.publication.rules import LEAST_BASE

CURRENT = (BOTH, JOINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The people looked for, as atoms, and why."""

    place: Place
    kind: Kind
    inside: frozenset[int]
    minus: Place | None = None
    base_is_shown: bool = False


def targets_of(cells: tuple[PublishedCell, ...], lattice: Lattice) -> list[Target]:
    """Return everything to look for, each set of people once, hidden cells first."""
    found: dict[frozenset[int], Target] = {}
    for target in _all_targets(cells, lattice):
        if target.inside:
            found.setdefault(target.inside, target)
    return list(found.values())


def _all_targets(cells: tuple[PublishedCell, ...], lattice: Lattice) -> Iterator[Target]:
    shown = {place_of(cell): cell for cell in cells if cell.says_something and not cell.is_hidden}
    for cell in cells:
        if cell.is_hidden and place_of(cell) not in shown:
            place = place_of(cell)
            yield Target(place=place, kind=Kind.HIDDEN, inside=lattice.inside(place))
    for place, cell in shown.items():
        kind = Kind.BOUNDED if cell.bound is not None else Kind.SHOWN
        is_shown = cell.base is not None
        yield Target(place=place, kind=kind, inside=lattice.inside(place), base_is_shown=is_shown)
    for place in lattice.places():
        yield Target(place=place, kind=Kind.NEVER_LISTED, inside=lattice.inside(place))
    yield from _remainders(shown, lattice)
    if JOINED in lattice.versions:
        yield from _changes(lattice)


def _remainders(shown: dict[Place, PublishedCell], lattice: Lattice) -> Iterator[Target]:
    insides = {place: lattice.inside(place) for place in shown}
    for whole, part in permutations(shown, 2):
        if not insides[part] < insides[whole]:
            continue
        bases = shown[whole].base, shown[part].base
        if bases[0] is not None and bases[1] is not None and bases[0] - bases[1] >= LEAST_BASE:
            continue
        rest = insides[whole] - insides[part]
        yield Target(place=whole, minus=part, kind=Kind.REMAINDER, inside=rest)


def _changes(lattice: Lattice) -> Iterator[Target]:
    for place in lattice.places():
        for version in (LEFT, JOINED):
            inside = lattice.inside(place, versions=(version,))
            yield Target(place=place, kind=Kind.CHANGED, inside=inside)
