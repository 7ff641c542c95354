"""One reading of a claim beside the publication: each kind of claim has its check.

Only printed figures decide. A hidden figure answers nothing, whatever the text says of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wres.answers.claim_benchmarks import against, benchmark_level
from wres.answers.claim_changes import change, gap_changed
from wres.answers.claim_looking import (
    Checked,
    Look,
    Reading,
    Seen,
    firm,
    percent_of,
    unseen,
)
from wres.answers.claim_numbers import (
    Mark,
    Outcome,
    Why,
    all_of,
    cannot,
    either,
    number,
    way,
    wrong,
)
from wres.answers.evidence import Evidence
from wres.claims import Kind
from wres.indicators import POSTS_INDICATORS
from wres.measures import percent, rounded
from wres.terms import EthnicGroup

# Two percentages of one decimal each bear no more in their ratio.
MOST_RATIO_DECIMALS = 2


def check(evidence: Evidence, reading: Reading) -> Checked:
    """Return what one reading of a claim comes to beside the publication."""
    look = Look(evidence, reading)
    return _CHECKS[reading.claim.kind](look)


def look_only(evidence: Evidence, reading: Reading) -> Seen:
    """Return what is published where a claim that cannot be judged looks."""
    return Look(evidence, reading).seen()


def _level(look: Look) -> Checked:
    figure = look.claim.figure
    if look.measured.is_likelihood or figure is None:
        return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())
    rate = look.rate(look.reading.now)
    why_not = unseen(rate)
    if why_not is not None:
        return Checked(outcome=why_not, seen=look.seen())
    printed, exact = percent_of(rate)
    return Checked(outcome=number(figure, printed, decimals=1, exact=exact), seen=look.seen())


def _ratio(look: Look) -> Checked:
    figure = look.claim.figure
    if figure is None or look.measured.number in POSTS_INDICATORS:
        return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())
    found = _printed_ratio if look.measured.is_likelihood else _ratio_of_rates
    return Checked(outcome=found(look), seen=look.seen())


def _printed_ratio(look: Look) -> Outcome:
    likelihood, figure = look.likelihood(look.reading.now), look.claim.figure
    why_not = unseen(likelihood)
    if why_not is not None or likelihood is None or figure is None:
        return why_not or cannot(Why.NO_FIGURE)
    shown = likelihood.shown_ratio or 0.0
    if look.claim.group not in (None, likelihood.top):
        # The published ratio has the other group on top; only a wrong direction can be seen.
        if figure.value > 1 and shown >= 1:
            return wrong(Why.WRONG_WAY)
        return cannot(Why.OTHER_WAY_UP)
    return number(figure, shown, decimals=likelihood.decimals)


def _ratio_of_rates(look: Look) -> Outcome:
    claim, year = look.claim, look.reading.now
    if claim.group is None or claim.other is None or claim.figure is None:
        return cannot(Why.OTHER_MEASURE)
    top, under = look.rate(year, claim.group), look.rate(year, claim.other)
    why_not = unseen(top, under)
    if why_not is not None:
        return why_not
    first, second = percent_of(top), percent_of(under)
    if not first[0] or not second[0]:
        return cannot(Why.OTHER_MEASURE)
    decimals = claim.figure.decimals
    if decimals > MOST_RATIO_DECIMALS:
        return cannot(Why.ROUNDING)
    return either(
        claim.figure,
        rounded(first[0] / second[0], decimals),
        rounded(first[1] / second[1], decimals),
        decimals=decimals,
    )


def _gap(look: Look) -> Checked:
    if not look.measured.is_survey or look.claim.figure is None:
        return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())
    gap, claim, figure = look.gap(look.reading.now), look.claim, look.claim.figure
    why_not = unseen(gap.bme, gap.white)
    if why_not is not None or gap.points is None:
        return Checked(outcome=why_not or cannot(Why.NO_FIGURE), seen=look.seen())
    printed = rounded(percent(gap.bme.value or 0.0) - percent(gap.white.value or 0.0), 1)
    outcome = number(figure, abs(gap.points), decimals=1)
    if (
        outcome.mark is Mark.DISAGREES
        and number(figure, abs(printed), decimals=1).mark is Mark.AGREES
    ):
        # The difference of the two figures beside it: another rounding of the same gap.
        outcome = cannot(Why.ROUNDING)
    outcomes = [outcome]
    sign = -1 if claim.group is EthnicGroup.WHITE else 1
    outcomes += [way(one, sign * gap.points, 0.0, higher_is_worse=None) for one in claim.relations]
    return Checked(outcome=all_of(outcomes), seen=look.seen())


def _between(look: Look) -> Checked:
    claim, year = look.claim, look.reading.now
    if look.measured.is_likelihood:
        return Checked(outcome=_likelier(look), seen=look.seen())
    if not look.measured.is_survey or claim.group is None or claim.other is None:
        return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())
    first, second = look.rate(year, claim.group), look.rate(year, claim.other)
    why_not = unseen(first, second)
    if why_not is not None:
        return Checked(outcome=why_not, seen=look.seen())
    shown = percent(first.value or 0.0), percent(second.value or 0.0)
    outcomes = [way(one, *shown, higher_is_worse=look.worse_up) for one in claim.relations]
    if claim.firm:
        gap = look.gap(year)
        outcomes.append(firm(None if gap.interval is None else gap.is_clear))
    return Checked(outcome=all_of(outcomes), seen=look.seen())


def _likelier(look: Look) -> Outcome:
    likelihood, claim = look.likelihood(look.reading.now), look.claim
    why_not = unseen(likelihood)
    if why_not is not None or likelihood is None:
        return why_not or cannot(Why.NO_FIGURE)
    shown = likelihood.shown_ratio or 0.0
    pair = (shown, 1.0) if claim.group is likelihood.top else (1.0, shown)
    outcomes = [way(one, *pair, higher_is_worse=None) for one in claim.relations]
    if claim.firm:
        outcomes.append(firm(None if likelihood.interval is None else likelihood.is_clear))
    return all_of(outcomes)


def _unread(look: Look) -> Checked:
    return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())


_CHECKS: Mapping[Kind, Callable[[Look], Checked]] = {
    Kind.AGAINST_BENCHMARK: against,
    Kind.BENCHMARK_LEVEL: benchmark_level,
    Kind.BETWEEN_GROUPS: _between,
    Kind.CHANGE: change,
    Kind.GAP: _gap,
    Kind.GAP_CHANGE: gap_changed,
    Kind.LEVEL: _level,
    Kind.RATIO: _ratio,
    Kind.UNREAD: _unread,
}
