"""What figures there are: each indicator by year for one trust, and every trust in one year."""

from __future__ import annotations

from wres.access import Role
from wres.ui import covering, filters, loading, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view = filters.draw(evidence, *covering.FILTERS)
covering.show(evidence, view)
