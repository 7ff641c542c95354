"""A press puts an idea into the plan and takes it out; a lead tells of a case of the trust."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.answers.local_cases import newest_steps
from wres.library.local_cases import Stage
from wres.planning import kept_plans
from wres.store import open_store
from wres.words import help as told

PUT = "Put into the plan as a draft"


def press(app: AppTest, label: str, place: int = 0) -> AppTest:
    """Press a button by its words."""
    found = [one for one in app.button if one.label.replace("\\", "") == label]
    found[place].click().run()
    assert not app.exception, app.exception
    return app


def home() -> Path:
    """Where the store of the opened page is."""
    return Path(os.environ["WRES_HOME"])


def drafts() -> list[tuple[str, str, tuple[int, ...], bool]]:
    """What is drafted for R0A: the words, where they came from, for what, and whether set aside."""
    with open_store(home(), read_only=True) as store:
        (plan,) = kept_plans(store, "R0A")
    return [
        (one.activity, one.came_from, one.indicators, one.taken_out)
        for one in (*plan.activities, *plan.set_aside)
    ]


def test_one_press_puts_an_idea_into_the_plan_and_one_takes_it_out(open_page: Open) -> None:
    """The draft remembers where it came from; lead, date and measure stay open; undo keeps it."""
    app = prose_read.press(open_page("areas_of_concern", org="R0A", indicator="8"), PUT)
    text = said(app)
    title = "Put bias and inclusion into all management training, not a course apart"
    assert f"“{title}” is in the plan as a draft. It has no lead, date or measure yet." in text
    came_from = "idea:bias_in_all_management_training"
    assert drafts() == [(title, came_from, (8,), False)]
    text = said(press(app, "Take it out again"))
    assert "The draft is out of the plan again. Its history stays." in text
    assert drafts() == [(title, came_from, (8,), True)]


def test_a_press_that_no_button_made_does_nothing(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another name than those drawn is heard by nobody; a lead who is none any more is refused."""
    app = open_page("areas_of_concern", org="R0A", indicator="8")
    prose_read.send_press(app, "plan_idea:made_up_by_somebody_8")
    with open_store(home(), read_only=True) as store:
        assert kept_plans(store, "R0A") == ()
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    prose_read.press(app, PUT)
    with open_store(home(), read_only=True) as store:
        assert kept_plans(store, "R0A") == ()


def test_one_press_puts_a_case_into_the_plan(open_page: Open) -> None:
    """From the page of the case itself."""
    app = open_page("case_studies", org="R0A", indicator="8", case="chesterfield_indicator_8")
    prose_read.press(app, PUT)
    ((activity, came_from, numbers, _),) = drafts()
    assert "Chesterfield Royal Hospital" in activity
    assert (came_from, numbers) == ("case:chesterfield_indicator_8", (8,))


def test_a_viewer_is_offered_no_press_and_no_form(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ideas and cases are there to read."""
    app = open_page("about")
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    for page in ("areas_of_concern", "case_studies"):
        app.query_params["org"], app.query_params["indicator"] = "R0A", "8"
        app.switch_page(f"../../pages/{page}.py").run()
        assert "Reducing discrimination for BME staff" in said(app)
        # At the end of every page anybody may say whether it was clear.
        assert [one["text"] for one in prose_read.presses(app.main)] == [told.YES, told.NO]
        assert "Cases of your own" not in said(app)


def fill(app: AppTest, **texts: str) -> AppTest:
    """Fill in the form of a new case and keep it."""
    for name, text in texts.items():
        boxes = [*app.text_input, *app.text_area]
        (box,) = [one for one in boxes if one.key == f"case_new_0_{name}"]
        box.set_value(text)
    return press(app, "Keep as a draft")


def test_a_lead_tells_of_a_case_and_offers_it(open_page: Open) -> None:
    """Kept as a draft, offered, and still in nobody else's library."""
    app = open_page("case_studies", org="R0A", indicator="8")
    fill(
        app,
        title="Safe conversations",
        what_was_done="Workshops.",
        outcome="Told only.",
        what_did_not_work="Nights were left out.",
        bme_before="15%",
        bme_after="10",
        bme_before_answered="1,400",
        bme_after_answered="1,400",
    )
    assert "The case is kept as a draft." in said(app)
    assert "R0A. Draft: seen by its leads and the administrators." in said(app)
    assert "BME staff: 15% to 10% (1400 and 1400 answered)." in said(app)
    press(app, "Offer for review")
    with open_store(home(), read_only=True) as store:
        (step,) = newest_steps(store, "R0A")
    assert (step.stage, step.revision) == (Stage.OFFERED, 2)
    assert "4 case studies for indicator 8" in said(app)


def test_a_form_that_cannot_be_kept_says_why_and_keeps_nothing(open_page: Open) -> None:
    """What did not work must be told."""
    app = open_page("case_studies", org="R0A", indicator="8")
    fill(app, title="Half told", what_was_done="Workshops.", outcome="Something.")
    assert "“What did not work” is empty; say it in a few words." in said(app)
    (title,) = [one for one in app.text_input if one.key == "case_new_0_title"]
    assert title.value == "Half told"
    with open_store(home(), read_only=True) as store:
        assert newest_steps(store) == ()
