"""The file of the embedded store: new, read-only, damaged, newer, and what its sentences say."""

from __future__ import annotations

import multiprocessing
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wres.errors import StoreProblem
from wres.store import FILE_NAME, open_store

from .examples import counts, load, survey

NOBODY = 65534


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that other users can reach, its rights given back at the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def without_rights(work: Callable[[], None]) -> None:
    """Run work as somebody who does not own the folder, in a process of its own."""

    def run() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        work()

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    child.join(30)
    assert child.exitcode == 0


def lock_up(home: Path) -> None:
    """Take the right to write away from everybody."""
    for path in home.iterdir():
        path.chmod(0o444)
    home.chmod(0o555)


def read_only_visit(home: Path) -> None:
    """Refuse to write, and read all the same."""
    with pytest.raises(StoreProblem, match="may not be written"):
        open_store(home)
    with open_store(home, read_only=True) as store:
        assert counts(store) == {16}
        with pytest.raises(StoreProblem, match="reading only"):
            load(store, survey(20))


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no rights to take away here")


@needs_fork
def test_a_read_only_folder_is_refused_for_writing_and_can_still_be_read(shelf: Path) -> None:
    """F3: the app can start in reading mode with the reason in a sentence."""
    with open_store(shelf) as store:
        load(store, survey(16))
    lock_up(shelf)
    without_rights(lambda: read_only_visit(shelf))


@needs_fork
def test_a_read_only_folder_of_a_store_in_use_can_be_read(shelf: Path) -> None:
    """What was accepted a moment ago and still lies in the log file is seen."""
    with open_store(shelf) as store:
        load(store, survey(16))
        lock_up(shelf)
        without_rights(lambda: read_only_visit(shelf))


@needs_fork
def test_a_read_only_folder_without_a_store_is_refused(shelf: Path) -> None:
    """There is nothing to read and nothing can be made."""
    lock_up(shelf)

    def visit() -> None:
        for read_only in (False, True):
            with pytest.raises(StoreProblem) as told:
                open_store(shelf, read_only=read_only)
            assert shelf.name not in str(told.value)

    without_rights(visit)


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """The folder cannot be made."""
    (tmp_path / "home").write_text("a file")
    with pytest.raises(StoreProblem) as told:
        open_store(tmp_path / "home")
    assert str(tmp_path) not in str(told.value)


def test_the_folder_is_made_when_it_is_not_there(tmp_path: Path) -> None:
    """A first start needs no preparation, whatever the name of the folder."""
    home = tmp_path / "new" / "a b?c#d%20é"
    with open_store(home) as store:
        load(store, survey(16))
    assert [path.name for path in home.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("size", [1, 100, 4096, 100_000])
def test_random_bytes_are_refused(tmp_path: Path, size: int) -> None:
    """F4: a file that is no store is told in one sentence, with its name and without its path."""
    (tmp_path / FILE_NAME).write_bytes(random.Random(size).randbytes(size))
    with pytest.raises(StoreProblem, match=FILE_NAME) as told:
        open_store(tmp_path)
    assert str(tmp_path) not in str(told.value)


def test_a_file_emptied_to_nothing_is_not_taken_for_a_new_store(tmp_path: Path) -> None:
    """F4: SQLite would begin anew and the loss would go unseen."""
    (tmp_path / FILE_NAME).touch()
    with pytest.raises(StoreProblem, match="lost its figures"):
        open_store(tmp_path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    """F4: half a store is not opened as if it were whole."""
    path = filled(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(StoreProblem):
        open_store(tmp_path)


@pytest.mark.parametrize("seed", range(20))
def test_bytes_overwritten_anywhere_never_give_wrong_figures_unseen(
    tmp_path: Path, seed: int
) -> None:
    """F4: the damage is told in a sentence or found by the hash, or the figures are unharmed."""
    path = filled(tmp_path)
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    start = chance.randrange(len(content) - 64)
    content[start : start + 64] = chance.randbytes(64)
    path.write_bytes(content)
    try:
        with open_store(tmp_path) as store:
            unharmed = store.verify_figures() and len(store.results()) == 800
            assert unharmed or not store.verify_figures()
    except StoreProblem as told:
        assert str(tmp_path) not in str(told)


def filled(home: Path) -> Path:
    """Return the path of a store of 800 figures."""
    with open_store(home) as store:
        load(store, [row for number in range(100) for row in survey(16, f"R{number:02}")])
    return home / FILE_NAME


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """It is refused and not one table is made in it."""
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreProblem, match="not a store of this program"):
        open_store(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_store_of_a_newer_release_is_refused_clearly(tmp_path: Path) -> None:
    """F4, F16: the older program does not touch what it does not understand."""
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as newer:
        newer.execute("INSERT INTO schema_version VALUES (99)")
    newer.close()
    with pytest.raises(StoreProblem, match="newer release"):
        open_store(tmp_path)


@pytest.mark.parametrize("url", ["mysql://u:secret@host/x", "secret", "sqlite:///x", "postgresql"])
def test_an_address_that_is_not_postgresql_is_refused_without_repeating_it(
    tmp_path: Path, url: str
) -> None:
    """A password in the address never reaches a page."""
    with pytest.raises(StoreProblem, match="must begin with") as told:
        open_store(tmp_path, url=url)
    assert "secret" not in str(told.value)


def test_a_server_that_does_not_answer_is_told_without_its_address(tmp_path: Path) -> None:
    """With or without the driver installed, one sentence and no secret."""
    with pytest.raises(StoreProblem) as told:
        open_store(tmp_path, url="postgresql+psycopg://u:secret@127.0.0.1:1/x")
    assert "secret" not in str(told.value)
    assert "127.0.0.1" not in str(told.value)


def test_commits_are_written_ahead_and_forced_to_disk(tmp_path: Path) -> None:
    """WAL and synchronous FULL (2) hold on the connections that are used."""
    with open_store(tmp_path) as store, store._database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_full_disk_keeps_the_old_figures(tmp_path: Path) -> None:
    """F2, as where no small disk can be mounted: it is refused, and reading goes on."""
    with open_store(tmp_path) as store:
        load(store, survey(16))
        with store._database.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreProblem, match="disk is full"):
            load(store, [row for number in range(99) for row in survey(20, f"R{number:02}")])
        assert counts(store) == {16}
        assert store.current() == 1


def test_opening_the_store_does_not_load_the_object_mapper() -> None:
    """The app opens the store when it starts; half of SQLAlchemy is not needed for it."""
    code = "import sys, wres.store; sys.exit('sqlalchemy.orm' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
