"""What has changed from one version of the figures to another, in words."""

from __future__ import annotations

from wres.answers import VerdictChange
from wres.words.labels import code_label, indicator_label
from wres.words.summaries import verdict_words

NOT_GIVEN = "Not given"
NO_CHANGE = "none of the published figures has changed."
HOW_OLD = "This link was made at version {since} of the figures. They are now at version {version}."
EXPLAINED = (
    "Nothing is ever overwritten: each upload, undo or restore makes a new version. Figures that "
    "are hidden are hidden in every version."
)

FEED = "For a reader of feeds, the newest changes are at this address:"


def version_label(since: int, made_on: str = "") -> str:
    """Return the name of a version, with its day; version 0 is what came with the program."""
    if not since:
        return "Before the first upload here"
    return f"Version {since}, {made_on}" if made_on else f"Version {since}"


def changes_sentence(*, added: int, changed: int, gone: int, since: int) -> str:
    """Return how many published figures are new, changed and gone since a version."""
    told = {"changed": changed, "new": added, "no longer given": gone}
    parts = [f"{words} {count}" for words, count in told.items() if count]
    start = f"Since version {since}" if since else "Since before the first upload here"
    return f"{start}, figures: {', '.join(parts)}." if parts else f"{start}: {NO_CHANGE}"


def verdict_changed(change: VerdictChange) -> str:
    """Return one verdict that has changed, and whether a concern began or ended."""
    whose, what = code_label(change.org_code), indicator_label(change.indicator)
    if change.begins:
        turn = "is now an area of concern"
    elif change.ends:
        turn = "is no longer an area of concern"
    else:
        turn = "the verdict has changed"
    before, after = verdict_words(change.before), verdict_words(change.after)
    return f"{whose}, WRES {change.wres_year}, {what}: {turn}. It was: {before}. It is: {after}."
