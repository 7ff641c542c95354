"""One trust among similar ones, and every published figure it can be compared with."""

from __future__ import annotations

from wres.access import Role
from wres.ui import comparing, filters, loading, panels, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

panels.title("Benchmarks")
view = filters.draw(evidence, *comparing.FILTERS)
comparing.show(evidence, view)
