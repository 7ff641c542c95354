"""One page with four of our charts and the same without, run in no browser.

The charts are ready as values; what is measured is to draw them. A page whose filter changed draws
charts nobody drew before, and pages make each ready for the browser then. One that was drawn before
is sent as it was made ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from functools import lru_cache
from itertools import repeat

from streamlit.testing.v1 import AppTest

from wres.answers import View, explore, gather
from wres.answers.opening import shipped
from wres.charts.drawing import Drawing, Row
from wres.charts.of_answers import bands_drawing, gap_drawing, staff_drawing, trend_drawing
from wres.results import Results

# As often as the page may be run with charts that were never drawn.
MOST_RUNS = 60
_ALIKE = 1e-9


class Charts(Enum):
    """What a page draws: no chart, four that were drawn before, or four for the first time."""

    NONE = "none"
    AGAIN = "again"
    FIRST = "first"


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


@lru_cache(maxsize=len(Charts))
def lined_up(charts: Charts) -> Iterator[tuple[Drawing, ...]]:
    """Return what each run of a page takes next, made before: no run makes rows of its own."""
    if charts is not Charts.FIRST:
        return repeat(drawings())
    return iter([tuple(_other(one, run) for one in drawings()) for run in range(1, MOST_RUNS + 1)])


def _other(drawing: Drawing, run: int) -> Drawing:
    """The same chart of other figures: each differs by less than can be seen."""
    return replace(drawing, rows=tuple(_moved(row, _ALIKE * run) for row in drawing.rows))


def _moved(row: Row, by: float) -> Row:
    return {name: value + by if isinstance(value, float) else value for name, value in row.items()}


def page(charts: str) -> None:
    """Return nothing; a page of four headings, with a chart below each or without."""
    import streamlit as st

    from bench.pages_with_charts import Charts, lined_up
    from wres.ui import panels

    wanted = Charts(charts)
    for place, drawing in enumerate(next(lined_up(wanted))):
        st.subheader(f"Part {place}")
        if wanted is not Charts.NONE:
            panels.drawn_again(drawing, "A chart", key=str(place))()


@lru_cache(maxsize=len(Charts))
def _opened(charts: Charts) -> AppTest:
    return AppTest.from_function(page, default_timeout=60, kwargs={"charts": charts.value}).run()


def run_page(charts: Charts) -> AppTest:
    """Return the page after one more run of it.

    Raises:
        RuntimeError: the page did not run to its end, as when no chart is left that is new.
    """
    ran = _opened(charts).run()
    if ran.exception:
        raise RuntimeError(f"The page with charts stopped: {ran.exception[0].value}")
    return ran
