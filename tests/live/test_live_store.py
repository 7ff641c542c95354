"""A session in the store: one answer per phone, nothing lost, and no vote left at the end."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

import pytest

from tests.live.sessions import (
    ADA,
    AMA,
    BEN,
    CLOSED,
    GUESS,
    IDEAS,
    NOON,
    PRACTICE,
    RANKING,
    TRUST,
    VERA,
    answer,
    answer_all,
    opened,
    start,
)
from wres.access import NOBODY, READER, Visitor
from wres.answers import presenting
from wres.errors import NotAllowed, SessionProblem
from wres.live import Decision, Held, LiveSession, QuestionState, idea_id
from wres.planning import Author, add_activity, kept_plans, new_plan
from wres.reports.minutes import minutes_csv
from wres.store import FILE_NAME, AuditAction, Store, open_store
from wres.store.backup import back_up, restore_backup


def close(store: Store, session: LiveSession, question_id: str) -> None:
    """Close the question."""
    presenting.close_question(store, AMA, session_id=session.session_id, question_id=question_id)


def test_a_later_answer_takes_the_place_of_an_earlier_one(store: Store) -> None:
    """Ten phones, one of which answers three times: ten answers, its last one among them."""
    session = opened(store, GUESS)
    answer_all(store, session, ["10"] * 10)
    answer(store, session, "phone 0", "50")
    answer(store, session, "phone 0", "60")
    assert store.live.tally(session.session_id, "guess").answers == 10
    close(store, session, "guess")
    spread = store.live.tally(session.session_id, "guess").spread
    assert spread and spread.bins == (0, 9, 0, 0, 0, 0, 1, 0, 0, 0)


def test_many_phones_at_once_lose_and_double_nothing(store: Store) -> None:
    """Forty phones in eight threads, each sending twice: forty answers."""
    session = opened(store, CLOSED)

    def send(first: int) -> None:
        for phone in range(first, first + 5):
            for _ in range(2):
                answer(store, session, f"phone {phone}", str(phone % 3))

    threads = [Thread(target=send, args=(first,)) for first in range(0, 40, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    close(store, session, "closed")
    counts = store.live.tally(session.session_id, "closed").counts
    assert [one.number for one in counts] == [14, 13, 13]


def test_a_closed_question_counts_no_more_and_is_not_opened_again(store: Store) -> None:
    """A late answer is told so; opening again is refused; a reset asks everybody anew."""
    session = opened(store, GUESS)
    answer_all(store, session, ["10"] * 10)
    close(store, session, "guess")
    with pytest.raises(SessionProblem, match="closed"):
        answer(store, session, "phone 11", "99")
    with pytest.raises(SessionProblem, match="cannot be open"):
        presenting.open_question(store, AMA, session_id=session.session_id, question_id="guess")
    presenting.reset(store, AMA, session_id=session.session_id, question_id="guess")
    presenting.open_question(store, AMA, session_id=session.session_id, question_id="guess")
    with pytest.raises(SessionProblem, match="started again"):
        answer(store, session, "phone 1", "10")
    answer(store, session, "phone 1", "10", round=2)
    assert store.live.tally(session.session_id, "guess").answers == 1


def test_reveal_closes_and_another_question_closes_the_first(store: Store) -> None:
    """Straight from open to revealed; and only one question is open at a time."""
    session = start(store, GUESS, CLOSED)
    ids = {"store": store, "who": AMA}
    presenting.open_question(**ids, session_id=session.session_id, question_id="guess")
    presenting.open_question(**ids, session_id=session.session_id, question_id="closed")
    states = {one.question_id: one.state for one in store.live.questions(session.session_id)}
    assert states == {"guess": QuestionState.CLOSED, "closed": QuestionState.OPEN}
    shown = presenting.reveal(**ids, session_id=session.session_id, question_id="closed")
    assert shown.state is QuestionState.REVEALED
    with pytest.raises(SessionProblem):
        answer(store, session, "phone", "1")


def test_whoever_goes_back_finds_the_question_of_the_step(store: Store) -> None:
    """Next and back again: the question is still open, and no answer was lost."""
    session = opened(store, GUESS)
    answer(store, session, "phone", "10")
    away = presenting.set_step(store, AMA, session_id=session.session_id, step=1)
    assert away.question_id == ""
    back = presenting.set_step(store, AMA, session_id=session.session_id, step=0)
    assert (back.question_id, back.shown, back.step) == ("guess", (0, 1), 0)
    assert back.moment > away.moment > session.moment
    assert store.live.tally(session.session_id, "guess").held is Held.OPEN
    with pytest.raises(SessionProblem, match="no step 3"):
        presenting.set_step(store, AMA, session_id=session.session_id, step=2)


def test_a_session_survives_a_restart(tmp_path: Path) -> None:
    """The store closed and opened again: step, question and votes are there, phones known."""
    with open_store(tmp_path) as store:
        session = opened(store, GUESS)
        answer_all(store, session, ["30"] * 10)
    with open_store(tmp_path) as store:
        assert store.live.running("R0A", now=NOON) == store.live.session(session.session_id)
        view = store.live.phone_view(session.code, token="phone 3", now=NOON)
        assert view.answered and view.question and view.question.state is QuestionState.OPEN
        answer(store, session, "phone 3", "40")
        assert store.live.tally(session.session_id, "guess").answers == 10


def test_an_ended_session_keeps_tallies_and_no_vote(store: Store) -> None:
    """The tally is as it was; phones are thanked; the log has start and end, and holds."""
    session = opened(store, GUESS)
    answer_all(store, session, ["30"] * 12)
    ended = presenting.end_session(store, AMA, session_id=session.session_id, now=NOON)
    assert ended.ended
    assert store.live.tally(session.session_id, "guess").answers == 12
    assert store.live.tally(session.session_id, "guess").is_shown
    assert store.live.past("R0A") == (ended,)
    for ask in (
        store.live.moment,
        lambda code, now: store.live.phone_view(code, token="x", now=now),
    ):
        with pytest.raises(SessionProblem, match="has ended; thank you"):
            ask(session.code, now=NOON)
    with pytest.raises(SessionProblem, match="No session has this code"):
        store.live.moment("", now=NOON)
    actions = [line.action for line in store.audit()]
    assert actions == [AuditAction.LIVE_STARTED, AuditAction.LIVE_ENDED]
    assert store.verify_audit().holds
    with pytest.raises(SessionProblem, match="has ended"):
        presenting.set_step(store, AMA, session_id=session.session_id, step=1)


def test_no_byte_of_a_vote_stays_in_the_file(tmp_path: Path) -> None:
    """After the end the folder holds no idea that was not let through, and no key of the phones."""
    with open_store(tmp_path) as store:
        session = opened(store, IDEAS)
        answer_all(store, session, (f"canary{phone}bird" for phone in range(12)))
        answer(store, session, "phone 0", "canary0changed")
        presenting.moderate(
            store,
            AMA,
            session_id=session.session_id,
            question_id="ideas",
            idea=idea_id("canary5bird"),
            accept=True,
        )
        with sqlite3.connect(tmp_path / FILE_NAME) as connection:
            secret = connection.execute("SELECT secret FROM live_sessions").fetchone()[0]
            voter = connection.execute("SELECT voter FROM live_votes").fetchone()[0]
        connection.close()
        presenting.end_session(store, AMA, session_id=session.session_id, now=NOON)
        kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert kept.count(b"canary") == kept.count(b"canary5bird") == 1
        assert secret.encode() not in kept and voter.encode() not in kept


def test_a_forgotten_session_is_over_and_goes_with_the_next(store: Store) -> None:
    """Thirteen hours later its code is dead, and the next session of anybody ends it."""
    session = opened(store, GUESS)
    answer(store, session, "phone", "30")
    late = NOON + timedelta(hours=13)
    assert store.live.running("R0A", now=late) is None
    with pytest.raises(SessionProblem, match="has ended"):
        store.live.moment(session.code, now=late)
    start(store, organisation=PRACTICE, now=late)
    assert store.live.session(session.session_id).ended


def test_one_session_of_an_organisation_goes_on_at_a_time(store: Store) -> None:
    """Starting another ends the first; the codes differ."""
    first, second = start(store), start(store)
    assert store.live.session(first.session_id).ended
    assert first.code != second.code
    assert store.live.running("R0A", now=NOON) == second


def test_ideas_need_a_moderator_and_are_hidden_until_let_through(store: Store) -> None:
    """Off by default; the moderator reads all, the room what was let through and no more."""
    with pytest.raises(SessionProblem, match="moderator"):
        start(store, IDEAS)
    session = opened(store, IDEAS)
    answer_all(store, session, (f"Idea {phone}" for phone in range(10)))
    where = {"session_id": session.session_id, "question_id": "ideas"}
    read = presenting.ideas(store, AMA, **where)
    assert [words for _, words in read] == [f"Idea {phone}" for phone in range(10)]
    presenting.moderate(store, AMA, **where, idea=read[4][0], accept=True)
    presenting.moderate(store, AMA, **where, idea=read[5][0], accept=True)
    presenting.moderate(store, AMA, **where, idea=read[5][0], accept=False)
    # An idea that was let through and is changed afterwards has to be read anew.
    answer(store, session, "phone 4", "Something rude")
    close(store, session, "ideas")
    assert store.live.tally(session.session_id, "ideas").ideas == ()
    presenting.moderate(store, AMA, **where, idea=read[6][0], accept=True)
    assert store.live.tally(session.session_id, "ideas").ideas == ("Idea 6",)


@pytest.mark.parametrize("who", [BEN, VERA, ADA, NOBODY, READER], ids=lambda who: who.name)
def test_a_session_is_led_by_the_lead_alone(store: Store, who: Visitor) -> None:
    """The other lead, a viewer, an admin and nobody: each thing a presenter does is refused."""
    session = opened(store, GUESS)
    mine = {"session_id": session.session_id}
    asked = {**mine, "question_id": "guess"}
    decision = Decision(action="Mentoring", owner="Ama", due=None)
    told = {"organisation": TRUST, "now": NOON}
    tries = (
        lambda: presenting.start_session(store, who, version=1, steps=session.steps, **told),
        lambda: presenting.set_step(store, who, **mine, step=1),
        lambda: presenting.add_question(store, who, **mine, question=CLOSED),
        lambda: presenting.open_question(store, who, **asked),
        lambda: presenting.close_question(store, who, **asked),
        lambda: presenting.reveal(store, who, **asked),
        lambda: presenting.reset(store, who, **asked),
        lambda: presenting.ideas(store, who, **asked),
        lambda: presenting.moderate(store, who, **asked, idea="x", accept=True),
        lambda: presenting.rehearse(store, who, **asked, phones=3, now=NOON),
        lambda: presenting.decide(store, who, **mine, decision=decision, wres_year=2025, **told),
        lambda: presenting.end_session(store, who, **mine, now=NOON),
    )
    for attempt in tries:
        with pytest.raises(NotAllowed, match="Only the lead of R0A"):
            attempt()
    assert store.live.session(session.session_id).moment == session.moment + 1


def test_a_form_of_another_phone_is_not_taken(store: Store) -> None:
    """The token of the form belongs to one phone: another, or none, is told to answer again."""
    session = opened(store, GUESS)
    view = store.live.phone_view(session.code, token="one", now=NOON)
    form = {"question": "guess", "round": "1", "answer": "5"}
    for token in ("", "x", view.form_token):
        with pytest.raises(SessionProblem, match="out of date"):
            store.live.cast(
                session.code, token="other", form={**form, "form_token": token}, now=NOON
            )
    assert store.live.tally(session.session_id, "guess").answers == 0


def test_a_decision_is_in_the_plan_with_its_vote(store: Store) -> None:
    """An activity of the plan gets owner, date and note; a new one is drafted with them."""
    session = start(store, RANKING)
    by = Author(name="ama", at=NOON)
    plan_id = new_plan(store, TRUST, "Our plan", wres_year=2025, by=by)
    kept = add_activity(store, plan_id, {"activity": "Mentoring"}, org_code="R0A", by=by)
    vote = "The room put it 1st of 3; 14 phones answered."
    told = {"session_id": session.session_id, "organisation": TRUST, "wres_year": 2025}
    for action, activity_id in (("Mentoring", kept), ("Panels", "not kept")):
        presenting.decide(
            store,
            AMA,
            **told,
            decision=Decision(
                action=action,
                owner="Jo Example",
                due=date(2026, 6, 30),
                activity_id=activity_id,
                question_id="rank",
                vote=vote,
            ),
            indicators=(8,),
            now=NOON,
        )
    (plan,) = kept_plans(store, "R0A")
    for activity in plan.activities:
        assert (activity.lead, activity.timeframe) == ("Jo Example", "30 June 2026")
        assert [note.text for note in activity.progress] == [
            f"Decided in a Listening into Action session. {vote}"
        ]
    assert [one.activity for one in plan.activities] == ["Mentoring", "Panels"]
    decided = store.live.decisions(session.session_id)
    assert [one.activity_id for one in decided] == [one.id for one in plan.activities]
    assert store.verify_audit().holds


def test_minutes_hold_what_was_on_the_screen(store: Store) -> None:
    """Steps shown, votes with ten answers or the reason, decisions; formulas are none."""
    session = start(store, GUESS, replace(CLOSED, prompt="=1+1?"), RANKING)
    where = {"session_id": session.session_id}
    presenting.open_question(store, AMA, **where, question_id="guess")
    answer_all(store, session, ["77"] * 9)
    presenting.open_question(store, AMA, **where, question_id="closed")
    answer_all(store, session, ("01"[phone % 2] for phone in range(30)))
    presenting.end_session(store, AMA, **where, now=NOON)
    found = presenting.minutes(store, **where, links={"Case study": "https://example.org/a"})
    assert [one.question.question_id for one in found.votes] == ["guess", "closed"]
    text = minutes_csv(found).decode("utf-8-sig")
    assert "Shown,Discrimination,19.4% of BME staff answered yes. 412 BME staff answered." in text
    assert "Fewer than 10 phones answered, so the answers are not shown." in text
    assert "77" not in text
    assert "“Yes”: 15 of 30." in text
    assert "Your turn" not in text
    assert "Vote,'=1+1?" in text
    assert "Link,Case study,https://example.org/a" in text


def test_made_up_phones_answer_for_the_practice_trust_alone(store: Store) -> None:
    """Forty made-up answers, marked in the minutes; a real trust has none."""
    session = start(store, GUESS, organisation=PRACTICE)
    asked = {"session_id": session.session_id, "question_id": "guess"}
    presenting.open_question(store, AMA, **asked)
    assert presenting.rehearse(store, AMA, **asked, phones=40, now=NOON) == 40
    presenting.reveal(store, AMA, **asked)
    assert store.live.tally(**asked).answers == 40
    text = minutes_csv(presenting.minutes(store, session_id=session.session_id)).decode()
    assert "Made-up figures, for practice" in text
    real = opened(store, GUESS)
    with pytest.raises(SessionProblem, match="Practice Trust only"):
        presenting.rehearse(
            store, AMA, session_id=real.session_id, question_id="guess", phones=3, now=NOON
        )


def test_a_backup_keeps_a_session(tmp_path: Path, store: Store, address: str | None) -> None:
    """Session, tally and decision come out of a backup as they went in, from file and server."""
    session = opened(store, GUESS)
    answer_all(store, session, ["30"] * 10)
    presenting.end_session(store, AMA, session_id=session.session_id, now=NOON)
    decision = Decision(action="Mentoring", owner="Jo Example", due=date(2026, 6, 30))
    store.live.decide(session.session_id, decision, made_by="ama", made_at=NOON)
    assert back_up(tmp_path, tmp_path / "backup", url=address).holds
    restore_backup(tmp_path / "backup", tmp_path / "new")
    with open_store(tmp_path / "new") as again:
        assert presenting.minutes(again, session_id=session.session_id) == presenting.minutes(
            store, session_id=session.session_id
        )
        assert again.live.decisions(session.session_id) == (decision,)
