"""F16: a store of the release before this one is copied, brought up to date, and loses nothing."""

from __future__ import annotations

import multiprocessing
import sqlite3
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from wres.access import Grant, Role
from wres.errors import StoreProblem
from wres.store import FILE_NAME, Store, open_store
from wres.store.records import RecordKind
from wres.store.tables import SCHEMA, schema_version

from . import old_release
from .examples import MOMENT, counts, figure, load, undo

processes = multiprocessing.get_context("spawn")


@pytest.fixture
def upgraded(of_schema_1: tuple[Path, str | None]) -> Store:
    """The store of schema 1 once this release opened it for writing."""
    home, address = of_schema_1
    return open_store(home, url=address)


def schema(path: Path) -> int:
    """Return the schema a file says it has."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT max(version) FROM schema_version").fetchone()[0]
    connection.close()
    return int(found)


def test_f16_an_upgraded_store_holds_what_it_held(upgraded: Store) -> None:
    """F16: figures, history, log and mapping, with the hashes the earlier release gave them."""
    with upgraded as store:
        assert counts(store) == {16}
        assert [counts(store, number) for number in (1, 2, 3)] == [{16}, {16, 20}, {16}]
        assert [version.kind.value for version in store.history()] == ["undo", "upload", "upload"]
        assert store.verify_figures()
        assert store.verify_audit().holds and store.verify_audit().lines == 4
        assert store.remembered_mappings() == ((("BME %", "bme"),),)
        assert store.trace(figure().key).place == ""
        assert store.trace(figure().key).version.id == 1


def test_f16_an_upgraded_store_goes_on(upgraded: Store) -> None:
    """F16: it takes uploads, drafts and undos, and the chain of the log goes on."""
    with upgraded as store:
        load(store, [figure(count=30)])
        store.keep_draft(
            [figure(count=40)],
            made_by="lead",
            made_at=MOMENT,
            file_name="x.csv",
            file_sha256="ef" * 32,
            shape="tidy",
            report="{}",
        )
        undo(store)
        assert counts(store) == {16}
        assert len(store.drafts()) == 1
        assert store.verify_figures() and store.verify_audit().holds


def test_f16_the_file_is_copied_beside_itself_first(tmp_path: Path) -> None:
    """F16: the copy has the schema in its name, is whole, and the earlier release can read it."""
    old_release.on_sqlite(tmp_path)
    open_store(tmp_path).close()
    (copy,) = (path for path in tmp_path.iterdir() if path.name != FILE_NAME)
    assert copy.name.startswith(f"{FILE_NAME}.schema-1-20")
    assert (schema(copy), schema(tmp_path / FILE_NAME)) == (1, SCHEMA)
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT count(*) FROM result_rows").fetchone() == (4,)
    connection.close()
    open_store(tmp_path).close()
    assert len(list(tmp_path.iterdir())) == 2


def test_f16_a_store_of_schema_1_can_be_read_without_being_changed(tmp_path: Path) -> None:
    """F16: reading only changes nothing, and what schema 1 does not know is empty."""
    path = old_release.on_sqlite(tmp_path)
    with open_store(tmp_path, read_only=True) as store:
        assert counts(store) == {16}
        assert len(store.history()) == 3
        assert store.verify_figures() and store.verify_audit().holds
        assert (store.drafts(), store.notes(org_code="R0A")) == ((), ())
        assert store.trace(figure().key).place == ""
    assert schema(path) == 1
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]


def test_f16_a_server_of_schema_1_can_be_read_too(tmp_path: Path, server_url: str) -> None:
    """F16: reading only, PostgreSQL answers as the file does and is not upgraded."""
    old_release.on_server(server_url)
    for _ in range(2):
        with open_store(tmp_path, url=server_url, read_only=True) as store:
            assert counts(store) == {16} and store.verify_audit().holds
            assert (store.drafts(), store.notes(org_code="R0A")) == ((), ())
            assert store.trace(figure().key).place == ""


def test_f16_who_reads_while_another_upgrades_sees_roles_and_all_that_is_new(
    of_schema_1: tuple[Path, str | None],
) -> None:
    """F16: a copy that was open before, for reading, knows who may sign in without a restart."""
    home, address = of_schema_1
    lead = Grant(identity="ama@trust.example", role=Role.LEAD, organisation="R0A")
    note = {"text": "met"}
    with open_store(home, url=address, read_only=True) as reader:
        assert (reader.grants(), reader.records_written(), reader.has_layout()) == ((), 0, False)
        with open_store(home, url=address) as writer:
            writer.change_role(lead, given=True, made_by="root", made_at=MOMENT)
            writer.write_record(
                RecordKind.COMMENT,
                "note-1",
                revision=1,
                org_code="R0A",
                body=note,
                made_by="ama",
                made_at=MOMENT,
            )
        assert (reader.grants(), reader.has_layout()) == ((lead,), True)
        assert [one.body for one in reader.records(RecordKind.COMMENT)] == [note]
        assert reader.verify_audit().holds and reader.verify_figures()


def test_f16_who_reads_while_a_newer_release_upgrades_is_told(
    of_schema_1: tuple[Path, str | None],
) -> None:
    """F16: a copy of this release that reads an old store does not guess at a layout to come."""
    home, address = of_schema_1
    with (
        open_store(home, url=address, read_only=True) as reader,
        open_store(home, url=address) as writer,
    ):
        with writer._database.writing() as connection:
            connection.execute(insert(schema_version), {"version": SCHEMA + 1})
        with pytest.raises(StoreProblem, match="newer release"):
            reader.grants()


def test_f16_a_figure_that_does_not_come_through_stops_the_upgrade(
    tmp_path: Path,
) -> None:
    """F16: a stray trigger that adds a figure on the way: the store stays as it was."""
    path = old_release.on_sqlite(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TRIGGER stray AFTER INSERT ON schema_version BEGIN "
            "INSERT INTO result_rows SELECT org_code, 2024, indicator, staff_group, band, "
            "ethnic_group, unit, version_id, survey_year, numerator, denominator, value, "
            "calc_basis, edition, status, source_id, removed, '' FROM result_rows; END"
        )
    connection.close()
    with pytest.raises(StoreProblem, match="nothing was changed"):
        open_store(tmp_path)
    assert schema(path) == 1
    with open_store(tmp_path, read_only=True) as store:
        assert store.verify_figures() and len(store.results()) == 2
    assert not [one for one in tmp_path.iterdir() if ".schema-" in one.name]


def open_at_once(home: Path, address: str | None, start: Event) -> None:
    """Open a store for writing at the same moment as others."""
    start.wait()
    with open_store(home, url=address) as store:
        assert counts(store) == {16}


def test_f16_processes_that_upgrade_at_once_upgrade_once(
    of_schema_1: tuple[Path, str | None],
) -> None:
    """F16: one copy of a file, one upgrade, and everybody can go on; so with copies of a server."""
    tmp_path, address = of_schema_1
    start = processes.Event()
    openers = [
        processes.Process(target=open_at_once, args=(tmp_path, address, start)) for _ in "abc"
    ]
    for opener in openers:
        opener.start()
    time.sleep(1)
    start.set()
    for opener in openers:
        opener.join(60)
    assert [opener.exitcode for opener in openers] == [0, 0, 0]
    with open_store(tmp_path, url=address) as store, store._database.reading() as connection:
        found = connection.execute(select(schema_version.c.version)).scalars().all()
    assert sorted(found) == [1, SCHEMA]
    copies = [path for path in tmp_path.iterdir() if ".schema-1-" in path.name]
    assert len(copies) == (0 if address else 1)
