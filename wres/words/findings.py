"""One sentence for every outcome of every trigger. Nothing else in the program says worse.

No word of worse, rising or opening without the outcome behind it, and with “no clear evidence”
always what the survey could have seen.
"""

from __future__ import annotations

from wres.benchmarks import BenchmarkFigure, NoBenchmark
from wres.comparisons import (
    BenchmarkComparison,
    GapComparison,
    Point,
    Qualified,
    TrendComparison,
)
from wres.concerns import Finding
from wres.measures import Representation, percent, rounded
from wres.terms import EthnicGroup, Trigger
from wres.words.figures import percent_text, points_text
from wres.words.labels import HIDDEN, band_label, benchmark_with_whom, staff_group_label, staff_of
from wres.words.movements import gap_sentence, trend_sentence
from wres.words.presets import SPOKEN, Labels

_NOT_A_SAMPLE = "These are counts of people, not a sample, so there is no test of chance."
TRIGGER_LABELS = {
    Trigger.WORSE_THAN_BENCHMARK: "Worse than benchmark",
    Trigger.TREND_IN_DECLINE: "Trend in decline",
    Trigger.DIFFERENTIAL_OPENING: "Differential opening up",
    Trigger.REPRESENTATION: "Too few in senior posts",
}


def trigger_label(trigger: Trigger) -> str:
    """Return the name of a trigger."""
    return TRIGGER_LABELS[trigger]


def finding_sentence(finding: Finding, labels: Labels = SPOKEN) -> str:
    """Return what was found for one trigger, with its arithmetic and how sure we are."""
    detail = finding.detail
    if isinstance(detail, BenchmarkComparison):
        return benchmark_sentence(detail, labels)
    if isinstance(detail, TrendComparison):
        return trend_sentence(detail)
    if isinstance(detail, GapComparison):
        return gap_sentence(detail, labels)
    return representation_sentence(detail, labels)


def _number(value: float, compared: BenchmarkComparison) -> str:
    if compared.is_ratio:
        return f"{rounded(value, compared.decimals):.{compared.decimals}f}"
    return percent_text(value)


def benchmark_sentence(compared: BenchmarkComparison, labels: Labels = SPOKEN) -> str:
    """Return how a figure stands beside its benchmark, in both answers."""
    benchmark = compared.benchmark
    if isinstance(benchmark, NoBenchmark):
        return _no_benchmark(benchmark)
    if compared.value is None or compared.point is Point.NOT_ASSESSABLE:
        return "There is no figure to compare."
    shown = _number(compared.value, compared)
    beside = f"{_number(benchmark.value, compared)} for {benchmark_with_whom(benchmark)}"
    opening = f"{shown}{_of_whom(compared, benchmark, labels)}, beside {beside}."
    if compared.point is Point.SAME:
        return f"{opening} The two are the same at this precision.{_clear_part(compared)}"
    word = compared.point.value
    if compared.qualified is Qualified.NOT_ASSESSABLE:
        return (
            f"{opening} That is {word} on the figures. The number of responses is not published, "
            "so we cannot say how firm this is."
        )
    if compared.qualified.value == word:
        return (
            f"{opening} This is clearly {word}: chance alone would rarely make a difference this "
            f"big (likely range {_limits(compared)})."
        )
    unclear = f"The true level could be anywhere from {_limits(compared)}, so there"
    if compared.small_numbers:
        unclear = "It is about few people, so its likely range is not shown. There"
    return (
        f"{opening} That is {word} on the figures. {unclear} is no clear evidence of a real "
        f"difference.{_could_be_seen(compared)}"
    )


def _of_whom(compared: BenchmarkComparison, benchmark: BenchmarkFigure, labels: Labels) -> str:
    if compared.is_ratio:
        return " times as likely"
    return f" of {staff_of(benchmark.ethnic_group, labels)}"


def _clear_part(compared: BenchmarkComparison) -> str:
    if compared.qualified is Qualified.NOT_ASSESSABLE:
        return " Without the number of responses nothing can be called clear."
    return f" The likely range is {_limits(compared)}."


def _limits(compared: BenchmarkComparison) -> str:
    if compared.interval is None:
        return "not known"
    if compared.small_numbers:
        return f"{HIDDEN[0].lower()}{HIDDEN[1:]}"
    low, high = compared.interval.low, compared.interval.high
    if high == float("inf"):
        return f"{_number(low, compared)} upwards"
    return f"{_number(low, compared)} to {_number(high, compared)}"


def _could_be_seen(compared: BenchmarkComparison) -> str:
    if not compared.detectable:
        return ""
    seen = points_text(percent(compared.detectable))
    return f" A difference of less than about {seen} would not show up here."


def _no_benchmark(benchmark: NoBenchmark) -> str:
    if benchmark.nearest is None:
        return benchmark.reason
    near = benchmark.nearest
    ratio = near.unit.value == "ratio"
    value = f"{near.value:.2f}" if ratio else percent_text(near.value)
    return (
        f"{benchmark.reason} The nearest is {value} for WRES {near.wres_year}; figures of "
        "different years are not compared."
    )


def representation_sentence(found: Representation, labels: Labels = SPOKEN) -> str:
    """Return a share of posts beside the workforce share, in people and points."""
    where = (
        f"on the {staff_group_label(found.staff_group).lower().removeprefix('whole ')}"
        if found.indicator == 9
        else f"in {_lower_first(band_label(found.band))}"
    )
    whom = staff_of(EthnicGroup.BME, labels)
    opening = (
        f"{found.people:,} of {found.posts:,} {where} ({percent_text(found.share)}) are {whom}. "
        f"In the workforce it is {percent_text(found.workforce_share)}."
    )
    if found.people_short < 1 or found.points >= 0:
        return f"{opening} There is no shortfall."
    posts = "post" if found.people_short == 1 else "posts"
    worth = f" One appointment changes this by {points_text(found.one_person_points)}."
    tail = worth if found.posts <= 30 else ""
    short = f"The same share would be {found.people_short:,} more {posts}.{tail}"
    return f"{opening} {short} {_NOT_A_SAMPLE}"


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]
