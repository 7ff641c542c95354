"""A straight line from today's share of some posts to the share a trust wants to reach."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres.measures.ladder import Rung
from wres.terms import Band

# Keeps 0.2 * 30 = 6.000000000000001 from costing a post.
CEILING_GUARD = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A share of some posts (0 to 1) that a trust wants to reach by a WRES year."""

    band: Band
    share: float
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStep:
    """One year on the way: the share, the people it takes, and how many more than today."""

    wres_year: int
    share: float
    people: int
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """The straight line from today's share to a goal, with today's number of posts."""

    goal: Goal
    start_year: int
    people: int
    posts: int
    steps: tuple[GoalStep, ...]

    @property
    def is_reached(self) -> bool:
        """Whether today's share is at or above the goal."""
        return self.people >= self.goal.share * self.posts - CEILING_GUARD


def goal_line(rung: Rung, goal: Goal, wres_year: int) -> GoalLine | None:
    """Return the straight line to a goal, one step a year; None without people or years to go.

    Source:
        Arithmetic: the Model Employer way of equal yearly steps; docs/method.md 1.11.
    """
    if rung.bme is None or not rung.posts or goal.year <= wres_year:
        return None
    now, years = rung.bme / rung.posts, goal.year - wres_year
    steps = []
    for after in range(1, years + 1):
        share = now + (goal.share - now) * after / years
        people = max(rung.bme, math.ceil(share * rung.posts - CEILING_GUARD))
        step = GoalStep(
            wres_year=wres_year + after, share=share, people=people, more=people - rung.bme
        )
        steps.append(step)
    return GoalLine(
        goal=goal, start_year=wres_year, people=rung.bme, posts=rung.posts, steps=tuple(steps)
    )
