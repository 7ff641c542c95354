"""The activities of an action plan as plain data: what, who, when, how far, what is missing."""

from __future__ import annotations

from datetime import date

from wres.answers import Evidence
from wres.errors import NotThere
from wres.organisations import Organisation
from wres.plans import Activity, values_of

NO_PLAN = "No action plan of this organisation is held here."


def actions_data(
    evidence: Evidence, organisation: Organisation, *, today: date
) -> list[dict[str, object]]:
    """Return the activities of the plans that stand, one record an activity.

    Whether one is overdue is said as of ``today``. Who wrote a progress note is left out, as on
    the page.

    Raises:
        NotThere: If there is no plan of the organisation.
    """
    found = evidence.plan_for(organisation.code)
    if found is None:
        raise NotThere(NO_PLAN)
    beside = {"organisation": organisation.code, "plan": found.title, "made_up": found.made_up}
    return [{**beside, **activity_data(one, today)} for one in found.activities]


def activity_data(one: Activity, today: date) -> dict[str, object]:
    """Return one activity as plain data, overdue or not as of a day."""
    return {
        "id": one.id,
        **values_of(one),
        "status": one.status.value,
        "missing": list(one.missing),
        "blanks": list(one.blanks),
        "overdue": one.is_overdue(today),
        "progress": [{"day": note.day, "text": note.text} for note in one.progress],
        "came_from": one.came_from,
    }
