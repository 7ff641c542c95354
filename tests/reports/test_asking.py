"""What the room is asked follows from the figures and the plan, and tells nothing beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wres.answers import View
from wres.answers.evidence import Evidence
from wres.answers.story import StepKind, Story, StoryStep, build_story, moved, without
from wres.live import QuestionKind, checked
from wres.reports.asking import live_steps, questions_of
from wres.reports.slides import slide_of

PRACTICE = View(org_code="ZZP", wres_year=2025)


@pytest.fixture(scope="module")
def story(evidence: Evidence) -> Story:
    """The story of the Practice Trust as its findings make it."""
    return build_story(evidence, PRACTICE)


def test_the_practice_trust_is_asked_to_guess_to_judge_and_to_rank(
    evidence: Evidence, story: Story
) -> None:
    """A guess first of all, whether it fits at the bands, a ranking at the end."""
    found = questions_of(evidence, story)
    assert [(one.kind, story.steps[one.step].kind) for one in found] == [
        (QuestionKind.GUESS, StepKind.WHERE_WE_STAND),
        (QuestionKind.CLOSED, StepKind.BANDS),
        (QuestionKind.RANKING, StepKind.YOUR_TURN),
    ]
    assert [checked(one).prompt for one in found] == [one.prompt for one in found]


def test_a_guess_comes_before_the_first_step_that_tells_its_figure(
    evidence: Evidence, story: Story
) -> None:
    """With the overview left out it is the concern; with the trend moved up, the trend."""
    place = {one.kind: n for n, one in enumerate(story.steps)}
    shorter = without(story, place[StepKind.WHERE_WE_STAND])
    assert shorter.steps[questions_of(evidence, shorter)[0].step].kind is StepKind.LARGEST_CONCERN
    trend_first = moved(shorter, place[StepKind.TREND] - 1, by=1 - place[StepKind.TREND])
    guess = questions_of(evidence, trend_first)[0]
    assert trend_first.steps[guess.step].kind is StepKind.TREND


def test_a_guess_is_of_the_published_figure(evidence: Evidence, story: Story) -> None:
    """37.9% of the BME staff of the Practice Trust, indicator 5, so 38 of 100."""
    guess = questions_of(evidence, story)[0]
    assert guess.truth == 38
    assert guess.answer.startswith("It was 37.9%, likely 34.")
    assert "37" not in guess.prompt and "38" not in guess.prompt


def test_the_plans_own_activities_are_ranked_first(evidence: Evidence, story: Story) -> None:
    """Those of the plan carry their id, so that a decision lands on them; ideas carry none."""
    ranking = questions_of(evidence, story)[-1]
    known = [bool(one.activity_id) for one in ranking.options]
    assert known == sorted(known, reverse=True) and known[:3] == [True] * 3
    assert len(ranking.options) == 8


def test_a_step_that_does_not_ask_is_not_asked(evidence: Evidence, story: Story) -> None:
    """With every step silent there is no question, and ideas only with somebody to read them."""
    silent = replace(story, steps=tuple(replace(one, asks=False) for one in story.steps))
    assert questions_of(evidence, silent) == ()
    read = questions_of(evidence, replace(silent, moderator="Ama"))
    assert [one.kind for one in read] == [QuestionKind.IDEAS]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 9])
def test_what_is_no_percentage_of_staff_is_not_guessed(evidence: Evidence, number: int) -> None:
    """A ratio or a share of posts is no figure of a hundred colleagues."""
    step = StoryStep(kind=StepKind.LARGEST_CONCERN, indicator=number)
    story = Story(org_code="ZZP", wres_year=2025, version=0, steps=(step,))
    assert questions_of(evidence, story) == ()


def test_a_hidden_figure_is_not_guessed(evidence: Evidence) -> None:
    """Where the figure is not shown for a year there is nothing to measure a guess against."""
    step = StoryStep(kind=StepKind.LARGEST_CONCERN, indicator=5)
    story = Story(org_code="ZZP", wres_year=2010, version=0, steps=(step,))
    assert questions_of(evidence, story) == ()


def test_phones_get_the_same_words_as_the_screen(evidence: Evidence, story: Story) -> None:
    """Sentence, number of people and source of every step, and which indicator and year it is."""
    slides = [slide_of(evidence, PRACTICE, step) for step in story.steps]
    for slide, step in zip(slides, live_steps(slides), strict=True):
        assert (step.sentence, step.basis, step.source) == (
            slide.sentence,
            slide.answered,
            slide.source,
        )
        assert (step.indicator, step.wres_year) == (slide.step.indicator, 2025)
