"""Drafts and embargoes: seen nowhere, published once, released on the day."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import event

from wres.errors import NotComputable, StoreMoved, StoreProblem
from wres.results import Result
from wres.store import Acknowledged, AuditAction, KeptDraft, Store, Version, open_store, uk_day
from wres.terms import EthnicGroup

from .examples import MOMENT, counts, figure, load, survey, undo

processes = multiprocessing.get_context("spawn")
DAY = date(2026, 3, 12)
BEFORE = DAY - timedelta(days=1)
REASON = Acknowledged("odd_base", "The base is half of last year's.", "Paper forms were late.")


def keep(
    store: Store, rows: list[Result], *, release_on: date | None = None, replaces: bool = False
) -> KeptDraft:
    """Return the draft of these rows, each on line 9 of its file."""
    return store.keep_draft(
        rows,
        made_by="lead@example.org",
        made_at=MOMENT,
        file_name="draft.csv",
        file_sha256="cd" * 32,
        shape="tidy",
        report='{"warnings": []}',
        places={row.key: "line 9" for row in rows},
        acknowledgements=(REASON,),
        replaces=replaces,
        release_on=release_on,
    )


def publish(store: Store, draft: int, *, today: date = DAY, expected: int | None = None) -> Version:
    """Return the version made of a draft by another person."""
    return store.publish_draft(
        draft,
        expected_version=store.current() if expected is None else expected,
        made_by="second@example.org",
        made_at=MOMENT,
        today=today,
    )


def test_a_draft_is_in_no_version_and_no_result(store: Store) -> None:
    """Neither figures, organisations, versions nor notes know of it."""
    load(store, survey(16))
    keep(store, [figure(count=99), figure("RRP")])
    assert counts(store) == {16}
    assert store.organisations() == ("R0A",)
    assert store.current() == 1
    assert store.notes(org_code="R0A") == ()
    assert store.verify_figures() and store.verify_audit().holds


def test_a_draft_tells_what_was_kept(store: Store) -> None:
    """Who, when, file, organisations, release day and how many figures."""
    kept = keep(store, [figure(), figure("RRP")], release_on=DAY, replaces=True)
    assert store.drafts() == (kept,)
    assert store.draft(1) == kept
    assert (kept.id, kept.made_by, kept.made_at) == (1, "lead@example.org", MOMENT)
    assert (kept.file_name, kept.file_sha256, kept.shape) == ("draft.csv", "cd" * 32, "tidy")
    assert (kept.org_codes, kept.row_count) == (("R0A", "RRP"), 2)
    assert (kept.release_on, kept.replaces) == (DAY, True)
    assert kept.acknowledgements == (REASON,)


def test_drafts_can_be_asked_for_by_organisation(store: Store) -> None:
    """A lead of one trust is not told of a draft that holds another's figures."""
    keep(store, [figure("R0A")])
    keep(store, [figure("R0A"), figure("RRP")])
    assert [draft.id for draft in store.drafts(("R0A",))] == [1]
    assert [draft.id for draft in store.drafts(("R0A", "RRP"))] == [1, 2]
    assert store.drafts(()) == ()


def test_a_published_draft_is_a_version_with_places_reasons_and_who_published(store: Store) -> None:
    """Its figures stand, trace to the draft's file, and the draft waits no longer."""
    keep(store, [figure(count=20)])
    assert store.draft_changes(1).added == (figure(count=20),)
    made = publish(store, 1)
    assert (made.id, made.made_by, made.file_name) == (1, "second@example.org", "draft.csv")
    assert made.acknowledgements == (REASON,)
    assert list(store.results()) == [figure(count=20)]
    assert store.trace(figure().key).place == "line 9"
    assert store.drafts() == ()
    assert [line.action for line in store.audit()] == [AuditAction.DRAFTED, AuditAction.PUBLISHED]
    assert store.verify_figures() and store.verify_audit().holds


def test_every_column_of_a_draft_comes_out_as_it_went_in(store: Store) -> None:
    """A ratio of three thirds, a long count and odd signs are not rounded or turned."""
    row = Result(
        org_code="R0A",
        wres_year=2025,
        survey_year=2023,
        indicator=8,
        ethnic_group=EthnicGroup.UNKNOWN,
        numerator=2**40,
        denominator=2**40 + 1,
        value=0.1 + 0.2,
        edition="final – “2nd”\n",
        source_id="x",
    )
    keep(store, [row])
    publish(store, 1)
    assert list(store.results()) == [row]


