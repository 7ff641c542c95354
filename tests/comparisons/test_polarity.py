"""Turning an indicator's polarity round turns every verdict, word and flag, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.building import benchmark, gap
from wres import indicators, words
from wres.comparisons import (
    BenchmarkComparison,
    GapComparison,
    GapPoint,
    GapQualified,
    Point,
    Qualified,
    TrendComparison,
    TrendPoint,
    TrendQualified,
)
from wres.concerns import Assessment, assess_survey
from wres.indicators import Polarity
from wres.measures import Gap

TURNED: dict[object, object] = {
    Point.WORSE: Point.BETTER,
    Qualified.WORSE: Qualified.BETTER,
    TrendPoint.DECLINING: TrendPoint.IMPROVING,
    TrendPoint.WORSE_THAN_LAST_YEAR: TrendPoint.BETTER_THAN_LAST_YEAR,
    TrendQualified.CLEAR_DECLINE: TrendQualified.CLEAR_IMPROVEMENT,
    TrendQualified.CLEAR_WORSENING: TrendQualified.CLEAR_BETTERMENT,
    GapPoint.OPENING: GapPoint.CLOSING,
    GapQualified.CLEAR_OPENING: GapQualified.CLEAR_CLOSING,
}
TURNED |= {after: before for before, after in TURNED.items()}
SIDES = {"worse": "better", "better": "worse", "Worse": "Better", "Better": "Worse"}


@contextmanager
def turned(number: int) -> Iterator[None]:
    """Turn the registered polarity of an indicator round for a while."""
    known = indicators.indicator(number)
    other = Polarity.HIGH_IS_GOOD if known.higher_is_worse else Polarity.LOW_IS_GOOD
    with patch.dict(indicators._BY_NUMBER, {number: replace(known, polarity=other)}):
        yield


@st.composite
def series(draw: st.DrawFn) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """One to five years of BME and White counts."""
    years = draw(st.integers(1, 5))
    base = draw(st.integers(30, 2_000))
    counts = st.integers(1, base - 1)
    return tuple(((draw(counts), base), (draw(counts), base)) for _ in range(years))


def _assessed(number: int, counted: tuple[tuple[tuple[int, int], tuple[int, int]], ...]) -> Gaps:
    first = 2026 - len(counted)
    gaps = tuple(gap(number, b, w, year=first + at) for at, (b, w) in enumerate(counted))
    found = assess_survey(gaps, benchmark(number, 0.2))
    assert found is not None
    return gaps, found


Gaps = tuple[tuple[Gap, ...], Assessment]


@given(counted=series())
@settings(max_examples=150, deadline=None)
def test_turning_polarity_turns_every_verdict_and_no_figure(
    counted: tuple[tuple[tuple[int, int], tuple[int, int]], ...],
) -> None:
    """Of indicator 8, each answer becomes its mirror and each figure stays what it was."""
    gaps, found = _assessed(8, counted)
    with turned(8):
        other_gaps, other = _assessed(8, counted)
    for one, two in zip(found.findings, other.findings, strict=True):
        _mirrored(one.detail, two.detail)
    for here, there in zip(gaps, other_gaps, strict=True):
        assert (here.value, here.interval, here.bme, here.white) == (
            there.value,
            there.interval,
            there.bme,
            there.white,
        )
        assert here.adverse == -(there.adverse or 0.0)
        assert words.gap_text(here) == words.gap_text(there)


def _mirrored(one: object, two: object) -> None:
    assert isinstance(one, BenchmarkComparison | TrendComparison | GapComparison)
    assert isinstance(two, BenchmarkComparison | TrendComparison | GapComparison)
    assert two.point == TURNED.get(one.point, one.point)
    assert two.qualified == TURNED.get(one.qualified, one.qualified)
    assert two.detectable == one.detectable
    if one.p_worse is not None and two.p_worse is not None and one.p_worse != two.p_worse:
        assert abs(one.p_worse + two.p_worse - 1) < 1e-9
    if isinstance(one, BenchmarkComparison) and isinstance(two, BenchmarkComparison):
        assert (one.value, one.interval) == (two.value, two.interval)
        assert _sides_turned(words.benchmark_sentence(one)) == words.benchmark_sentence(two)
    if isinstance(one, TrendComparison) and isinstance(two, TrendComparison):
        assert (one.values, one.slope, one.steady) == (two.values, two.slope, two.steady)
        assert _sides_turned(words.trend_sentence(one)) == words.trend_sentence(two)
    if isinstance(one, GapComparison) and isinstance(two, GapComparison):
        assert (one.change is None) == (two.change is None)
        assert abs((one.change or 0.0) + (two.change or 0.0)) < 1e-12
        assert not (one.worse_off and two.worse_off)


def _sides_turned(text: str) -> str:
    return " ".join(
        SIDES.get(word.strip("(:,."), word.strip("(:,.")).join(word.split(word.strip("(:,."), 1))
        if word.strip("(:,.") in SIDES
        else word
        for word in text.split(" ")
    )


@given(counted=series())
@settings(max_examples=60, deadline=None)
def test_a_flag_is_never_up_on_both_sides(
    counted: tuple[tuple[tuple[int, int], tuple[int, int]], ...],
) -> None:
    """What raises a flag one way round raises none the other way round."""
    _, found = _assessed(8, counted)
    with turned(8):
        _, other = _assessed(8, counted)
    for one, two in zip(found.findings, other.findings, strict=True):
        assert not (one.raised and two.raised)
        assert not (one.clear and two.clear)
