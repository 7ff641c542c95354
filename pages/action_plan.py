"""The action plan: every activity with its lead, date and status, and what is missing."""

from __future__ import annotations

from wres import words
from wres.access import Role
from wres.answers import areas_of_concern
from wres.ui import filters, loading, panels, planning, predicting, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

panels.title("Action plan")
view = filters.choose(evidence, "org", "year")
panels.about_organisation(evidence, view)

plan = evidence.plan_for(view.org_code)
if plan is None:
    planning.no_plan(evidence)
else:
    panels.finding(words.plan_sentence(plan))
    planning.about(plan)
    planning.what_is_missing(plan)
    for text in words.coverage_sentences(areas_of_concern(evidence, view)):
        panels.sentence(text)
    planning.activities(plan)
predicting.draw(evidence, view)
