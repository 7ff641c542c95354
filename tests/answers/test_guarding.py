"""Every way to new figures ends at the gate, and what is shown is what passed it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.store.conftest import address, server_url
from tests.store.examples import MOMENT, figure, load, restore, undo
from wres.answers.guarding import guard_with, judged, sets_shown
from wres.disclosure import AttackFailed, attack
from wres.publication import Publication, publish, published_cells
from wres.results import Result, Results
from wres.store import Candidate, Protection, Store, open_store
from wres.terms import EthnicGroup, Status

__all__ = ["address", "server_url"]
BME, WHITE = EthnicGroup.BME, EthnicGroup.WHITE
ORG, YEAR = "R0A", 2025


def survey(yes: int, answered: int) -> list[Result]:
    """Return indicator 8 of a trust: so many BME staff, and 30 of 100 White staff."""
    bme = figure(count=yes, group=BME)
    return [_of(bme, yes, answered), _of(figure(count=30, group=WHITE), 30, 100)]


def _of(row: Result, yes: int, answered: int) -> Result:
    return Result(
        org_code=row.org_code,
        wres_year=row.wres_year,
        survey_year=row.survey_year,
        indicator=row.indicator,
        ethnic_group=row.ethnic_group,
        numerator=yes,
        denominator=answered,
        source_id=row.source_id,
    )


@pytest.fixture
def store(tmp_path: Path, address: str | None) -> Iterator[Store]:
    """An empty store with the gate before it, on a file and on a server."""
    with open_store(tmp_path, url=address, guard=guard_with(Results)) as opened:
        yield opened


def shown(store: Store) -> Publication:
    """Return what everybody sees of the current version."""
    return publish(store.results(), store.withheld())


def bme_status(store: Store) -> Status:
    return shown(store).rows.where(ethnic_group=BME)[0].status


def test_a_first_upload_is_attacked_and_shown_whole(store: Store) -> None:
    """The proof is kept with the version: what was looked at, and that nothing was found."""
    made = load(store, survey(7, 34))
    kept = store.protection(made.id)
    assert kept is not None
    assert kept.summary.startswith("0 cells hidden, 0 bands merged, attack passed, 2 cells, ")
    assert '"passed": true' in kept.proof
    assert kept.withheld == ()
    assert bme_status(store) is Status.SHOWN


def test_one_person_more_is_hidden_and_an_undo_shows_again_what_was_shown(store: Store) -> None:
    """34 shown; 35 hidden; undone, 34 again; restored, hidden again."""
    load(store, survey(7, 34))
    corrected = load(store, survey(8, 35))
    assert bme_status(store) is Status.HIDDEN
    assert "corrected figures withheld" in (store.protection(corrected.id) or Protection()).summary
    undo(store)
    assert bme_status(store) is Status.SHOWN
    restore(store, corrected.id)
    assert bme_status(store) is Status.HIDDEN
    assert [store.protection(one.id) is not None for one in store.history()] == [True] * 4


def test_hidden_by_a_correction_stays_hidden_at_the_next(store: Store) -> None:
    """A third version that is one person from the second is two from the first, which was shown."""
    for yes, answered in ((7, 34), (8, 35), (8, 36)):
        load(store, survey(yes, answered))
    assert bme_status(store) is Status.HIDDEN


def test_what_is_shown_beside_all_that_was_shown_gives_nothing_away(store: Store) -> None:
    """Through five versions, the current cells are attacked beside every earlier set."""
    for yes, answered in ((7, 34), (8, 35), (20, 60), (20, 59), (7, 34)):
        load(store, survey(yes, answered))
    now = published_cells(shown(store), ORG, YEAR)
    sets = sets_shown(store.stood(ORG), [(ORG, YEAR)], Results())[ORG, YEAR]
    assert len(sets) >= 2
    assert all(attack(now, earlier=before).passed for before in sets)


def test_a_draft_and_an_embargo_end_at_the_gate_too(store: Store) -> None:
    """Published by hand and by the day alike, one person more is hidden."""
    load(store, survey(7, 34))
    for release_on in (None, date(2025, 4, 2)):
        kept = store.keep_draft(
            survey(8, 35 if release_on is None else 36),
            made_by="lead",
            made_at=MOMENT,
            file_name="x.csv",
            file_sha256="ef" * 32,
            shape="tidy",
            report="{}",
            release_on=release_on,
        )
        if release_on is None:
            made = store.publish_draft(
                kept.id,
                expected_version=store.current(),
                made_by="lead",
                made_at=MOMENT,
                today=date(2025, 4, 1),
            )
        else:
            (made,) = store.release_due(today=date(2025, 4, 2), made_at=MOMENT)
        assert store.protection(made.id) is not None
        assert bme_status(store) is Status.HIDDEN


def test_other_organisations_keep_what_is_withheld_of_them(store: Store) -> None:
    """A version that only another trust changed carries on what is hidden."""
    load(store, survey(7, 34))
    load(store, survey(8, 35))
    load(store, [figure("R1A", count=20)])
    assert bme_status(store) is Status.HIDDEN
    assert len(store.withheld()) == 1


def test_the_preview_says_what_the_acceptance_does(store: Store) -> None:
    """The gate is asked about the very figures that would stand, and nothing is stored."""
    load(store, survey(7, 34))
    before = store.current()
    report = judged(store.candidate(survey(8, 35)), Results())
    assert store.current() == before
    load(store, survey(8, 35))
    assert store.withheld() == report.withheld
    assert list(shown(store).rows) == list(report.publication.rows)


def test_shipped_figures_count_as_shown(tmp_path: Path) -> None:
    """Whoever corrects a shipped figure by one person corrects what everybody could see."""
    with open_store(tmp_path, guard=guard_with(lambda: Results(survey(7, 34)))) as opened:
        load(opened, survey(8, 35))
        assert [one.org_year for one in opened.withheld()] == [(ORG, YEAR)]


@pytest.mark.parametrize("stored_before", [False, True])
def test_a_gate_that_fails_stores_nothing(tmp_path: Path, stored_before: bool) -> None:
    """An attack that cannot be finished leaves the store as it was, at every way in."""

    def fails(_: Candidate) -> Protection:
        raise AttackFailed("The attack could not be finished.")

    if stored_before:
        with open_store(tmp_path) as opened:
            load(opened, survey(7, 34))
            load(opened, survey(9, 44))
    with open_store(tmp_path, guard=fails) as opened:
        before = (opened.current(), opened.results(), len(opened.audit()))
        with pytest.raises(AttackFailed):
            load(opened, survey(8, 35))
        if stored_before:
            with pytest.raises(AttackFailed):
                undo(opened)
            with pytest.raises(AttackFailed):
                restore(opened, 1)
        after = (opened.current(), opened.results(), len(opened.audit()))
        assert (after[0], list(after[1]), after[2]) == (before[0], list(before[1]), before[2])


def test_a_version_of_an_earlier_release_says_that_it_was_never_attacked(tmp_path: Path) -> None:
    """Nothing is withheld of it, and no proof is invented."""
    with open_store(tmp_path) as opened:
        load(opened, survey(7, 34))
        assert opened.protection(1) is None
        assert opened.withheld() == ()
