"""F13: a backup taken while others write, its check, and a store made of it again."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from wres.errors import StoreProblem
from wres.store import FILE_NAME, Store, open_store
from wres.store.backup import back_up, restore_backup, verify

from . import old_release
from .examples import MOMENT, counts, load, survey, undo
from .test_concurrency import WIDE, wide_survey, write_forever

processes = multiprocessing.get_context("spawn")


def filled(store: Store) -> None:
    """Do something of everything, so that no table is empty."""
    load(store, survey(16))
    load(store, survey(20, "RRP"))
    undo(store)
    store.remember_mapping("R0A", "wide", (("BME %", "bme"),))
    store.keep_draft(
        survey(30),
        made_by="lead",
        made_at=MOMENT,
        file_name="draft.csv",
        file_sha256="ef" * 32,
        shape="tidy",
        report="{}",
    )


def assert_same(one: Store, other: Store) -> None:
    """Check that two stores hold the same, and that both are whole."""
    assert one.history() == other.history()
    assert list(one.results()) == list(other.results())
    assert one.audit() == other.audit()
    assert one.drafts() == other.drafts()
    assert one.remembered_mappings() == other.remembered_mappings()
    assert other.verify_figures() and other.verify_audit().holds


def test_f13_a_backup_holds_everything(tmp_path: Path, address: str | None) -> None:
    """F13: from a file or a server, put into an empty folder, it is the same store."""
    backup = tmp_path / "wres.backup"
    with open_store(tmp_path / "home", url=address) as store:
        filled(store)
        check = back_up(tmp_path / "home", backup, url=address)
        assert check.holds
        assert (check.version, check.figures, check.audit_lines) == (3, 8, 4)
        assert check.content_hash == store.history()[0].content_hash
        assert verify(backup) == check
        assert restore_backup(backup, tmp_path / "new") == check
        with open_store(tmp_path / "new") as restored:
            assert_same(store, restored)
            load(restored, survey(40))
            assert counts(restored) == {40}
    assert {path.name for path in tmp_path.iterdir()} == {"wres.backup", "home", "new"} - (
        {"home"} if address else set()
    )


def test_f13_a_server_that_was_lost_is_restored_as_it_was(tmp_path: Path, server_url: str) -> None:
    """F13: backup, everything dropped, restore: the same figures, history, log and drafts."""
    with open_store(tmp_path, url=server_url) as store:
        filled(store)
        figures, history, log = list(store.results()), store.history(), store.audit()
        drafts = store.drafts()
        back_up(tmp_path, tmp_path / "wres.backup", url=server_url)
        with store._database.engine.begin() as connection:
            schema = connection.scalar(text("SELECT current_schema()"))
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    restore_backup(tmp_path / "wres.backup", tmp_path, url=server_url)
    with open_store(tmp_path, url=server_url) as restored:
        assert list(restored.results()) == figures and counts(restored) == {16}
        assert (restored.history(), restored.audit(), restored.drafts()) == (history, log, drafts)
        assert restored.verify_figures() and restored.verify_audit().holds


def test_f13_a_backup_can_be_put_on_a_server(tmp_path: Path, server_url: str) -> None:
    """F13: so a store moves from a file to PostgreSQL; a second time is refused."""
    backup = tmp_path / "wres.backup"
    with open_store(tmp_path) as store:
        filled(store)
        back_up(tmp_path, backup)
        restore_backup(backup, tmp_path, url=server_url)
        with open_store(tmp_path, url=server_url) as restored:
            assert_same(store, restored)
            load(restored, survey(40))
    with pytest.raises(StoreProblem, match="uploads already"):
        restore_backup(backup, tmp_path, url=server_url)


def test_f13_a_backup_taken_while_others_write_is_one_whole_version(
    tmp_path: Path, address: str | None
) -> None:
    """F13: five backups among the commits of a writer, each whole, hashed and in the log."""
    ready = processes.Event()
    home = tmp_path / "home"
    writer = processes.Process(target=write_forever, args=(home, address, ready))
    writer.start()
    try:
        assert ready.wait(60)
        while not _has_begun(home, address):
            time.sleep(0.05)
        for number in range(5):
            check = back_up(home, tmp_path / f"{number}.backup", url=address)
            assert check.holds
            assert check.figures == len(wide_survey(0)) == 8 * WIDE
            assert check.audit_lines == check.version
    finally:
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()


def _has_begun(home: Path, address: str | None) -> bool:
    with open_store(home, url=address) as store:
        return store.current() > 0


def test_a_store_with_uploads_is_never_written_over(tmp_path: Path) -> None:
    """The restoring is refused and the store is as it was."""
    with open_store(tmp_path / "a") as store:
        filled(store)
    back_up(tmp_path / "a", tmp_path / "wres.backup")
    with open_store(tmp_path / "b") as other:
        load(other, survey(99))
    with pytest.raises(StoreProblem, match="uploads already"):
        restore_backup(tmp_path / "wres.backup", tmp_path / "b")
    with open_store(tmp_path / "b") as other:
        assert counts(other) == {99}
    assert [path.name for path in (tmp_path / "b").iterdir()] == [FILE_NAME]


def test_an_empty_store_gives_way_and_is_kept(tmp_path: Path) -> None:
    """A first start made it; it stays beside the restored one under another name."""
    with open_store(tmp_path / "a") as store:
        filled(store)
    back_up(tmp_path / "a", tmp_path / "wres.backup")
    open_store(tmp_path / "b").close()
    restore_backup(tmp_path / "wres.backup", tmp_path / "b")
    with open_store(tmp_path / "b") as restored:
        assert counts(restored) == {16}
    kept = [path.name for path in (tmp_path / "b").iterdir() if path.name != FILE_NAME]
    assert len(kept) == 1 and kept[0].startswith(f"{FILE_NAME}.before-restore-20")


def test_a_backup_is_never_written_over(tmp_path: Path) -> None:
    """A name that is taken is refused, and what is there stays."""
    with open_store(tmp_path / "a") as store:
        filled(store)
    target = tmp_path / "notes.txt"
    target.write_text("mine")
    with pytest.raises(StoreProblem, match=r"notes\.txt is there already"):
        back_up(tmp_path / "a", target)
    assert target.read_text() == "mine"


def test_where_there_is_no_store_there_is_no_backup(tmp_path: Path) -> None:
    """And nothing is left behind."""
    with pytest.raises(StoreProblem, match="no wres"):
        back_up(tmp_path / "nowhere", tmp_path / "wres.backup")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_was_tampered_with_is_found_out(tmp_path: Path) -> None:
    """A figure changed in the file: the check says so, and it is not restored."""
    with open_store(tmp_path / "a") as store:
        filled(store)
    backup = tmp_path / "wres.backup"
    back_up(tmp_path / "a", backup)
    with sqlite3.connect(backup) as connection:
        connection.execute("DROP TRIGGER result_rows_no_update")
        connection.execute("UPDATE result_rows SET numerator = 15 WHERE indicator = 5")
    connection.close()
    check = verify(backup)
    assert (check.figures_hold, check.audit_holds, check.holds) == (False, True, False)
    with pytest.raises(StoreProblem, match="was changed"):
        restore_backup(backup, tmp_path / "b")
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("content", [b"", b"not a backup " * 999, None])
def test_what_is_no_backup_is_said_with_its_name(tmp_path: Path, content: bytes | None) -> None:
    """Empty, another kind of file, or not there at all."""
    path = tmp_path / "odd.backup"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreProblem, match=r"odd\.backup") as told:
        verify(path)
    assert str(tmp_path) not in str(told.value)


def test_a_backup_of_the_release_before_can_be_restored(tmp_path: Path, server_url: str) -> None:
    """Into a folder, where it is brought up to date, and onto a server."""
    old = tmp_path / "old"
    old.mkdir()
    old_release.on_sqlite(old)
    backup = tmp_path / "wres.backup"
    assert back_up(old, backup).holds
    restore_backup(backup, tmp_path / "new")
    restore_backup(backup, tmp_path, url=server_url)
    for home, url in ((tmp_path / "new", None), (tmp_path, server_url)):
        with open_store(home, url=url) as store:
            assert counts(store) == {16} and store.verify_figures()
            assert store.verify_audit().holds
