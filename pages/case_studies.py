"""What other organisations did, what came of it, what did not work, and how sure one can be."""

from __future__ import annotations

from wres.access import Role
from wres.ui import (
    case_choices,
    case_library,
    filters,
    into_plan,
    loading,
    own_cases,
    panels,
    visitor,
)

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

into_plan.said_before()
view = filters.choose(evidence, "org", "indicator")
panels.about_organisation(evidence, view)
local = own_cases.shared(evidence)
case_library.show(evidence, view, case_choices.asked(view), local=local)
own_cases.show(view)
