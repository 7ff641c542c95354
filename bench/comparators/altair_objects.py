"""The plain way: Altair objects made in every run, tables as data frames, the default server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from bench.comparators.kept import kept


def _chart(spec: dict[str, Any], frame: pd.DataFrame) -> alt.LayerChart:
    """The chart with as many layers as ours, of the same marks and columns."""
    whole = spec.get("encoding", {})
    return alt.layer(*(_layer(one, whole, frame) for one in spec.get("layer", [spec])))


def _layer(one: dict[str, Any], whole: dict[str, Any], frame: pd.DataFrame) -> alt.Chart:
    mark = one["mark"]["type"] if isinstance(one["mark"], dict) else one["mark"]
    columns = {
        channel: f"{asked['field']}:{asked['type'][0].upper()}"
        for channel, asked in {**whole, **one.get("encoding", {})}.items()
        if isinstance(asked, dict) and "field" in asked and "type" in asked
    }
    return getattr(alt.Chart(frame), f"mark_{mark}")().encode(**columns)


def _drawing(name: str) -> Callable[[], None]:
    def draw() -> None:
        drawn = kept()[name]
        choice = st.selectbox("Choice", list(drawn))
        st.header(choice)
        for spec, frame in drawn[choice].charts:
            st.altair_chart(_chart(spec, frame))
        for table in drawn[choice].tables:
            st.dataframe(table)

    return draw


pages = [st.Page(_drawing(name), title=name, url_path=name) for name in kept()]
front = st.Page(lambda: st.title("Front"), title="Front", url_path="front", default=True)
st.navigation([front, *pages]).run()
