"""What the room is asked at each step of a story, and the steps as the room's phones get them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wres.answers import Evidence, View, explore
from wres.answers.story import StepKind, Story, StoryStep, of_step
from wres.indicators import SURVEY_INDICATORS
from wres.live import Option, Question, QuestionKind, Step
from wres.live.questions import OPTIONS
from wres.measures import percent
from wres.reports.slides import Slide, card_of, options_of
from wres.terms import Status
from wres.words import story as told

# The kinds of step at which there can be something to ask.
ASKING = (StepKind.LARGEST_CONCERN, StepKind.BANDS, StepKind.YOUR_TURN)


def live_steps(slides: Iterable[Slide]) -> tuple[Step, ...]:
    """Return the steps of a live session: what is on the screen, as plain words."""
    return tuple(
        Step(
            kind=one.step.kind.value,
            indicator=one.step.indicator,
            wres_year=one.wres_year,
            title=one.title,
            sentence=one.sentence,
            basis=one.answered,
            source=one.source,
        )
        for one in slides
    )


def questions_of(evidence: Evidence, story: Story) -> tuple[Question, ...]:
    """Return the questions of a story, in the order of its steps.

    A guess at the figure of a survey concern, before the first step that tells it; whether it
    fits what people see, at the bands; and a ranking of the linked actions where it is the room's
    turn. There is none where the figure is hidden, or there are fewer than two actions to rank.
    """
    view = View(org_code=story.org_code, wres_year=story.wres_year)
    found: list[Question] = []
    for place, step in enumerate(story.steps):
        if step.asks:
            found += _at(evidence, of_step(view, step), story, place)
        if step.kind is StepKind.YOUR_TURN and story.moderator:
            found.append(_question(place, QuestionKind.IDEAS, told.IDEAS_PROMPT))
    return tuple(sorted(found, key=lambda one: one.step))


def _at(evidence: Evidence, view: View, story: Story, place: int) -> Iterator[Question]:
    step = story.steps[place]
    if step.kind is StepKind.LARGEST_CONCERN and view.indicator in SURVEY_INDICATORS:
        yield from _guess(evidence, view, _first_telling(story.steps, view.indicator))
    if step.kind is StepKind.BANDS:
        fits = tuple(Option(text=one) for one in told.FITS)
        yield _question(place, QuestionKind.CLOSED, told.FITS_PROMPT, fits)
    if step.kind is StepKind.YOUR_TURN:
        options = options_of(card_of(evidence, view))
        if len(options) >= OPTIONS[QuestionKind.RANKING][0]:
            yield _question(place, QuestionKind.RANKING, told.RANKING_PROMPT, options)


def _first_telling(steps: tuple[StoryStep, ...], number: int) -> int:
    """The first step on which the figure of an indicator stands: the overview has them all."""
    return next(
        place
        for place, one in enumerate(steps)
        if one.indicator == number or one.kind is StepKind.WHERE_WE_STAND
    )


def _guess(evidence: Evidence, view: View, place: int) -> Iterator[Question]:
    rate = explore(evidence, view).now.bme
    # A doubtful figure, or one given as a bound, is nothing to be measured against.
    if rate.value is None or rate.status is not Status.SHOWN:
        return
    yield Question(
        question_id=f"guess{place}",
        kind=QuestionKind.GUESS,
        prompt=told.guess_prompt(view.indicator),
        step=place,
        truth=round(percent(rate.value)),
        answer=told.guess_answer(rate),
    )


def _question(
    place: int, kind: QuestionKind, prompt: str, options: tuple[Option, ...] = ()
) -> Question:
    return Question(
        question_id=f"{kind.value}{place}", kind=kind, prompt=prompt, step=place, options=options
    )
