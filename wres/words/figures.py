"""Figures as people read them: a percentage, a gap in points, a likely range, people."""

from __future__ import annotations

import math
from functools import lru_cache

from wres.measures import Gap, Likelihood, Rate, percent, rounded
from wres.results import Result, with_value
from wres.statistics import Interval
from wres.terms import EthnicGroup, Status, Unit
from wres.words.labels import HIDDEN, staff_of, status_words
from wres.words.presets import SPOKEN, Labels

FIGURES_KEPT = 4_000
NO_RANGE = "no likely range, because the number of responses is not published"


# A table of a country names the figures of two hundred trusts, the same whoever looks at it.
@lru_cache(maxsize=FIGURES_KEPT)
def percent_text(proportion: float) -> str:
    """Return a proportion (0 to 1) as “16.1%”."""
    return f"{percent(proportion):.1f}%"


def rate_text(rate: Rate) -> str:
    """Return a rate as “16.1%”, “under 14%”, “over 86%”, or why it is not shown."""
    if rate.value is None:
        return status_words(rate.status) or status_words(Status.MISSING)
    if rate.status is Status.BELOW:
        return f"under {math.ceil(rate.value * 100)}%"
    if rate.status is Status.ABOVE:
        return f"over {math.floor(rate.value * 100)}%"
    return percent_text(rate.value)


def range_text(interval: Interval | None) -> str:
    """Return the likely range of a proportion as “13.5% to 18.7%”, or why there is none."""
    if interval is None:
        return NO_RANGE
    return f"{percent_text(interval.low)} to {percent_text(interval.high)}"


def base_text(rate: Rate) -> str:
    """Return how many people answered, or that it is not published."""
    if rate.status is Status.HIDDEN:
        return status_words(Status.HIDDEN)
    if rate.base is None:
        return "not published" if rate.value is not None else status_words(rate.status)
    return f"{rate.base:,}"


def points_text(points: float) -> str:
    """Return a number of percentage points without its sign: “9.5 points”, “1.0 point”."""
    size = abs(points)
    return f"{size:.1f} point" if size == 1 else f"{size:.1f} points"


def gap_text(gap: Gap, labels: Labels = SPOKEN) -> str:
    """Return a gap with the side it lies on: “9.5 points higher for BME staff”."""
    points = gap.points
    if points is None:
        unseen = gap.bme if not gap.bme.is_shown else gap.white
        hidden = unseen.status in (Status.HIDDEN, Status.BELOW, Status.ABOVE)
        return status_words(Status.HIDDEN if hidden else unseen.status) or "No gap can be given"
    if points == 0:
        return "no gap"
    return f"{points_text(points)} {'higher' if points > 0 else 'lower'} for {_who(gap, labels)}"


def _who(gap: Gap, labels: Labels) -> str:
    return staff_of(gap.bme.group, labels)


def signed_points(points: float) -> str:
    """Return points with their sign: “+9.5”, “-1.2”, “0.0”."""
    return f"{points:+.1f}" if points else "0.0"


def gap_range_text(gap: Gap) -> str:
    """Return the likely range of a gap in points, or why there is none."""
    if gap.interval is None:
        return NO_RANGE
    low, high = percent(gap.interval.low), percent(gap.interval.high)
    return f"{signed_points(low)} to {signed_points(high)} points"


def ratio_text(likelihood: Likelihood) -> str:
    """Return a relative likelihood as “1.79”, or why it cannot be given."""
    shown = likelihood.shown_ratio
    if shown is None:
        return likelihood.reason or status_words(likelihood.status) or "No figure given"
    return f"{shown:.{likelihood.decimals}f}"


def ratio_range_text(likelihood: Likelihood) -> str:
    """Return the likely range of a relative likelihood, or why there is none."""
    if likelihood.interval is None:
        return "no likely range, because the counts are not published"
    shown = likelihood.shown_interval
    if shown is None:
        return f"{HIDDEN[0].lower()}{HIDDEN[1:]}"
    places = likelihood.decimals
    low = f"{rounded(shown.low, places):.{places}f}"
    if not math.isfinite(shown.high):
        return f"{low} or more"
    return f"{low} to {rounded(shown.high, places):.{places}f}"


def likelihood_text(likelihood: Likelihood, labels: Labels = SPOKEN) -> str:
    """Return a ratio with who is on top: “White applicants 1.79 times as likely”."""
    shown = likelihood.shown_ratio
    if shown is None:
        return ratio_text(likelihood)
    if shown == 1:
        return "equally likely"
    who = _people(likelihood.indicator, likelihood.top, labels)
    return f"{who} {ratio_text(likelihood)} times as likely"


def _people(number: int, group: EthnicGroup, labels: Labels) -> str:
    if number != 2:
        return staff_of(group, labels)
    return labels.bme_applicants if group is EthnicGroup.BME else f"{labels.white} applicants"


def people_on_top(likelihood: Likelihood, labels: Labels = SPOKEN) -> tuple[str, str]:
    """Return the two groups of a ratio, the top of the ratio first, as people."""
    under = EthnicGroup.WHITE if likelihood.top is EthnicGroup.BME else EthnicGroup.BME
    return (
        _people(likelihood.indicator, likelihood.top, labels),
        _people(likelihood.indicator, under, labels),
    )


def figure_text(row: Result) -> str:
    """Return one row's figure as it was given, or why there is none."""
    value = with_value(row)
    if value is None or row.status is not Status.SHOWN:
        return status_words(row.status) or status_words(Status.MISSING)
    shown = f"{value:.2f}" if row.unit is Unit.RATIO else percent_text(value)
    return f"{shown} of {row.denominator:,}" if row.denominator else shown
