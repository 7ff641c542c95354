"""A store as the release of schema 1 wrote it: its tables, its rows, and the hashes it gave them.

Two figures were loaded, one corrected, the correction undone, and a photo refused. The hashes
were taken down from that release, so that they check this one's.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine

from wres.store import FILE_NAME

_STANDING = "613417dcfcd1b780d9853bf3b6fb04696514e22896100b3ce2d4c63b0fdedbd4"
_CORRECTED = "10dfaebef3eecb4853445a31346ed848bd05b21ce55d09ca4ec03279eafef373"
_LINES = (
    "3ef835236a37d2596a697a1a0a4aac5e24b76be643db929bde47be70520f26f2",
    "6feae98ce8895c48187a188c5324765b02242fc6cb912b6ad0bbc368722bf1f5",
    "8bf9d81db118e3728f9c2b841a031c9de8c3ec55599fc737d39741bc67bf91f2",
    "dcb9602a29ec2fa7e05845f79ef013723196974ff5ca90d169882f8722b75453",
)
_WHEN = "2025-03-31T12:30:00.123456+00:00"
_FILE, _PHOTO = "ab" * 32, "cd" * 32
_LEAD = "lead@example.org"
_TABLES = (
    "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)",
    "CREATE TABLE versions (id INTEGER NOT NULL PRIMARY KEY, parent_id INTEGER NOT NULL, "
    "kind VARCHAR NOT NULL, same_as INTEGER, made_at VARCHAR NOT NULL, made_by TEXT NOT NULL, "
    "file_name TEXT NOT NULL, file_sha256 VARCHAR NOT NULL, content_hash VARCHAR NOT NULL, "
    "shape VARCHAR NOT NULL, note TEXT NOT NULL, row_count INTEGER NOT NULL, "
    "report TEXT NOT NULL)",
    "CREATE TABLE result_rows (org_code VARCHAR NOT NULL, wres_year INTEGER NOT NULL, "
    "indicator INTEGER NOT NULL, staff_group VARCHAR NOT NULL, band VARCHAR NOT NULL, "
    "ethnic_group VARCHAR NOT NULL, unit VARCHAR NOT NULL, "
    "version_id INTEGER NOT NULL REFERENCES versions (id), survey_year INTEGER NOT NULL, "
    "numerator BIGINT, denominator BIGINT, value DOUBLE PRECISION, calc_basis VARCHAR NOT NULL, "
    "edition TEXT NOT NULL, status VARCHAR NOT NULL, source_id TEXT NOT NULL, "
    "removed BOOLEAN NOT NULL, PRIMARY KEY (org_code, wres_year, indicator, staff_group, band, "
    "ethnic_group, unit, version_id))",
    "CREATE TABLE version_organisations (version_id INTEGER NOT NULL REFERENCES versions (id), "
    "org_code VARCHAR NOT NULL, PRIMARY KEY (version_id, org_code))",
    "CREATE TABLE audit_lines (id INTEGER NOT NULL PRIMARY KEY, made_at VARCHAR NOT NULL, "
    "made_by TEXT NOT NULL, action VARCHAR NOT NULL, version_id INTEGER, "
    "file_name TEXT NOT NULL, file_sha256 VARCHAR NOT NULL, content_hash VARCHAR NOT NULL, "
    "detail TEXT NOT NULL, previous_hash VARCHAR NOT NULL, line_hash VARCHAR NOT NULL)",
    "CREATE TABLE mappings (id INTEGER NOT NULL PRIMARY KEY, org_code VARCHAR NOT NULL, "
    "shape VARCHAR NOT NULL, mapping TEXT NOT NULL)",
    "CREATE INDEX mappings_by_organisation ON mappings (org_code, shape, id)",
)
_NAMES = (
    *("schema_version", "versions", "result_rows"),
    *("version_organisations", "audit_lines", "mappings"),
)


def _figure(indicator: int, group: str, version: int, count: int) -> str:
    key = f"'R0A', 2025, {indicator}, 'all', 'all', '{group}', 'proportion', {version}"
    return (
        f"INSERT INTO result_rows VALUES ({key}, 2024, {count}, 100, {count / 100}, 'standard', "
        "'', 'shown', 'example', FALSE)"
    )


def _line(number: int, told: str, content: str) -> str:
    previous = _LINES[number - 2] if number > 1 else "0" * 64
    return (
        f"INSERT INTO audit_lines VALUES ({number}, '{_WHEN}', {told}, '{previous}', "
        f"'{_LINES[number - 1]}')"
    ).replace("CONTENT", content)


_ROWS = (
    "INSERT INTO schema_version VALUES (1)",
    f"INSERT INTO versions VALUES (1, 0, 'upload', NULL, '{_WHEN}', '{_LEAD}', 'survey.csv', "
    f"'{_FILE}', '{_STANDING}', 'tidy', '', 2, '{{\"warnings\": []}}')",
    f"INSERT INTO versions VALUES (2, 1, 'upload', NULL, '{_WHEN}', '{_LEAD}', 'survey.csv', "
    f"'{_FILE}', '{_CORRECTED}', 'tidy', '', 1, '{{\"warnings\": []}}')",
    f"INSERT INTO versions VALUES (3, 2, 'undo', 1, '{_WHEN}', 'lead', '', '', '{_STANDING}', "
    "'', '', 1, '')",
    _figure(5, "white", 1, 16),
    _figure(8, "bme", 1, 16),
    _figure(8, "bme", 2, 20),
    _figure(8, "bme", 3, 16),
    *(f"INSERT INTO version_organisations VALUES ({version}, 'R0A')" for version in (1, 2, 3)),
    _line(1, f"'{_LEAD}', 'accepted', 1, 'survey.csv', '{_FILE}', 'CONTENT', ''", _STANDING),
    _line(2, f"'{_LEAD}', 'accepted', 2, 'survey.csv', '{_FILE}', 'CONTENT', ''", _CORRECTED),
    _line(3, "'lead', 'undone', 3, '', '', 'CONTENT', ''", _STANDING),
    _line(4, f"'lead', 'refused', NULL, 'me.csv', '{_PHOTO}', '', 'A photo.'", ""),
    "INSERT INTO mappings VALUES (1, 'R0A', 'wide', '[[\"BME %\", \"bme\"]]')",
)


def on_sqlite(home: Path) -> Path:
    """Return the path of a store of schema 1 that was made in a folder."""
    path = home / FILE_NAME
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in (*_TABLES, *_ROWS):
            end = " WITHOUT ROWID" if "TABLE result_rows" in statement else ""
            connection.execute(f"{statement}{end}")
        for name in _NAMES:
            for action in ("UPDATE", "DELETE"):
                connection.execute(
                    f"CREATE TRIGGER {name}_no_{action.lower()} BEFORE {action} ON {name} "
                    f"BEGIN SELECT RAISE(ABORT, 'rows of {name} are kept'); END"
                )
    connection.close()
    return path


def on_server(address: str) -> None:
    """Make a store of schema 1 on a server."""
    engine = create_engine(address)
    with engine.begin() as connection:
        for statement in (*_TABLES, *_ROWS):
            connection.exec_driver_sql(statement.replace("%", "%%"))
        connection.exec_driver_sql(
            "CREATE FUNCTION wres_rows_are_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'rows are kept'; END $$"
        )
        for name in _NAMES:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {name}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {name} "
                "FOR EACH STATEMENT EXECUTE FUNCTION wres_rows_are_kept()"
            )
    engine.dispose()
