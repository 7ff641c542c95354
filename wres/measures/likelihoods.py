"""Indicators 2 to 4: how many times as likely one group is, in the standard's direction."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from wres import statistics
from wres.indicators import Indicator, indicator
from wres.measures.rates import Rate, rate_of
from wres.measures.rounding import rounded
from wres.results import Result
from wres.statistics import Interval
from wres.terms import EthnicGroup, Status

FOUR_FIFTHS = (0.80, 1.25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """A relative likelihood (indicators 2 to 4): how many times as likely the top group is.

    ``small_numbers`` is set when fewer than 11 people of either group were counted: the ratio then
    has one decimal, the counts are not kept, and the interval serves verdicts but is not shown.
    """

    indicator: int
    wres_year: int
    top: EthnicGroup
    ratio: float | None
    interval: Interval | None = None
    decimals: int = 2
    small_numbers: bool = False
    se_log: float | None = None
    bme: Rate | None = None
    white: Rate | None = None
    one_person_reverses: bool | None = None
    status: Status = Status.SHOWN
    reason: str = ""
    printed: float | None = None
    source_id: str = ""

    @property
    def shown_ratio(self) -> float | None:
        """The ratio at the precision it may be shown with."""
        return None if self.ratio is None else rounded(self.ratio, self.decimals)

    @property
    def shown_interval(self) -> Interval | None:
        """The likely range if it may be shown; beside the ratio it would give small counts away."""
        return None if self.small_numbers else self.interval

    @property
    def inside_four_fifths(self) -> bool | None:
        """Whether the ratio lies from 0.80 to 1.25, a rule of size and not of evidence."""
        shown = self.shown_ratio
        return None if shown is None else FOUR_FIFTHS[0] <= shown <= FOUR_FIFTHS[1]

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 1."""
        return self.interval is not None and not self.interval.contains(1.0)

    @property
    def surely_inside(self) -> bool:
        """Whether the whole interval lies inside 0.80 to 1.25."""
        low, high = FOUR_FIFTHS
        return self.interval is not None and low <= self.interval.low <= self.interval.high <= high


def likelihood_of(bme: Result, white: Result, *, printed: float | None = None) -> Likelihood:
    """Return the relative likelihood in the standard's direction, from the two groups' counts.

    Source:
        MOVER-R on Wilson limits: Fagerland & Newcombe (2013), Stat Med 32, 2823-2836.
    """
    measured = indicator(bme.indicator)
    rates = {EthnicGroup.BME: rate_of(bme), EthnicGroup.WHITE: rate_of(white)}
    top = measured.ratio_top or EthnicGroup.BME
    under = EthnicGroup.WHITE if top is EthnicGroup.BME else EthnicGroup.BME
    base = Likelihood(
        indicator=measured.number,
        wres_year=bme.wres_year,
        top=top,
        ratio=printed,
        bme=rates[EthnicGroup.BME],
        white=rates[EthnicGroup.WHITE],
        printed=printed,
        source_id=bme.source_id,
    )
    return _with_counts(base, rates[top], rates[under], measured)


def printed_likelihood(row: Result) -> Likelihood:
    """Return a relative likelihood as it was printed, without counts and so without interval."""
    measured = indicator(row.indicator)
    return Likelihood(
        indicator=row.indicator,
        wres_year=row.wres_year,
        top=measured.ratio_top or EthnicGroup.BME,
        ratio=row.value,
        printed=row.value,
        status=row.status if row.value is not None else Status.MISSING,
        source_id=row.source_id,
    )


def _with_counts(base: Likelihood, top: Rate, under: Rate, measured: Indicator) -> Likelihood:
    if not (top.tested and under.tested):
        return base if base.ratio is not None else replace(base, status=_why_none(top, under))
    above, below = top.cases, under.cases
    if above.x == 0 and below.x == 0:
        reason = f"Nobody in either group was {measured.happened}."
        return replace(base, ratio=None, status=Status.NOT_APPLICABLE, reason=reason)
    found = statistics.mover_ratio(above, below)
    nobody = below.x == 0
    return replace(
        base,
        ratio=None if nobody else found.value,
        interval=found.interval,
        se_log=statistics.log_ratio_and_error(above, below)[1] if above.x and below.x else None,
        one_person_reverses=statistics.one_case_reverses(above, below),
        status=Status.NOT_APPLICABLE if nobody else Status.SHOWN,
        reason=f"Nobody in one group was {measured.happened}." if nobody else "",
    )


def _why_none(top: Rate, under: Rate) -> Status:
    absent = [rate.status for rate in (top, under) if not rate.is_shown]
    return absent[0] if absent else Status.MISSING


def protected(likelihood: Likelihood, least: int) -> Likelihood:
    """Return the likelihood as it may be shown: one decimal and no counts when either is small."""
    counts = [r.people for r in (likelihood.bme, likelihood.white) if r is not None]
    if all(count is None or count >= least for count in counts):
        return likelihood
    interval = likelihood.interval
    shown = interval and Interval(
        rounded(interval.low, 1),
        rounded(interval.high, 1) if math.isfinite(interval.high) else interval.high,
    )
    return replace(
        likelihood,
        ratio=None if likelihood.ratio is None else rounded(likelihood.ratio, 1),
        printed=None,
        interval=shown,
        # Rounded up: enough for a cautious trend, and no way back to the counts.
        # Whether one case turns the ratio round is told by few counts only.
        one_person_reverses=None,
        se_log=None if likelihood.se_log is None else math.ceil(likelihood.se_log * 10) / 10,
        decimals=1,
        small_numbers=True,
        bme=None,
        white=None,
    )
