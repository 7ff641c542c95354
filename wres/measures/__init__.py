"""From people counted to the measures of the standard.

A *rate* is one group's percentage. A *gap* is BME minus White in percentage points. A *relative
likelihood* says how many times as likely one group is. *Representation* sets a group's share of
some posts beside its share of the workforce, in people.

Each measure carries its interval, or says why it has none. One that cannot be given keeps the
reason as a ``Status``; it is never zero.
"""

from wres.measures.disparities import Disparities, Step, Tier, TierPeople, disparities_of
from wres.measures.goal import Goal, GoalLine, GoalStep, goal_line
from wres.measures.ladder import MUCH_UNKNOWN, Rung, rung_of, rungs_of
from wres.measures.likelihoods import (
    FOUR_FIFTHS,
    Likelihood,
    likelihood_of,
    printed_likelihood,
    protected,
)
from wres.measures.rates import FewerPeople, Gap, Rate, gap_between, people_behind, rate_of
from wres.measures.representation import Representation, representation_of
from wres.measures.rounding import percent, rounded

__all__ = [
    "FOUR_FIFTHS",
    "MUCH_UNKNOWN",
    "Disparities",
    "FewerPeople",
    "Gap",
    "Goal",
    "GoalLine",
    "GoalStep",
    "Likelihood",
    "Rate",
    "Representation",
    "Rung",
    "Step",
    "Tier",
    "TierPeople",
    "disparities_of",
    "gap_between",
    "goal_line",
    "likelihood_of",
    "people_behind",
    "percent",
    "printed_likelihood",
    "protected",
    "rate_of",
    "representation_of",
    "rounded",
    "rung_of",
    "rungs_of",
]
