"""What a page draws from top to bottom, gathered first, and kept for whoever looks at it again.

What is only read is put together and sent as one part. Between two such parts stand the charts,
boxes and buttons, which are drawn anew in every run of a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Concatenate, ParamSpec

import streamlit as st

from wres.answers import Evidence
from wres.text import plain
from wres.ui import address, folding, loading, menu, prose, state
from wres.words import SPOKEN

MadeFrom = ParamSpec("MadeFrom")
Draw = Callable[[], None]


class Sheet:
    """Parts of a page in the order they are drawn in, the first of them found by a ``name``.

    What stands below a part that opens moves from one part that is read to the next. So each of
    them knows what every button of the sheet does: a press may have been on its way meanwhile.
    """

    def __init__(self, name: str) -> None:
        self._key = name
        self._does: dict[str, Draw] = {}
        self._steps: list[Draw] = []
        self._read: list[prose.Part | None] = []

    def read(self, *parts: prose.Part | None) -> None:
        """Return nothing; next come these parts, which are only read."""
        self._read.extend(parts)

    def found(self, text: str) -> None:
        """Return nothing; next comes the finding of the page, which names its window too."""
        self._steps.append(partial(_name_window, text))
        self.read(prose.heading(text, window=menu.title_with(text)))

    def step(self, draw: Draw, *, key: str) -> None:
        """Return nothing; next is drawn what this draws, anew in every run.

        What is read below it becomes one part of the page, found again by the ``key``: what is
        read above stays the part it was.
        """
        self.end()
        self._steps.append(draw)
        self._key = f"below_{key}"

    def opens(self, text: str, draw: Draw, *, key: str, prints: bool = False) -> None:
        """Return nothing; next is a label, and what this draws below it while it is open.

        What is open ``prints`` its label too where there is something to read in it.
        """
        self.read(folding.label(text, key=key, prints=prints))
        if folding.is_open(key):
            self.step(partial(folding.inside, key, draw), key=key)

    def warn(self, text: str, *, key: str) -> None:
        """Return nothing; next comes a sentence of ours that warns."""
        self.step(lambda: _warned(text), key=key)

    def end(self) -> None:
        """Return nothing; what was to be read so far is one part."""
        told = prose.gathered(*self._read)
        self._read.clear()
        if told is None:
            return
        self._does |= told.does
        shared = replace(told, does=self._does)
        self._steps.append(partial(prose.draw_gathered, shared, key=self._key))

    def draw(self) -> None:
        """Return nothing; draw all of it."""
        for one in self._steps:
            one()


def _warned(text: str) -> None:
    st.warning(plain(text))


def _name_window(finding: str) -> None:
    # A run of everything begins with the name of the page; in others the heading names the window.
    if not address.page_runs_alone():
        menu.name_window(finding)


def of(
    make: Callable[Concatenate[Sheet, Evidence, MadeFrom], None],
    evidence: Evidence,
    *made_from: MadeFrom.args,
    **named: MadeFrom.kwargs,
) -> Sheet:
    """Return the sheet that ``make`` fills, filled once for the same evidence and choice.

    It may look at the evidence and at what it is given, at the choice that links carry, at what
    day it is, at the page and at which of its parts are open. Who is there and what is stored it
    must be given, or leave to a step.
    """
    shown = (state.visit().page, state.opened().keys)
    known = (tuple(address.for_link().items()), loading.today(), SPOKEN.bme, shown)
    return evidence.answer(_filled, make, known, made_from, tuple(named.items()))


def _filled(
    evidence: Evidence,
    make: Callable[..., None],
    _known: tuple[object, ...],
    made_from: tuple[object, ...],
    named: tuple[tuple[str, object], ...],
) -> Sheet:
    sheet = Sheet(f"{make.__module__.rpartition('.')[2]}_{make.__name__}")
    make(sheet, evidence, *made_from, **dict(named))
    sheet.end()
    return sheet
