"""What a lead judges stands beside the verdict, with its history, its year and its version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.answers.predicted import AFTER, BEFORE, LARGE, LOCKED_AT, RESULT_AT, figures, known, load
from wres.answers import Cell, assessment_of
from wres.answers.judging import Judged, JudgedYear, judged_of, judgements_in, keep
from wres.errors import JudgementRefused, StoreMoved
from wres.judgements import Judgement, Level
from wres.store import RecordKind, Store, open_store

ONE = Judgement(
    org_code=LARGE,
    indicator=8,
    wres_year=BEFORE,
    level=Level.RAISED,
    reason="The freedom to speak up guardian hears of far more.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with the first year of figures."""
    with open_store(tmp_path) as opened:
        load(opened, figures(BEFORE), made_at=LOCKED_AT)
        yield opened


def judge(store: Store, one: Judgement = ONE, *, by: str = "Ada") -> Judgement:
    """Return a judgement as it was kept."""
    return keep(store, known(store), one, made_by=by, made_at=RESULT_AT)


def standing(store: Store, year: int = BEFORE) -> JudgedYear:
    """Return what stands of a year."""
    kept = judgements_in(store.records(RecordKind.JUDGEMENT, LARGE))
    return judged_of(known(store), kept, year, known=store.known_since(LARGE))


def test_a_judgement_keeps_who_when_why_and_at_which_figures(store: Store) -> None:
    """And what the program said at that moment, which it does not change."""
    before = assessment_of(known(store), Cell(org_code=LARGE, indicator=8), BEFORE)
    kept = judge(store)
    assert (kept.judged_by, kept.judged_at, kept.revision) == ("Ada", RESULT_AT, 1)
    assert (kept.version, kept.reason, kept.level) == (1, ONE.reason, Level.RAISED)
    assert before is not None
    assert kept.strength == before.strength.value
    assert assessment_of(known(store), Cell(org_code=LARGE, indicator=8), BEFORE) == before
    stands = standing(store)
    assert dict(stands) == {8: Judged(judgement=kept)} and 5 not in stands
    assert {stands: "kept"}[standing(store)] == "kept"


def test_changing_or_taking_it_back_keeps_the_history(store: Store) -> None:
    """Raised, lowered, taken back: three revisions of one record, and then nothing stands."""
    first = judge(store)
    second = judge(store, replace(ONE, level=Level.LOWERED, revision=1), by="Ben")
    third = judge(store, replace(ONE, level=Level.TAKEN_BACK, revision=2))
    assert first.record_id == second.record_id == third.record_id
    assert not standing(store)
    history = judgements_in(store.record_history(first.record_id))
    assert [(one.level, one.judged_by) for one in history] == [
        (Level.RAISED, "Ada"),
        (Level.LOWERED, "Ben"),
        (Level.TAKEN_BACK, "Ada"),
    ]


def test_of_two_leads_the_second_is_told(store: Store) -> None:
    """Both looked when there was none."""
    judge(store)
    with pytest.raises(StoreMoved, match="Somebody else judged this"):
        judge(store, replace(ONE, level=Level.LOWERED), by="Ben")
    assert standing(store)[8].judgement.level is Level.RAISED


@pytest.mark.parametrize("reason", ["", "   ", "…", "x" * 1001])
def test_a_judgement_without_a_reason_is_refused(reason: str, store: Store) -> None:
    """Blank, a sign alone, or longer than anybody reads; nothing is kept."""
    with pytest.raises(JudgementRefused):
        judge(store, replace(ONE, reason=reason))
    assert store.records(RecordKind.JUDGEMENT) == ()


def test_it_belongs_to_its_year_and_says_what_is_newer(store: Store) -> None:
    """A corrected figure of its year, then a newer year, which it does not reach."""
    judge(store)
    older = standing(store)
    slip = next(row for row in figures(BEFORE) if row.indicator == 8)
    load(store, [replace(slip, numerator=160)], made_at=RESULT_AT)
    newer = standing(store)
    assert newer[8].newer_version == 2 and newer != older
    load(store, figures(AFTER), made_at=RESULT_AT)
    assert standing(store)[8].newer_year == AFTER
    assert not standing(store, AFTER)
