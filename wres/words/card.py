"""The words of a card to share: its headings, what it does not say, and how old its link is."""

from __future__ import annotations

from wres.answers import Exploration
from wres.words.changes import HOW_OLD
from wres.words.explaining import WHAT_A_RANGE_IS, range_note

PROGRAM = "WRES Explorer"
IS_IT = "Is it a concern?"
FIGURES = "The figures"
HOW_SURE = "How sure"
NOT_SAID = "What this does not say"
BEING_DONE = "What is being done"
GO_ON = "Go on"
CAUSES = (
    "These figures show how groups differ. They do not say why, and they tell nothing about any "
    "one person."
)
NOT_EVERYBODY = "Not everybody answers a survey. What others met with is not in these figures."
# A card has no chart in it, so no bars.
RANGE = (
    "A likely range shows how much a figure could move by chance alone if nothing changed "
    "underneath."
)
NO_PLAN = "No action plan of this organisation is kept here."
SHARE = "Card to share"
PICTURE = "This card as a picture"
REFUSED = "This card cannot be shown"
OPEN = "Open the program"
NOTHING_HERE = "There is no card at this address; one is at /card, the organisation and indicator."
NO_BAND = "There are no figures of indicator {number} for the band {band}; there are for: {bands}."
NO_BENCHMARK = "This organisation cannot be compared with {asked}; it can with: {offered}."
NO_VERSION = "The figures are at version {version}; there is no version {asked}."


def older_link(since: int, version: int, sentence: str) -> str:
    """Return that a link was made at an earlier version, and what has changed since."""
    return f"{HOW_OLD.format(since=since, version=version)} {sentence}"


def range_words(exploration: Exploration) -> str:
    """Return what a likely range means, or why there is none, where no chart is beside it."""
    return range_note(exploration).replace(WHAT_A_RANGE_IS, RANGE)


def activities_about(count: int) -> str:
    """Return how many activities of the plan are about an indicator that is no concern."""
    if not count:
        return "The plan has no activity about this indicator."
    noun = "activity" if count == 1 else "activities"
    return f"The plan has {count} {noun} about this indicator."
