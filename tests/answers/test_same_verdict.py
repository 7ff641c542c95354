"""One verdict wherever it is read: on the pages, in files, on slides and on the command line."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.measures.building import BME, WHITE, row
from wres import words
from wres.answers import View, areas_of_concern, explore, gather, where_we_stand
from wres.answers.evidence import Evidence
from wres.answers.story import StepKind, StoryStep
from wres.command_line.concern_words import told as told_as_text
from wres.interface.asking import PATHS, Known, answer_of, choice_of
from wres.interface.concerns import Beside
from wres.library.shipped import load_shipped
from wres.reports import Header, csv_of, gaps_table
from wres.reports.slides import slide_of
from wres.results import Result, Results
from wres.terms import Trigger
from wres.ui.panels import ChartWords
from wres.words.story import concern_step

DATA = Path(__file__).resolve().parents[2] / "data"
# Neither an age nor a judgement beside a verdict changes it.
ALONE = Beside(ages={}, judged={})
TRUSTS, NUMBERS = 125, (5, 6, 7, 8)
DIRECTION = {
    "clear_decline": "clearly getting worse",
    "clear_improvement": "clearly getting better",
    "clear_worsening_since_last_year": "clearly worse than the year before",
    "clear_improvement_since_last_year": "clearly better than the year before",
    "not_assessable": "trend not tested",
    "no_clear_trend": "no clear trend",
    "no_clear_change": "no clear trend",
}


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """125 trusts with made-up figures of four indicators: 500 cases."""
    shipped = load_shipped(DATA)
    # Their own shipped figures are laid aside, so that every year of a case is made here.
    bare = replace(shipped, results=Results())
    codes = [one.code for one in shipped.organisations if one.is_trust and not one.made_up]
    return gather(bare, Results(_made(codes[:TRUSTS])), 1)


def _made(codes: list[str]) -> Iterator[Result]:
    chance = random.Random(8)
    for code in codes:
        for number in NUMBERS:
            base, first = chance.choice((40, 200, 900)), chance.choice((2023, 2024, 2025))
            level, step = chance.uniform(0.1, 0.5), chance.choice((-0.05, 0.0, 0.01, 0.05))
            for year in range(first, 2026):
                share = min(max(level + step * (year - first), 0.05), 0.9)
                for group, apart in ((BME, 0.0), (WHITE, chance.choice((-0.04, 0.02)))):
                    count = sum(chance.random() < share + apart for _ in range(base))
                    yield replace(row(number, group, (count, base), year=year), org_code=code)


def over_http(known: Known, code: str) -> list[dict[str, Any]]:
    """Return the concerns that another program is given."""
    choice = choice_of(PATHS["concerns"], [("org", code), ("year", "2025")])
    answer = answer_of(known, "concerns", choice, today=date(2026, 11, 27))
    found: list[dict[str, Any]] = json.loads(answer.body)["data"]["concerns"]
    return found


def test_five_hundred_cases_have_one_verdict_each(evidence: Evidence) -> None:
    """The card, the list, the concern, the JSON and the command line agree."""
    seen = 0
    strengths: set[str] = set()
    known = Known(evidence=evidence, mark="0")
    for code in evidence.rows.organisations():
        view = View(org_code=code, wres_year=2025)
        answer = areas_of_concern(evidence, view)
        as_json = {one["indicator"]: one for one in over_http(known, code)}
        as_text = " ".join(line.strip() for line in told_as_text(answer, ALONE))
        cards = {card.measured.number: card for card in answer.cards}
        for glance in where_we_stand(evidence, view):
            number, found = glance.measured.number, glance.assessment
            if number not in NUMBERS:
                continue
            assert found is not None
            seen += 1
            verdict = words.strength_words(found.strength)
            strengths.add(found.strength.value)
            assert (number in cards) == (number in as_json) == found.is_concern
            if number in cards:
                assert verdict in words.concern_line(cards[number])
                assert concern_step(cards[number]) == f"{verdict}."
                assert as_json[number]["verdict"] == verdict
                assert " ".join(verdict.split()) in as_text
                for one, there in zip(found.findings, as_json[number]["triggers"], strict=True):
                    assert words.finding_sentence(one) == there["sentence"]
                    assert (one.raised, one.clear) == (there["raised"], there["clear"])
    assert seen == TRUSTS * len(NUMBERS) == 500
    assert {"clear", "possible", "none"} <= strengths


def test_the_chart_its_alternative_and_its_file_say_one_verdict(evidence: Evidence) -> None:
    """Of all 500: the direction in the headline, the alt text and the CSV is the trend’s own."""
    met = set()
    for code in evidence.rows.organisations():
        for number in NUMBERS:
            seen = explore(evidence, View(org_code=code, wres_year=2025, indicator=number))
            assert seen.assessment is not None
            trend = seen.assessment.finding(Trigger.TREND_IN_DECLINE)
            assert trend is not None
            headline = words.trend_headline(seen)
            chart = ChartWords(
                headline=headline, subtitle="made up", alt=words.trend_alt(seen), source="made up"
            )
            qualified = trend.detail.qualified.value  # type: ignore[union-attr]
            met.add(qualified)
            if len(trend.detail.years) > 1:  # type: ignore[union-attr]
                assert DIRECTION[qualified] in headline
            assert chart.alternative.startswith(headline)
            table = gaps_table(seen.gaps, seen.yearly_benchmarks, caption=headline)
            assert headline in _file(headline, table)
    assert {"clear_decline", "clear_improvement", "no_clear_trend"} <= met


@pytest.mark.parametrize("number", NUMBERS)
def test_the_slides_say_what_the_pages_say(evidence: Evidence, number: int) -> None:
    """Every 25th trust: the step of a concern has the card's verdict, the trend its headline."""
    for code in evidence.rows.organisations()[::25]:
        view = View(org_code=code, wres_year=2025, indicator=number)
        seen = explore(evidence, view)
        assert seen.assessment is not None
        trend = slide_of(evidence, view, StoryStep(kind=StepKind.TREND, indicator=number))
        assert trend.sentence == f"{words.trend_headline(seen)}."
        assert trend.alt == words.trend_alt(seen)
        step = StoryStep(kind=StepKind.LARGEST_CONCERN, indicator=number)
        concern = slide_of(evidence, view, step)
        assert concern.sentence == words.exploration_finding(seen)
        assert concern.lines == (f"{words.strength_words(seen.assessment.strength)}.",)


def _file(headline: str, table):  # type: ignore[no-untyped-def]
    header = Header(
        title=headline, subtitle="", filters=(), source="", made_on="2026-11-27", version=1
    )
    return csv_of(table, header).decode("utf-8-sig")
