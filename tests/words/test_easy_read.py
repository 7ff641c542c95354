"""Easy Read says the same as the long version: the same figures and verdict, in short words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harvest.collecting import numbers_in
from tests.test_words import NEVER
from tests.words.outcomes import outcomes, said
from tests.words.reading import WORD, reading_age, sentences
from wres import words
from wres.answers import View, areas_of_concern, gather
from wres.answers.evidence import Evidence
from wres.concerns import Strength
from wres.library.shipped import load_shipped
from wres.results import Results
from wres.words.easy_read import easy_findings, easy_sentences

DATA = Path(__file__).resolve().parents[2] / "data"
LONGEST, OLDEST = 12, 9
SAID_OF = {
    Strength.CLEAR: "This is a clear concern.",
    Strength.POSSIBLE: "This is a possible concern.",
    Strength.NOT_TESTED: "This is a concern on the figures.",
    Strength.IN_PEOPLE: "This is a concern.",
    Strength.NONE: "We found no concern here.",
    Strength.CANNOT_TELL: "We cannot tell if this is a concern.",
}


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def test_outcomes_of_every_kind_are_told_in_short_sentences() -> None:
    """Twelve words at most, one sentence a line, and a reading age of nine or under."""
    told = [tuple(easy_findings(found)) for found in outcomes(600)]
    every = {one for lines in told for one in lines}
    assert [one for one in every if len(sentences(one)) != 1 or not one.endswith(".")] == []
    assert [one for one in every if len(WORD.findall(one)) > LONGEST] == []
    assert [one for one in every if NEVER.search(one) or "None" in one] == []
    ages = [reading_age(lines) for lines in told]
    print(f"Easy Read is read at {max(ages):.1f} at most, {sum(ages) / len(ages):.1f} on average")
    assert max(ages) <= OLDEST


def test_the_figures_and_the_verdict_are_those_of_the_long_version() -> None:
    """Every number stands in what the pages say of the same outcome; the verdict is its own."""
    met = set()
    for found in outcomes(600):
        long = numbers_in(" ".join(one.text for one in said(found)))
        easy = tuple(easy_findings(found))
        assert numbers_in(" ".join(easy)) <= long, (easy, long)
        assert [one for one in SAID_OF.values() if one in easy] == [SAID_OF[found.strength]]
        met.add(found.strength)
    assert met == set(Strength)


def test_no_word_of_worse_or_chance_without_its_finding() -> None:
    """Worse, grown and rarely are said of raised findings, the last only of clear ones."""
    for found in outcomes(600):
        text = " ".join(easy_findings(found))
        raised = [one for one in found.findings if one.raised]
        assert raised or not any(word in text for word in ("worse", "grown", "rarely"))
        assert text.count("rarely") == sum(one.clear for one in raised)


@pytest.mark.parametrize("org", ["ZZP", "RRP", "R0A"])
def test_the_concerns_of_a_trust_are_told_with_what_is_done(evidence: Evidence, org: str) -> None:
    """Counted, declared in a plan alone, and published as percentages: each card is plain."""
    view = View(org_code=org, wres_year=evidence.years(org)[-1])
    for card in areas_of_concern(evidence, view).cards:
        lines = easy_sentences(card)
        assert [one for one in lines if len(WORD.findall(one)) > LONGEST] == []
        assert reading_age(lines) <= OLDEST
        if card.activities:
            assert f"The plan has {len(card.activities)} action" in " ".join(lines)
        if card.assessment is not None and card.assessment.gap is not None:
            assert f"BME staff: {words.rate_text(card.assessment.gap.bme)}." in lines
