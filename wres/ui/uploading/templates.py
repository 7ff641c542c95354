"""The templates to download, empty and filled in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from wres.indicators import INDICATORS
from wres.ui import panels
from wres.upload.template_files import (
    EXAMPLE_NAME,
    TEMPLATE_NAME,
    example_csv,
    indicator_csv,
    template_csv,
)
from wres.upload.template_workbook import (
    FILLED_WORKBOOK_NAME,
    WORKBOOK_NAME,
    template_workbook,
)

WORKBOOK_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def templates() -> None:
    """Return nothing; offer the template as a workbook and as CSV, empty and filled in."""
    with st.expander("Templates to fill in"):
        panels.sentence("Any file you already have may work as it is. These always do.")
        with st.container(horizontal=True):
            _offer("Template workbook", WORKBOOK_NAME, template_workbook)
            filled = partial(template_workbook, filled=True)
            _offer("Filled example, workbook (made-up)", FILLED_WORKBOOK_NAME, filled)
            _offer("Template as CSV", TEMPLATE_NAME, template_csv)
            _offer("Filled example, CSV (made-up)", EXAMPLE_NAME, example_csv)
        number = st.selectbox(
            "Template for one indicator",
            [one.number for one in INDICATORS],
            format_func=lambda n: f"{n}. {INDICATORS[n - 1].short_name}",
            key="template_indicator",
        )
        name = f"wres_template_indicator_{number}.csv"
        _offer(f"Template for indicator {number}, CSV", name, partial(indicator_csv, number))


def _offer(label: str, name: str, made: Callable[[], str | bytes]) -> None:
    kind = WORKBOOK_KIND if name.endswith(".xlsx") else "text/csv"
    st.download_button(label, made, file_name=name, mime=kind, key=name, on_click="ignore")