@pytest.mark.parametrize("ending", ["published", "discarded"])
def test_a_draft_ends_once(store: Store, ending: str) -> None:
    """Afterwards it can be neither published nor discarded, and nothing is written."""
    keep(store, [figure()])
    if ending == "published":
        publish(store, 1)
    else:
        store.discard_draft(1, made_by="lead", made_at=MOMENT)
    lines = len(store.audit())
    with pytest.raises(StoreProblem, match=f"Draft 1 was {ending} already"):
        publish(store, 1)
    with pytest.raises(StoreProblem, match=f"Draft 1 was {ending} already"):
        store.discard_draft(1, made_by="lead", made_at=MOMENT)
    assert len(store.audit()) == lines
    assert len(store.results()) == (1 if ending == "published" else 0)


def test_a_draft_that_never_was_is_refused(store: Store) -> None:
    """With its number."""
    with pytest.raises(StoreProblem, match="no draft 4"):
        publish(store, 4)


def test_a_draft_is_compared_with_what_stands_when_it_is_published(store: Store) -> None:
    """What somebody else stored meanwhile is nothing new, and the draft has ended all the same."""
    keep(store, [figure(count=20)])
    first = load(store, [figure(count=20)])
    assert publish(store, 1) == first
    assert store.current() == 1
    assert store.drafts() == ()
    assert store.audit()[-1].action is AuditAction.PUBLISHED
    assert "changed nothing" in store.audit()[-1].detail
    assert store.verify_audit().holds


def test_a_draft_that_is_all_there_is_removes_on_publishing(store: Store) -> None:
    """A figure stored after the draft was kept goes too."""
    keep(store, [figure(count=20)], replaces=True)
    load(store, [figure(), figure(group=EthnicGroup.WHITE)])
    assert len(store.draft_changes(1).removed) == 1
    publish(store, 1)
    assert list(store.results()) == [figure(count=20)]


def test_publishing_notices_that_the_store_moved(store: Store) -> None:
    """The draft goes on waiting."""
    keep(store, [figure(count=20)])
    load(store, survey(16))
    with pytest.raises(StoreMoved):
        publish(store, 1, expected=0)
    assert len(store.drafts()) == 1


def test_nothing_is_published_before_its_day_and_the_refusal_is_in_the_log(store: Store) -> None:
    """The day before: one sentence, a line, no version."""
    keep(store, [figure()], release_on=DAY)
    with pytest.raises(StoreProblem, match="embargo until 12 March 2026"):
        publish(store, 1, today=BEFORE)
    assert store.current() == 0
    line = store.audit()[-1]
    assert (line.action, line.made_by) == (AuditAction.REFUSED, "second@example.org")
    assert "12 March 2026" in line.detail
    assert store.verify_audit().holds
    assert publish(store, 1, today=DAY).id == 1


def test_drafts_are_released_on_their_day_in_order_and_once(store: Store) -> None:
    """The later one waits; each release is a version with a note and a line of the log."""
    keep(store, [figure(count=30)], release_on=DAY)
    keep(store, [figure(count=20)], release_on=BEFORE)
    keep(store, [figure(count=40)], release_on=DAY + timedelta(days=1))
    keep(store, [figure(count=50)])
    assert store.release_due(today=BEFORE - timedelta(days=1), made_at=MOMENT) == ()
    made = store.release_due(today=DAY, made_at=MOMENT)
    assert [version.note for version in made] == [
        "embargo ended on 11 March 2026",
        "embargo ended on 12 March 2026",
    ]
    assert [counts(store, version.id) for version in made] == [{20}, {30}]
    assert made[0].made_by == "lead@example.org"
    assert store.release_due(today=DAY, made_at=MOMENT) == ()
    assert [draft.id for draft in store.drafts()] == [3, 4]
    released = [line.version_id for line in store.audit() if line.action is AuditAction.RELEASED]
    assert released == [1, 2]
    assert store.verify_audit().holds


def test_an_undone_release_is_not_released_again(store: Store) -> None:
    """The draft has ended; only a restore brings its figures back."""
    keep(store, [figure()], release_on=DAY)
    store.release_due(today=DAY, made_at=MOMENT)
    undo(store)
    assert store.release_due(today=DAY, made_at=MOMENT) == ()
    assert len(store.results()) == 0


