"""The end of a live session: tallies stay, votes go, and the key that could match a phone too."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from wres.live import LiveSession, QuestionState, tally, tally_text
from wres.store import audit
from wres.store.audit import AuditAction
from wres.store.database import Database
from wres.store.live_reading import is_question, read_answers, read_questions
from wres.store.live_tables import live_questions, live_sessions, live_votes


def end(connection: Connection, session: LiveSession, *, made_by: str, made_at: datetime) -> None:
    """Return nothing once a session has ended; a question that is still open is closed first."""
    mine = session.session_id
    told = ""
    for question in read_questions(connection, mine):
        is_open = question.state is QuestionState.OPEN
        closed = replace(question, state=QuestionState.CLOSED) if is_open else question
        text = tally_text(tally(closed, read_answers(connection, mine, question.question_id)))
        told += text
        connection.execute(
            update(live_questions)
            .where(is_question(mine, question.question_id))
            .values(state=closed.state.value, tally=text)
        )
    connection.execute(delete(live_votes).where(live_votes.c.session_id == mine))
    connection.execute(
        update(live_sessions)
        .where(live_sessions.c.session_id == mine)
        .values(ended=True, secret="", question_id="", moment=session.moment + 1)
    )
    audit.record(
        connection,
        AuditAction.LIVE_ENDED,
        made_by=made_by,
        made_at=made_at,
        content_hash=sha256(told.encode()).hexdigest(),
        detail=f"{session.org_code}, session {mine}",
    )


def forget(database: Database) -> None:
    """Return nothing once the file beside an embedded store holds no removed votes any more.

    Somebody who reads at this moment keeps it for later; the next write does it then.
    """
    if database.engine.dialect.name != "sqlite":
        return
    with suppress(SQLAlchemyError):
        opened = database.engine.raw_connection()
        try:
            opened.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            opened.close()
