"""Where a figure comes from, which warnings stand with it, and files that are all there is."""

from __future__ import annotations

import pytest

from wres.errors import StoreMoved, StoreProblem
from wres.results import Result
from wres.store import Acknowledged, Store, Version
from wres.terms import EthnicGroup

from .examples import MOMENT, figure, load, restore, survey, undo

FAR = Acknowledged("far_from_last_year", "Indicator 8 is 12 points higher.", "A new question.")
ODD = Acknowledged("odd_base", "The base is half of last year's.", "Paper forms were late.")


def load_from(
    store: Store, rows: list[Result], name: str, *, line: int = 2, **more: object
) -> Version:
    """Return the version made of a file whose figures stand on its lines from ``line`` on."""
    places = {row.key: f"line {place}" for place, row in enumerate(rows, start=line)}
    return store.accept(
        rows,
        expected_version=store.current(),
        made_by=f"who brought {name}",
        made_at=MOMENT,
        file_name=name,
        file_sha256=f"{len(name):02}" * 32,
        shape="tidy",
        report="{}",
        places=places,
        **more,  # type: ignore[arg-type]
    )


def test_a_figure_traces_to_its_file_hash_line_version_person_and_time(store: Store) -> None:
    """The second of eight figures stands on line 3 of the first file."""
    load_from(store, survey(16), "first.csv")
    found = store.trace(figure(indicator=5, group=EthnicGroup.WHITE).key)
    assert (found.version.id, found.place, found.file_name) == (1, "line 3", "first.csv")
    assert (found.file_sha256, found.made_by) == ("09" * 32, "who brought first.csv")
    assert found.made_at == MOMENT


def test_a_corrected_figure_traces_to_the_correction_and_the_others_do_not(store: Store) -> None:
    """Of eight figures one comes from the second file; as of version 1 it comes from the first."""
    load_from(store, survey(16), "first.csv")
    load_from(store, [figure(count=20)], "second.csv", line=40)
    assert store.trace(figure().key).place == "line 40"
    assert store.trace(figure().key, 1).file_name == "first.csv"
    assert store.trace(figure(indicator=5).key).file_name == "first.csv"


def test_after_an_undo_a_figure_traces_to_the_file_it_came_from(store: Store) -> None:
    """Undo and restore bring a figure back without being where it comes from."""
    load_from(store, [figure(count=16)], "first.csv", line=7)
    load_from(store, [figure(count=20)], "second.csv", line=40)
    undo(store)
    assert (store.trace(figure().key).place, store.trace(figure().key).version.id) == ("line 7", 1)
    restore(store, 2)
    assert (store.trace(figure().key).place, store.trace(figure().key).version.id) == ("line 40", 2)


def test_the_place_is_no_part_of_a_figure(store: Store) -> None:
    """The same figure on another line changes nothing and keeps the place it was stored with."""
    first = load_from(store, [figure()], "first.csv", line=7)
    assert load_from(store, [figure()], "second.csv", line=8) == first
    assert store.trace(figure().key).place == "line 7"
    assert store.verify_figures()


def test_a_figure_without_a_place_has_an_empty_one(store: Store) -> None:
    """What is not known is not made up."""
    load(store, [figure()])
    assert store.trace(figure().key).place == ""


@pytest.mark.parametrize("undone", [False, True], ids=["never there", "undone"])
def test_a_figure_that_does_not_stand_has_no_trace(store: Store, undone: bool) -> None:
    """It is refused in a sentence."""
    if undone:
        load(store, [figure()])
        undo(store)
    with pytest.raises(StoreProblem, match="no such figure"):
        store.trace(figure().key)


def test_accepted_warnings_are_read_with_the_version(store: Store) -> None:
    """Both, in their order, from the version itself and from the history."""
    made = load_from(store, survey(16), "first.csv", acknowledgements=(FAR, ODD))
    assert made.acknowledgements == (FAR, ODD)
    assert store.history()[0].acknowledgements == (FAR, ODD)


