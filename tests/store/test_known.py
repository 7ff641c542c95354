"""Since when figures are known: by version, undone ones and drafts too."""

from __future__ import annotations

from datetime import timedelta

from wres.store import Known, Store

from .examples import MOMENT, figure, load, survey, undo

DAY = timedelta(days=1)


def test_the_first_and_the_last_version_that_wrote_a_figure_are_told(store: Store) -> None:
    """Uploaded, corrected a day later, and another year beside it."""
    load(store, survey(16))
    load(store, [figure(count=17)], moment=MOMENT + DAY)
    load(store, [figure(count=18, year=2026)], moment=MOMENT + 2 * DAY)
    found = store.known_since("R0A")
    assert found[2025, 8] == Known(first_at=MOMENT, first_version=1, last_version=2)
    assert found[2025, 5] == Known(first_at=MOMENT, first_version=1, last_version=1)
    assert found[2026, 8].first_version == 3
    assert store.known_since("RRP") == {}


def test_what_was_undone_is_known_all_the_same(store: Store) -> None:
    """Taking figures away does not make anybody forget them."""
    load(store, [figure()])
    undo(store)
    assert store.known_since("R0A")[2025, 8] == Known(
        first_at=MOMENT, first_version=1, last_version=2
    )


def test_a_draft_counts_from_the_moment_it_was_kept(store: Store) -> None:
    """Before it is published, when it is discarded, and only for its own organisations."""
    kept = store.keep_draft(
        [figure("R1"), figure("R12")],
        made_by="lead@example.org",
        made_at=MOMENT,
        file_name="draft.csv",
        file_sha256="cd" * 32,
        shape="tidy",
        report="{}",
    )
    assert store.known_since("R1") == {(2025, 8): Known(first_at=MOMENT)}
    assert store.known_since("R_2") == {}
    store.discard_draft(kept.id, made_by="lead@example.org", made_at=MOMENT)
    load(store, [figure("R1")], moment=MOMENT + DAY)
    assert store.known_since("R1")[2025, 8] == Known(
        first_at=MOMENT, first_version=1, last_version=1
    )
