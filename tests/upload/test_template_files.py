"""The template and its filled example, as a person downloads them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from wres.upload.examine import Verdict
from wres.upload.shapes.template import HEADINGS
from wres.upload.template_files import example_csv, template_csv

from .files import look


def test_the_template_is_a_header_and_nothing_else() -> None:
    """So that it can be filled in without deleting anything."""
    assert template_csv().splitlines() == [",".join(HEADINGS)]


def test_the_example_passes_every_check() -> None:
    """What we tell people to do is accepted without a warning."""
    found = look(example_csv())
    assert found.verdict is Verdict.ACCEPTED
    assert found.recognition is not None
    assert found.recognition.shape == "template"


def test_the_example_is_of_the_made_up_trust_with_nine_indicators_and_two_years() -> None:
    """Nobody can take it for a real trust's return."""
    rows = look(example_csv()).results
    assert {r.org_code for r in rows} == {"ZZP"}
    assert {r.indicator for r in rows} == set(range(1, 10))
    assert {r.wres_year for r in rows} == {2024, 2025}


def test_the_example_holds_the_figures_of_the_practice_trust_that_are_shipped() -> None:
    """Dropped on the page beside them it is nothing new, so no check that compares speaks up."""
    path = Path(__file__).resolve().parents[2] / "data" / "practice" / "results.csv"
    shipped = placed(path.read_text(encoding="utf-8"))
    counted = {place: counts for place, counts in placed(example_csv()).items() if counts[0]}
    assert len(counted) == 2 * 77
    assert {place: shipped[place] for place in counted} == counted


def placed(text: str) -> dict[tuple[str, ...], tuple[str, str]]:
    """Counts by year, indicator, staff group, band and ethnic group."""
    keys = ("wres_year", "indicator", "staff_group", "band", "ethnic_group")
    return {
        tuple(row[key] for key in keys): (row["numerator"], row["denominator"])
        for row in csv.DictReader(io.StringIO(text))
    }
