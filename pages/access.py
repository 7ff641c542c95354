"""Who may do what: every role that was given, and giving and taking one; for an admin alone."""

from __future__ import annotations

from wres.access import Role
from wres.ui import clearness, loading, panels, roles, visitor

admin = visitor.page_for(Role.ADMIN)

roles.said_before()
panels.sentence(
    "A viewer sees every published figure. A lead also uploads for the organisations named. An "
    "admin looks after this list."
)
roles.everybody()
roles.give(admin, loading.data().organisations)
roles.take(admin)
clearness.counts()