@pytest.mark.parametrize(
    ("moment", "release_on", "is_out"),
    [
        (datetime(2026, 3, 11, 23, 59, 59, tzinfo=UTC), date(2026, 3, 12), False),
        (datetime(2026, 3, 12, 0, 0, 0, tzinfo=UTC), date(2026, 3, 12), True),
        (datetime(2026, 7, 1, 22, 59, 59, tzinfo=UTC), date(2026, 7, 2), False),
        (datetime(2026, 7, 1, 23, 0, 0, tzinfo=UTC), date(2026, 7, 2), True),
        (datetime(2026, 3, 29, 22, 59, 59, tzinfo=UTC), date(2026, 3, 30), False),
        (datetime(2026, 3, 29, 23, 0, 0, tzinfo=UTC), date(2026, 3, 30), True),
        (datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC), date(2026, 10, 26), False),
        (datetime(2026, 10, 26, 0, 0, 0, tzinfo=UTC), date(2026, 10, 26), True),
        (datetime(2028, 2, 28, 23, 59, 59, tzinfo=UTC), date(2028, 2, 29), False),
        (datetime(2028, 2, 29, 0, 0, 0, tzinfo=UTC), date(2028, 2, 29), True),
    ],
    ids=[
        *("winter, a second before midnight", "winter, midnight"),
        *("summer, a second before midnight", "summer, midnight"),
        *("clocks went forward, before", "clocks went forward, midnight"),
        *("clocks went back, before", "clocks went back, midnight"),
        *("29 February, a second before", "29 February, midnight"),
    ],
)
def test_the_release_day_begins_at_midnight_in_the_united_kingdom(
    tmp_path: Path, moment: datetime, release_on: date, is_out: bool
) -> None:
    """In summer that is an hour before midnight UTC."""
    with open_store(tmp_path) as store:
        keep(store, [figure()], release_on=release_on)
        store.release_due(today=uk_day(moment), made_at=moment)
        assert (len(store.results()) == 1) is is_out


def release_with_others(home: Path, address: str | None, start: Event) -> None:
    """Release whatever is due at the same moment as others."""
    with open_store(home, url=address) as store:
        start.wait()
        store.release_due(today=DAY, made_at=MOMENT)


def test_processes_that_release_at_once_release_once(tmp_path: Path, address: str | None) -> None:
    """Four processes, three drafts: three versions, each once, in order."""
    with open_store(tmp_path, url=address) as store:
        for count in (20, 30, 40):
            keep(store, [figure(count=count)], release_on=DAY)
        start = processes.Event()
        workers = [
            processes.Process(target=release_with_others, args=(tmp_path, address, start))
            for _ in range(4)
        ]
        for worker in workers:
            worker.start()
        time.sleep(1)
        start.set()
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
        assert [counts(store, number) for number in (1, 2, 3)] == [{20}, {30}, {40}]
        assert store.current() == 3
        assert store.verify_audit().holds


def test_an_empty_draft_is_refused(store: Store) -> None:
    """There is nothing to publish later."""
    with pytest.raises(StoreProblem, match="no figures"):
        keep(store, [])


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (figure(count=120), NotComputable),
        (replace(figure(), denominator=2**80), StoreProblem),
        (replace(figure(), edition="\ud800"), StoreProblem),
    ],
    ids=["120 of 100 people", "a count too long", "half a character"],
)
def test_what_could_not_be_published_is_refused_when_it_is_kept(
    store: Store, row: Result, error: type[Exception]
) -> None:
    """On the release day nobody is there to correct it."""
    with pytest.raises(error):
        keep(store, [row])
    assert store.drafts() == ()


def test_looking_for_what_is_due_is_one_question_that_an_index_answers(tmp_path: Path) -> None:
    """Every page asks it, so no table is read through."""
    asked: list[tuple[str, object]] = []
    with open_store(tmp_path) as store:
        engine = store._database.engine
        event.listen(
            engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, given, *_more: asked.append((statement, given)),
        )
        store.due_drafts(DAY)
        (question, given), *more = [one for one in asked if one[0].startswith("SELECT")]
        assert more == []
        with store._database.reading() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", given)
            steps = [row[3] for row in plan]
    assert any("INDEX drafts_by_release" in step for step in steps), steps
    assert not any(step.startswith("SCAN") for step in steps), steps
