"""Bare pages: a select box and our own charts, as ready plain descriptions and small frames."""

from __future__ import annotations

import os
from collections.abc import Callable

import streamlit as st

from bench.comparators.kept import WITH_TABLES, kept


def _drawing(name: str) -> Callable[[], None]:
    def draw() -> None:
        drawn = kept()[name]
        choice = st.selectbox("Choice", list(drawn))
        st.header(choice)
        for place, (spec, frame) in enumerate(drawn[choice].charts):
            st.vega_lite_chart(frame, spec, theme=None, width="stretch", key=f"chart_{place}")
        if os.environ.get(WITH_TABLES):
            for table in drawn[choice].tables:
                st.table(table, hide_index=True)

    return draw


pages = [st.Page(_drawing(name), title=name, url_path=name) for name in kept()]
front = st.Page(lambda: st.title("Front"), title="Front", url_path="front", default=True)
st.navigation([front, *pages]).run()
