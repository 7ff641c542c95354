"""Stories in the store: what was put in order for a session, and every way it was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from wres.access import Visitor, require_write
from wres.answers.story import StepKind, Story, StoryStep
from wres.errors import SessionProblem, StoreProblem
from wres.plans import written
from wres.store import Plain, Record, RecordKind, Store

MOST_STEPS_KEPT = 20
LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStory:
    """A story as it is kept: which revision it is of which record, by whom, and when."""

    story: Story
    record_id: str
    revision: int
    made_by: str
    made_at: datetime


def kept_story(store: Store, org_code: str, wres_year: int) -> KeptStory | None:
    """Return the story kept for an organisation and year, None when there is none.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    kept = (_kept(one) for one in store.records(RecordKind.STORY, org_code))
    mine = [one for one in kept if one.story.wres_year == wres_year]
    return mine[-1] if mine else None


def keep_story(
    store: Store, who: Visitor, story: Story, *, seen: KeptStory | None, now: datetime
) -> KeptStory:
    """Return the story as it was kept, in the place of the one that was ``seen``.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
        SessionProblem: If it has no step, too many, or a note that is too long.
        StoreMoved: If somebody else changed it since.
    """
    require_write(who, (story.org_code,))
    _refuse(story)
    record = store.write_record(
        RecordKind.STORY,
        seen.record_id if seen else uuid4().hex,
        revision=seen.revision + 1 if seen else 1,
        org_code=story.org_code,
        body=_body(story),
        made_by=who.name,
        made_at=now,
    )
    return _kept(record)


def before(store: Store, kept: KeptStory) -> Story | None:
    """Return the story as it was before its last change, None when it was never changed.

    Taking a change back is a change, so pressing twice brings it back again.
    """
    history = store.record_history(kept.record_id)
    return _kept(history[-2]).story if len(history) > 1 else None


def _refuse(story: Story) -> None:
    if not 1 <= len(story.steps) <= MOST_STEPS_KEPT:
        raise SessionProblem(f"A story has 1 to {MOST_STEPS_KEPT} steps.")
    if any(len(one.note) > LONGEST_NOTE for one in story.steps):
        raise SessionProblem(f"A note has at most {LONGEST_NOTE:,} characters; shorten it.")


def _body(story: Story) -> dict[str, Plain]:
    return {
        "wres_year": story.wres_year,
        "version": story.version,
        "moderator": written(story.moderator, "the moderator"),
        "steps": [
            {
                "kind": one.kind.value,
                "indicator": one.indicator,
                "note": one.note,
                "asks": one.asks,
            }
            for one in story.steps
        ],
    }


def _kept(record: Record) -> KeptStory:
    try:
        story = _story(record.org_code, record.body)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreProblem("A story in the store is damaged.") from error
    return KeptStory(
        story=story,
        record_id=record.record_id,
        revision=record.revision,
        made_by=record.made_by,
        made_at=record.made_at,
    )


def _story(org_code: str, body: Mapping[str, Plain]) -> Story:
    steps = body["steps"]
    if not isinstance(steps, list):
        raise TypeError("steps")
    return Story(
        org_code=org_code,
        wres_year=int(str(body["wres_year"])),
        version=int(str(body["version"])),
        moderator=str(body["moderator"]),
        steps=tuple(_step(one) for one in steps if isinstance(one, dict)),
    )


def _step(told: Mapping[str, Plain]) -> StoryStep:
    return StoryStep(
        kind=StepKind(told["kind"]),
        indicator=int(str(told["indicator"])),
        note=str(told["note"]),
        asks=bool(told["asks"]),
    )
