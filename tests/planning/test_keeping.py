"""Plans in the store: begun, copied, changed by two, taken back, drafted from an idea."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from wres.errors import PlanRefused, StoreMoved
from wres.library.action_plans import load_action_plan
from wres.organisations import Organisation
from wres.planning import (
    Author,
    add_activity,
    add_progress,
    change_activity,
    changes_of,
    copy_plan,
    draft_activity,
    kept_plans,
    new_plan,
    set_plan_aside,
    take_back,
)
from wres.plans import ActionPlan, Activity, Clash, combined, current, values_of
from wres.store import Store

TRUST = Organisation(code="R0A", name="An Example Trust")
OTHER = Organisation(code="RRP", name="Barnet, Enfield and Haringey")
AMA = Author(name="ama", at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC))
BEN = Author(name="ben", at=datetime(2026, 3, 1, 9, 5, tzinfo=UTC))
LATER = Author(name="ama", at=datetime(2026, 3, 1, 9, 10, tzinfo=UTC))
BEH = Path(__file__).parents[2] / "data" / "action_plans" / "rrp_2022_23.toml"


@pytest.fixture
def plan_id(store: Store) -> str:
    """A plan with no activity yet."""
    return new_plan(store, TRUST, "Our plan", wres_year=2025, by=AMA)


@pytest.fixture
def activity_id(store: Store, plan_id: str) -> str:
    """An activity of it."""
    return add(store, plan_id, activity="Train staff.", lead="TBC", indicators=[8])


def add(store: Store, plan_id: str, **values: object) -> str:
    """Return the id of an activity that was added."""
    return add_activity(store, plan_id, values, org_code="R0A", by=AMA)


def change(store: Store, activity_id: str, *, seen: int, by: Author = AMA, **values: object):
    """Return what came of a change."""
    return change_activity(store, activity_id, values, seen=seen, org_code="R0A", by=by)


def only(store: Store) -> Activity:
    """Return the one activity of the one plan."""
    (plan,) = kept_plans(store, "R0A")
    (found,) = plan.activities
    return found


def test_a_trust_has_many_plans_in_a_year(store: Store, plan_id: str) -> None:
    """Two of 2025 and one of 2024; of other trusts none; the two of the newest year stand."""
    new_plan(store, TRUST, "Nursing", wres_year=2025, by=BEN)
    new_plan(store, TRUST, "Last year", wres_year=2024, by=LATER)
    plans = kept_plans(store, "R0A")
    assert [plan.title for plan in plans] == ["Our plan", "Nursing", "Last year"]
    assert kept_plans(store, "RRP") == ()
    assert {plan.title for plan in current(plans)} == {"Our plan", "Nursing"}


def test_an_activity_keeps_every_field_as_it_was_written(store: Store, plan_id: str) -> None:
    """Each field once, and the same after a look into the store."""
    given = {
        "theme": "Safe from abuse",
        "activity": "Train staff to step in.",
        "indicators": [5, 8],
        "reasons": ["worse_than_benchmark"],
        "rationale": "Most incidents are seen by a colleague.",
        "lead": "Chief nurse",
        "stakeholders": "Reception, security",
        "start": "April 2026",
        "timeframe": "31/02/2027",
        "measure": "Staff trained",
        "impact": "Two points fewer",
        "status_as_written": "nearly there",
        "evidence_url": "https://www.england.nhs.uk/",
        "high_impact": [6],
        "wdes": "Metric 4",
        "cases": ["chesterfield_indicator_8"],
        "note": "Asked for by the network.",
        "taken_out": False,
    }
    add(store, plan_id, **given)
    assert values_of(only(store)) == given
    assert only(store).missing == ("delivery date is no day or month (“31/02/2027”)",)
    assert only(store).status.value == "unclear"


def test_two_people_who_change_different_fields_lose_nothing(
    store: Store, activity_id: str
) -> None:
    """Both looked at revision 1; the second one's change is laid beside the first one's."""
    change(store, activity_id, seen=1, lead="Chief nurse")
    saved = change(store, activity_id, seen=1, by=BEN, lead="TBC", timeframe="May 2026")
    assert (saved.revision, saved.clashes) == (3, ())
    assert (only(store).lead, only(store).timeframe) == ("Chief nurse", "May 2026")


def test_two_people_who_change_one_field_are_shown_both(store: Store, activity_id: str) -> None:
    """Nothing of the second is written until somebody decides; then it is."""
    change(store, activity_id, seen=1, lead="Chief nurse")
    saved = change(store, activity_id, seen=1, by=BEN, lead="Medical director", measure="8.1%")
    assert saved.clashes == (Clash("lead", "TBC", "Medical director", "Chief nurse"),)
    assert (only(store).revision, only(store).measure) == (2, "")
    change(store, activity_id, seen=2, by=BEN, lead="Medical director", measure="8.1%")
    assert (only(store).lead, only(store).measure) == ("Medical director", "8.1%")


def test_every_change_is_seen_and_can_be_taken_back(store: Store, activity_id: str) -> None:
    """Who, when, what before and after; taking back is a further change that is seen too."""
    change(store, activity_id, seen=1, by=BEN, lead="Chief nurse", status_as_written="complete")
    newest, first = changes_of(store, activity_id, org_code="R0A")
    assert (first.made_by, first.fields) == ("ama", ())
    assert (newest.made_by, newest.made_at) == ("ben", BEN.at)
    assert newest.fields == (
        ("lead", "TBC", "Chief nurse"),
        ("status_as_written", "", "complete"),
    )
    take_back(store, activity_id, to=1, seen=2, org_code="R0A", by=AMA)
    assert (only(store).lead, only(store).status_as_written, only(store).revision) == ("TBC", "", 3)
    assert len(changes_of(store, activity_id, org_code="R0A")) == 3


def test_taking_back_what_somebody_changed_since_is_told(store: Store, activity_id: str) -> None:
    """Ben's change was never seen by Ama, so she does not wipe it out."""
    change(store, activity_id, seen=1, lead="Chief nurse")
    change(store, activity_id, seen=2, by=BEN, measure="8.1%")
    with pytest.raises(StoreMoved):
        take_back(store, activity_id, to=1, seen=2, org_code="R0A", by=AMA)
    assert only(store).measure == "8.1%"


