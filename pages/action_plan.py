"""The action plan: every activity with its lead, date and status, and what is missing."""

from __future__ import annotations

from wres import words
from wres.access import Role
from wres.ui import filters, loading, panels, plan_bringing, planning, predicting, visitor

who = visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

planning.said_before()
view = filters.choose(evidence, "org", "year")
panels.about_organisation(evidence, view)

plan = planning.choose(evidence, view)
if plan is None:
    planning.no_plan(evidence)
else:
    panels.finding(words.plan_sentence(plan))
    planning.about(plan)
    planning.what_is_missing(plan, loading.today())
    planning.concerns_met(evidence, view, plan)
plan_bringing.work(evidence, view, plan=plan, who=who)
if plan is not None:
    planning.activities(evidence, plan, who=who, today=loading.today())
    plan_bringing.files(plan)
predicting.draw(evidence, view)
