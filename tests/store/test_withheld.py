"""What is withheld is kept of who changed, read of everybody, and never shown by mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, insert, select, text
from sqlalchemy.engine import Connection, Engine

from wres.errors import StoreProblem
from wres.publication import Step, Withheld
from wres.store import FILE_NAME, Candidate, Protection, Store, open_store
from wres.store.backup import back_up, restore_backup, verify
from wres.store.metadata import metadata
from wres.store.tables import ADDED_IN, protections, schema_version, versions, withheld_of
from wres.store.triggers import keep_rows
from wres.terms import Band, EthnicGroup, StaffGroup

from .examples import MOMENT, figure, load, undo

TRUSTS = ("R0A", "R1A", "R1B")
CELLS = frozenset({(EthnicGroup.BME, Band.ALL, StaffGroup.ALL)})


def of(code: str, year: int, step: Step = Step.DETAIL) -> Withheld:
    """Return something withheld of an organisation and year; a correction names its cells."""
    cells = CELLS if step is Step.CORRECTED else frozenset()
    return Withheld(org_code=code, wres_year=year, step=step, cells=cells)


def withholds_odd_counts(candidate: Candidate) -> Protection:
    """Withhold a correction of each organisation and year with an odd count of people."""
    odd = {(row.org_code, row.wres_year) for row in candidate.rows if (row.numerator or 0) % 2}
    found = [of(code, year, Step.CORRECTED) for code, year in sorted(odd & candidate.touched)]
    return Protection(withheld=tuple(found), summary="odd")


def lines(store: Store) -> int:
    """Return how many lines of what is withheld of one organisation a store has."""
    with store._database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(withheld_of)) or 0)


@pytest.fixture
def guarded(tmp_path: Path, address: str | None) -> Iterator[Store]:
    """An empty store that withholds odd counts."""
    with open_store(tmp_path, url=address, guard=withholds_odd_counts) as opened:
        yield opened


def test_a_version_keeps_what_is_withheld_of_who_changed(guarded: Store) -> None:
    """Five versions, three changes of what is withheld, three lines; each version has it all."""
    for code, count in (("R0A", 17), ("R1A", 16), ("R1B", 19), ("R1A", 18), ("R0A", 20)):
        load(guarded, [figure(code, count=count)])
    first, second = of("R0A", 2025, Step.CORRECTED), of("R1B", 2025, Step.CORRECTED)
    held = [guarded.withheld(version=number) for number in range(6)]
    assert held == [(), (first,), (first,), (first, second), (first, second), (second,)]
    assert lines(guarded) == 3
    assert [(guarded.protection(n) or Protection()).withheld for n in range(1, 6)] == held[1:]


def test_other_years_of_an_organisation_stay_withheld(guarded: Store) -> None:
    """A line holds all of an organisation: the year that did not change, and the one that did."""
    for year, count in ((2024, 17), (2025, 19), (2025, 20)):
        load(guarded, [figure(count=count, year=year)])
    both = (of("R0A", 2024, Step.CORRECTED), of("R0A", 2025, Step.CORRECTED))
    assert [guarded.withheld(version=number) for number in (1, 2, 3)] == [
        both[:1],
        both,
        both[:1],
    ]
    undo(guarded)
    assert guarded.withheld() == both
    assert lines(guarded) == 4


def old_lists(connection: Connection) -> None:
    """Make a store of schema 6: every table but one, and three versions with whole lists."""
    kept = [table for table in metadata.sorted_tables if table is not withheld_of]
    metadata.create_all(connection, tables=kept)
    for table in (versions, protections):
        keep_rows(connection, table.name)
    connection.execute(insert(schema_version), {"version": 6})
    given = {"kind": "upload", "made_at": MOMENT.isoformat(), "made_by": "lead", "report": "{}"}
    given |= dict.fromkeys(("file_name", "file_sha256", "shape", "note"), "")
    told = [
        ["R0A", 2025, "corrected figures", [["bme", "all", "all"]]],
        ["R1A", 2024, "ethnic groups within BME", []],
        ["R1A", 2025, "ethnic groups within BME", []],
    ]
    for number in (1, 2, 3):
        row = {"id": number, "parent_id": number - 1, "content_hash": "0" * 64, "row_count": 0}
        connection.execute(insert(versions), {**given, **row})
        listed = json.dumps(told[:number])
        connection.execute(
            insert(protections),
            {"version_id": number, "withheld": listed, "summary": "", "proof": "{}"},
        )


LISTED = (of("R0A", 2025, Step.CORRECTED), of("R1A", 2024), of("R1A", 2025))


def engine_of(home: Path, address: str | None) -> Engine:
    """Return a plain engine on the store that is to be made."""
    return create_engine(address or f"sqlite:///{home / FILE_NAME}")


@pytest.fixture
def of_schema_6(tmp_path: Path, address: str | None) -> tuple[Path, str | None]:
    """Where a store of schema 6 lies that has whole lists."""
    engine = engine_of(tmp_path, address)
    with engine.begin() as connection:
        old_lists(connection)
    engine.dispose()
    return tmp_path, address


def test_f16_lists_of_the_release_before_hold_as_they_stand(
    of_schema_6: tuple[Path, str | None],
) -> None:
    """F16: no list is rewritten; lines of who changed are laid over the last of them."""
    home, address = of_schema_6
    with open_store(home, url=address, guard=withholds_odd_counts) as store:
        assert [store.withheld(version=number) for number in (1, 2, 3)] == [
            LISTED[:1],
            LISTED[:2],
            LISTED,
        ]
        load(store, [figure("R1A", count=17)])
        now = (LISTED[0], LISTED[1], of("R1A", 2025, Step.CORRECTED))
        assert (store.withheld(), store.withheld(version=3)) == (now, LISTED)
        assert lines(store) == 1
        assert store.verify_withheld()


def test_f16_who_reads_while_another_brings_the_store_up_to_date_sees_what_it_writes(
    of_schema_6: tuple[Path, str | None],
) -> None:
    """F16: a copy that was open before, for reading, hides what is withheld since."""
    home, address = of_schema_6
    with open_store(home, url=address, read_only=True) as reader:
        assert reader.withheld() == LISTED
        with open_store(home, url=address, guard=withholds_odd_counts) as writer:
            load(writer, [figure("R1B", count=17)])
            assert reader.withheld() == writer.withheld()
        assert of("R1B", 2025, Step.CORRECTED) in reader.withheld()


def test_f16_who_reads_a_store_from_before_any_protection_sees_what_is_withheld_since(
    tmp_path: Path, address: str | None
) -> None:
    """F16: opened at schema 2; another brings it up to date and withholds something."""
    engine = engine_of(tmp_path, address)
    later = {table for number, tables in ADDED_IN.items() if number > 2 for table in tables}
    with engine.begin() as connection:
        kept = [table for table in metadata.sorted_tables if table not in later]
        metadata.create_all(connection, tables=kept)
        connection.execute(insert(schema_version), {"version": 2})
    engine.dispose()
    with open_store(tmp_path, url=address, read_only=True) as reader:
        assert (reader.withheld(), reader.protection_summaries()) == ((), {})
        with open_store(tmp_path, url=address, guard=withholds_odd_counts) as writer:
            load(writer, [figure("R1B", count=17)])
        assert [row.numerator for row in reader.results()] == [17]
        assert reader.withheld() == (of("R1B", 2025, Step.CORRECTED),)
        assert reader.protection(1) == Protection(withheld=reader.withheld(), summary="odd")
        assert reader.protection_summaries() == {1: "odd"}


def test_a_release_that_knows_only_lists_cannot_take_a_version_for_one(guarded: Store) -> None:
    """It reads the list as JSON and shows nothing where that fails; an empty text it would."""
    load(guarded, [figure(count=17)])
    with guarded._database.reading() as connection:
        kept = connection.scalars(select(protections.c.withheld)).one()
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(kept)


@pytest.mark.parametrize("wrong", ["no list", ""])
@pytest.mark.parametrize("table", ["withheld_of", "protections"])
def test_a_line_that_cannot_be_read_shows_nothing(guarded: Store, table: str, wrong: str) -> None:
    """Neither what it was nor nothing at all is taken to be withheld."""
    load(guarded, [figure(count=17)])
    with guarded._database.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text(f"DROP TRIGGER {table}_no_update"))
        else:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_kept ON {table}"))
        connection.execute(text(f"UPDATE {table} SET withheld = '{wrong}'"))
    with pytest.raises(StoreProblem, match="so none are shown"):
        guarded.withheld()


def test_the_database_refuses_to_change_what_is_withheld(guarded: Store) -> None:
    """A line is kept as every line of the store is."""
    load(guarded, [figure(count=17)])
    for change in ("UPDATE withheld_of SET withheld = '[]'", "DELETE FROM withheld_of"):
        with pytest.raises(StoreProblem), guarded._database.writing() as connection:
            connection.execute(text(change))
    assert guarded.withheld() == (of("R0A", 2025, Step.CORRECTED),)


# What R0A withholds, as the hash of the text: organisation, year, step and cells; then all of it.
OF_R0A = '["R0A", 2025, "corrected figures", [["bme", "all", "all"]]]'
SEAL_OF_R0A = sha256(f"R0A {sha256(OF_R0A.encode()).hexdigest()}\n".encode()).hexdigest()


def test_a_version_says_how_much_is_withheld_and_the_hash_of_it(guarded: Store) -> None:
    """A second figure of which nothing is withheld leaves both as they were."""
    load(guarded, [figure(count=17)])
    load(guarded, [figure("R1A", count=16)])
    with guarded._database.reading() as connection:
        kept = connection.scalars(select(protections.c.withheld)).all()
    assert kept == [f"by organisation: 1, sha256 {SEAL_OF_R0A}"] * 2


def meddle(store: Store, table: str, statement: str) -> None:
    """Do to a table what the database forbids."""
    with store._database.writing() as connection:
        if connection.dialect.name == "sqlite":
            for action in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{action}"))
        else:
            connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_kept ON {table}"))
        connection.execute(text(statement))


LOST = {
    "every line": "DELETE FROM withheld_of",
    "the line of one": "DELETE FROM withheld_of WHERE org_code = 'R1A'",
    "a line that takes back": "DELETE FROM withheld_of WHERE version_id = 4",
    "a part of a line": "UPDATE withheld_of SET withheld = '[]' WHERE org_code = 'R1A'",
    "another year": "UPDATE withheld_of SET withheld = REPLACE(withheld, '2025', '2024')",
}


@pytest.mark.parametrize("lost", LOST.values(), ids=LOST)
def test_lost_lines_show_nothing_and_the_backup_does_not_hold(
    guarded: Store, tmp_path: Path, address: str | None, lost: str
) -> None:
    """A dump that left the table out, or one made anew: not taken for nothing withheld."""
    for code, count in (("R0A", 17), ("R1A", 17), ("R1B", 17), ("R1B", 18)):
        load(guarded, [figure(code, count=count)])
    assert guarded.verify_withheld()
    meddle(guarded, "withheld_of", lost)
    with pytest.raises(StoreProblem, match="not all there, so none are shown; put a backup there"):
        guarded.withheld()
    with pytest.raises(StoreProblem, match="not all there"):
        load(guarded, [figure("R0A", count=20)])
    found = back_up(tmp_path, tmp_path / "backup", url=address)
    assert (found.figures_hold, found.withheld_holds, found.holds) == (True, False, False)
    with pytest.raises(StoreProblem, match="was changed"):
        restore_backup(tmp_path / "backup", tmp_path / "again")


@pytest.mark.parametrize("lines_too", [True, False])
@pytest.mark.parametrize("where", ["", " WHERE version_id = 3", " WHERE version_id < 3"])
def test_a_lost_list_shows_nothing_and_the_backup_does_not_hold(
    guarded: Store, tmp_path: Path, address: str | None, where: str, lines_too: bool
) -> None:
    """The table emptied, or a version's line gone, with and without the lines it sealed."""
    for count in (17, 16, 18):
        load(guarded, [figure(count=count)])
    assert [len(guarded.withheld(version=number)) for number in (1, 2, 3)] == [1, 0, 0]
    if lines_too:
        meddle(guarded, "withheld_of", "DELETE FROM withheld_of")
    meddle(guarded, "protections", f"DELETE FROM protections{where}")
    gone = [n for n in (1, 2, 3) if not where or (n == 3) == (where == " WHERE version_id = 3")]
    for number in gone:
        for read in (guarded.protection, lambda at: guarded.withheld(version=at)):
            with pytest.raises(StoreProblem, match=f"withheld of the figures at version {number},"):
                read(number)
    with pytest.raises(StoreProblem, match=r"so none are shown.*put a backup there"):
        load(guarded, [figure(count=20)])
    found = back_up(tmp_path, tmp_path / "backup", url=address)
    assert (found.figures_hold, found.withheld_holds, found.audit_holds) == (True, False, True)