def test_an_activity_taken_out_can_be_brought_back(store: Store, activity_id: str) -> None:
    """It is in no count and no list, and not lost."""
    change(store, activity_id, seen=1, taken_out=True)
    (plan,) = kept_plans(store, "R0A")
    assert plan.activities == () and [one.id for one in plan.set_aside] == [activity_id]
    change(store, activity_id, seen=2, taken_out=False)
    assert only(store).id == activity_id


def test_a_plan_set_aside_can_be_brought_back(store: Store, plan_id: str) -> None:
    """As an import by mistake is undone."""
    set_plan_aside(store, plan_id, aside=True, org_code="R0A", by=AMA)
    assert kept_plans(store) == ()
    set_plan_aside(store, plan_id, aside=False, org_code="R0A", by=AMA)
    assert [plan.id for plan in kept_plans(store)] == [plan_id]


def test_progress_notes_stand_with_their_day_and_writer(store: Store, activity_id: str) -> None:
    """In the order they were written; each is a record, so that none is in another's way."""
    for by, text, day in ((AMA, "Began.", "12 March 2026"), (BEN, "Twelve trained.", "")):
        add_progress(store, activity_id, text, day=day, org_code="R0A", by=by)
    notes = only(store).progress
    assert [(n.text, n.day, n.made_by, n.made_at) for n in notes] == [
        ("Began.", "12 March 2026", "ama", AMA.at),
        ("Twelve trained.", "", "ben", BEN.at),
    ]


@pytest.mark.parametrize(
    ("text", "day", "sentence"),
    [(" \u200b ", "", "note is empty"), ("Done.", "soon", "no day"), ("x" * 2001, "", "2,001")],
)
def test_a_note_nobody_can_use_is_refused(
    store: Store, activity_id: str, text: str, day: str, sentence: str
) -> None:
    """In a sentence, and nothing is written."""
    with pytest.raises(PlanRefused, match=sentence):
        add_progress(store, activity_id, text, day=day, org_code="R0A", by=AMA)
    assert only(store).progress == ()


