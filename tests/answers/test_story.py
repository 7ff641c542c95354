"""A story is built from an organisation's own findings, and says no more than they carry."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wres.answers import View, gather
from wres.answers.evidence import Evidence
from wres.answers.story import MOST_STEPS, StepKind, build_story, possible_steps
from wres.charts.theme import LEAST_PRESENTATION_TEXT_PX
from wres.library.shipped import load_shipped
from wres.reports.slides import Slide, slide_of
from wres.results import Results
from wres.words.story import built_from

DATA = Path(__file__).resolve().parents[2] / "data"
PRACTICE, BEH = "ZZP", "RRP"


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def _latest(evidence: Evidence, code: str) -> View:
    return View(org_code=code, wres_year=max(evidence.years(code), default=2025))


def test_the_practice_trust_has_eight_steps_in_the_order_of_a_talk(evidence: Evidence) -> None:
    """From where we stand to your turn; all but the first are about the most urgent concern."""
    story = build_story(evidence, _latest(evidence, PRACTICE))
    assert len(story.steps) == MOST_STEPS == 8
    assert [step.kind for step in story.steps] == [
        kind for kind in StepKind if kind in {step.kind for step in story.steps}
    ]
    assert story.steps[0].kind is StepKind.WHERE_WE_STAND and story.steps[0].indicator == 0
    assert story.steps[1].kind is StepKind.LARGEST_CONCERN
    assert story.steps[-1].kind is StepKind.YOUR_TURN
    about = {s.indicator for s in story.steps[1:] if s.kind is not StepKind.WHERE_IT_WORKS}
    assert len(about) == 1


def test_every_trust_with_figures_has_six_to_eight_steps(evidence: Evidence) -> None:
    """Shipped organisations with figures; those of one year have no step over the years."""
    every = tuple(evidence.organisations)
    for organisation in every if os.environ.get("WRES_ALL_VIEWS") else every[::7]:
        years = evidence.years(organisation.code)
        if not years:
            continue
        view = _latest(evidence, organisation.code)
        own = evidence.rows.of(organisation.code)
        kinds = {step.kind for step in possible_steps(evidence, view)}
        count = len(build_story(evidence, view).steps)
        assert (6 if own else 5) <= count <= 8, organisation.code
        assert len(years) > 1 or StepKind.TREND not in kinds, organisation.code


def test_a_trust_with_a_plan_and_no_figures_gets_no_chart(evidence: Evidence) -> None:
    """Barnet, Enfield and Haringey: its plan names concerns, and nothing is made up for a chart."""
    view = View(org_code=BEH, wres_year=2022)
    slides = [slide_of(evidence, view, step) for step in build_story(evidence, view).steps]
    assert [one for one in slides if one.drawing is not None] == []
    assert any(one.step.kind is StepKind.WHAT_WE_DO and one.lines for one in slides)


@pytest.mark.parametrize("code", [PRACTICE, "R0A", "RBK"])
def test_every_step_has_a_sentence_and_a_chart_has_its_twin(evidence: Evidence, code: str) -> None:
    """A chart for a room has words for who cannot see it, a table, a source, and large text."""
    view = _latest(evidence, code)
    for step in possible_steps(evidence, view):
        shown = slide_of(evidence, view, step)
        assert shown.title and shown.sentence.strip().endswith((".", "?")), shown
        assert "None" not in shown.sentence and "nan" not in shown.sentence
        assert shown.made_up == (code == PRACTICE)
        if shown.drawing is not None:
            assert shown.alt and shown.table and shown.table.rows and shown.source
            assert _smallest_text(shown) >= LEAST_PRESENTATION_TEXT_PX


def _smallest_text(shown: Slide) -> float:
    assert shown.drawing is not None
    return min(_sizes(shown.drawing.spec))


def _sizes(part: object) -> list[float]:
    if isinstance(part, dict):
        own = [v for k, v in part.items() if k.endswith("ontSize") and isinstance(v, int | float)]
        return own + [size for value in part.values() for size in _sizes(value)]
    if isinstance(part, list | tuple):
        return [size for value in part for size in _sizes(value)]
    return []


def test_a_story_says_when_newer_figures_came(evidence: Evidence) -> None:
    """Built from version 0 and shown at version 1: said; at its own version: nothing."""
    story = build_story(evidence, _latest(evidence, PRACTICE))
    assert built_from(story, newest=0) == ""
    assert built_from(story, newest=1).startswith("There are newer figures")
