"""The tables of the store, and the rule that nothing in them is ever changed or removed.

Those of a live session in ``CHANGING`` are the exception.

``result_rows`` holds, for every version, only the rows that version wrote. A row marked
``removed`` takes its figure away from that version on.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    insert,
)
from sqlalchemy.engine import Connection

from wres.store.live_tables import live_decisions, live_questions, live_sessions, live_votes
from wres.store.metadata import metadata
from wres.store.triggers import keep_revisions_in_order, keep_rows

FILE_NAME = "wres.sqlite3"
SCHEMA = 8

schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("parent_id", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("same_as", Integer),
    Column("made_at", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", String, nullable=False),
    Column("content_hash", String, nullable=False),
    Column("shape", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("report", Text, nullable=False),
)

# The key comes first in the primary key, organisation foremost, so that the rows of one figure
# lie together, oldest version first, and the newest is found without sorting.
result_rows = Table(
    "result_rows",
    metadata,
    Column("org_code", String, primary_key=True),
    Column("wres_year", Integer, primary_key=True),
    Column("indicator", Integer, primary_key=True),
    Column("staff_group", String, primary_key=True),
    Column("band", String, primary_key=True),
    Column("ethnic_group", String, primary_key=True),
    Column("unit", String, primary_key=True),
    Column("version_id", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("survey_year", Integer, nullable=False),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    Column("value", Double),
    Column("calc_basis", String, nullable=False),
    Column("edition", Text, nullable=False),
    Column("status", String, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("removed", Boolean, nullable=False),
    # Where in the file the figure stands; a release of schema 1 writes rows without it.
    Column("place", Text, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)

# Which organisations a version wrote rows of: a few lines, where an index of all rows by version
# would double the file.
version_organisations = Table(
    "version_organisations",
    metadata,
    Column("version_id", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("org_code", String, primary_key=True),
)

audit_lines = Table(
    "audit_lines",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made_at", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("action", String, nullable=False),
    Column("version_id", Integer),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", String, nullable=False),
    Column("content_hash", String, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous_hash", String, nullable=False),
    Column("line_hash", String, nullable=False),
)

mappings = Table(
    "mappings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("org_code", String, nullable=False),
    Column("shape", String, nullable=False),
    Column("mapping", Text, nullable=False),
)
Index("mappings_by_organisation", mappings.c.org_code, mappings.c.shape, mappings.c.id)


# Warnings a person read and accepted all the same, with the version they came with.
acknowledgements = Table(
    "acknowledgements",
    metadata,
    Column("version_id", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("check_name", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

# An upload that was kept for later. Its figures are one text in here and in no other table, so
# that nothing that reads figures can come upon them before they are published.
drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made_at", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", String, nullable=False),
    Column("shape", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("replaces", Boolean, nullable=False),
    Column("release_on", String),
    Column("org_codes", Text, nullable=False),
    Column("acknowledgements", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("figures", Text, nullable=False),
)
Index("drafts_by_release", drafts.c.release_on)

# How a draft ended. It can end once only: the number of the draft is the whole key.
draft_ends = Table(
    "draft_ends",
    metadata,
    Column("draft_id", Integer, ForeignKey("drafts.id"), primary_key=True, autoincrement=False),
    Column("ended", String, nullable=False),
    Column("ended_at", String, nullable=False),
    Column("ended_by", Text, nullable=False),
    Column("version_id", Integer),
)

# What the attack on a version came to, and the proof. ``withheld`` is the list of everything that
# is withheld at it where a release up to schema 6 wrote it, and the hash of it since
# (``wres/store/withheld.py``). From schema 8 on every version has its line, also one that nobody
# attacked.
protections = Table(
    "protections",
    metadata,
    Column("version_id", Integer, ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("withheld", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("proof", Text, nullable=False),
)

# Everything that is withheld of an organisation from a version on, until a later line of it.
withheld_of = Table(
    "withheld_of",
    metadata,
    Column("org_code", String, primary_key=True),
    Column("version_id", Integer, ForeignKey("versions.id"), primary_key=True, autoincrement=False),
    Column("withheld", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Every role that was given or taken, in order: who has which follows from reading them all.
role_changes = Table(
    "role_changes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made_at", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("identity", Text, nullable=False),
    Column("role", String, nullable=False),
    Column("organisation", String, nullable=False),
    Column("issuer", Text, nullable=False),
)

# What people write: plans and their activities, notes, predictions, case studies. A change is a
# further line with the next revision, and what it holds is one text of plain values.
records = Table(
    "records",
    metadata,
    Column("record_id", String, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("record_kind", String, nullable=False),
    Column("org_code", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False),
)
Index("records_by_organisation", records.c.record_kind, records.c.org_code)

# One answer to “Was this clear?”: the day and the page, and nothing of who gave it.
clear_answers = Table(
    "clear_answers",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("day", String, nullable=False),
    Column("page", String, nullable=False),
    Column("clear", Boolean, nullable=False),
)

# The tables each schema added to the one before; schema 8 added lines of ``protections`` only.
ADDED_IN: dict[int, tuple[Table, ...]] = {
    2: (acknowledgements, drafts, draft_ends),
    3: (protections, role_changes),
    4: (records,),
    5: (live_sessions, live_questions, live_votes, live_decisions),
    6: (clear_answers,),
    7: (withheld_of,),
}
# What a room is doing now is no history: these change, and votes are removed at the end.
CHANGING = frozenset({live_sessions, live_questions, live_votes})


def make_tables(connection: Connection) -> None:
    """Return nothing once every table is made, each refusing changes and removals itself."""
    _make(connection, tuple(metadata.tables.values()))


def bring_up_from(connection: Connection, schema: int) -> None:
    """Return nothing once a store of an earlier schema has every table and column of this one."""
    if schema < 2:
        connection.exec_driver_sql(
            "ALTER TABLE result_rows ADD COLUMN place TEXT NOT NULL DEFAULT ''"
        )
    newer = (tables for number, tables in sorted(ADDED_IN.items()) if number > schema)
    _make(connection, tuple(table for tables in newer for table in tables))


def _make(connection: Connection, tables: tuple[Table, ...]) -> None:
    metadata.create_all(connection, tables=tables)
    for table in tables:
        if table not in CHANGING:
            keep_rows(connection, table.name)
    if records in tables:
        keep_revisions_in_order(connection)
    connection.execute(insert(schema_version), {"version": SCHEMA})


def has_schema(connection: Connection, schema: int) -> bool:
    """Return whether the tables of a schema are there; a store opened for reading may lack them."""
    return schema_behind(connection) >= schema


def schema_behind(connection: Connection) -> int:
    """Return the schema of the store that is read; one opened for reading may have an older one."""
    return int(connection.get_execution_options().get("schema", SCHEMA))
