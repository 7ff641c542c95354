"""Figures nobody else may see, for the lead of their organisation alone; each look is logged."""

from __future__ import annotations

from wres.access import Role
from wres.ui import filters, hidden, loading, panels, visitor

lead = visitor.page_for(Role.LEAD)
evidence = loading.evidence()

view = filters.choose(evidence, "org", "year")
panels.about_organisation(evidence, view)
hidden.show(evidence, view, lead)
