"""Action plans: activities, what they leave open, how two changes meet. No files, no clock."""

from wres.plans.activity import (
    FIELDS,
    Activity,
    ActivityStatus,
    Cell,
    Field,
    ProgressNote,
    status_of,
)
from wres.plans.bodies import activity_body, activity_from, plan_body, plan_from, values_of
from wres.plans.coverage import Coverage, coverage_of
from wres.plans.dates import DayRead, Precision, read_day
from wres.plans.importing import (
    HEADINGS,
    TableRow,
    activities_in,
    heading_score,
    row_of,
    same_content,
)
from wres.plans.marks import ActivityMark, marks_of
from wres.plans.merging import Clash, Merged, merge
from wres.plans.national_actions import (
    NATIONAL_ACTIONS,
    NationalAction,
    action_label,
    national_action,
)
from wres.plans.plan import ActionPlan, DeclaredConcern, combined, current, theme_of
from wres.plans.writing import checked, written

__all__ = [
    "FIELDS",
    "HEADINGS",
    "NATIONAL_ACTIONS",
    "ActionPlan",
    "Activity",
    "ActivityMark",
    "ActivityStatus",
    "Cell",
    "Clash",
    "Coverage",
    "DayRead",
    "DeclaredConcern",
    "Field",
    "Merged",
    "NationalAction",
    "Precision",
    "ProgressNote",
    "TableRow",
    "action_label",
    "activities_in",
    "activity_body",
    "activity_from",
    "checked",
    "combined",
    "coverage_of",
    "current",
    "heading_score",
    "marks_of",
    "merge",
    "national_action",
    "plan_body",
    "plan_from",
    "read_day",
    "row_of",
    "same_content",
    "status_of",
    "theme_of",
    "values_of",
    "written",
]
