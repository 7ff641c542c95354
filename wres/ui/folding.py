"""A part of a page that is made when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable

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
