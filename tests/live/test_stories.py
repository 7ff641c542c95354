"""A story is put in order, kept by its lead alone, and nobody's change is written over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.live.sessions import AMA, BEN, NOON, VERA
from wres.answers.stories import before, keep_story, kept_story
from wres.answers.story import (
    StepKind,
    Story,
    StoryStep,
    changed,
    moved,
    with_step,
    without,
    without_notes,
)
from wres.errors import NotAllowed, SessionProblem, StoreMoved
from wres.store import Store

FIRST, SECOND, LAST = (
    StoryStep(kind=StepKind.WHERE_WE_STAND),
    StoryStep(kind=StepKind.TREND, indicator=8, note="Slowly."),
    StoryStep(kind=StepKind.YOUR_TURN, indicator=8),
)
STORY = Story(org_code="R0A", wres_year=2025, version=3, steps=(FIRST, SECOND, LAST))
MORE = StoryStep(kind=StepKind.BANDS, indicator=6)


def test_steps_move_and_stop_at_the_ends() -> None:
    """The first cannot go up, the last not down."""
    assert moved(STORY, 1, by=-1).steps == (SECOND, FIRST, LAST)
    assert moved(STORY, 0, by=1).steps == (SECOND, FIRST, LAST)
    assert moved(STORY, 0, by=-1) == STORY
    assert moved(STORY, 2, by=1) == STORY


def test_a_step_is_left_out_or_added_before_the_rooms_turn() -> None:
    """The last step that is left cannot be left out."""
    assert without(STORY, 1).steps == (FIRST, LAST)
    assert without(replace(STORY, steps=(FIRST,)), 0).steps == (FIRST,)
    assert with_step(STORY, MORE).steps == (FIRST, SECOND, MORE, LAST)
    assert with_step(replace(STORY, steps=(FIRST,)), MORE).steps == (FIRST, MORE)


def test_a_note_and_a_question_are_changed_each_alone() -> None:
    """Changing one leaves the other; a reader without the right sees no note."""
    noted = changed(STORY, 0, note="Breathe.")
    assert (noted.steps[0].note, noted.steps[0].asks) == ("Breathe.", True)
    silent = changed(noted, 0, asks=False)
    assert (silent.steps[0].note, silent.steps[0].asks) == ("Breathe.", False)
    assert [one.note for one in without_notes(noted).steps] == ["", "", ""]


def test_a_story_is_kept_by_year_and_comes_back(store: Store) -> None:
    """The kept one is read back word for word, and only for its own year."""
    keep_story(store, AMA, STORY, seen=None, now=NOON)
    found = kept_story(store, "R0A", 2025)
    assert found is not None and found.story == STORY and found.made_by == "ama"
    assert kept_story(store, "R0A", 2024) is None
    assert kept_story(store, "RRP", 2025) is None


def test_a_change_is_taken_back_and_brought_again(store: Store) -> None:
    """Undo leads to the state before the last change; undone twice, to the newer one."""
    first = keep_story(store, AMA, STORY, seen=None, now=NOON)
    assert before(store, first) is None
    second = keep_story(store, AMA, without(STORY, 1), seen=first, now=NOON)
    assert before(store, second) == STORY
    third = keep_story(store, AMA, STORY, seen=second, now=NOON)
    assert before(store, third) == without(STORY, 1)


def test_two_people_at_one_story_lose_nothing(store: Store) -> None:
    """The second, who saw the first state, is told; the first change stands."""
    seen = keep_story(store, AMA, STORY, seen=None, now=NOON)
    keep_story(store, AMA, moved(STORY, 1, by=-1), seen=seen, now=NOON)
    with pytest.raises(StoreMoved):
        keep_story(store, AMA, without(STORY, 1), seen=seen, now=NOON)
    found = kept_story(store, "R0A", 2025)
    assert found is not None and found.story == moved(STORY, 1, by=-1)


@pytest.mark.parametrize("who", [BEN, VERA])
def test_only_the_lead_keeps_a_story(store: Store, who: object) -> None:
    """The lead of another trust and a reader are refused, and nothing is written."""
    with pytest.raises(NotAllowed):
        keep_story(store, who, STORY, seen=None, now=NOON)  # type: ignore[arg-type]
    assert store.records_written() == 0


def test_a_story_without_steps_or_with_too_many_is_refused(store: Store) -> None:
    """One to twenty steps, and no note of more than 2,000 characters."""
    for steps in ((), (FIRST,) * 21, (replace(FIRST, note="x" * 2_001),)):
        with pytest.raises(SessionProblem):
            keep_story(store, AMA, replace(STORY, steps=steps), seen=None, now=NOON)
