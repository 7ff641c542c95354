"""Links from page to page that keep the choice."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from wres import words
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


def keep_view() -> None:
    """Return nothing; draw the link of this very view, to bookmark or to send."""
    base = str(st.context.url or "").partition("?")[0]
    with st.popover("Keep this view", key="keep_view"):
        st.markdown(plain(words.view_link_note()))
        st.code(f"{base}?{urlencode(address.read())}", language=None, wrap_lines=True)
