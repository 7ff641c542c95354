"""Predictions: what an activity was to move, locked before the result, and what came of it.

A *prediction* names an indicator, a figure of it, a direction, a size and the year of the result.
Before it is locked, *sight* says whether a survey of this size could see such a change. When the
year arrives, the *verdict* sets the change beside the benchmark's own movement.
"""

from wres.predictions.prediction import (
    Aim,
    Direction,
    Prediction,
    aims_for,
    better_direction,
    from_body,
    refuse_wrong,
    to_body,
)
from wres.predictions.reading import Reading
from wres.predictions.sight import Seen, Sight, sight_of
from wres.predictions.verdict import (
    Moved,
    Outcome,
    Reach,
    Reason,
    Verdict,
    expected_by_chance,
    judge,
    still_clear,
)

__all__ = [
    "Aim",
    "Direction",
    "Moved",
    "Outcome",
    "Prediction",
    "Reach",
    "Reading",
    "Reason",
    "Seen",
    "Sight",
    "Verdict",
    "aims_for",
    "better_direction",
    "expected_by_chance",
    "from_body",
    "judge",
    "refuse_wrong",
    "sight_of",
    "still_clear",
    "to_body",
]
