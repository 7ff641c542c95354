"""What stands in a store is asked for once while nobody stores anything, and never told late."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from wres.store import Store, open_store
from wres.store.backup import back_up, restore_backup
from wres.store.tables import FILE_NAME

from .examples import figure, load
from .test_drafts import DAY, keep


def questions(store: Store) -> list[str]:
    """Give the list to which every question to the tables of a store is added from now on."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(store._database.engine, "before_cursor_execute", note)
    return asked


def test_what_stands_is_not_asked_again_while_nobody_stores(tmp_path: Path) -> None:
    """A hundred runs of a page put one question to a store that stands still."""
    with open_store(tmp_path) as store:
        load(store, [figure(count=16)])
        asked = questions(store)
        found = {store.standing(DAY) for _ in range(100)}
    assert [one.version for one in found] == [1]
    assert len(asked) == 1


def test_what_another_stored_stands_at_once(
    store: Store, tmp_path: Path, address: str | None
) -> None:
    """As does what this program stored: each is told at the very next look, time after time."""
    with open_store(tmp_path, url=address) as other:
        for version, writer in enumerate((other, store, other), start=1):
            assert store.standing(DAY).version == version - 1
            load(writer, [figure(count=15 + version)])
            assert store.standing(DAY).version == version
            assert other.standing(DAY).version == version


def test_a_revision_that_is_no_version_is_told_too(tmp_path: Path) -> None:
    """A draft changes no figure, and on its day it is due."""
    with open_store(tmp_path) as store, open_store(tmp_path) as other:
        before = store.standing(DAY)
        keep(other, [figure(count=16)], release_on=DAY)
        assert not before.has_due
        assert store.standing(DAY).has_due


def test_another_day_is_another_question(tmp_path: Path) -> None:
    """Midnight is not something that is stored."""
    with open_store(tmp_path) as store:
        keep(store, [figure(count=16)], release_on=DAY)
        assert not store.standing(DAY - timedelta(days=1)).has_due
        assert store.standing(DAY).has_due


def test_a_store_that_is_only_read_is_asked_every_time(tmp_path: Path) -> None:
    """It opens its file anew, as others may have put another in its place."""
    with open_store(tmp_path) as writer, open_store(tmp_path, read_only=True) as reader:
        asked = questions(reader)
        for version in (1, 2):
            load(writer, [figure(count=15 + version)])
            assert reader.standing(DAY).version == version
    assert len(asked) == 2


def test_a_backup_put_in_its_place_is_looked_at_from_then_on(tmp_path: Path) -> None:
    """A program that runs on an empty store finds what is restored, and all that is stored after.

    It keeps connections to the file that had the name before, and forgets them all.
    """
    backup, home = tmp_path / "whole.backup", tmp_path / "home"
    with open_store(tmp_path / "old") as old:
        load(old, [figure(count=16)])
        back_up(tmp_path / "old", backup)
    with open_store(home) as running, open_store(home) as other:
        assert (running.standing(DAY).version, other.standing(DAY).version) == (0, 0)
        restore_backup(backup, home)
        for store in (running, other):
            assert (store.standing(DAY).version, store.current()) == (1, 1)
        load(running, [figure(count=17)])
        for store in (running, other):
            assert (store.standing(DAY).version, store.current()) == (2, 2)


@pytest.mark.parametrize("looks", [0, 1])
def test_a_store_that_was_closed_holds_no_file_open(tmp_path: Path, looks: int) -> None:
    """Whoever closed it can move the file, as Windows lets nobody move one that is open."""
    with open_store(tmp_path) as store:
        for _ in range(looks):
            store.standing(DAY)
    held = {path.resolve() for path in Path("/proc/self/fd").glob("*") if path.is_symlink()}
    assert (tmp_path / FILE_NAME).resolve() not in held
