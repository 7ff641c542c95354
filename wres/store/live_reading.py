"""Live sessions, their questions and tallies, read inside a turn of the database."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.engine import Connection

from wres.errors import SessionProblem
from wres.live import LiveSession, Question, Tally, tally, tally_from
from wres.store.live_rows import question_of, session_of
from wres.store.live_tables import live_questions, live_sessions, live_votes
from wres.store.tables import has_schema

SCHEMA_OF_SESSIONS = 5


def has_sessions(connection: Connection) -> bool:
    """Return whether the store has tables of sessions; one opened for reading may lack them."""
    return has_schema(connection, SCHEMA_OF_SESSIONS)


def open_sessions(connection: Connection) -> tuple[LiveSession, ...]:
    """Return the sessions that were not ended, those everybody has left included."""
    if not has_sessions(connection):
        return ()
    found = select(live_sessions).where(~live_sessions.c.ended)
    return tuple(session_of(row) for row in connection.execute(found))


def ended_sessions(connection: Connection, org_code: str) -> tuple[LiveSession, ...]:
    """Return the sessions of an organisation that have ended, newest first."""
    if not has_sessions(connection):
        return ()
    wanted = and_(live_sessions.c.org_code == org_code, live_sessions.c.ended)
    found = select(live_sessions).where(wanted).order_by(live_sessions.c.started_at.desc())
    return tuple(session_of(row) for row in connection.execute(found))


def read_session(connection: Connection, session_id: str) -> LiveSession:
    """Return a session.

    Raises:
        SessionProblem: If there is none.
    """
    found = None
    if has_sessions(connection):
        wanted = select(live_sessions).where(live_sessions.c.session_id == session_id)
        found = connection.execute(wanted).one_or_none()
    if found is None:
        raise SessionProblem("There is no such session; start one.")
    return session_of(found)


def running_session(connection: Connection, session_id: str) -> LiveSession:
    """Return a session that goes on.

    Raises:
        SessionProblem: If there is none, or it has ended.
    """
    session = read_session(connection, session_id)
    if session.ended:
        raise SessionProblem("This session has ended; start a new one.")
    return session


def read_questions(connection: Connection, session_id: str) -> tuple[Question, ...]:
    """Return the questions of a session, in their order."""
    mine = live_questions.c.session_id == session_id
    found = select(live_questions).where(mine).order_by(live_questions.c.position)
    return tuple(question_of(row) for row in connection.execute(found))


def read_question(connection: Connection, session_id: str, question_id: str) -> Question:
    """Return a question of a session.

    Raises:
        SessionProblem: If there is none.
    """
    found = connection.execute(
        select(live_questions).where(is_question(session_id, question_id))
    ).one_or_none()
    if found is None:
        raise SessionProblem("This session has no such question.")
    return question_of(found)


def is_question(session_id: str, question_id: str) -> ColumnElement[bool]:
    """Return what picks the row of a question."""
    return and_(
        live_questions.c.session_id == session_id, live_questions.c.question_id == question_id
    )


def votes_of(session_id: str, question_id: str) -> ColumnElement[bool]:
    """Return what picks the votes on a question."""
    return and_(live_votes.c.session_id == session_id, live_votes.c.question_id == question_id)


def read_answers(connection: Connection, session_id: str, question_id: str) -> tuple[str, ...]:
    """Return the answers to a question, one per phone, in no order that tells anything."""
    found = select(live_votes.c.answer).where(votes_of(session_id, question_id))
    return tuple(connection.scalars(found.order_by(live_votes.c.answer)))


def read_tally(connection: Connection, session_id: str, question_id: str) -> Tally:
    """Return the tally of a question: of its votes, or as it was kept when the session ended.

    Raises:
        SessionProblem: If there is no such question.
    """
    question = read_question(connection, session_id, question_id)
    kept = connection.scalar(
        select(live_questions.c.tally).where(is_question(session_id, question_id))
    )
    if kept:
        return tally_from(kept)
    return tally(question, read_answers(connection, session_id, question_id))
