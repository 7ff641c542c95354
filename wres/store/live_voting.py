"""The phone's side of a live session: what it sees, and its one answer to each question."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, insert, select
from sqlalchemy.engine import Connection, Row

from wres.errors import SessionProblem
from wres.live import (
    LiveSession,
    Question,
    QuestionKind,
    QuestionState,
    Tally,
    is_stale,
    read_answer,
)
from wres.store.database import Database
from wres.store.live_reading import (
    has_sessions,
    read_question,
    read_questions,
    read_tally,
    votes_of,
)
from wres.store.live_rows import session_of
from wres.store.live_tables import live_sessions, live_votes

NO_SESSION = "No session has this code now; check the letters on the screen."
HAS_ENDED = "This session has ended; thank you for taking part."
# More phones than a room holds: a limit for who would fill the store, not for a room.
MOST_ANSWERS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """What one phone shows; ``form_token`` must come back with its answer.

    There is a ``tally`` once it is on the screen of the room. While a guess of this step is not
    revealed, ``guessing``, its figure must not be told.
    """

    session: LiveSession
    question: Question | None
    answered: bool
    form_token: str
    tally: Tally | None = None
    guessing: bool = False


class PhoneStore:
    """The half of ``LiveStore`` that phones reach. The code of the session is all they need."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moment(self, code: str, *, now: datetime) -> int:
        """Return the number that grows with everything the presenter of a code does.

        Raises:
            SessionProblem: If no session has this code, or it has ended.
        """
        with self._database.reading() as connection:
            return _moment_of(connection, code, now=now)

    def phone_view(self, code: str, *, token: str, now: datetime) -> PhoneView:
        """Return what the phone with this random token shows.

        Raises:
            SessionProblem: If no session has this code, or it has ended.
        """
        with self._database.reading() as connection:
            return _phone_view(connection, code, token=token, now=now)

    def cast(self, code: str, *, token: str, form: Mapping[str, str], now: datetime) -> None:
        """Return nothing once the answer of a phone is kept, in the place of an earlier one.

        Raises:
            SessionProblem: If it cannot be counted; the sentence says why.
        """
        with self._database.writing() as connection:
            _cast(connection, code, token=token, form=form, now=now)


def _moment_of(connection: Connection, code: str, *, now: datetime) -> int:
    """Return the number that grows with everything the presenter does.

    Raises:
        SessionProblem: If no session has this code, or it has ended.
    """
    found = _row(connection, code, now=now, columns=("ended", "started_at", "moment"))
    return int(found.moment)


def _phone_view(connection: Connection, code: str, *, token: str, now: datetime) -> PhoneView:
    """Return what the phone with this random token shows.

    Raises:
        SessionProblem: If no session has this code, or it has ended.
    """
    row = _row(connection, code, now=now)
    session = session_of(row)
    question, answered, told = None, False, None
    if session.question_id:
        question = read_question(connection, session.session_id, session.question_id)
        answered = _has_answered(connection, session, voter=_keyed(row.secret, "vote", token))
        if question.state is QuestionState.REVEALED:
            told = read_tally(connection, session.session_id, session.question_id)
    return PhoneView(
        session=session,
        question=question,
        answered=answered,
        form_token=_keyed(row.secret, "form", token),
        tally=told,
        guessing=any(
            one.step == session.step
            and one.kind is QuestionKind.GUESS
            and one.state is not QuestionState.REVEALED
            for one in read_questions(connection, session.session_id)
        ),
    )


def _cast(
    connection: Connection,
    code: str,
    *,
    token: str,
    form: Mapping[str, str],
    now: datetime,
) -> None:
    """Return nothing once the answer of a phone is kept; it takes the place of an earlier one.

    ``form`` holds the fields of the page: which question, which round, the token of the form and
    the answer.

    Raises:
        SessionProblem: If it cannot be counted; the sentence says why.
    """
    row = _row(connection, code, now=now)
    session = session_of(row)
    if not hmac.compare_digest(_keyed(row.secret, "form", token), form.get("form_token", "")):
        raise SessionProblem("This page is out of date; answer again.")
    question = read_question(connection, session.session_id, form.get("question", ""))
    if question.state is not QuestionState.OPEN:
        raise SessionProblem("This question is closed, so no more answers are counted.")
    if form.get("round") != str(question.round):
        raise SessionProblem("This question was started again; please answer once more.")
    answer = read_answer(question, form)
    mine = votes_of(session.session_id, question.question_id)
    voter = _keyed(row.secret, "vote", token)
    connection.execute(delete(live_votes).where(and_(mine, live_votes.c.voter == voter)))
    if _number(connection, session.session_id, question.question_id) >= MOST_ANSWERS:
        raise SessionProblem("This question has more answers than a room holds; tell the host.")
    values = {
        "session_id": session.session_id,
        "question_id": question.question_id,
        "voter": voter,
        "answer": answer,
    }
    connection.execute(insert(live_votes), values)


def _row(connection: Connection, code: str, *, now: datetime, columns: tuple[str, ...] = ()) -> Row:
    """The newest session with a code, that goes on at this moment."""
    found = None
    if code and has_sessions(connection):
        wanted = [live_sessions.c[name] for name in columns] or list(live_sessions.c)
        mine = select(*wanted).where(live_sessions.c.code == code)
        newest = mine.order_by(live_sessions.c.ended, live_sessions.c.started_at.desc())
        found = connection.execute(newest.limit(1)).one_or_none()
    if found is None:
        raise SessionProblem(NO_SESSION)
    if found.ended or is_stale(datetime.fromisoformat(found.started_at), now=now):
        raise SessionProblem(HAS_ENDED)
    return found


def _keyed(secret: str, what: str, token: str) -> str:
    """A keyed hash: of the phone's token for its vote, and another for its form."""
    return hmac.new(secret.encode(), f"{what} {token}".encode(), "sha256").hexdigest()


def _has_answered(connection: Connection, session: LiveSession, *, voter: str) -> bool:
    mine = and_(votes_of(session.session_id, session.question_id), live_votes.c.voter == voter)
    return connection.execute(select(live_votes.c.voter).where(mine)).first() is not None


def _number(connection: Connection, session_id: str, question_id: str) -> int:
    counted = select(func.count()).select_from(live_votes).where(votes_of(session_id, question_id))
    return connection.scalar(counted) or 0
