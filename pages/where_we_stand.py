"""Front door: the nine indicators of one trust at a glance."""

from __future__ import annotations

from wres.access import Role
from wres.ui import filters, glances, loading, panels, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

panels.title("Where we stand")
view = filters.draw(evidence, *glances.FILTERS, more=glances.MORE)
panels.about_organisation(evidence, view)
glances.show(evidence, view)
