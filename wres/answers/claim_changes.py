"""Claims about a change: of one group’s figure, of a relative likelihood, of the gap."""

from __future__ import annotations

from wres.answers.claim_looking import Checked, Look, firm, unseen
from wres.answers.claim_numbers import Outcome, Why, all_of, cannot, number, way
from wres.comparisons import (
    GapQualified,
    TrendComparison,
    TrendQualified,
    gap_change,
    likelihood_trend,
    trend,
)
from wres.measures import rounded

_CLEAR = (TrendQualified.CLEAR_WORSENING, TrendQualified.CLEAR_BETTERMENT)


def change(look: Look) -> Checked:
    """Return what comes of a claim that a figure has changed since another year."""
    before = look.reading.before
    if before is None:
        return Checked(outcome=cannot(Why.WHICH_YEAR), seen=look.seen())
    if look.measured.is_likelihood:
        return _ratio_change(look, before)
    rates = look.rate(before), look.rate(look.reading.now)
    why_not = unseen(*rates)
    if why_not is not None:
        return Checked(outcome=why_not, seen=look.seen())
    series = trend(rates)
    if len(series.years) < 2:
        note = series.break_reason
        return Checked(outcome=cannot(Why.BREAK), seen=look.seen(), note=note)
    outcomes = _moved(look, series.shown[0], series.shown[1], 1)
    if look.claim.firm:
        outcomes.append(_firm_change(look, series))
    shown = series if look.measured.is_survey else None
    return Checked(outcome=all_of(outcomes), seen=look.seen(change=shown))


def _firm_change(look: Look, series: TrendComparison) -> Outcome:
    untested = series.qualified is TrendQualified.NOT_ASSESSABLE
    if untested or not look.measured.is_survey:
        return cannot(Why.CHANCE_UNKNOWN)
    return firm(series.qualified in _CLEAR)


def _moved(look: Look, before: float, now: float, decimals: int) -> list[Outcome]:
    claim, worse_up = look.claim, look.worse_up
    if look.measured.is_likelihood and before >= 1 and now >= 1:
        worse_up = True
    outcomes = [way(one, now, before, higher_is_worse=worse_up) for one in claim.relations]
    for figure, printed in ((claim.figure_before, before), (claim.figure, now)):
        if figure is not None:
            outcomes.append(number(figure, printed, decimals=decimals))
    if claim.size is not None:
        outcomes.append(number(claim.size, rounded(abs(now - before), decimals), decimals=decimals))
    return outcomes


def _ratio_change(look: Look, before: int) -> Checked:
    first, second = look.likelihood(before), look.likelihood(look.reading.now)
    why_not = unseen(first, second)
    if why_not is not None or first is None or second is None:
        return Checked(outcome=why_not or cannot(Why.NO_FIGURE), seen=look.seen())
    if look.claim.group not in (None, second.top):
        return Checked(outcome=cannot(Why.OTHER_WAY_UP), seen=look.seen())
    if look.claim.firm:
        return Checked(outcome=cannot(Why.CHANCE_UNKNOWN), seen=look.seen())
    pair = (first, second)
    decimals = min(first.decimals, second.decimals)
    shown = [rounded(one.ratio or 0.0, decimals) for one in pair]
    outcomes = _moved(look, shown[0], shown[1], decimals)
    return Checked(outcome=all_of(outcomes), seen=look.seen(change=likelihood_trend(pair)))


def gap_changed(look: Look) -> Checked:
    """Return what comes of a claim that the gap has changed since another year."""
    before = look.reading.before
    if before is None or not look.measured.is_survey:
        return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())
    gaps = look.gap(before), look.gap(look.reading.now)
    why_not = unseen(*(rate for gap in gaps for rate in (gap.bme, gap.white)))
    if why_not is not None:
        return Checked(outcome=why_not, seen=look.seen())
    compared = gap_change(gaps)
    if compared.before is None or compared.change is None:
        note = compared.break_reason
        return Checked(outcome=cannot(Why.BREAK), seen=look.seen(), note=note)
    points = [gap.points or 0.0 for gap in gaps]
    if points[0] * points[1] < 0:
        return Checked(outcome=cannot(Why.NOT_BETTER_OR_WORSE), seen=look.seen())
    sizes = [abs(one) for one in points]
    outcomes = _moved(look, sizes[0], sizes[1], 1)
    if look.claim.firm:
        tested = compared.qualified is not GapQualified.NOT_ASSESSABLE
        clear = compared.qualified is not GapQualified.NO_CLEAR_CHANGE
        outcomes.append(firm(clear if tested else None))
    return Checked(outcome=all_of(outcomes), seen=look.seen(gap_change=compared))
