"""Matching: the marks and the order worked by hand from the printed figures of each case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from wres.library.case_studies import CaseStudy, load_case_studies
from wres.library.matching import Criterion, Likeness, Need, likeness, order_with, rank_for
from wres.terms import BenchmarkGroup, EthnicGroup, Trigger

CASES = {
    case.id: case
    for case in load_case_studies(Path(__file__).parents[2] / "data" / "case_studies")[0]
}
CHESTERFIELD = CASES["chesterfield_indicator_8"]
CHRISTIE = CASES["christie_indicator_8"]
NORTHAMPTONSHIRE = CASES["northamptonshire_indicators_3_7_8"]
YORKSHIRE = CASES["yorkshire_ambulance_indicator_3"]
CAVELL = CASES["operation_cavell_london_indicator_5"]
ACUTE_LOW = Need(
    indicator=8,
    benchmark_group=BenchmarkGroup.ACUTE,
    triggers=(Trigger.WORSE_THAN_BENCHMARK,),
    gap=0.095,
    bme_share=0.10,
)


def reason(like: Likeness, criterion: Criterion) -> tuple[bool | None, str]:
    """Return one mark and its sentence."""
    (mark,) = [one for one in like.marks if one.criterion is criterion]
    return mark.met, mark.reason


def ids(need: Need, first: Criterion | None = None) -> list[str]:
    """Return the ids of the cases about the indicator, in their order."""
    about = [case for case in CASES.values() if need.indicator in case.indicators]
    return [case.id for case, _ in rank_for(about, need, first=first)]


def test_chesterfield_comes_first_for_an_acute_trust_with_few_bme_staff() -> None:
    """First for indicator 8, and each of the six criteria has its reason."""
    first, like = rank_for(CASES.values(), ACUTE_LOW)[0]
    assert first is CHESTERFIELD
    assert like.reasons == (
        "Same indicator: 8.",
        "Same type of trust: acute.",
        "Outcome measured: before and after, without counts.",
        "BME share of staff is low there, as its source says; low here too: 10%.",
        "Answers “worse than benchmark”: the BME figure there went from 8.1% to 7.1%, the better "
        "way.",
        "Size of the gap is not alike: 3.1 points there before, 9.5 here.",
    )


@pytest.mark.parametrize("trigger", [*Trigger, None])
@pytest.mark.parametrize("gap", [None, 0.02, 0.08, 0.2])
def test_chesterfield_is_first_whatever_the_trigger_and_the_gap(
    trigger: Trigger | None, gap: float | None
) -> None:
    """For an acute trust with a low BME share the other two criteria cannot move it."""
    triggers = (trigger,) if trigger else ()
    assert ids(replace(ACUTE_LOW, triggers=triggers, gap=gap))[0] == CHESTERFIELD.id


def test_a_mental_health_trust_sees_another_case_first() -> None:
    """For the same concern a mental health trust gets the mental health trust's case first."""
    assert ids(replace(ACUTE_LOW, benchmark_group=BenchmarkGroup.MENTAL_HEALTH))[0] == (
        NORTHAMPTONSHIRE.id
    )


def test_the_order_for_indicator_8_worked_by_hand() -> None:
    """Acute first; then no trust of the type: measured before told; told by its marks and name.

    Northamptonshire is measured; Christie and North East London are told. Neither has a known BME
    share; Christie's BME figure moved the better way, North East London prints none.
    """
    assert ids(ACUTE_LOW) == [
        "chesterfield_indicator_8",
        "northamptonshire_indicators_3_7_8",
        "christie_indicator_8",
        "north_east_london_all_indicators",
    ]


def test_a_person_can_put_the_gap_first() -> None:
    """Christie began 14 - 6 = 8 points apart, which is within three points of 9.5."""
    assert ids(ACUTE_LOW, Criterion.GAP)[0] == CHRISTIE.id
    assert reason(likeness(CHRISTIE, ACUTE_LOW), Criterion.GAP) == (
        True,
        "Size of the gap is alike: 8.0 points there before, 9.5 here.",
    )


def test_a_person_can_put_the_type_of_trust_first() -> None:
    """With the type first, an ambulance trust sees the ambulance case before its own indicator."""
    need = replace(ACUTE_LOW, benchmark_group=BenchmarkGroup.AMBULANCE)
    ranked = rank_for(CASES.values(), need, first=Criterion.BENCHMARK_GROUP)
    assert ranked[0][0] is YORKSHIRE


def test_the_chosen_criterion_comes_first_and_none_is_lost() -> None:
    """The others keep their order."""
    assert order_with(Criterion.GAP) == (
        Criterion.GAP,
        Criterion.INDICATOR,
        Criterion.BENCHMARK_GROUP,
        Criterion.EVIDENCE,
        Criterion.BME_SHARE,
        Criterion.TRIGGER,
    )


@pytest.mark.parametrize(
    ("case", "trigger", "met", "told"),
    [
        (CHESTERFIELD, Trigger.DIFFERENTIAL_OPENING, True, "from 3.1 to 2.7 points, smaller"),
        (CHRISTIE, Trigger.DIFFERENTIAL_OPENING, False, "from 8.0 to 8.6 points, not smaller"),
        (CHRISTIE, Trigger.TREND_IN_DECLINE, True, "from 14% to 12.7%, the better way"),
        (NORTHAMPTONSHIRE, Trigger.TREND_IN_DECLINE, True, "from 25% to 11%, the better way"),
        (NORTHAMPTONSHIRE, Trigger.DIFFERENTIAL_OPENING, None, "prints no figures"),
    ],
    ids=lambda value: getattr(value, "id", getattr(value, "value", str(value))),
)
def test_a_trigger_is_answered_by_printed_figures_alone(
    case: CaseStudy, trigger: Trigger, met: bool | None, told: str
) -> None:
    """The gap for an opening gap, the BME figure for the others; silence is not a no."""
    like = likeness(case, replace(ACUTE_LOW, triggers=(trigger,)))
    assert reason(like, Criterion.TRIGGER)[0] is met
    assert told in reason(like, Criterion.TRIGGER)[1]


