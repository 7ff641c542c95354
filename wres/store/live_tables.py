"""The tables of live sessions: what the room sees now, and its votes until the end.

No address, no browser and no time of a vote is kept. On SQLite votes lie in the order of a keyed
hash of the phone's random token, so that not even their order tells who voted first. The key of a
session is the ``secret``; when the session ends it is forgotten and the votes are removed.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from wres.store.metadata import metadata

live_sessions = Table(
    "live_sessions",
    metadata,
    Column("session_id", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("org_code", String, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_up", Boolean, nullable=False),
    Column("moderator", Text, nullable=False),
    Column("started_by", Text, nullable=False),
    Column("started_at", String, nullable=False),
    Column("steps", Text, nullable=False),
    Column("step", Integer, nullable=False),
    Column("shown", Text, nullable=False),
    Column("question_id", String, nullable=False),
    Column("moment", Integer, nullable=False),
    Column("secret", String, nullable=False),
    Column("ended", Boolean, nullable=False),
)
Index("live_sessions_by_code", live_sessions.c.code)

live_questions = Table(
    "live_questions",
    metadata,
    Column("session_id", String, ForeignKey("live_sessions.session_id"), primary_key=True),
    Column("question_id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("round", Integer, nullable=False),
    Column("accepted", Text, nullable=False),
    # Empty until the session ends: while votes are there, the tally is made of them.
    Column("tally", Text, nullable=False),
)

live_votes = Table(
    "live_votes",
    metadata,
    Column("session_id", String, ForeignKey("live_sessions.session_id"), primary_key=True),
    Column("question_id", String, primary_key=True),
    Column("voter", String, primary_key=True),
    Column("answer", Text, nullable=False),
    sqlite_with_rowid=False,
)

live_decisions = Table(
    "live_decisions",
    metadata,
    Column("session_id", String, ForeignKey("live_sessions.session_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made_at", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False),
)
