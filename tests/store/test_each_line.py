"""F16: from schema 8 on each version has its line; the upgrade writes it where no guard was."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from wres.errors import StoreProblem
from wres.store import Store, open_store
from wres.store.backup import back_up, restore_backup, verify
from wres.store.tables import SCHEMA, protections, schema_version
from wres.terms import EthnicGroup

from .examples import figure, load, undo
from .test_withheld import LISTED, Step, engine_of, meddle, of, of_schema_6, withholds_odd_counts

__all__ = ["of_schema_6"]

WITHHELD = of("R0A", 2025, Step.CORRECTED)
Place = tuple[Path, str | None]


def of_schema_7(place: Place, *had: int, guarded: bool = False) -> None:
    """Make a store as one of schema 7 without a guard left it: versions, and no line of them.

    With ``guarded`` the first version was attacked and has its line.
    """
    home, address = place
    with open_store(home, url=address, guard=withholds_odd_counts if guarded else None) as store:
        load(store, [figure(count=17)])
    with open_store(home, url=address) as store:
        load(store, [figure(group=EthnicGroup.WHITE, count=16)])
        undo(store)
        meddle(store, "protections", f"DELETE FROM protections WHERE version_id > {int(guarded)}")
        meddle(store, "schema_version", "DELETE FROM schema_version")
        with store._database.writing() as connection:
            for number in had or (7,):
                connection.execute(text(f"INSERT INTO schema_version VALUES ({number})"))


def lines(store: Store) -> int:
    """Return how many versions have a line."""
    with store._database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(protections)) or 0)


@pytest.fixture
def place(tmp_path: Path, address: str | None) -> Place:
    """Where a store is to be."""
    return tmp_path, address


@pytest.mark.parametrize("had", [(7,), (6, 7), (1, 6, 7)])
def test_f16_a_store_without_lines_reads_before_and_after_it_is_brought_up_to_date(
    place: Place, had: tuple[int, ...]
) -> None:
    """F16: whatever schemas it had, nothing was lost; and from then on an emptied table is."""
    of_schema_7(place, *had)
    home, address = place
    with open_store(home, url=address, read_only=True) as before:
        assert before.withheld() == () and before.verify_withheld() and before.verify_figures()
    with open_store(home, url=address) as store, store._database.reading() as connection:
        assert sorted(connection.scalars(select(schema_version.c.version))) == [*had, SCHEMA]
        assert (lines(store), store.protection(3), store.protection_summaries()) == (3, None, {})
        assert store.withheld() == () and store.verify_withheld()
    with open_store(home, url=address, guard=withholds_odd_counts) as store:
        load(store, [figure(count=19)])
        assert store.withheld() == (WITHHELD,) and store.withheld(version=3) == ()
        assert store.verify_withheld() and store.verify_figures() and store.verify_audit().holds
        meddle(store, "protections", "DELETE FROM protections WHERE version_id <> 3")
        for lost in (1, 2, 4):
            with pytest.raises(StoreProblem, match=f"at version {lost}, so none are shown"):
                store.withheld(version=lost)
        assert not store.verify_withheld()


def test_f16_a_version_without_a_line_keeps_what_was_withheld_before_it(place: Place) -> None:
    """F16: one version was attacked, two that followed were not."""
    of_schema_7(place, guarded=True)
    home, address = place
    with open_store(home, url=address, read_only=True) as before:
        assert before.withheld() == (WITHHELD,) and before.verify_withheld()
    with open_store(home, url=address) as store:
        assert [store.withheld(version=number) for number in (1, 2, 3)] == [(WITHHELD,)] * 3
        assert (lines(store), store.protection_summaries()) == (3, {1: "odd"})
        assert store.verify_withheld()


def test_f16_an_upgrade_gives_no_line_where_one_was_lost(place: Place) -> None:
    """F16: a line of an organisation tells that something was withheld; no figure is shown."""
    of_schema_7(place, guarded=True)
    home, address = place
    engine = engine_of(home, address)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM protections"))
    engine.dispose()
    with open_store(home, url=address) as store:
        assert lines(store) == 0 and not store.verify_withheld()
        with pytest.raises(StoreProblem, match="at version 3, so none are shown"):
            store.withheld()


@pytest.mark.parametrize("began", [1, 6])
def test_f16_whole_lists_that_are_lost_show_nothing(of_schema_6: Place, began: int) -> None:
    """F16: a store with whole lists, which are nowhere else, whichever schema it began with."""
    home, address = of_schema_6
    if began < 6:
        engine = engine_of(home, address)
        with engine.begin() as connection:
            connection.execute(text(f"INSERT INTO schema_version VALUES ({began})"))
        engine.dispose()
    with open_store(home, url=address) as store:
        assert store.withheld() == LISTED and store.verify_withheld() and lines(store) == 3
        meddle(store, "protections", "DELETE FROM protections")
        with pytest.raises(StoreProblem, match="at version 3, so none are shown"):
            store.withheld()
        assert not store.verify_withheld()


def test_f16_first_versions_have_a_line_once_they_are_brought_up_to_date(
    of_schema_1: Place,
) -> None:
    """F16: what was stored before any protection lost nothing; its lines can be lost like any."""
    home, address = of_schema_1
    with open_store(home, url=address, guard=withholds_odd_counts) as store:
        assert store.verify_withheld() and store.withheld() == () and lines(store) == 3
        assert store.protection(3) is None
        load(store, [figure("R1A", count=17)])
        meddle(store, "protections", "DELETE FROM protections")
        for number in (1, 2, 3, 4):
            with pytest.raises(StoreProblem, match=f"at version {number}, so none are shown"):
                store.withheld(version=number)


def test_f16_a_store_that_is_moved_by_a_backup_is_whole(
    of_schema_1: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """F16: a backup of an old schema, taken by a store that only reads, or restored as a file."""
    home, address = of_schema_1
    first, again = home / "first", tmp_path_factory.mktemp("again")
    assert back_up(home, first, url=address).holds
    restore_backup(first, again)
    with open_store(again, guard=withholds_odd_counts) as store:
        assert store.verify_withheld() and store.protection(3) is None and lines(store) == 3
        load(store, [figure("R1A", count=17)])
        assert store.verify_withheld()


@pytest.mark.parametrize("guarded", [True, False])
def test_f16_a_file_without_lines_moves_to_a_server_and_back(
    tmp_path: Path, server_url: str, guarded: bool
) -> None:
    """F16: the server's store is of schema 8 from the start, so its lines are written on the way.

    A line that was lost at schema 8 stays lost.
    """
    held = (WITHHELD,) if guarded else ()
    of_schema_7((tmp_path, None), guarded=guarded)
    assert back_up(tmp_path, tmp_path / "b").holds
    restore_backup(tmp_path / "b", tmp_path, url=server_url)
    with open_store(tmp_path, url=server_url) as store:
        assert store.withheld() == held and store.verify_withheld() and lines(store) == 3
        assert back_up(tmp_path, tmp_path / "back", url=server_url).holds
        assert verify(tmp_path / "back").holds
        meddle(store, "protections", "DELETE FROM protections WHERE version_id = 3")
    assert not back_up(tmp_path, tmp_path / "lost", url=server_url).withheld_holds
