"""Versions: uploads, what they change, undo, restore; and that all of them are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text

from wres.errors import StoreMoved, StoreProblem
from wres.results import Results
from wres.store import Store, VersionKind, open_store
from wres.store.backup import back_up
from wres.store.fingerprints import fingerprint
from wres.store.plain_figures import stored_values
from wres.terms import CalcBasis, EthnicGroup, Status

from .examples import MOMENT, counts, figure, load, restore, survey, undo


def test_an_empty_store_has_no_version_and_no_figure(store: Store) -> None:
    """A first start is version 0 with nothing in it."""
    assert store.current() == 0
    assert store.history() == ()
    assert store.organisations() == ()
    assert len(store.results()) == 0
    assert store.next_undo() is None
    assert store.verify_figures()


def test_a_version_says_who_brought_what_and_when(store: Store) -> None:
    """Every fact given at acceptance is in the history."""
    made = load(store, survey(16))
    assert store.history() == (made,)
    assert (made.id, made.parent_id, made.kind) == (1, 0, VersionKind.UPLOAD)
    assert (made.made_by, made.made_at) == ("lead@example.org", MOMENT)
    assert (made.file_name, made.file_sha256, made.shape) == ("survey.csv", "ab" * 32, "tidy")
    assert (made.row_count, made.report) == (8, '{"warnings": []}')
    assert len(made.content_hash) == 64


def test_a_later_upload_lies_over_the_earlier_one(store: Store) -> None:
    """Its figures replace those of the same key, the others stay."""
    load(store, survey(16))
    made = load(store, [figure(count=20), figure(count=30, year=2026)])
    assert made.row_count == 2
    assert len(store.results()) == 9
    assert store.results().get(*figure().key[:2], indicator=8, ethnic_group=figure().ethnic_group)
    assert counts(store) == {16, 20, 30}
    assert counts(store, 1) == {16}
    assert counts(store, 0) == set()


def test_the_last_of_two_rows_of_one_key_counts(store: Store) -> None:
    """A key given twice in one upload holds its last figure."""
    load(store, [figure(count=16), figure(count=17)])
    assert counts(store) == {17}


def test_each_figure_is_compared_with_the_newest_row_of_its_own(store: Store) -> None:
    """Whether the last upload of the organisation brought all, a part or none of the figures."""
    load(store, survey(16))
    load(store, [figure(count=20)])
    found = store.changes(survey(16))
    assert [(before.numerator, after.numerator) for before, after in found.changed] == [(20, 16)]
    assert len(found.unchanged) == 7
    load(store, survey(30))
    load(store, survey(18, "RRP"))
    assert store.changes(survey(30)).nothing
    found = store.changes([*survey(31), *survey(18, "RRP")])
    assert {(before.numerator, after.numerator) for before, after in found.changed} == {(30, 31)}
    assert (len(found.changed), len(found.unchanged)) == (8, 8)


def test_a_figure_that_the_last_upload_took_away_is_new_when_it_comes_again(store: Store) -> None:
    """The row that says it is gone is no figure to compare with."""
    load(store, survey(16))
    load(store, [figure(count=16)], replaces=True)
    assert len(store.results()) == 7
    found = store.changes([figure(group=EthnicGroup.WHITE)])
    assert (len(found.added), found.changed, found.unchanged) == (1, (), ())


def test_a_corrected_year_is_compared_without_a_look_at_older_rows(tmp_path: Path) -> None:
    """An upload of all that is held costs one question of the figures, however often it came."""
    asked: list[str] = []
    with open_store(tmp_path) as store:
        for count in range(16, 20):
            load(store, survey(count))
        event.listen(
            store._database.engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, *_more: asked.append(statement),
        )
        load(store, survey(20))
    of_figures = [one for one in asked if one.startswith("SELECT") and "result_rows" in one]
    assert len(of_figures) == 1 and "GROUP BY" not in of_figures[0]


def test_changes_are_told_before_anything_is_stored(store: Store) -> None:
    """New, changed and unchanged figures are told apart, with before and after."""
    load(store, [figure(count=16), figure(count=5, indicator=5)])
    new, after, same = figure(year=2026), figure(count=20), figure(count=5, indicator=5)
    changes = store.changes([new, after, same])
    assert changes.added == (new,)
    assert changes.changed == ((figure(count=16), after),)
    assert changes.unchanged == (same,)
    assert store.current() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"numerator": 15},
        {"denominator": 101},
        {"value": 0.161},
        {"status": Status.DOUBTFUL},
        {"calc_basis": CalcBasis.EXCL_DK},
        {"edition": "revised"},
        {"survey_year": 2023},
        {"numerator": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_figure_that_differs_in_any_of_these_is_changed(store: Store, change: dict) -> None:
    """Counts, value, status, basis, edition and survey year make a figure."""
    load(store, [figure()])
    assert len(store.changes([replace(figure(), **change)]).changed) == 1


def test_the_same_figures_from_another_file_are_no_change(store: Store) -> None:
    """Where a figure came from does not make it another figure."""
    load(store, [figure()])
    assert store.changes([replace(figure(), source_id="another")]).nothing


def test_the_same_content_twice_makes_no_new_version(store: Store) -> None:
    """The current version is returned and nothing is written, not even a line of the log."""
    first = load(store, survey(16))
    assert load(store, survey(16), made_by="another") == first
    assert store.current() == 1
    assert len(store.audit()) == 1


def test_nothing_at_all_cannot_be_the_first_upload(store: Store) -> None:
    """There is no version to return, so it is refused."""
    with pytest.raises(StoreProblem, match="no figures"):
        load(store, [])


def test_an_upload_checked_against_an_older_version_is_told_so(store: Store) -> None:
    """What was previewed is no longer true, so nothing is stored."""
    load(store, survey(16))
    with pytest.raises(StoreMoved, match="somebody else"):
        load(store, survey(20), expected=0)
    assert counts(store) == {16}


@pytest.mark.parametrize("version", [-1, 2])
def test_a_version_that_never_was_cannot_be_read(store: Store, version: int) -> None:
    """Neither before the first nor after the last."""
    load(store, survey(16))
    with pytest.raises(StoreProblem, match="no version"):
        store.results(version=version)


def test_undo_brings_back_the_earlier_figures_exactly(store: Store) -> None:
    """Every column of every row, figures added by the upload gone, and the same hash."""
    first = load(store, survey(16))
    before = list(store.results())
    load(store, [replace(figure(count=20), source_id="new"), figure(year=2026), *survey(9, "RRP")])
    made = undo(store)
    assert list(store.results()) == before
    assert (made.kind, made.same_as, made.parent_id) == (VersionKind.UNDO, 1, 2)
    assert made.content_hash == first.content_hash
    assert store.organisations() == ("R0A",)
    assert store.verify_figures()


def test_undo_keeps_every_version_readable(store: Store) -> None:
    """The version taken back is still in the history with its figures."""
    load(store, survey(16))
    load(store, survey(20))
    undo(store)
    assert [version.id for version in store.history()] == [3, 2, 1]
    assert [counts(store, version) for version in (1, 2, 3)] == [{16}, {20}, {16}]


def test_a_second_undo_takes_back_the_upload_before(store: Store) -> None:
    """It does not bring the first one back; in the end the store is empty, then it is refused."""
    load(store, survey(16))
    load(store, survey(20))
    undo(store)
    assert store.next_undo() == store.history()[-1]
    undo(store)
    assert len(store.results()) == 0
    assert store.organisations() == ()
    with pytest.raises(StoreProblem, match="no upload left"):
        undo(store)
    assert store.current() == 4


def test_an_upload_after_an_undo_is_the_next_to_be_undone(store: Store) -> None:
    """First the new upload goes, then the one that stood under it."""
    load(store, survey(16))
    load(store, survey(20))
    undo(store)
    load(store, survey(30))
    undo(store)
    assert counts(store) == {16}
    undo(store)
    assert counts(store) == set()


def test_what_was_undone_comes_again_by_restoring_it(store: Store) -> None:
    """A redo is a restore; undoing the redo takes it away again, and so on."""
    load(store, survey(16))
    second = load(store, survey(20))
    undo(store)
    redone = restore(store, second.id)
    assert (redone.kind, redone.same_as) == (VersionKind.RESTORE, 2)
    assert redone.content_hash == second.content_hash
    assert counts(store) == {20}
    undo(store)
    assert counts(store) == {16}


def test_a_restore_by_mistake_is_undone_like_an_upload(store: Store) -> None:
    """What stood before the restore stands again, nothing further is lost."""
    for count in (16, 20, 30):
        load(store, survey(count))
    restore(store, 1)
    assert counts(store) == {16}
    undo(store)
    assert counts(store) == {30}
    undo(store)
    assert counts(store) == {20}


def test_restoring_what_is_current_makes_no_new_version(store: Store) -> None:
    """The current version is returned."""
    made = load(store, survey(16))
    assert restore(store, 1) == made
    assert store.current() == 1


def test_a_version_that_never_was_cannot_be_restored(store: Store) -> None:
    """Nothing is written."""
    load(store, survey(16))
    with pytest.raises(StoreProblem, match="no version 7"):
        restore(store, 7)
    assert store.current() == 1


def test_undo_and_restore_also_notice_that_the_store_moved(store: Store) -> None:
    """Both say which version they mean to change."""
    load(store, survey(16))
    load(store, survey(20))
    with pytest.raises(StoreMoved):
        store.undo(expected_version=1, made_by="lead", made_at=MOMENT)
    with pytest.raises(StoreMoved):
        store.restore(1, expected_version=1, made_by="lead", made_at=MOMENT)


def test_versions_are_ordered_by_number_when_the_clock_goes_back(store: Store) -> None:
    """F14: a clock set back a day changes neither the order nor what is current."""
    load(store, survey(16))
    load(store, survey(20), moment=MOMENT - timedelta(days=1))
    assert [version.id for version in store.history()] == [2, 1]
    assert counts(store) == {20}


def test_a_moment_is_kept_in_universal_time(store: Store) -> None:
    """F14: half past one in British summer time is half past twelve."""
    summer = timezone(timedelta(hours=1))
    made = load(store, survey(16), moment=datetime(2025, 7, 1, 13, 30, tzinfo=summer))
    assert made.made_at.isoformat() == "2025-07-01T12:30:00+00:00"


def test_a_moment_without_a_time_zone_is_an_error_of_the_program(store: Store) -> None:
    """It would be another moment on another machine, so it never gets in."""
    with pytest.raises(ValueError, match="time zone"):
        load(store, survey(16), moment=datetime(2025, 7, 1, 13, 30))
    assert store.current() == 0


@pytest.mark.parametrize("table", ["versions", "result_rows", "audit_lines", "mappings"])
@pytest.mark.parametrize("action", ["DELETE FROM {}", "UPDATE {} SET org = org"])
def test_the_database_itself_refuses_to_change_or_remove_a_row(
    store: Store, table: str, action: str
) -> None:
    """Even a stray statement cannot overwrite what was stored."""
    load(store, survey(16))
    store.remember_mapping("R0A", "tidy", (("Trust", "org_code"),))
    column = {"versions": "note", "audit_lines": "detail", "mappings": "shape"}.get(table, "status")
    statement = action.format(table).replace("org = org", f"{column} = {column}")
    with (
        pytest.raises(StoreProblem),
        store._database.writing() as connection,
    ):
        connection.execute(text(statement))
    assert Results(survey(16)).organisations() == store.organisations()


def test_a_remembered_choice_of_columns_comes_back_in_order(store: Store) -> None:
    """The latest first; one that stands already for its organisation and shape is not kept anew."""
    first, latest = (("BME %", "bme"), ("White %", "white")), (("Ja, “BME”", "bme"),)
    store.remember_mapping("R0A", "wide", first)
    store.remember_mapping("R0A", "wide", latest)
    store.remember_mapping("RRP", "wide", latest)
    store.remember_mapping("R0A", "wide", latest)
    assert store.remembered_mappings() == (latest, latest, first)


def test_the_history_of_an_organisation_is_of_the_versions_that_wrote_of_it(store: Store) -> None:
    """Three uploads of two trusts, and an undo of the last: newest first, every other left out."""
    load(store, [figure("R0A", count=16)])
    load(store, [figure("R1A", count=16)])
    load(store, [figure("R1A", count=17), figure("R0A", count=18)])
    undo(store)
    found = {code: [one.id for one in store.history(code)] for code in ("R0A", "R1A", "RRP")}
    assert found == {"R0A": [4, 3, 1], "R1A": [4, 3, 2], "RRP": []}
    assert [one.id for one in store.history()] == [4, 3, 2, 1]


def test_a_zero_with_a_minus_is_zero(store: Store, tmp_path: Path, address: str | None) -> None:
    """A file with “-0”: SQLite gives 0.0 back, so that is stored and hashed on every way."""
    zero, minus = (replace(figure(), numerator=None, value=value) for value in (0.0, -0.0))
    other = replace(minus, indicator=5)
    made = load(store, [minus])
    load(store, [replace(minus, value=0.25), other])
    assert undo(store).content_hash == made.content_hash and store.verify_figures()
    load(store, [other], replaces=True)
    load(store, [figure()])
    assert restore(store, 1).content_hash == made.content_hash and store.verify_figures()
    assert [str(row.value) for row in store.results()] == ["0.0"]
    assert back_up(tmp_path, tmp_path / "backup", url=address).figures_hold
    with open_store(tmp_path / "plain") as plain:
        assert load(plain, [zero]).content_hash == made.content_hash


def test_a_zero_with_a_minus_on_a_server_of_a_release_before_can_be_taken_back(
    tmp_path: Path, server_url: str
) -> None:
    """A server gives -0.0 back, and the hash was made of it: what leaves is what was there."""
    minus = stored_values(replace(figure(), numerator=None, value=-0.0))
    with open_store(tmp_path, url=server_url) as store:
        first = load(store, [figure(indicator=5)])
        second = load(store, [figure()])
        stands = fingerprint(first.content_hash, added=[minus])
        engine = create_engine(server_url)
        with engine.begin() as connection:
            for table in ("result_rows", "versions"):
                connection.execute(text(f"DROP TRIGGER {table}_kept ON {table}"))
            wanted = f"WHERE version_id = {second.id}"
            connection.execute(
                text(f"UPDATE result_rows SET numerator = NULL, value = '-0.0' {wanted}")
            )
            wanted = f"WHERE id = {second.id}"
            connection.execute(text(f"UPDATE versions SET content_hash = '{stands}' {wanted}"))
        engine.dispose()
        assert store.verify_figures()
        assert undo(store).content_hash == first.content_hash and store.verify_figures()
