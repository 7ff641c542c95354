"""How like this trust and its concern a case study is: one mark a criterion, each with its reason.

A case is ranked by its marks in an order that a person may change. A mark is yes, no or not known;
not known stands between the two, so that nothing is gained or lost by a source that is silent.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from wres.indicators import INDICATOR_NUMBERS
from wres.library.case_movements import (
    Movement,
    gap_before,
    gap_movement,
    group_movement,
    ratio_movement,
)
from wres.library.case_studies import CaseStudy, EvidenceGrade, ShareLevel
from wres.terms import BenchmarkGroup, EthnicGroup, Trigger

# Choices of ours. Published shares of staff run from a few per cent to most of the staff.
CLOSE_BME_SHARE = 0.10
# About half of England's share of 28.6 per cent (WRES 2024).
LOW_BME_SHARE = 0.15
CLOSE_GAP = 0.03
CLOSE_RATIO = 1.5
TRIGGER_NAMES = {
    Trigger.WORSE_THAN_BENCHMARK: "worse than benchmark",
    Trigger.TREND_IN_DECLINE: "trend in decline",
    Trigger.DIFFERENTIAL_OPENING: "differential opening up",
    Trigger.REPRESENTATION: "representation",
}


class Criterion(Enum):
    """One way a case can be like this trust and its concern, in the usual order."""

    INDICATOR = "indicator"
    BENCHMARK_GROUP = "type of trust"
    EVIDENCE = "evidence"
    BME_SHARE = "BME share"
    TRIGGER = "trigger"
    GAP = "gap size"


USUAL_ORDER = tuple(Criterion)


@dataclass(frozen=True)
class Mark:
    """The answer to one criterion: yes, no, or None for not known; and why, in one sentence."""

    criterion: Criterion
    met: bool | None
    reason: str


@dataclass(frozen=True)
class Likeness:
    """How like this trust a case is, one mark for each criterion."""

    marks: tuple[Mark, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the sentence of every mark, in the order of the criteria."""
        return tuple(mark.reason for mark in self.marks)

    def met(self, criterion: Criterion) -> bool | None:
        """Return whether a criterion is met; None when that is not known."""
        return next((mark.met for mark in self.marks if mark.criterion is criterion), None)

    @property
    def for_it(self) -> tuple[str, ...]:
        """Return the reasons that speak for the case."""
        return tuple(mark.reason for mark in self.marks if mark.met)

    @property
    def against_it(self) -> tuple[str, ...]:
        """Return where the case differs or where that is not known."""
        return tuple(mark.reason for mark in self.marks if not mark.met)

    def place(self, order: Sequence[Criterion]) -> tuple[int, ...]:
        """Return the marks as numbers to sort by: yes, then not known, then no."""
        return tuple({True: 0, None: 1, False: 2}[self.met(one)] for one in order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a case is wanted for: the indicator, why it is a concern, how large, whose.

    ``gap`` is BME minus White, a difference of proportions; ``ratio`` is a relative likelihood in
    the standard's direction; ``bme_share`` is a proportion of staff, 0 to 1.
    """

    indicator: int
    benchmark_group: BenchmarkGroup
    triggers: tuple[Trigger, ...] = ()
    gap: float | None = None
    ratio: float | None = None
    bme_share: float | None = None


def order_with(first: Criterion | None) -> tuple[Criterion, ...]:
    """Return the criteria in the usual order, with one of them put before the others."""
    if first is None:
        return USUAL_ORDER
    return (first, *(one for one in USUAL_ORDER if one is not first))


def likeness(case: CaseStudy, need: Need) -> Likeness:
    """Return how like the trust that is looking a case is, with a reason for each criterion."""
    return Likeness(
        (
            _same_indicator(case, need),
            _same_group(case, need),
            _measured(case, need),
            _close_share(case, need),
            _answers_trigger(case, need),
            _close_gap(case, need),
        )
    )


def rank_for(
    cases: Iterable[CaseStudy], need: Need, *, first: Criterion | None = None
) -> tuple[tuple[CaseStudy, Likeness], ...]:
    """Return the cases, most like this trust first, each with its likeness.

    The criteria decide in the usual order, ``first`` before the others; then the stronger
    evidence grade, then the id.
    """
    order, here = order_with(first), partial(likeness, need=need)

    def place(pair: tuple[CaseStudy, Likeness]) -> tuple[object, ...]:
        grade = tuple(EvidenceGrade).index(pair[0].evidence_grade)
        return pair[1].place(order), grade, pair[0].id

    return tuple(sorted(((case, here(case)) for case in cases), key=place))


def _same_indicator(case: CaseStudy, need: Need) -> Mark:
    met = need.indicator in case.indicators
    if met and case.indicators == INDICATOR_NUMBERS:
        reason = f"About all nine indicators, {need.indicator} among them."
    elif met:
        reason = f"Same indicator: {need.indicator}."
    else:
        reason = f"Different indicator: the case is about {', '.join(map(str, case.indicators))}."
    return Mark(Criterion.INDICATOR, met, reason)


def _same_group(case: CaseStudy, need: Need) -> Mark:
    if case.org_type is BenchmarkGroup.NONE:
        return Mark(
            Criterion.BENCHMARK_GROUP, None, "The case is not of one trust, so it has no type."
        )
    met = case.org_type is need.benchmark_group
    there = case.org_type.value
    reason = f"Same type of trust: {there}." if met else f"Another type of trust: {there} there."
    return Mark(Criterion.BENCHMARK_GROUP, met, reason)


def _measured(case: CaseStudy, need: Need) -> Mark:
    own = case.figures_for(need.indicator)
    if case.evidence_grade is EvidenceGrade.ANECDOTE:
        met, reason = False, "Told only: the outcome of the work is not measured with numbers."
    elif not own:
        met = False
        reason = f"The outcome has numbers, but not for indicator {need.indicator} itself."
    else:
        counted = "with counts" if any(one.has_counts for one in own) else "without counts"
        met, reason = True, f"Outcome measured: {case.evidence_grade.value}, {counted}."
    return Mark(Criterion.EVIDENCE, met, reason)


def _close_share(case: CaseStudy, need: Need) -> Mark:
    here = need.bme_share
    if case.bme_share is None and (case.bme_share_level is None or here is None):
        reason = case.bme_share_words or "BME share of staff: not stated in the source."
        return Mark(Criterion.BME_SHARE, None, reason)
    if here is None:
        return Mark(Criterion.BME_SHARE, None, "BME share of this trust’s staff: not known here.")
    if case.bme_share is None:
        return _share_in_words(case.bme_share_level, here)
    met = abs(case.bme_share - here) <= CLOSE_BME_SHARE
    word = "close" if met else "not close"
    reason = f"BME share of staff is {word}: {case.bme_share:.0%} there, {here:.0%} here."
    return Mark(Criterion.BME_SHARE, met, reason)


def _share_in_words(level: ShareLevel | None, here: float) -> Mark:
    met = level is ShareLevel.LOW and here < LOW_BME_SHARE
    also = "low here too" if met else "not low here"
    reason = f"BME share of staff is low there, as its source says; {also}: {here:.0%}."
    return Mark(Criterion.BME_SHARE, met, reason)


def _answers_trigger(case: CaseStudy, need: Need) -> Mark:
    if not need.triggers:
        return Mark(Criterion.TRIGGER, None, "No trigger is raised here to be answered.")
    found = [(one, _movement_for(case, need, one)) for one in need.triggers]
    known = [(one, moved) for one, moved in found if moved is not None]
    if not known:
        return Mark(
            Criterion.TRIGGER,
            None,
            "The source prints no figures before and after that answer the trigger.",
        )
    trigger, moved = min(known, key=lambda pair: not pair[1].is_better)
    name, met = TRIGGER_NAMES[trigger], moved.is_better
    opening = f"Answers “{name}”" if met else f"Does not answer “{name}”"
    return Mark(Criterion.TRIGGER, met, f"{opening}: {moved.told}.")


def _movement_for(case: CaseStudy, need: Need, trigger: Trigger) -> Movement | None:
    if trigger is Trigger.DIFFERENTIAL_OPENING:
        return gap_movement(case, need.indicator)
    return group_movement(case, need.indicator, EthnicGroup.BME)


def _close_gap(case: CaseStudy, need: Need) -> Mark:
    ratio = ratio_movement(case, need.indicator)
    if need.ratio is not None and ratio is not None and need.ratio > 0 and ratio.before > 0:
        met = abs(math.log(ratio.before / need.ratio)) <= math.log(CLOSE_RATIO)
        word = "alike" if met else "not alike"
        told = (
            f"Size of the ratio is {word}: {ratio.before:.2f} there before, {need.ratio:.2f} here."
        )
        return Mark(Criterion.GAP, met, told)
    there = gap_before(case, need.indicator)
    if there is None or need.gap is None:
        missing = "the source gives none" if there is None else "none is known here"
        return Mark(Criterion.GAP, None, f"Size of the gap cannot be compared: {missing}.")
    met = abs(there - need.gap) <= CLOSE_GAP
    word = "alike" if met else "not alike"
    reason = (
        f"Size of the gap is {word}: {there * 100:.1f} points there before, "
        f"{need.gap * 100:.1f} here."
    )
    return Mark(Criterion.GAP, met, reason)
