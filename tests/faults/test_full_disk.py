"""F2: the disk is full, whatever is being written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store import old_release
from tests.store.examples import counts, load, survey
from wres.errors import StoreProblem
from wres.store import FILE_NAME, Store, open_store
from wres.store.backup import back_up

BLOCK = 4096
BLOCKS_LEFT = range(0, 40, 3)


def fill(disk: Path, *, left: int) -> Path:
    """Return the ballast that leaves this many blocks of a disk free."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"\0" * BLOCK)
        except OSError:
            pass
        stream.truncate(max(0, stream.tell() - stream.tell() % BLOCK - left * BLOCK))
    return ballast


def many(count: int) -> list:
    """Return 320 figures of 40 organisations."""
    return [row for number in range(40) for row in survey(count, f"R{number:02}")]


def assert_whole(store: Store, *, count: int, versions: int) -> None:
    """Check that the figures are those of one version, hashed, and in the log."""
    assert counts(store) == {count}
    assert store.current() == versions
    assert store.verify_figures() and store.verify_audit().holds


@pytest.mark.parametrize("left", BLOCKS_LEFT)
def test_f2_a_disk_that_fills_while_accepting_keeps_the_old_figures(
    small_disk: Path, left: int
) -> None:
    """F2: with any few blocks free it is stored whole or refused; reading goes on either way."""
    with open_store(small_disk) as store:
        load(store, many(16))
        ballast = fill(small_disk, left=left)
        try:
            load(store, many(20))
        except StoreProblem as told:
            assert "disk is full" in str(told) or "disk did not answer" in str(told)
            assert_whole(store, count=16, versions=1)
        else:
            assert_whole(store, count=20, versions=2)
        with open_store(small_disk, read_only=True) as reader:
            assert len(reader.results()) == 320
        ballast.unlink()
        load(store, many(30))
        assert counts(store) == {30}


def test_f2_at_least_one_of_those_disks_was_too_full(small_disk: Path) -> None:
    """F2: with no block free nothing can be stored, so the test above tries a full disk."""
    with open_store(small_disk) as store:
        load(store, many(16))
        fill(small_disk, left=0)
        with pytest.raises(StoreProblem, match="disk"):
            load(store, many(20))


@pytest.mark.parametrize("left", [0, 4, 12])
def test_f2_a_store_that_cannot_be_made_leaves_nothing_behind(small_disk: Path, left: int) -> None:
    """F2: the first start on a full disk is one sentence and no half-made file."""
    fill(small_disk, left=left)
    with pytest.raises(StoreProblem, match="disk"):
        open_store(small_disk)
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_f2_a_backup_that_does_not_fit_leaves_nothing_behind(
    small_disk: Path, tmp_path: Path
) -> None:
    """F2: no half of a backup can be taken for a whole one."""
    with open_store(tmp_path / "home") as store:
        load(store, many(16))
    fill(small_disk, left=5)
    with pytest.raises(StoreProblem, match="disk"):
        back_up(tmp_path / "home", small_disk / "wres.backup")
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize("left", [0, 10, 25])
def test_f2_an_upgrade_that_does_not_fit_changes_nothing(small_disk: Path, left: int) -> None:
    """F2: the older store is still there, without half a copy, and can be read."""
    old_release.on_sqlite(small_disk)
    ballast = fill(small_disk, left=left)
    with pytest.raises(StoreProblem, match="disk"):
        open_store(small_disk)
    assert not [path for path in small_disk.iterdir() if ".new-" in path.name]
    with open_store(small_disk, read_only=True) as store:
        assert len(store.results()) == 2 and store.verify_figures()
    ballast.unlink()
    with open_store(small_disk) as store:
        assert counts(store) == {16} and store.verify_figures()
    assert (small_disk / FILE_NAME).exists()
