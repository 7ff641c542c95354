"""What has changed: the published figures of one version beside those of another."""

from __future__ import annotations

from wres.access import Role
from wres.ui import changing, loading, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

changing.draw(evidence)
