"""What is said about the work on a plan: what is late, what is open, who changed what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wres.plans import (
    FIELDS,
    ActionPlan,
    Activity,
    ActivityStatus,
    Clash,
    Coverage,
    action_label,
    theme_of,
)
from wres.store import uk_day_text
from wres.terms import Trigger
from wres.words.findings import trigger_label

EMPTY = "nothing"


def plan_title(plan: ActionPlan) -> str:
    """Return how a plan is called in a list: its title, its year, and where it is kept."""
    where = "" if plan.id else ", as published"
    return f"{plan.title}, {plan.plan_year}{where}"


def overdue_sentence(plan: ActionPlan, today: date) -> str:
    """Return how many activities are past their date on a day, and how many dates say none."""
    late = len(plan.overdue(today))
    without = sum(one.last_day is None for one in plan.activities)
    noun = "activity is" if late == 1 else "activities are"
    said = f"On {uk_day_text(today)}, {late} {noun} past the date and not complete."
    if not without:
        return said
    noun = "activity has" if without == 1 else "activities have"
    return f"{said} {without} {noun} no day or month to be held to."


def late_words(activity: Activity, today: date) -> str:
    """Return that an activity is past its date on a day, or an empty text."""
    return "Past its date, and not complete." if activity.is_overdue(today) else ""


def status_counts(plan: ActionPlan) -> tuple[tuple[str, int], ...]:
    """Return how many activities have each status, in the order of the statuses."""
    counts = (
        (status.value, sum(one.status is status for one in plan.activities))
        for status in ActivityStatus
    )
    return tuple((name, count) for name, count in counts if count)


def status_sentence(plan: ActionPlan) -> str:
    """Return how far a plan has got, status by status."""
    told = ", ".join(f"{count} {name}" for name, count in status_counts(plan))
    return f"Status: {told}." if told else "There is no activity in this plan yet."


def marked_status(activity: Activity) -> str:
    """Return the plan's own words for a status that is none of ours, or an empty text."""
    if activity.status is not ActivityStatus.UNCLEAR:
        return ""
    return f"Status as written: “{activity.status_as_written}”."


def coverage_lines(found: Coverage) -> tuple[str, ...]:
    """Return each concern without an activity, and each activity without a concern."""
    bare = (f"Concern without an activity: indicator {number}." for number in found.unanswered)
    loose = (f"Activity without a concern: {_short(one.activity)}" for one in found.unclaimed)
    return (*bare, *loose)


def beside_words(activity: Activity) -> tuple[str, ...]:
    """Return what else is filled in of an activity, a sentence each."""
    national = "; ".join(action_label(number) for number in activity.high_impact)
    reasons = ", ".join(trigger_label(one).lower() for one in activity.reasons)
    told = (
        ("Answers", reasons),
        ("Start", activity.start),
        ("National high impact action", national),
        ("WDES overlap", activity.wdes),
        ("Note", activity.note),
    )
    return tuple(f"{name}: {text.rstrip('.')}." for name, text in told if text)


def field_label(name: str) -> str:
    """Return how a field of an activity is called."""
    return FIELDS[name].label


def field_words(name: str, value: object) -> str:
    """Return the value of a field as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_one(name, one) for one in value) or EMPTY
    return f"“{value}”" if value else EMPTY


def change_words(name: str, before: object, after: object) -> str:
    """Return one field that changed, before and after."""
    return f"{field_label(name)}: {field_words(name, before)} became {field_words(name, after)}."


def clash_sentence(clashes: Sequence[Clash]) -> str:
    """Return that somebody else changed the same fields, and that nothing was saved yet."""
    fields = ", ".join(field_label(one.field).lower() for one in clashes)
    return (
        f"Somebody else changed this while you were writing: {fields}. Nothing of yours was saved. "
        "Choose what shall stand."
    )


def understood_sentence(activities: Sequence[Activity], new: int) -> str:
    """Return what a table was understood to hold."""
    themes = len({theme_of(one) for one in activities})
    indicators = sorted({number for one in activities for number in one.indicators})
    about = ", ".join(str(number) for number in indicators) or "none"
    left = len(activities) - new
    there = f" {left} are in the plan already, word for word, and are left out." if left else ""
    noun = "activity" if len(activities) == 1 else "activities"
    return (
        f"{len(activities)} {noun} under {themes} {'theme' if themes == 1 else 'themes'}. "
        f"Indicators: {about}.{there}"
    )


def reason_label(code: str) -> str:
    """Return how a reason for a concern is called, by its code."""
    return trigger_label(Trigger(code))


def _one(name: str, value: object) -> str:
    if name == "reasons":
        return reason_label(str(value)).lower()
    return str(value)


def _short(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
