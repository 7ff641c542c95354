"""One sentence for every outcome over the years: a series, and a gap."""

from __future__ import annotations

from wres.comparisons import (
    GapComparison,
    GapPoint,
    GapQualified,
    TrendComparison,
    TrendPoint,
    TrendQualified,
    times_as_likely,
)
from wres.indicators import indicator
from wres.measures import percent
from wres.terms import EthnicGroup
from wres.words.figures import points_text
from wres.words.labels import staff_of
from wres.words.presets import SPOKEN, Labels


def trend_sentence(series: TrendComparison) -> str:
    """Return whether a series declines, in both answers, and what could have been seen."""
    cut = f" Earlier years are not joined up. {series.break_reason}" if series.break_reason else ""
    return _trend(series) + cut


def _trend(series: TrendComparison) -> str:
    if len(series.years) < 3:
        return _two_years(series)
    clear = series.qualified
    if clear is TrendQualified.CLEAR_DECLINE:
        return _clear_trend(series, "worse")
    if clear is TrendQualified.CLEAR_IMPROVEMENT:
        return _clear_trend(series, "better")
    if series.point is TrendPoint.NO_STEADY_DIRECTION:
        tested = clear is not TrendQualified.NOT_ASSESSABLE
        tail = " and no clear evidence of a trend" if tested else _UNTESTED
        return f"No steady direction over {len(series.years)} years{tail}.{_detectable(series)}"
    word = "Worse" if series.point is TrendPoint.DECLINING else "Better"
    steps = " → ".join(_shown(series, i) for i in (-3, -2, -1))
    if clear is TrendQualified.NOT_ASSESSABLE:
        return f"{word} two years running ({steps}) on the figures{_UNTESTED}."
    return (
        f"{word} two years running ({steps}). Changes of this size can be chance with this many "
        f"people: no clear evidence of a trend.{_detectable(series)}"
    )


_UNTESTED = ". Without the number of responses we cannot say how firm this is"


def _shown(series: TrendComparison, place: int) -> str:
    value = series.shown[place]
    return f"{value:.{series.decimals}f}" + ("" if series.is_ratio else "%")


def _clear_trend(series: TrendComparison, word: str) -> str:
    first, last = series.years[0], series.years[-1]
    pace = ""
    if series.slope is not None and not series.is_ratio:
        pace = f", about {points_text(percent(series.slope))} a year"
    sentence = (
        f"Getting {word}: from {_shown(series, 0)} in {first} to {_shown(series, -1)} in "
        f"{last}{pace}. This is more than chance would explain."
    )
    against = TrendPoint.IMPROVING if word == "worse" else TrendPoint.DECLINING
    if series.point is against or _last_step(series, word):
        return f"{sentence} The latest year went the other way."
    return sentence if series.steady else f"{sentence} The path is up and down, not steady."


def _last_step(series: TrendComparison, word: str) -> bool:
    """Whether the last step went against the trend."""
    overall = series.shown[-1] - series.shown[0]
    last = series.shown[-1] - series.shown[-2]
    return overall * last < 0 and bool(word)


def _two_years(series: TrendComparison) -> str:
    if len(series.years) < 2:
        return "One year of comparable figures, so no trend."
    before, now = _shown(series, 0), _shown(series, 1)
    words = {
        TrendPoint.WORSE_THAN_LAST_YEAR: "worse",
        TrendPoint.BETTER_THAN_LAST_YEAR: "better",
    }
    word = words.get(series.point)
    steps = f"{before} in {series.years[0]}, {now} in {series.years[1]}"
    if word is None:
        return f"{steps}: the same."
    if series.qualified in (TrendQualified.CLEAR_WORSENING, TrendQualified.CLEAR_BETTERMENT):
        return f"Clearly {word} than before: {steps}. Two years are not yet a trend."
    if series.qualified is TrendQualified.NOT_ASSESSABLE:
        return f"{steps}: {word} on the figures{_UNTESTED}."
    return f"{steps}: {word} on the figures, no clear evidence of real change.{_detectable(series)}"


