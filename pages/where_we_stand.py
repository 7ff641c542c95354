"""Front door: the nine indicators of one trust at a glance."""

from __future__ import annotations

from wres.access import Role
from wres.ui import filters, glances, loading, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view = filters.draw(evidence, *glances.FILTERS, more=glances.MORE)
glances.show(evidence, view)
