"""Upload: drop a file, see what was understood, correct it, see what would change, accept, undo."""

from __future__ import annotations

from wres.access import Role
from wres.ui import loading, panels, uploading, versions, visitor

lead = visitor.page_for(Role.LEAD)
evidence = loading.evidence()

versions.said_before()
panels.sentence("Drop a file of WRES figures. Nothing is stored until you accept it.")
file = uploading.waiting(evidence)
uploading.templates()
if file is not None:
    uploading.what_was_understood(file)
    repaired, reasons = uploading.problems(file)
    uploading.settle(evidence, file, uploading.corrections(evidence, file, repaired))
    uploading.preview_and_accept(evidence, file, lead, reasons=reasons)
uploading.drafts(lead)
versions.latest()
