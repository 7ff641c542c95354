"""The bench: its small parts do what they say. Nothing here is timed."""

from __future__ import annotations

import json
from pathlib import Path

from bench.__main__ import middle
from bench.report import page

BENCH = Path(__file__).resolve().parents[1] / "bench"


def test_a_median_comes_with_its_range() -> None:
    """Of 3, 1 and 2 the middle is 2, between 1 and 3."""
    assert middle([3.0, 1.0, 2.0]) == {"median": 2.0, "lowest": 1.0, "highest": 3.0}


def test_the_page_of_figures_is_of_the_last_run() -> None:
    """The figures on the page are those of the file beside it."""
    found = json.loads((BENCH / "results.json").read_text(encoding="utf-8"))
    assert (BENCH / "README.md").read_text(encoding="utf-8") == page(found)
    assert found["ours"]["usable_after_s"]["median"] > 0
