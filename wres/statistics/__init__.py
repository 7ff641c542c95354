"""Every interval and test the Explorer uses, as pure formulas with their sources.

One family runs through all of it. A percentage gets a Wilson interval; a gap is built from two
Wilson intervals (Newcombe); a relative likelihood from the same two (MOVER-R); a gap that opens
or closes from two Newcombe intervals. Because they share their parts they cannot disagree: the
gap leaves out zero exactly when the ratio leaves out one, and a point lies outside the funnel
exactly when its Wilson interval leaves out the centre.

    >>> gap = newcombe_gap(Cases(12, 150), Cases(75, 1500))
    >>> round(gap.value, 3), gap.clear_of(0)
    (0.03, False)

Proportions run from 0 to 1 and gaps are differences of proportions, BME minus White; rounding
and words come later. What cannot be worked out raises ``NotComputable``, never a silent zero.
Whether a figure may be shown, and which years compare, is decided by others.

    estimates       counted cases, intervals, estimates: what the formulas take and give
    proportions     a percentage, and against a fixed value
    gaps            a gap in points, its change, and against a benchmark that counts the same staff
    ratios          relative likelihood, its change, the disparity ratio
    trends          over the years: a percentage, a gap, a ratio
    parity          years and posts to parity
    strata          the same bands compared with the same bands
    funnel          many organisations at once
    power           what a survey of this size could notice
    counts, exact, multiplicity, control_charts, distributions
"""

from __future__ import annotations

from wres.statistics.control_charts import (
    XmRLimits,
    seven_one_side,
    seven_point_trend,
    two_of_three,
    xmr_limits,
)
from wres.statistics.counts import poisson_exact, poisson_interval, standardised_ratio
from wres.statistics.distributions import chi_square_survival, two_sided_p, z_of
from wres.statistics.estimates import CONFIDENCE, Cases, Estimate, Interval, ScoreTest
from wres.statistics.exact import ExactTest, GapTest, binomial_test, fisher_test, gap_test
from wres.statistics.funnel import (
    FunnelLimits,
    FunnelPosition,
    Overdispersion,
    funnel_limits,
    funnel_position,
    overdispersed_limits,
    overdispersion,
)
from wres.statistics.gaps import (
    clear_side,
    gap_against_whole,
    gap_change,
    gap_standard_error,
    newcombe_gap,
    people_behind_gap,
    pooled_score_test,
    square_and_add,
)
from wres.statistics.multiplicity import benjamini_hochberg, p_from_interval
from wres.statistics.parity import (
    HeadcountToParity,
    Projection,
    YearsToParity,
    headcount_to_parity,
    projection,
    spoken_years,
    years_to_parity,
)
from wres.statistics.power import (
    base_needed,
    power_two_proportions,
    smallest_detectable_change,
    smallest_detectable_difference,
    smallest_detectable_factor,
    smallest_detectable_rise,
)
from wres.statistics.proportions import (
    design_effect,
    effective_base,
    finite_population_factor,
    score_test,
    standard_error_fpc,
    wilson,
)
from wres.statistics.ratios import (
    DisparityRatio,
    RatioChange,
    RoundingRange,
    disparity_ratio,
    katz_ratio,
    log_ratio_and_error,
    mover_ratio,
    one_case_reverses,
    ratio_change,
    ratio_rounding_range,
)
from wres.statistics.strata import (
    GapSplit,
    MantelHaenszel,
    Standardised,
    direct_standardised,
    kitagawa,
    kitagawa_rates,
    mantel_haenszel,
    standardised_gap,
    within_parts,
)
from wres.statistics.trends import (
    Line,
    Trend,
    cochran_armitage,
    gap_trend,
    ratio_trend,
    weighted_line,
)

__all__ = [
    "CONFIDENCE",
    "Cases",
    "DisparityRatio",
    "Estimate",
    "ExactTest",
    "FunnelLimits",
    "FunnelPosition",
    "GapSplit",
    "GapTest",
    "HeadcountToParity",
    "Interval",
    "Line",
    "MantelHaenszel",
    "Overdispersion",
    "Projection",
    "RatioChange",
    "RoundingRange",
    "ScoreTest",
    "Standardised",
    "Trend",
    "XmRLimits",
    "YearsToParity",
    "base_needed",
    "benjamini_hochberg",
    "binomial_test",
    "chi_square_survival",
    "clear_side",
    "cochran_armitage",
    "design_effect",
    "direct_standardised",
    "disparity_ratio",
    "effective_base",
    "finite_population_factor",
    "fisher_test",
    "funnel_limits",
    "funnel_position",
    "gap_against_whole",
    "gap_change",
    "gap_standard_error",
    "gap_test",
    "gap_trend",
    "headcount_to_parity",
    "katz_ratio",
    "kitagawa",
    "kitagawa_rates",
    "log_ratio_and_error",
    "mantel_haenszel",
    "mover_ratio",
    "newcombe_gap",
    "one_case_reverses",
    "overdispersed_limits",
    "overdispersion",
    "p_from_interval",
    "people_behind_gap",
    "poisson_exact",
    "poisson_interval",
    "pooled_score_test",
    "power_two_proportions",
    "projection",
    "ratio_change",
    "ratio_rounding_range",
    "ratio_trend",
    "score_test",
    "seven_one_side",
    "seven_point_trend",
    "smallest_detectable_change",
    "smallest_detectable_difference",
    "smallest_detectable_factor",
    "smallest_detectable_rise",
    "spoken_years",
    "square_and_add",
    "standard_error_fpc",
    "standardised_gap",
    "standardised_ratio",
    "two_of_three",
    "two_sided_p",
    "weighted_line",
    "wilson",
    "within_parts",
    "xmr_limits",
    "years_to_parity",
    "z_of",
]