@pytest.mark.parametrize(
    ("number", "case", "met", "told"),
    [
        (3, YORKSHIRE, False, "from 1.98 to 0.59, past 1 to the other side"),
        (3, NORTHAMPTONSHIRE, True, "from 4.61 to 2, nearer to 1"),
        (2, CASES["buckinghamshire_indicator_2"], True, "from 2.44 to 1.25, nearer to 1"),
        (7, CASES["rotherham_doncaster_indicator_7"], True, "from 43.6% to 50.3%, the better way"),
    ],
    ids=["past one", "nearer", "recruitment", "higher is better"],
)
def test_which_way_is_better_depends_on_the_indicator(
    number: int, case: CaseStudy, met: bool, told: str
) -> None:
    """A ratio is better nearer to 1 and not past it; of indicator 7 more is better."""
    need = Need(
        indicator=number,
        benchmark_group=BenchmarkGroup.ACUTE,
        triggers=(Trigger.WORSE_THAN_BENCHMARK,),
    )
    found = reason(likeness(case, need), Criterion.TRIGGER)
    assert found[0] is met
    assert told in found[1]


@pytest.mark.parametrize(("own", "met"), [(1.4, True), (2.9, True), (1.3, False), (3.0, False)])
def test_ratios_are_alike_within_half_as_much_again(own: float, met: bool) -> None:
    """1.98 / 1.5 is 1.32 and 1.98 x 1.5 is 2.97."""
    need = Need(indicator=3, benchmark_group=BenchmarkGroup.AMBULANCE, ratio=own)
    assert likeness(YORKSHIRE, need).met(Criterion.GAP) is met


def test_a_doubtful_figure_answers_nothing() -> None:
    """The later share of very senior managers is doubtful, so the case answers no trigger."""
    need = Need(
        indicator=1, benchmark_group=BenchmarkGroup.ACUTE, triggers=(Trigger.REPRESENTATION,)
    )
    like = likeness(CASES["nhs_england_experts_indicators_1_9"], need)
    assert like.met(Criterion.TRIGGER) is None


def test_numbers_for_another_measure_do_not_count_as_measured() -> None:
    """Charge rates are not indicator 5, and the reason says so."""
    need = Need(indicator=5, benchmark_group=BenchmarkGroup.ACUTE)
    assert reason(likeness(CAVELL, need), Criterion.EVIDENCE) == (
        False,
        "The outcome has numbers, but not for indicator 5 itself.",
    )


@pytest.mark.parametrize(
    ("there", "here", "met", "words"),
    [
        (0.30, 0.35, True, "BME share of staff is close: 30% there, 35% here."),
        (0.30, 0.60, False, "BME share of staff is not close: 30% there, 60% here."),
        (0.30, None, None, "BME share of this trust’s staff: not known here."),
        (None, 0.35, False, "low there, as its source says; not low here: 35%."),
        (None, 0.149, True, "low here too: 15%."),
        (None, None, None, "no figure in the source"),
    ],
)
def test_bme_share_is_compared_only_when_both_are_known(
    there: float | None, here: float | None, met: bool | None, words: str
) -> None:
    """Within ten points is close; a source's word counts for a share below 15%."""
    like = likeness(replace(CHESTERFIELD, bme_share=there), replace(ACUTE_LOW, bme_share=here))
    found = reason(like, Criterion.BME_SHARE)
    assert found[0] is met
    assert words in found[1]


def test_not_known_stands_between_yes_and_no() -> None:
    """Of two cases alike but for the BME share, a silent source comes before a different share."""
    silent = replace(CHESTERFIELD, id="b", bme_share_level=None)
    different = replace(CHESTERFIELD, id="a", bme_share=0.8)
    close = replace(CHESTERFIELD, id="c", bme_share=0.1)
    ranked = rank_for([silent, different, close], ACUTE_LOW)
    assert [case.id for case, _ in ranked] == ["c", "b", "a"]


def test_ranking_does_not_depend_on_the_order_given() -> None:
    """The same cases in another order rank the same."""
    there = rank_for(CASES.values(), ACUTE_LOW)
    back = rank_for(list(CASES.values())[::-1], ACUTE_LOW)
    assert [case.id for case, _ in there] == [case.id for case, _ in back]


def test_reasons_for_and_against_are_all_there_once() -> None:
    """Nothing that speaks against a case is left out."""
    like = likeness(CHRISTIE, ACUTE_LOW)
    assert sorted((*like.for_it, *like.against_it)) == sorted(like.reasons)
    assert len(like.reasons) == len(Criterion)


def test_a_gap_that_never_was_cannot_be_closed() -> None:
    """With White staff at the higher figure there was no adverse gap to narrow."""
    swapped = tuple(
        replace(one, group=EthnicGroup.WHITE if one.group is EthnicGroup.BME else EthnicGroup.BME)
        for one in CHESTERFIELD.reported
    )
    need = replace(ACUTE_LOW, triggers=(Trigger.DIFFERENTIAL_OPENING,))
    like = likeness(replace(CHESTERFIELD, reported=swapped), need)
    assert like.met(Criterion.TRIGGER) is None
