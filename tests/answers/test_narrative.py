"""A text beside the figures: claims worked out by hand, hidden cells, and sentences of our own."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wres.answers import Cell, Evidence, gap_at, gather, likelihood_series
from wres.answers.claim_numbers import Mark, Why
from wres.answers.narrative import Judged, check_text
from wres.claims import LONGEST_TEXT, MOST_CLAIMS, Doubt
from wres.indicators import indicator
from wres.library.shipped import load_shipped
from wres.measures import percent
from wres.results import Result, Results
from wres.terms import EthnicGroup
from wres.words import gap_finding, likelihood_finding
from wres.words.narrative import our_sentence, reason_sentence, source_sentence

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "data"
TRUST = "R0A"


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(ROOT / "data"), Results(), 0)


@pytest.fixture(scope="module")
def guarded(evidence: Evidence) -> Evidence:
    """Manchester with eight BME answers on indicator 8, which hides them, and White ones shown."""
    asked = {"bme": (2, 8), "white": (120, 1500)}
    rows = [
        Result(
            org_code=TRUST,
            wres_year=2024,
            survey_year=2023,
            indicator=8,
            ethnic_group=EthnicGroup(group),
            numerator=count,
            denominator=base,
            value=count / base,
            source_id="upload:1",
        )
        for group, (count, base) in asked.items()
    ]
    return gather(evidence.shipped, Results(rows), 1)


def texts(name: str) -> list[dict[str, Any]]:
    """The texts of a file with their right answers."""
    with (TEXTS / name).open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["text"]
    return found


def marks(evidence: Evidence, text: str, org: str = "ZZP", year: int | None = None) -> list[str]:
    """The verdicts on a text in their order."""
    found = check_text(evidence, text, org, wres_year=year).claims
    return [one.mark.value for one in found]


def score(evidence: Evidence, name: str) -> tuple[int, int, list[str]]:
    """How many claims are marked right, of how many, and the texts with a false “agrees”."""
    right, all_claims, false_agrees = 0, 0, []
    for one in texts(name):
        got, want = marks(evidence, one["says"], one["org"], one.get("year")), one["answers"]
        all_claims += len(want)
        if len(got) == len(want):
            right += sum(g == w for g, w in zip(got, want, strict=True))
        same = len(got) == len(want)
        pairs = zip(got, want if same else ["cannot tell"] * len(got), strict=True)
        if any(g == "agrees" != w for g, w in pairs):
            false_agrees.append(one["says"])
    return right, all_claims, false_agrees


def test_claims_with_known_answers(evidence: Evidence) -> None:
    """At least nine in ten of the worked claims are marked right, and no agreement is false."""
    right, all_claims, false_agrees = score(evidence, "narrative_claims.toml")
    print(f"narrative: {right} of {all_claims} right, {len(false_agrees)} false agrees")
    assert false_agrees == []
    assert all_claims >= 60 and right >= 0.9 * all_claims


def test_claims_written_before_the_checker_was_seen_on_them(evidence: Evidence) -> None:
    """Reports in other words: 57 of 77 right when first read, before their wordings were added."""
    right, all_claims, false_agrees = score(evidence, "narrative_claims_held_out.toml")
    print(f"narrative, held out: {right} of {all_claims} right, {len(false_agrees)} false agrees")
    assert false_agrees == []
    assert all_claims >= 60 and right >= 0.9 * all_claims


def test_claims_in_words_that_were_never_added(evidence: Evidence) -> None:
    """What a reader may expect of a report in words of its own: 41 of 49 right when first read."""
    right, all_claims, false_agrees = score(evidence, "narrative_claims_fresh.toml")
    print(f"narrative, fresh: {right} of {all_claims} right, {len(false_agrees)} false agrees")
    assert false_agrees == []
    assert right >= 0.8 * all_claims


def test_right_numbers_in_wrong_sentences_never_agree(evidence: Evidence) -> None:
    """Shares of something else, of a part, of another trust, over other years: never a yes."""
    lines = (TEXTS / "narrative_never_agrees.txt").read_text(encoding="utf-8").splitlines()
    nasty = [line for line in lines if line and not line.startswith("#")]
    wrong = [line for line in nasty if "agrees" in marks(evidence, line)]
    assert len(nasty) > 100
    assert wrong == []


def test_the_chesterfield_claim_is_refuted_by_its_own_numbers(evidence: Evidence) -> None:
    """“Below (better)” for 7.1 against 7.1, with no published figure of that year needed."""
    text = (
        "WRES Indicator 8\nWhite staff went from 5.0% to 4.4% and BME staff from 8.1% to 7.1% "
        "since the previous year.\nWe score below (better) than the acute benchmark "
        "(6.6% for White staff and 7.1% for BME staff)."
    )
    found = check_text(evidence, text, "RFS").claims
    against = {one.claim.group: one for one in found if one.claim.comparand}
    assert against[EthnicGroup.BME].mark is Mark.DISAGREES
    assert against[EthnicGroup.BME].why is Why.OWN_NUMBERS
    assert against[EthnicGroup.WHITE].mark is Mark.CANNOT_TELL


def test_an_indicator_named_far_above_allows_no_yes(evidence: Evidence) -> None:
    """Between its heading and the figure stands prose about something else."""
    near = "Indicator 8, WRES 2025\nBME staff: 19.5%."
    far = "Indicator 8, WRES 2025\nOur canteen was rebuilt.\nBME staff: 19.5%."
    assert marks(evidence, near) == ["agrees"]
    (one,) = check_text(evidence, far, "ZZP").claims
    assert (one.mark, one.why) == (Mark.CANNOT_TELL, Doubt.FAR_INDICATOR)


def test_a_year_in_words_not_understood_is_not_carried_on(evidence: Evidence) -> None:
    """20.0 is right for WRES 2024; whether the second sentence means that year nobody knows."""
    text = (
        "Our network was founded in WRES 2024. 20.0% of BME staff experienced discrimination from "
        "a manager or colleague."
    )
    (one,) = check_text(evidence, text, "ZZP", wres_year=2025).claims
    assert (one.mark, one.why) == (Mark.CANNOT_TELL, Doubt.LOST_YEAR)
    read = text.replace("Our network was founded in WRES 2024. ", "Indicator 8 in WRES 2024. ")
    assert marks(evidence, read, year=2025) == ["agrees"]


def test_a_title_of_another_trust_keeps_its_figures_away(evidence: Evidence) -> None:
    """“The trust” of a report by Manchester is not the Practice Trust."""
    text = (
        "Manchester University NHS Foundation Trust, WRES 2025\n"
        "At the Trust 19.5% of BME staff experienced discrimination."
    )
    (one,) = check_text(evidence, text, "ZZP").claims
    assert (one.mark, one.why) == (Mark.CANNOT_TELL, Doubt.WHICH_TRUST)


HIDDEN_SAYINGS = (
    "In WRES 2024, {}% of BME staff experienced discrimination from a manager or colleague.",
    "In WRES 2024 the gap between BME and White staff on indicator 8 was {} points.",
    "Indicator 8 for BME staff rose from {}% in WRES 2024 to 16.1% in WRES 2025.",
    "In WRES 2024, more than {}% of BME staff experienced discrimination.",
    "In the 2023 survey BME staff were {} times as likely as White staff to face discrimination.",
    "In WRES 2024 the figure for BME staff on indicator 8 was above the national average of {}%.",
    "In 2024, {}% of BME staff experienced discrimination.",
)


@pytest.mark.parametrize("saying", HIDDEN_SAYINGS)
def test_trying_every_number_tells_nothing_of_a_hidden_figure(
    guarded: Evidence, saying: str
) -> None:
    """Two of eight: from 0 to 100 every number has the same answer, and no figure beside it."""
    lines = [saying.format(f"{tenth / 10:.1f}") for tenth in range(0, 1001, 8)]
    lines += [saying.format(number) for number in range(101)]
    answers = {
        (one.mark, one.why, one.note, our_sentence(one), source_sentence(guarded, one))
        for line in lines
        for one in check_text(guarded, line, TRUST).claims
    }
    # Of the change and the bare year only the reading of the hidden year may be told.
    assert answers == {(Mark.CANNOT_TELL, Why.HIDDEN, "", "", "")}


def test_words_alone_tell_nothing_of_a_hidden_figure(guarded: Evidence) -> None:
    """More, less, the same, better or worse than anybody: one answer."""
    answers = set()
    for way in ("more likely", "less likely", "equally likely", "significantly more likely"):
        text = f"In WRES 2024 BME staff were {way} than White staff to experience discrimination."
        answers |= {(one.mark, one.why) for one in check_text(guarded, text, TRUST).claims}
    for way in ("above", "below", "better than", "worse than", "the same as"):
        text = f"In WRES 2024 BME staff were {way} the national average on indicator 8."
        answers |= {(one.mark, one.why) for one in check_text(guarded, text, TRUST).claims}
    for way in ("risen", "fallen", "improved", "worsened"):
        text = f"Indicator 8 for BME staff has {way} since WRES 2024 in WRES 2025."
        answers |= {(one.mark, one.why) for one in check_text(guarded, text, TRUST).claims}
    assert answers == {(Mark.CANNOT_TELL, Why.HIDDEN)}


def published(evidence: Evidence) -> Iterator[tuple[str, int, int]]:
    """Some places with survey figures of both groups: whose, which year, which indicator."""
    for year in range(2020, 2026):
        yield from (("ZZP", year, number) for number in (5, 6, 7, 8))
    codes = [one.code for one in evidence.with_figures() if not one.made_up]
    for code in random.Random(8).sample(codes, 24):
        if 8 in evidence.indicators(code, 2025):
            yield from ((code, 2025, number) for number in (5, 6, 7, 8))


def test_our_own_sentences_agree_and_changed_ones_never_do(evidence: Evidence) -> None:
    """Every sentence of ours about two groups; then another number, and the groups swapped."""
    chance, seen = random.Random(7), 0
    for code, year, number in published(evidence):
        gap = gap_at(evidence, Cell(org_code=code, indicator=number), year)
        if gap.bme.value is None or gap.white.value is None:
            continue
        opening = f"Indicator {number}, staff survey {year - 1} (WRES {year}): "
        true = opening + gap_finding(indicator(number), gap)
        if not gap.differs_from_displayed:
            assert set(marks(evidence, true, code)) == {"agrees"}, true
        first, second = percent(gap.bme.value), percent(gap.white.value)
        other = round(first + chance.choice((-3, -0.4, -0.2, 0.2, 0.4, 3)), 1)
        changed = opening + f"{other:.1f}% of BME staff were {indicator(number).happened}."
        assert "agrees" not in marks(evidence, changed, code), changed
        if first != second:
            swapped = true.replace("BME", "??").replace("White", "BME").replace("??", "White")
            assert "agrees" not in marks(evidence, swapped, code), swapped
        seen += 1
    assert seen > 100


WAYS = {"rose": 1, "fell": -1, "was unchanged": 0}


def test_directions_agree_only_when_they_are_right(evidence: Evidence) -> None:
    """Every pair of years of the Practice Trust, both groups, three directions."""
    agreed = 0
    for number in (5, 6, 8):
        for group, name in ((EthnicGroup.BME, "BME"), (EthnicGroup.WHITE, "White")):
            for before, now in ((b, n) for b in range(2020, 2025) for n in range(b + 1, 2026)):
                values = []
                for year in (before, now):
                    gap = gap_at(evidence, Cell(org_code="ZZP", indicator=number), year)
                    rate = gap.bme if group is EthnicGroup.BME else gap.white
                    values.append(percent(rate.value or 0.0))
                way = (values[1] > values[0]) - (values[1] < values[0])
                for word, sign in WAYS.items():
                    text = (
                        f"Indicator {number} for {name} staff {word} since WRES {before} in WRES "
                        f"{now}."
                    )
                    expected = "agrees" if sign == way else "disagrees"
                    assert marks(evidence, text) == [expected], text
                    agreed += sign == way
    assert agreed == 90


def test_ratios_of_our_own_agree_and_changed_ones_never_do(evidence: Evidence) -> None:
    """Relative likelihoods of the Practice Trust, one and two decimals."""
    for number in (2, 3, 4):
        for one in likelihood_series(evidence, Cell(org_code="ZZP", indicator=number)):
            true = f"WRES {one.wres_year}: {likelihood_finding(indicator(number), one)}"
            assert marks(evidence, true) == ["agrees"], true
            shown = f"{one.shown_ratio:.{one.decimals}f}"
            changed = true.replace(shown, f"{(one.shown_ratio or 0) + 0.11:.{one.decimals}f}")
            assert "agrees" not in marks(evidence, changed), changed
            swapped = true.replace("BME", "??").replace("White", "BME").replace("??", "White")
            assert "agrees" not in marks(evidence, swapped), swapped


def test_a_break_is_never_judged(evidence: Evidence) -> None:
    """Indicator 7 before and after 2021; the reason is the break itself."""
    text = "Indicator 7 for BME staff fell from 69.4% in WRES 2021 to 46.4% in WRES 2022."
    (one,) = check_text(evidence, text, "ZZP").claims
    assert (one.mark, one.why) == (Mark.CANNOT_TELL, Why.BREAK)
    assert "don’t know" in reason_sentence(one)


def first(evidence: Evidence, text: str, **more: Any) -> Judged:
    """The first claim of a text about the Practice Trust."""
    return check_text(evidence, text, "ZZP", **more).claims[0]


def test_a_year_chosen_on_the_page_stands_in_for_one_not_named(evidence: Evidence) -> None:
    """24.1 is right for WRES 2025 alone; without a year it cannot be told."""
    text = "24.1% of BME staff experienced harassment from staff."
    assert first(evidence, text).why is Why.WHICH_YEAR
    assert first(evidence, text, wres_year=2025).mark is Mark.AGREES
    assert first(evidence, text, wres_year=2024).mark is Mark.DISAGREES


def test_a_change_that_agrees_also_says_whether_it_is_clear(evidence: Evidence) -> None:
    """19.2 to 20.0 is up on the figures; our sentence says that it could be chance."""
    one = first(evidence, "Indicator 8 for BME staff rose since WRES 2023 in WRES 2024.")
    assert one.mark is Mark.AGREES
    assert "no clear evidence of real change" in our_sentence(one)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("BME staff should see less than 19.5% discrimination in WRES 2025.", Doubt.HYPOTHETICAL),
        ("BME staff did not experience more discrimination in WRES 2025.", Doubt.NEGATED),
        ("Did 19.5% of BME staff experience discrimination in WRES 2025?", Doubt.QUESTION),
        ("In WRES 2025 19.5% of BME staff experienced discrimination?", Doubt.QUESTION),
        ("“In WRES 2025 19.5% of BME staff experienced discrimination.”", Doubt.QUOTED),
        ("In WRES 2025 19.5% experienced discrimination.", Doubt.NOT_UNDERSTOOD),
        ("In WRES 2025 19.5% of BME staff were harassed by a manager.", Doubt.PART_OF_INDICATOR),
        ("In WRES 2025 19.5% of BME staff were on sick leave.", Doubt.UNKNOWN_WORDS),
        ("In WRES 2025 24.1% of BME staff had experience of it.", Doubt.UNKNOWN_WORDS),
    ],
)
def test_every_doubt_has_its_reason(evidence: Evidence, text: str, why: Doubt) -> None:
    """The reason is one sentence that a person can act on."""
    one = first(evidence, text)
    assert (one.mark, one.why) == (Mark.CANNOT_TELL, why)
    assert reason_sentence(one).endswith(".")


HOSTILE = (
    "<script>window.harmed=1</script> 19.5% of BME staff <b>experienced discrimination</b>.",
    '=HYPERLINK("http://evil.example") 19.5% of BME staff',
    "\u202e19.5% of BME staff\u202c experienced discrimination in WRES 2025.",
    "24.1% of BME " * 20_000,
    "a" * LONGEST_TEXT,
    "((((" * 50_000,
    "1" * LONGEST_TEXT,
    "19.5% of BME staff. " * 10_000,
    "from from from to to than than " * 6_000,
    "indicator 8\n" * 15_000,
    "\n".join(["—", "•", "%", "WRES", "2025"] * 8_000),
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_hostile_texts_are_read_and_agree_with_nothing_they_do_not_say(
    evidence: Evidence, text: str
) -> None:
    """Markup, formulas, one endless line, thousands of claims: read to the end, and cut."""
    checked = check_text(evidence, text, "ZZP")
    assert len(checked.claims) <= MOST_CLAIMS
    is_true = "19.5% of BME staff experienced discrimination in WRES 2025" in text.replace(
        "\u202c", ""
    )
    assert is_true or checked.count(Mark.AGREES) == 0