def test_another_trusts_plan_is_out_of_reach(store: Store, plan_id: str, activity_id: str) -> None:
    """Who leads RRP can name the ids and still changes nothing of R0A."""
    for work in (
        lambda: change_activity(
            store, activity_id, {"lead": "Eve"}, seen=1, org_code="RRP", by=BEN
        ),
        lambda: take_back(store, activity_id, to=1, seen=1, org_code="RRP", by=BEN),
        lambda: add_progress(store, activity_id, "Eve", day="", org_code="RRP", by=BEN),
        lambda: add_activity(store, plan_id, {"activity": "x"}, org_code="RRP", by=BEN),
        lambda: set_plan_aside(store, plan_id, aside=True, org_code="RRP", by=BEN),
        lambda: changes_of(store, activity_id, org_code="RRP"),
    ):
        with pytest.raises(PlanRefused, match="open the plan again"):
            work()
    assert (only(store).lead, only(store).revision) == ("TBC", 1)


@pytest.fixture(scope="module")
def beh() -> ActionPlan:
    """The shipped plan of RRP."""
    return load_action_plan(BEH)


def test_a_copy_of_a_shipped_plan_says_the_same_and_stands_over_it(
    store: Store, beh: ActionPlan
) -> None:
    """All nineteen activities in order, each with where it came from, concerns and gaps alike."""
    copy_plan(store, beh, by=AMA)
    (copy,) = kept_plans(store, "RRP")
    assert [values_of(one) for one in copy.activities] == [values_of(o) for o in beh.activities]
    assert [one.missing for one in copy.activities] == [one.missing for one in beh.activities]
    assert [one.came_from for one in copy.activities] == [one.id for one in beh.activities]
    assert (copy.concerns, copy.themes) == (beh.concerns, beh.themes)
    assert current((copy, beh)) == (copy,)


def test_a_drafted_activity_remembers_where_it_came_from(store: Store, beh: ActionPlan) -> None:
    """It goes into a plan beside the shipped one of its year; what it lacks is named."""
    draft_activity(
        store,
        OTHER,
        "Ask what happens after a report.",
        came_from="case_study:chesterfield_indicator_8",
        wres_year=2025,
        by=AMA,
        indicators=[8],
        rationale="Indicator 8 stands out.",
        cases=["chesterfield_indicator_8"],
        shipped=[beh],
    )
    (plan,) = kept_plans(store, "RRP")
    (one,) = plan.activities
    assert (plan.wres_year, one.came_from) == (2022, "case_study:chesterfield_indicator_8")
    assert (one.status.value, one.cases) == ("not started", ("chesterfield_indicator_8",))
    assert one.missing == (
        "lead is empty",
        "stakeholders are empty",
        "no delivery date",
        "no measure",
    )
    together = combined(current((plan, beh)))
    assert together is not None and len(together.activities_for(8)) == 9


def test_further_drafts_go_into_the_plan_that_stands(store: Store, plan_id: str) -> None:
    """No second plan is begun."""
    for number in (1, 2):
        draft_activity(store, TRUST, f"Idea {number}.", came_from="idea", wres_year=2025, by=AMA)
    (plan,) = kept_plans(store, "R0A")
    assert [one.activity for one in plan.activities] == ["Idea 1.", "Idea 2."]


@pytest.mark.parametrize(
    ("title", "year", "sentence"), [(" ", 2025, "no title"), ("Plan", 1066, "no WRES year")]
)
def test_a_plan_needs_a_title_and_a_year(
    store: Store, title: str, year: int, sentence: str
) -> None:
    """And nothing is written without."""
    with pytest.raises(PlanRefused, match=sentence):
        new_plan(store, TRUST, title, wres_year=year, by=AMA)
    assert kept_plans(store) == ()
