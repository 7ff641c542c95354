"""What a presenter does with a live session: each asks first whether this person may.

A session belongs to an organisation, and its lead alone starts it, moves it on, reads ideas, takes
decisions and ends it. What the room answered is for everybody in it, so reading a tally asks for
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from wres.access import Visitor, may_write
from wres.errors import NotAllowed, SessionProblem
from wres.live import (
    Decision,
    LiveSession,
    Minutes,
    Question,
    QuestionState,
    Step,
    Tally,
    Vote,
    made_up_answers,
)
from wres.live import minutes as minutes_of
from wres.organisations import Organisation
from wres.planning import (
    Author,
    add_progress,
    change_activity,
    draft_activity,
)
from wres.store import RecordKind, Store, uk_day, uk_day_text

MOST_PRACTICE_PHONES = 200


def start_session(
    store: Store,
    who: Visitor,
    *,
    organisation: Organisation,
    version: int,
    steps: Iterable[Step],
    now: datetime,
    questions: Iterable[Question] = (),
    moderator: str = "",
) -> LiveSession:
    """Return a new session with its code; one of this organisation that went on is ended.

    Without a ``moderator`` no question may ask for ideas.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
        SessionProblem: If there is no step, or a question cannot be asked.
    """
    _must_lead(who, organisation.code)
    told = tuple(steps)
    if not told:
        raise SessionProblem("This session has no step; add one.")
    session = LiveSession(
        session_id=uuid4().hex,
        code="",
        org_code=organisation.code,
        organisation=organisation.name,
        version=version,
        made_up=organisation.made_up,
        moderator=moderator.strip(),
        started_by=who.name,
        started_at=now,
        steps=told,
    )
    return store.live.start(session, questions)


def set_step(store: Store, who: Visitor, *, session_id: str, step: int) -> LiveSession:
    """Return the session with this step (its index, from 0) on the screen.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
        SessionProblem: If there is no such step.
    """
    _mine(store, who, session_id)
    return store.live.set_step(session_id, step)


def add_question(store: Store, who: Visitor, *, session_id: str, question: Question) -> Question:
    """Return a question that was thought of while the session goes on.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
        SessionProblem: If it cannot be asked.
    """
    _mine(store, who, session_id)
    return store.live.add_question(session_id, question)


def open_question(store: Store, who: Visitor, *, session_id: str, question_id: str) -> Question:
    """Return the question phones may answer from now on; another that was open is closed.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
        SessionProblem: If it was closed already; ask again with ``reset``.
    """
    return _set_state(store, who, session_id, question_id, QuestionState.OPEN)


def close_question(store: Store, who: Visitor, *, session_id: str, question_id: str) -> Question:
    """Return the question that takes no more answers; its tally is there, off the screen.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
        SessionProblem: If it is not open or revealed.
    """
    return _set_state(store, who, session_id, question_id, QuestionState.CLOSED)


def reveal(store: Store, who: Visitor, *, session_id: str, question_id: str) -> Question:
    """Return the question whose tally is on the screen; an open one is closed by it.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
        SessionProblem: If it was not asked yet.
    """
    return _set_state(store, who, session_id, question_id, QuestionState.REVEALED)


def reset(store: Store, who: Visitor, *, session_id: str, question_id: str) -> Question:
    """Return the question as new: its answers are gone, and it waits to be opened again.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
    """
    _mine(store, who, session_id)
    return store.live.reset(session_id, question_id)


def ideas(
    store: Store, who: Visitor, *, session_id: str, question_id: str
) -> tuple[tuple[str, str], ...]:
    """Return the ideas that were sent, for the moderator off the screen: id and words.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
    """
    _mine(store, who, session_id)
    return store.live.ideas(session_id, question_id)


def moderate(
    store: Store, who: Visitor, *, session_id: str, question_id: str, idea: str, accept: bool
) -> Question:
    """Return the question once an idea (by its id) may be shown, or may not any more.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
    """
    _mine(store, who, session_id)
    return store.live.moderate(session_id, question_id, idea, accept=accept)


def tally(store: Store, *, session_id: str, question_id: str) -> Tally:
    """Return what the room answered, or why that is not told.

    Raises:
        SessionProblem: If there is no such question.
    """
    return store.live.tally(session_id, question_id)


def rehearse(
    store: Store,
    who: Visitor,
    *,
    session_id: str,
    question_id: str,
    phones: int,
    now: datetime,
    seed: int = 1,
) -> int:
    """Return how many made-up phones answered the open question, each as a real one would.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
        SessionProblem: If the organisation is not made up, or the question is not open.
    """
    session = _mine(store, who, session_id)
    if not session.made_up:
        raise SessionProblem("Made-up phones answer for the Practice Trust only.")
    (question,) = (
        one for one in store.live.questions(session_id) if one.question_id == question_id
    )
    answers = made_up_answers(question, phones=min(phones, MOST_PRACTICE_PHONES), seed=seed)
    for phone, answer in enumerate(answers):
        token = f"practice-{seed}-{phone}"
        view = store.live.phone_view(session.code, token=token, now=now)
        places = {f"place-{one}": place for one, place in enumerate(answer.split(","))}
        form = {"answer": answer, **places, "form_token": view.form_token}
        form |= {"question": question_id, "round": str(question.round)}
        store.live.cast(session.code, token=token, form=form, now=now)
    return len(answers)


def decide(
    store: Store,
    who: Visitor,
    *,
    session_id: str,
    decision: Decision,
    organisation: Organisation,
    wres_year: int,
    now: datetime,
    indicators: tuple[int, ...] = (),
) -> Decision:
    """Return the decision as it was kept, with the activity of the plan it is now.

    Its activity gets the owner, the date and a note with the vote. One that is not kept in the
    store yet is drafted there first, so that no shipped plan is changed.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
        PlanRefused: If the plan cannot keep it; the decision is not kept either then.
    """
    session = _mine(store, who, session_id)
    by = Author(name=who.name, at=now)
    history = store.record_history(decision.activity_id)
    if history and history[0].kind is RecordKind.ACTIVITY:
        activity_id, seen = decision.activity_id, history[-1].revision
    else:
        seen, activity_id = (
            1,
            draft_activity(
                store,
                organisation,
                decision.action,
                came_from="A Listening into Action session",
                wres_year=wres_year,
                by=by,
                indicators=indicators,
            ),
        )
    code, day = session.org_code, uk_day_text(uk_day(now))
    owned = {"lead": decision.owner, "timeframe": uk_day_text(decision.due) if decision.due else ""}
    changes = {name: value for name, value in owned.items() if value}
    change_activity(store, activity_id, changes, seen=seen, org_code=code, by=by)
    note = f"Decided in a Listening into Action session. {decision.vote}".strip()
    add_progress(store, activity_id, note, day=day, org_code=code, by=by)
    kept = replace(decision, activity_id=activity_id)
    store.live.decide(session_id, kept, made_by=who.name, made_at=now)
    return kept


def end_session(store: Store, who: Visitor, *, session_id: str, now: datetime) -> LiveSession:
    """Return the session once it has ended: tallies and decisions stay, votes are removed.

    Raises:
        NotAllowed: If this visitor does not lead its organisation.
    """
    _mine(store, who, session_id)
    return store.live.end(session_id, made_by=who.name, made_at=now)


def minutes(store: Store, *, session_id: str, links: Mapping[str, str] | None = None) -> Minutes:
    """Return what was shown, answered and decided in a session, as it was on the screen.

    Raises:
        SessionProblem: If there is no such session.
    """
    live = store.live
    votes = [
        Vote(question=one, tally=live.tally(session_id, one.question_id))
        for one in live.questions(session_id)
    ]
    return minutes_of(live.session(session_id), votes, live.decisions(session_id), links=links)


def _set_state(
    store: Store, who: Visitor, session_id: str, question_id: str, state: QuestionState
) -> Question:
    _mine(store, who, session_id)
    return store.live.set_state(session_id, question_id, state)


def _mine(store: Store, who: Visitor, session_id: str) -> LiveSession:
    session = store.live.session(session_id)
    _must_lead(who, session.org_code)
    return session


def _must_lead(who: Visitor, org_code: str) -> None:
    if not may_write(who, org_code):
        raise NotAllowed(f"Only the lead of {org_code} may lead a session about it.")
