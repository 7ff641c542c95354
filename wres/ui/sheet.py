"""What a page draws from top to bottom, gathered first, and kept for whoever looks at it again.

What is only read is put together and sent as one part. Between two such parts stand the charts,
boxes and buttons, which are drawn anew in every run of a page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec

from wres.answers import Evidence
from wres.ui import address, loading, menu, prose
from wres.words import SPOKEN

MadeFrom = ParamSpec("MadeFrom")
Draw = Callable[[], None]


class Sheet:
    """Parts of a page in the order they are drawn in."""

    def __init__(self) -> None:
        self._steps: list[Draw] = []
        self._read: list[prose.Part | None] = []

    def read(self, *parts: prose.Part | None) -> None:
        """Return nothing; next come these parts, which are only read."""
        self._read.extend(parts)

    def found(self, text: str) -> None:
        """Return nothing; next comes the finding of the page, which names its window too."""
        self._steps.append(partial(menu.name_window, text))
        self.read(prose.heading(text))

    def step(self, draw: Draw, *, key: str) -> None:
        """Return nothing; next is drawn what this draws, anew in every run.

        What is read above it becomes one part of the page, found again by the ``key``.
        """
        self.end(key)
        self._steps.append(draw)

    def end(self, key: str) -> None:
        """Return nothing; what was to be read so far is one part, found again by the ``key``."""
        told = prose.gathered(*self._read)
        self._read.clear()
        if told is not None:
            self._steps.append(partial(prose.draw_gathered, told, key=key))

    def draw(self) -> None:
        """Return nothing; draw all of it."""
        for one in self._steps:
            one()


def of(
    make: Callable[Concatenate[Sheet, Evidence, MadeFrom], None],
    evidence: Evidence,
    *made_from: MadeFrom.args,
    **named: MadeFrom.kwargs,
) -> Sheet:
    """Return the sheet that ``make`` fills, filled once for the same evidence and choice.

    It may look at the evidence and at what it is given, at the choice that links carry, and at
    what day it is. Who is there, what is stored and which box is open it must be given, or leave
    to a step.
    """
    known = (tuple(address.for_link().items()), loading.today(), SPOKEN.bme)
    return evidence.answer(_filled, make, known, made_from, tuple(named.items()))


def _filled(
    evidence: Evidence,
    make: Callable[..., None],
    _known: tuple[object, ...],
    made_from: tuple[object, ...],
    named: tuple[tuple[str, object], ...],
) -> Sheet:
    sheet = Sheet()
    make(sheet, evidence, *made_from, **dict(named))
    sheet.end(f"end_of_{make.__module__.rpartition('.')[2]}_{make.__name__}")
    return sheet
