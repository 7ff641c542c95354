"""Each area of concern: why, how sure, the actions that answer it, and what worked elsewhere."""

from __future__ import annotations

from wres.access import Role
from wres.ui import concerning, filters, into_plan, loading, visitor

who = visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

into_plan.said_before()
view = filters.draw(evidence, *concerning.FILTERS, more=concerning.MORE)
concerning.show(evidence, view, who)
