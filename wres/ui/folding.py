"""A part of a page that is made when somebody opens it.

A press on its label runs the page around it. What is chosen inside must count without it: it lies
in the address.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from wres.text import plain
from wres.ui import prose, state


def is_open(key: str, *, at_first: bool = False) -> bool:
    """Return whether the part with this key is open; ``at_first`` counts until it is pressed."""
    return state.turned().get(key, at_first)


def label(text: str, *, key: str, at_first: bool = False) -> prose.Part:
    """Return the label of the part with this key, to stand above it, open or closed."""
    found = is_open(key, at_first=at_first)
    turn = partial(state.turn, key, opened=not found)
    return prose.opener(prose.Press(label=text, name=f"open_{key}", do=turn), is_open=found)


def inside(draw: Callable[[], None]) -> None:
    """Return nothing; draw what stands inside of an open part, in its frame."""
    with st.container(border=True):
        draw()


def boxes(text: str, draw: Callable[[], None], *, key: str, at_first: bool = False) -> None:
    """Return nothing; draw a part under its label, and what is inside only while it is open."""
    prose.draw(label(text, key=key, at_first=at_first), key=f"label_{key}")
    if is_open(key, at_first=at_first):
        inside(draw)


def popover(text: str, draw: Callable[[], None], *, key: str) -> None:
    """Return nothing; draw a button that opens something over the page, made only while it is open.

    Closed, as it mostly is, it is one part of the page and nothing more.
    """
    over = st.popover(plain(text), key=key, on_change="rerun")
    if over.open:
        with over:
            draw()
