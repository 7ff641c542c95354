"""Records: revisions in order, nothing changed, two writers told, and the database refuses too."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from wres.errors import StoreMoved, StoreProblem
from wres.store import FILE_NAME, AuditAction, Record, RecordKind, Revision, Store, open_store
from wres.store.backup import back_up
from wres.store.tables import ADDED_IN

from .examples import MOMENT
from .test_audit import meddle

ACTIVITY = "a" * 32
PREDICTION = "b" * 32


def write(
    store: Store,
    record_id: str = ACTIVITY,
    *,
    revision: int = 1,
    kind: RecordKind = RecordKind.ACTIVITY,
    org_code: str = "R0A",
    body: dict | None = None,
) -> Record:
    """Return a revision as it was written."""
    return store.write_record(
        kind,
        record_id,
        revision=revision,
        org_code=org_code,
        body=body if body is not None else {"lead": "Chief nurse", "indicators": [5, 8]},
        made_by="ama@trust.example",
        made_at=MOMENT,
    )


def test_a_record_is_read_as_it_was_written(store: Store) -> None:
    """Who, when, whose, and every plain value; of the organisation asked for alone."""
    written = write(store)
    write(store, "c" * 32, org_code="RRP")
    assert store.records(RecordKind.ACTIVITY, "R0A") == (written,)
    assert (written.made_by, written.made_at, written.revision) == (
        "ama@trust.example",
        MOMENT,
        1,
    )
    assert written.body == {"lead": "Chief nurse", "indicators": [5, 8]}
    assert len(store.records(RecordKind.ACTIVITY)) == 2
    assert store.records(RecordKind.PLAN, "R0A") == ()


def test_a_change_is_a_further_revision_and_the_first_stays(store: Store) -> None:
    """The newest is read; the history holds both, the first first."""
    first = write(store)
    second = write(store, revision=2, body={"lead": "Medical director"})
    assert store.records(RecordKind.ACTIVITY, "R0A") == (second,)
    assert store.record_history(ACTIVITY) == (first, second)
    assert store.record_history("d" * 32) == ()


@pytest.mark.parametrize("revision", [1, 3])
def test_of_two_who_change_the_same_revision_the_second_is_told(
    store: Store, revision: int
) -> None:
    """A revision that does not follow the newest is refused, and nothing is written."""
    write(store)
    with pytest.raises(StoreMoved) as caught:
        write(store, revision=revision)
    assert (caught.value.seen, caught.value.current) == (revision - 1, 1)
    assert len(store.record_history(ACTIVITY)) == 1


def test_a_prediction_is_written_once(store: Store) -> None:
    """A second revision of it is refused, under its own kind and under another."""
    write(store, PREDICTION, kind=RecordKind.PREDICTION)
    with pytest.raises(StoreProblem, match="locked"):
        write(store, PREDICTION, kind=RecordKind.PREDICTION, revision=2)
    with pytest.raises(StoreProblem, match="belongs to something else"):
        write(store, PREDICTION, revision=2)
    assert len(store.record_history(PREDICTION)) == 1


def test_a_record_stays_with_its_organisation(store: Store) -> None:
    """The next revision cannot take it to another trust."""
    write(store)
    with pytest.raises(StoreProblem, match="belongs to something else"):
        write(store, revision=2, org_code="RRP")


def test_several_are_written_together_or_not_at_all(store: Store) -> None:
    """The third does not follow, so the first two are not there and the log is silent."""
    given = [
        Revision(
            kind=RecordKind.ACTIVITY, record_id=name, revision=revision, org_code="R0A", body={}
        )
        for name, revision in (("e" * 32, 1), ("f" * 32, 1), ("0" * 32, 2))
    ]
    with pytest.raises(StoreMoved):
        store.write_records(given, made_by="ama", made_at=MOMENT)
    assert (store.records(RecordKind.ACTIVITY), store.audit()) == ((), ())
    assert len(store.write_records(given[:2], made_by="ama", made_at=MOMENT)) == 2


def test_the_log_names_the_record_and_nothing_of_it(store: Store) -> None:
    """The line has kind, record and revision; the lead's name is not in it."""
    write(store, body={"lead": "Florence"})
    (line,) = store.audit()
    assert line.action is AuditAction.RECORD_WRITTEN
    assert line.detail == f"activity {ACTIVITY} revision 1"
    assert "Florence" not in repr(line)
    assert store.verify_audit().holds


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"n": float("nan")}, "cannot be stored"),
        ({"n": {1, 2}}, "cannot be stored"),
        ({"n": "x" * 200_001}, "too long"),
        ({"n": "\ud800"}, "cannot be used"),
    ],
    ids=["no number", "no plain value", "too long", "no text"],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    store: Store, body: dict, sentence: str
) -> None:
    """And nothing is written."""
    with pytest.raises(StoreProblem, match=sentence):
        write(store, body=body)
    assert store.records(RecordKind.ACTIVITY) == ()


