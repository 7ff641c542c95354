"""Twelve locked predictions, two years of figures, and what came of each, worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from tests.answers.predicted import (
    AFTER,
    ASKED,
    BEFORE,
    BME,
    COUNTS,
    ENGLAND,
    LARGE,
    LOCKED_AT,
    RESULT_AT,
    WHITE,
    figures,
    known,
    load,
    lock_all,
    question,
)
from tests.predictions.by_hand import Limits, apart, difference, fixed, ratio_factor
from wres.answers.locking import lock, ready_to_lock
from wres.answers.predicting import Followed, followed, predictions_in, verdict_of
from wres.errors import PredictionRefused, StoreProblem
from wres.predictions import Outcome, Prediction, Reach, Reason, Seen, Verdict, still_clear
from wres.store import FILE_NAME, RecordKind, Store, open_store

# Worked out on paper: what came of it, why it cannot be told, and how far it moved.
ANSWERS: dict[str, tuple[Outcome, Reason | None, Reach | None]] = {
    "clear, as hoped": (Outcome.AS_HOPED, None, Reach.AS_FAR),
    "clear, other way": (Outcome.OTHER_WAY, None, None),
    "too small to see": (Outcome.CANNOT_TELL, Reason.WITHIN_CHANCE, None),
    "others moved the same": (Outcome.CANNOT_TELL, Reason.OTHERS_TOO, None),
    "hidden cell": (Outcome.CANNOT_TELL, Reason.HIDDEN, None),
    "break": (Outcome.CANNOT_TELL, Reason.BREAK, None),
    "no base": (Outcome.CANNOT_TELL, Reason.NO_BASE, None),
    "zero cell": (Outcome.CANNOT_TELL, Reason.NO_RATIO, None),
    "ratio": (Outcome.AS_HOPED, None, Reach.LESS),
    "one person": (Outcome.CANNOT_TELL, Reason.ONE_PERSON, None),
    "higher is better": (Outcome.AS_HOPED, None, Reach.AS_FAR),
    "gap": (Outcome.AS_HOPED, None, Reach.AS_FAR),
}


def _beyond(number: int, group: object) -> Limits:
    """The change of a rate beyond England's, by statsmodels and square-and-add."""
    before, now = COUNTS[number, group]  # type: ignore[index]
    then, last = ENGLAND[number, group]  # type: ignore[index]
    return apart(difference(now, before), fixed(last - then))


def _gap_beyond() -> Limits:
    (bme, bme_now), (white, white_now) = COUNTS[5, BME], COUNTS[5, WHITE]
    own = apart(difference(bme_now, white_now), difference(bme, white))
    # England: from 3 points to 2.
    return apart(own, fixed(-0.01))


def _ratio_beyond() -> Limits:
    (bme, bme_now), (white, white_now) = COUNTS[2, BME], COUNTS[2, WHITE]
    value, low, high = ratio_factor((white, bme), (white_now, bme_now))
    others = 1.55 / 1.60
    return value / others, low / others, high / others


