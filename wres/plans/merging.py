"""Two people changed one activity: what can be kept of both, field by field.

Each change is set against what both began from. A field only one of them changed is taken from
that one. A field both changed to different things is a clash, and a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field two people changed to different things; ``theirs`` is what stands now."""

    field: str
    before: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of both changes; where they clash, what stands now."""

    values: dict[str, object]
    clashes: tuple[Clash, ...]


def merge(before: Values, *, mine: Values, theirs: Values) -> Merged:
    """Return both changes of the same beginnings together, with every clash.

    ``mine`` need name only the fields that were changed; ``before`` and ``theirs`` are whole.
    """
    values = dict(theirs)
    clashes = []
    for name, value in mine.items():
        began, stands = before.get(name), theirs.get(name)
        if value in (began, stands):
            continue
        if stands == began:
            values[name] = value
        else:
            clashes.append(Clash(name, began, value, stands))
    return Merged(values, tuple(clashes))