ROW = (
    "INSERT INTO records (record_id, revision, record_kind, org_code, made_at, made_by, body) "
    "VALUES ('{}', {}, '{}', '{}', '2025-03-31T12:30:00+00:00', 'Eve', '{{}}')"
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET body = '{}'",
        "DELETE FROM records",
        ROW.format(PREDICTION, 2, "prediction", "R0A"),
        ROW.format(PREDICTION, 2, "activity", "R0A"),
        ROW.format(ACTIVITY, 2, "activity", "RRP"),
        ROW.format(ACTIVITY, 3, "activity", "R0A"),
        ROW.format(ACTIVITY, 1, "activity", "R0A").replace("INSERT", "INSERT OR REPLACE"),
    ],
    ids=["changed", "removed", "second", "other kind", "other trust", "gap", "replaced"],
)
def test_the_database_itself_refuses_what_the_store_would(
    tmp_path: Path, address: str | None, statement: str
) -> None:
    """Through another program with the same rights, on both databases."""
    if address and "OR REPLACE" in statement:
        pytest.skip("PostgreSQL has no such statement")
    with open_store(tmp_path, url=address) as store:
        write(store)
        write(store, PREDICTION, kind=RecordKind.PREDICTION)
        engine = create_engine(address or f"sqlite:///{tmp_path / FILE_NAME}")
        with pytest.raises(DBAPIError, match="are kept"), engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()
        assert [len(store.record_history(one)) for one in (ACTIVITY, PREDICTION)] == [1, 1]
        assert store.verify_audit().holds


@pytest.mark.parametrize(
    "statement", ["UPDATE records SET body = '{}'", "DELETE FROM records"], ids=["changed", "gone"]
)
def test_a_record_that_was_meddled_with_shows(tmp_path: Path, statement: str) -> None:
    """With the triggers taken away a record is changed or removed; the log tells."""
    with open_store(tmp_path) as store:
        write(store)
    meddle(tmp_path, statement)
    with open_store(tmp_path) as store:
        check = store.verify_audit()
    assert not check.holds and check.unrecorded_records


def test_a_backup_holds_the_records(tmp_path: Path, address: str | None) -> None:
    """Every revision, in its order, from a file or a server."""
    with open_store(tmp_path / "home", url=address) as store:
        write(store)
        write(store, revision=2, body={"lead": "TBC"})
        kept = store.record_history(ACTIVITY)
        assert back_up(tmp_path / "home", tmp_path / "one.backup", url=address).holds
    (tmp_path / "there").mkdir()
    (tmp_path / "one.backup").rename(tmp_path / "there" / FILE_NAME)
    with open_store(tmp_path / "there", read_only=True) as store:
        assert store.record_history(ACTIVITY) == kept


def age(home: Path, schema: int) -> None:
    """Make a store file what the release of an earlier schema left."""
    engine = create_engine(f"sqlite:///{home / FILE_NAME}")
    with engine.begin() as connection:
        for number in (number for number in ADDED_IN if number > schema):
            for table in ADDED_IN[number]:
                connection.execute(text(f"DROP TABLE {table.name}"))
        connection.execute(text("DROP TABLE schema_version"))
        connection.execute(text("CREATE TABLE schema_version (version INTEGER PRIMARY KEY)"))
        connection.execute(text(f"INSERT INTO schema_version VALUES ({schema})"))
    engine.dispose()


@pytest.mark.parametrize("schema", [2, 3])
def test_a_store_of_an_earlier_release_takes_records(tmp_path: Path, schema: int) -> None:
    """Read only it has none; opened for writing it is brought up to date and takes them."""
    open_store(tmp_path).close()
    age(tmp_path, schema)
    with open_store(tmp_path, read_only=True) as store:
        assert (store.records(RecordKind.ACTIVITY), store.record_history(ACTIVITY)) == ((), ())
        assert store.verify_audit().holds
    with open_store(tmp_path) as store:
        write(store)
        with pytest.raises(StoreMoved):
            write(store)
        assert store.verify_audit().holds
