"""The tables of the store, and the rule that nothing in them is ever changed or removed.

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
    MetaData,
    String,
    Table,
    Text,
    insert,
)
from sqlalchemy.engine import Connection

SCHEMA = 1
KEY_COLUMNS = (
    "org_code",
    "wres_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "unit",
)

metadata = MetaData()

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


def _keep_rows_sqlite(connection: Connection, table: Table) -> None:
    for action in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table.name}_no_{action.lower()} BEFORE {action} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table.name} are kept'); END"
        )


def _keep_rows_postgresql(connection: Connection, table: Table) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION wres_rows_are_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows are kept'; END $$"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table.name}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table.name} "
        "FOR EACH STATEMENT EXECUTE FUNCTION wres_rows_are_kept()"
    )


def make_tables(connection: Connection) -> None:
    """Return nothing once every table is made, each refusing changes and removals itself."""
    metadata.create_all(connection)
    for table in metadata.tables.values():
        if connection.dialect.name == "sqlite":
            _keep_rows_sqlite(connection, table)
        else:
            _keep_rows_postgresql(connection, table)
    connection.execute(insert(schema_version), {"version": SCHEMA})
