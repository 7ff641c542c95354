"""A part of a page that is made when somebody opens it, and then without the rest of the page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from wres.access import Role
from wres.text import plain
from wres.ui import incidents, state, visitor


@st.fragment
def folded(label: str, draw: Callable[[], None], *, key: str, expanded: bool = False) -> None:
    """Return nothing; draw a part under its label; while it is closed nothing of it is made.

    For words only. Figures are drawn at once, so that whoever walks a page sees all of them.
    """

    def part() -> None:
        # Opened by a press it runs alone, past the door: who is there is asked again.
        visitor.page_for(Role.VIEWER)
        box = st.expander(plain(label), expanded=expanded, key=key, on_change="rerun")
        if box.open:
            with box:
                draw()

    # What goes wrong has to be told in here: Streamlit would write it on the page by itself.
    incidents.run(part)


def boxes(label: str, draw: Callable[[], None], *, key: str, opened: bool = False) -> None:
    """Return nothing; draw boxes under their label, and only while it is open.

    A press in one changes the page around it, so they run with that page. What was chosen must
    count without them: it lies in the address.
    """
    box = st.expander(plain(label), key=state.first_value(key, opened), on_change="rerun")
    if box.open:
        with box:
            draw()