def test_a_version_nobody_attacked_keeps_what_was_withheld(
    guarded: Store, tmp_path: Path, address: str | None
) -> None:
    """A store opened without a guard writes a line, and invents no attack."""
    load(guarded, [figure(count=17)])
    with open_store(tmp_path, url=address) as other:
        load(other, [figure("R1A", count=17)])
        assert (other.protection(2), other.protection_summaries()) == (None, {1: "odd"})
        assert other.withheld() == guarded.withheld(version=1) == (of("R0A", 2025, Step.CORRECTED),)
        assert other.verify_withheld()


def test_what_is_withheld_twice_or_in_another_order_is_all_there(
    tmp_path: Path, address: str | None
) -> None:
    """A guard that says the same otherwise writes no line, and what is read is still all of it."""
    told = [(of("R0A", 2024), of("R0A", 2025)), (of("R0A", 2025), of("R0A", 2024)) * 2]

    def says_otherwise(candidate: Candidate) -> Protection:
        return Protection(withheld=told.pop(0))

    both = [figure(count=18, year=year) for year in (2024, 2025)]
    with open_store(tmp_path, url=address, guard=says_otherwise) as store:
        load(store, both)
        load(store, [replace(row, numerator=20) for row in both])
        assert (lines(store), len(store.withheld())) == (1, 2)
        assert store.verify_withheld()


def test_a_backup_holds_what_is_withheld(
    guarded: Store, tmp_path: Path, address: str | None
) -> None:
    """From the file and from the server, into a file."""
    for code in TRUSTS:
        load(guarded, [figure(code, count=17)])
    back_up(tmp_path, tmp_path / "backup", url=address)
    assert verify(tmp_path / "backup").holds
    restore_backup(tmp_path / "backup", tmp_path / "again")
    with open_store(tmp_path / "again") as again:
        assert again.withheld() == guarded.withheld()
        assert len(again.withheld()) == 3
