"""Whether a survey of this size could see a change, said before anybody sets a target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wres import statistics
from wres.measures import Likelihood, Representation
from wres.predictions.prediction import Direction, Prediction
from wres.predictions.reading import Reading

# One appointment more or less is nobody's doing: a head count needs two to count as a change.
LEAST_PEOPLE_MOVED = 2


class Seen(Enum):
    """Whether a change of the predicted size would be likely to show."""

    LIKELY = "likely"
    UNLIKELY = "unlikely"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The change needed to be seen, as a difference of proportions or ratios, if it is known.

    ``one_person`` is what one post is worth (a proportion), for counts of posts.
    """

    seen: Seen
    needed: float | None = None
    one_person: float | None = None


def sight_of(one: Prediction, base: Reading) -> Sight:
    """Return whether the change would be seen four times in five, the bases staying as they are.

    Source:
        docs/method.md 1.16: 2.80 times the standard error of the change, at 80% power and 95%
        confidence; on logarithms for a ratio. Posts are counted: two of them.
    """
    needed = _needed(one, base)
    if needed is None:
        return Sight(seen=Seen.UNKNOWN)
    seen = Seen.LIKELY if one.size >= needed else Seen.UNLIKELY
    figure = base.figure
    person = 1 / figure.posts if isinstance(figure, Representation) else None
    return Sight(seen=seen, needed=needed, one_person=person)


def _needed(one: Prediction, base: Reading) -> float | None:
    figure = base.figure
    if isinstance(figure, Representation):
        return LEAST_PEOPLE_MOVED / figure.posts
    if isinstance(figure, Likelihood):
        return _ratio_needed(figure, one.direction)
    if not base.cells:
        return None
    return statistics.smallest_detectable_change(*base.cells, *base.cells)


def _ratio_needed(figure: Likelihood, direction: Direction) -> float | None:
    if figure.ratio is None or figure.se_log is None:
        return None
    factor = statistics.smallest_detectable_factor(figure.se_log, figure.se_log)
    up = direction is Direction.UP
    return figure.ratio * (factor - 1) if up else figure.ratio * (1 - 1 / factor)
