"""Claims about a benchmark: its own figure, and how a trust stands beside it."""

from __future__ import annotations

from wres.answers.claim_looking import Checked, Look, firm, unseen
from wres.answers.claim_numbers import AGREES, Mark, Outcome, Why, all_of, cannot, number, way
from wres.answers.measured import benchmark_for
from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind
from wres.claims import Comparand
from wres.comparisons import (
    BenchmarkComparison,
    Qualified,
    against_benchmark,
    likelihood_against_benchmark,
)
from wres.indicators import POSTS_INDICATORS
from wres.measures import percent, rounded

_KINDS = {
    Comparand.GROUP: BenchmarkKind.GROUP,
    Comparand.NATIONAL: BenchmarkKind.NATIONAL,
    Comparand.PRACTICE: BenchmarkKind.PRACTICE,
    Comparand.REGION: BenchmarkKind.REGION,
}


def _benchmark(look: Look) -> Benchmark | None:
    """The benchmark a text names, or None when it is of another kind of trust."""
    claim, organisation = look.claim, look.evidence.organisations.get(look.cell.org_code)
    kind = BenchmarkKind.PRACTICE if organisation.made_up else BenchmarkKind.GROUP
    if claim.comparand is not None and claim.comparand is not Comparand.USUAL:
        kind = _KINDS[claim.comparand]
    if claim.comparand_type not in ("", organisation.benchmark_group.value):
        return None
    if kind not in {one.kind for one in look.evidence.comparators(look.cell.org_code)}:
        return None
    return benchmark_for(look.evidence, look.cell, look.reading.now, kind=kind)


def benchmark_level(look: Look) -> Checked:
    """Return what comes of a claim about the benchmark’s own figure."""
    found, figure = _benchmark(look), look.claim.figure
    if found is None or figure is None:
        return Checked(outcome=cannot(Why.OTHER_BENCHMARK), seen=look.seen())
    if not isinstance(found, BenchmarkFigure):
        return Checked(outcome=cannot(Why.NO_BENCHMARK), seen=look.seen(), note=found.reason)
    seen = look.seen(against=_compared(look, found))
    return Checked(outcome=_benchmark_number(look, found), seen=seen)


def _benchmark_number(look: Look, found: BenchmarkFigure) -> Outcome:
    figure = look.claim.figure
    if figure is None:
        return AGREES
    if look.measured.is_likelihood:
        outcome = number(figure, rounded(found.value, 2), decimals=2)
    else:
        outcome = number(figure, percent(found.value), decimals=1, exact=100 * found.value)
    is_ours = found.kind is BenchmarkKind.GROUP
    if is_ours and outcome.mark is Mark.DISAGREES:
        # Our median leaves the trust itself out; the printed report may not.
        return cannot(Why.BENCHMARK_NUMBER)
    return outcome


def _compared(look: Look, found: Benchmark) -> BenchmarkComparison | None:
    likelihood = look.likelihood(look.reading.now)
    if look.measured.is_likelihood:
        return likelihood_against_benchmark(likelihood, found) if likelihood else None
    return against_benchmark(look.rate(look.reading.now), found)


def against(look: Look) -> Checked:
    """Return what comes of a claim that sets a trust beside its benchmark."""
    if look.measured.number in POSTS_INDICATORS:
        return Checked(outcome=cannot(Why.OTHER_MEASURE), seen=look.seen())
    year = look.reading.now
    own = look.likelihood(year) if look.measured.is_likelihood else look.rate(year)
    why_not = unseen(own)
    if why_not is not None:
        return Checked(outcome=why_not, seen=look.seen())
    found = _benchmark(look)
    if found is None:
        return Checked(outcome=cannot(Why.OTHER_BENCHMARK), seen=look.seen())
    compared = _compared(look, found)
    if not isinstance(found, BenchmarkFigure) or compared is None or compared.value is None:
        note = "" if isinstance(found, BenchmarkFigure) else found.reason
        return Checked(outcome=cannot(Why.NO_BENCHMARK), seen=look.seen(), note=note)
    scale = 1 if compared.is_ratio else 100
    shown = [rounded(scale * v, compared.decimals) for v in (compared.value, found.value)]
    worse_up = look.worse_up
    if compared.is_ratio and min(shown) >= 1:
        worse_up = True
    outcomes = [way(r, shown[0], shown[1], higher_is_worse=worse_up) for r in look.claim.relations]
    outcomes.append(_benchmark_number(look, found))
    if look.claim.firm:
        tested = compared.qualified is not Qualified.NOT_ASSESSABLE
        clear = compared.qualified is not Qualified.NO_CLEAR_DIFFERENCE
        outcomes.append(firm(clear if tested else None))
    return Checked(outcome=all_of(outcomes), seen=look.seen(against=compared))
