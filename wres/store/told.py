"""Every way a database, driver or disk can fail, as one sentence without path or address."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from wres.errors import StoreProblem
from wres.settings import DATABASE_URL
from wres.store.tables import FILE_NAME

_GONE = (
    "The database server does not answer; try again in a minute. If it stays so, tell the "
    f"person who looks after this program to check it and {DATABASE_URL.name}."
)
_BROKEN_OFF = (
    "The connection to the database server was lost. Look at what is stored before you store "
    "anything again."
)
_SENTENCES = (
    ("disk is full", "The disk is full, so nothing was stored; free some space and try again."),
    ("no space left", "The disk is full, so nothing was stored; free some space and try again."),
    ("disk i/o", f"The disk did not answer while {FILE_NAME} was used; check the disk."),
    ("readonly", f"{FILE_NAME} may only be read here, so nothing was stored."),
    ("locked", "The store is busy with another upload; try again in a moment."),
    ("lock timeout", "The store is busy with another upload; try again in a moment."),
    ("not a database", f"{FILE_NAME} is damaged and cannot be read; put a backup in its place."),
    ("malformed", f"{FILE_NAME} is damaged and cannot be read; put a backup in its place."),
    ("connection failed", _GONE),
    ("connection is bad", _GONE),
    ("connection timeout", _GONE),
    # A server that stops breaks off what was under way, perhaps just after it was kept.
    ("terminating connection", _BROKEN_OFF),
    ("server closed the connection", _BROKEN_OFF),
    ("connection is lost", _BROKEN_OFF),
    ("connection is closed", _BROKEN_OFF),
    ("consuming input failed", _BROKEN_OFF),
    ("unable to open", f"{FILE_NAME} cannot be opened; check that its folder may be used."),
)


def problem(error: Exception) -> StoreProblem:
    """Return the sentence for what a database said, without its words, paths or addresses."""
    said = str(error).lower()
    for sign, sentence in _SENTENCES:
        if sign in said:
            return StoreProblem(sentence)
    return StoreProblem("The store cannot be used at the moment; nothing was stored.")


@contextmanager
def told_plainly() -> Iterator[None]:
    """Return a block in which every database error becomes a sentence.

    Raises:
        StoreProblem: For whatever the database, the driver or the disk refused.
    """
    try:
        yield
    # A count too long for the database, and text it cannot hold, are refused by the driver.
    except (SQLAlchemyError, sqlite3.Error, OSError, OverflowError, UnicodeError) as error:
        raise problem(error) from error
