"""Checks of relative likelihoods: a ratio is not a percentage, and belongs to three indicators."""

from __future__ import annotations

from collections import defaultdict

from wres.indicators import LIKELIHOOD_INDICATORS
from wres.upload.checking import CheckResult, Upload, wrong_figures
from wres.upload.figures import Figure


def check_ratio_without_percent(upload: Upload) -> CheckResult:
    """No relative likelihood is written with a percent sign."""
    return wrong_figures(
        "ratio_without_percent",
        (f for f in upload.figures if f.is_ratio and f.printed.has_percent_sign),
        told=lambda f: f.printed.text,
        what="a percentage where a ratio belongs",
        fine="No ratio has a percent sign.",
        fix="A relative likelihood is a plain number such as 1.54; take the % away.",
    )


def check_ratio_range(upload: Upload) -> CheckResult:
    """No relative likelihood is below zero."""
    return wrong_figures(
        "ratio_range",
        (f for f in upload.figures if f.is_ratio and f.value is not None and f.value < 0),
        told=lambda f: f.printed.text,
        what="below zero, which a ratio cannot be",
        fine="Every ratio is possible.",
        fix="Check the sign.",
    )


def check_ratio_indicator(upload: Upload) -> CheckResult:
    """Ratios belong to indicators 2, 3 and 4 only."""
    return wrong_figures(
        "ratio_indicator",
        (f for f in upload.figures if f.is_ratio and f.indicator not in LIKELIHOOD_INDICATORS),
        told=lambda f: f"indicator {f.indicator}: {f.printed.text}",
        what="in the ratio column, and only indicators 2, 3 and 4 are ratios",
        fine="Ratios stand with indicators 2, 3 and 4.",
        fix="Move the figure to the percentage column.",
    )


def check_ratio_among_percentages(upload: Upload) -> CheckResult:
    """Indicators 2, 3 and 4 give no single percentage where a ratio belongs."""
    both = defaultdict(set)
    for figure in upload.figures:
        if figure.value is not None and not figure.is_ratio:
            both[figure.place].add(figure.group)
    return wrong_figures(
        "ratio_among_percentages",
        (f for f in upload.figures if _lone_percentage(f) and len(both[f.place]) < 2),
        told=lambda f: f"indicator {f.indicator}: {f.printed.text}",
        what="a percentage for one group, where a ratio of two groups belongs",
        fine="Indicators 2, 3 and 4 are given for both groups, or as a ratio.",
        fix="Put a relative likelihood in a column “ratio”, without %.",
    )


def _lone_percentage(figure: Figure) -> bool:
    return (
        figure.indicator in LIKELIHOOD_INDICATORS
        and not figure.is_ratio
        and figure.value is not None
        and figure.counts is None
    )
