"""A number of a text beside a published one: right, wrong, or too close to the rounding to tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wres.claims import Figure, Relation, Room
from wres.measures import rounded

# “Over 20%” is right for 24%, and would be a strange thing to say of 60%.
MOST_ROOM = 5.0
_TINY = 1e-9


class Mark(Enum):
    """What came of checking a claim."""

    AGREES = "agrees"
    CANNOT_TELL = "cannot tell"
    DISAGREES = "disagrees"


class Why(Enum):
    """Why it cannot be told, or in what way the text is wrong."""

    BENCHMARK_NUMBER = "benchmark number"
    BREAK = "break"
    CHANCE = "chance"
    CHANCE_UNKNOWN = "chance unknown"
    DOUBTFUL = "doubtful"
    HIDDEN = "hidden"
    NO_BENCHMARK = "no benchmark"
    NO_FIGURE = "no figure"
    NOT_BETTER_OR_WORSE = "not better or worse"
    OTHER_BENCHMARK = "other benchmark"
    OTHER_MEASURE = "other measure"
    OTHER_WAY_UP = "other way up"
    OWN_NUMBERS = "own numbers"
    ROUNDING = "rounding"
    SAME = "same"
    SAYS_MORE = "says more"
    WHICH_INDICATOR = "which indicator"
    WHICH_YEAR = "which year"
    WRONG_NUMBER = "wrong number"
    WRONG_WAY = "wrong way"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check, with the reason when it is not a plain yes."""

    mark: Mark
    why: Why | None = None


AGREES = Outcome(Mark.AGREES)


def cannot(why: Why) -> Outcome:
    """Return that it cannot be told, and why."""
    return Outcome(Mark.CANNOT_TELL, why)


def wrong(why: Why) -> Outcome:
    """Return that the text is wrong, and in what way."""
    return Outcome(Mark.DISAGREES, why)


def number(
    claimed: Figure, printed: float, *, decimals: int, exact: float | None = None
) -> Outcome:
    """Return whether a number of a text is the published one, ``printed`` with ``decimals``.

    ``exact`` is the figure before rounding where it is published too: a last digit that differs
    by rounding alone is not called wrong. All three in the unit of the text.
    """
    if claimed.room in (Room.OVER, Room.UNDER):
        return _one_sided(claimed, printed)
    if claimed.decimals > decimals:
        near = rounded(claimed.value, decimals) == printed
        return cannot(Why.ROUNDING) if near else _not_equal(claimed)
    found = _at_its_precision(claimed, printed, decimals)
    is_near = exact is not None and abs(exact - claimed.value) <= _half(claimed) + _TINY
    if found.mark is Mark.DISAGREES and is_near:
        return cannot(Why.ROUNDING)
    return found


def _half(claimed: Figure) -> float:
    return float(0.5 * 10.0**-claimed.decimals)


def _at_its_precision(claimed: Figure, printed: float, decimals: int) -> Outcome:
    distance = abs(claimed.value - printed)
    if claimed.decimals < decimals and abs(distance - _half(claimed)) < _TINY:
        return cannot(Why.ROUNDING)
    near = _half(claimed) if claimed.decimals < decimals else _TINY
    return AGREES if distance < near else _not_equal(claimed)


def _not_equal(claimed: Figure) -> Outcome:
    return cannot(Why.ROUNDING) if claimed.room is Room.ABOUT else wrong(Why.WRONG_NUMBER)


def _one_sided(claimed: Figure, printed: float) -> Outcome:
    beyond = printed - claimed.value if claimed.room is Room.OVER else claimed.value - printed
    if abs(beyond) < _TINY:
        return cannot(Why.ROUNDING)
    if beyond < 0:
        return wrong(Why.WRONG_NUMBER)
    return AGREES if beyond <= MOST_ROOM else cannot(Why.ROUNDING)


def either(claimed: Figure, first: float, second: float, *, decimals: int) -> Outcome:
    """Return whether a number is right where two ways of working it out may differ in rounding."""
    outcomes = {number(claimed, value, decimals=decimals) for value in (first, second)}
    if len(outcomes) == 1:
        return outcomes.pop()
    return cannot(Why.ROUNDING)


def way(
    relation: Relation, first: float, second: float, *, higher_is_worse: bool | None
) -> Outcome:
    """Return whether ``first`` is beside ``second``, both as printed, what the text says it is.

    ``higher_is_worse`` is None where neither way is better by itself.
    """
    if relation is Relation.SAME:
        return AGREES if first == second else wrong(Why.WRONG_WAY)
    if first == second:
        return wrong(Why.SAME)
    if relation in (Relation.BETTER, Relation.WORSE):
        if higher_is_worse is None:
            return cannot(Why.NOT_BETTER_OR_WORSE)
        says_higher = (relation is Relation.WORSE) == higher_is_worse
    else:
        says_higher = relation is Relation.HIGHER
    return AGREES if says_higher == (first > second) else wrong(Why.WRONG_WAY)


def all_of(outcomes: list[Outcome]) -> Outcome:
    """Return what several checks of one claim come to: one that fails is enough.

    Of what cannot be told a hidden figure is named first, so that nothing else shows through.
    """
    unknown = [one for one in outcomes if one.mark is Mark.CANNOT_TELL]
    hidden = [one for one in unknown if one.why is Why.HIDDEN]
    refuted = [one for one in outcomes if one.mark is Mark.DISAGREES]
    for found in (hidden, refuted, unknown):
        if found:
            return found[0]
    return AGREES if outcomes else cannot(Why.OTHER_MEASURE)
