"""Made outcomes of every kind, and every sentence the program makes of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.measures.building import benchmark, gap, likelihood, printed_gap, row
from wres import words
from wres.benchmarks import Benchmark, NoBenchmark
from wres.concerns import (
    Assessment,
    Finding,
    assess_likelihood,
    assess_representation,
    assess_survey,
)
from wres.indicators import indicator
from wres.measures import Gap, representation_of
from wres.terms import Band, EthnicGroup, StaffGroup, Unit


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or two, with the finding behind it where there is one."""

    text: str
    assessed: Assessment
    finding: Finding | None = None


def outcomes(count: int, seed: int = 5) -> Iterator[Assessment]:
    """Give this many assessments: survey, likelihoods and posts in turn, of all sizes."""
    chance = random.Random(seed)
    for place in range(count):
        kind = place % 6
        made = (
            _posts(chance)
            if kind == 5
            else _likelihood(chance)
            if kind == 4
            else _survey(chance, place)
        )
        if made is not None:
            yield made


def said(assessed: Assessment) -> Iterator[Said]:
    """Give every sentence the pages, files and command line make of one assessment."""
    measured = indicator(assessed.indicator)
    yield Said(words.assessment_finding(measured, assessed), assessed)
    for one in assessed.findings:
        yield Said(words.finding_sentence(one), assessed, one)
        yield Said(f"{words.trigger_label(one.trigger)}: {words.trigger_answers(one)}.", assessed)
    yield Said(f"{words.evidence_line(assessed)}.", assessed)
    if assessed.likelihood is not None:
        yield Said(words.four_fifths_sentence(assessed.likelihood), assessed)
    yield Said(words.people_sentence(assessed.people, assessed.gap), assessed)
    yield Said(words.rounding_note(assessed.gap), assessed)
    yield Said(f"{words.strength_words(assessed.strength)}.", assessed)


def _survey(chance: random.Random, place: int) -> Assessment | None:
    number = chance.choice((5, 6, 7, 8))
    years = chance.choice((1, 2, 3, 5))
    size = chance.choice((12, 40, 150, 600, 3_000))
    level = {5: 0.28, 6: 0.25, 7: 0.49, 8: 0.15}[number]
    slope = chance.choice((-0.03, -0.01, 0.0, 0.01, 0.03))
    series = []
    for step in range(years):
        shares = (level + slope * step, level - chance.choice((-0.02, 0.0, 0.06)))
        year = 2026 - years + step
        drawn = _printed if place % 7 == 3 else _counted
        series.append(drawn(chance, number, year=year, size=size, shares=shares))
    level = round(level + chance.choice((-0.05, -0.01, 0.0, 0.02, 0.08)), 3)
    return assess_survey(tuple(series), _benchmark(chance, number, level))


def _printed(
    chance: random.Random, number: int, *, year: int, size: int, shares: tuple[float, float]
) -> Gap:
    wobble = 0.0 if size > 1_000 else 0.03
    bme, white = (round(share + chance.uniform(-wobble, wobble), 3) for share in shares)
    return printed_gap(number, bme, white, year=year)


def _counted(
    chance: random.Random, number: int, *, year: int, size: int, shares: tuple[float, float]
) -> Gap:
    drawn = [sum(chance.random() < share for _ in range(size)) for share in shares]
    return gap(number, (drawn[0], size), (drawn[1], size), year=year)


def _benchmark(chance: random.Random, number: int, value: float) -> Benchmark:
    if chance.random() < 0.15:
        reason = "There is no figure of 2025 for England."
        near = benchmark(number, value, year=2024) if chance.random() < 0.5 else None
        return NoBenchmark(label="England", wres_year=2025, reason=reason, nearest=near)
    return benchmark(number, value, base=chance.choice((None, 500, 100_000)))


def _likelihood(chance: random.Random) -> Assessment | None:
    number = chance.choice((2, 3, 4))
    years = chance.choice((1, 2, 4))
    size = chance.choice((15, 200, 2_000))
    series = []
    for step in range(years):
        share = chance.choice((0.01, 0.1, 0.4))
        cells = [(sum(chance.random() < share for _ in range(n)), n) for n in (size, 2 * size)]
        series.append(likelihood(number, cells[0], cells[1], year=2026 - years + step))
    level = round(chance.uniform(0.7, 2.0), 2)
    return assess_likelihood(tuple(series), benchmark(number, level, unit=Unit.RATIO))


def _posts(chance: random.Random) -> Assessment | None:
    number = chance.choice((1, 9))
    size = chance.randrange(5, 20) if number == 9 else chance.randrange(30, 400)
    people = chance.randrange(0, size // 2)
    where = (
        row(9, EthnicGroup.BME, (people, size), staff_group=StaffGroup.BOARD)
        if number == 9
        else row(1, EthnicGroup.BME, (people, size), band=Band.BANDS_8A_VSM)
    )
    workforce = row(1, EthnicGroup.BME, (chance.randrange(100, 3_000), 4_000))
    return assess_representation(representation_of(where, workforce))
