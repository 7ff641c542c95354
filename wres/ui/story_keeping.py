"""The story of an organisation and year: as it is kept, or as its findings make it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from wres.answers import Evidence, View
from wres.answers.stories import KeptStory, before, keep_story, kept_story
from wres.answers.story import Story
from wres.errors import StoreProblem
from wres.live import LiveSession
from wres.ui import loading, plan_writing, slides, visitor


def kept_for(view: View) -> KeptStory | None:
    """Return the story kept for a view; none without a store that can be read."""
    try:
        return kept_story(loading.store(), view.org_code, view.wres_year)
    except StoreProblem:
        # What is wrong with the store is said at the top of the page.
        return None


def story_for(evidence: Evidence, view: View, kept: KeptStory | None) -> Story:
    """Return the kept story, or the one the findings make."""
    return kept.story if kept else slides.built_for(evidence, view)


def change(kept: KeptStory | None, changed: Callable[[], Story], said: str) -> None:
    """Return nothing; keep what a press made of a story, and say so at the top of the next run.

    What was changed meanwhile is not written over: the page says so and shows it.
    """

    def done() -> str:
        story = changed()
        who = visitor.writer((story.org_code,))
        keep_story(loading.store(), who, story, seen=kept, now=datetime.now(UTC))
        return said

    plan_writing.tell(done)


def earlier(kept: KeptStory | None) -> Story | None:
    """Return the story before its last change, None when there is none."""
    return before(loading.store(), kept) if kept else None


def note_of(session: LiveSession) -> str:
    """Return the speaker's note of the step a session is at, empty when there is none."""
    told = session.steps[session.step]
    kept = kept_for(View(org_code=session.org_code, wres_year=told.wres_year))
    steps = kept.story.steps if kept else ()
    same = (one for one in steps if (one.kind.value, one.indicator) == (told.kind, told.indicator))
    return next((one.note for one in same), "")
