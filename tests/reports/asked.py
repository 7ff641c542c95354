"""What the tests look at: the Practice Trust, a trust with figures, one with a plan alone."""

from __future__ import annotations

from datetime import date

from wres.answers import Evidence, View
from wres.reports.sections import Reported

DAY = date(2026, 6, 30)
PRACTICE, FIGURES, PLAN = "ZZP", "R0A", "RRP"


def asked_for(evidence: Evidence, org: str, year: int = 0) -> Reported:
    """Return what the reports of an organisation are made from, of its latest year if not said."""
    view = View(org_code=org, wres_year=year or evidence.years(org)[-1])
    return Reported(evidence=evidence, view=view, made_on=DAY)
