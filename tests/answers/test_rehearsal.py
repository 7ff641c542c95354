"""What an upload would change, before it is accepted: figures and verdicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wres.answers import Evidence, gather, rehearse
from wres.answers.opening import shipped
from wres.concerns import Strength
from wres.results import Result, Results
from wres.terms import EthnicGroup, Trigger
from wres.words import verdict_change


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """The shipped data alone."""
    return gather(shipped(), Results(), 0)


def figure(year: int, yes: int, group: EthnicGroup, *, base: int = 1000) -> Result:
    """Indicator 8 of a made-up year of Barts Health: so many people of the base."""
    return Result(
        org_code="R1H",
        wres_year=year,
        survey_year=year - 1,
        indicator=8,
        ethnic_group=group,
        numerator=yes,
        denominator=base,
        value=yes / base,
        source_id="example",
    )


def survey(year: int, bme: int, white: int) -> tuple[Result, Result]:
    """Both groups of a year."""
    return figure(year, bme, EthnicGroup.BME), figure(year, white, EthnicGroup.WHITE)


def test_figures_are_counted_as_added_changed_and_unchanged(evidence: Evidence) -> None:
    """By key, beside what was uploaded before."""
    before = Results(survey(2026, 150, 70))
    after = (*survey(2027, 160, 70), before.of("R1H")[0], figure(2026, 80, EthnicGroup.WHITE))
    found = rehearse(evidence, after, uploaded=before)
    assert len(found.added) == 2
    assert [(old.numerator, new.numerator) for old, new in found.changed] == [(70, 80)]
    assert found.unchanged == 1
    assert found.removed == ()


def test_a_file_that_is_all_there_is_takes_the_rest_of_its_place_away(evidence: Evidence) -> None:
    """Only of the same organisation, year and indicator; other years stay."""
    before = Results((*survey(2026, 150, 70), *survey(2027, 150, 70)))
    only_bme = (figure(2027, 150, EthnicGroup.BME),)
    found = rehearse(evidence, only_bme, uploaded=before, replaces=True)
    assert [(row.wres_year, row.ethnic_group) for row, _ in found.removed] == [
        (2027, EthnicGroup.WHITE)
    ]
    assert found.unchanged == 1
    assert not found.changes_nothing
    assert rehearse(evidence, only_bme, uploaded=before).changes_nothing


def test_a_figure_taken_away_shows_the_shipped_one_again(evidence: Evidence) -> None:
    """An upload only lies over what is shipped."""
    bme, white = (
        row
        for row in evidence.shipped.results.where(org_code="R1H", wres_year=2025, indicator=8)
        if row.ethnic_group in (EthnicGroup.BME, EthnicGroup.WHITE)
    )
    before = Results(replace(row, value=0.5) for row in (bme, white))
    found = rehearse(evidence, [replace(bme, value=0.4)], uploaded=before, replaces=True)
    assert [(gone.value, shown and shown.value) for gone, shown in found.removed] == [
        (0.5, white.value)
    ]


def test_a_verdict_that_turns_is_named_with_both_words(evidence: Evidence) -> None:
    """A new year with a gap that doubles, from 5 to 10 points of 1,000 each, is a clear concern."""
    before = Results((*survey(2026, 120, 70), *survey(2027, 120, 70)))
    held = gather(evidence.shipped, before, 1)
    found = rehearse(held, survey(2028, 170, 70), uploaded=before)
    turned = {(one.wres_year, one.indicator): one for one in found.verdicts}
    assert set(turned) == {(2028, 8)}
    change = turned[2028, 8]
    assert change.before is None
    assert change.begins and not change.ends
    assert change.after is not None and change.after.strength is Strength.CLEAR
    assert Trigger.DIFFERENTIAL_OPENING in change.after.triggers
    assert "R1H, WRES 2028, 8. " in verdict_change(change)
    assert "would become an area of concern" in verdict_change(change)


def test_an_earlier_year_can_turn_the_verdict_of_a_later_one(evidence: Evidence) -> None:
    """The gap of 2027 has opened only once 2026 is known: 12 and 12 of 1,000, then 17 and 7."""
    before = Results(survey(2027, 170, 70))
    held = gather(evidence.shipped, before, 1)
    found = rehearse(held, survey(2026, 120, 120), uploaded=before)
    later = [one for one in found.verdicts if one.wres_year == 2027]
    assert [one.after and one.after.strength for one in later] == [Strength.CLEAR]


def test_a_concern_that_ends_is_named(evidence: Evidence) -> None:
    """A corrected figure takes the gap of 2027 back to the 5 points of the year before."""
    before = Results((*survey(2026, 120, 70), *survey(2027, 170, 70)))
    held = gather(evidence.shipped, before, 1)
    found = rehearse(held, survey(2027, 120, 70), uploaded=before)
    assert [change.wres_year for change in found.verdicts if change.ends] == [2027]
    ended = next(change for change in found.verdicts if change.ends)
    assert "would no longer be an area of concern" in verdict_change(ended)
