"""Checks of relative likelihoods: a ratio is not a percentage, and belongs to three indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wres.indicators import INDICATORS, LIKELIHOOD_INDICATORS
from wres.results import ROUNDING_TOLERANCE
from wres.terms import EthnicGroup
from wres.upload.asking import on_few
from wres.upload.checking import CheckResult, Upload, look_at_pairs, wrong_figures
from wres.upload.figures import Figure
from wres.upload.grouping import share_of


@on_few
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


@on_few
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


@on_few
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


@on_few
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


@on_few
def check_printed_ratio(upload: Upload) -> CheckResult:
    """A printed relative likelihood agrees with the counts beside it."""
    apart = [
        (figure, counted)
        for figure, counted in printed_and_counted(upload)
        if _ratio_differs(figure, counted) and not is_upside_down(figure, counted)
    ]
    return look_at_pairs(
        "printed_ratio",
        apart,
        said=_both_ratios,
        fine="Printed ratios agree with their counts.",
        fix="Correct the ratio or the counts.",
    )


@on_few
def check_ratio_upside_down(upload: Upload) -> CheckResult:
    """No printed relative likelihood is its counts the other way up."""
    return look_at_pairs(
        "ratio_upside_down",
        [pair for pair in printed_and_counted(upload) if is_upside_down(*pair)],
        said=lambda figure, counted: f"{_both_ratios(figure, counted)}, which is the other way up",
        fine="No ratio stands upside down.",
        fix="Indicators 2 and 4 are White to BME, indicator 3 is BME to White.",
    )


def _both_ratios(figure: Figure, counted: float) -> str:
    return (
        f"“{figure.printed.text}” is printed for indicator {figure.indicator}, and the counts "
        f"give {counted:.2f}"
    )


def is_upside_down(figure: Figure, counted: float) -> bool:
    """Return whether a printed ratio is one divided by what its counts give."""
    if not figure.value or not _ratio_differs(figure, counted):
        return False
    return abs(1 / figure.value - counted) < 0.02 * counted + 0.01


def printed_and_counted(upload: Upload) -> Iterator[tuple[Figure, float]]:
    """Yield each printed ratio that has counts beside it, with the ratio the counts give."""
    tops = {i.number: i.ratio_top for i in INDICATORS}
    for figure in upload.groups.ratios.values():
        found = upload.groups.places.get(figure.place, {})
        white, bme = (_rate(found.get(g)) for g in (EthnicGroup.WHITE, EthnicGroup.BME))
        if white and bme and figure.value is not None:
            over = (
                white / bme if tops.get(figure.indicator or 0) is EthnicGroup.WHITE else bme / white
            )
            yield figure, over


def _rate(figure: Figure | None) -> float | None:
    return share_of(figure) if figure is not None and figure.counts else None


def _ratio_differs(figure: Figure, counted: float) -> bool:
    # Ratios are printed to two decimals; the same tolerance as a percentage would be too fine.
    return abs((figure.value or 0) - counted) > 0.05 + ROUNDING_TOLERANCE
