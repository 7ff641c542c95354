"""A session: whose figures, of which version, which steps, and where the room is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# A session somebody forgot to end is over the next day: its votes must not stay.
SESSION_HOURS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One message of the story, as plain words without markup.

    ``basis`` says of how many people the figure is, or why there is none; ``source`` where it is
    from. All of it is on the screen of the room, so it is what everybody may see. ``indicator``
    is 0 for all nine.
    """

    kind: str
    title: str
    sentence: str
    basis: str = ""
    source: str = ""
    indicator: int = 0
    wres_year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSession:
    """One session in a room.

    ``version`` is that of the figures it was built from, ``step`` the index of the step on the
    screen, ``shown`` the indices of those that were, in order. ``question_id`` names the question
    the room is at, empty for none. ``moment`` grows with everything the presenter does.
    """

    session_id: str
    code: str
    org_code: str
    organisation: str
    version: int
    made_up: bool
    started_by: str
    started_at: datetime
    steps: tuple[Step, ...]
    moderator: str = ""
    step: int = 0
    shown: tuple[int, ...] = (0,)
    question_id: str = ""
    moment: int = 1
    ended: bool = False

    @property
    def current_step(self) -> Step | None:
        """The step on the screen, None in a session without steps."""
        return self.steps[self.step] if self.step < len(self.steps) else None


def is_stale(started_at: datetime, *, now: datetime) -> bool:
    """Return whether a session began so long ago that nobody is in the room any more."""
    return now - started_at > timedelta(hours=SESSION_HOURS)
