"""How sure: other ways of counting, years without change, and what to act on first."""

from __future__ import annotations

from wres.answers import ConcernsAnswer, Recount, Replay, Robustness, Way
from wres.concerns import Strength
from wres.words.figures import percent_text, rate_text
from wres.words.headlines import strength_words
from wres.words.labels import staff_of
from wres.words.presets import SPOKEN, Labels

SIMULATED = (
    "Simulated: the ticks are twenty made-up years, not figures of this trust. They show how far "
    "a figure can move by chance alone."
)
_WAYS = {
    Way.UNKNOWN_AS_BME: "Everyone of unknown ethnicity counted as {bme}",
    Way.UNKNOWN_AS_WHITE: "Everyone of unknown ethnicity counted as {white}",
    Way.OTHER_BASE: "With the other base: known ethnicity only, or the ratio as printed",
    Way.YEAR_BEFORE: "If the benchmark’s year label were one year out: the year before",
    Way.YEAR_AFTER: "If the benchmark’s year label were one year out: the year after",
}


def robustness_sentence(found: Robustness | None) -> str:
    """Return in one line how many ways of counting agree with the verdict shown."""
    if found is None:
        return ""
    count = len(found.tried)
    if not count:
        return "No other way of counting could be tried with the figures published."
    ways = "way" if count == 1 else "ways"
    if found.holding == count:
        return f"Holds under {count} of {count} other {ways} of counting."
    return f"Fragile: holds under {found.holding} of {count} other {ways} of counting."


def way_words(one: Recount, labels: Labels = SPOKEN) -> str:
    """Return what is counted another way."""
    if one.way is Way.COMPARATOR:
        return f"Compared with {one.beside}"
    return _WAYS[one.way].format(bme=labels.bme, white=labels.white)


def recount_words(one: Recount) -> str:
    """Return the verdict a way of counting gives, or that it could not be tried."""
    if one.strength is None:
        return "Cannot be tried: not published"
    return strength_words(one.strength)


def agreement_words(found: Robustness, one: Recount) -> str:
    """Return whether a way of counting agrees with the verdict shown."""
    if one.strength in (None, Strength.CANNOT_TELL):
        return "not counted"
    return "agrees" if found.agrees(one) else "differs"


def act_sentence(answer: ConcernsAnswer) -> str:
    """Return which indicators are still clear when all checks of the page are allowed for."""
    if not answer.checks:
        return ""
    if not answer.act_first:
        return "Allowing for all these checks together, no concern is clear enough to act on first."
    plural = "indicator" if len(answer.act_first) == 1 else "indicators"
    listed = ", ".join(str(number) for number in answer.act_first)
    still = "Still clear when all these checks are allowed for."
    return f"Act on this first: {plural} {listed}. {still}"


def replay_sentence(one: Replay, labels: Labels = SPOKEN) -> str:
    """Return how this year stands among made-up years in which nothing changed."""
    whom = staff_of(one.real.group, labels)
    count = len(one.simulated)
    return (
        f"For {whom} the level before was {percent_text(one.level)}, and this year is "
        f"{rate_text(one.real)}. Of {count} made-up years without change, {one.outside} lie as far "
        "from that level, or farther."
    )


def replays_alt(found: tuple[Replay, ...], labels: Labels = SPOKEN) -> str:
    """Return the text alternative of the strip of made-up years."""
    told = " ".join(
        f"{replay_sentence(one, labels)} The made-up years run from "
        f"{percent_text(min(one.simulated))} to {percent_text(max(one.simulated))}."
        for one in found
    )
    return f"Strip of simulated years. {SIMULATED} {told}"
