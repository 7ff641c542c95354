"""Changes from one year to another, on the scale they are tested on: points, or logarithms."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres import statistics
from wres.benchmarks import BenchmarkFigure
from wres.comparisons import FIXED_FROM
from wres.indicators import indicator
from wres.measures import Gap, Likelihood, Rate, percent
from wres.predictions.prediction import Prediction
from wres.predictions.reading import Reading
from wres.results import editions_apart
from wres.statistics import CONFIDENCE, Cases, Estimate, Interval


@dataclass(frozen=True, slots=True)
class Change:
    """Now minus before: of proportions, of adverse gaps, or of logarithms of ratios."""

    value: float
    interval: Interval | None = None
    is_log: bool = False

    @property
    def told(self) -> float:
        """The change as it is told: a difference, or for a ratio how many times as much."""
        return math.exp(self.value) if self.is_log else self.value

    @property
    def told_interval(self) -> Interval | None:
        """The likely range as it is told, in the unit of ``told``."""
        if self.interval is None or not self.is_log:
            return self.interval
        return Interval(math.exp(self.interval.low), math.exp(self.interval.high))

    def beyond(self, others: Change) -> Change:
        """Return this change less another, each bringing its own error.

        Source:
            Square-and-add: Newcombe (2001), Stat Med 20, 2885-2893.
        """
        found = statistics.square_and_add(_estimate(self), _estimate(others))
        return Change(found.value, found.interval, self.is_log)


def _estimate(change: Change) -> Estimate:
    return Estimate(change.value, change.interval or Interval(change.value, change.value))


def own_change(before: Reading, now: Reading) -> Change:
    """Return how an organisation's own figure changed, with its interval where people counted.

    Source:
        Newcombe (1998) for two rates, Newcombe (2001) for two gaps; for ratios the standard
        errors of their logarithms (Katz), as docs/method.md 1.7.
    """
    first, last = before.figure, now.figure
    if isinstance(first, Likelihood) and isinstance(last, Likelihood):
        return _ratio_change(first, last)
    value = _told(now) - _told(before)
    if not (before.cells and now.cells):
        return Change(value)
    found = _of_cells(before.cells, now.cells)
    return _adverse(found, last)


def _told(reading: Reading) -> float:
    figure = reading.figure
    if isinstance(figure, Gap):
        return figure.adverse or 0.0
    return (figure.value or 0.0) if isinstance(figure, Rate) else 0.0


def _of_cells(before: tuple[Cases, ...], now: tuple[Cases, ...]) -> Estimate:
    if len(now) == 1:
        return statistics.newcombe_gap(now[0], before[0])
    return statistics.gap_change(before[0], before[1], bme_now=now[0], white_now=now[1])


def _adverse(found: Estimate, figure: object) -> Change:
    """A gap's change counts as up when it is against BME staff, whichever way is better."""
    if isinstance(figure, Gap) and not indicator(figure.indicator).higher_is_worse:
        return Change(-found.value, Interval(-found.high, -found.low))
    return Change(found.value, found.interval)


def _ratio_change(before: Likelihood, now: Likelihood) -> Change:
    if not before.ratio or not now.ratio:
        return Change(0.0, None, is_log=True)
    value = math.log(now.ratio) - math.log(before.ratio)
    if before.se_log is None or now.se_log is None:
        return Change(value, None, is_log=True)
    reach = statistics.z_of(CONFIDENCE) * math.hypot(before.se_log, now.se_log)
    return Change(value, Interval(value - reach, value + reach), is_log=True)


def benchmark_change(before: Reading, now: Reading) -> Change | None:
    """Return how the benchmark itself changed, or None unless both years have it on one basis.

    Without a base it is fixed and brings no error, as with twenty times the organisation's base.

    Source:
        docs/method.md 1.5.
    """
    if not before.beside or len(before.beside) != len(now.beside):
        return None
    if not all(_on_one_basis(a, b) for a, b in zip(before.beside, now.beside, strict=True)):
        return None
    if isinstance(now.figure, Likelihood):
        then, last = before.beside[0].value, now.beside[0].value
        return Change(math.log(last / then), None, is_log=True) if then > 0 < last else None
    cells = _benchmark_cells(before, now)
    if cells is not None:
        return _adverse(_of_cells(*cells), now.figure)
    then_value, now_value = _printed(before.beside), _printed(now.beside)
    fixed = Estimate(now_value - then_value, Interval(*[now_value - then_value] * 2))
    return _adverse(fixed, now.figure)


def _printed(beside: tuple[BenchmarkFigure, ...]) -> float:
    """The benchmark's rate, or its BME rate minus its White rate."""
    return beside[0].value - (beside[1].value if len(beside) > 1 else 0.0)


def _on_one_basis(before: BenchmarkFigure, now: BenchmarkFigure) -> bool:
    return (
        (before.kind, before.scope, before.unit) == (now.kind, now.scope, now.unit)
        and before.calc_basis is now.calc_basis
        and not editions_apart(before.edition, now.edition)
    )


def _benchmark_cells(
    before: Reading, now: Reading
) -> tuple[tuple[Cases, ...], tuple[Cases, ...]] | None:
    """The benchmark's people in both years, or None where it is as good as fixed."""
    pairs = [*zip(before.beside, before.cells, strict=True)]
    pairs += zip(now.beside, now.cells, strict=True)
    if any(not one.base for one, _ in pairs):
        return None
    if all((one.base or 0) >= FIXED_FROM * own.n for one, own in pairs):
        return None
    return _cells_of(before.beside), _cells_of(now.beside)


def _cells_of(beside: tuple[BenchmarkFigure, ...]) -> tuple[Cases, ...]:
    return tuple(Cases(one.value * (one.base or 0), one.base or 0) for one in beside)


def smallest_seen(one: Prediction, before: Reading, now: Reading) -> float | None:
    """Return the change that was likely to be seen: a difference of proportions, or of ratios.

    Source:
        docs/method.md 1.16, with the benchmark's own error where it is not fixed.
    """
    first, last = before.figure, now.figure
    if isinstance(first, Likelihood) and isinstance(last, Likelihood):
        if first.se_log is None or last.se_log is None or first.ratio is None:
            return None
        factor = statistics.smallest_detectable_factor(first.se_log, last.se_log)
        return first.ratio * (factor - 1 if one.direction.sign > 0 else 1 - 1 / factor)
    cells = (*before.cells, *now.cells)
    others = _benchmark_cells(before, now) if before.beside and now.beside else None
    beside = (*others[0], *others[1]) if others else ()
    return statistics.smallest_detectable_change(*cells, *beside) if cells else None


def shown_step(before: Reading, now: Reading) -> float:
    """Return the step of the printed figures, at the precision they are displayed with."""
    first, last = before.figure, now.figure
    if isinstance(first, Likelihood) and isinstance(last, Likelihood):
        return (last.shown_ratio or 0.0) - (first.shown_ratio or 0.0)
    return percent(_told(now)) - percent(_told(before))


def predicted_size(one: Prediction, before: Reading) -> float:
    """Return the predicted size on the scale the change is tested on, above zero."""
    if not isinstance(before.figure, Likelihood):
        return one.size
    start = before.figure.ratio or 0.0
    end = start + one.direction.sign * one.size
    return abs(math.log(end / start)) if start > 0 and end > 0 else math.inf