# The intervals of the seven that have one, to be met to six decimals.
RANGES: dict[str, Limits] = {
    "clear, as hoped": _beyond(5, BME),
    "clear, other way": _beyond(6, BME),
    "too small to see": _beyond(8, BME),
    "others moved the same": _beyond(8, WHITE),
    "ratio": _ratio_beyond(),
    "higher is better": _beyond(7, BME),
    "gap": _gap_beyond(),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """What came of the twelve once the second year is here."""
    with open_store(tmp_path_factory.mktemp("two_years")) as opened:
        locked = lock_all(opened)
        load(opened, figures(AFTER), made_at=RESULT_AT)
        evidence = known(opened)
        return {name: verdict_of(evidence, one) for name, one in locked.items()}


def test_there_are_twelve() -> None:
    """Twelve questions, twelve answers."""
    assert len(ASKED) == len(ANSWERS) == 12
    assert list(ASKED) == list(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_each_verdict_is_the_one_of_the_answer_key(name: str, verdicts: dict[str, Verdict]) -> None:
    """Outcome, reason and reach."""
    found = verdicts[name]
    assert (found.outcome, found.reason, found.reach) == ANSWERS[name]


@pytest.mark.parametrize("name", RANGES)
def test_each_range_is_the_one_worked_out_elsewhere(
    name: str, verdicts: dict[str, Verdict]
) -> None:
    """Value, lower and upper end of the change beyond England's, to six decimals."""
    found = verdicts[name].beyond
    assert found is not None
    assert found.interval is not None
    given = (found.value, found.interval.low, found.interval.high)
    assert given == pytest.approx(RANGES[name], abs=1e-6)
    assert verdicts[name].p_value is not None


def test_the_outcome_follows_from_the_range_worked_out_elsewhere() -> None:
    """The key itself: a range that leaves out no change, on the side that was hoped for."""
    for name, (value, low, high) in RANGES.items():
        none = 1.0 if name == "ratio" else 0.0
        hoped = math.copysign(1, value - none) == ASKED[name][3].sign
        clear = not low <= none <= high
        expected = {(True, True): Outcome.AS_HOPED, (True, False): Outcome.OTHER_WAY}
        assert ANSWERS[name][0] is expected.get((clear, hoped), Outcome.CANNOT_TELL), name


def test_the_clearest_stay_clear_among_all_of_them(verdicts: dict[str, Verdict]) -> None:
    """Seven are tested; five are clear, and stay so when all seven are allowed for."""
    tested = [one for one in verdicts.values() if one.p_value is not None]
    assert len(tested) == 7
    clear = {verdicts[name].prediction.record_id for name in RANGES} - {
        verdicts[name].prediction.record_id
        for name in ("too small to see", "others moved the same")
    }
    assert still_clear(verdicts.values()) == clear


def test_before_the_year_arrives_a_prediction_waits(store: Store) -> None:
    """With the first year alone there is nothing to say."""
    locked = lock_all(store)
    found = verdict_of(known(store), locked["clear, as hoped"])
    assert (found.outcome, found.reason, found.beyond) == (Outcome.WAITING, None, None)


def test_a_year_that_was_passed_over_is_missing(store: Store) -> None:
    """No figure of WRES 2025, and one of WRES 2026: the wait is over."""
    one = lock_all(store)["clear, as hoped"]
    later = [replace(row, wres_year=2026, survey_year=2025) for row in figures(AFTER)]
    load(store, later, made_at=RESULT_AT)
    found = verdict_of(known(store), one)
    assert (found.outcome, found.reason) == (Outcome.CANNOT_TELL, Reason.MISSING)


def test_a_locked_prediction_is_refused_by_the_store(store: Store) -> None:
    """Neither a second revision nor the same one again, and every one reads as it was."""
    locked = lock_all(store)
    one = locked["clear, as hoped"]
    for revision in (1, 2):
        with pytest.raises(StoreProblem, match="locked since it was written"):
            store.write_record(
                RecordKind.PREDICTION,
                one.record_id,
                revision=revision,
                org_code=LARGE,
                body={"size": 0.5},
                made_by="Ada",
                made_at=RESULT_AT,
            )
    kept = predictions_in(store.records(RecordKind.PREDICTION))
    assert {each.record_id: each for each in kept} == {
        each.record_id: each for each in locked.values()
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET body = '{}' WHERE record_kind = 'prediction'",
        "DELETE FROM records WHERE record_kind = 'prediction'",
        "INSERT OR REPLACE INTO records SELECT record_id, 1, record_kind, org_code, made_at, "
        "made_by, '{}' FROM records WHERE record_kind = 'prediction'",
        "INSERT INTO records SELECT record_id, 2, record_kind, org_code, made_at, made_by, body "
        "FROM records WHERE record_kind = 'prediction'",
    ],
)
def test_the_database_itself_refuses_to_change_one(
    statement: str, store: Store, tmp_path: Path
) -> None:
    """Round the program, with a connection of its own."""
    lock_all(store)
    engine = create_engine(f"sqlite:///{tmp_path / FILE_NAME}")
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert len(predictions_in(store.records(RecordKind.PREDICTION))) == 12


def _refused(store: Store, one: Prediction) -> str:
    with pytest.raises(PredictionRefused) as refusal:
        lock(store, known(store), one, made_by="Ada", made_at=RESULT_AT)
    return str(refusal.value)


def test_a_year_whose_result_is_here_cannot_be_predicted(store: Store) -> None:
    """Loaded; and loaded and undone again: somebody has seen it."""
    load(store, figures(BEFORE), made_at=LOCKED_AT)
    load(store, figures(AFTER), made_at=RESULT_AT)
    one = question("clear, as hoped")
    assert "WRES 2025 is here already" in _refused(store, one)
    store.undo(expected_version=2, made_by="Ada", made_at=RESULT_AT)
    assert "were uploaded before" in _refused(store, one)
    assert store.records(RecordKind.PREDICTION) == ()


def test_a_year_that_waits_in_a_draft_cannot_be_predicted(store: Store) -> None:
    """Under embargo, and when it was discarded: whoever uploaded it has seen the figures."""
    load(store, figures(BEFORE), made_at=LOCKED_AT)
    kept = store.keep_draft(
        figures(AFTER),
        made_by="Ada",
        made_at=LOCKED_AT,
        file_name="draft.csv",
        file_sha256="cd" * 32,
        shape="long",
        report="{}",
    )
    one = question("clear, as hoped")
    assert "maybe as a draft" in _refused(store, one)
    store.discard_draft(kept.id, made_by="Ada", made_at=LOCKED_AT)
    assert "maybe as a draft" in _refused(store, one)
    # Of another organisation nothing is known.
    assert store.known_since("XYZ") == {}


def test_the_same_question_is_asked_once(store: Store) -> None:
    """Nobody locks both ways, or two sizes, and shows the one that came true."""
    lock_all(store)
    again = replace(question("clear, as hoped"), size=0.01)
    assert "it stands as it is" in _refused(store, again)


def test_a_prediction_locked_after_the_result_came_decides_nothing(store: Store) -> None:
    """Written past the program while the result was on its way: seen by the two moments."""
    one = lock_all(store)["clear, as hoped"]
    load(store, figures(AFTER), made_at=LOCKED_AT - timedelta(seconds=1))
    held = store.known_since(LARGE)[AFTER, 5]
    found = verdict_of(known(store), one, known=held)
    assert (found.outcome, found.reason) == (Outcome.CANNOT_TELL, Reason.LOCKED_LATE)


def _followed(store: Store, one: Prediction) -> Followed:
    return followed(
        known(store),
        [one],
        known=store.known_since(one.org_code),
        earlier=lambda version: known(store, version),
    )[0]


def test_corrected_figures_turn_a_verdict_and_it_says_so(store: Store) -> None:
    """200 of 1,000 was a slip for 296: as hoped at version 2, within chance at version 3."""
    one = lock_all(store)["clear, as hoped"]
    load(store, figures(AFTER), made_at=RESULT_AT)
    assert not _followed(store, one).has_turned
    slip = next(row for row in figures(AFTER) if (row.indicator, row.ethnic_group) == (5, BME))
    load(store, [replace(slip, numerator=296)], made_at=RESULT_AT + timedelta(days=9))
    found = _followed(store, one)
    assert found.has_turned
    assert (found.first and found.first.outcome, found.first_version) == (Outcome.AS_HOPED, 2)
    assert (found.verdict.outcome, found.verdict.reason) == (
        Outcome.CANNOT_TELL,
        Reason.WITHIN_CHANCE,
    )


def test_the_lock_keeps_what_the_survey_needed_to_see(store: Store) -> None:
    """30% of 1,000: 2.80 times the root of twice 0.21 / 1,000; version 1 is kept with it."""
    one = lock_all(store)["clear, as hoped"]
    needed = (1.959964 + 0.841621) * math.sqrt(2 * 0.3 * 0.7 / 1000)
    assert one.needed == pytest.approx(needed, abs=1e-6)
    assert (one.version, one.locked_by, one.locked_at) == (1, "Ada", LOCKED_AT)
    later = replace(question("clear, as hoped"), activity_id="other", size=0.01)
    _, sight = ready_to_lock(known(store), later)
    assert sight.seen is Seen.UNLIKELY
