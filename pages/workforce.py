"""Who holds the posts: the ladder of pay bands, its steps, posts to parity, and the board."""

from __future__ import annotations

from wres.access import Role
from wres.ui import filters, loading, posts, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view = filters.draw(evidence, *posts.FILTERS, indicator=1)
posts.show(evidence, view)
