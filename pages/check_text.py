"""Check a text: every claim of a report set beside the published figures."""

from __future__ import annotations

from wres.access import Role
from wres.ui import filters, loading, panels, text_checking, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view = filters.choose(evidence, "org", "year")
panels.about_organisation(evidence, view)
text_checking.show(evidence, view)
