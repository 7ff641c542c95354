"""The audit log: one line for each thing done, and a chain that shows tampering."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from wres.errors import StoreProblem
from wres.store import FILE_NAME, AuditAction, Store, open_store

from .examples import MOMENT, load, restore, survey, undo
from .test_drafts import keep

# Lines 2 and 3 change places, as a line of the log is one row.
MOVED = "UPDATE audit_lines SET id = CASE id WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE id END"
PUT_IN = (
    "INSERT INTO audit_lines SELECT 6, made_at, made_by, action, version_id, file_name, "
    "file_sha256, content_hash, detail, line_hash, line_hash FROM audit_lines WHERE id = 5"
)


def refuse(store: Store, reason: str = "The file is a photo.") -> None:
    """Record a refused upload."""
    store.record_refusal(
        made_by="lead", made_at=MOMENT, file_name="me.csv", file_sha256="cd" * 32, reason=reason
    )


def filled(store: Store) -> None:
    """Do one of everything."""
    load(store, survey(16))
    load(store, survey(20))
    undo(store)
    restore(store, 2)
    refuse(store)


def test_each_thing_done_has_its_line(store: Store) -> None:
    """Accepted, undone, restored and refused, oldest first, with version and file."""
    filled(store)
    lines = store.audit()
    assert [(line.action, line.version_id) for line in lines] == [
        (AuditAction.ACCEPTED, 1),
        (AuditAction.ACCEPTED, 2),
        (AuditAction.UNDONE, 3),
        (AuditAction.RESTORED, 4),
        (AuditAction.REFUSED, None),
    ]
    assert lines[0].file_sha256 == "ab" * 32
    assert lines[0].content_hash == store.history()[-1].content_hash
    assert (lines[4].detail, lines[4].file_name) == ("The file is a photo.", "me.csv")
    assert lines[4].made_at == MOMENT


def test_an_untouched_log_holds(store: Store) -> None:
    """Every link fits and every version has its line."""
    filled(store)
    check = store.verify_audit()
    assert check.holds
    assert check.lines == 5


def test_a_name_with_line_breaks_is_one_line(store: Store) -> None:
    """Nobody can forge a second line through a name or a reason."""
    refuse(store, 'x"\n{"id": 2, "action": "accepted"}\n')
    assert len(store.audit()) == 1
    assert store.verify_audit().holds


@pytest.mark.parametrize(
    ("tampering", "broken", "unrecorded"),
    [
        ("UPDATE audit_lines SET made_by = 'other' WHERE id = 2", 2, ()),
        ("DELETE FROM audit_lines WHERE id = 2", 2, (2,)),
        ("DELETE FROM audit_lines WHERE id >= 4", None, (4,)),
        (MOVED, 2, ()),
        (PUT_IN, 6, ()),
        ("UPDATE versions SET content_hash = 'x' WHERE id = 1", None, (1,)),
    ],
    ids=[
        *("a line changed", "a line taken out", "the end cut off", "lines moved"),
        *("a line put in", "a version changed"),
    ],
)
def test_tampering_shows(
    tmp_path: Path, tampering: str, broken: int | None, unrecorded: tuple[int, ...]
) -> None:
    """Somebody who writes to the file past the program is found out."""
    with open_store(tmp_path) as store:
        filled(store)
    meddle(tmp_path, tampering)
    if tampering is MOVED:
        meddle(tmp_path, "UPDATE audit_lines SET id = -id WHERE id < 0")
    with open_store(tmp_path) as store:
        check = store.verify_audit()
    assert not check.holds
    assert (check.first_broken, check.unrecorded_versions) == (broken, unrecorded)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_lines SET made_by = 'Eve'", "DELETE FROM audit_lines WHERE id = 1"],
    ids=["changed", "taken out"],
)
def test_the_database_itself_refuses_to_change_or_remove_a_line(
    tmp_path: Path, address: str | None, statement: str
) -> None:
    """Through another program with the same rights, on both databases: the log stays whole."""
    with open_store(tmp_path, url=address) as store:
        refuse(store)
        engine = create_engine(address or f"sqlite:///{tmp_path / FILE_NAME}")
        with pytest.raises(DBAPIError, match="are kept"), engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()
        assert store.verify_audit().holds
        assert [line.made_by for line in store.audit()] == ["lead"]


def test_a_draft_without_its_line_shows(tmp_path: Path) -> None:
    """A draft kept and discarded makes no version, and both its lines are missed."""
    with open_store(tmp_path) as store:
        keep(store, survey(16))
        store.discard_draft(1, made_by="lead", made_at=MOMENT)
        assert store.verify_audit().holds
    meddle(tmp_path, "DELETE FROM audit_lines")
    with open_store(tmp_path) as store:
        check = store.verify_audit()
    assert (check.holds, check.unrecorded_drafts, check.lines) == (False, 2, 0)


@pytest.mark.parametrize("column", ["kind", "made_at"])
def test_a_history_that_makes_no_sense_is_told_in_a_sentence(tmp_path: Path, column: str) -> None:
    """A word or moment nobody can read is damage, not a fault of the program."""
    with open_store(tmp_path) as store:
        load(store, survey(16))
    meddle(tmp_path, f"UPDATE versions SET {column} = 'nonsense'")
    with open_store(tmp_path) as store, pytest.raises(StoreProblem, match="damaged"):
        store.history()


def test_a_code_nobody_knows_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A row from elsewhere is named, not guessed."""
    with open_store(tmp_path) as store:
        load(store, survey(16))
    meddle(tmp_path, "UPDATE result_rows SET status = 'sideways'")
    with open_store(tmp_path) as store:
        with pytest.raises(StoreProblem, match="sideways"):
            store.results()
        with pytest.raises(StoreProblem, match="sideways"):
            load(store, survey(18))


def test_a_figure_changed_past_the_program_shows(tmp_path: Path) -> None:
    """The figures no longer have the hash they were stored with."""
    with open_store(tmp_path) as store:
        load(store, survey(16))
        assert store.verify_figures()
    meddle(tmp_path, "UPDATE result_rows SET numerator = 15 WHERE indicator = 5")
    with open_store(tmp_path) as store:
        assert not store.verify_figures()


def meddle(home: Path, statement: str) -> None:
    """Run a statement on the file with its guards taken off."""
    with sqlite3.connect(home / FILE_NAME) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
    connection.close()
