"""Links from page to page that keep the choice."""

from __future__ import annotations

import streamlit as st

from wres.text import plain
from wres.ui import address, menu


def link(page: str, label: str, *, icon: str | None = None, **changes: str | int) -> None:
    """Return nothing; draw a link to another page with the choice, and these changes to it."""
    st.page_link(
        menu.page_named(page),
        label=plain(label),
        icon=icon,
        query_params=address.for_link(**changes),
    )
