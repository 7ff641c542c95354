"""One page with four of our charts, drawn as pages do, and the same without, in no browser."""

from __future__ import annotations

from functools import lru_cache

from streamlit.testing.v1 import AppTest

from wres.answers import View, explore, gather
from wres.answers.opening import shipped
from wres.charts.drawing import Drawing
from wres.charts.of_answers import bands_drawing, gap_drawing, staff_drawing, trend_drawing
from wres.results import Results


@lru_cache(maxsize=1)
def drawings() -> tuple[Drawing, ...]:
    """Return four charts of one indicator, ready to be drawn as they are in the program."""
    evidence = gather(shipped(), Results(), 0)
    found = explore(evidence, View(org_code="ZZP", wres_year=2025, indicator=8))
    return (
        trend_drawing(found),
        gap_drawing(found),
        bands_drawing(found.by_band),
        staff_drawing(found.by_staff_group),
    )


def page(charts: bool) -> None:
    """Return nothing; a page of four headings, with a chart below each or without."""
    import streamlit as st

    from bench.pages_with_charts import drawings
    from wres.ui import panels

    for place, drawing in enumerate(drawings()):
        st.subheader(f"Part {place}")
        if charts:
            panels.drawn_again(drawing, "A chart", key=str(place))()


@lru_cache(maxsize=2)
def _opened(charts: bool) -> AppTest:
    return AppTest.from_function(page, default_timeout=60, kwargs={"charts": charts}).run()


def run_page(*, charts: bool) -> None:
    """Return nothing; run the page once more."""
    assert not _opened(charts).run().exception
