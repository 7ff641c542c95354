"""One trust among similar ones, and every published figure it can be compared with."""

from __future__ import annotations

from wres.access import Role
from wres.ui import comparing, comparing_choices, filters, loading, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view = filters.draw(evidence, *comparing.FILTERS, beside=comparing_choices.draw)
comparing.show(evidence, view)
