"""The template and its filled example, as a person downloads them."""

from __future__ import annotations

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
