"""Which concerns no activity answers, and which activities answer no concern."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wres.plans.activity import Activity
from wres.plans.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class Coverage:
    """Indicators that are concerns and answered by nothing; activities that answer no concern.

    ``unlinked`` are those among them that name no indicator at all.
    """

    unanswered: tuple[int, ...]
    unclaimed: tuple[Activity, ...]
    unlinked: tuple[Activity, ...]


def coverage_of(plan: ActionPlan, concerns: Collection[int]) -> Coverage:
    """Return how a plan's activities and the indicators that are concerns meet."""
    return Coverage(
        unanswered=tuple(n for n in sorted(concerns) if n not in plan.indicators),
        unclaimed=tuple(a for a in plan.activities if not set(a.indicators) & set(concerns)),
        unlinked=tuple(a for a in plan.activities if not a.indicators),
    )
