"""Plans in the store: read together, written with who and when, two editors never in the way."""

from wres.planning.changes import (
    ActivityChange,
    Author,
    Saved,
    add_activity,
    add_progress,
    change_activity,
    changes_of,
    take_back,
)
from wres.planning.keeping import (
    copy_plan,
    draft_activity,
    import_activities,
    kept_plans,
    new_in,
    new_plan,
    set_plan_aside,
)

__all__ = [
    "ActivityChange",
    "Author",
    "Saved",
    "add_activity",
    "add_progress",
    "change_activity",
    "changes_of",
    "copy_plan",
    "draft_activity",
    "import_activities",
    "kept_plans",
    "new_in",
    "new_plan",
    "set_plan_aside",
    "take_back",
]
