"""History: every version of the uploaded figures, who made it, and how to go back."""

from __future__ import annotations

from wres.access import Role
from wres.ui import loading, panels, versions, visitor

visitor.page_for(Role.LEAD)

versions.said_before()
panels.sentence("Nothing is ever overwritten. Each change is a version, and can be taken back.")
versions.everything()
versions.undo()
versions.bring_back()
versions.trace(loading.evidence())