def _detectable(series: TrendComparison | GapComparison) -> str:
    if not series.detectable:
        return ""
    if isinstance(series, TrendComparison) and series.is_ratio:
        return f" Less than about {series.detectable:.1f} times as much would not show up here."
    seen = points_text(percent(series.detectable))
    return f" A change of less than about {seen} would not show up here."


def gap_sentence(change: GapComparison, labels: Labels = SPOKEN) -> str:
    """Return whether the difference between the groups is opening, in both answers."""
    if change.before is None or change.now is None:
        if change.break_reason:
            return f"Earlier gaps are not compared. {change.break_reason}"
        return "One year of figures for both groups, so no change to look at."
    before, now = change.before.adverse_points or 0.0, change.now.adverse_points or 0.0
    whom = staff_of(change.now.bme.group, labels)
    if now <= 0:
        favour = f"in favour of {whom} by {points_text(now)}" if now < 0 else "nil"
        return f"The difference is now {favour}. There is no gap against them to open."
    return _gap_moved(change, before, now) + _other_scale(change, labels)


def _gap_moved(change: GapComparison, before: float, now: float) -> str:
    years = f"in {_year(change.before)} to {points_text(now)} in {_year(change.now)}"
    moved = f"from {before:.1f} {years}"
    if change.qualified is GapQualified.CLEAR_OPENING:
        return f"The gap has opened {moved}. This is more than chance would make{_change(change)}."
    if change.qualified is GapQualified.CLEAR_CLOSING:
        return f"The gap has clearly narrowed, {moved}{_change(change)}."
    if change.point is GapPoint.UNCHANGED:
        return f"The gap is unchanged at {points_text(now)}{_change(change)}."
    if change.qualified is GapQualified.NOT_ASSESSABLE:
        return f"The gap went {moved}{_UNTESTED}."
    if change.point is GapPoint.OPENING:
        return (
            f"The gap went {moved}{_change(change)}. With this many people that could be chance: "
            f"no clear evidence that it is opening.{_detectable(change)}"
        )
    return (
        f"The gap went {moved}{_change(change)}. That is narrower on the figures, with no clear "
        f"evidence of real change.{_detectable(change)}"
    )


def _year(gap: object) -> int:
    return int(getattr(gap, "wres_year", 0))


def _change(change: GapComparison) -> str:
    if change.interval is None:
        return ""
    low, high = percent(change.interval.low), percent(change.interval.high)
    return f" (change {low:+.1f} to {high:+.1f} points)"


def _other_scale(change: GapComparison, labels: Labels) -> str:
    both = _both_moved(change, labels)
    if not change.scales_disagree or change.before is None or change.now is None:
        return both
    before, now = times_as_likely(change.before), times_as_likely(change.now)
    whom = staff_of(change.now.bme.group, labels)
    return (
        f" In relative terms it moved the other way: {whom} were {before:.2f} times as likely "
        f"before and {now:.2f} times now.{both}"
    )


def _both_moved(change: GapComparison, labels: Labels) -> str:
    """A gap that narrows because the other group got worse must be called that."""
    if change.before is None or change.now is None or change.point is not GapPoint.CLOSING:
        return ""
    sign = 1 if indicator(change.now.indicator).higher_is_worse else -1
    steps = [
        sign * (percent(now.value or 0.0) - percent(then.value or 0.0))
        for then, now in (
            (change.before.bme, change.now.bme),
            (change.before.white, change.now.white),
        )
    ]
    white = staff_of(EthnicGroup.WHITE, labels)
    if min(steps) > 0:
        return (
            f" Both groups’ figures got worse; it is narrower because {white}’s got worse faster."
        )
    if steps[0] >= 0 and steps[1] > 0:
        return f" It is narrower because the figure for {white} got worse."
    return ""
