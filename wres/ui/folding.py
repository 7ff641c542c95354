"""A part of a page that is made when somebody opens it.

A press on its label runs the page around it. What is chosen inside must count without it: it lies
in the address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from wres.text import plain
from wres.ui import prose, state


def is_open(key: str) -> bool:
    """Return whether the part with this key is open."""
    return key in state.opened().keys


def open_where_used(key: str, is_used: bool) -> None:
    """Return nothing; a part opens as what is inside comes into use, and then stays as it is.

    Asked in every run: it stays open under whoever clears it, and a link that uses it opens it
    again for whoever closed it.
    """
    now = state.opened()
    if is_used == (key in now.in_use):
        return
    if is_used:
        now = replace(now, keys=now.keys | {key}, in_use=now.in_use | {key})
    else:
        now = replace(now, in_use=now.in_use - {key})
    state.remember_opened(now)


def label(text: str, *, key: str, prints: bool = False) -> prose.Part:
    """Return the label of the part with this key, to stand above it, open or closed.

    On paper it is there where it is open and its part ``prints``, as charts do.
    """
    found = is_open(key)
    turn = partial(state.turn, key, to_open=not found)
    press = prose.Press(label=text, name=f"open_{key}", do=turn)
    return prose.opener(press, is_open=found, prints=prints)


def inside(key: str, draw: Callable[[], None]) -> None:
    """Return nothing; draw what stands inside of an open part, in its frame."""
    with st.container(border=True, key=f"inside_{key}"):
        draw()


def boxes(text: str, draw: Callable[[], None], *, key: str) -> None:
    """Return nothing; draw a part under its label, and what is inside only while it is open."""
    prose.draw(label(text, key=key), key=f"label_{key}")
    if is_open(key):
        inside(key, draw)


def popover(text: str, draw: Callable[[], None], *, key: str) -> None:
    """Return nothing; draw a button that opens something over the page, made only while it is open.

    Closed, as it mostly is, it is one part of the page and nothing more.
    """
    over = st.popover(plain(text), key=key, on_change="rerun")
    if over.open:
        with over:
            draw()
