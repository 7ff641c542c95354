"""Fifty changes of one plan by two people, in two processes, at once: nothing is lost."""

from __future__ import annotations

import multiprocessing
import time
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path

from wres.organisations import Organisation
from wres.planning import (
    Author,
    add_activity,
    add_progress,
    change_activity,
    changes_of,
    kept_plans,
    new_plan,
)
from wres.store import open_store

processes = multiprocessing.get_context("spawn")
TRUST = Organisation(code="R0A", name="An Example Trust")
EACH = 25
FIELD = {"Ama": "lead", "Ben": "measure"}


def edit(home: Path, address: str | None, name: str, ids: tuple[str, str], start: Event) -> None:
    """Change one field of one activity, never looking at what the other did; note and add too."""
    plan_id, activity_id = ids
    by = Author(name=name, at=datetime(2026, 3, 1, tzinfo=UTC))
    with open_store(home, url=address) as store:
        start.wait()
        seen = 1
        for number in range(EACH):
            text = f"{name} {number}"
            saved = change_activity(
                store, activity_id, {FIELD[name]: text}, seen=seen, org_code="R0A", by=by
            )
            assert not saved.clashes
            seen = saved.revision
            if number % 5 == 0:
                add_progress(store, activity_id, text, day="", org_code="R0A", by=by)
                add_activity(store, plan_id, {"activity": text}, org_code="R0A", by=by)


def test_fifty_changes_at_once_lose_nothing(tmp_path: Path, address: str | None) -> None:
    """Two processes with 25 changes each of one activity: 51 revisions, and both last words."""
    by = Author(name="Ama", at=datetime(2026, 3, 1, tzinfo=UTC))
    with open_store(tmp_path, url=address) as store:
        plan_id = new_plan(store, TRUST, "Our plan", wres_year=2025, by=by)
        first = add_activity(store, plan_id, {"activity": "Train."}, org_code="R0A", by=by)
        start = processes.Event()
        editors = [
            processes.Process(target=edit, args=(tmp_path, address, name, (plan_id, first), start))
            for name in FIELD
        ]
        for editor in editors:
            editor.start()
        time.sleep(0.5)
        start.set()
        for editor in editors:
            editor.join(60)
        assert [editor.exitcode for editor in editors] == [0, 0]
        (plan,) = kept_plans(store, "R0A")
        (one,) = (found for found in plan.activities if found.id == first)
        assert (one.lead, one.measure) == ("Ama 24", "Ben 24")
        assert one.revision == 1 + 2 * EACH
        assert len(plan.activities) == 1 + 2 * 5 and len(one.progress) == 2 * 5
        assert told(changes_of(store, first, org_code="R0A")) == {
            (name, FIELD[name], f"{name} {number}") for name in FIELD for number in range(EACH)
        }
        assert store.verify_audit().holds


def told(changes: tuple) -> set[tuple[str, str, str]]:
    """Return who set which field to what, over all changes."""
    return {(one.made_by, name, str(after)) for one in changes for name, _, after in one.fields}
