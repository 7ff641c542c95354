"""Live sessions in the store: what the presenter does, what phones answer, what is left at the end.

Whoever starts, moves or ends a session is asked for the right to it first, in
``wres/answers/presenting.py``. A phone needs the code and nothing else.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from wres.errors import SessionProblem
from wres.live import (
    Decision,
    LiveSession,
    Question,
    QuestionKind,
    QuestionState,
    Tally,
    checked,
    code_from,
    idea_id,
    is_stale,
)
from wres.store import audit, live_ending, live_reading
from wres.store.audit import AuditAction
from wres.store.live_reading import read_question, running_session
from wres.store.live_rows import decision_of, decision_text, question_values, session_values
from wres.store.live_tables import live_decisions, live_questions, live_sessions, live_votes
from wres.store.live_voting import PhoneStore
from wres.store.versions import utc_text

SECRET_BYTES = 32
MOST_QUESTIONS = 40
# Of 17,160; after that, codes of sessions that have ended are given again.
MOST_CODES_KEPT = 8_000
# From closed there is no way back to open: that is a new round.
_NEXT = {
    QuestionState.WAITING: {QuestionState.OPEN},
    QuestionState.OPEN: {QuestionState.CLOSED, QuestionState.REVEALED},
    QuestionState.CLOSED: {QuestionState.REVEALED},
    QuestionState.REVEALED: {QuestionState.CLOSED},
}


class LiveStore(PhoneStore):
    """Live sessions. Every method raises StoreProblem when the store cannot be used."""

    def start(self, session: LiveSession, questions: Iterable[Question] = ()) -> LiveSession:
        """Return the session with its code, once it and its questions are kept.

        Sessions of the same organisation that are still open, and those everybody has left, are
        ended first.

        Raises:
            SessionProblem: If a question cannot be asked.
        """
        by, at = session.started_by, session.started_at
        with self._database.writing() as connection:
            for old in live_reading.open_sessions(connection):
                if old.org_code == session.org_code or is_stale(old.started_at, now=at):
                    live_ending.end(connection, old, made_by=by, made_at=at)
            made = replace(session, code=_free_code(connection))
            secret = secrets.token_hex(SECRET_BYTES)
            connection.execute(insert(live_sessions), session_values(made) | {"secret": secret})
            for question in questions:
                _add(connection, made, question)
            detail = f"{made.org_code}, session {made.session_id}, version {made.version}"
            audit.record(
                connection, AuditAction.LIVE_STARTED, made_by=by, made_at=at, detail=detail
            )
        live_ending.forget(self._database)
        return made

    def session(self, session_id: str) -> LiveSession:
        """Return a session as it is now.

        Raises:
            SessionProblem: If there is none.
        """
        with self._database.reading() as connection:
            return live_reading.read_session(connection, session_id)

    def running(self, org_code: str, *, now: datetime) -> LiveSession | None:
        """Return the session an organisation is in at this moment, None when it is in none."""
        with self._database.reading() as connection:
            found = live_reading.open_sessions(connection)
        mine = [one for one in found if one.org_code == org_code]
        return next((one for one in mine if not is_stale(one.started_at, now=now)), None)

    def past(self, org_code: str) -> tuple[LiveSession, ...]:
        """Return the sessions of an organisation that have ended, newest first."""
        with self._database.reading() as connection:
            return live_reading.ended_sessions(connection, org_code)

    def questions(self, session_id: str) -> tuple[Question, ...]:
        """Return the questions of a session, in their order."""
        with self._database.reading() as connection:
            return live_reading.read_questions(connection, session_id)

    def add_question(self, session_id: str, question: Question) -> Question:
        """Return a question as it was added to a session.

        Raises:
            SessionProblem: If it cannot be asked, or the session has ended.
        """
        with self._database.writing() as connection:
            return _add(connection, running_session(connection, session_id), question)

    def set_step(self, session_id: str, step: int) -> LiveSession:
        """Return the session with this step on the screen, and its question if it was begun.

        A question of another step stays as it is: who goes back finds it.

        Raises:
            SessionProblem: If there is no such step, or the session has ended.
        """
        with self._database.writing() as connection:
            session = running_session(connection, session_id)
            if not 0 <= step < len(session.steps):
                raise SessionProblem(f"This session has no step {step + 1}.")
            shown = session.shown if step in session.shown else (*session.shown, step)
            begun = [
                one.question_id
                for one in live_reading.read_questions(connection, session_id)
                if one.step == step and one.state is not QuestionState.WAITING
            ]
            question_id = begun[-1] if begun else ""
            return _keep(
                connection, replace(session, step=step, shown=shown, question_id=question_id)
            )

    def set_state(self, session_id: str, question_id: str, state: QuestionState) -> Question:
        """Return the question, now open, closed or revealed, and the one on the screen.

        Another question that was open is closed.

        Raises:
            SessionProblem: If it cannot go from where it is to there.
        """
        with self._database.writing() as connection:
            session = running_session(connection, session_id)
            question = read_question(connection, session_id, question_id)
            if state not in _NEXT[question.state]:
                raise SessionProblem(
                    f"This question is {question.state.value}, so it cannot be {state.value} now."
                )
            for other in live_reading.read_questions(connection, session_id):
                if other.state is QuestionState.OPEN and other.question_id != question_id:
                    _keep_question(connection, session, replace(other, state=QuestionState.CLOSED))
            kept = _keep_question(connection, session, replace(question, state=state))
            _keep(connection, replace(session, question_id=question_id))
            return kept

    def reset(self, session_id: str, question_id: str) -> Question:
        """Return the question as new: its votes are removed, and everybody may answer again.

        Raises:
            SessionProblem: If there is no such question, or the session has ended.
        """
        with self._database.writing() as connection:
            session = running_session(connection, session_id)
            question = read_question(connection, session_id, question_id)
            mine = live_reading.votes_of(session_id, question_id)
            connection.execute(delete(live_votes).where(mine))
            _keep(connection, session)
            waiting, anew = QuestionState.WAITING, question.round + 1
            return _keep_question(
                connection, session, replace(question, state=waiting, round=anew, accepted=())
            )

    def moderate(self, session_id: str, question_id: str, idea: str, *, accept: bool) -> Question:
        """Return the question once an idea (by its id) is let through, or taken back.

        Raises:
            SessionProblem: If there is no such question, or the session has ended.
        """
        with self._database.writing() as connection:
            session = running_session(connection, session_id)
            question = read_question(connection, session_id, question_id)
            rest = tuple(one for one in question.accepted if one != idea)
            accepted = (*rest, idea) if accept else rest
            _keep(connection, session)
            return _keep_question(connection, session, replace(question, accepted=accepted))

    def ideas(self, session_id: str, question_id: str) -> tuple[tuple[str, str], ...]:
        """Return the ideas sent in, for a moderator to read: id and words, by the alphabet."""
        with self._database.reading() as connection:
            sent = live_reading.read_answers(connection, session_id, question_id)
        return tuple((idea_id(words), words) for words in sorted(set(sent), key=str.casefold))

    def tally(self, session_id: str, question_id: str) -> Tally:
        """Return what the room answered, or why that is not told.

        Raises:
            SessionProblem: If there is no such question.
        """
        with self._database.reading() as connection:
            return live_reading.read_tally(connection, session_id, question_id)

    def decide(
        self, session_id: str, decision: Decision, *, made_by: str, made_at: datetime
    ) -> int:
        """Return the number of a decision once it is kept; they count from 1.

        Raises:
            SessionProblem: If there is no such session.
        """
        with self._database.writing() as connection:
            session = live_reading.read_session(connection, session_id)
            mine = live_decisions.c.session_id == session_id
            last = connection.scalar(select(func.max(live_decisions.c.number)).where(mine))
            values = {
                "session_id": session_id,
                "number": (last or 0) + 1,
                "made_at": utc_text(made_at),
                "made_by": made_by,
                "body": decision_text(decision),
            }
            connection.execute(insert(live_decisions), values)
            audit.record(
                connection,
                AuditAction.LIVE_DECIDED,
                made_by=made_by,
                made_at=made_at,
                content_hash=sha256(str(values["body"]).encode()).hexdigest(),
                detail=f"{session.org_code}, session {session_id}",
            )
            return (last or 0) + 1

    def decisions(self, session_id: str) -> tuple[Decision, ...]:
        """Return what was decided in a session, in order."""
        with self._database.reading() as connection:
            mine = live_decisions.c.session_id == session_id
            found = select(live_decisions.c.body).where(mine).order_by(live_decisions.c.number)
            return tuple(decision_of(body) for body in connection.scalars(found))

    def end(self, session_id: str, *, made_by: str, made_at: datetime) -> LiveSession:
        """Return the session once it has ended: its tallies are kept, its votes are gone.

        Raises:
            SessionProblem: If there is no such session.
        """
        with self._database.writing() as connection:
            session = live_reading.read_session(connection, session_id)
            if not session.ended:
                live_ending.end(connection, session, made_by=made_by, made_at=made_at)
        live_ending.forget(self._database)
        return self.session(session_id)


def _free_code(connection: Connection) -> str:
    """A code no session has or had; of one that ended, phones are told so, not sent to another."""
    taken = set(connection.scalars(select(live_sessions.c.code)))
    if len(taken) > MOST_CODES_KEPT:
        taken = {session.code for session in live_reading.open_sessions(connection)}
    while True:
        code = code_from(secrets.choice)
        if code not in taken:
            return code


def _add(connection: Connection, session: LiveSession, question: Question) -> Question:
    if question.kind is QuestionKind.IDEAS and not session.moderator:
        raise SessionProblem("Name a moderator first: ideas are read before the room sees them.")
    mine = live_questions.c.session_id == session.session_id
    there = connection.scalar(select(func.count()).select_from(live_questions).where(mine)) or 0
    if there >= MOST_QUESTIONS:
        raise SessionProblem(f"A session has {MOST_QUESTIONS} questions at most.")
    made = checked(question)
    place = {"session_id": session.session_id, "position": there, "tally": ""}
    connection.execute(insert(live_questions), question_values(made) | place)
    return made


def _keep(connection: Connection, session: LiveSession) -> LiveSession:
    """The session as it is kept now, one moment later."""
    kept = replace(session, moment=session.moment + 1)
    connection.execute(
        update(live_sessions)
        .where(live_sessions.c.session_id == session.session_id)
        .values(session_values(kept))
    )
    return kept


def _keep_question(connection: Connection, session: LiveSession, question: Question) -> Question:
    mine = live_reading.is_question(session.session_id, question.question_id)
    connection.execute(update(live_questions).where(mine).values(question_values(question)))
    return question
