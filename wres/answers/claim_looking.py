"""Where a claim looks in the publication: one reading of it, and the figures that are there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from wres.answers.claim_numbers import AGREES, Outcome, Why, cannot, wrong
from wres.answers.evidence import Evidence
from wres.answers.measured import (
    Cell,
    gap_at,
    likelihood_series,
    rate_at,
    representation_at,
)
from wres.claims import Claim
from wres.comparisons import BenchmarkComparison, GapComparison, TrendComparison
from wres.indicators import POSTS_INDICATORS, Indicator, indicator
from wres.measures import Gap, Likelihood, Rate, Representation, percent
from wres.terms import EthnicGroup, StaffGroup, Status

_PROTECTED = (Status.HIDDEN, Status.BELOW, Status.ABOVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a claim: one indicator, one year, and the year compared with."""

    claim: Claim
    org_code: str
    indicator: int
    now: int
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is published where a claim looks, for the sentence we would write."""

    org_code: str
    measured: Indicator
    wres_year: int
    group: EthnicGroup
    gap: Gap | None = None
    likelihood: Likelihood | None = None
    posts: Representation | None = None
    against: BenchmarkComparison | None = None
    change: TrendComparison | None = None
    gap_change: GapComparison | None = None
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of one reading, and what is published there; ``note`` says more of the reason."""

    outcome: Outcome
    seen: Seen | None = None
    note: str = ""


class Look:
    """The published figures one reading looks at."""

    def __init__(self, evidence: Evidence, reading: Reading) -> None:
        claim = reading.claim
        self.evidence, self.reading, self.claim = evidence, reading, claim
        self.measured = indicator(reading.indicator)
        whole = StaffGroup.BOARD if reading.indicator == 9 else StaffGroup.ALL
        staff = claim.staff_group if claim.staff_group is not StaffGroup.ALL else whole
        self.cell = Cell(
            org_code=reading.org_code,
            indicator=reading.indicator,
            group=claim.group or EthnicGroup.BME,
            band=claim.band,
            staff_group=staff,
        )

    @property
    def worse_up(self) -> bool | None:
        """Whether a higher figure is worse; None where neither way is by itself."""
        return self.measured.higher_is_worse if self.measured.is_survey else None

    def rate(self, year: int, group: EthnicGroup | None = None) -> Rate:
        """Return the rate of the claim’s group, or of another one, in a WRES year."""
        cell = self.cell if group is None else replace(self.cell, group=group)
        return rate_at(self.evidence, cell, year)

    def gap(self, year: int) -> Gap:
        """Return the gap, BME minus White, in a WRES year."""
        return gap_at(self.evidence, replace(self.cell, group=EthnicGroup.BME), year)

    def likelihood(self, year: int) -> Likelihood | None:
        """Return the relative likelihood of a WRES year, or None."""
        series = likelihood_series(self.evidence, self.cell)
        return next((one for one in series if one.wres_year == year), None)

    def seen(self, **more: Any) -> Seen:
        """Return what is published for the year of the claim: nothing of it when it is hidden."""
        year = self.reading.now
        found = Seen(
            org_code=self.cell.org_code,
            measured=self.measured,
            wres_year=year,
            group=self.cell.group,
        )
        if self.measured.is_likelihood:
            likelihood = self.likelihood(year)
            source = likelihood.source_id if likelihood else ""
            found = replace(found, likelihood=likelihood, source_id=source)
        else:
            gap = self.gap(year)
            found = replace(found, gap=gap, source_id=gap.bme.source_id or gap.white.source_id)
        if self.measured.number in POSTS_INDICATORS:
            cell = replace(self.cell, group=EthnicGroup.BME)
            found = replace(found, posts=representation_at(self.evidence, cell, year))
        return replace(found, **more)


def unseen(*rates: Rate | Likelihood | None) -> Outcome | None:
    """Return why figures cannot be looked at, or None; a hidden one is named first."""
    statuses = [Status.MISSING if rate is None else rate.status for rate in rates]
    if any(status in _PROTECTED for status in statuses):
        return cannot(Why.HIDDEN)
    for rate in rates:
        if isinstance(rate, Likelihood) and rate.shown_ratio is not None:
            continue
        if isinstance(rate, Rate) and rate.is_shown:
            continue
        return cannot(Why.NO_FIGURE)
    return cannot(Why.DOUBTFUL) if Status.DOUBTFUL in statuses else None


def percent_of(rate: Rate) -> tuple[float, float]:
    """Return a rate as printed, and in full, both in per cent."""
    return percent(rate.value or 0.0), 100 * (rate.value or 0.0)


def firm(is_clear: bool | None) -> Outcome:
    """Return whether “significantly” holds; None says that chance cannot be judged."""
    if is_clear is None:
        return cannot(Why.CHANCE_UNKNOWN)
    return AGREES if is_clear else wrong(Why.CHANCE)
