"""Thousands of generated sentences: no claim without its outcome, in plain and short words."""

from __future__ import annotations

import re

import pytest

from tests.test_words import NEVER
from tests.words.outcomes import Said, outcomes, said
from tests.words.reading import LONGEST, OLDEST, WORD, reading_age, sentences
from wres import words
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
from wres.concerns import Assessment

OUTCOMES = 900
LEAST_SENTENCES = 5_000
# Each claim, and the outcomes of which one must stand behind it.
CLAIMS: tuple[tuple[str, set[object]], ...] = (
    (
        r"\b(is|years running|figures|Getting|Clearly)? ?\bworse\b(?! faster)",
        {
            Point.WORSE,
            TrendPoint.DECLINING,
            TrendPoint.WORSE_THAN_LAST_YEAR,
            TrendQualified.CLEAR_DECLINE,
            GapPoint.CLOSING,
        },
    ),
    (
        r"\bbetter\b",
        {
            Point.BETTER,
            TrendPoint.IMPROVING,
            TrendPoint.BETTER_THAN_LAST_YEAR,
            TrendQualified.CLEAR_IMPROVEMENT,
        },
    ),
    (r"\bhas opened\b", {GapQualified.CLEAR_OPENING}),
    (r"\bclearly narrowed\b", {GapQualified.CLEAR_CLOSING}),
    (r"\bnarrower on\b", {GapPoint.CLOSING}),
    (
        r"\b[Cc]learly\b|more than chance|chance alone would rarely",
        {
            Qualified.WORSE,
            Qualified.BETTER,
            TrendQualified.CLEAR_DECLINE,
            TrendQualified.CLEAR_IMPROVEMENT,
            TrendQualified.CLEAR_WORSENING,
            TrendQualified.CLEAR_BETTERMENT,
            GapQualified.CLEAR_OPENING,
            GapQualified.CLEAR_CLOSING,
        },
    ),
    (
        r"the same\b|unchanged",
        {Point.SAME, GapPoint.UNCHANGED, TrendPoint.SAME_AS_LAST_YEAR},
    ),
)


@pytest.fixture(scope="module")
def assessed() -> list[Assessment]:
    """Outcomes of every kind."""
    return list(outcomes(OUTCOMES))


@pytest.fixture(scope="module")
def everything(assessed: list[Assessment]) -> list[Said]:
    """Everything said of them."""
    return [one for found in assessed for one in said(found) if one.text]


def test_the_reading_age_is_the_formula_worked_out_by_hand() -> None:
    """Thirteen words of 41 letters in two sentences."""
    assert reading_age(["The cat sat on the mat. It was a large dog there today."]) == (
        pytest.approx(4.71 * 41 / 13 + 0.5 * 13 / 2 - 16.43)
    )


def test_there_are_thousands_of_sentences(everything: list[Said]) -> None:
    """At least 5,000 were made, and every kind of outcome among them."""
    assert sum(len(sentences(one.text)) for one in everything) >= LEAST_SENTENCES
    met = {answer for one in everything if one.finding for answer in _answers(one)}
    # No figure of this kind can move the same way as last year's break, so two are out of reach.
    every = {*Point, *Qualified, *TrendPoint, *TrendQualified, *GapPoint, *GapQualified}
    assert every - met == set()


def _answers(one: Said) -> set[object]:
    detail = one.finding.detail if one.finding else None
    if isinstance(detail, BenchmarkComparison | TrendComparison | GapComparison):
        return {detail.point, detail.qualified}
    return set()


def test_no_claim_stands_without_its_outcome(everything: list[Said]) -> None:
    """Worse, better, opened, narrowed, clearly and the same each have their outcome behind them."""
    bare = [
        one.text
        for one in everything
        if one.finding is not None
        for claim, behind in CLAIMS
        if re.search(claim, one.text) and not behind & _answers(one)
    ]
    assert bare == []


def test_no_clear_evidence_comes_with_what_could_be_seen(everything: list[Said]) -> None:
    """Beside each “no clear evidence” stands the smallest change, or the range for a ratio.

    Where nobody or everybody said so, no smallest change can be worked out.
    """
    bare = [
        one.text
        for one in everything
        if "no clear evidence" in one.text
        and "would not show up here" not in one.text
        and not ("times as likely" in one.text and "could be anywhere from" in one.text)
        and not _nobody_or_everybody(one)
    ]
    assert bare == []


def _nobody_or_everybody(one: Said) -> bool:
    return re.search(r"\b(0\.0%|100\.0%)|\b0\.00\b", one.text) is not None


def test_every_figure_with_counts_has_its_range(assessed: list[Assessment]) -> None:
    """Both rates, the gap, the ratio and the gap change: each has its likely range in words."""
    met = set()
    for found in assessed:
        if found.gap is not None and found.gap.interval is not None:
            told = words.evidence_line(found)
            assert told.count("likely range") == 3, told
            met.add("gap")
        if found.likelihood is not None and found.likelihood.interval is not None:
            assert words.evidence_line(found).startswith("Likely range ")
            met.add("ratio")
        for one in found.findings:
            if isinstance(one.detail, GapComparison) and one.detail.interval is not None:
                said_so = words.finding_sentence(one)
                assert "(change " in said_so or "no gap against them" in said_so, said_so
                met.add("gap change")
    assert met == {"gap", "ratio", "gap change"}


def test_no_banned_word_is_said(everything: list[Said]) -> None:
    """No word the house never uses, and no hole where a figure should be."""
    assert [t.text for t in everything if NEVER.search(t.text) or "None" in t.text] == []
    assert [t.text for t in everything if re.search(r"\bnan\b|\binf\b", t.text)] == []


def test_every_sentence_is_short(everything: list[Said]) -> None:
    """No sentence has more than twenty words, figures counted."""
    long = {
        sentence
        for one in everything
        for sentence in sentences(one.text)
        if len(WORD.findall(sentence)) > LONGEST
    }
    assert long == set()


def test_what_is_said_of_an_indicator_is_read_at_twelve(assessed: list[Assessment]) -> None:
    """All that is said of one indicator, as one passage, has a reading age of 12 or under."""
    ages = [reading_age([one.text for one in said(found) if one.text]) for found in assessed]
    assert max(ages) <= OLDEST
    print(f"reading age up to {max(ages):.1f}, median {sorted(ages)[len(ages) // 2]:.1f}")
