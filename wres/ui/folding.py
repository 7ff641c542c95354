"""A part of a page that is made when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from wres.text import plain
from wres.ui import state


def boxes(label: str, draw: Callable[[], None], *, key: str, opened: bool = False) -> None:
    """Return nothing; draw boxes, or a chart, under their label, and only while it is open.

    A press in a box changes the page around it, so they run with that page. What was chosen must
    count without them: it lies in the address.
    """
    box = st.expander(plain(label), key=state.first_value(key, opened), on_change="rerun")
    if box.open:
        with box:
            draw()


def popover(label: str, draw: Callable[[], None], *, key: str, is_quiet: bool = False) -> None:
    """Return nothing; draw a button that opens something over the page, made only while it is open.

    Closed, as it mostly is, it is one part of the page and nothing more.
    """
    kind: Literal["tertiary", "secondary"] = "tertiary" if is_quiet else "secondary"
    over = st.popover(plain(label), key=key, type=kind, on_change="rerun")
    if over.open:
        with over:
            draw()
