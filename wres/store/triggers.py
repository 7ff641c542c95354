"""What the database itself refuses, whoever asks: changed rows, removed rows, revisions astray."""

from __future__ import annotations

from sqlalchemy.engine import Connection

# The kinds of record that can be written once only, by the word they are stored under.
LOCKED = ("prediction",)
_LOCKED_WORDS = ", ".join(f"'{word}'" for word in LOCKED)
# A line that does not follow the newest one, that moves a record to another kind or organisation,
# or that would be a second line of a record that is locked.
_ASTRAY = (
    "NEW.revision <> 1 + (SELECT coalesce(max(revision), 0) FROM records "
    "WHERE record_id = NEW.record_id) "
    "OR EXISTS (SELECT 1 FROM records WHERE record_id = NEW.record_id "
    "AND (record_kind <> NEW.record_kind OR org_code <> NEW.org_code)) "
    f"OR (NEW.revision > 1 AND NEW.record_kind IN ({_LOCKED_WORDS}))"
)


def keep_rows(connection: Connection, table: str) -> None:
    """Return nothing once a table refuses every change and removal of a row."""
    if connection.dialect.name == "sqlite":
        _keep_rows_sqlite(connection, table)
    else:
        _keep_rows_postgresql(connection, table)


def keep_revisions_in_order(connection: Connection) -> None:
    """Return nothing once the table of records takes only the next revision of each record.

    SQLite's "insert or replace" removes a row without asking the trigger on removals; this one
    refuses it, because the revision it would replace is there already.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"CREATE TRIGGER records_in_order BEFORE INSERT ON records WHEN {_ASTRAY} "
            "BEGIN SELECT RAISE(ABORT, 'revisions are kept in order'); END"
        )
        return
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION wres_revisions_in_order() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {_ASTRAY} THEN RAISE EXCEPTION 'revisions are kept in order'; END IF; "
        "RETURN NEW; END $$"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER records_in_order BEFORE INSERT ON records "
        "FOR EACH ROW EXECUTE FUNCTION wres_revisions_in_order()"
    )


def _keep_rows_sqlite(connection: Connection, table: str) -> None:
    for action in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept'); END"
        )


def _keep_rows_postgresql(connection: Connection, table: str) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION wres_rows_are_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows are kept'; END $$"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION wres_rows_are_kept()"
    )
