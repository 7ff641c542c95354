"""Result against benchmark, year against year, gap against gap: what was found, as outcomes.

Each comparison has two answers. *Point*: what the printed figures say, compared at the precision
they are displayed with, so that 7.1 against 7.1 is the same. *Qualified*: whether the difference
stands clear of chance. Without counts there is no qualified answer, whatever the figures say.
"""

from wres.comparisons.against_benchmark import (
    FIXED_FROM,
    BenchmarkComparison,
    Point,
    Qualified,
    against_benchmark,
    likelihood_against_benchmark,
    point_of,
    side_of,
)
from wres.comparisons.gap_change import (
    GapComparison,
    GapPoint,
    GapQualified,
    gap_change,
    times_as_likely,
)
from wres.comparisons.position import (
    PlacedBy,
    Position,
    gap_position_among,
    position_among,
)
from wres.comparisons.trend import (
    TrendComparison,
    TrendPoint,
    TrendQualified,
    break_reason,
    comparable_years,
    likelihood_trend,
    stretches,
    trend,
)

__all__ = [
    "FIXED_FROM",
    "BenchmarkComparison",
    "GapComparison",
    "GapPoint",
    "GapQualified",
    "PlacedBy",
    "Point",
    "Position",
    "Qualified",
    "TrendComparison",
    "TrendPoint",
    "TrendQualified",
    "against_benchmark",
    "break_reason",
    "comparable_years",
    "gap_change",
    "gap_position_among",
    "likelihood_against_benchmark",
    "likelihood_trend",
    "point_of",
    "position_among",
    "side_of",
    "stretches",
    "times_as_likely",
    "trend",
]
