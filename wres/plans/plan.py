"""One plan of one trust for one year, and what several plans of a trust say together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from wres.plans.activity import Activity
from wres.terms import Trigger

NO_THEME = "No theme named"


@dataclass(frozen=True)
class DeclaredConcern:
    """An indicator the trust itself calls a concern, and why; ``stated`` is a quotation."""

    indicator: int
    reasons: tuple[Trigger, ...]
    stated: str
    note: str = ""


@dataclass(frozen=True)
class ActionPlan:
    """One plan of one trust for one year; ``data_year`` and ``plan_year`` are as written.

    ``id`` names a plan of the store and is empty for one of a file; ``copied_from`` is the file
    of the plan it was copied from, which it stands over. ``set_aside`` are the activities that were
    taken out of it; each can be brought back.
    """

    file_name: str
    organisation_code: str
    organisation_name: str
    title: str
    data_year: str
    wres_year: int
    plan_year: str
    source: str
    source_url: str
    checked_on: date | None
    made_up: bool
    notes: tuple[str, ...]
    concerns: tuple[DeclaredConcern, ...]
    activities: tuple[Activity, ...]
    id: str = ""
    copied_from: str = ""
    set_aside: tuple[Activity, ...] = ()

    def activities_for(self, indicator: int) -> tuple[Activity, ...]:
        """Return the activities that answer an indicator, in the plan's order."""
        return tuple(one for one in self.activities if indicator in one.indicators)

    def activity(self, activity_id: str) -> Activity | None:
        """Return the activity with this id, or None."""
        return next((one for one in self.activities if one.id == activity_id), None)

    def concern_about(self, indicator: int) -> DeclaredConcern | None:
        """Return what the plan declares about an indicator, or None when it declares nothing."""
        return next((one for one in self.concerns if one.indicator == indicator), None)

    @property
    def key(self) -> str:
        """Return what names the plan among all: its id in the store, or its file."""
        return self.id or self.file_name

    @property
    def themes(self) -> tuple[str, ...]:
        """Return the themes in the plan's order, ours where the plan names none."""
        return tuple(dict.fromkeys(theme_of(one) for one in self.activities))

    @property
    def indicators(self) -> tuple[int, ...]:
        """Return the indicators its activities answer, in order."""
        return tuple(sorted({number for one in self.activities for number in one.indicators}))

    def overdue(self, today: date) -> tuple[Activity, ...]:
        """Return the activities whose delivery date has passed on a day and are not complete."""
        return tuple(one for one in self.activities if one.is_overdue(today))

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the plan leaves open everywhere, said once for the plan."""
        total = len(self.activities)
        if not total or any(one.theme.strip() for one in self.activities):
            return ()
        return (f"theme is empty for all {total} activities",)


def theme_of(activity: Activity) -> str:
    """Return the theme an activity stands under: the plan's own, or ours."""
    return activity.theme or activity.theme_ours or NO_THEME


def current(plans: tuple[ActionPlan, ...]) -> tuple[ActionPlan, ...]:
    """Return the plans of a trust that stand: all of its newest year, a copy over its original.

    Those of the store come first, then those of files.
    """
    copied = {plan.copied_from for plan in plans} - {""}
    standing = [plan for plan in plans if not plan.file_name or plan.file_name not in copied]
    newest = max((plan.wres_year for plan in standing), default=0)
    found = [plan for plan in standing if plan.wres_year == newest]
    return tuple(sorted(found, key=lambda plan: not plan.id))


def combined(plans: tuple[ActionPlan, ...]) -> ActionPlan | None:
    """Return what several plans of one trust say together, the newest first; None of none.

    Every activity of each is in it, so that a concern one of them answers counts as answered.
    """
    if len(plans) < 2:
        return plans[0] if plans else None
    declared: dict[int, DeclaredConcern] = {}
    for plan in plans:
        for one in plan.concerns:
            known = declared.setdefault(one.indicator, one)
            together = set(known.reasons) | set(one.reasons)
            reasons = tuple(reason for reason in Trigger if reason in together)
            declared[one.indicator] = replace(known, reasons=reasons)
    return replace(
        plans[0],
        concerns=tuple(declared.values()),
        activities=tuple(one for plan in plans for one in plan.activities),
        set_aside=tuple(one for plan in plans for one in plan.set_aside),
    )
