"""The steps of a live session, built from one organisation's own findings.

A story is six to eight steps in the order in which a room can follow them: where we stand, what
it is about, who, what is done, what worked elsewhere, your turn. Which ones are there depends on
what the figures can carry; nothing is put in to fill a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from wres.answers.evidence import Evidence, View
from wres.answers.peers import peers
from wres.answers.questions import ConcernsAnswer, Exploration, areas_of_concern, explore
from wres.answers.questions import where_we_stand as glances_of
from wres.comparisons import TrendComparison, TrendQualified
from wres.concerns import Assessment
from wres.indicators import Kind, indicator
from wres.terms import Trigger

MOST_STEPS = 8
# A line over the years needs two points to be one.
FEWEST_YEARS = 2


class StepKind(Enum):
    """What one step shows, in the order in which steps are told."""

    WHERE_WE_STAND = "where we stand"
    LARGEST_CONCERN = "largest concern"
    GAP = "the gap"
    SIMILAR_TRUSTS = "similar trusts"
    TREND = "over the years"
    BANDS = "which bands"
    WHERE_IT_WORKS = "where it works"
    WHAT_WE_DO = "what we are doing"
    WHAT_WORKED = "what worked elsewhere"
    YOUR_TURN = "your turn"


_BETTER = (TrendQualified.CLEAR_BETTERMENT, TrendQualified.CLEAR_IMPROVEMENT)
# What any indicator can end with.
ENDING = (StepKind.WHAT_WE_DO, StepKind.WHAT_WORKED, StepKind.YOUR_TURN)

# With more to say than eight steps, the ones further down are left out; they can be added.
_IMPORTANCE = (
    StepKind.WHERE_WE_STAND,
    StepKind.LARGEST_CONCERN,
    StepKind.YOUR_TURN,
    StepKind.WHAT_WORKED,
    StepKind.WHAT_WE_DO,
    StepKind.BANDS,
    StepKind.TREND,
    StepKind.SIMILAR_TRUSTS,
    StepKind.WHERE_IT_WORKS,
    StepKind.GAP,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """One step: what it shows, of which indicator (0 for all nine), and the speaker's note.

    ``asks`` says whether the room is asked there, if there is something to ask.
    """

    kind: StepKind
    indicator: int = 0
    note: str = ""
    asks: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The steps of a session, and the version of the figures they were built from.

    ``moderator`` reads ideas before the room sees them; without one, no ideas are asked for.
    """

    org_code: str
    wres_year: int
    version: int
    steps: tuple[StoryStep, ...]
    moderator: str = ""


def build_story(evidence: Evidence, view: View) -> Story:
    """Return the six to eight steps that an organisation's findings carry, in order."""
    steps = possible_steps(evidence, view)
    kept = sorted(steps, key=lambda step: _IMPORTANCE.index(step.kind))[:MOST_STEPS]
    return Story(
        org_code=view.org_code,
        wres_year=view.wres_year,
        version=evidence.version,
        steps=tuple(step for step in steps if step in kept),
    )


def possible_steps(evidence: Evidence, view: View) -> tuple[StoryStep, ...]:
    """Return every step the figures can carry, one a kind, in the order they are told."""
    found = evidence.answer(areas_of_concern, view)
    number = _about(evidence, view, found)
    if number is None:
        return (StoryStep(kind=StepKind.WHERE_WE_STAND),)
    works = _where_it_works(evidence, view)
    about = _steps_about(evidence, view, found, number)
    ending = [one for one in about if one.kind in ENDING]
    return (
        StoryStep(kind=StepKind.WHERE_WE_STAND),
        *(one for one in about if one.kind not in ENDING),
        *((StoryStep(kind=StepKind.WHERE_IT_WORKS, indicator=works),) if works else ()),
        *ending,
    )


def every_step(evidence: Evidence, view: View) -> tuple[StoryStep, ...]:
    """Return every step that can be shown of any indicator with figures, to be added to a story."""
    found = evidence.answer(areas_of_concern, view)
    numbers = evidence.indicators(view.org_code, view.wres_year)
    first = StoryStep(kind=StepKind.WHERE_WE_STAND)
    return (
        first,
        *(one for number in numbers for one in _steps_about(evidence, view, found, number)),
    )


