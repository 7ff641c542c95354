"""The action plan page: copied, changed, two at once, a table brought in; by its lead alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, said
from wres.planning import Author, change_activity, kept_plans
from wres.plans import ActionPlan
from wres.store import open_store

BEN = Author(name="ben", at=datetime(2026, 3, 1, tzinfo=UTC))
TABLE = "Activity\tLead\tDue\tIndicators\nTrain.\tAma\tsoon\t5\nMeet.\t\tMarch 2027\t"


def press(app: AppTest, label: str) -> AppTest:
    """Return the page after the first button with this label was pressed."""
    next(one for one in app.button if one.label == label).click()
    return app.run()


def box(app: AppTest, label: str, kind: str = "text_input"):
    """Return the first box with this label."""
    return next(one for one in app.get(kind) if one.label == label)


def stored(change: Callable | None = None) -> ActionPlan:
    """Return the plan of RRP in the store, after a change by somebody else."""
    with open_store(Path(os.environ["WRES_HOME"])) as store:
        if change is not None:
            change(store, kept_plans(store, "RRP")[0])
        return kept_plans(store, "RRP")[0]


@pytest.fixture
def copied(open_page: Open) -> AppTest:
    """The page with a copy of the published plan of RRP."""
    app = press(open_page("action_plan", org="RRP"), "Copy this plan to work on it")
    assert "stands over the published plan" in said(app)
    return app


def by_ben(**values: object) -> Callable:
    """Return a change of the first activity by somebody else."""

    def change(store, plan: ActionPlan) -> None:
        one = plan.activities[0]
        change_activity(store, one.id, values, seen=one.revision, org_code="RRP", by=BEN)

    return change


def test_a_lead_changes_an_activity_and_sees_every_change(copied: AppTest) -> None:
    """Two fields at once; what is missing follows; the history tells and takes back."""
    app = press(copied, "Change")
    box(app, "Lead").set_value("Chief nurse")
    box(app, "Due").set_value("31/02/2027")
    app = press(app, "Save")
    one = stored().activities[0]
    assert (one.lead, one.timeframe, one.revision) == ("Chief nurse", "31/02/2027", 2)
    text = said(app)
    assert "delivery date is no day or month (“31/02/2027”): 1 activity" in text
    assert "lead is TBC: 3 activities" in text
    app = press(app, "Change")
    assert "Lead: “TBC” became “Chief nurse”." in said(app)
    press(app, "Go back to this")
    one = stored().activities[0]
    assert (one.lead, one.timeframe, one.revision) == ("TBC", "March 2023", 3)


def test_what_another_changed_meanwhile_is_kept_beside_it(copied: AppTest) -> None:
    """The form was opened before Ben saved his; other fields meet without a word."""
    app = press(copied, "Change")
    stored(by_ben(measure="8.1% or less"))
    app.run()
    box(app, "Lead").set_value("Chief nurse")
    press(app, "Save")
    one = stored().activities[0]
    assert (one.lead, one.measure) == ("Chief nurse", "8.1% or less")


def test_a_field_both_changed_is_shown_twice_and_asked(copied: AppTest) -> None:
    """Nothing is saved until one is chosen; then the rest of the change is saved too."""
    app = press(copied, "Change")
    stored(by_ben(lead="Medical director"))
    box(app, "Lead").set_value("Chief nurse")
    box(app, "Measure", "text_area").set_value("8.1%")
    app = press(app, "Save")
    assert "Somebody else changed this while you were writing: lead." in said(app)
    assert (stored().activities[0].lead, stored().activities[0].measure) == ("Medical director", "")
    choice = app.radio[0]
    shown = " ".join(choice.options).replace("\\", "")
    assert "Yours: “Chief nurse”" in shown and "Stands now: “Medical director”" in shown
    app = press(app, "Save this choice")
    assert "Choose one for each field first." in said(app)
    app.radio[0].set_value("theirs")
    press(app, "Save this choice")
    one = stored().activities[0]
    assert (one.lead, one.measure) == ("Medical director", "8.1%")


def test_activities_are_added_noted_taken_out_and_brought_back(copied: AppTest) -> None:
    """By the buttons of the page, each with its sentence."""
    app = press(copied, "Add an activity")
    box(app, "Activity", "text_area").set_value("Ask what happens after a report.")
    app = press(app, "Save")
    assert stored().activities[-1].activity == "Ask what happens after a report."
    app = press(app, "Change")
    box(app, "Progress note").set_value("Began with two wards.")
    box(app, "Day of the note (optional)").set_value("12 March 2026")
    app = press(app, "Add the note")
    assert "12 March 2026: Began with two wards." in said(app)
    app = press(app, "Take this out of the plan")
    assert len(stored().activities) == 19
    press(app, "Bring it back")
    assert len(stored().activities) == 20


def test_a_pasted_table_is_previewed_and_brought_in(open_page: Open) -> None:
    """What was understood is shown; nothing is stored before the press."""
    app = open_page("action_plan", org="R0A")
    box(app, "Or paste the table here", "text_area").set_value(TABLE)
    app.run()
    text = said(app)
    assert "2 activities under 1 theme. Indicators: 5." in text
    assert kept() == ()
    app = press(app, "Bring in 2 activities")
    text = said(app)
    assert "Activities brought in: 2" in text
    assert "delivery date names no year (“soon”): 1 activity" in text
    assert [one.activity for one in kept()[0].activities] == ["Train.", "Meet."]


def kept() -> tuple[ActionPlan, ...]:
    """Return every plan of the store."""
    with open_store(Path(os.environ["WRES_HOME"])) as store:
        return kept_plans(store)


def test_a_malformed_table_is_refused_by_its_row(open_page: Open) -> None:
    """No button to bring it in."""
    app = open_page("action_plan", org="R0A")
    box(app, "Or paste the table here", "text_area").set_value("Activity\tLead\nTrain.")
    app.run()
    assert "Row 1 (line 2): it has 1 cells" in said(app)
    assert "Nothing was stored." in said(app)
    assert not [one for one in app.button if one.label.startswith("Bring in")]


def test_a_plan_is_begun_with_a_title(open_page: Open) -> None:
    """Without one it is refused in a sentence."""
    app = press(open_page("action_plan", org="R0A"), "Begin it")
    assert "The plan has no title" in said(app)
    box(app, "Title of the new plan").set_value("Our plan")
    app = press(app, "Begin it")
    assert [one.title for one in kept()] == ["Our plan"]


def test_a_viewer_reads_the_plan_and_changes_nothing(
    copied: AppTest, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No button that writes a plan, also when the address asks for the form of an activity.

    Whether the page was clear may be said by everybody.
    """
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    app = AppTest.from_file(str(Path(copied._script_path)), default_timeout=30)
    app.run()
    app.query_params["org"] = "RRP"
    app.query_params["edit"] = stored().activities[0].id
    app.switch_page("../../pages/action_plan.py").run()
    assert "Consider a public campaign" in said(app)
    assert not app.button and not app.get("text_area")


def test_a_lead_whose_role_was_taken_meanwhile_saves_nothing(
    copied: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form was drawn for a lead; at the press somebody else sits there."""
    app = press(copied, "Change")
    box(app, "Lead").set_value("Eve")
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    press(app, "Save")
    assert (stored().activities[0].lead, stored().activities[0].revision) == ("TBC", 1)