def test_a_note_stands_until_every_figure_of_its_version_is_replaced(store: Store) -> None:
    """It shrinks to the indicators that still stand, and is gone with the last of them."""
    load_from(store, [figure(), figure(indicator=5)], "first.csv", acknowledgements=(FAR,))
    (note,) = store.notes(org_code="R0A")
    assert (note.acknowledged, note.version.id) == (FAR, 1)
    assert note.scopes == ((2025, 5), (2025, 8))
    load_from(store, [figure(count=20)], "second.csv")
    (note,) = store.notes(org_code="R0A")
    assert note.scopes == ((2025, 5),)
    load_from(store, [figure(count=9, indicator=5)], "third.csv", acknowledgements=(ODD,))
    assert [note.acknowledged for note in store.notes(org_code="R0A")] == [ODD]


def test_a_note_goes_with_an_undo_and_comes_with_a_restore(store: Store) -> None:
    """What is shown beside the figures is about the figures that stand."""
    load_from(store, [figure()], "first.csv", acknowledgements=(FAR,))
    load_from(store, [figure(count=20)], "second.csv", acknowledgements=(ODD,))
    undo(store)
    assert [note.acknowledged for note in store.notes(org_code="R0A")] == [FAR]
    restore(store, 2)
    assert [note.acknowledged for note in store.notes(org_code="R0A")] == [ODD]
    undo(store)
    undo(store)
    assert store.notes(org_code="R0A") == ()


def test_notes_are_of_the_organisation_asked_for(store: Store) -> None:
    """Another trust's note is not shown."""
    load_from(store, [figure("RRP")], "first.csv", acknowledgements=(FAR,))
    assert store.notes(org_code="R0A") == ()
    assert len(store.notes(org_code="RRP")) == 1


def test_a_file_that_is_all_there_is_removes_what_it_does_not_hold(store: Store) -> None:
    """White of indicator 8 goes; indicator 5, the year before and another trust stay."""
    white = figure(count=7, group=EthnicGroup.WHITE)
    others = [figure(indicator=5), figure(year=2024), figure("RRP")]
    load(store, [figure(), white, *others])
    changes = store.changes([figure(count=20)], replaces=True)
    assert changes.removed == (white,)
    assert (changes.added, changes.changed) == ((), ((figure(), figure(count=20)),))
    made = load_from(store, [figure(count=20)], "all.csv", replaces=True)
    assert made.row_count == 2
    assert {row.key: row.numerator for row in store.results()} == {
        figure().key: 20,
        **{row.key: 16 for row in others},
    }
    assert store.verify_figures()


def test_a_file_laid_over_removes_nothing(store: Store) -> None:
    """Without being told so, a file is not all there is."""
    load(store, survey(16))
    assert store.changes([figure()]).removed == ()
    assert store.changes([figure()]).nothing


def test_a_removal_alone_is_a_new_version_and_an_undo_brings_the_figure_back(store: Store) -> None:
    """Every held figure that stays is unchanged, one goes, and comes again."""
    load(store, [figure(), figure(group=EthnicGroup.WHITE)])
    before = list(store.results())
    load_from(store, [figure()], "all.csv", replaces=True)
    assert [row.key for row in store.results()] == [figure().key]
    undo(store)
    assert list(store.results()) == before


def test_who_comes_second_can_see_what_was_changed_meanwhile(store: Store) -> None:
    """Both leads saw version 1; the second learns which versions and figures came since."""
    load(store, [figure(count=16), figure(count=16, indicator=5)])
    load(store, [figure(count=20), figure(year=2026)])
    with pytest.raises(StoreMoved) as told:
        load(store, [figure(count=30)], expected=1)
    assert (told.value.seen, told.value.current) == (1, 2)
    since = store.changes_since(told.value.seen)
    assert [version.id for version in since.versions] == [2]
    assert since.changes.changed == ((figure(count=16), figure(count=20)),)
    assert since.changes.added == (figure(year=2026),)
    assert since.changes.removed == ()


def test_nothing_was_changed_since_the_current_version(store: Store) -> None:
    """No version and no figure; and a version that never was is refused."""
    load(store, survey(16))
    assert store.changes_since(1).versions == ()
    assert store.changes_since(1).changes.nothing
    with pytest.raises(StoreProblem, match="no version 2"):
        store.changes_since(2)
