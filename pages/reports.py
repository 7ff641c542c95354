"""Reports: the annual report, the board's summary and more of one trust and year, in one press."""

from __future__ import annotations

from wres.access import Role
from wres.ui import filters, loading, panels, report_making, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view = filters.choose(evidence, "org", "year", more=("benchmark",))
panels.about_organisation(evidence, view)
report_making.draw(evidence, view)
