"""The due dates of an action plan as a calendar file that any calendar takes in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from wres.plans import ActionPlan, Activity
from wres.text import cut, one_line
from wres.words import MADE_UP, status_of_activity

if TYPE_CHECKING:
    from icalendar import Event

LONGEST_TITLE = 120
MAKER = "-//WRES Explorer//Action plan//EN"


def plan_calendar(plan: ActionPlan, *, made_on: date) -> bytes:
    """Return a whole day for each activity with a due date that can be read; the others have none.

    The same activity keeps its identity, so that a calendar that takes the file in again moves
    the day and adds no second one.
    """
    # A seventh of a second to import, and only whoever takes a calendar needs it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(f"{plan.organisation_name}: {plan.title}"))
    for one in plan.activities:
        if one.last_day is not None:
            calendar.add_component(_day(plan, one, made_on))
    made: bytes = calendar.to_ical()
    return made


def _day(plan: ActionPlan, one: Activity, made_on: date) -> Event:
    from icalendar import Event

    due = one.last_day
    assert due is not None
    event = Event()
    event.add("uid", f"{one.id}@wres-explorer.{plan.organisation_code.lower()}")
    # The day and not the moment: the same plan on the same day gives the same file.
    event.add("dtstamp", datetime.combine(made_on, time(), UTC))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", cut(one_line(f"Due: {one.activity}"), LONGEST_TITLE))
    told = [
        MADE_UP if plan.made_up else "",
        one_line(one.activity),
        f"Lead: {one_line(one.lead) or 'not stated'}.",
        f"Due, as written: {one_line(one.timeframe)}.",
        f"Status: {status_of_activity(one)}.",
    ]
    event.add("description", "\n".join(filter(None, told)))
    event.add("transp", "TRANSPARENT")
    return event
