"""One year's published figure that a prediction is about, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from wres.benchmarks import BenchmarkFigure
from wres.measures import Gap, Likelihood, Rate, Representation
from wres.statistics import Cases
from wres.terms import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The figure of one WRES year, or why there is none (``status``).

    ``beside`` are the benchmark's figures of the same year: of the group, or of BME and White
    staff for a gap. Indicators 1 and 9 carry their own: the share of the workforce.
    """

    wres_year: int
    figure: Rate | Gap | Likelihood | Representation | None = None
    status: Status = Status.SHOWN
    beside: tuple[BenchmarkFigure, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there is a figure that may be compared."""
        figure = self.figure
        if isinstance(figure, Rate):
            return figure.is_shown
        if isinstance(figure, Likelihood):
            return figure.ratio is not None
        if isinstance(figure, Gap):
            return figure.value is not None
        return figure is not None

    @property
    def cells(self) -> tuple[Cases, ...]:
        """The people counted behind a rate or a gap; none where they are not published."""
        rates: tuple[Rate, ...] = ()
        if isinstance(self.figure, Rate):
            rates = (self.figure,)
        elif isinstance(self.figure, Gap):
            rates = (self.figure.bme, self.figure.white)
        return tuple(one.cases for one in rates) if all(one.tested for one in rates) else ()
