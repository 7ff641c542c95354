"""A tour of three steps under the finding of the front page; it can be skipped and called back.

The address keeps the step, so nothing has to be stored in the browser.
"""

from __future__ import annotations

import streamlit as st

from wres.text import plain
from wres.ui import filters, panels
from wres.words import help as told

OFF = "off"
STEPS = {"": 1, "2": 2, "3": 3}


def draw() -> None:
    """Return nothing; draw the step the visitor is at, or the button that calls the tour back."""
    asked = filters.asked_for("tour")
    step = STEPS.get(asked)
    if step is None:
        _button(told.TOUR_AGAIN, "", key="tour_again")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="tour"):
        panels.quiet(told.tour_words(step))
        if step < len(told.TOUR_STEPS):
            _button(told.NEXT, str(step + 1), key="tour_next")
        _button(told.SKIP, OFF, key="tour_skip")


def _button(label: str, to: str, *, key: str) -> None:
    st.button(plain(label), key=key, type="tertiary", on_click=filters.keep, args=("tour", to))
