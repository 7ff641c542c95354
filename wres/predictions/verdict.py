"""What came of a prediction: moved as hoped, moved the other way, or cannot tell and why.

The change counts beyond the benchmark's own: where every trust moved, one activity did not do it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from wres import statistics
from wres.measures import Likelihood, Rate, Representation, percent, rounded
from wres.predictions.changes import (
    Change,
    benchmark_change,
    own_change,
    predicted_size,
    shown_step,
    smallest_seen,
)
from wres.predictions.prediction import Prediction
from wres.predictions.reading import Reading
from wres.statistics import Interval
from wres.terms import Status

# One side of a 95% interval: with nothing changed, "as hoped" comes out this often by chance.
CHANCE_AS_HOPED = 0.025
FALSE_DISCOVERIES = 0.05


class Outcome(Enum):
    """What came of a prediction."""

    AS_HOPED = "moved as hoped"
    OTHER_WAY = "moved the other way"
    CANNOT_TELL = "cannot tell"
    WAITING = "waiting"


class Reason(Enum):
    """Why it cannot be told."""

    BREAK = "break"
    DOUBTFUL = "doubtful"
    HIDDEN = "hidden"
    LOCKED_LATE = "locked late"
    MISSING = "missing"
    NO_BASE = "no base"
    NO_BENCHMARK = "no benchmark"
    NO_RATIO = "no ratio"
    ONE_PERSON = "one person"
    ONLY_OTHERS = "only others"
    OTHERS_TOO = "others too"
    UNCHANGED = "unchanged"
    WITHIN_CHANCE = "within chance"


class Reach(Enum):
    """Whether a figure that moved as hoped moved as far as was predicted."""

    AS_FAR = "as far"
    CLEARLY_LESS = "clearly less"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A change as people read it: a difference of proportions, or a ratio now over before.

    ``interval`` is None where nothing was sampled, or where it would give small counts away.
    """

    value: float
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of one prediction, with the figures it was judged by.

    ``own`` is the organisation's change, ``others`` the benchmark's, ``beyond`` the one beyond
    the other. ``needed`` is the change that was likely to be seen; ``p_value`` (0 to 1) the
    chance of a change beyond the benchmark's at least this big, either way, with nothing changed.
    """

    prediction: Prediction
    outcome: Outcome
    before: Reading
    now: Reading
    reason: Reason | None = None
    cut: str = ""
    own: Moved | None = None
    others: Moved | None = None
    beyond: Moved | None = None
    reach: Reach | None = None
    needed: float | None = None
    p_value: float | None = None

    @property
    def small_numbers(self) -> bool:
        """Whether a ratio rests on so few people that its range is not shown."""
        figures = (self.before.figure, self.now.figure)
        return any(isinstance(one, Likelihood) and one.small_numbers for one in figures)


def judge(one: Prediction, before: Reading, now: Reading, *, cut: str = "") -> Verdict:
    """Return what came of a prediction; ``cut`` is why the two years may not be compared.

    As hoped, or the other way, only when the organisation's figure moved that way and the 95%
    interval of its change beyond the benchmark's leaves out no change. Posts are counted: they
    move when more than one person's appointment stands behind it.

    Source:
        Difference in differences by square-and-add: Newcombe (2001), Stat Med 20, 2885-2893; a
        benchmark without a base, or with twenty times the base, is fixed (docs/method.md 1.5).
    """
    bare = Verdict(prediction=one, outcome=Outcome.CANNOT_TELL, before=before, now=now, cut=cut)
    absent = _why_not(before) or _why_not(now)
    if absent is not None:
        return replace(bare, reason=absent)
    if cut:
        return replace(bare, reason=Reason.BREAK)
    if isinstance(before.figure, Representation):
        return _judge_posts(bare)
    own = own_change(before, now)
    if own.interval is None:
        bare = replace(bare, own=Moved(value=own.told))
        return replace(bare, reason=_untested(before, now))
    return _beside(bare, own)


def _why_not(reading: Reading) -> Reason | None:
    if reading.is_shown:
        return None
    if reading.status in (Status.HIDDEN, Status.BELOW, Status.ABOVE):
        return Reason.HIDDEN
    if isinstance(reading.figure, Likelihood) and reading.status is Status.NOT_APPLICABLE:
        return Reason.NO_RATIO
    return Reason.MISSING


def _untested(before: Reading, now: Reading) -> Reason:
    figures = (before.figure, now.figure)
    doubted = [one for one in figures if isinstance(one, Rate) and one.status is Status.DOUBTFUL]
    if doubted:
        return Reason.DOUBTFUL
    if any(isinstance(one, Likelihood) and one.ratio == 0 for one in figures):
        return Reason.NO_RATIO
    return Reason.NO_BASE


def _beside(bare: Verdict, own: Change) -> Verdict:
    others = benchmark_change(bare.before, bare.now)
    small = bare.small_numbers
    needed = smallest_seen(bare.prediction, bare.before, bare.now)
    bare = replace(bare, own=_moved(own, small=small), needed=needed)
    if others is None:
        return replace(bare, reason=Reason.NO_BENCHMARK)
    beyond = own.beyond(others)
    limits = beyond.interval or Interval(beyond.value, beyond.value)
    bare = replace(
        bare,
        others=_moved(others, small=small),
        beyond=_moved(beyond, small=small),
        p_value=statistics.p_from_interval(beyond.value, limits, reference=0.0),
    )
    if limits.contains(0.0):
        is_clear = own.interval is not None and not own.interval.contains(0.0)
        return replace(bare, reason=Reason.OTHERS_TOO if is_clear else Reason.WITHIN_CHANCE)
    step = shown_step(bare.before, bare.now)
    if step * beyond.value <= 0:
        return replace(bare, reason=Reason.ONLY_OTHERS)
    return _decided(bare, beyond)


def _decided(bare: Verdict, beyond: Change) -> Verdict:
    one = bare.prediction
    sign = one.direction.sign
    if sign * beyond.value < 0:
        return replace(bare, outcome=Outcome.OTHER_WAY)
    size = predicted_size(one, bare.before)
    places = 3
    far = sign * beyond.value
    reach = Reach.AS_FAR if rounded(far, places) >= rounded(size, places) else Reach.LESS
    if reach is Reach.LESS and beyond.interval is not None:
        furthest = max(sign * beyond.interval.low, sign * beyond.interval.high)
        reach = Reach.CLEARLY_LESS if furthest < size else Reach.LESS
    return replace(bare, outcome=Outcome.AS_HOPED, reach=reach)


def _moved(change: Change, *, small: bool) -> Moved:
    return Moved(value=change.told, interval=None if small else change.told_interval)


def _judge_posts(bare: Verdict) -> Verdict:
    """Posts beside the share of the workforce: complete counts, so people and not chance."""
    then, now = bare.before.figure, bare.now.figure
    if not (isinstance(then, Representation) and isinstance(now, Representation)):
        return replace(bare, reason=Reason.MISSING)
    own = Change(now.share - then.share)
    others = Change(now.workforce_share - then.workforce_share)
    beyond = Change(own.value - others.value)
    bare = replace(
        bare,
        own=Moved(value=own.value),
        others=Moved(value=others.value),
        beyond=Moved(value=beyond.value),
    )
    if percent(beyond.value) == 0:
        return replace(bare, reason=Reason.UNCHANGED)
    if own.value * beyond.value <= 0:
        return replace(bare, reason=Reason.ONLY_OTHERS)
    person = (1 if beyond.value > 0 else -1) / now.posts
    if (beyond.value - person) * beyond.value <= 0 or (own.value - person) * own.value <= 0:
        return replace(bare, reason=Reason.ONE_PERSON)
    return _decided(bare, beyond)


def expected_by_chance(verdicts: Iterable[Verdict]) -> tuple[int, float]:
    """Return how many verdicts were tested, and how many chance alone would call as hoped.

    Source:
        One side of a 95% interval: 0.025 a test (docs/method.md 1.17).
    """
    tested = sum(one.p_value is not None for one in verdicts)
    return tested, rounded(tested * CHANCE_AS_HOPED, 1)


def still_clear(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """Return the record ids of the verdicts that stay clear when all of them are allowed for.

    Source:
        Benjamini and Hochberg (1995), J R Stat Soc B 57, 289-300, at 5%.
    """
    tested = [(one, one.p_value) for one in verdicts if one.p_value is not None]
    adjusted = statistics.benjamini_hochberg([p for _, p in tested])
    decided = (Outcome.AS_HOPED, Outcome.OTHER_WAY)
    return frozenset(
        one.prediction.record_id
        for (one, _), p in zip(tested, adjusted, strict=True)
        if one.outcome in decided and p <= FALSE_DISCOVERIES
    )