def _steps_about(
    evidence: Evidence, view: View, found: ConcernsAnswer, number: int
) -> list[StoryStep]:
    kinds = [StepKind.LARGEST_CONCERN] if _is_card(found, number) else []
    kinds += [*_pictures(evidence, view, number), *ENDING]
    return [StoryStep(kind=kind, indicator=number) for kind in kinds]


def _is_card(found: ConcernsAnswer, number: int) -> bool:
    return any(card.measured.number == number for card in found.cards)


def _about(evidence: Evidence, view: View, found: ConcernsAnswer) -> int | None:
    """The indicator a session is about: the most urgent concern, else the widest shown gap."""
    computed = [card for card in found.cards if card.is_computed]
    most_urgent = next(iter(computed or found.cards), None)
    if most_urgent is not None:
        return most_urgent.measured.number
    shown = [
        one.assessment for one in evidence.answer(glances_of, view) if one.assessment is not None
    ]
    widest = max(shown, key=_adverse, default=None)
    return widest.indicator if widest else None


def _adverse(found: Assessment) -> float:
    return (found.gap.adverse or 0.0) if found.gap is not None else 0.0


def _pictures(evidence: Evidence, view: View, number: int) -> Iterator[StepKind]:
    """The kinds of picture there is something to draw for, of a survey indicator or a ratio."""
    about = of_indicator(view, number)
    seen = evidence.answer(explore, about)
    survey = indicator(number).kind is Kind.SURVEY
    if survey and seen.now.value is not None:
        yield StepKind.GAP
    if survey and (among := evidence.answer(peers, about)).own is not None and among.peers:
        yield StepKind.SIMILAR_TRUSTS
    if _years_shown(seen) >= FEWEST_YEARS:
        yield StepKind.TREND
    if survey and any(one.value is not None for one in seen.by_band):
        yield StepKind.BANDS


def _years_shown(seen: Exploration) -> int:
    shown = [one for one in seen.gaps if one.bme.is_shown]
    return len(shown) or sum(one.shown_ratio is not None for one in seen.likelihoods)


def _where_it_works(evidence: Evidence, view: View) -> int:
    """An indicator that is clearly getting better for BME staff, or 0."""
    for one in evidence.answer(glances_of, view):
        found = one.assessment
        trend = found.finding(Trigger.TREND_IN_DECLINE) if found else None
        detail = trend.detail if trend else None
        if isinstance(detail, TrendComparison) and detail.qualified in _BETTER:
            return one.measured.number
    return 0


def of_step(view: View, step: StoryStep) -> View:
    """Return the same view about the indicator of a step; the usual one when it is of all nine."""
    return of_indicator(view, step.indicator or View().indicator)


def of_indicator(view: View, number: int) -> View:
    """Return the same organisation, year and comparator about one indicator and all staff."""
    return View(
        org_code=view.org_code,
        wres_year=view.wres_year,
        comparator=view.comparator,
        indicator=number,
    )


def moved(story: Story, place: int, *, by: int) -> Story:
    """Return the story with one step (its index) so many places later; as it is at an end."""
    to = place + by
    if not 0 <= to < len(story.steps):
        return story
    steps = list(story.steps)
    steps.insert(to, steps.pop(place))
    return replace(story, steps=tuple(steps))


def without(story: Story, place: int) -> Story:
    """Return the story without one step; the last one stays."""
    if len(story.steps) == 1:
        return story
    return replace(story, steps=story.steps[:place] + story.steps[place + 1 :])


def with_step(story: Story, step: StoryStep) -> Story:
    """Return the story with one more step: before the room's turn, which ends it, if it has one."""
    steps = list(story.steps)
    ends = [n for n, one in enumerate(steps) if one.kind is StepKind.YOUR_TURN]
    steps.insert(ends[-1] if ends else len(steps), step)
    return replace(story, steps=tuple(steps))


def without_notes(story: Story) -> Story:
    """Return the story as somebody sees it for whom the speaker's notes are not meant."""
    return replace(story, steps=tuple(replace(one, note="") for one in story.steps))


def changed(
    story: Story, place: int, *, note: str | None = None, asks: bool | None = None
) -> Story:
    """Return the story with another note at one step, or with the room asked there or not."""
    steps = list(story.steps)
    was = steps[place]
    steps[place] = replace(
        was, note=was.note if note is None else note, asks=was.asks if asks is None else asks
    )
    return replace(story, steps=tuple(steps))
