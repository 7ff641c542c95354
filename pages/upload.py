"""Upload: drop a file, see what was understood, correct it, see what would change, accept, undo."""

from __future__ import annotations

from wres.access import Role
from wres.ui import loading, panels, uploading, visitor

lead = visitor.page_for(Role.LEAD)
evidence = loading.evidence()

panels.title("Upload")
panels.sentence("Drop a file of WRES figures. Nothing is stored until you accept it.")
uploading.templates()
examination = uploading.understood(evidence)
if examination is not None:
    uploading.problems(examination)
    uploading.preview_and_accept(evidence, examination, lead)
uploading.history(lead)
