"""The words say what was found: equal is equal, no clear word without the outcome behind it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wres import words
from wres.answers import View, areas_of_concern, explore, gather, where_we_stand
from wres.answers.evidence import Evidence
from wres.answers.questions import concern_card
from wres.library.shipped import load_shipped
from wres.measures import gap_between, rate_of
from wres.results import Result, Results
from wres.terms import EthnicGroup, Status
from wres.words.easy_read import easy_sentences

DATA = Path(__file__).resolve().parents[1] / "data"
# Words the house never uses of people, outside quotations of a source.
NEVER = re.compile(
    r"\b(BAME|non-White|Caucasian|coloured|Blacks|Mixed people|race gap|BME deficit)\b"
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def _rate(group: EthnicGroup, value: float | None, status: Status = Status.SHOWN) -> Result:
    return Result(
        org_code="R0A",
        wres_year=2025,
        survey_year=2024,
        indicator=5,
        ethnic_group=group,
        value=value,
        status=status,
    )


def test_a_gap_names_who_is_higher() -> None:
    """25.65% against 21.74% is 3.9 points higher, and the rounding is owned up to."""
    gap = gap_between(
        rate_of(_rate(EthnicGroup.BME, 0.2565)), rate_of(_rate(EthnicGroup.WHITE, 0.2174))
    )
    assert words.gap_text(gap) == "3.9 points higher for BME staff"
    assert words.rounding_note(gap).startswith("The gap is worked out before rounding")


def test_equal_figures_are_no_gap() -> None:
    """7.1% against 7.1% is no gap."""
    gap = gap_between(
        rate_of(_rate(EthnicGroup.BME, 0.071)), rate_of(_rate(EthnicGroup.WHITE, 0.071))
    )
    assert words.gap_text(gap) == "no gap"


def test_hidden_and_missing_read_differently() -> None:
    """A hidden figure and one that nobody gave have words of their own, and neither is zero."""
    hidden = words.rate_text(rate_of(_rate(EthnicGroup.BME, None, Status.HIDDEN)))
    missing = words.rate_text(rate_of(_rate(EthnicGroup.BME, None, Status.MISSING)))
    assert (hidden, missing) == ("Hidden to protect confidentiality", "No figure given")


@pytest.mark.parametrize(("org", "is_held"), [("R1H", False), ("ZZP", True)])
def test_nothing_is_said_of_a_plan_that_is_not_held(
    evidence: Evidence, org: str, is_held: bool
) -> None:
    """That no activity answers a concern is known of a plan, and not of a trust without one."""
    answer = areas_of_concern(evidence, View(org_code=org, wres_year=2025))
    said = [words.concerns_headline(answer), *words.coverage_sentences(answer)]
    for card in answer.cards:
        said += [words.concern_line(card), words.origin_words(card)]
        said += [words.activities_sentence(card), *easy_sentences(card)]
    of_plan = re.findall(r"[Tt]he plan\b|No activity|No action in", " ".join(said))
    assert bool(of_plan) == is_held
    assert ("No action plan of this trust is held here yet." in said[0]) != is_held
    assert len(answer.cards) > 3


def test_a_trust_without_concerns_and_without_a_plan_names_no_plan(evidence: Evidence) -> None:
    """Nothing was named in a plan that nobody has, and the card of an indicator says no more."""
    answer = areas_of_concern(evidence, View(org_code="RA2", wres_year=2025))
    assert answer.cards == ()
    assert words.concerns_headline(answer) == (
        "No area of concern is raised by the figures. "
        "No action plan of this trust is held here yet."
    )
    card = concern_card(evidence, View(org_code="RA2", wres_year=2025, indicator=6))
    assert words.origin_words(card) == "No figures here make it an area of concern for this year."


def _all_sentences(evidence: Evidence) -> list[str]:
    found = []
    for org in evidence.with_figures():
        for year in evidence.years(org.code)[-2:]:
            view = View(org_code=org.code, wres_year=year)
            found += [words.finding(one) for one in where_we_stand(evidence, view)]
            for card in areas_of_concern(evidence, view).cards:
                if card.assessment is not None:
                    found += [words.finding_sentence(f) for f in card.assessment.findings]
    return found


def test_no_sentence_calls_an_untested_figure_clear(evidence: Evidence) -> None:
    """Of every trust with percentages only, nothing is said to be clear or more than chance."""
    for org in evidence.with_figures():
        if org.made_up or not evidence.rows.years(org.code):
            continue
        view = View(org_code=org.code, wres_year=2025)
        for card in areas_of_concern(evidence, view).cards:
            assert card.assessment is not None or card.declared is not None
            for found in card.assessment.findings if card.assessment else ():
                said = words.finding_sentence(found)
                assert "clear" not in said and "more than chance" not in said, said


def test_the_house_words_hold_in_every_sentence(evidence: Evidence) -> None:
    """No sentence of the program uses a word the house never uses, nor an empty figure."""
    sentences = _all_sentences(evidence)
    assert len(sentences) > 1000
    assert [s for s in sentences if NEVER.search(s) or "None" in s or "nan" in s] == []


def test_a_chart_alternative_holds_every_year(evidence: Evidence) -> None:
    """The text alternative of the trend has each of the six years."""
    view = View(org_code="ZZP", wres_year=2025, indicator=5)
    told = words.trend_alt(explore(evidence, view))
    assert all(f"{year}: BME staff" in told for year in range(2020, 2026))
