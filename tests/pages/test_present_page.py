"""The page of a session: a story put in order by its lead and read by everybody."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.harvest.collecting import everything
from tests.pages.conftest import Open, said
from tests.store.examples import load, survey
from wres.answers.stories import KeptStory, kept_story
from wres.answers.story import StepKind
from wres.store import open_store

PRACTICE = {"org": "ZZP", "year": "2025"}


def _press(app: AppTest, label: str) -> AppTest:
    button = next(one for one in app.button if one.label.replace("\\", "") == label)
    button.click().run()
    assert not app.exception, app.exception
    return app


def _labels(app: AppTest) -> list[str]:
    return [one.label.replace("\\", "") for one in app.button]


def _kept(home: Path) -> KeptStory | None:
    with open_store(home / "home") as store:
        return kept_story(store, "ZZP", 2025)


def test_one_press_keeps_what_the_findings_made(open_page: Open, tmp_path: Path) -> None:
    """Eight steps of the Practice Trust, with the year, and the version they were built from."""
    app = open_page("present", **PRACTICE)
    assert "8 steps, built from the findings of this trust." in said(app)
    assert "642 BME staff and 1,646 White staff answered. Source: " in said(app)
    assert _kept(tmp_path) is None
    _press(app, "Keep this story")
    assert "The story is kept." in said(app)
    kept = _kept(tmp_path)
    assert kept is not None and len(kept.story.steps) == 8 and kept.story.version == 0


def test_steps_are_moved_left_out_noted_and_brought_back(open_page: Open, tmp_path: Path) -> None:
    """Each press is kept at once, and undo takes the last one back."""
    app = open_page("present", **PRACTICE)
    _press(app, "Step 2 up")
    kept = _kept(tmp_path)
    assert kept is not None and kept.story.steps[0].kind is StepKind.LARGEST_CONCERN
    _press(app, "Leave step 8 out")
    assert "7 steps, as they were put in order." in said(app)
    _press(app, "Undo the last change")
    assert "8 steps, as they were put in order." in said(app)
    app.text_area[0].set_value("Wait for *questions*.").run()
    kept = _kept(tmp_path)
    assert kept is not None and kept.story.steps[0].note == "Wait for *questions*."
    app.checkbox[0].set_value(False).run()
    kept = _kept(tmp_path)
    assert kept is not None and not kept.story.steps[0].asks and kept.revision == 5


def test_a_step_of_another_indicator_is_added(open_page: Open, tmp_path: Path) -> None:
    """Chosen from the list, it stands before the room's turn."""
    app = open_page("present", **PRACTICE)
    box = next(one for one in app.selectbox if one.label == "What it shows")
    box.set_value(next(one for one in box.options if one.endswith("Over the years"))).run()
    _press(app, "Add")
    kept = _kept(tmp_path)
    assert kept is not None and len(kept.story.steps) == 9
    assert [one.kind for one in kept.story.steps[-2:]] == [StepKind.TREND, StepKind.YOUR_TURN]


def test_a_reader_sees_the_story_and_changes_nothing(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps and the pack, but no note, no button that changes, and no session to start."""
    app = open_page("present", **PRACTICE)
    app.text_area[0].set_value("Only for the lead.").run()
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    reader = open_page("present", **PRACTICE)
    assert "8 steps" in said(reader) and "Only the lead of this trust" in said(reader)
    assert "Only for the lead." not in said(reader)
    assert not reader.text_area
    assert [one for one in _labels(reader) if "step" in one.lower() or "ession" in one] == []


def test_the_notes_of_a_session_are_for_its_lead(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who knows the address gets one sentence."""
    _press(open_page("present", **PRACTICE), "Start a practice session")
    lead = open_page("present", **PRACTICE, show="notes")
    assert "1. Where we stand" in said(lead) and "since the start" in said(lead)
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    reader = open_page("present", **PRACTICE, show="notes")
    assert "This page is for a person with the lead role" in said(reader)
    assert "Where we stand" not in said(reader)


def test_the_screen_holds_the_note_for_its_lead_alone(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who opens the screen is sent the step, and not what only the speaker reads."""
    lead = open_page("present", **PRACTICE)
    lead.text_area[0].set_value("Only for the lead.").run()
    _press(lead, "Start a practice session")

    def sent() -> str:
        app = open_page("present", **PRACTICE, show="screen")
        return "\n".join(text for one in everything(app) for text in one.texts)

    assert "Only for the lead." in sent()
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    assert "Of every 100 BME staff here" in sent()
    assert "Only for the lead." not in sent()


def test_a_session_is_led_from_the_second_device(open_page: Open, tmp_path: Path) -> None:
    """Next reveals the guess, then leaves it, then goes to the second step."""
    _press(open_page("present", **PRACTICE), "Start a practice session")
    app = open_page("present", **PRACTICE, show="notes")
    assert "0 answers so far" in said(app)
    for _ in range(3):
        _press(app, "Next")
    assert "2. What it is about, indicator 5" in said(app)
    _press(app, "Back")
    with open_store(tmp_path / "home") as store:
        session = store.live.running("ZZP", now=datetime.now(UTC))
        assert session is not None and session.step == 0 and session.shown == (0, 1)


def test_newer_figures_than_a_story_are_said(open_page: Open, tmp_path: Path) -> None:
    """A story kept at version 0 is still shown when version 1 is there, with a sentence."""
    _press(open_page("present", **PRACTICE), "Keep this story")
    with open_store(tmp_path / "home") as store:
        load(store, survey(16))
    st.cache_resource.clear()
    assert "There are newer figures than this story was built from." in said(
        open_page("present", **PRACTICE)
    )
