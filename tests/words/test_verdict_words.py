"""What is said of predictions, ages and judgements: short and plain, no claim without outcome."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.measures.building import gap, likelihood, rate, row
from tests.predictions.test_verdict import prediction, reading
from tests.test_words import NEVER
from tests.words.reading import LONGEST, OLDEST, WORD, reading_age, sentences
from wres.answers.ages import Age, AgeKind
from wres.answers.judging import Judged
from wres.answers.predicting import Followed
from wres.judgements import Judgement, Level
from wres.measures import Representation, protected, representation_of
from wres.predictions import (
    Aim,
    Direction,
    Outcome,
    Reading,
    Reason,
    Verdict,
    judge,
    sight_of,
)
from wres.terms import EthnicGroup, StaffGroup, Status
from wres.words import judgements as judged_words
from wres.words import verdicts as words

ROUNDS = 150


def _rates(chance: random.Random, number: int) -> tuple[Reading, Reading]:
    base = chance.choice((40, 600, 3000))
    yes = [int(base * chance.uniform(0.05, 0.6)) for _ in range(2)]
    beside = chance.uniform(0.1, 0.5)
    moved = chance.choice((0.0, -0.04, 0.08))
    return (
        reading(rate(number, (yes[0], base), year=2024), beside),
        reading(rate(number, (yes[1], base)), beside + moved, base=chance.choice((None, 5000))),
    )


def _gaps(chance: random.Random, number: int) -> tuple[Reading, Reading]:
    found = [
        gap(
            number,
            (chance.randint(50, 400), 600),
            (chance.randint(200, 1200), 2000),
            year=year,
        )
        for year in (2024, 2025)
    ]
    return reading(found[0], 0.3, 0.2), reading(found[1], 0.3, chance.choice((0.2, 0.25)))


def _ratios(chance: random.Random, number: int) -> tuple[Reading, Reading]:
    found = [
        likelihood(number, (chance.randint(5, 200), 1000), (chance.randint(5, 300), 2000), year=y)
        for y in (2024, 2025)
    ]
    first, last = (protected(one, 11) for one in found)
    return reading(first, 1.4), reading(last, 1.3)


def _posts(chance: random.Random) -> tuple[Reading, Reading]:
    def share(year: int) -> Reading:
        seats = row(
            9, EthnicGroup.BME, (chance.randint(0, 9), 14), year=year, staff_group=StaffGroup.BOARD
        )
        staff = row(1, EthnicGroup.BME, (220, 1000), year=year)
        return Reading(wres_year=year, figure=representation_of(seats, staff))

    return share(2024), share(2025)


def verdicts(seed: int = 7) -> Iterator[Verdict]:
    """Give verdicts on figures of every kind, and each reason why none can be told."""
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        down, up = Direction.DOWN, Direction.UP
        yield judge(prediction(8, Aim.BME, down), *_rates(chance, 8))
        yield judge(prediction(7, Aim.BME, up), *_rates(chance, 7))
        yield judge(prediction(5, Aim.GAP, down), *_gaps(chance, 5))
        yield judge(prediction(3, Aim.RATIO, down, size=0.2), *_ratios(chance, 3))
        yield judge(prediction(9, Aim.BME, up), *_posts(chance))
    before, now = _rates(chance, 8)
    one = prediction()
    printed = reading(rate(8, value=0.2), 0.2)
    hidden = Reading(wres_year=2025, figure=rate(8, status=Status.HIDDEN), status=Status.HIDDEN)
    doubtful = reading(rate(8, (60, 300), status=Status.DOUBTFUL), 0.2)
    missing = Reading(wres_year=2025, status=Status.MISSING)
    none = likelihood(3, (30, 1000), (0, 2000))
    ratio = reading(likelihood(3, (30, 1000), (30, 2000), year=2024), 1.2)
    for reason in (printed, hidden, doubtful, missing, replace(now, beside=())):
        yield judge(one, before, reason)
    yield judge(one, before, now, cut="The question was asked in other words.")
    gone = Reading(wres_year=2025, figure=none, status=Status.NOT_APPLICABLE)
    yield judge(prediction(3, Aim.RATIO), ratio, gone)
    yield judge(prediction(3, Aim.RATIO), ratio, reading(likelihood(3, (0, 1000), (30, 2000)), 1.1))
    for outcome, why in ((Outcome.WAITING, None), (Outcome.CANNOT_TELL, Reason.LOCKED_LATE)):
        yield Verdict(prediction=one, outcome=outcome, before=before, now=now, reason=why)


@pytest.fixture(scope="module")
def found() -> list[Verdict]:
    """Everything there is to be said of."""
    return list(verdicts())


def said(one: Verdict) -> Iterator[str]:
    """Give every sentence a page makes of a verdict."""
    yield words.prediction_sentence(one.prediction)
    yield words.locked_words(replace(one.prediction, locked_by="Ada", needed=one.needed))
    yield words.sight_sentence(sight_of(one.prediction, one.before), one.prediction)
    yield from words.verdict_sentences(one)
    first = replace(one, outcome=Outcome.AS_HOPED, reason=None, reach=None)
    yield words.turned_sentence(Followed(verdict=one, first=first, first_version=3))
    yield words.still_clear_words(one, frozenset(), 9)


def _others() -> Iterator[str]:
    for kind in AgeKind:
        age = Age(indicator=8, wres_year=2025, kind=kind, before=2024, since=2021)
        yield from (judged_words.age_sentence(age), judged_words.gone_line(age))
    for level in Level:
        one = Judgement(org_code="A", indicator=8, wres_year=2025, level=level, reason="Because.")
        judged = Judged(judgement=one, newer_version=4, newer_year=2026)
        yield from judged_words.judgement_sentences(judged)
    yield words.chance_of_verdicts(7, 0.2)


def test_every_outcome_and_every_reason_is_met(found: list[Verdict]) -> None:
    """None is left without a sentence of its own."""
    assert {one.outcome for one in found} == set(Outcome)
    assert {one.reason for one in found} == {None, *Reason}
    assert all(words.verdict_sentences(one) for one in found)


def test_sentences_are_short_plain_and_polite(found: list[Verdict]) -> None:
    """Twenty words at most, reading age 12, none of the words the house never uses."""
    texts = [text for one in found for text in said(one) if text] + list(_others())
    long = {
        sentence
        for text in texts
        for sentence in sentences(text)
        if len(WORD.findall(sentence)) > LONGEST
    }
    assert long == set()
    assert not [text for text in texts if NEVER.search(text)]
    assert reading_age(sorted(set(texts))) <= OLDEST


def test_no_claim_without_its_outcome(found: list[Verdict]) -> None:
    """More than chance, as hoped and the other way are said of exactly those verdicts."""
    for one in found:
        whole = " ".join(words.verdict_sentences(one))
        decided = one.outcome in (Outcome.AS_HOPED, Outcome.OTHER_WAY)
        in_people = isinstance(one.now.figure, Representation)
        assert ("more than chance" in whole) == (decided and not in_people)
        assert ("It moved as hoped" in whole) == (one.outcome is Outcome.AS_HOPED)
        assert ("It moved the other way" in whole) == (one.outcome is Outcome.OTHER_WAY)
        assert (words.NO_PROOF in whole) == decided
        assert "worse" not in whole and "better" not in whole


def test_within_chance_says_what_could_have_been_seen(found: list[Verdict]) -> None:
    """“No clear evidence” never stands alone."""
    chance = [one for one in found if one.reason is Reason.WITHIN_CHANCE]
    assert len(chance) > 50
    for one in chance:
        assert "would not show up here" in " ".join(words.verdict_sentences(one))


def test_a_range_that_gives_small_counts_away_is_not_told(found: list[Verdict]) -> None:
    """Of ratios with fewer than 11 cases of a group."""
    small = [one for one in found if one.small_numbers and one.beyond is not None]
    assert len(small) > 3
    for one in small:
        assert "likely range 0" not in " ".join(words.verdict_sentences(one))


def test_one_verdict_word_for_word() -> None:
    """What is read of one clear fall, beside a benchmark that fell a little."""
    one = judge(
        prediction(),
        reading(rate(8, (180, 600), year=2024), 0.25),
        reading(rate(8, (120, 600)), 0.24),
    )
    assert words.verdict_sentences(one) == (
        "WRES 2024: 30.0% (n = 600). WRES 2025: 20.0% (n = 600).",
        "England changed by -1.0 points. It is published without a base, so it brings no error of "
        "its own.",
        "Beyond that, the change is -9.0 points; likely range -13.8 to -4.1.",
        "It moved as hoped. This is more than chance would explain.",
        "It moved as far as was predicted, or further.",
        "This does not prove that the activity did it.",
    )
